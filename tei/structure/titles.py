"""The title of a version: its own heading, the source's metadata, or a first line with the shape of a title."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tei.diagnostics import Report
from tei.languages import packs
from tei.languages.base import LanguagePack
from tei.languages.dates import normalize_date
from tei.languages.patterns import any_case
from tei.languages.scripts import main_script, to_simplified
from tei.model.document import Block, Role
from tei.model.inline import Text
from tei.model.source import Decoded, LayoutKind, LedgerEntry, LedgerKind, MetadataField
from tei.model.span import Span
from tei.structure.closers import is_label
from tei.structure.fronts import as_one, is_letter_heading, title_range
from tei.structure.language import language_of
from tei.structure.line import Shape
from tei.structure.page_titles import subject_of, title_below
from tei.structure.repair import whole_heading
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.units import Unit, joined, piece, set_aside

_LONGEST_TITLE = {True: 240, False: 80}  # by whether words are set apart, in characters
_LONGEST_DATELINE = 62
_LONGEST_HEADLINE = {True: 90, False: 40}
_MOST_HEADLINES = 3
_NO_TITLE = (Shape.DATELINE, Shape.MARK, Shape.VALEDICTION)
_ABOVE = "a short line above the title"
_ABOVE_SURE = 0.8
_KIND = "a title that names the kind of its document"
_OWN = "a title below that of its page"
_HEADLINE = "a short line directly under the title"
_BELOW_LABEL = "a title below the number of the document, or below a line in capitals"
_LABEL = re.compile(
    r"(?:[^\W\d_]{1,9}\.?[°º]?\s*)?[(\[№#]?\s?\d{1,4}[)\]]?\s*[号號호]?\.?|[IVXLC]+\.?|[^\W\d_]{1,4}\.\s?[IVXLC]{2,}\.?"
    r"|[^\W\d_]{0,6}第?\s?[一二三四五六七八九十百千〇零\d]{1,6}\s?[号號]|[A-Z]{1,5}(?:/[A-Z0-9.]+)+(?:\s[A-Z]{1,4})?"
)
_LAST_BRACKETS = re.compile(r"\s*[(\[（【〔](?P<inside>[^()（）\[\]]+)[)\]）】〕]\s*$")
_SIGNED_ON = re.compile(
    r"(?<=\S)\s*[(（〔【][^()（）〔〕【】\d]{0,12}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[)）〕】]?$"
)
_WHOLE_BRACKETS = re.compile(r"[【〖《〔［\[](?P<inside>[^【】〖〗《》〔〕［］\[\]]+)[】〗》〕］\]]")
# “12. Mr. A to Mr. B”, “[Full text] Statement”, （二）照会.
_FIRST_LABEL = re.compile(
    r"(?:\d{1,4}[.)）．、]\s*|[【\[（(〔［][^【】\[\]()（）〔〕［］]{1,12}[】\])）〕］]\s*)(?=[^\W\d_])"
)
_REMARK = "a remark in brackets under the title"
_MOST_REMARK = 3  # lines
_BESIDE = re.compile(r"\s+[-–—|/]\s+")
_LONGEST_KICKER = 60
_LONGEST_PLACE = 3  # words of a place on a line of its own
_LONGEST_OFFICE = 4  # words of an office above an address
_MOST_ABOVE_DATE = 3  # lines of a dateline down to its date
_MOST_ADDRESS = 8  # lines below a dateline among which a letter greets
_SHORT_WORD = 4  # characters of a word that titles write small: of, the, from
_CAPITALS = 0.3  # share of capitals in a title that is not all capitals
_GLUED_WITHIN = 6  # units from the top
_SHORTEST_GLUED = 8  # characters of a title that something is glued to
_GLUE = " \t\u3000|:：—–-"
_LONGEST_SENTENCE_TITLE = 120  # of one that ends with a full stop
_BESIDE_SENTENCE = 1.5  # how much longer the paragraph below such a title is, at least


@dataclass(frozen=True, slots=True)
class Heads:
    """What was found at the top of a text: its heads, how many units they took, what was set aside."""

    heads: tuple[Block, ...]
    title: str
    taken: int
    ledger: tuple[LedgerEntry, ...] = ()
    used: MetadataField | None = None  # the metadata line whose value became the head


def folded(text: str) -> str:
    """A title without what two printings of it may differ in: spaces, punctuation, case, script."""
    plain = to_simplified(unicodedata.normalize("NFKC", text))
    return "".join(character for character in plain if character.isalnum()).casefold()


def take_heads(
    units: Sequence[Unit],
    metadata: Sequence[MetadataField],
    decoded: Decoded,
    pack: LanguagePack,
    text: str,
    *,
    report: Report,
) -> Heads:
    """The title at the top of `units`; a running title repeated there is one head, the repetition is set aside."""
    titles = [field for field in metadata if field.field == "title" and field.value]
    candidate = units[0] if units else None
    before = candidate.span.start if candidate is not None else len(decoded.text)  # text stays in the source's order
    own = [f for f in titles if language_of(f.value) in (pack.code, "") and f.span.end <= before]
    known = {folded(field.value) for field in titles}
    from_metadata = max(own, key=lambda field: field.span.start, default=None)
    if candidate is not None and (candidate.kind is LayoutKind.HEADING or folded(candidate.text) in known):
        certainty, reason = 1.0, "a heading" if candidate.kind is LayoutKind.HEADING else "the title in the metadata"
    elif candidate is not None and _repeated(units[1:], candidate) and _is_short(candidate, pack):
        certainty, reason = 1.0, "a line printed twice"
    elif from_metadata is not None:
        return _from_metadata(from_metadata, decoded, text, report)
    elif (found := title_range(units, pack))[1]:
        return _below(units, *found, decoded, text, report)
    elif (at := title_below(units, decoded, pack)) and like_title(units, pack):
        return _below(units, at, at + 1, decoded, text, report, reason=_OWN)
    elif candidate is not None and (certainty := like_title(units, pack)) > 0:
        reason = "a first line with the shape of a title"
    else:
        return Heads((), subject_of(units, pack), 0)
    content, title = whole_heading(joined(decoded, candidate.lines), decoded, text, report)
    heads = [Block(Role.HEAD, content, candidate.span, lang=candidate.foreign, certainty=certainty, reason=reason)]
    taken = 1
    if _title_stands_below(units, pack):
        below, title = whole_heading(joined(decoded, units[1].lines), decoded, text, report)
        heads.append(Block(Role.HEAD, below, units[1].span, lang=units[1].foreign, certainty=0.85, reason=_BELOW_LABEL))
        taken = 2
    ledger: list[LedgerEntry] = []
    while repeated := _repeated(units[taken:], units[taken - 1]):
        for unit in units[taken : taken + repeated]:
            ledger += set_aside(unit.lines, LedgerKind.REPEATED_TITLE)
        taken += repeated
    while taken < len(units) - 1 and _is_numbering(units[taken - 1], units[taken]):
        number = units[taken]
        line = joined(decoded, number.lines)
        heads.append(Block(Role.HEAD, line, number.span, lang=number.foreign, certainty=0.9, reason=_BELOW_LABEL))
        taken += 1
    if certainty < 1.0 and len(heads) == 1:
        for unit in units[taken : taken + _headlines(units[taken - 1 :], pack)]:
            line, _ = whole_heading(joined(decoded, unit.lines), decoded, text, report)
            heads.append(Block(Role.HEAD, line, unit.span, lang=unit.foreign, certainty=0.8, reason=_HEADLINE))
        taken += len(heads) - 1
    return Heads(tuple(heads), title, taken, tuple(ledger))


def _below(
    units: Sequence[Unit], start: int, end: int, decoded: Decoded, text: str, report: Report, *, reason: str = _KIND
) -> Heads:
    """The title in `units` from `start` to `end`, and as further heads the short lines above it."""
    heads = []
    for unit in units[:start]:
        line, _ = whole_heading(joined(decoded, unit.lines), decoded, text, report)
        heads.append(Block(Role.HEAD, line, unit.span, lang=unit.foreign, certainty=_ABOVE_SURE, reason=_ABOVE))
    whole = as_one(units[start:end])
    content, title = whole_heading(joined(decoded, whole.lines), decoded, text, report)
    heads.append(Block(Role.HEAD, content, whole.span, lang=whole.foreign, certainty=0.9, reason=reason))
    taken = end
    ledger: list[LedgerEntry] = []
    while repeated := _repeated(units[taken:], whole):
        for unit in units[taken : taken + repeated]:
            ledger += set_aside(unit.lines, LedgerKind.REPEATED_TITLE)
        taken += repeated
    if count := _in_brackets(units[taken:]):
        remark = as_one(units[taken : taken + count])
        line, _ = whole_heading(joined(decoded, remark.lines), decoded, text, report)
        heads.append(Block(Role.HEAD, line, remark.span, lang=remark.foreign, certainty=0.85, reason=_REMARK))
        taken += count
    return Heads(tuple(heads), title, taken, tuple(ledger))


def _in_brackets(units: Sequence[Unit]) -> int:
    """How many lines a remark in round brackets takes that stands directly under a title; 0 where there is none."""
    for count in range(1, min(_MOST_REMARK, len(units) - 1) + 1):
        text = "".join(unit.text for unit in units[:count])
        plain = all(unit.kind is LayoutKind.TEXT and not unit.gap for unit in units[:count])
        if not plain or text[0] not in "(（" or len(text) > _LONGEST_KICKER:
            return 0
        if text[-1] in ")）":
            return count
    return 0


def _repeated(units: Sequence[Unit], title: Unit) -> int:
    """How many units print the title once more: one of them, or several lines of it."""
    wholes = {folded(part) for part in (title.text, *_BESIDE.split(title.text))}
    wholes = {whole for whole in wholes if len(whole) >= _SHORT_WORD}
    for count in range(1, _MOST_HEADLINES + 2):
        if len(units) > count and folded("".join(unit.text for unit in units[:count])) in wholes:
            return count
    return 0


def _is_short(unit: Unit, pack: LanguagePack) -> bool:
    ended = unit.text.endswith(tuple(pack.sentence_end))
    return unit.kind is LayoutKind.TEXT and not ended and len(unit.text) <= _LONGEST_TITLE[pack.names.spaced]


def unglued(units: Sequence[Unit], metadata: Sequence[MetadataField], pack: LanguagePack) -> list[Unit]:
    """The units, with one near the top that begins with the title parted: a date or a greeting may be glued to it."""
    titles = [field.value for field in metadata if field.field == "title" and field.value]
    done: list[Unit] = []
    for index, unit in enumerate(units):
        at = 0
        if index < _GLUED_WITHIN and unit.lines and len(unit.lines) == 1 and unit.kind is not LayoutKind.ITEM:
            at = _end_of_title(unit.text, [*titles, *(above.text for above in units[:index])], pack)
        done += [piece(unit, 0, at), _as_text(piece(unit, at, len(unit.text)))] if at else [unit]
    return done


def _as_text(unit: Unit) -> Unit:
    text = unit.text
    left = len(text) - len(text.lstrip())
    return replace(piece(unit, left, len(text.rstrip())), kind=LayoutKind.TEXT, level=0)


def _end_of_title(text: str, titles: Sequence[str], pack: LanguagePack) -> int:
    """Where one of `titles` ends that `text` begins with, when a date or a greeting follows it; else 0."""
    for title in titles:
        whole = folded(title)
        if len(whole) < _SHORTEST_GLUED or not folded(text).startswith(whole):
            continue
        at = next((end for end in range(len(whole), len(text)) if folded(text[:end]) == whole), 0)
        at += len(text[at:]) - len(text[at:].lstrip(_GLUE)) if at else 0
        rest = text[at:].strip()
        greeting = re.split(r"(?<=[:：—])", rest, maxsplit=1)[0]
        if at and rest and (line_shape(rest, pack).shape is Shape.DATELINE or is_salutation(greeting, pack)):
            return at
    return 0


def _is_numbering(title: Unit, unit: Unit) -> bool:
    """Whether a line directly under a title is the number of the document, with a word in it: 照会第一号, “Note No. 3”."""
    words = any(map(str.isalpha, unit.text)) and len(unit.text) > 1
    return unit.kind is LayoutKind.TEXT and not unit.gap and words and is_number(unit.text) and title.span != unit.span


def _title_stands_below(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether the first unit is the number of a document or a short heading in capitals, and its title comes next."""
    if len(units) < 3 or units[1].kind is LayoutKind.ITEM or len(units[1].lines) != 1:
        return False
    label, title = units[0].text.strip(), units[1].text.strip()
    numbered = is_number(label)
    if not numbered and not (_capitals(label) == 1.0 and len(label) <= _LONGEST_KICKER):
        return False
    shape = line_shape(title, pack).shape
    if len(title) > _LONGEST_TITLE[pack.names.spaced] or shape in _NO_TITLE or is_salutation(title, pack):
        return False
    if article_like(title, pack) or title.endswith((",", "，", ":", "：", ";", "；", "。")):
        return False
    ended = title.endswith(tuple(pack.sentence_end))
    if numbered:
        return len(title) > len(label) and (not ended or (bool(units[2].gap) and not _has_verb(title, pack)))
    return len(title) > 2 * len(label) and _capitals(title) >= _CAPITALS


def article_like(text: str, pack: LanguagePack) -> bool:
    """Whether a line begins as the label of an article does."""
    return any_case(pack.article_labels).match(text) is not None


def is_number(text: str) -> bool:
    """Whether a heading is the number of a document and nothing else: “No. 13”, 第5号."""
    return _LABEL.fullmatch(text.strip()) is not None


def plain_title(text: str) -> str:
    """A title on one line as a catalogue has it: without its number, a label or brackets around it, a date in brackets."""
    line = _SIGNED_ON.sub("", " ".join(text.split()))
    bracket = _LAST_BRACKETS.search(line)
    line = line[: bracket.start()].rstrip() if bracket and normalize_date(bracket["inside"], packs()) else line
    if (whole := _WHOLE_BRACKETS.fullmatch(line)) and any(map(str.isalpha, whole["inside"])):
        line = whole["inside"].strip()
    first = _FIRST_LABEL.match(line)
    if first and not normalize_date(line, packs()) and not _is_day(line[: first.end()], line[first.end() :]):
        line = line[first.end() :]
    return line


def own_title(title: str, pack: LanguagePack) -> str:
    """The part of a title that is in the language's script, where the same stands beside it in another: 宣言 - Declaration."""
    parts = _BESIDE.split(title)
    own = [part for part in parts if main_script(part) in pack.scripts]
    return own[0] if len(parts) == 2 and len(own) == 1 else title


def _is_day(number: str, rest: str) -> bool:
    """Whether a number in front is the day of the month that follows: 1. Mai."""
    word = rest.split()[0].strip(".,").casefold()
    return number.strip()[:1].isdigit() and any(word in pack.dates.months for pack in packs())


def _capitals(text: str) -> float:
    """The share of capitals among the letters of a line; 0 where its script has none."""
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) / len(letters) if letters else 0.0


def _headlines(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many lines under the first one are further lines of a headline: short, and set directly below.

    Under a title in capitals they may be set apart and end as sentences do, when they are written as titles are.
    """
    count = 0
    capitals = _capitals(units[0].text) == 1.0
    for unit in units[1 : _MOST_HEADLINES + 1]:
        ended = unit.text.endswith((*pack.sentence_end, ",", "，", ":", "：", "、"))
        short = len(unit.lines) == 1 and len(unit.text) <= _LONGEST_HEADLINE[pack.names.spaced]
        shape = line_shape(unit.text, pack).shape
        plain = shape not in _NO_TITLE and not is_salutation(unit.text, pack)
        below = not unit.gap and not ended
        apart = capitals and (is_number(unit.text) or (shape is not Shape.NAME and _in_title_case(unit.text)))
        if unit.kind is not LayoutKind.TEXT or not (below or apart) or not short or not plain:
            break
        count += 1
    rest = [unit for unit in units[count + 1 :][:2] if line_shape(unit.text, pack).shape is not Shape.DATELINE]
    return count if rest and len(rest[0].text) > 2 * max(len(unit.text) for unit in units[: count + 1]) else 0


def _in_title_case(text: str) -> bool:
    """Whether a line of several words has capitals as titles have: on all but short words."""
    words = [word.strip("\"'“”‘’(),.;:") for word in text.split()]
    small = [word for word in words if word[:1].islower()]
    capital = sum(word[:1].isupper() for word in words)
    return capital > 1 and capital > len(small) and all(len(word) <= _SHORT_WORD for word in small)


def _from_metadata(field: MetadataField, decoded: Decoded, text: str, report: Report) -> Heads:
    span = field.value_span
    content = (Text(decoded.text[span.start : span.end], Span(span.file, span.start, span.end)),)
    whole, title = whole_heading(content, decoded, text, report)
    head = Block(Role.HEAD, whole, span, reason="the title in the metadata")
    return Heads((head,), title, 0, used=field)


def like_title(units: Sequence[Unit], pack: LanguagePack) -> float:
    """How much the first unit looks like a title: short, set apart, not a date or a greeting, text after it."""
    first = units[0]
    text = first.text
    if len(units) < 2 or len(text) > _LONGEST_TITLE[pack.names.spaced]:
        return 0.0
    numbered = first.kind is LayoutKind.ITEM and units[1].kind is LayoutKind.TEXT  # “12. Mr. A to Mr. B”
    if first.kind is not LayoutKind.TEXT and not numbered:
        return 0.0
    if text.endswith((",", "，", ":", "：", ";", "；", "。")) or not any(character.isalpha() for character in text):
        return 0.0
    dated = is_label(units[1].text) or _dated_below(units[1:], pack)
    shouted = _capitals(text) == 1.0 and len(text) <= _LONGEST_KICKER
    if text.endswith(".") and not shouted and not (units[1].gap and (dated or _is_nominal(units, pack))):
        return 0.0
    shape = line_shape(text, pack).shape
    if is_salutation(text, pack) or shape in (Shape.MARK, Shape.VALEDICTION):
        return 0.0
    if shape is Shape.DATELINE and len(text) <= _LONGEST_DATELINE:  # a longer one is a title that ends with a date
        return 0.0
    if pack.names.spaced and len(units) > 2 and all(not u.gap and len(u.text) <= 60 for u in units[1:3]):
        return 0.0  # three short lines that stand together are a letterhead or an address
    if max(len(unit.text) for unit in units[1:]) < 1.2 * len(text):
        return 0.0
    return 0.9 if first.indent > units[1].indent or units[1].gap else 0.8


def _dated_below(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether `units` begin with a dateline, perhaps below lines of its place: “Department of State,”."""
    for unit in units[:_MOST_ABOVE_DATE]:
        if line_shape(unit.text, pack).shape is Shape.DATELINE:
            return True
        if len(unit.lines) != 1 or not unit.text.endswith((",", "，")):
            return False
    return False


def _is_nominal(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether a first line that ends as a sentence does is none: without a verb, and short beside what follows it.

    The heading of a letter may be as long as the letterhead below it.
    """
    text = units[0].text
    beside = len(units[1].text) >= _BESIDE_SENTENCE * len(text) or is_letter_heading(units[0], pack)
    return len(text) <= _LONGEST_SENTENCE_TITLE and beside and not _has_verb(text, pack)


def dateline_above(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many lines above a title say where and when: “21/12/1961”, or “Lisbon” over “3 May 1961”; 0 for none.

    Below the dateline of a letter stands an address or a greeting.
    """
    for count in (1, 2):
        above, below = units[:count], units[count:]
        if len(below) < 2 or any(unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1 for unit in above):
            return 0
        dated = line_shape(", ".join(unit.text.rstrip(" .,") for unit in above), pack).shape is Shape.DATELINE
        if count > 1 and (len(above[0].text.split()) > _LONGEST_PLACE or line_shape(above[1].text, pack).marks):
            return 0  # the second line has a place of its own
        greeted = any(is_salutation(unit.text, pack) for unit in below[:_MOST_ADDRESS])
        shape = line_shape(below[0].text, pack).shape
        office = shape is Shape.ROLE and len(below[0].text.split()) > _LONGEST_OFFICE  # the Secretary's message on …
        if dated and not greeted and below[0].gap and (office or shape is Shape.OTHER):
            return count if below[0].kind is LayoutKind.HEADING or like_title(below, pack) else 0
    return 0


def _has_verb(text: str, pack: LanguagePack) -> bool:
    """Whether a line has a word that sentences have and titles have not."""
    words = [word.strip(",.;:") for word in text.split()]
    return any(word.casefold() in pack.layout.finite_words and word not in pack.dates.months for word in words)
