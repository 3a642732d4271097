"""A source file as decoded text, with findings on its encoding, its bad bytes and its forbidden characters."""

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tei.diagnostics import Location, Report
from tei.errors import UnreadableInput
from tei.formats import FORMATS, format_of, transcribe
from tei.model.decoding import Decoding, decode_bytes, newline_of
from tei.model.source import Decoded
from tei.rules import finding

_SHOWN = 5  # places that a finding lists before it counts the rest
_FORCE = 'name the encoding with --encoding, or with encoding = "…" under [read] in tei.toml'


def decode_file(path: Path, *, format: str = "", encoding: str = "", report: Report) -> Decoded:
    """The file at `path` as text; raises `UnreadableInput` where it cannot be read or holds no text."""
    file = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise UnreadableInput("there is no such file", help="Check the name.", file=file) from fault
    except IsADirectoryError as fault:
        raise UnreadableInput("this is a folder, not a file", help="Name a file in it.", file=file) from fault
    except PermissionError as fault:
        raise UnreadableInput("you may not read this file", help="Change its permissions.", file=file) from fault
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        reason = (fault.strerror if isinstance(fault, OSError) else "") or str(fault)
        raise UnreadableInput(f"the file cannot be read: {reason}", help="Check the name.", file=file) from fault
    return decode(data, file=file, format=format, encoding=encoding, report=report)


def decode(data: bytes, *, file: str, format: str = "", encoding: str = "", report: Report) -> Decoded:
    """`data` as text, in `encoding` if one is given, else in the one that the bytes show or most probably have.

    A marked-up file (in `format`, or what its name and first bytes say) is decoded to the text of its transcript.

    `file` is the name that findings show. Raises `UnreadableInput` where there is no text (RD002) or the bytes are
    not text at all (RD003), and `UsageError` for an encoding that does not exist.
    """
    marked = format or format_of(file, data)
    if marked in FORMATS and data:
        return _decode_marked(data, file, marked, encoding, report)
    try:
        decoding = decode_bytes(data, encoding)
    except UnreadableInput as fault:
        fault.file = file
        raise
    if _is_blank(decoding.text):
        raise UnreadableInput(
            "the file is empty" if not data else "the file holds no text, only white space",
            help="Check that this is the file you meant.",
            file=file,
            rule="RD002",
        )
    newline = newline_of(decoding.text)
    digest = hashlib.sha256(data).hexdigest()
    decoded = Decoded(file, decoding.text, decoding.encoding, newline, digest, len(data))
    _report_encoding(decoding, file, report)
    _report_undecodable(decoding, decoded, report)
    _report_replaced(decoding, decoded, report)
    if newline == "mixed":
        message = "the file mixes LF, CRLF or CR line ends; each counts as one line end"
        report.add(finding("RD008", message, Location(file)))
    return decoded


def _decode_marked(data: bytes, file: str, format: str, encoding: str, report: Report) -> Decoded:
    """A marked-up file, as the text of its transcript."""
    try:
        transcript = transcribe(data, file, format, encoding)
    except UnreadableInput as fault:
        fault.file = file
        raise
    if _is_blank(transcript.text):
        message, remedy = "the file holds no text", "Check that this is the file you meant."
        raise UnreadableInput(message, help=remedy, file=file, rule="RD002")
    digest = hashlib.sha256(data).hexdigest()
    decoding = transcript.decoding
    if decoding is None:
        return Decoded(file, transcript.text, "", "", digest, len(data), transcript)
    raw = Decoded(file, decoding.text, decoding.encoding, newline_of(decoding.text), digest, len(data))
    _report_encoding(decoding, file, report)
    _report_undecodable(decoding, raw, report)
    _report_replaced(decoding, raw, report)
    return replace(raw, text=transcript.text, transcript=transcript)


def _is_blank(text: str) -> bool:
    """Whether nothing in `text` can be seen: white space, zero-width characters, byte order marks."""
    return all(character.isspace() or unicodedata.category(character) == "Cf" for character in text)


def _report_encoding(decoding: Decoding, file: str, report: Report) -> None:
    if not decoding.certain:
        message = f"the encoding was guessed: {decoding.encoding} taken, {decoding.runner_up} is possible too"
        report.add(finding("RD004", message, Location(file), help=f"If the text looks wrong, {_FORCE}."))
    elif decoding.encoding != "UTF-8" and decoding.origin != "asked":
        how = "by its byte order mark" if decoding.origin == "mark" else "by its bytes"
        report.add(finding("RD009", f"read as {decoding.encoding}, {how}", Location(file)))


def _report_undecodable(decoding: Decoding, decoded: Decoded, report: Report) -> None:
    places = decoding.undecodable
    if not places:
        return
    count = "a sequence of bytes is" if len(places) == 1 else f"{len(places)} sequences of bytes are"
    message = f"{count} not valid {decoding.encoding}, shown as U+FFFD{_at(places, decoded)}"
    report.add(
        finding(
            "RD005",
            message,
            decoded.location(places[0]),
            help=f"Repair the file; if it is not in {decoding.encoding}, {_FORCE}.",
            related=tuple(decoded.location(place) for place in places[1:_SHOWN]),
        )
    )


def _report_replaced(decoding: Decoding, decoded: Decoded, report: Report) -> None:
    """One finding for each kind of forbidden character, in the order in which they first occur."""
    kinds: dict[int, list[int]] = {}
    for offset, point in decoding.replaced:
        kinds.setdefault(point, []).append(offset)
    for point, places in kinds.items():
        name = "a lone surrogate" if 0xD800 <= point <= 0xDFFF else f"U+{point:04X}"
        shown = decoded.text[places[0]]
        message = f"XML forbids {name}: shown as {shown} (U+{ord(shown):04X}){_at(places, decoded)}"
        report.add(
            finding(
                "RD006",
                message,
                decoded.location(places[0]),
                help="Remove it from the source, if it has no meaning there.",
            )
        )


def _at(places: Iterable[int], decoded: Decoded) -> str:
    """Where the `places` are, line and column of each of the first ones, and how many more there are."""
    places = list(places)
    shown = ", ".join("{}:{}".format(*decoded.lines.position(place)) for place in places[:_SHOWN])
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return f", at {shown}{more}"
