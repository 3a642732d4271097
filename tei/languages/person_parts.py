"""The pieces of a description of a person; text without its white space."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a description of a person. `tag` is "persName", "roleName" or "rank"."""

    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PersonParts:
    """The pieces in order. `certainty` (0–1) is how sure it is that the name is one; 0 when there is none."""

    parts: tuple[Part, ...] = ()
    certainty: float = 0.0

    @property
    def name(self) -> Part | None:
        """The name, None where only offices stand."""
        return next((part for part in self.parts if part.tag == "persName"), None)

    @property
    def roles(self) -> tuple[Part, ...]:
        """The offices."""
        return tuple(part for part in self.parts if part.tag == "roleName")


def is_letterspaced(text: str) -> bool:
    """Whether `text` is set with a space between all its characters (周 恩 来)."""
    pieces = text.split()
    return len(pieces) > 1 and all(len(piece) == 1 for piece in pieces) and any(piece.isalpha() for piece in pieces)


def squeeze(text: str) -> tuple[str, list[int]]:
    """`text` without its white space, and the offset in `text` of each character left."""
    squeezed = "".join(text.split())
    if len(squeezed) == len(text):
        return text, list(range(len(text)))
    return squeezed, [index for index, character in enumerate(text) if not character.isspace()]


def longest_start(text: str, words: tuple[str, ...]) -> str:
    """The longest of `words` that `text` begins with; "" for none."""
    return max(filter(text.startswith, words), key=len) if text.startswith(words) else ""


def longest_end(text: str, words: tuple[str, ...]) -> str:
    """The longest of `words` that `text` ends with; "" for none."""
    return max(filter(text.endswith, words), key=len) if text.endswith(words) else ""
