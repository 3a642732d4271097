"""The title of a version: its own heading, the source's metadata, or a first line with the shape of a title."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tei.diagnostics import Report
from tei.languages.base import LanguagePack
from tei.model.document import Block, Role
from tei.model.inline import Text
from tei.model.source import Decoded, LayoutKind, LedgerEntry, LedgerKind, MetadataField
from tei.model.span import Span
from tei.structure.fronts import as_one
from tei.structure.language import language_of
from tei.structure.line import Shape
from tei.structure.repair import whole_heading
from tei.structure.shapes import is_dateline, is_salutation, line_shape
from tei.structure.subjects import subject_of
from tei.structure.title_forms import BESIDE
from tei.structure.title_scores import ENOUGH, best_title, title_weight
from tei.structure.title_words import NAMED, capitals, folded, in_title_case, is_number, kind_weight
from tei.structure.units import Unit, joined, set_aside

_LONGEST_TITLE = {True: 240, False: 80}  # by whether words are set apart, in characters
_LONGEST_HEADLINE = {True: 90, False: 40}
_MOST_HEADLINES = 3
_NO_TITLE = (Shape.DATELINE, Shape.MARK, Shape.VALEDICTION)
_ABOVE = "a short line above the title"
_ABOVE_SURE = 0.8
_REASON = "a line like a title above the text"
_HEADLINE = "a short line directly under the title"
_BELOW_LABEL = "a title below the number of the document, or below a line in capitals"
_REMARK = "a remark in brackets under the title"
_MOST_REMARK = 3  # lines
_SHORTEST = 4  # characters of a title that can be told again
_LONGEST_KICKER = 60
_LONGEST_PLACE = 3  # words of a place on a line of its own
_LONGEST_OFFICE = 4  # words of an office above an address
_MOST_ADDRESS = 8  # lines below a dateline among which a letter greets


@dataclass(frozen=True, slots=True)
class Heads:
    """What was found at the top of a text: its heads, how many units they took, what was set aside."""

    heads: tuple[Block, ...]
    title: str
    taken: int
    ledger: tuple[LedgerEntry, ...] = ()
    used: MetadataField | None = None  # the metadata line whose value became the head


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
    before = units[0].span.start if units else len(decoded.text)  # text stays in the source's order
    own = [f for f in titles if language_of(f.value) in (pack.code, "") and f.span.end <= before]
    from_metadata = max(own, key=lambda field: field.span.start, default=None)
    place = _place(units, {folded(field.value) for field in titles}, pack, said=from_metadata is not None)
    if place is None and from_metadata is not None:
        return _from_metadata(from_metadata, decoded, text, report)
    subject = subject_of(units, pack)
    if place is None or (subject and place.certainty < 1.0 and kind_weight(units[place.start].text, pack) < NAMED):
        return Heads((), subject, 0)

    def head(unit: Unit, certainty: float, reason: str) -> tuple[Block, str]:
        content, plain = whole_heading(joined(decoded, unit.lines), decoded, text, report)
        block = Block(Role.HEAD, content, unit.span, lang=unit.foreign, certainty=certainty, reason=reason)
        return block, plain

    heads = [head(unit, _ABOVE_SURE, _ABOVE)[0] for unit in units[: place.start]]
    whole = as_one(units[place.start : place.end])
    block, title = head(whole, place.certainty, place.reason)
    heads.append(block)
    taken = place.end
    ledger: list[LedgerEntry] = []
    while repeated := _repeated(units[taken:], whole):
        for unit in units[taken : taken + repeated]:
            ledger += set_aside(unit.lines, LedgerKind.REPEATED_TITLE)
        taken += repeated
    while taken < len(units) - 1 and _is_numbering(units[taken - 1], units[taken]):
        heads.append(head(units[taken], 0.9, _BELOW_LABEL)[0])
        taken += 1
    if count := _in_brackets(units[taken:], pack):
        heads.append(head(as_one(units[taken : taken + count]), 0.85, _REMARK)[0])
        taken += count
    elif place.certainty < 1.0 and taken == place.end:
        for unit in units[taken : taken + _headlines([whole, *units[taken:]], pack)]:
            heads.append(head(unit, 0.8, _HEADLINE)[0])
            taken += 1
    return Heads(tuple(heads), title, taken, tuple(ledger))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a title stands among the units, how sure that is and why."""

    start: int
    end: int
    certainty: float
    reason: str


def _place(units: Sequence[Unit], known: Collection[str], pack: LanguagePack, *, said: bool) -> _Place | None:
    """Where the title stands; with `said`, a line is it only for a reason as good as that the metadata say it."""
    first = units[0] if units else None
    sure = ""
    if first is not None and first.kind is LayoutKind.HEADING:
        sure = "a heading"
    elif first is not None and folded(first.text) in known:
        sure = "the title in the metadata"
    elif first is not None and _repeated(units[1:], first) and _is_short(first, pack):
        sure = "a line printed twice"
    best = best_title(units, pack, known)
    if sure and (best is None or best.start == 0 or first is None or first.kind is not LayoutKind.HEADING):
        return _Place(0, 1, 1.0, sure)
    if best is None or (said and not any(folded(unit.text) in known for unit in units[best.start : best.end])):
        return _Place(0, 1, 1.0, sure) if sure else None
    apart = units[best.start].indent > units[best.end].indent or units[best.end].gap or best.start or best.end > 1
    return _Place(best.start, best.end, 0.9 if apart else 0.8, _REASON)


def _in_brackets(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many lines a remark in round brackets takes that stands directly under a title; 0 for none and for a dateline."""
    for count in range(1, min(_MOST_REMARK, len(units) - 1) + 1):
        text = "".join(unit.text for unit in units[:count])
        plain = all(unit.kind is LayoutKind.TEXT and not unit.gap for unit in units[:count])
        if not plain or text[0] not in "(（" or len(text) > _LONGEST_KICKER:
            return 0
        if text[-1] in ")）":
            return 0 if line_shape(text, pack).shape is Shape.DATELINE else count
    return 0


def _repeated(units: Sequence[Unit], title: Unit) -> int:
    """How many units print the title once more: one of them, or several lines of it."""
    wholes = {folded(part) for part in (title.text, *BESIDE.split(title.text))}
    longest = max(map(len, wholes))
    for count in range(1, min(_MOST_HEADLINES + 2, len(units))):
        printed = folded("".join(unit.text for unit in units[:count]))
        if len(printed) >= _SHORTEST and printed in wholes:
            return count
        if len(printed) > longest:
            break
    return 0


def _is_short(unit: Unit, pack: LanguagePack) -> bool:
    ended = unit.text.endswith(tuple(pack.sentence_end))
    return unit.kind is LayoutKind.TEXT and not ended and len(unit.text) <= _LONGEST_TITLE[pack.names.spaced]


def _is_numbering(title: Unit, unit: Unit) -> bool:
    """Whether a line directly under a title is the number of the document, with a word in it: 照会第一号, “Note No. 3”."""
    words = any(map(str.isalpha, unit.text)) and len(unit.text) > 1
    return unit.kind is LayoutKind.TEXT and not unit.gap and words and is_number(unit.text) and title.span != unit.span


def _headlines(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many lines under the first one are further lines of a headline: short, and set directly below.

    Under a title in capitals they may be set apart and end as sentences do, when they are written as titles are.
    """
    count = 0
    shouted = capitals(units[0].text) == 1.0
    for unit in units[1 : _MOST_HEADLINES + 1]:
        ended = unit.text.endswith((*pack.sentence_end, ",", "，", ":", "：", "、"))
        short = len(unit.lines) == 1 and len(unit.text) <= _LONGEST_HEADLINE[pack.names.spaced]
        shape = line_shape(unit.text, pack).shape
        plain = shape not in _NO_TITLE and not is_salutation(unit.text, pack)
        below = not unit.gap and not ended
        apart = shouted and (is_number(unit.text) or (shape is not Shape.NAME and in_title_case(unit.text)))
        if unit.kind is not LayoutKind.TEXT or not (below or apart) or not short or not plain:
            break
        count += 1
    rest = [unit for unit in units[count + 1 :][:2] if line_shape(unit.text, pack).shape is not Shape.DATELINE]
    return count if rest and len(rest[0].text) > 2 * max(len(unit.text) for unit in units[: count + 1]) else 0


def _from_metadata(field: MetadataField, decoded: Decoded, text: str, report: Report) -> Heads:
    span = field.value_span
    content = (Text(decoded.text[span.start : span.end], Span(span.file, span.start, span.end)),)
    whole, title = whole_heading(content, decoded, text, report)
    head = Block(Role.HEAD, whole, span, reason="the title in the metadata")
    return Heads((head,), title, 0, used=field)


def dateline_above(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many lines above a title say where and when: “21/12/1961”, or “Lisbon” over “3 May 1961”; 0 for none.

    Below the dateline of a letter stands an address or a greeting.
    """
    for count in (1, 2):
        above, below = units[:count], units[count:]
        if len(below) < 2 or any(unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1 for unit in above):
            return 0
        if not below[0].gap or not is_dateline(", ".join(unit.text.rstrip(" .,") for unit in above), pack):
            continue
        if count > 1 and (len(above[0].text.split()) > _LONGEST_PLACE or line_shape(above[1].text, pack).marks):
            return 0  # the second line has a place of its own
        greeted = any(is_salutation(unit.text, pack) for unit in below[:_MOST_ADDRESS])
        shape = line_shape(below[0].text, pack).shape
        office = shape is Shape.ROLE and len(below[0].text.split()) > _LONGEST_OFFICE  # the Secretary's message on …
        if not greeted and (office or shape is Shape.OTHER):
            return count if below[0].kind is LayoutKind.HEADING or title_weight(below, pack) >= ENOUGH else 0
    return 0
