"""Names of places: countries as CLDR lists them in each language, and what a text itself shows to be a place."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

from tei.languages.base import LanguagePack
from tei.languages.choices import beginning_words
from tei.languages.patterns import as_written
from tei.languages.scripts import script_of, to_simplified
from tei.schema.store import kept

# A name before one of these is the beginning of a longer name: 印度洋, 约旦河.
_HAN_TAILS = frozenset("洋河海湾山岛州省市县峡江湖")
# What may stand directly before a short name in Chinese without being a part of it.
_HAN_LEADS = frozenset("和与及同对向由从到在于以驻访是为的了自往经给被把将使")
# CLDR's list has regions that are no countries and whose names are ordinary words.
_NOT_COUNTRIES = frozenset(
    {"AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)


def _territories(code: str) -> dict[str, str]:
    """The names of countries and larger regions in a language, as the Unicode CLDR gives them, by their codes.

    They are kept in the cache: babel reads with them all else that the CLDR has of the language, and of every language.
    """

    def read() -> dict[str, str]:
        from babel import Locale, UnknownLocaleError

        try:
            return dict(Locale(code).territories)
        except (UnknownLocaleError, ValueError):
            return {}

    found = find_spec("babel")
    data = Path(str(found and found.origin)).with_name("locale-data") / f"{code}.dat"
    if not (code.isalpha() and data.is_file()):
        return read()
    return kept(f"dictionaries/territories-{code}-{crc32(data.read_bytes()):08x}", read)


@cache
def countries(code: str) -> dict[str, str]:
    """ISO 3166 codes by the name of the country in the language `code`, as the Unicode CLDR gives it."""
    found: dict[str, str] = {}
    for territory, name in _territories(code).items():
        if len(territory) == 2 and territory not in _NOT_COUNTRIES:
            bare = re.sub(r"\s*[(（].*?[)）]", "", name)
            han = any(script_of(character) == "Hani" for character in name)  # texts are compared simplified
            for spelling in {name, bare} | ({to_simplified(name), to_simplified(bare)} if han else set()):
                if len(spelling) > 1:
                    found.setdefault(spelling, territory)
    return found


@cache
def _country_pattern(code: str, *, spaced: bool) -> re.Pattern[str]:
    longest_first = sorted(countries(code), key=lambda name: (-len(name), name))
    if spaced:
        return re.compile(rf"{beginning_words(longest_first)}\b")
    return re.compile("|".join(map(re.escape, longest_first)))


def find_countries(text: str, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    """Names of countries in `text`: start, end and ISO 3166 code.

    A name inside a longer one is passed over: a capitalised word beside it, or a noun that makes it a river or a sea.
    """
    if not countries(pack.code):
        return
    spaced = pack.names.spaced
    plain = text if spaced else to_simplified(text)
    for match in _country_pattern(pack.code, spaced=spaced).finditer(plain):
        start, end = match.span()
        alone = _stands_alone(text, start, end) if spaced else _stands_clear(plain, start, end)
        if alone and match.group() not in pack.names.not_countries:
            yield start, end, countries(pack.code)[match.group()]


def _stands_alone(text: str, start: int, end: int) -> bool:
    near = max(0, start - _NEAR)
    before = re.search(r"([\w’'-]+) $", text[near:start])
    after = re.match(r" ([\w’'-]+)", text[end : end + _NEAR])
    part_before = before is not None and before[1][:1].isupper() and not _opens_sentence(text, near + before.start())
    return not part_before and not (after is not None and after[1][:1].isupper())


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _NEAR) : start].rstrip()
    return not before or before[-1] in ".!?:;"


def _stands_clear(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] in _HAN_TAILS:
        return False
    if _ONE_WORD.fullmatch(text[max(0, start - 1) : start + 1]) or _KATAKANA.fullmatch(text[end - 1 : end + 1]):
        return False
    if end - start > 2 or text[end - 1] == "国":
        return True
    before = text[start - 1 : start]
    return not before or before in _HAN_LEADS or script_of(before) != "Hani"


# Two letters of one word. What follows a Korean noun at once may be a particle, what follows a Japanese one is not.
_KATAKANA = re.compile("[ァ-ヺー]{2}")
_ONE_WORD = re.compile("[ァ-ヺー]{2}|[가-힣]{2}")
_NEAR = 40  # how far the words beside a name can reach, in characters
_HAN_PIECE = re.compile(r"[^、，和,]+")
_SPACED_PIECE = re.compile(r"(?!and\b)[A-Z][^,]*?(?=,|\sand\b|$)")


def find_cued_places(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Places that the words around them announce: “talks in …”, 访问了…等城市."""
    for pattern in as_written(pack.place_cues).within(text):
        for match in pattern.finditer(text):
            for group in pattern.groupindex:
                if match[group] is None:
                    continue
                start = match.start(group)
                for piece in (_SPACED_PIECE if pack.names.spaced else _HAN_PIECE).finditer(match[group]):
                    yield start + piece.start(), start + piece.end()
