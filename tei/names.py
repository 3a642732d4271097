"""Namespaces, Clark names and the minting of xml:id values: each is spelt once, here."""

import re
import unicodedata
from functools import cache

TEI_NS = "http://www.tei-c.org/ns/1.0"
XML_NS = "http://www.w3.org/XML/1998/namespace"
RNG_NS = "http://relaxng.org/ns/structure/1.0"
XSD_NS = "http://www.w3.org/2001/XMLSchema"

XML_ID = f"{{{XML_NS}}}id"
XML_LANG = f"{{{XML_NS}}}lang"

# Letters of the scripts in wide use that may stand in an xml:id: those that the fourth and the fifth edition of
# XML 1.0 both allow, for libxml2 holds ids to the fourth, whose letters are those of Unicode 2.0.
_LETTERS = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3"  # Latin
    "\u01cd-\u01f0\u0250-\u02a8\u1e00-\u1e9b\u1ea0-\u1ef9"
    "\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u1f00-\u1f15\u1f20-\u1f45"  # Greek
    "\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481\u0490-\u04c4"  # Cyrillic
    "\u0531-\u0556\u0561-\u0586\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u10d0-\u10f6"  # Armenian to Georgian
    "\u0905-\u0939\u0985-\u098c\u0993-\u09a8\u0e01-\u0e2e"  # Devanagari, Bengali, Thai
    "\u3007\u3041-\u3094\u30a1-\u30fa\u3105-\u312c\u4e00-\u9fa5\uac00-\ud7a3"  # East Asian
)


@cache
def _pattern(form: str, ascii: bool) -> re.Pattern[str]:
    """The pattern `form`, in which L stands for the letters: of ASCII alone where the text is, since others take long to make."""
    return re.compile(form.replace("L", "A-Z_a-z" if ascii else _LETTERS))


def tei(name: str) -> str:
    """The Clark name of the TEI element `name`."""
    return f"{{{TEI_NS}}}{name}"


def local_name(tag: object) -> str:
    """The name of an element without its namespace; "" for a comment or processing instruction."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def ncname(text: str, *, prefix: str = "edition") -> str:
    """A valid XML NCName made from `text`, the same for the same text.

    Letters are kept, in their own script; a run of anything else becomes a hyphen. A result that cannot begin a name,
    such as one that starts with a digit, is given `prefix` and a hyphen in front.
    """
    kept = _pattern("[^L0-9.·-]+", text.isascii()).sub("-", unicodedata.normalize("NFC", text)).strip("-.")
    if _pattern("[L]", kept.isascii()).match(kept):
        return kept
    return f"{prefix}-{kept}" if kept else prefix


def is_ncname(text: str) -> bool:
    """Whether `text` may be an xml:id that every XML tool accepts."""
    return _pattern("[L][L0-9.·-]*", text.isascii()).fullmatch(text) is not None
