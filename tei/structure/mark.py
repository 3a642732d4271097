"""Marks that the structure stage puts around pieces of a line."""

from collections.abc import Iterable

from tei.languages.person_parts import is_letterspaced, squeeze
from tei.model.inline import Inline, Name, Note, Wrapper, plain_text, wrap


def mark_pieces(content: tuple[Inline, ...], pieces: Iterable[tuple[int, int, str]]) -> tuple[Inline, ...]:
    """`content` with a name, an office or a signature mark around each `(start, end, tag)` of its text."""
    return wrap(content, [(start, end, _maker(tag)) for start, end, tag in sorted(pieces)])


def _maker(tag: str) -> Wrapper:
    def make(content: tuple[Inline, ...]) -> Inline:
        if tag == "signature-mark":
            return Note(tag, content)
        text = plain_text(content)
        spaced = is_letterspaced(text)
        rend = "letterspaced" if spaced else ""
        if tag == "rank":
            return Name("roleName", content, rend=rend, type="honorific")
        return Name(tag, content, rend=rend, key=squeeze(text)[0] if spaced else "")

    return make
