"""Which of the short lines above a text is its title: what speaks for each and against it is added up, the best one is it.

None of it decides alone. For a line speak that it is the first, a heading, in capitals, set apart, printed again, that it
names the kind of document or who writes to whom, that what the source says of itself has it too; against it that it is
a day, a number, a label, a person, a greeting or a sentence. A title may run over several lines.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei.languages.base import LanguagePack
from tei.languages.patterns import any_case
from tei.model.source import LayoutKind
from tei.structure.line import Shape
from tei.structure.shapes import greeting_end, is_salutation, line_shape
from tei.structure.site_lines import has_site_word, known_labels
from tei.structure.title_words import (
    NAMED,
    NUMBERED,
    article_like,
    capitals,
    folded,
    has_verb,
    in_title_case,
    is_code,
    is_letter_heading,
    is_number,
    is_remark,
    kind_weight,
    letter_heading,
    says_the_same,
)
from tei.structure.units import Unit

ENOUGH = 1.5
"""What a title weighs at least."""

_DEEPEST = 24  # units above which a title begins
_MOST_LINES = 8  # of a title
_MOST_GAP = 1  # blank lines within a title whose first line runs on
_LONGEST = {True: 420, False: 120}  # characters of a title, by whether words are set apart
_LONGEST_LINE = {True: 240, False: 80}
_USUAL = {True: (12, 200), False: (5, 60)}
_LONGEST_DATELINE = 62
_BY_WORDS = 0.9  # how sure a dateline with a place is at most that has none of the forms of its language
_LONGEST_KICKER = 60  # of a line that may end with a stop because it is in capitals
_SURE = 0.8  # of a heading that says who writes to whom
_BELOW = 1.2  # how much longer than a title is something below it
_MOST_WORDS = 5  # of what ends with a stop and is no sentence for want of a verb
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?]\s")
_LONGEST_ENDED = 120  # characters of a title that ends as a sentence does
_BESIDE = 1.5  # how much longer is what stands below such a title
_LETTERHEAD_LINES = 3
_LETTERHEAD = 60  # characters of each of three lines that stand together

_PAGE_NAME = re.compile(r"[^/]{1,60}(?:(?<!\s)/(?!\s)[^/]{1,60}){2,}|.*\.(?:djvu|pdf|docx?|txt)\b.*", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[^:：]{1,40}?)\s*[:：]\s*\S")
_RUNS_ON = (",", "，", "、", ":", "：", ";", "；", "。")
_FULL_STOPS = (".", "。", "．", "۔", "…")  # a title may ask or exclaim
_CUT_SHORT = ("...", "…")  # as menus cut the titles of pages
_STOPS = ".。!！?？;；:：,，"

_HEADING, _LOWER_HEADING = 2.5, 1.0  # a heading of the highest level above the text, and one below it
_FIRST = 1.0
_HEADS_LETTER = 2.5
_KNOWN = 3.0  # the metadata have it
_TWICE = 2.0  # it is printed twice above the text
_AGAIN = 1.8  # the first line says the same
_APART = 0.5
_CAPITALS, _CENTRED, _BOLD, _TITLE_CASE, _SIZE, _UNENDED, _TEXT_BELOW = 0.7, 0.7, 0.7, 0.3, 0.5, 0.3, 0.5
_JOINED, _GOES_ON = -0.5, 1.0  # a line more, and one that the line before runs on into
_CUT_OFF = 1.0  # the last line runs on into the next one
_ENDED = 1.5  # it ends as a sentence does
_ADDRESSED = 1.5  # it stands below a dateline, as those do who are written to
_NO_ADDRESS = 1.2  # what it says weighs so much that it is none of an address
_STANDS_CLOSE = 1.5  # it is one of several short lines that stand together: a letterhead, an address
_NEVER = -9.0


@dataclass(frozen=True, slots=True)
class Found:
    """A title: the range of units that it takes, and what it weighs."""

    start: int
    end: int
    weight: float


def best_title(units: Sequence[Unit], pack: LanguagePack, known: Collection[str] = ()) -> Found | None:
    """The title among the lines above the text of `units`; None where no line weighs enough.

    `known` are titles that the metadata give, as `folded` makes them.
    """
    front = _front(units, pack)
    found: Found | None = None
    plain = [i for i, unit in enumerate(units[:front]) if not _stands_for_no_title(unit.text, pack)]
    first = next(iter(plain), 0)
    letterhead = len(plain) >= _LETTERHEAD_LINES and _opens_letter(units, front, pack)
    for start in range(front):
        for end in range(start + 1, min(front, start + _MOST_LINES) + 1):
            if end > start + 1 and not _can_join(units[end - 2], units[end - 1], pack):
                break
            if end >= len(units):
                break
            weight = _weight(units, start, end, pack, known, first=start == first, address=letterhead)
            if weight >= ENOUGH and (found is None or weight > found.weight):
                found = Found(start, end, weight)
    return found


def _opens_letter(units: Sequence[Unit], front: int, pack: LanguagePack) -> bool:
    """Whether a letter begins in the lines above a text or right below them: with a dateline and a greeting."""
    dated = any(line_shape(unit.text, pack).shape is Shape.DATELINE for unit in units[:front])
    below = units[front : front + 1]
    return dated and any(is_salutation(unit.text, pack) or greeting_end(unit.text, pack) for unit in below)


def title_weight(units: Sequence[Unit], pack: LanguagePack, known: Collection[str] = ()) -> float:
    """What the first of `units` weighs as a title of what is below it."""
    if len(units) < 2 or _is_text(units[:2], pack):
        return 0.0
    return _weight(units, 0, 1, pack, known, first=True)


def _weight(
    units: Sequence[Unit],
    start: int,
    end: int,
    pack: LanguagePack,
    known: Collection[str],
    *,
    first: bool,
    address: bool = False,
) -> float:
    """The weight of the lines from `start` to `end` as one title; with `address`, they may be of a letterhead."""
    lines = units[start:end]
    head = lines[0]
    text = " ".join(unit.text for unit in lines)
    spaced = pack.names.spaced
    against = _against(lines, text, pack)
    if against <= _NEVER:
        return against
    weight = against + _FIRST * first
    if spaced and text.split(maxsplit=1)[0].casefold() in known_labels():  # To His Excellency
        weight -= 2.5 if start else 0.5
    if head.kind is LayoutKind.HEADING:
        top = min(unit.level for unit in units[:_DEEPEST] if unit.kind is LayoutKind.HEADING)
        weight += _HEADING if head.level == top else _LOWER_HEADING
    joints = [_runs_on(before.text, after.text, pack) for before, after in pairwise(lines)]
    alone = head.gap > 0 and end < len(units) and units[end].gap > 0
    if not alone and any(line_shape(unit.text, pack).shape is Shape.DATELINE for unit in units[:start]):
        weight -= _ADDRESSED
    is_kind = kind_weight(text if all(joints) or not spaced else head.text, pack)
    of_letter = letter_heading(head, pack) if len(lines) == 1 else 0.0
    weight += max(is_kind, _HEADS_LETTER * of_letter)
    plain = folded(text)
    weight += _KNOWN * (plain in known)
    weight += _TWICE * any(folded(unit.text) == plain for unit in units[end : end + _MOST_LINES])
    weight += _AGAIN * (start > 0 and says_the_same(text, units[0].text, pack))
    below = units[end] if end < len(units) else None
    if below is not None:
        weight += _APART * ((head.gap > 0 or start == 0) and below.gap > 0)
        weight += _CENTRED * (head.indent > below.indent)
    weight += _BOLD * all(unit.bold for unit in lines)
    shouted = capitals(text)
    weight += _CAPITALS if shouted == 1.0 else _TITLE_CASE * in_title_case(text)
    least, most = _USUAL[spaced]
    weight += _SIZE * (least <= len(text) <= most)
    weight += _UNENDED * (text[-1] not in _STOPS)
    weight += sum(_GOES_ON if joint else _JOINED for joint in joints)
    longest = max((len(unit.text) for unit in units[end:]), default=0)
    weight += _TEXT_BELOW if longest >= _BELOW * len(text) else -1.5
    if below is not None and _can_join(lines[-1], below, pack) and _runs_on(lines[-1].text, below.text, pack):
        weight -= _CUT_OFF
    if text.endswith(".") and below is not None and _heads_with_stop(text, below, pack, first=first):
        weight += _ENDED
    if (
        spaced
        and max(is_kind, _HEADS_LETTER * of_letter) < _NO_ADDRESS
        and head.kind is LayoutKind.TEXT
        and (address or _stands_close(units, start))
    ):
        weight -= _STANDS_CLOSE
    return weight


def _heads_with_stop(text: str, below: Unit, pack: LanguagePack, *, first: bool) -> bool:
    """Whether a line may end with a stop and head what is below it: a dateline, or a longer text set apart."""
    if line_shape(below.text, pack).shape is Shape.DATELINE:
        return True
    one = first and not _INNER_STOP.search(text) and len(text) <= _LONGEST_ENDED
    return one and bool(below.gap) and len(below.text) >= _BESIDE * len(text)


def _stands_close(units: Sequence[Unit], start: int) -> bool:
    """Whether a line is one of three short ones at least that stand together."""
    first, last = start, start
    while first and not units[first].gap and len(units[first - 1].text) <= _LETTERHEAD:
        first -= 1
    while last + 1 < len(units) and not units[last + 1].gap and len(units[last + 1].text) <= _LETTERHEAD:
        last += 1
    return last - first > 1


def _against(lines: Sequence[Unit], text: str, pack: LanguagePack) -> float:
    """What speaks against lines that are taken for a title."""
    spaced = pack.names.spaced
    if len(text) > _LONGEST[spaced] or text.endswith(_RUNS_ON) or not any(map(str.isalpha, text)):
        return _NEVER
    if is_salutation(text, pack) or any(article_like(unit.text, pack) for unit in lines) or is_remark(text):
        return _NEVER
    shaped = line_shape(lines[-1].text, pack)
    shape = shaped.shape
    if shape in (Shape.MARK, Shape.VALEDICTION):
        return _NEVER
    weight = 0.0
    plain = kind_weight(text, pack) < NAMED and not is_letter_heading(lines[0], pack)
    if shape is Shape.DATELINE and (
        len(lines[-1].text) <= _LONGEST_DATELINE or (plain and shaped.certainty > _BY_WORDS)
    ):
        return _NEVER  # a longer one without a place, or with a kind of document, is a title that ends with a date
    people = (Shape.NAME, Shape.PERSON) if spaced else (Shape.NAME, Shape.PERSON, Shape.ROLE)
    if plain and shape in people and shaped.certainty >= _SURE:
        weight -= 1.5  # where words are not set apart, a person by office and name is all office
    if plain and shape is Shape.PARTY:
        weight -= 1.0
    if is_number(text) or is_code(text):
        weight -= 2.5
    if text.endswith(_CUT_SHORT):
        weight -= 1.5
    if _PAGE_NAME.fullmatch(text) or (plain and len(text) <= _LONGEST_KICKER and has_site_word(text)):
        weight -= 2.0
    label = _LABEL.match(text)
    if label and label["label"].strip().casefold() in known_labels():
        weight -= 3.0
    if lines[0].kind is LayoutKind.ITEM:
        weight -= 0.7
    if text.endswith(".") and not (capitals(text) == 1.0 and len(text) <= _LONGEST_KICKER):
        weight -= 3.0 if has_verb(text, pack) else _ENDED * plain
    elif has_verb(text, pack):
        weight -= 0.5
    if len(text) > _LONGEST_LINE[spaced]:
        weight -= 1.0
    if spaced and len(text.split()) == 1 and plain:
        weight -= 0.5
    return weight


def _front(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many of `units` are short lines above the text."""
    return next(
        (i for i in range(min(len(units), _DEEPEST)) if _is_text(units[i : i + 2], pack)), len(units[:_DEEPEST])
    )


def _is_text(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether the first of `units` is none of the short lines that stand above a text."""
    unit = units[0]
    if unit.kind is LayoutKind.HEADING:
        return False
    if len(unit.text) > _LONGEST[pack.names.spaced]:
        return True
    more = len(units) > 1 and units[1].kind is LayoutKind.ITEM
    numbered = NUMBERED.match(unit.text) is not None
    numbered = unit.kind is LayoutKind.ITEM and not (more and (not numbered or NUMBERED.match(units[1].text)))
    if not (unit.kind is LayoutKind.TEXT or numbered) or not unit.lines or is_salutation(unit.text, pack):
        return True
    ended = unit.text.endswith(_FULL_STOPS) and (not pack.names.spaced or _is_sentence(units, pack))
    ended = ended or (unit.text.endswith((":", "：")) and _announces(unit.text, pack))
    return ended or article_like(unit.text, pack)


def _announces(text: str, pack: LanguagePack) -> bool:
    """Whether a line that ends with a colon leads to what follows, and is not the label of a field."""
    words = len(text.split()) if pack.names.spaced else len(text) // 2
    return words > _MOST_WORDS or any(p.search(text) for p in any_case(pack.layout.text_follows).within(text))


def _is_sentence(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether the first of `units`, which ends with a stop, is a sentence: with a verb, or long and not as titles are."""
    text = units[0].text
    if has_verb(text, pack) or len(text.split()) <= _MOST_WORDS:
        return has_verb(text, pack)
    if in_title_case(text) or capitals(text) == 1.0 or kind_weight(text, pack) or is_letter_heading(units[0], pack):
        return False
    return len(units) < 2 or line_shape(units[1].text, pack).shape is not Shape.DATELINE


def _stands_for_no_title(text: str, pack: LanguagePack) -> bool:
    """Whether a line is a number, a label or a day, above which or below which the title stands."""
    if is_number(text) or is_remark(text) or not any(map(str.isalpha, text)):
        return True
    return len(text) <= _LONGEST_DATELINE and line_shape(text, pack).shape is Shape.DATELINE


def _can_join(before: Unit, after: Unit, pack: LanguagePack) -> bool:
    """Whether two lines can be of one title: they stand together, or the first runs on into the second."""
    if before.kind is not after.kind or after.kind is LayoutKind.ITEM or is_number(after.text):
        return False
    if after.gap > _MOST_GAP or (after.gap and not _runs_on(before.text, after.text, pack)):
        return False
    if line_shape(before.text, pack).shape is Shape.DATELINE and len(before.text) <= _LONGEST_DATELINE:
        return False
    word = after.text.split(maxsplit=1)[0].rstrip(":：")
    if word[:1].isupper() and word.casefold() in known_labels():
        return False
    dated = any(line_shape(unit.text, pack).shape is Shape.DATELINE for unit in (before, after))
    return not (dated or before.text.endswith(tuple(pack.sentence_end)) or folded(before.text) == folded(after.text))


def _runs_on(before: str, after: str, pack: LanguagePack) -> bool:
    """Whether a line cannot end where it does, or the next one cannot begin there: “of the / Republic”, “A / and B”."""
    if not pack.names.spaced:
        return before.endswith(("、", "与", "與", "和", "及", "的", "の", "と", "·", "및"))
    last = before.split()[-1].casefold()
    first = after.split()[0].strip("(“\"'").casefold()
    leads = len(first) > 1 and first in pack.function_words and first not in pack.letters.articles
    leads = leads and (capitals(after) == 1.0 or capitals(before) < 1.0)  # “TELEGRAM / From Lisbon” are two
    return last in pack.function_words or leads or after[:1].islower() or last.endswith("-")
