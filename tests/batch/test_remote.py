"""Sources and editions on URLs are what they are in folders; what a store refuses is said in a sentence."""

import json
import shutil
import sqlite3
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

fsspec = pytest.importorskip("fsspec")

from tei.batch import remote  # noqa: E402  # it needs fsspec when it is used
from tei.batch.checked import check_files  # noqa: E402
from tei.batch.collection import gone  # noqa: E402
from tei.batch.convert import convert  # noqa: E402
from tei.batch.discovery import find_files  # noqa: E402
from tei.batch.job import Outcome  # noqa: E402
from tei.batch.manifest import NAME, manifest_for  # noqa: E402
from tei.batch.marks import forget  # noqa: E402
from tei.batch.plan import plan  # noqa: E402
from tei.batch.remote import RemotePath, masked, named_place, place, write_whole  # noqa: E402
from tei.batch.remote_manifest import LOCK, RemoteManifest  # noqa: E402
from tei.batch.settings import _loaded, settings_for  # noqa: E402
from tei.errors import CannotWrite, ExitCode, MissingDependency, TeiError, UnreadableInput, UsageError  # noqa: E402
from tests.batch.large import TEXT, editions  # noqa: E402

# No more than four in a folder: that many are converted in this process, and no other sees its memory.
FILES = {
    "tei.toml": '[collection]\npublisher = "A Press"\n[[people]]\nid = "ed"\nname = "Ed"\nresp = "editor"\n',
    "in/letter-1.txt": TEXT.format(number=1, day=1),
    "in/letter-2.txt": TEXT.format(number=2, day=2),
    "in/letter-2.toml": '[metadata]\nid = "second"\n',
    "in/deeper/letter-3.txt": TEXT.format(number=3, day=3),
    "in/deeper/.hidden.txt": "Not to be seen.",
    "in/deeper/picture.png": "not a text",
    "in/treaty.en.txt": "The treaty of the harbour\n\nThe ferry shall lie at the pier until noon.\n",
    "in/treaty.de.txt": "Der Vertrag über den Hafen\n\nDie Fähre soll bis Mittag an der Mole liegen.\n",
    "wrong/empty.txt": "",
    "wrong/letter-4.txt": "This is the text of a letter that has no title.",
    "wrong/letter-4.toml": "[[nonsense]]\n",
    "wrong/untitled.txt": "This is the text of a letter that has no title.",
}


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """The files in a store in memory, and the same ones in a folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    monkeypatch.setenv("TEI_ENCODER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    settings_for.cache_clear()
    _loaded.cache_clear()
    forget()
    held: dict[str, Any] = fsspec.filesystem("memory").store
    held.clear()
    for name, text in FILES.items():
        put(f"memory://archive/{name}", text)
        path = Path("archive") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    yield held
    held.clear()


def put(url: str, text: str) -> None:
    write_whole(RemotePath(url), text.encode())


def run(source: str, out: str, *, prune: bool = False, **options: Any) -> tuple[list[Outcome], list[str]]:
    """The outcomes of a run, and what was found of sources that are gone."""
    settings_for.cache_clear()
    _loaded.cache_clear()
    folder = named_place(out)
    named_place(source)
    planned = plan([source], folder)
    with manifest_for(folder) as manifest:
        outcomes = list(convert(planned.jobs, manifest=manifest, workers=1, **options))
        return outcomes, [found.message for found in gone(manifest, prune=prune)]


def in_store(prefix: str) -> dict[str, bytes]:
    """The objects below `prefix` but the manifest, by name."""
    held = fsspec.filesystem("memory").store
    return {
        name.removeprefix(f"/{prefix}/"): held[name].getvalue()
        for name in sorted(held)
        if name.startswith(f"/{prefix}/") and NAME not in name
    }


def told(outcomes: list[Outcome]) -> list[Any]:
    return [
        [str(o.job.source.path), o.edition_id, o.sound, list(o.checks), [repr(f) for f in o.findings], o.exit_code]
        for o in outcomes
    ]


def named_as_in_a_folder(outcomes: list[Outcome]) -> list[Any]:
    named: list[Any] = json.loads(
        json.dumps(told(outcomes)).replace("memory://archive/out", "out").replace("memory://", "")
    )
    return named


def test_a_url_gives_the_same_bytes_and_findings_as_a_folder() -> None:
    there, _ = run("memory://archive/in", "memory://archive/out")
    here, _ = run("archive/in", "out")
    assert in_store("archive/out") == editions(Path("out"))
    assert list(in_store("archive/out")) == ["letter-1.xml", "letter-2.xml", "letter-3.xml", "treaty.xml"]
    assert b"A Press" in in_store("archive/out")["letter-3.xml"]  # the tei.toml above is found
    assert [o.edition_id for o in there if o.written] == ["letter-3", "letter-1", "second", "treaty"]
    assert named_as_in_a_folder(there) == told(here)


def test_what_is_wrong_with_a_source_on_a_url_is_told_as_of_one_in_a_folder() -> None:
    there, _ = run("memory://archive/wrong", "memory://archive/out")
    here, _ = run("archive/wrong", "out")
    assert named_as_in_a_folder(there) == told(here)
    assert [f.rule.id for o in there for f in o.findings] == ["RD002", "CF001", "ST001"]
    assert {o.job.source.stem: o.exit_code for o in there} == {
        "empty": ExitCode.UNREADABLE, "letter-4": ExitCode.USAGE, "untitled": ExitCode.OK,
    }  # fmt: skip
    assert "memory://archive/wrong/letter-4.toml" in [f.location.file for o in there for f in o.findings]


@pytest.mark.parametrize("pattern", ["in", "in/letter-1.txt", "in/*.txt", "in/deeper/*", "in/letter-[12].*"])
def test_a_url_means_the_files_that_the_same_path_means(pattern: str) -> None:
    suffixes = (".txt", ".md")
    there = find_files([f"memory://archive/{pattern}"], suffixes, urls=True)
    here = find_files([f"archive/{pattern}"], suffixes)
    assert [str(path) for path in there.files] == [f"memory://{path}" for path in here.files]
    assert not there.faults
    assert here.files


def test_sources_on_a_url_and_editions_in_a_folder_and_the_other_way_round() -> None:
    run("memory://archive/in", "here")
    run("archive/in", "memory://there")
    assert editions(Path("here")) == in_store("there")
    known = [[o.known for o in run(*places)[0] if o.written] for places in (("memory://archive/in", "here"), ("archive/in", "memory://there"))]  # fmt: skip
    assert known == [[True] * 4] * 2


def test_a_second_run_builds_what_has_changed_and_reads_no_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    run("memory://archive/in", "memory://archive/out")
    put("memory://archive/in/letter-1.txt", TEXT.format(number=9, day=9))
    put("memory://archive/in/letter-3.toml", "# nothing is decided here: it is beside no source\n")
    put("memory://archive/in/deeper/letter-3.links.tsv", "")
    read: list[str] = []
    method = RemotePath.read_bytes
    monkeypatch.setattr(RemotePath, "read_bytes", lambda self: read.append(str(self)) or method(self))
    outcomes, _ = run("memory://archive/in", "memory://archive/out")
    assert {o.job.source.stem: o.known for o in outcomes if o.written} == {
        "letter-1": False, "letter-2": True, "letter-3": False, "treaty": True,
    }  # fmt: skip
    assert not [name for name in read if name.endswith(".xml")]


def test_an_edition_that_was_edited_in_the_store_is_left_and_one_whose_source_is_gone_removed() -> None:
    run("memory://archive/in", "memory://archive/out")
    put("memory://archive/out/letter-1.xml", "<edited/>")
    RemotePath("memory://archive/in/letter-2.txt").unlink()
    outcomes, messages = run("memory://archive/in", "memory://archive/out")
    assert [f.rule.id for o in outcomes for f in o.findings if o.job.source.stem == "letter-1"] == ["BT002"]
    assert messages == ["the source is gone; left of it: memory://archive/out/letter-2.xml"]
    _, messages = run("memory://archive/in", "memory://archive/out", prune=True, force=True)
    assert messages == ["the source is gone; removed: memory://archive/out/letter-2.xml"]
    assert sorted(in_store("archive/out")) == ["letter-1.xml", "letter-3.xml", "treaty.xml"]
    assert in_store("archive/out")["letter-1.xml"] != b"<edited/>"


def test_another_machine_goes_on_with_the_manifest_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    run("memory://archive/in", "memory://archive/out")
    monkeypatch.setenv("TEI_ENCODER_CACHE", "another")
    put("memory://archive/in/letter-1.txt", TEXT.format(number=9, day=9))
    assert [o.known for o in run("memory://archive/in", "memory://archive/out")[0] if o.written] == [True, False, True, True]  # fmt: skip
    monkeypatch.setenv("TEI_ENCODER_CACHE", "cache")
    assert [o.known for o in run("memory://archive/in", "memory://archive/out")[0] if o.written] == [True] * 4
    RemotePath(f"memory://archive/out/{NAME}").unlink()
    assert [o.known for o in run("memory://archive/in", "memory://archive/out")[0] if o.written] == [False] * 4


def test_a_run_that_was_killed_is_gone_on_with_and_another_one_is_waited_for() -> None:
    out = RemotePath("memory://archive/out")
    named_place("memory://archive/in")
    killed = RemoteManifest(out)
    converted = convert(plan(["memory://archive/in"], out).jobs, manifest=killed, workers=1)
    first = next(converted)
    next(converted)  # only now is the first noted
    converted.close()
    with pytest.raises(CannotWrite, match="another run of tei writes there"):
        RemoteManifest(out)
    killed._database.close()  # as the death of its process would
    lock = json.loads((out / LOCK).read_bytes())
    put(str(out / LOCK), json.dumps({**lock, "machine": "another"}))
    with pytest.raises(CannotWrite, match="another run of tei writes there") as refused:
        RemoteManifest(out)
    assert f"delete {out / LOCK}" in refused.value.help
    put(str(out / LOCK), json.dumps({**lock, "process": 2**31}))
    outcomes, _ = run("memory://archive/in", "memory://archive/out")
    assert [o.known for o in outcomes if o.job.source.stem == first.job.source.stem] == [True]
    assert LOCK not in in_store("archive/out")


def test_a_manifest_from_elsewhere_makes_no_store_be_asked_that_nobody_named(monkeypatch: pytest.MonkeyPatch) -> None:
    run("memory://archive/in", "out")
    with sqlite3.connect(Path("out") / NAME) as database:
        database.execute("INSERT INTO source VALUES (?, '', '[]')", (b"sftp://elsewhere.example/secrets/a.txt",))
        database.execute("INSERT INTO output VALUES (?, ?, '')", (b"memory://archive/in/letter-1.txt", b"a"))
    database.close()
    monkeypatch.setattr(remote, "_NAMED", {("memory:", "archive")})
    _, messages = run("memory://archive/in", "out", prune=True)
    assert messages == []
    assert RemotePath("memory://archive/in/letter-1.txt").is_file()


def test_editions_on_a_url_are_validated_against_their_sources() -> None:
    run("memory://archive/in", "memory://archive/out")
    checked = check_files(["memory://archive/out"], sources=place("memory://archive/in"), schemas=("edition",))
    assert [(report.file, report.findings) for report in checked.reports if "treaty" not in report.file] == [
        (f"memory://archive/out/letter-{number}.xml", ()) for number in (1, 2, 3)
    ]  # the source of the third is in a folder below
    put("memory://archive/in/letter-1.txt", "Another text.")
    checked = check_files(["memory://archive/out/letter-1.xml"], sources=place("memory://archive/in"))
    assert "FD004" in [f.rule.id for f in checked.reports[0].findings]
    assert checked.exit_code is ExitCode.FINDINGS


def test_a_layout_of_folders_holds_on_urls_and_ids_lead_out_of_none() -> None:
    put("memory://archive/tei.toml", '[output]\nlayout = "{year}/{stem}.xml"\n')
    put("memory://archive/in/letter-1.txt", "id: ../../out\n" + FILES["in/letter-1.txt"])
    run("memory://archive/in", "memory://archive/out")
    assert "1862/letter-1.xml" in in_store("archive/out")
    assert all(name.startswith("/archive/") for name in fsspec.filesystem("memory").store)


def test_files_of_an_edition_that_lead_out_of_the_store_are_looked_for_in_it() -> None:
    escape = "../" * 20 + "etc/hostname"
    put("memory://archive/tei.toml", f'[[editions]]\nid = "x"\nsources = ["in/letter-1.txt", "{escape}"]\n')
    planned = plan(["memory://archive/in"], named_place("memory://archive/out"))
    assert [f.rule.id for f in planned.findings] == ["CF005"]


def test_a_source_that_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei.batch.convert.LARGEST", 10)
    monkeypatch.setattr(RemotePath, "read_bytes", lambda _: pytest.fail("it was read"))
    planned = plan(["memory://archive/in/letter-1.txt"], Path("out"), config=Path("archive/tei.toml"))
    (outcome,) = convert(planned.jobs)
    assert [f.rule.id for f in outcome.findings] == ["RD014"]


@pytest.mark.parametrize(
    ("url", "fault", "said"),
    [
        ("sftp://me:secret@host/x", UsageError, "a password stands in the URL"),
        ("https://host/x.txt", UsageError, "URLs of pages"),
        ("simplecache::s3://b/x", UsageError, "URLs joined by ::"),
        ("nonsense://x", UsageError, "no store of the kind nonsense://"),
        ("memory://archive/nowhere", UnreadableInput, "holds no file"),
        ("memory://archive/*.pdf", UnreadableInput, "no file matches"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_in_a_sentence(url: str, fault: type[TeiError], said: str) -> None:
    (found,) = find_files([url], (".txt",), urls=True).faults
    assert isinstance(found, fault)
    assert said in found.message
    assert "secret" not in f"{found.message} {found.help} {found.file}"


def test_commands_that_read_from_no_url_and_stores_that_take_no_edition_say_so() -> None:
    (found,) = find_files(["memory://archive/in"], (".txt",)).faults
    assert "does not read from URLs" in found.message
    with pytest.raises(UsageError, match="github:// cannot hold editions"):
        remote.check_output(RemotePath("github://a/b"))


def test_packages_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    remote._store.cache_clear()
    monkeypatch.setitem(sys.modules, "gcsfs", None)
    with pytest.raises(MissingDependency, match="gcs:// needs another package"):
        named_place("gcs://bucket/x")
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingDependency) as told:
        named_place("s3://bucket/x")
    assert "pip install 'tei-encoder[dask]'" in told.value.help


def test_passwords_are_masked_wherever_a_text_has_them() -> None:
    assert masked("see ssh://a:b@c/d and s3://e/f:g@h") == "see ssh://a:***@c/d and s3://e/f:g@h"


def test_a_store_that_fails_is_a_fault_of_the_run_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Exception):
        """What a library may raise."""

    def ls(*_: object, **__: object) -> None:
        raise Gone("the line to http://me:secret@proxy is cut")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "ls", ls)
    (found,) = find_files(["memory://archive/in"], (".txt",), urls=True).faults
    assert found.message == "the store cannot be read: Gone: the line to http://me:***@proxy is cut"
    assert found.exit_code is ExitCode.UNREADABLE


def test_in_a_file_system_a_file_takes_its_name_when_all_of_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    files = fsspec.filesystem("file")
    target = Path("there/deep/a.xml")
    remote.put_by_moving(files, str(target.resolve()), b"old")
    monkeypatch.setattr(type(files), "mv", lambda *_, **__: (_ for _ in ()).throw(OSError("cut")))
    with pytest.raises(OSError, match="cut"):
        remote.put_by_moving(files, str(target.resolve()), b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["a.xml"]


def test_in_a_file_system_two_editions_of_a_folder_can_be_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    both, put = threading.Barrier(2, timeout=10), remote.put_object

    def put_together(*arguments: Any) -> None:
        put(*arguments)
        both.wait()  # neither takes its name before the other's text is there

    monkeypatch.setattr(remote, "put_object", put_together)
    texts = {Path(f"there/{name}.xml").resolve(): name.encode() for name in ("a", "b")}
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda path: remote.put_by_moving(fsspec.filesystem("file"), str(path), texts[path]), texts))
    assert {path: path.read_bytes() for path in Path("there").resolve().iterdir()} == texts


def test_a_file_url_is_a_path(tmp_path: Path) -> None:
    assert named_place(f"file://{tmp_path}/in") == tmp_path / "in"
    assert type(named_place(f"file://{tmp_path}/in")) is type(tmp_path)
    shutil.copytree("archive/in", tmp_path / "x" / "in")
    outcomes, _ = run(f"file://{tmp_path}/x/in", f"file://{tmp_path}/x/out")
    assert sorted(path.name for path in (tmp_path / "x/out").glob("*.xml")) == ["letter-1.xml", "letter-2.xml", "letter-3.xml", "treaty.xml"]  # fmt: skip
    assert str(outcomes[0].job.source.path) == f"{tmp_path}/x/in/deeper/letter-3.txt"


def test_a_url_behaves_as_a_path_does() -> None:
    import pickle

    url = RemotePath("s3://bucket/in/a.b.txt")
    assert str(url) == "s3://bucket/in/a.b.txt"
    assert (url.stem, url.suffix, str(url.parent), str(url.with_name("c.toml"))) == ("a.b", ".txt", "s3://bucket/in", "s3://bucket/in/c.toml")  # fmt: skip
    assert str(url.relative_to(RemotePath("s3://bucket"))) == "in/a.b.txt"
    assert [str(parent) for parent in url.parents] == ["s3://bucket/in", "s3://bucket", "s3://", "."]
    assert str(RemotePath("s3://bucket/in/../../../x").resolve()) == "s3://x"
    assert pickle.loads(pickle.dumps(url)) == url == place(str(url))
    assert not RemotePath("s3://").is_file()


def test_several_editions_are_on_their_way_at_once_and_are_told_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    together = threading.Barrier(3, timeout=30)  # none is written before three are being written
    method = remote.write_whole

    def write(path: RemotePath, data: bytes) -> None:
        if path.name.startswith("letter"):
            together.wait()
        method(path, data)

    monkeypatch.setattr("tei.batch.settle.write_whole", write)
    outcomes, _ = run("memory://archive/in", "memory://archive/out")
    assert [o.written and o.written.name for o in outcomes] == [
        "letter-3.xml", "letter-1.xml", "letter-2.xml", "treaty.xml",
    ]  # fmt: skip
    assert list(in_store("archive/out")) == ["letter-1.xml", "letter-2.xml", "letter-3.xml", "treaty.xml"]


def test_a_store_that_takes_no_edition_costs_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = type(fsspec.filesystem("memory"))
    method = kind.pipe_file

    def pipe_file(self: Any, path: str, value: bytes, **options: Any) -> None:
        if path.endswith("letter-1.xml"):
            raise PermissionError(13, "Permission denied")
        method(self, path, value, **options)

    monkeypatch.setattr(kind, "pipe_file", pipe_file)
    outcomes, _ = run("memory://archive/in", "memory://archive/out")
    assert {o.job.source.stem: o.exit_code for o in outcomes} == {
        "letter-3": ExitCode.OK, "letter-1": ExitCode.CANNOT_WRITE, "letter-2": ExitCode.OK,
        "treaty": ExitCode.OK,
    }  # fmt: skip
