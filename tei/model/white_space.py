"""What counts as white space: once here, for everything that counts or compares characters.

White space is what `str.isspace` says (Unicode's white space and the separators U+001C to U+001F), and two characters
that have neither ink nor meaning in running text: U+FEFF, which is a byte order mark that concatenating files leaves in
the middle, and U+200B, the zero-width space. Joiners (U+200C, U+200D) are letters' business and count as text.
"""

import re

INVISIBLE = "\ufeff\u200b"

INK = re.compile(rf"[^\s{INVISIBLE}]+")
"""A run of characters that are not white space."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


def ink(text: str) -> str:
    """`text` without its white space."""
    return "".join(_INVISIBLE.sub("", text).split())
