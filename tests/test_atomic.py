"""An output file is the old one or the new one, whole, and nothing is left lying beside it."""

import errno
import os
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest

from tei.atomic import make_folder, temporary_folder, write_atomically
from tei.errors import CannotWrite, ExitCode


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "c.xml", b"<TEI/>")
    assert (tmp_path / "a" / "b" / "c.xml").read_bytes() == b"<TEI/>"


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "c.xml"
    target.write_bytes(b"old")
    write_atomically(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["c.xml"]
    assert target.read_bytes() == b"new"


def test_the_file_has_the_permissions_that_the_user_asks_for(tmp_path: Path) -> None:
    """Not those of a private temporary file."""
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "c.xml", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "c.xml").stat().st_mode) == 0o640


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "c.xml"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(*((os, "fsync") if failing == "fsync" else (Path, "replace")), full)
    with pytest.raises(CannotWrite) as caught:
        write_atomically(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["c.xml"]
    assert target.read_bytes() == b"old"
    assert caught.value.exit_code is ExitCode.CANNOT_WRITE
    assert "free some space" in caught.value.help
    assert caught.value.file == str(target)


def test_a_really_full_disk_is_reported(tmp_path: Path) -> None:
    mount = tmp_path / "small"
    mount.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(mount)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no small file system can be mounted here (needs root)")
    try:
        with pytest.raises(CannotWrite, match="No space left"):
            write_atomically(mount / "c.xml", b"x" * 100_000)
        assert list(mount.iterdir()) == []
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def test_a_file_in_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(CannotWrite) as caught:
        make_folder(tmp_path / "out")
    assert "A file stands where a folder is needed" in caught.value.help


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_reported(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(CannotWrite) as caught:
        make_folder(tmp_path / "out")
    assert "permissions" in caught.value.help


def test_a_refused_folder_is_reported_without_relying_on_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As above, for a run as root."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CannotWrite, match="Permission denied"):
        make_folder(tmp_path)


def test_a_temporary_folder_goes_with_what_is_in_it() -> None:
    with temporary_folder() as folder:
        (folder / "a").write_text("a")
    assert not folder.exists()


def test_a_machine_without_a_place_for_temporary_files_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", refused)
    with pytest.raises(CannotWrite) as told, temporary_folder():
        pass
    assert "no place for temporary files" in told.value.message
    assert "TMPDIR" in told.value.help
