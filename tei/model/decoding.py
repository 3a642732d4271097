"""Bytes to text: which encoding they are in, and the characters, with what could not be read marked in its place.

Order of evidence: an encoding that is asked for, a byte order mark, strict UTF-8, and last the most probable of the
encodings that transcriptions of English and Chinese come in. Nothing here reports; `tei.readers.decode` does.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from tei.errors import UnreadableInput, UsageError
from tei.model.likelihood import RANDOM_BYTE, han_profile, log_likelihood


@dataclass(frozen=True, slots=True)
class Decoding:
    """Bytes as text, and how they were read.

    `text` holds only characters that XML allows. `encoding` is the IANA name. `origin` says how it was found:
    "asked", "mark" (a byte order mark), "utf-8" (strictly valid) or "guess"; a guess that is not `certain` has a
    `runner_up`. `undecodable` are the offsets in `text` of the U+FFFD that stand for invalid bytes; `replaced` the
    offsets of forbidden characters, each with the code point it had.
    """

    text: str
    encoding: str
    origin: str
    certain: bool = True
    runner_up: str = ""
    undecodable: tuple[int, ...] = ()
    replaced: tuple[tuple[int, int], ...] = ()


# IANA name -> Python codec, in order of preference. Windows' Big5 (code page 950) is the Big5 of most files, as the
# WHATWG Encoding Standard has it for the marks of punctuation.
_CODECS = {
    "UTF-8": "utf-8",
    "GB18030": "gb18030",
    "Big5": "cp950",
    "windows-1252": "cp1252",
    "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be",
    "UTF-32LE": "utf-32-le",
    "UTF-32BE": "utf-32-be",
    "Big5-HKSCS": "big5hkscs",
}
CANDIDATES = ("UTF-8", "GB18030", "Big5", "windows-1252", "UTF-16LE", "UTF-16BE")

# Names that stand for a larger encoding which holds them, as in the WHATWG Encoding Standard; and, for those whose
# byte order is not said, the usual one.
_ALIASES = {
    "big5": "Big5",
    "gb2312": "GB18030",
    "gbk": "GB18030",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16LE",
    "utf-32": "UTF-32LE",
}

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)

# The first bytes of formats that people hand over in place of text.
_MAGIC = (
    (b"%PDF-", "a PDF", "Export its text first: pdftotext FILE."),
    (
        b"PK\x03\x04",
        "a ZIP archive",
        "If it is a Word or OpenDocument text, name it .docx or .odt; else unpack it first.",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Office file",
        "Save it as DOCX, or: soffice --convert-to docx FILE.",
    ),
    (b"{\\rtf", "an RTF file", "Save it as DOCX, or: soffice --convert-to docx FILE."),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "Transcribe it or run text recognition first."),
    (b"\xff\xd8\xff", "a JPEG image", "Transcribe it or run text recognition first."),
    (b"GIF8", "a GIF image", "Transcribe it or run text recognition first."),
    (b"II*\x00", "a TIFF image", "Transcribe it or run text recognition first."),
    (b"MM\x00*", "a TIFF image", "Transcribe it or run text recognition first."),
    (b"AT&TFORM", "a DjVu file", "Export its text first."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it first."),
    (b"\xfd7zXZ\x00", "an XZ archive", "Unpack it first."),
    (b"\x7fELF", "a program (ELF)", "Give the text file you meant."),
    (b"SQLite format 3\x00", "an SQLite database", "Export its text first."),
)

# XML 1.0 (fifth edition), production [2] Char, turned round.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROLS = "".join(chr(point) for point in range(0x20) if point not in (0x09, 0x0A, 0x0D))

_WINDOW = 1 << 15  # bytes before and after the first doubtful one that a guess looks at
_CLEAR = 7.0  # nats between the best candidate and the next for a guess to be certain: odds of 1000 to 1
_UTF16_UNMARKED = -10.0  # text without a byte order mark is seldom UTF-16
_FEW_HAN, _PLAUSIBLE_SHARE = 12, 0.15  # from so many Han characters on, so many of them are frequent ones

# What the error handler puts in place of bad bytes, for a moment. No strict decoder gives surrogates, so the marks
# cannot be mistaken for text.
_BAD_BYTES, _LONE_SURROGATE = "\udfff", "\ud800"
_UNIT = {"utf-8": 3, "utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}  # bytes of an encoded surrogate


def decode_bytes(data: bytes, encoding: str = "") -> Decoding:
    """`data` as text, in `encoding` if one is given, else in the encoding that they show or most probably have.

    Raises `UsageError` for an encoding that does not exist and `UnreadableInput` (RD003) for bytes that are no text.
    """
    for magic, kind, remedy in _MAGIC:
        if data.startswith(magic):
            raise UnreadableInput(f"this is {kind}, not a text file", help=remedy, rule="RD003")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if encoding:
        asked = iana_name(encoding)
        if marked and asked.startswith(("UTF-16", "UTF-32")) and asked[:6] == marked[:6]:
            asked = marked  # the mark knows the byte order
        return _decoded(data, asked, "asked")
    if marked:
        return _decoded(data, marked, "mark")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _guessed(data, fault.start)
    control = _CONTROL.search(data)  # UTF-16 looks like ASCII with control characters
    return _guessed(data, control.start()) if control else _finished(text, "UTF-8", "utf-8")


def iana_name(encoding: str) -> str:
    """The name under which `encoding` is reported; `UsageError` if it is none that decodes text."""
    try:
        codec = codecs.lookup(encoding)
        "".encode(codec.name)  # refuses codecs that are no encodings of text, such as rot13 and hex
    except (LookupError, ValueError) as fault:
        raise UsageError(
            f"there is no encoding called {encoding!r}",
            help="Use a name such as utf-8, gb18030, big5, windows-1252 or utf-16.",
        ) from fault
    names = {python: name for name, python in _CODECS.items()}
    return _ALIASES.get(codec.name) or names.get(codec.name, codec.name)


def sanitize(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """`text` with what XML forbids replaced one for one, and the offset and code point of each such character.

    A control character becomes its picture (U+2400 and on), anything else U+FFFD.
    """
    if not _FORBIDDEN.search(text):
        return text, ()
    replaced = tuple((match.start(), ord(match[0])) for match in _FORBIDDEN.finditer(text))
    return _FORBIDDEN.sub(_visible, text), replaced


def newline_of(text: str) -> str:
    """The line ends of `text`: "LF", "CRLF", "CR", "mixed", or "" where there is none."""
    crlf = text.count("\r\n")
    counts = {"LF": text.count("\n") - crlf, "CRLF": crlf, "CR": text.count("\r") - crlf}
    present = [name for name, count in counts.items() if count]
    return present[0] if len(present) == 1 else ("mixed" if present else "")


def _visible(match: re.Match[str]) -> str:
    point = ord(match[0])
    return chr(0x2400 + point) if point < 0x20 else "\ufffd"


def _guessed(data: bytes, doubtful: int) -> Decoding:
    """`data` in the most probable encoding. `doubtful` is the offset of the first byte that speaks against UTF-8."""
    start = max(0, doubtful - _WINDOW)
    while 0 < start < doubtful and data[start] & 0xC0 == 0x80:  # up to there it is UTF-8: begin at a character
        start += 1
    start -= start % 2  # UTF-16 has its characters at even offsets
    window = data[start : doubtful + _WINDOW]
    scores = {name: _score(window, name) for name in CANDIDATES}
    best, second = sorted(scores, key=lambda name: -scores[name])[:2]  # stable: a tie goes to the earlier candidate
    noise = RANDOM_BYTE * len(window)
    if best.startswith("UTF-16"):
        if scores[best] < noise + _UTF16_UNMARKED:
            raise _binary()
    elif best != "UTF-8" and b"\x00" in window:  # no editor writes NULs in these
        raise _binary()
    reading = _raw(window, best)
    han, frequent = han_profile(reading)
    plausible = han < _FEW_HAN or frequent >= _PLAUSIBLE_SHARE
    clear = scores[best] - max(scores[second], noise) >= _CLEAR
    certain = (plausible and clear) or (best == "UTF-8" and _BAD_BYTES not in reading)
    return _decoded(data, best, "guess", certain=certain, runner_up="" if certain else second)


def _score(data: bytes, name: str) -> float:
    prior = _UTF16_UNMARKED if name.startswith("UTF-16") else 0.0
    return prior + log_likelihood(_raw(data, name))


def _decoded(data: bytes, name: str, origin: str, *, certain: bool = True, runner_up: str = "") -> Decoding:
    raw = _raw(data, name)
    if name == "Big5" and _BAD_BYTES in raw:
        wider = _raw(data, "Big5-HKSCS")
        if _BAD_BYTES not in wider:
            name, raw = "Big5-HKSCS", wider
    return _finished(raw.removeprefix("\ufeff"), name, origin, certain=certain, runner_up=runner_up)


def _finished(raw: str, name: str, origin: str, *, certain: bool = True, runner_up: str = "") -> Decoding:
    if _is_binary(raw, origin):
        raise _binary()
    undecodable = tuple(match.start() for match in re.finditer(_BAD_BYTES, raw)) if _BAD_BYTES in raw else ()
    text, replaced = sanitize(raw.replace(_BAD_BYTES, "\ufffd"))
    return Decoding(text, name, origin, certain, runner_up, undecodable, replaced)


def _is_binary(raw: str, origin: str) -> bool:
    """Whether `raw` has more control characters than a text that was copied or converted badly may have.

    NULs count twice; where the encoding was guessed, so do bytes that it cannot have.
    """
    controls = sum(raw.count(character) for character in _CONTROLS)
    if not controls:
        return False
    signs = controls + raw.count("\x00") + (2 * raw.count(_BAD_BYTES) if origin == "guess" else 0)
    return signs > 3 + len(raw) // 10 or controls == len(raw)


def _binary() -> UnreadableInput:
    return UnreadableInput(
        "this is binary data, not a text file",
        help="Give a plain text file; if it is one, name its encoding with --encoding.",
        rule="RD003",
    )


def _raw(data: bytes, name: str) -> str:
    """`data` decoded, with a surrogate for each bad sequence of bytes and each encoded surrogate."""
    codec = _CODECS.get(name, name)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode(codec, _HANDLER)


def _mark(fault: UnicodeError) -> tuple[str, int]:
    """What stands for the bytes that `fault` stopped at, and where to go on."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    unit = _UNIT.get(fault.encoding, 0)
    piece = fault.object[fault.start : fault.start + unit]
    try:
        if unit and "\ud800" <= piece.decode(fault.encoding, "surrogatepass") <= "\udfff":
            return _LONE_SURROGATE, fault.start + unit
    except UnicodeDecodeError:
        pass
    return _BAD_BYTES, fault.end


# A name in Python's table of error handlers: a constant, as if it were built in.
_HANDLER = "tei.mark"
_handler: Callable[[UnicodeError], tuple[str | bytes, int]] = _mark
codecs.register_error(_HANDLER, _handler)
