"""Texts that a collection has twice, or nearly: found, however many there are, and no others."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.batch.convert import convert
from tei.batch.duplicates import Like, alike, duplicates, sketch
from tei.batch.manifest import Manifest
from tei.batch.plan import plan

WORDS = "ferry pier noon clerk tide lamp rope sand coal mail crew dawn fog bell hull mast sail deck port wind".split()
HANZI = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"


def prose(seed: int, count: int = 200) -> list[str]:
    """Invented words, others for each seed."""
    chance = random.Random(seed)
    return [chance.choice(WORDS) + chance.choice(WORDS) for _ in range(count)]


def shingles(text: str) -> set[str]:
    ink = "".join(character for character in text.casefold() if character.isalnum())
    return {ink[start : start + 8] for start in range(len(ink) - 7)}


def likeness(one: str, other: str) -> float:
    """What the sketches estimate, by its definition (Jaccard)."""
    left, right = shingles(one), shingles(other)
    return len(left & right) / len(left | right)


def found(*texts: str) -> list[tuple[int, int]]:
    return [(like.place, like.earlier) for like in alike(map(sketch, texts))]


def test_the_same_text_is_found_whatever_its_lines_points_and_capitals() -> None:
    text = " ".join(prose(1))
    other = "\n\n".join(word.capitalize() + "." for word in prose(1))
    assert list(alike(map(sketch, [text, " ".join(prose(2)), other]))) == [Like(2, 0, 1)]


def test_a_text_with_some_words_changed_is_found_and_one_with_half_of_them_changed_is_not() -> None:
    some, half = prose(1), prose(1)
    some[::100] = ["changed"] * 2
    half[::2] = prose(2)[::2]
    assert found(*map(" ".join, (prose(1), some, half))) == [(1, 0)]


def test_chinese_is_compared_too() -> None:
    chance = random.Random(3)
    text = "".join(chance.choice(HANZI) for _ in range(2_000))
    other = "".join(chance.choice(HANZI) for _ in range(2_000))
    assert found(text, other, text[:1_000] + "補" + text[1_000:]) == [(2, 0)]


@pytest.mark.parametrize("every", [50, 100, 300])
def test_the_estimate_is_near_the_truth(every: int) -> None:
    one, other = prose(1, 3_000), prose(1, 3_000)
    other[::every] = prose(2, 3_000)[::every]
    (like,) = alike([sketch("".join(one)), sketch("".join(other))])
    assert like.likeness == pytest.approx(likeness("".join(one), "".join(other)), abs=0.1)


def test_short_texts_are_the_same_or_not_told() -> None:
    assert found("Done at Farwick", "Done at Farwick.", "Done at Farwich") == [(1, 0)]
    assert found("", "") == [(1, 0)]


@given(st.text(), st.text())
def test_any_two_texts_are_compared_without_fault(one: str, other: str) -> None:
    assert all(0.8 <= like.likeness <= 1 for like in alike(map(sketch, (one, other))))


def test_texts_with_one_beginning_take_linear_time() -> None:
    """What all have in common is a place in the tables for one of them, not for all pairs."""
    beginning = " ".join(prose(1, 20))
    sketches = [sketch(f"{beginning} {' '.join(prose(seed, 100))}") for seed in range(2_000)]
    seconds = []
    for number in (500, 2_000):
        begun = time.process_time()
        assert list(alike(sketches[:number])) == []
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 10 * seconds[0] + 1


def test_a_text_of_millions_of_letters_takes_bounded_time() -> None:
    text = "".join(prose(1, 400_000))
    begun = time.process_time()
    sketch(text)
    assert time.process_time() - begun < 20


def test_the_table_names_editions_and_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    text = " ".join(f"{word}." for word in prose(1))
    changed = text.replace(prose(1)[100], "otherwise")
    for name, words in {"a": text, "b": " ".join(prose(2)), "-c": f"{text}\n", "d": changed}.items():
        Path(f"in/{name}.txt").write_text(f"Title: The same title\n\n{words}\n")
    with Manifest(Path("out").mkdir() or Path("out")) as manifest:
        list(convert(plan(["in"], Path("out")).jobs, manifest=manifest))
        assert duplicates(manifest, Path("found.tsv"), 1) == 2
    head, *rows = [line.split("\t") for line in Path("found.tsv").read_text().splitlines()]
    assert head == ["edition", "source", "like", "source of that", "likeness"]
    assert rows[0] == ["out/a.xml", "in/a.txt", "out/-c.xml", "in/-c.txt", "same"]
    assert rows[1][:2] == ["out/d.xml", "in/d.txt"]
    assert 0.8 < float(rows[1][-1]) < 1
