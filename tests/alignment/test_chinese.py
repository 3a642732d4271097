"""The Chinese dictionary: what its words mean, and that what is kept of it is read again or, where broken, made anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tei.alignment.linking import chinese
from tei.alignment.linking.words import split_words
from tei.schema.store import CACHE_VARIABLE


def forget() -> None:
    chinese._sections.cache_clear()
    chinese.words_with.cache_clear()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    forget()
    yield tmp_path
    forget()


def kept(cache: Path) -> Path:
    (file,) = (cache / "dictionaries").iterdir()
    return file


def test_every_meaning_is_given_in_words_and_what_only_points_elsewhere_is_not() -> None:
    assert ["communique"] in chinese.glosses("公报")
    assert ["ship"] in chinese.glosses("船")
    assert ["wang"] in chinese.glosses("王")  # “surname Wang”: a name is written so
    assert chinese.glosses("船船船") == chinese.glosses("x") == []


def test_a_run_is_divided_by_the_longest_words_and_what_begins_none_stands_alone() -> None:
    assert list(split_words("会谈公报々")) == ["会谈", "公报", "々"]


def test_the_dictionary_is_kept_and_what_is_kept_says_the_same(cache: Path) -> None:
    words, meanings = chinese.words_with("公"), chinese.glosses("公报")
    data = kept(cache).read_bytes()
    forget()
    assert (chinese.words_with("公"), chinese.glosses("公报")) == (words, meanings)
    assert kept(cache).read_bytes() == data


def test_a_broken_file_is_made_anew(cache: Path) -> None:
    meanings = chinese.glosses("公报")
    data = kept(cache).read_bytes()
    for broken in (b"", b"00000000", data[:-1], data[:5000] + b"x" + data[5001:]):
        kept(cache).write_bytes(broken)
        forget()
        assert chinese.glosses("公报") == meanings
        assert kept(cache).read_bytes() == data


def test_without_a_cache_that_can_be_written_the_dictionary_is_read_all_the_same(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cache / "file").write_text("no folder")
    monkeypatch.setenv(CACHE_VARIABLE, str(cache / "file"))
    assert chinese.glosses("公报")
