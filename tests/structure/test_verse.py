"""Verse: what is told as such, and what stands in short lines and is none."""

import pytest
from documents import edition_of, unaccounted
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.alignment.segmentation import segment
from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.model.document import Role

_ABOVE = "Report on the Harbour\n\nThe committee of the harbour met in the spring and heard what stands here.\n\n"
_BELOW = "\n\nThe committee of the harbour will meet again in the autumn of the year.\n"
_STANZA = "The rope is wet, the river wide,\nAnd no one calls from the other side,\nBut still he keeps his place\nWith wind on his face."


def lines_of(text: str) -> list[str]:
    """The lines of verse in a text between two paragraphs."""
    edition = edition_of(_ABOVE + text + _BELOW)
    assert unaccounted(edition) == []
    return [block.text for version in edition.versions for block in version.blocks() if block.role is Role.L]


def test_lines_that_rhyme_are_verse() -> None:
    assert lines_of(_STANZA) == _STANZA.splitlines()


def test_stanzas_of_one_length_are_verse_without_rhymes() -> None:
    stanza = "The rope is wet and the river\nIs wide, and the old man\nKeeps to the bank"
    assert lines_of(f"{stanza}\n\n{stanza}") == stanza.splitlines() * 2
    assert lines_of(f"{stanza}\n\n{stanza}\nIn the night") == []


def test_a_poem_in_one_line_is_parted_into_its_couplets() -> None:
    text = "碼頭記事\n\n去年春天船上的老人唱了一首歌，我把它記在這裏。\n\n江上無人渡，船頭有客愁。風吹燈不定，夜半水空流。\n\n他就走了。\n"
    blocks = [block for version in edition_of(text).versions for block in version.blocks()]
    assert [block.text for block in blocks if block.role is Role.L] == [
        "江上無人渡，船頭有客愁。",
        "風吹燈不定，夜半水空流。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        _STANZA.replace("\n", "\n\n"),  # paragraphs
        _STANZA.lower(),
        "\n".join(f"{n}. {line}" for n, line in enumerate(_STANZA.splitlines(), 1)),  # points
        "The Keeper of the Ferry\nAt the House by the Quay\nIn the Town of Westhaven\nNear the Bridge",
        "To the Keeper of the Town,\nThomas Arkwell\nMinister of the Harbour\nAnd of the Crown",
        "The rope is wet.\nThe quay is set.\nThe lamp is lit.\nThe crew has it.",  # sentences
        "The rope is wet,\nAnd it is not set.",  # too short
    ],
)
def test_other_short_lines_are_no_verse(text: str) -> None:
    assert lines_of(text) == []


def test_a_line_of_verse_is_not_divided_into_sentences() -> None:
    (version,) = edition_of(_ABOVE + _STANZA.replace("wide,", "wide. So") + _BELOW).versions
    lines = [block.id for block in version.blocks() if block.role is Role.L]
    assert len(lines) == 4
    assert not {*lines} & {*segment(version)}


_PIECES = st.sampled_from(
    [*_STANZA.splitlines(), "| a", "| *b*", "江上無人渡，", "船頭有客愁。", "| c | d", "", "1. e"]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=12), st.sampled_from(["a.txt", "a.md"]))
def test_every_character_is_in_the_text_or_set_aside(lines: list[str], file: str) -> None:
    try:
        edition = edition_of(_ABOVE + "\n".join(lines), file=file, report=Report())
    except UnreadableInput:
        return
    assert unaccounted(edition) == []
