"""The plain forms of commands are read as the command line library reads it, and anything else is left to that."""

import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from tei.cli.plain import Plain, plain

DOCUMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>'
SCHEMA = """<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0">
  <element name="teiHeader"><empty/></element></element>"""
LETTER = "Brod, 3 May 1881\n\nDear Ines,\n\nthe mill is sold, and we leave on Monday.\n\nYours,\nTomas\n"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("validate a.xml", Plain("validate", ["a.xml"])),
        ("validate a.xml --no-rules b.xml", Plain("validate", ["a.xml", "b.xml"], ["--no-rules"])),
        (
            "validate --schema s.rng --schema=t.rng -j 2 a.xml",
            Plain("validate", ["a.xml"], values={"--schema": ["s.rng", "t.rng"], "--jobs": ["2"]}),
        ),
        ("validate --jobs=3 a.xml", Plain("validate", ["a.xml"], values={"--jobs": ["3"]})),
        ("convert a.txt", Plain("convert", ["a.txt"])),
        (
            "convert a.txt --out b --force letters/*.md -j 1 --out=c",
            Plain("convert", ["a.txt", "letters/*.md"], ["--force"], {"--out": ["b", "c"], "--jobs": ["1"]}),
        ),
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
        "validate --force a.xml",
        "convert",
        "convert -",
        "convert a.txt --out",
        "convert a.txt --out -",
        "convert --no-rules a.txt",
        "convert --schema s.rng a.txt",
        "convert a.txt --split",
        "inspect a.txt",
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
        "convert letter.txt",
        "convert letter.txt --out made",
        "convert letter.txt gone.txt --jobs 1 --out made",
        "convert --out made --force empty letter.txt -j 2",
        "convert --out good.xml letter.txt",
        "convert empty",
    ],
)
def test_both_ways_give_the_same(line: str, tmp_path: Path) -> None:
    (tmp_path / "schema.rng").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "good.xml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "bad.xml").write_text(DOCUMENT.replace("teiHeader", "header"), encoding="utf-8")
    (tmp_path / "broken.xml").write_text(DOCUMENT[:-1], encoding="utf-8")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    usual = [sys.executable, "-c", "from tei.cli.app import main; main()", *line.split()]
    short = [sys.executable, "-m", "tei", *line.split()]
    found = []
    for command in (usual, short):
        rmtree(tmp_path / "made", ignore_errors=True)
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        made = [path.read_bytes() for path in sorted(tmp_path.glob("made/*.xml"))]
        found.append((done.returncode, done.stdout, done.stderr, made))
    assert found[0] == found[1]
    assert found[0][1] + found[0][2]
