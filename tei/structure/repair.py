"""Repair: what a page or line break tore apart is joined, and the break stays visible."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tei.diagnostics import Report
from tei.languages.base import LanguagePack
from tei.languages.person_parts import is_letterspaced
from tei.languages.scripts import script_of
from tei.model.inline import Inline, Milestone, Text, plain_text, texts
from tei.model.source import Decoded, LayoutKind
from tei.model.span import Span
from tei.rules import finding
from tei.structure.pages import leading_breaks
from tei.structure.units import Unit, glue, joined
from tei.structure.wrapped import WIDEST_WRAP, needs_space

# A paragraph that is torn has at least this many letters before the break; a shorter line may be a heading. Half as
# many are enough where clauses are parted by commas, which headings hardly are. By whether words are set apart.
_TORN = {True: 60, False: 30}
_CLAUSE_MARKS = ",;，；。"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in the making: its content, the units it came from, and how sure it is that they belong together."""

    unit: Unit
    content: tuple[Inline, ...]
    span: Span
    taken: int = 1
    certainty: float = 1.0


def whole_paragraph(
    units: Sequence[Unit], decoded: Decoded, pack: LanguagePack, text: str, report: Report
) -> Paragraph:
    """The paragraph that begins with the first of `units`, with the pieces after it that a break tore off.

    `text` is that of the whole version: a join whose characters stand together elsewhere in it is sure.
    """
    first = units[0]
    content = list(joined(decoded, first.lines))
    taken, certainty, span = 1, 1.0, first.span
    while taken < len(units):
        before, after = units[taken - 1], units[taken]
        if _breaks_line(before, after):
            content += [Milestone("lb"), glue(decoded, before.span, after.span), *joined(decoded, after.lines)]
            taken, span = taken + 1, span.cover(after.span)
            continue
        sure = _torn(before, after, pack, text)
        if sure is None:
            break
        break_ = "no" if sure >= 0.9 else "maybe"
        if needs_space(before.text, after.text) and not before.text.endswith("-"):
            content.append(glue(decoded, before.span, after.span))
            break_ = "" if sure >= 0.9 else "maybe"
        breaks, rest = leading_breaks(joined(decoded, after.lines))
        content += [replace(page, break_=break_) for page in breaks] or [Milestone("lb", break_=break_)]
        content += rest
        if sure < 0.9:
            place = decoded.location(after.span.start)
            message = f"“…{before.text[-12:]}” and “{after.text[:12]}…” were joined to one paragraph"
            report.add(
                finding("ST002", message, place, help="If they are two paragraphs, end the first with a full stop.")
            )
        taken, certainty, span = taken + 1, min(certainty, sure), span.cover(after.span)
    return Paragraph(first, tuple(content), span, taken, certainty)


def _breaks_line(before: Unit, after: Unit) -> bool:
    """Whether the source breaks the line inside a paragraph there: with a Markdown hard break in a line typed by hand."""
    return (
        before.kind is LayoutKind.TEXT is after.kind
        and before.lines[-1].hard_break
        and not after.gap
        and not after.indent
        and len(before.lines[-1].text) <= WIDEST_WRAP
    )


def _torn(before: Unit, after: Unit, pack: LanguagePack, text: str) -> float | None:
    """How sure it is that `after` goes on with the sentence that `before` breaks off; None when it does not."""
    if before.kind is LayoutKind.HEADING or after.kind is not LayoutKind.TEXT or not pack.scripts:
        return None
    end, start = before.text, after.text
    spaced = pack.names.spaced
    broken_word = end.endswith("-") and end[-2:-1].isalpha()
    if not (end[-1].isalpha() or broken_word or end[-1] in ",，、"):
        return None
    if not start[0].isalpha() or (spaced and not start[0].islower()):
        return None
    enough = _TORN[spaced] // (2 if any(mark in end for mark in _CLAUSE_MARKS) else 1)
    paged = bool(after.lines and leading_breaks(after.lines[0].content)[0])  # a page break tears shorter lines too
    enough = enough // 3 if paged else enough
    if sum(map(str.isalpha, end)) < enough:
        return None
    closes = start.rstrip().rstrip(pack.closing_marks).endswith(tuple(pack.sentence_end))
    if spaced:
        return 0.95 if closes or broken_word or paged else 0.8
    if end[-1].isalpha() and _attested(end[-2:], start[:2], text):
        return 0.98
    if not closes:
        return None
    return 0.95 if end[-1].isalpha() else 0.75  # after a comma, a list of lines is possible too


def _attested(end: str, start: str, text: str) -> bool:
    """Whether the word that the break went through stands whole elsewhere in the text."""
    return any(end[-a:] + start[:b] in text for a, b in ((2, 1), (1, 2)) if len(end) >= a and len(start) >= b)


def whole_heading(
    content: tuple[Inline, ...], decoded: Decoded, text: str, report: Report
) -> tuple[tuple[Inline, ...], str]:
    """A heading with each break in it made visible, and its text without them.

    In a script without spaces, white space between two letters is where a line of the heading was broken. It is sure
    when the characters around it stand together elsewhere in `text`. Letter-spaced headings stay as they are.
    """
    if is_letterspaced(plain_text(content)):
        return content, "".join(plain_text(content).split())
    out: list[Inline] = []
    for node in content:
        out += _break_at_spaces(node, text, decoded, report) if isinstance(node, Text) else [node]
    return tuple(out), " ".join("".join(leaf.text for leaf in texts(out)).split())


def _break_at_spaces(node: Text, text: str, decoded: Decoded, report: Report) -> list[Inline]:
    out: list[Inline] = []
    start = index = 0
    value = node.text
    while index < len(value):
        if not value[index].isspace():
            index += 1
            continue
        end = index
        while end < len(value) and value[end].isspace():
            end += 1
        if index > 0 and end < len(value) and script_of(value[index - 1]) == script_of(value[end]) == "Hani":
            out.append(_part(node, start, index))
            sure = _attested(value[max(0, index - 2) : index], value[end : end + 2], text)
            out.append(Milestone("lb", break_="no" if sure else "maybe"))
            if not sure:
                place = decoded.location(node.span.start + index)
                message = f"a space in the heading was read as a broken line: “{value[:index][-8:]}/{value[end:][:8]}”"
                report.add(finding("ST002", message, place, help="Remove the space in the source if it is none."))
            start = end
        index = end
    out.append(_part(node, start, len(value)))
    return out


def _part(node: Text, start: int, end: int) -> Text:
    return Text(node.text[start:end], Span(node.span.file, node.span.start + start, node.span.start + end))
