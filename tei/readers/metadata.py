"""Metadata that a transcription carries in its own lines: front matter, `key: value` lines, a newspaper's page lines."""

import re
from collections.abc import Sequence
from functools import cache

from tei.diagnostics import Report
from tei.languages import packs
from tei.languages.dates import normalize_date
from tei.model.source import Decoded, MetadataField
from tei.model.span import Span
from tei.readers.citations import citation_fields
from tei.readers.rawlines import RawLine
from tei.rules import finding

_KEY_VALUE = re.compile(r"(?P<key>[^\W\d_][^:：\n]{0,39}?)[ \t]*[:：][ \t\u3000]*(?P<value>.*)")
# A line of a record; its label may be set in bold, after a bullet.
_RECORD = re.compile(
    r"(?:[-*•·▪●○]\s+)?(?:\*\*|__)?(?P<key>[^\W\d_][^:：\n*]{0,29}?)[ \t]*(?:[:：](?:\*\*|__)?|(?:\*\*|__)[:：])[ \t\u3000]*(?P<value>\S.*)"
)
_LONGEST_RECORD = 400
_DOCUMENT_LABELS = frozenset(
    "participants present subject re place cc copies enclosure 与会者 出席 出席者 地点 参加者".split()
)
_LONGEST = 80  # characters of a metadata line inside a document; a longer one is prose that begins with such a word


@cache
def _fields() -> dict[str, str]:
    """Canonical field by key in lower case, over all languages."""
    return {key: field for pack in packs() for field, keys in pack.metadata_keys.items() for key in keys}


@cache
def _line_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (field, re.compile(pattern))
        for pack in packs()
        for field, patterns in (("page", pack.page_lines), ("column", pack.column_lines))
        for pattern in patterns
    )


def is_page_line(text: str) -> bool:
    """Whether a line is that of a newspaper's page and nothing else."""
    return any(field == "page" and pattern.fullmatch(text) for field, pattern in _line_patterns())


def field_of(key: str) -> str:
    """The canonical name of a metadata key in any language, "" when it is not known."""
    return _fields().get(key.strip().lower(), "")


def front_matter(
    decoded: Decoded, lines: Sequence[RawLine], *, report: Report
) -> tuple[tuple[MetadataField, ...], int]:
    """The fields of YAML front matter, and the number of lines that it takes; none and 0 where there is none."""
    first = next((index for index, line in enumerate(lines) if not line.blank), len(lines))
    if first == len(lines) or lines[first].text.rstrip() != "---":
        return (), 0
    last = next((i for i in range(first + 1, len(lines)) if lines[i].text.rstrip() in ("---", "...")), 0)
    start = lines[first].start + len(lines[first].text) + 1
    if not last or not any(":" in line.text for line in lines[first + 1 : last]):
        return (), 0
    import yaml  # here: few sources have any

    text = decoded.text[start : lines[last].start]
    whole = Span(decoded.file, lines[first].left, lines[last].right)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:  # the latter: nested too deeply
        mark = getattr(error, "problem_mark", None)
        place = decoded.location(start + (mark.index if mark else 0))
        problem = str(getattr(error, "problem", "") or "it is not YAML")
        help_ = "Correct the lines between the two `---`; they were kept as they stand, unread."
        report.add(finding("RD007", f"the front matter cannot be read: {problem}", place, help=help_))
        return (MetadataField("", "", text.strip(), whole, whole),), last + 1
    if not isinstance(root, yaml.MappingNode):
        return (), 0
    found = []
    for key, value in root.value:
        begin, end = start + value.start_mark.index, start + value.end_mark.index
        if isinstance(value, yaml.ScalarNode):
            printed = value.value.strip()
            offset = decoded.text[begin:end].find(printed) if printed else -1
            if offset >= 0:  # without quotation marks
                begin, end = begin + offset, begin + offset + len(printed)
            elif value.style in ("'", '"'):  # wrapped, or with escapes
                begin, end = begin + 1, end - 1
            elif value.style in ("|", ">"):  # the mark of a block scalar stands on a line of its own
                block = decoded.text[begin:end]
                begin += len(block) - len(block.split("\n", 1)[-1].lstrip())
                end -= len(block) - len(block.rstrip())
        else:
            printed = decoded.text[begin:end].strip()
        span = Span(decoded.file, start + key.start_mark.index, max(end, start + key.end_mark.index))
        name = str(key.value)
        found.append(MetadataField(name, field_of(name), printed, span, Span(decoded.file, begin, end)))
    return (MetadataField("", "", "", whole, whole), *found), last + 1


def metadata_lines(
    decoded: Decoded, lines: Sequence[RawLine], *, at_start: bool
) -> tuple[tuple[MetadataField, ...], int]:
    """The fields of the metadata lines that `lines` begin with, and how many lines they take with blanks between.

    One line is metadata when its key is known in some language, or it is a newspaper's page or column line; a line
    that holds only a date is, where it stands with others. Away from the start of the document at least two lines
    must stand together, so that a paragraph that opens with “Date:” stays a paragraph.
    """
    found: list[MetadataField] = []
    taken = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        paged = bool(found) or not at_start or not is_page_line(_first_content(lines[index + 1 :]))
        if cited := citation_fields(decoded, line, paged=paged):
            found += cited
            taken = index + 1
            continue
        field = _read_line(decoded, line)
        if field is None or (not at_start and field.field != "title" and len(line.content) > _LONGEST):
            break
        found.append(field)
        taken = index + 1
    while found and found[-1].key == "" and found[-1].field == "date":  # a bare date at the end is a dateline
        last = found.pop()
        taken = next(i for i, line in enumerate(lines) if line.left == last.span.start)
    known = [field for field in found if field.field]
    if not known or (not at_start and len(known) < 2):
        return (), 0
    return tuple(found), taken


def _first_content(lines: Sequence[RawLine]) -> str:
    return next((line.content for line in lines if not line.blank), "")


def record_lines(decoded: Decoded, lines: Sequence[RawLine]) -> tuple[tuple[MetadataField, ...], int]:
    """The fields of a catalogue's record that `lines` begin with, whatever its labels, and how many lines it takes.

    Archives and databases put `label: value` lines above a text, with labels of their own among known ones. It is a
    record where at least three lines stand together, half of the labels are known and one says what a catalogue
    says (a number, a kind, a language, a source); From, To and Present are of the document itself.
    """
    found: list[MetadataField] = []
    taken = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        match = _RECORD.fullmatch(line.content)
        key = match["key"].strip(" *_") if match else ""
        if match is None or len(line.content) > _LONGEST_RECORD or key.casefold() in _own_labels():
            break
        begin, end = (line.left + offset for offset in match.span("value"))
        whole = Span(decoded.file, line.left, line.right)
        found.append(MetadataField(key, field_of(key), match["value"].strip(), whole, Span(decoded.file, begin, end)))
        taken = index + 1
    labels = _record_labels()
    known = [field for field in found if field.field or field.key.casefold() in labels]
    catalogued = any(field.field in ("id", "genre", "language") or field.key.casefold() in labels for field in known)
    if len(found) < 3 or not catalogued or 2 * len(known) < len(found):
        return (), 0
    return tuple(found), taken


@cache
def _record_labels() -> frozenset[str]:
    return frozenset(label for pack in packs() for label in pack.layout.record_labels)


@cache
def _own_labels() -> frozenset[str]:
    """Labels of lines that a letter or a memorandum has itself, in any language."""
    words = (word for pack in packs() for word in (*pack.letters.sender_labels, *pack.letters.recipient_labels))
    return frozenset(word.casefold() for word in words) | _DOCUMENT_LABELS


def _read_line(decoded: Decoded, line: RawLine) -> MetadataField | None:
    text = line.content
    span = Span(decoded.file, line.left, line.right)
    for name, pattern in _line_patterns():
        if match := pattern.fullmatch(text):
            begin, end = (line.left + offset for offset in match.span("value"))
            return MetadataField("", name, match["value"].strip(), span, Span(decoded.file, begin, end))
    match = _KEY_VALUE.fullmatch(text)
    if match and (name := field_of(match["key"])):
        begin, end = (line.left + offset for offset in match.span("value"))
        return MetadataField(match["key"], name, match["value"].strip(), span, Span(decoded.file, begin, end))
    if len(text) <= 40 and normalize_date(text, packs()):
        return MetadataField("", "date", text, span, span)
    return None
