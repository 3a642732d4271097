"""Names of countries, and of places that the words around them announce."""

from pathlib import Path

import pytest
from babel import Locale

from tei.annotation.places import _territories, countries, find_countries, find_cued_places
from tei.languages import pack_for, packs
from tei.schema.store import CACHE_VARIABLE


def found_countries(text: str, code: str) -> list[tuple[str, str]]:
    return [(text[start:end], country) for start, end, country in find_countries(text, pack_for(code))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ships of Portugal and India came.", [("Portugal", "PT"), ("India", "IN")]),
        ("In Norway the mills turn.", [("Norway", "NO")]),
        ("the United States", [("United States", "US")]),
        ("New Jersey Turkey Company", []),
        ("Indiana and Chinatown", []),
        ("the Indian Ocean", []),
        ("a turkey in a china shop", []),
        ("Portugal Street is closed.", []),
    ],
)
def test_countries_in_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_countries(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("葡萄牙和印度的船只", [("葡萄牙", "PT"), ("印度", "IN")]),
        ("印度尼西亚的船只", [("印度尼西亚", "ID")]),
        ("在印度洋上", []),
        ("约旦河的水", []),
        ("從葡萄牙到挪威", [("葡萄牙", "PT"), ("挪威", "NO")]),
        ("訪問法國", [("法國", "FR")]),
    ],
)
def test_countries_in_chinese(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_countries(text, "zh") == expected


@pytest.mark.parametrize("code", [pack.code for pack in packs()])
def test_territories_are_those_of_the_cldr_kept_or_not(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    told = list(Locale(code).territories.items())
    assert list(_territories(code).items()) == told
    assert list(_territories(code).items()) == told
    assert len(list(tmp_path.rglob(f"*-{code}-*"))) == 1


def test_a_language_that_cldr_does_not_know_has_no_countries() -> None:
    assert countries("xx") == {}
    assert found_countries("Portugal", "xx") == []


def cued(text: str, code: str) -> list[str]:
    spots = sorted(set(find_cued_places(text, pack_for(code))))  # two cues may announce one place
    return [text[start:end] for start, end in spots]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("The talks were held in Lisbon.", "en", ["Lisbon"]),
        ("They visited the cities of Porto, Braga, and Coimbra.", "en", ["Porto", "Braga", "Coimbra"]),
        ("They met in the evening.", "en", []),
        ("双方在里斯本举行了会谈。", "zh", ["里斯本"]),
        ("代表团访问了波尔图、布拉加和科英布拉等城市。", "zh", ["波尔图", "布拉加", "科英布拉"]),
        ("代表团访问波尔图、布拉加等城市。", "zh", ["波尔图", "布拉加"]),
        ("代表团前往波尔图和布拉加等地。", "zh", ["波尔图", "布拉加"]),
        ("代表团参观了工厂、码头和学校。", "zh", []),
    ],
)
def test_places_that_words_announce(text: str, code: str, expected: list[str]) -> None:
    assert cued(text, code) == expected
