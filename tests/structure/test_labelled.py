"""Texts with the label of their language before them."""

import pytest
from documents import edition_of, unaccounted
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.errors import UnreadableInput


def texts_of(source: str) -> dict[str, list[str]]:
    """The blocks of each version."""
    edition = edition_of(source)
    assert unaccounted(edition) == []
    return {version.id: [block.text for block in version.blocks()] for version in edition.versions}


@pytest.mark.parametrize("label", ["DE: ", "[DE] ", "Deutsch: ", "(Deutsch) ", "德文："])
def test_labels_of_many_forms_part_the_languages_of_a_line(label: str) -> None:
    source = (
        f"EN: The quay is open to the ships of both sides. {label}Der Kai ist für die Schiffe beider Seiten offen.\n\n"
        f"EN: The pilots are named by the town. {label}Die Lotsen werden von der Stadt ernannt.\n"
    )
    assert texts_of(source) == {
        "en": ["The quay is open to the ships of both sides.", "The pilots are named by the town."],
        "de": ["Der Kai ist für die Schiffe beider Seiten offen.", "Die Lotsen werden von der Stadt ernannt."],
    }


@pytest.mark.parametrize(
    "source",
    [
        "English: the word is used of the quay and of the wall.\n\nIt is not used of the bridge, as far as we know.",
        "The report says so. English: The quay is open. Deutsch: Der Kai ist offen, und die Brücke ist es auch.",
        "FR: The quay is open to the ships of both sides. EN: The pilots are named by the town and by no other.",
    ],
)
def test_labels_count_only_with_several_languages_that_they_fit(source: str) -> None:
    (whole,) = texts_of(source).values()
    assert " ".join(whole).split() == source.split()


_PIECES = st.sampled_from(["EN: ", "中文：", "(英) ", "The quay is open.", "碼頭開放。", " ", "\n", "\n\n"])


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=14))
def test_every_character_is_in_the_text_or_set_aside(pieces: list[str]) -> None:
    try:
        edition = edition_of("".join(pieces), report=Report())
    except UnreadableInput:
        return
    assert unaccounted(edition) == []


def test_a_title_ends_where_text_of_another_version_stands_below_it() -> None:
    """Found by fuzzing: two lines of a version with one of the other between them were joined to one title."""
    source = (
        "EN: Convention on the Ferries\nFR: Les parties entretiennent un bac sur chaque rivière.\n"
        "EN: The parties keep a ferry on each of the rivers\n\nNote: the rope of the second ferry was new.\n"
    )
    assert texts_of(source)["en"][0] == "Convention on the Ferries"
