"""Letters, telegrams, orders and treaties, of East Asia for the most part: `tests/cases/letters/*.txt`, and below `====` what they hold.

The labels were written by hand before the documents were read. `signed` gives the names and, in brackets, the offices
that a name has beside it; `dateline` the text and, behind `=`, the value of its first date; `p` how the paragraphs
begin, punctuation aside. What a case leaves out is not asked.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import edition_of

from tei.annotation import annotate
from tei.config import load_config
from tei.diagnostics import Report
from tei.model.document import Block, Edition, Role
from tei.model.inline import Date, Inline, Name, marks_in, plain_text
from tei.pipeline import build
from tei.validators.fidelity import FidelityValidator
from tei.validators.xmlfile import parse_tei

_CASES = sorted((Path(__file__).parent / "cases" / "letters").glob("*.txt"))
_LABELS = ("head", "salute", "dateline", "signed", "p")


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_letter(case: Path) -> None:
    text, _, below = case.read_text(encoding="utf-8").partition("\n====\n")
    expected = dict(_label(line) for line in below.splitlines())
    report = Report()
    got = dict(_found(annotate(edition_of(text, file=case.name, report=report), report=report)))
    got["p"] = [
        whole[: len(begin)] for whole, begin in zip(got["p"], [*expected.get("p", []), *got["p"]], strict=False)
    ]
    assert {label: got[label] for label in expected} == expected


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_nothing_of_a_letter_is_lost(case: Path, tmp_path: Path) -> None:
    source = tmp_path / case.name
    source.write_text(case.read_text(encoding="utf-8").partition("\n====\n")[0] + "\n", encoding="utf-8")
    document = parse_tei(build(source, load_config(None), report=Report()).xml, "letter.xml", source=source)
    assert [found.message for found in FidelityValidator().check(document)] == []


def test_there_are_letters() -> None:
    assert len(_CASES) > 30


def _label(line: str) -> tuple[str, list[str]]:
    label, _, values = line.partition(":")
    assert label in _LABELS, line
    separate = [value.strip() for value in values.split(" / ") if value.strip()]
    return label, [_letters(value) for value in separate] if label == "p" else separate


def _found(edition: Edition) -> Iterator[tuple[str, list[str]]]:
    blocks = [block for version in edition.versions for block in version.blocks()]
    for label in _LABELS:
        own = [block for block in blocks if block.role is Role(label)]
        match label:
            case "signed":
                yield label, [signer for block in own for signer in _signers(block)]
            case "dateline":
                yield label, [_dateline(block) for block in own]
            case "p":
                yield label, [_letters(block.text) for block in own]
            case _:
                yield label, [_line(block.content) for block in own]


def _signers(block: Block) -> Iterator[str]:
    """The names, each with the offices beside it; a body where no person signs."""
    text = plain_text(block.content)
    named = [(start, end, mark) for start, end, mark in marks_in(block.content) if isinstance(mark, Name)]
    people = [(text[start:end], start) for start, end, mark in named if mark.tag == "persName"]
    roles = [(text[start:end], start) for start, end, mark in named if mark.tag == "roleName" and not mark.type]
    if not people:
        yield from (text[start:end] for start, end, mark in named if mark.tag == "orgName")
    before = -1
    for number, (name, start) in enumerate(people):
        last = number == len(people) - 1
        own = [role for role, at in roles if before < at and (at < start or (last and len(people) == 1))]
        yield "".join(name.split()) + (f" ({'、'.join(own)})" if own else "")
        before = start


def _dateline(block: Block) -> str:
    value = next((mark.when for _, _, mark in marks_in(block.content) if isinstance(mark, Date)), "")
    return _line(block.content) + (f" = {value}" if value[:1].isdigit() else "")


def _line(content: tuple[Inline, ...]) -> str:
    return " ".join(plain_text(content).split())


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
