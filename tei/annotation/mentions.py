"""Names that a text itself gives: in its signatures, lists of participants, datelines and offices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tei.annotation.places import find_countries, find_cued_places
from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.choices import beginning_words
from tei.languages.people_spaced import is_name_shaped, rank_length
from tei.languages.people_unspaced import comparable, name_quality, role_ends, role_nouns
from tei.languages.person_parts import squeeze
from tei.languages.scripts import to_simplified
from tei.model.document import Block, Role, Version, runs
from tei.model.inline import Name, marks_in, plain_text

# TEI element of a name -> kind of entity.
KINDS = {"persName": "person", "placeName": "place", "orgName": "org"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a block. `key` is what spellings of one name share in one language; `role` what the place says of it.

    `country` is an ISO 3166 code, "" for what is none.
    """

    kind: str
    key: str
    spelling: str
    block_id: str
    role: str = ""
    country: str = ""


def name_key(text: str, pack: LanguagePack) -> str:
    """What two printings of a name share: without letter-spacing, case, script and outer punctuation."""
    if pack.names.spaced:
        return " ".join(text.replace("’", "'").split()).strip(" .,;:").casefold()
    return to_simplified("".join(text.split()))


def spelling(text: str, pack: LanguagePack) -> str:
    """The name as printed, on one line and without letter-spacing."""
    return " ".join(text.split()).strip(" ,;:") if pack.names.spaced else "".join(text.split())


def seeds(version: Version) -> Iterator[Mention]:
    """The names that the structure of a version shows to be names, and the bodies that offices are held in."""
    pack = pack_for(version.lang)
    for block, run in runs(version):
        role = _person_role(block)
        text = plain_text(run)
        for start, end, mark in marks_in(run):
            if not isinstance(mark, Name):
                continue
            piece = text[start:end]
            if mark.tag in KINDS:
                kind = KINDS[mark.tag]
                yield Mention(
                    kind, name_key(piece, pack), spelling(piece, pack), block.id, role if kind == "person" else ""
                )
            elif mark.tag == "roleName" and (body := body_of_office(piece, pack)):
                inner = piece[body[0] : body[1]]
                yield Mention("org", name_key(inner, pack), spelling(inner, pack), block.id)


def _person_role(block: Block) -> str:
    if block.role is Role.SIGNED:
        return "signatory"
    return "participant" if block.role is Role.ITEM else ""


def announced(version: Version) -> Iterator[Mention]:
    """The names that words of the running text announce: persons by an office, places by cues, countries by name."""
    pack = pack_for(version.lang)
    for block, run in runs(version):
        text = plain_text(run)
        for start, end in people_in_office(text, pack):
            yield Mention("person", name_key(text[start:end], pack), spelling(text[start:end], pack), block.id)
        for start, end, country in find_countries(text, pack):
            yield Mention("place", name_key(text[start:end], pack), text[start:end], block.id, country=country)
        for start, end in find_cued_places(text, pack):
            yield Mention("place", name_key(text[start:end], pack), text[start:end], block.id)


def people_in_office(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Names that stand in running text directly after the noun of an office (国家主席…, President …).

    Only a name whose end is plain counts: capitalised words, or a family name with one or two characters before a
    word that follows names.
    """
    if not pack.names.role_heads:
        return iter(())
    return _people_spaced(text, pack) if pack.names.spaced else _people_unspaced(text, pack)


def _people_spaced(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    names = pack.names
    for match in _name_after(names.role_heads, names.ranks, names.particles).finditer(text):
        start = match.start("name") + rank_length(match["name"], pack)
        if is_name_shaped(text[start : match.end()], pack):
            yield start, match.end()


@cache
def _name_after(offices: tuple[str, ...], ranks: tuple[str, ...], particles: tuple[str, ...]) -> re.Pattern[str]:
    heads = beginning_words(office for office in offices if office not in ranks)
    small = "|".join(map(re.escape, particles))
    word = r"(?:[A-ZÀ-ÞА-ЯЁ]\.-?)+|[A-ZÀ-ÞА-ЯЁ][\w’'-]+"
    return re.compile(rf"{heads} (?P<name>(?:{word})(?: (?:{small}))*(?: (?:{word}))+)")


def _people_unspaced(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    plain = to_simplified(text)
    followers = comparable(pack.names.name_followers)
    for start in role_ends(plain, pack):
        for size in range(pack.names.given_length + 2, 1, -1):
            name, after = plain[start : start + size], plain[start + size : start + size + 4]
            if len(name) == size and after.startswith(followers) and name_quality(name, pack) >= 0.9:
                yield start, start + size
                break


def body_of_office(text: str, pack: LanguagePack) -> tuple[int, int] | None:
    """Where in the description of an office the body stands that it is held in (Premier of the *State Council*)."""
    return _body_spaced(text, pack) if pack.names.spaced else _body_unspaced(text, pack)


def _body_spaced(text: str, pack: LanguagePack) -> tuple[int, int] | None:
    heads = {head.casefold() for head in pack.names.org_heads}
    for match in re.finditer(r"\bof\s+(?:the\s+)?", text):
        end = len(text.split(",")[0]) if "," in text[match.end() :] else len(text)
        phrase = re.split(r"\s+of\s+", text[match.end() : end], maxsplit=1)[0]
        if any(word.casefold() in heads for word in phrase.split()):
            return match.end(), max(end, match.end())
    return None


def _body_unspaced(text: str, pack: LanguagePack) -> tuple[int, int] | None:
    squeezed, offsets = squeeze(text)
    plain = to_simplified(squeezed)
    sizes = [size for end, size in role_nouns(plain, pack) if end == len(plain)]
    if not sizes or "驻" in plain:
        return None
    end = len(plain) - max(sizes)
    while modifier := next((m for m in comparable(pack.names.role_modifiers) if plain[:end].endswith(m)), ""):
        end -= len(modifier)
    if end < 3 or not plain[:end].endswith(comparable(pack.names.org_heads)):
        return None
    return 0, offsets[end - 1] + 1


def short_form(name: str, pack: LanguagePack) -> str:
    """The part by which a full name is called again: the last word, or the last piece of a transliterated name."""
    separator = pack.names.name_separator
    if pack.names.spaced:
        last = name.split()[-1].strip(".,")
        return last if len(name.split()) > 1 and len(last) > 3 else ""
    if separator and separator in name:
        last = name.rsplit(separator, 1)[1]
        return last if len(last) > 1 else ""
    return ""
