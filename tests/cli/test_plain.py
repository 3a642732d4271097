"""The plain form of `tei validate` is read as the command line library reads it, and anything else is left to that."""

import subprocess
import sys
from pathlib import Path

import pytest

from tei.cli.plain import Plain, plain

DOCUMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>'
SCHEMA = """<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0">
  <element name="teiHeader"><empty/></element></element>"""


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("validate a.xml", Plain(["a.xml"])),
        ("validate a.xml --no-rules b.xml", Plain(["a.xml", "b.xml"], rules=False)),
        ("validate --schema s.rng --schema=t.rng -j 2 a.xml", Plain(["a.xml"], ["s.rng", "t.rng"], 2)),
        ("validate --jobs=3 a.xml", Plain(["a.xml"], jobs=3)),
    ],
)
def test_plain_command_lines(line: str, asked: Plain) -> None:
    assert plain(line.split()) == asked


@pytest.mark.parametrize(
    "line",
    [
        "",
        "validate",
        "validate --no-rules",
        "validate --help",
        "validate a.xml -h",
        "validate a.xml --format json",
        "validate --schema",
        "validate a.xml --schema",
        "validate a.xml --schema --no-rules",
        "validate a.xml --jobs two",
        "validate a.xml --jobs -1",
        "validate a.xml -j2",
        "validate a.xml --no-rules=1",
        "validate -- a.xml",
        "validate -",
        "convert a.txt",
        "--version",
    ],
)
def test_other_command_lines_are_left_alone(line: str) -> None:
    assert plain(line.split()) is None


@pytest.mark.parametrize(
    "line",
    [
        "validate --no-rules --schema schema.rng good.xml",
        "validate --schema schema.rng good.xml bad.xml broken.xml -j 1",
        "validate --schema schema.rng bad.xml good.xml bad.xml",
        "validate --schema gone.rng good.xml",
        "validate --schema schema.xyz good.xml",
        "validate --schema bad.xml good.xml",
        "validate --schema schema.rng gone.xml",
        "validate --schema schema.rng gone.xml good.xml",
        "validate --schema schema.rng ./good.xml empty",
    ],
)
def test_both_ways_give_the_same(line: str, tmp_path: Path) -> None:
    (tmp_path / "schema.rng").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "good.xml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "bad.xml").write_text(DOCUMENT.replace("teiHeader", "header"), encoding="utf-8")
    (tmp_path / "broken.xml").write_text(DOCUMENT[:-1], encoding="utf-8")
    (tmp_path / "empty").mkdir()
    usual = [sys.executable, "-c", "from tei.cli.app import main; main()", *line.split()]
    short = [sys.executable, "-m", "tei", *line.split()]
    one, other = (
        subprocess.run(each, cwd=tmp_path, capture_output=True, text=True, check=False) for each in (usual, short)
    )
    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)
    assert one.stdout + one.stderr
