"""Sources from strangers: nothing hangs, nothing is written elsewhere, nothing is run, and each has a finding of its own."""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from tei.batch.convert import LARGEST, build_one, convert
from tei.batch.discovery import SourceFile
from tei.batch.job import Job, Outcome
from tei.batch.plan import plan
from tei.config import load_config
from tei.errors import ExitCode, UsageError
from tei.layout import laid_out, layout_value
from tei.toml_tables import Wrong

N = 6_000
ALIASES = "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(8))
TEXTS = {
    "spaces": "Title: x\n\na" + " " * N + "b\n",
    "brackets": "Title: x\n\n" + "(" * N + ")" * N + "\n",
    "squares": "Title: x\n\n" + "[" * N + "\n",
    "links": "# x\n\n" + "[a](" * N + "\n",
    "digits": "Title: x\n\n" + "1" * N + "\n",
    "dots": "Title: x\n\n" + "." * N + "\n",
    "initials": "Title: x\n\n" + "A. " * N + "\n",
    "dates": "Title: x\n\n" + "3 March " * (N // 4) + "\n",
    "stars": "# x\n\n" + "*" * N + "\n",
    "lines": "Title: x\n\na" + "\n" * N + "b\n",
    "anchors": f"---\na: &a [x,x,x,x,x,x,x,x,x]\n{ALIASES}title: *i\n---\n\nText here of the letter.\n",
    "deep": "---\ntitle: " + "[" * 20_000 + "]" * 20_000 + "\n---\n\nText here.\n",
    "integer": "---\ntitle: T\ndate: " + "9" * 10_000 + "\n---\n\nText here.\n",
}


def built(folder: Path, text: str, suffix: str = "") -> Outcome:
    path = folder / f"source{suffix or ('.md' if text.startswith(('#', '---')) else '.txt')}"
    path.write_text(text)
    (outcome,) = build_one(Job(SourceFile(path, path.stem), folder / "out", load_config(None)))
    return outcome


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_made_to_take_long_does_not(name: str, tmp_path: Path) -> None:
    begun = time.process_time()
    outcome = built(tmp_path, TEXTS[name])
    assert time.process_time() - begun < 10  # what is cubic in the length would take minutes
    assert outcome.exit_code is not ExitCode.BUG, outcome.findings


def test_a_text_made_to_give_findings_without_end_gives_some_and_says_how_many_more(tmp_path: Path) -> None:
    torn = "双方同意渡口每天开放，并且决定由双方的代表团 and 港口的工人一起修理所有的船只和码头。\n\n"
    found = Counter(each.rule.id for each in built(tmp_path, "# 渡口公告\n\n" + torn * 1_500).findings)
    assert (found["AN002"], found["BT004"]) == (1_000, 1)


def test_a_tag_in_front_matter_runs_nothing(tmp_path: Path) -> None:
    built(
        tmp_path, f"---\ntitle: !!python/object/apply:os.mkdir ['{tmp_path}/made']\n---\n\nText here of the letter.\n"
    )
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("name", ["../../x", "/tmp/x", "..", "a/../../x", "C:\\x", "\u202e/x"])
def test_an_id_leads_nowhere_but_into_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"Title: T\nId: {name}\nDate: ../../1862\n\nText here of the letter.\n")
    (tmp_path / "in" / "tei.toml").write_text('[output]\nlayout = "{year}/{lang}/{stem}.xml"\n')
    before = set(tmp_path.rglob("*"))
    (outcome,) = convert(plan([str(tmp_path / "in")], tmp_path / "out").jobs)
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert new == {outcome.written}
    assert outcome.written.is_relative_to(tmp_path / "out")


@pytest.mark.parametrize(
    "pattern",
    ["../{stem}.xml", "/{stem}.xml", "{stem}/../../x{stem}.xml", "{year}/x.xml", "{stem}", "{nope}/{stem}.xml",
     "a\\{stem}.xml", ".hidden/{stem}.xml", "{stem.__class__}.xml", "", "./{stem}.xml", 7],
)  # fmt: skip
def test_a_layout_that_leads_out_or_gives_no_names_is_refused(pattern: object) -> None:
    with pytest.raises(Wrong):
        layout_value(pattern)


def test_what_stands_in_a_layout_is_a_name() -> None:
    values = {"stem": "公报 1958", "year": "../", "lang": ""}
    assert laid_out("{year}/{lang}/{stem:2}/{stem}.xml", values) == "___/unknown/公报/公报 1958.xml"


def test_a_source_of_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)  # it takes no room on the disk
    begun = time.monotonic()
    (outcome,) = build_one(Job(SourceFile(path, "dump"), tmp_path / "out", load_config(None)))
    assert [found.rule.id for found in outcome.findings] == ["RD014"]
    assert outcome.exit_code is ExitCode.UNREADABLE
    assert f"{LARGEST:,}" in outcome.findings[0].message
    assert time.monotonic() - begun < 5


def test_a_device_is_no_source() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    (outcome,) = build_one(Job(SourceFile(Path("/dev/zero"), "zero"), None, load_config(None)))
    assert outcome.exit_code is ExitCode.UNREADABLE
    assert "device" in outcome.findings[0].message


def test_names_of_every_kind_are_converted_or_refused_one_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    long = "x" * 251 + ".txt"
    for name in (
        "with space.txt",
        long,
        "new\nline.txt",
        os.fsdecode(b"caf\xe9.txt"),
        "-dash.txt",
        "%2e%2e.txt",
        "x" * 243 + ".txt",
    ):
        (folder / name).write_text("Title: T\n\nThe two sides held talks in Beijing.\n")
    outcomes = {o.job.source.path.name: o for o in convert(plan([str(folder)], tmp_path / "out").jobs)}
    refused = {name for name, outcome in outcomes.items() if not outcome.written}
    assert refused == {"new\nline.txt", os.fsdecode(b"caf\xe9.txt"), long}
    assert {path.name for path in (tmp_path / "out").glob("*.xml")} == {
        "with space.xml", "x" * 243 + ".xml", "-dash.xml", "%2e%2e.xml",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 5_000, "a" + ".a" * 3_000 + " = 1", "[align]\ndoubtful = " + "9" * 5_000]
)
def test_settings_made_to_break_the_reader_are_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "tei.toml"
    path.write_text(text)
    with pytest.raises(UsageError):
        load_config(path)
