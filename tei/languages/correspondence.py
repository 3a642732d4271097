"""Who writes to whom, as a heading (“Mr. A to the Secretary of State”), a label or a greeting says it.

Nothing here knows a name: a correspondent is told by a rank, the noun of an office or body, or the shape of a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tei.languages.base import HeadingForm, LanguagePack
from tei.languages.bodies import named_body
from tei.languages.dates import find_dates
from tei.languages.people import split_person
from tei.languages.people_spaced import has_role_head, is_head, is_name_shaped, rank_length
from tei.languages.people_unspaced import comparable
from tei.languages.person_parts import Part
from tei.languages.scripts import to_simplified

_REMEMBERED = 512  # headings: each is asked about several times, and soon again
_LONGEST = {True: 220, False: 60}  # of a heading, by whether words are set apart, in characters
_LONGEST_SIDE = {True: 110, False: 24}
_NUMBER = re.compile(r"[*†\s]*(?:(?:(?:nos?|nr|n[°º])\.?|№)?\s*\d{1,5}[a-z]?\s*[.):\]-]*\s+)?", re.IGNORECASE)
_ET_CETERA = re.compile(r"(?:[\s,;]*(?:&c|etc)\b\.?)+[\s,.;]*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?P<before>.+?)\s*[(（](?P<names>[^()（）]{2,60})[)）]")
_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|、")
_STOP = re.compile(r"[\s,(]")


@dataclass(frozen=True, slots=True)
class Side:
    """A correspondent as printed: its pieces in order, and how sure (0–1) it is that it is one.

    A piece has the tag persName, roleName, rank or orgName; offsets are in the text read.
    """

    text: str
    parts: tuple[Part, ...]
    certainty: float

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Tag and text of each piece."""
        return ((part.tag, self.text[part.start : part.end]) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Heading:
    """Sender and recipient of a heading; None for the one that it does not name. `sure`: a word for a letter is in it."""

    sender: Side | None
    recipient: Side | None
    sure: bool

    @property
    def certainty(self) -> float:
        """How sure the less sure of both is."""
        return min(side.certainty for side in (self.sender, self.recipient) if side is not None)


@lru_cache(_REMEMBERED)
def read_heading(text: str, pack: LanguagePack) -> Heading | None:
    """The correspondents that `text`, a heading, names; None when it has no form of such a heading."""
    words = pack.letters
    text = " ".join(text.split())
    if not words.headings or len(text) > _LONGEST[pack.names.spaced]:
        return None
    text = text[_NUMBER.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    forms = [form for form in words.headings if all(part.search(text) for part in _patterns(form))]
    found: list[Heading] = []
    for bare in _without_endings(text, pack) if forms else ():
        for form in forms:
            found += _by_form(bare, form, pack)
        if found:
            break
    return max(found, key=lambda heading: heading.certainty, default=None)


def _without_endings(text: str, pack: LanguagePack) -> Iterator[str]:
    """`text` as it stands, then without what may follow: a note of receipt, a date."""
    text = text.rstrip(" .,;:")
    yield text
    for pattern in _compiled(pack.letters.endings):
        for match in pattern.finditer(text):
            if match.end() == len(text) and match.start():
                text = text[: match.start()].rstrip(" .,;")
                yield text
                break
    dates = find_dates(text, pack.dates)
    if dates and dates[-1].end >= len(text) - 1:
        bare = text[: dates[-1].start].rstrip(" .,;(（[")
        yield re.sub(r"\s+(?:on|dated|du|vom|van|от)$", "", bare)


def _by_form(text: str, form: HeadingForm, pack: LanguagePack) -> Iterator[Heading]:
    lead, between, tail = _patterns(form)
    start = lead.match(text).end() if lead.match(text) else -1  # type: ignore[union-attr]
    ends = [match.start() for match in tail.finditer(text) if match.end() == len(text)] if form.tail else [len(text)]
    if start < 0 or not ends or (form.lead and not form.between and start == 0):
        return
    end = ends[0]
    sure = bool(form.tail) or (start > 0 and len(text[:start].split()) > 1)
    if not form.between:
        side = read_correspondent(text[start:end], pack)
        if side is not None:
            yield Heading(None, side, sure)
        return
    for match in between.finditer(text, start, end):
        one = read_correspondent(text[start : match.start()], pack)
        other = read_correspondent(text[match.end() : end], pack)
        if one is not None and other is not None:
            yield Heading(other, one, sure) if form.reverse else Heading(one, other, sure)


def read_correspondent(text: str, pack: LanguagePack) -> Side | None:
    """The person, office or body that the whole of `text` is; None when it has the shape of none."""
    start = len(text) - len(text.lstrip(" *,;:，：；"))
    bare = _ET_CETERA.sub("", text[start:].rstrip(" .,;:，。；："))
    if not bare or len(bare) > _LONGEST_SIDE[pack.names.spaced]:
        return None
    return _spaced(bare, pack) if pack.names.spaced else _unspaced(bare, pack)


def _spaced(text: str, pack: LanguagePack) -> Side | None:
    article = _article(text, pack)
    if match := _IN_BRACKETS.fullmatch(text):
        office = _office(text, match.end("before"), pack)
        names = list(_names(text, match.start("names"), match.end("names"), pack))
        return Side(text, (office, *names), 1.0) if office and names else None
    rank = rank_length(text[article:], pack)
    if 0 < rank < len(text) - article:
        return _with_rank(text, article, article + rank, pack)
    if (split := _office_and_name(text, article, pack)) is not None:
        return Side(text, split, 0.9)
    if (office := _office(text, len(text), pack)) is not None:
        return Side(text, (office,), 1.0 if article else 0.8)
    if is_name_shaped(text[article:], pack):
        several = len(text[article:].split()) > 1
        return Side(text, (Part("persName", 0, len(text)),), 0.6 if several else 0.5 if article else 0.3)
    return None


def _article(text: str, pack: LanguagePack) -> int:
    """Where `text` goes on after an article."""
    longest = 0
    for article in pack.letters.articles:
        space = "" if article[-1] in "’'" else " "
        if text.casefold().startswith(article + space):
            longest = max(longest, len(article + space))
    return longest


def _with_rank(text: str, start: int, name: int, pack: LanguagePack) -> Side | None:
    """A rank or form of address, then one name or several, or an office; what follows a comma is an office."""
    rank = Part("rank", start, start + len(text[start:name].rstrip()))
    people = list(_names(text, name, len(text), pack))
    if people:
        return Side(text, (rank, *people), 1.0)
    end = text.find(",", name) if "," in text[name:] else len(text)
    if any(character.isdigit() for character in text[end:]):  # a date, an address
        return None
    parts: tuple[Part, ...] = ()
    if is_name_shaped(text[name:end], pack):
        parts = (rank, Part("persName", name, end))
    elif text[name:end].startswith("of ") and is_name_shaped(text[name + 3 : end], pack):  # Earl of …
        parts = (Part("persName", start, end),)
    elif has_role_head(text[name:end], pack) and len(text[name:end].split()) < 4:  # Mr. President
        parts = (rank, Part("roleName", name, end))
    if parts and end < len(text):
        parts = (*parts, Part("roleName", end + 1 + (text[end + 1 : end + 2] == " "), len(text)))
    return Side(text, parts, 1.0) if parts else None


def _names(text: str, start: int, end: int, pack: LanguagePack) -> Iterator[Part]:
    """The names that text from `start` to `end` consists of, ranks aside; none when a piece is something else."""
    found: list[Part] = []
    position = start
    for match in (*_NAMES.finditer(text, start, end), None):
        stop = match.start() if match else end
        begin = position + rank_length(text[position:stop], pack)
        if not is_name_shaped(text[begin:stop], pack):
            return
        found.append(Part("persName", begin, stop))
        position = match.end() if match else end
    yield from found


def _office_and_name(text: str, start: int, pack: LanguagePack) -> tuple[Part, ...] | None:
    """“President Author”: the noun of an office, and directly after it a name."""
    words = list(re.finditer(r"\S+", text[start:]))
    last = max((i for i, word in enumerate(words) if is_head(word.group(), pack.names.role_heads, pack)), default=-1)
    if last < 0 or last + 1 >= len(words):
        return None
    begin = start + words[last + 1].start()
    plain = all(word.group()[:1].isupper() for word in words[: last + 1])
    if not plain or not text[begin].isupper() or not is_name_shaped(text[begin:], pack) or len(words) - last > 5:
        return None
    return Part("roleName", 0, start + words[last].end()), Part("persName", begin, len(text))


def _office(text: str, end: int, pack: LanguagePack) -> Part | None:
    """The office or body that `text` up to `end` is: after an article, the noun of one comes before any small word."""
    words = text[_article(text, pack) : end].split()
    if not words or not words[0][:1].isalpha():
        return None
    lead: list[str] = []
    for word in words:
        small = word.casefold() in pack.function_words or word.casefold() in pack.names.particles
        if small and lead:
            break
        lead.append(word)
        if word.endswith(","):
            break
    tags = [
        tag
        for word in lead
        for tag, heads in (("roleName", pack.names.role_heads), ("orgName", pack.names.org_heads))
        if is_head(word, heads, pack)
    ]
    if not tags or not any(character.isupper() for character in text):
        return None
    return Part(tags[-1], 0, end)


def _unspaced(text: str, pack: LanguagePack) -> Side | None:
    if set(to_simplified(text)) & (pack.function_words | set("，。！？；,.!?;「」“”《》")):
        return None
    if match := _IN_BRACKETS.fullmatch(text):
        names = match.span("names")
        return Side(text, (Part("roleName", 0, match.end("before")), Part("persName", *names)), 0.9)
    person = split_person(text, pack)
    if person.name and person.certainty >= 0.85:
        return Side(text, person.parts, 1.0)
    if named_body(text, pack) is not None:
        return Side(text, (Part("orgName", 0, len(text)),), 0.9)
    if person.roles and not person.name:
        return Side(text, person.parts, 0.9)
    if to_simplified(text).endswith(comparable(pack.names.ranks)) and person.name:
        return Side(text, person.parts, 0.9)
    if 2 <= len(text) <= 12 and all(character.isalpha() or character in "·・ " for character in text):
        return Side(text, person.parts or (Part("persName", 0, len(text)),), 0.5)
    return None


def read_greeting(text: str, pack: LanguagePack) -> Side | None:
    """Whom a greeting names (“Dear Mr. A:”, A先生阁下：); None when it names nobody (“Dear Sir:”)."""
    bare = text.strip(" \u3000:：,，;；!！—–-.。")
    addressed = False
    while (shorter := _without_addressing(bare, pack)) != bare:
        bare, addressed = shorter, True
    side = read_correspondent(bare, pack) if bare else None
    if side is None or side.parts[-1].tag == "roleName" or (side.certainty < 0.5 and not addressed):
        return None
    return side


def _without_addressing(text: str, pack: LanguagePack) -> str:
    folded = text.casefold()
    for word in sorted(pack.letters.addressing, key=len, reverse=True):
        stop = len(word)
        if folded.startswith(word) and (not pack.names.spaced or not folded[stop : stop + 1].isalnum()):
            rest = text[stop:].strip(" .,—–-:")
            return text if rest and text[:stop] in pack.names.ranks else rest  # Sir A, but not “Sir” alone
        if folded.endswith(word) and not pack.names.spaced:
            return text[:-stop].strip()
    return text


def labelled(text: str, pack: LanguagePack) -> tuple[str, int] | None:
    """“sender” or “recipient” and where the value begins, when a line begins with the label of one (To: …)."""
    for kind, labels in (("sender", pack.letters.sender_labels), ("recipient", pack.letters.recipient_labels)):
        if labels and (match := _label(labels).match(text)):
            return kind, match.end()
        if labels and text.isupper() and (match := _bare_label(labels).match(text)):  # of a telegram: FM, TO
            return kind, match.end()
    return None


@cache
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"\s*(?:{choices})\s*[:：]\s*(?=\S)", re.IGNORECASE)


@cache
def _bare_label(labels: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True) if label.isalpha())
    return re.compile(rf"(?:{choices})\s+(?=[A-Z])", re.IGNORECASE)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@cache
def _patterns(form: HeadingForm) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    one, two, three = _compiled((form.lead, form.between, form.tail))
    return one, two, three
