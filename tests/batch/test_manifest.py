"""A second run does what has changed and nothing else, says the same, and writes over nobody's work."""

import json
import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from tei.batch.collection import catalogue, gone
from tei.batch.convert import convert
from tei.batch.job import Outcome
from tei.batch.manifest import NAME, Manifest
from tei.batch.plan import plan
from tei.batch.settings import _loaded, settings_for
from tei.errors import CannotWrite
from tests.batch.large import editions, write_sources


def changed(statement: str, *values: object) -> None:
    """Changes the manifest behind the program's back."""
    with closing(sqlite3.connect(Path("out") / NAME)) as database, database:
        database.execute(statement, values)


def forget_settings() -> None:
    settings_for.cache_clear()
    _loaded.cache_clear()


@pytest.fixture(autouse=True)
def date(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    monkeypatch.chdir(tmp_path)
    forget_settings()  # they are known by their folders, which are called the same in each test


def run(
    *sources: str, force: bool = False, prune: bool = False, split: bool = False
) -> tuple[list[Outcome], list[str]]:
    """The outcomes of a run into `out`, and what was found of sources that are gone."""
    planned = plan(sources or ("in",), Path("out"), split=split)
    with Manifest(Path("out")) as manifest:
        outcomes = list(convert(planned.jobs, manifest=manifest, force=force))
        return outcomes, [found.message for found in gone(manifest, prune=prune)]


def known(outcomes: list[Outcome]) -> list[bool]:
    return [outcome.known for outcome in outcomes]


def rules(outcomes: list[Outcome]) -> list[list[str]]:
    return [[found.rule.id for found in outcome.findings] for outcome in outcomes]


def test_a_second_run_builds_nothing_and_says_the_same() -> None:
    write_sources(Path("in"), 2)
    Path("in/untitled.txt").write_text("This is the text of a letter that has no title.")
    first, _ = run()
    before = {path: path.stat().st_mtime_ns for path in Path("out").glob("*.xml")}
    second, _ = run()
    assert (known(first), known(second)) == ([False] * 3, [True] * 3)
    assert [outcome.findings for outcome in second] == [outcome.findings for outcome in first]
    assert rules(second)[2] == ["ST001"]
    assert [(o.row, o.code(None)) for o in second] == [(o.row, o.code(None)) for o in first]
    assert {path: path.stat().st_mtime_ns for path in Path("out").glob("*.xml")} == before


def test_what_changes_the_edition_makes_it_anew() -> None:
    write_sources(Path("in"), 2)
    run()
    source = Path("in/letter-0000.txt")
    source.write_text(source.read_text().replace("pier", "quay"))
    assert known(run()[0]) == [False, True]
    Path("in/letter-0001.toml").write_text("# nothing is decided yet\n")
    assert known(run()[0]) == [True, False]
    Path("in/tei.toml").write_text('[collection]\npublisher = "A Press"\n')
    forget_settings()
    assert known(run()[0]) == [False, False]
    Path("out/letter-0000.xml").unlink()
    assert known(run()[0]) == [False, True]
    assert known(run(force=True)[0]) == [False, False]
    assert known(run()[0]) == [True, True]


def test_another_day_changes_nothing_but_another_date_that_is_given_does(monkeypatch: pytest.MonkeyPatch) -> None:
    write_sources(Path("in"), 1)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    for clock, expected in (("2026-11-22", False), ("2026-11-23", True), ("1999-01-01", True)):
        monkeypatch.setattr("tei.config.encoding_date", lambda *_, clock=clock: clock)
        forget_settings()
        assert known(run()[0]) == [expected]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    forget_settings()
    assert known(run()[0]) == [False]


@pytest.mark.parametrize("clock", [0, 4_000_000_000])
def test_a_clock_that_jumps_changes_nothing(clock: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has changed is told by what is in the files, not by when they were written."""
    write_sources(Path("in"), 2)
    run()
    made = editions(Path("out"))
    monkeypatch.setattr("time.time", lambda: float(clock))
    for path in (*Path("in").iterdir(), *Path("out").iterdir()):
        os.utime(path, (clock, clock))
    assert known(run()[0]) == [True, True]
    first = Path("in/letter-0000.txt")
    text = first.read_bytes().replace(b"until noon", b"until dusk")  # as many bytes, and the same times
    first.write_bytes(text)
    os.utime(first, (clock, clock))
    assert known(run()[0]) == [False, True]
    assert {name for name, data in editions(Path("out")).items() if data != made[name]} == {"letter-0000.xml"}


def test_an_edition_that_was_edited_is_left_and_said_to_be() -> None:
    write_sources(Path("in"), 2)
    run()
    edition = Path("out/letter-0000.xml")
    edition.write_bytes(edition.read_bytes().replace(b"pier", b"<!-- my note -->pier"))
    mine = edition.read_bytes()
    outcomes, _ = run()
    assert rules(outcomes) == [["BT002"], []]
    assert "sidecar" in outcomes[0].findings[-1].help
    source = Path("in/letter-0000.txt")
    source.write_text(source.read_text().replace("noon", "dusk"))
    outcomes, _ = run()
    assert outcomes[0].findings[-1].message.endswith("though what it is made from has changed")
    assert edition.read_bytes() == mine
    run(force=True)
    assert b"dusk" in edition.read_bytes()
    assert rules(run()[0]) == [[], []]


def test_an_edition_that_is_what_would_be_written_was_edited_by_nobody() -> None:
    """As when a newer program and its editions come out of version control together."""
    write_sources(Path("in"), 1)
    run()
    old = editions(Path("out"))
    source = Path("in/letter-0000.txt")
    source.write_text(source.read_text().replace("noon", "dusk"))
    run()
    new = editions(Path("out"))
    source.write_text(source.read_text().replace("dusk", "noon"))
    Path("out/letter-0000.xml").write_bytes(old["letter-0000.xml"])
    assert new != old
    assert rules(run()[0]) == [[]]


def test_what_is_left_of_a_source_that_is_gone_is_said_and_removed_when_asked() -> None:
    write_sources(Path("in"), 3)
    run()
    Path("in/letter-0000.txt").unlink()
    Path("in/letter-0001.txt").unlink()
    edited = Path("out/letter-0001.xml")
    edited.write_bytes(edited.read_bytes() + b"<!-- mine -->")
    _, said = run()
    assert said == [
        "the source is gone; left of it: out/letter-0000.xml", "the source is gone; left of it: out/letter-0001.xml",
    ]  # fmt: skip
    assert len(editions(Path("out"))) == 3
    _, said = run(prune=True)
    assert said == [
        "the source is gone; removed: out/letter-0000.xml",
        "the source is gone; out/letter-0001.xml was edited and is kept",
    ]
    assert sorted(editions(Path("out"))) == ["letter-0001.xml", "letter-0002.xml"]
    assert run("in/letter-0002.txt")[1] == ["the source is gone; left of it: out/letter-0001.xml"]


def test_a_run_of_some_sources_says_nothing_of_the_others() -> None:
    write_sources(Path("in"), 2)
    run()
    assert run("in/letter-0000.txt")[1] == []


def test_a_layout_puts_editions_into_folders_and_moves_them_with_it() -> None:
    write_sources(Path("in"), 2)
    run()
    Path("in/tei.toml").write_text('[output]\nlayout = "{year}/{hash:2}/{stem}.xml"\n')
    forget_settings()
    run()
    names = sorted(editions(Path("out")))
    assert names == ["1862/4a/letter-0000.xml", names[1]]
    assert names[1].startswith("1862/")
    assert names[1].endswith("/letter-0001.xml")
    assert known(run()[0]) == [True, True]


def test_the_id_that_an_earlier_source_has_is_refused_in_the_second_run_too() -> None:
    Path("in").mkdir()
    Path("in/b.txt").write_text("Title: B\nId: same\n\nThe two sides held talks.\n")
    run()
    Path("in/a.txt").write_text("Title: A\nId: same\n\nThe two sides held talks.\n")
    outcomes, _ = run()
    assert rules(outcomes) == [[], ["CF002"]]


def test_one_run_at_a_time() -> None:
    Path("out").mkdir()
    with Manifest(Path("out")), pytest.raises(CannotWrite, match="another run of tei writes to this folder"):
        Manifest(Path("out"))
    Manifest(Path("out")).close()


@pytest.mark.parametrize("bytes_", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_manifest_is_said_to_be(bytes_: bytes) -> None:
    Path("out").mkdir()
    (Path("out") / NAME).write_bytes(bytes_)
    with pytest.raises(CannotWrite) as fault:
        Manifest(Path("out"))
    assert "Delete it" in fault.value.help


def test_a_manifest_of_another_format_is_made_anew() -> None:
    write_sources(Path("in"), 1)
    run()
    changed("PRAGMA user_version = 99")
    assert known(run()[0]) == [False]
    assert known(run()[0]) == [True]


def test_a_manifest_that_somebody_made_up_reaches_nothing_outside_its_folder() -> None:
    write_sources(Path("in"), 1)
    run()
    Path("precious.xml").write_text("precious")
    Path("in/letter-0000.txt").unlink()
    changed("UPDATE output SET path = ?, sha256 = ?", b"../precious.xml", sha256(b"precious").hexdigest())
    _, said = run(str(write_sources(Path("in2"), 1)), prune=True)
    assert said == ["the source is gone; removed: nothing"]
    assert Path("precious.xml").read_text() == "precious"


@pytest.mark.parametrize("written", ["../precious.xml", "/etc/passwd", 7, None])
def test_what_the_manifest_says_was_written_is_believed_inside_the_folder_alone(written: object) -> None:
    write_sources(Path("in"), 1)
    run()
    changed("UPDATE source SET outcomes = json_set(outcomes, '$[0].written', json(?))", json.dumps(written))
    assert known(run()[0]) == [False]


def test_what_a_run_left_half_written_is_swept_away_and_what_another_writes_is_not() -> None:
    write_sources(Path("in"), 1)
    Path("out").mkdir()
    Manifest(Path("out"))._database.close()  # as when the process is killed
    Path("out/deep").mkdir()
    dead, living = Path("out/deep/.tei-999999999.tmp"), Path(f"out/.tei-{os.getppid()}.tmp")
    dead.write_bytes(b"half")
    living.write_bytes(b"half")
    run()
    assert (dead.exists(), living.exists()) == (False, True)


def test_the_catalogue_names_every_edition(tmp_path: Path) -> None:
    write_sources(Path("in"), 2)
    run()
    with Manifest(Path("out")) as manifest:
        catalogue(manifest, tmp_path / "list.tsv")
        catalogue(manifest, tmp_path / "corpus.xml")
    lines = (tmp_path / "list.tsv").read_text().splitlines()
    assert lines[0].split("\t")[:3] == ["edition", "id", "title"]
    assert lines[1].split("\t") == [
        "out/letter-0000.xml", "letter-0000", "Letter 0 from the harbour", "en", "1", "0", "0", "yes",
        "in/letter-0000.txt",
    ]  # fmt: skip
    from lxml import etree

    corpus = etree.parse(tmp_path / "corpus.xml")
    corpus.xinclude()
    found = corpus.xpath("//t:TEI/@xml:id", namespaces={"t": "http://www.tei-c.org/ns/1.0"})
    assert found == ["letter-0000", "letter-0001"]


def test_a_title_is_no_formula_in_the_catalogue(tmp_path: Path) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("Title: =HYPERLINK(1)\n\nThe two sides held talks in Beijing.\n")
    run()
    with Manifest(Path("out")) as manifest:
        catalogue(manifest, tmp_path / "list.tsv")
    assert "\t'=HYPERLINK(1)\t" in (tmp_path / "list.tsv").read_text()
