"""What every language pack must be: data that the rules can use."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from tei.languages import LANGUAGES, pack_for, packs
from tei.languages.base import LanguagePack
from tei.languages.scripts import to_simplified

_PATTERNS = {
    "page_lines": {"value"},
    "column_lines": {"value"},
    "signature_marks": set(),
    "dateline_forms": {"place"},
    "party_leads": set(),
    "place_cues": {"place", "places"},
    "valedictions": set(),
    "salutations": set(),
    "postscripts": set(),
    "article_labels": {"n"},
}

each_pack = pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.code)


def _patterns(pack: LanguagePack) -> Iterator[tuple[str, re.Pattern[str]]]:
    for field in _PATTERNS:
        for pattern in getattr(pack, field):
            yield field, re.compile(pattern)


def test_english_and_chinese_are_there() -> None:
    assert LANGUAGES.names()[:2] == ("en", "zh")
    assert [pack.code for pack in packs()][:2] == ["en", "zh"]


@each_pack
def test_patterns_compile_and_have_the_groups_that_are_read(pack: LanguagePack) -> None:
    for field, pattern in _patterns(pack):
        assert set(pattern.groupindex) <= _PATTERNS[field], f"{field}: {pattern.pattern}"
        if field in {"page_lines", "column_lines", "article_labels", "place_cues"}:
            assert pattern.groupindex, f"{field}: {pattern.pattern}"


@each_pack
def test_no_pattern_matches_nothing(pack: LanguagePack) -> None:
    for field, pattern in _patterns(pack):
        assert pattern.fullmatch("") is None, f"{field}: {pattern.pattern}"


@each_pack
def test_dateline_forms_have_one_date(pack: LanguagePack) -> None:
    assert [form for form in pack.dateline_forms if form.count("<date>") != 1] == []


@each_pack
def test_metadata_keys_are_in_lower_case_and_mean_one_thing(pack: LanguagePack) -> None:
    keys = [key for words in pack.metadata_keys.values() for key in words]
    assert keys == [key.lower().strip() for key in keys]
    assert len(keys) == len(set(keys))


def test_no_metadata_key_means_two_things_in_two_languages() -> None:
    for one, other in combinations(packs(), 2):
        for field, words in one.metadata_keys.items():
            others = [key for name, keys in other.metadata_keys.items() if name != field for key in keys]
            assert set(words) & set(others) == set()


@each_pack
def test_markers_announce_an_original_or_a_translation(pack: LanguagePack) -> None:
    assert set(pack.version_markers) <= {"original", "translation"}
    labels = [label for words in pack.version_markers.values() for label in words]
    assert len(labels) == len(set(labels))
    assert labels == [label.casefold() for label in labels]


def test_words_of_chinese_are_simplified_since_texts_are_before_they_are_compared() -> None:
    names = pack_for("zh").names
    words = (*names.role_heads, *names.ranks, *names.role_joiners, *names.org_heads, *names.role_modifiers)
    assert [word for word in words if to_simplified(word) != word] == []


def test_surnames_are_one_or_two_characters() -> None:
    assert {len(name) for name in pack_for("zh").names.surnames} == {1, 2}


@each_pack
def test_offices_and_words_for_dates_are_there(pack: LanguagePack) -> None:
    assert pack.names.role_heads
    assert pack.names.org_heads
    assert pack.dates.templates
    assert pack.scripts


@each_pack
def test_an_irregular_form_belongs_to_one_word_and_is_no_word_itself(pack: LanguagePack) -> None:
    words = [each.split() for each in pack.irregular_forms]
    forms = [form for _, *others in words for form in others]
    assert all(len(each) > 1 for each in words)
    assert len(forms) == len(set(forms))
    assert {first for first, *_ in words}.isdisjoint(forms)


def test_a_tag_finds_its_pack_whatever_its_script() -> None:
    assert pack_for("zh-Hant").code == "zh"
    assert pack_for("en-GB").code == "en"


def test_a_language_without_a_pack_has_one_without_words() -> None:
    pack = pack_for("tlh")
    assert (pack.code, pack.scripts, pack.names.role_heads) == ("tlh", (), ())
    assert pack_for("tlh") is pack


def test_labels_of_languages_are_in_small_letters_and_mean_one_language() -> None:
    labels = [label for pack in packs() for label in pack.language_labels]
    assert len({*labels}) == len(labels)
    assert [label for label in labels if label != label.casefold() or label != label.strip()] == []


@each_pack
def test_each_language_is_labelled_by_its_code(pack: LanguagePack) -> None:
    assert pack.code in pack.language_labels
