"""Notes: what stands beside a text (footnotes, where the original is kept, who translated it, an editor's remarks).

They are picked out before the text is recognised, so that a paragraph goes on across a footnote and a closer is seen
above the reference of an archive; then they are put back where they stood, and linked with their marks in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tei.languages.patterns import of_all_languages
from tei.model.source import LayoutKind
from tei.structure.closers import is_label
from tei.structure.marks import is_marked
from tei.structure.units import Unit

_LONGEST_LINE = 250  # of a reference or a credit
_LARGEST_SHARE = 0.7  # of notes, beside the text above them
_ENDS = 12  # units from either end of a page where credits and remarks stand
_CIRCLED = {chr(0x2460 + index): str(index + 1) for index in range(20)}
_RAISED = {ord(sign): str(value) for value, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
# A mark in the text: glued to the word before it. Brackets, raised or circled digits, a word for note, an asterisk.
MARK = re.compile(
    r"(?<=[^\s\[(])(?:\s?\[\^?(?P<square>\d{1,3}|[a-z*†])\]|〔(?P<shell>\d{1,3})〕|［(?P<wide>\d{1,3})］"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3})|(?P<circled>[①-⑳])|[(（\[【][注註](?P<word>\d{1,3}|[一二三四五六七八九十]{1,3})[)）\]】])"
    r"|(?<=[a-zà-ÿ]{4}[.,;])(?P<glued>[1-9]\d?)(?=\s+[A-ZÀ-Þ“\"(]|\s*$)"  # “… the frontier.1 He …”
    r"|(?<=[\w.,;:”’\"')）。，])(?P<star>\*{1,3}|[†‡]{1,2})(?=[\s.,;:)\"”]|$)"
)
# A note: its label stands at the start.
_SIGN = re.compile(r"[\[〔［⁰¹²³⁴-⁹①-⑳*†‡]|[(（【][注註]|[.,;]\d")  # without one of these there is no mark
_LABEL = re.compile(
    r"[_*]?(?:\[\^?(?P<square>\d{1,3}|[a-z*†])\]:?|〔(?P<shell>\d{1,3})〕|［(?P<wide>\d{1,3})］|(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?P<circled>[①-⑳])|[(（\[【]?[注註](?P<word>\d{1,3}|[一二三四五六七八九十]{1,3})[)）\]】:：]?|(?P<plain>\d{1,3})(?:[.)]\s?|\s)(?=\S)"
    r"|(?P<star>\*{1,3}|[†‡]{1,2})(?=\s?[^\W_]))\s?"
)
_LETTERED = re.compile(r"[a-z*†][.)]?\s\S")
_LONGEST_NOTES_LABEL = 24
_SHELF = re.compile(r"\b(F|Op|D|L|Ll|Ф|Оп|Д|Л|Лл|Fond|Opis|Delo)\.\s?\d+")  # fond, inventory, file, leaf
_GLUED = "glued "  # before the label of a mark that is nothing but a number after a stop
_STAMP = re.compile(r"\[[^\[\]\d]{3,40}\]\.?")


def _label_of(match: re.Match[str]) -> str:
    found = next(value for value in match.groupdict().values() if value)
    return _CIRCLED.get(found) or found.translate(_RAISED)


def note_marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Where marks of notes stand in a text, as `(start, end, label)`."""
    if not _SIGN.search(text):
        return
    for match in MARK.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield start, match.end(), _label_of(match)


def without_marks(title: str, notes: Sequence[Unit]) -> str:
    """A title without the marks of those notes that are there."""
    labels = {note.n for note in notes if note.n}
    for start, end, label in reversed(list(note_marks(title))):
        if label in labels:
            title = title[:start].rstrip() + title[end:]
    return title


def pick_notes(units: Sequence[Unit], titles: Iterable[str] = ()) -> tuple[list[Unit], list[Unit]]:
    """The units without notes, and the notes, each with its kind; `titles` may hold marks of notes too."""
    kinds = _footnotes(units, titles)
    kinds |= {index: ("footnote", unit.n) for index, unit in enumerate(units) if unit.kind is LayoutKind.NOTE}
    written = [index for index, unit in enumerate(units) if unit.lines]
    near = {*written[:_ENDS], *written[-_ENDS:]}
    for index in written:
        unit = units[index]
        if index in kinds or unit.kind is LayoutKind.HEADING:
            continue
        if kind := _kind(unit, at_end=index in near, first=index == written[0]):
            kinds[index] = (kind, "")
    if len(kinds) == len(written):
        return list(units), []
    return _parted(units, kinds)


def _parted(units: Sequence[Unit], kinds: dict[int, tuple[str, str]]) -> tuple[list[Unit], list[Unit]]:
    kept: list[Unit] = []
    notes: list[Unit] = []
    parted = False
    for index, unit in enumerate(units):
        if index in kinds:
            kind, n = kinds[index]
            notes.append(replace(unit, aside=kind, n=n))
            parted = parted or kind == "archival"
        else:
            kept.append(replace(unit, parted=parted) if parted else unit)
            parted = parted and not unit.lines
    return kept, notes


def _kind(unit: Unit, *, at_end: bool, first: bool) -> str:
    """The kind of note that a unit is by its own words or shape, "" for none: who signed is no note."""
    text = unit.text.strip("*_[] ")
    kind = _kind_of(unit, text, at_end=at_end, first=first) if text and len(text) <= 2 * _LONGEST_LINE else ""
    return "" if kind and is_marked(text) else kind


def _kind_of(unit: Unit, text: str, *, at_end: bool, first: bool) -> str:
    short = len(text) <= _LONGEST_LINE
    if short and (len({*_SHELF.findall(text)}) > 1 or of_all_languages("archive_references").match(text)):
        return "archival"
    if unit.kind is LayoutKind.TEXT and of_all_languages("classifications").fullmatch(text):
        return "classification"
    if not at_end:
        return ""
    credit = of_all_languages("credits").match(text)
    if short and credit and credit.end() < len(text):
        return "credit"
    if first and _STAMP.fullmatch(unit.text):
        return "stamp"
    if of_all_languages("note_leads").match(text):
        return "editorial"
    return ""


def _footnotes(units: Sequence[Unit], titles: Iterable[str]) -> dict[int, tuple[str, str]]:
    """The units that are footnotes, with their labels: the label stands at the start, and as a mark in the text above.

    A plain number before a unit says less, since paragraphs are numbered too: such notes stand together at the end.
    """
    marks: dict[str, int] = {label: -1 for title in titles for _, _, label in note_marks(title)}
    labels: dict[int, re.Match[str]] = {}
    for index, unit in enumerate(units):
        if not unit.lines or unit.kind is LayoutKind.HEADING:
            continue
        label = _LABEL.match(unit.text)
        if label:
            labels[index] = label
        for start, _, mark in note_marks(unit.text):
            if not (label and start < label.end()):
                marks.setdefault(_GLUED + mark if unit.text[start].isdecimal() else mark, index)
    found: dict[int, tuple[str, str]] = {}
    for index, match in labels.items():
        n = _label_of(match)
        if n in marks and marks[n] < index and not match["plain"] and len(units[index].text) > match.end():
            found[index] = ("footnote", n)
    tail = _tail(units, labels, marks)
    for index in tail:
        found.setdefault(index, ("footnote", _label_of(labels[index]) if index in labels else ""))
    return found or _list_of_notes(units, labels, marks) or _below_label(units, labels)


def _below_label(units: Sequence[Unit], labels: dict[int, re.Match[str]]) -> dict[int, tuple[str, str]]:
    """The notes below a line that is their label (Footnotes:), up to the end of the text."""
    written = [index for index, unit in enumerate(units) if unit.lines]
    for at, index in enumerate(written[:-1]):
        if at and _is_label_of_notes(units[index].text):
            below = written[at + 1 :]
            above, own = (sum(len(units[i].text) for i in part) for part in (written[:at], below))
            first = below[0] in labels or _LETTERED.match(units[below[0]].text)
            signed = any(is_marked(units[i].text) for i in below)
            if not first or signed or own > _LARGEST_SHARE * above:
                return {}
            return {i: ("footnote", _label_of(labels[i]) if i in labels else "") for i in below}
    return {}


def _is_label_of_notes(text: str) -> bool:
    bare = text.strip("*_[]()（）【】 :：")
    match = of_all_languages("note_leads").match(f"{bare}:") if len(bare) <= _LONGEST_NOTES_LABEL else None
    return match is not None and match.end() >= len(bare)


def _list_of_notes(
    units: Sequence[Unit], labels: dict[int, re.Match[str]], marks: dict[str, int]
) -> dict[int, tuple[str, str]]:
    """The notes that are numbered from 1 at the end of a text in which none of these numbers is a mark.

    They are notes where their numbers stand without a stop, several together or above the reference of an archive; or
    where the text has as many marks as there are notes: then a site has numbered anew what it copied.
    """
    run: list[int] = []
    referred = False
    for index in range(len(units) - 1, 0, -1):
        if index in labels and labels[index]["plain"] and units[index].lines:
            run.insert(0, index)
            if labels[index]["plain"] == "1":
                break
        elif units[index].lines and (run or not _is_aside(units[index])):
            return {}
        else:
            referred = referred or units[index].lines != ()
    numbers = [labels[index]["plain"] for index in run]
    if not run or run[0] < 2 or numbers != [str(number) for number in range(1, len(run) + 1)]:
        return {}
    above, own = (sum(len(unit.text) for unit in part) for part in (units[: run[0]], units[run[0] :]))
    placed = _kind(units[run[0] - 1], at_end=True, first=False) == "archival"  # below where the original is kept
    if (own > _LARGEST_SHARE * above and not placed) or units[run[0] - 1].text.endswith((":", "：")):
        return {}  # numbered paragraphs, or a list
    stopped = any(labels[index].group()[len(labels[index]["plain"]) :].strip() for index in run)
    if not stopped and (len(run) > 1 or referred):
        return {index: ("footnote", labels[index]["plain"]) for index in run}
    known = [mark.removeprefix(_GLUED) for mark, at in marks.items() if at < run[0]]
    rising = known == sorted(known, key=lambda mark: (len(mark), mark)) and all(mark.isdecimal() for mark in known)
    if rising and len(known) == len(run) and known[0] != "1":
        return {index: ("footnote", mark) for index, mark in zip(run, known, strict=True)}
    return {}


def _tail(units: Sequence[Unit], labels: dict[int, re.Match[str]], marks: dict[str, int]) -> list[int]:
    """The notes with plain numbers or asterisks at the end of a page, from the last one up to the first that fits."""
    first = len(units)
    for index in range(len(units) - 1, -1, -1):
        unit = units[index]
        if not unit.lines:
            continue
        label = labels.get(index)
        if label is not None and (_fits(label, marks, index) or _is_remark(units, index, label)):
            first = index
        elif (label is not None and label["plain"]) or not (_is_aside(unit) or _goes_on(units, labels, index)):
            break
    return [
        index
        for index in range(first, len(units))
        if units[index].lines and (index in labels or not _is_aside(units[index]))
    ]


def _goes_on(units: Sequence[Unit], labels: dict[int, re.Match[str]], index: int) -> bool:
    """Whether a unit is the rest of the note above it, in which a bracket is open."""
    above = max((before for before in range(index) if units[before].lines), default=-1)
    text = units[above].text if above in labels else ""
    return text.count("(") + text.count("（") > text.count(")") + text.count("）")


def _is_aside(unit: Unit) -> bool:
    """Whether a unit among the last ones is no text of the document: a reference, a credit, a label in brackets."""
    return bool(_kind(unit, at_end=True, first=False)) or is_label(unit.text)


def _fits(label: re.Match[str], marks: dict[str, int], index: int) -> bool:
    n = _label_of(label)
    if label["plain"] and not label.group()[len(n) :].strip():  # “1 See …”, not “1. See …”, as paragraphs are numbered
        return min(marks.get(n, index), marks.get(_GLUED + n, index)) < index
    return n in marks and marks[n] < index


def _is_remark(units: Sequence[Unit], index: int, label: re.Match[str]) -> bool:
    """Whether a paragraph with an asterisk, whose mark is nowhere in the text, is a note by its place: under a reference."""
    above = units[index - 1] if index else None
    archival = above is not None and _kind(above, at_end=True, first=False) == "archival"
    return bool(label["star"]) and archival and not units[index].text.endswith("*")
