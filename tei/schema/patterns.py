"""RELAX NG patterns and name classes in their simple form: immutable values, names in Clark notation.

Source: Clark and Murata, RELAX NG Specification (2001), section 4; ISO/IEC 19757-2. `optional` is a choice with empty,
`zeroOrMore` an optional `oneOrMore`, `mixed` an interleaving with text.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tei.errors import UnreadableInput


@dataclass(frozen=True, slots=True)
class Name:
    """One name, in Clark notation."""

    clark: str


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name but those of `but`."""

    but: "NameClass | None"


@dataclass(frozen=True, slots=True)
class NsName:
    """Every name of a namespace but those of `but`."""

    namespace: str
    but: "NameClass | None"


@dataclass(frozen=True, slots=True)
class NameChoice:
    """The names of any of the options."""

    options: "tuple[NameClass, ...]"


NameClass = Name | AnyName | NsName | NameChoice


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing."""


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """What no document matches."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any characters."""


@dataclass(frozen=True, slots=True)
class Data:
    """A value of a datatype, narrowed by parameters, that does not match `but`."""

    type: str
    library: str
    parameters: tuple[tuple[str, str], ...]
    but: "Pattern | None"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a datatype. `prefixes` are the namespaces in scope, which the type QName needs."""

    type: str
    library: str
    text: str
    namespace: str
    prefixes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class List:
    """White-space separated tokens that match `of`."""

    of: "Pattern"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute with one of the names and such a value."""

    names: NameClass
    value: "Pattern"


@dataclass(frozen=True, slots=True)
class Element:
    """An element with one of the names, such attributes and such content."""

    names: NameClass
    content: "Pattern"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the parts."""

    parts: "tuple[Pattern, ...]"


@dataclass(frozen=True, slots=True)
class Group:
    """The parts in order."""

    parts: "tuple[Pattern, ...]"


@dataclass(frozen=True, slots=True)
class Interleave:
    """The parts in any order, mixed."""

    parts: "tuple[Pattern, ...]"


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """`of`, repeated."""

    of: "Pattern"


class Definition(Protocol):
    """A named pattern; `pattern` may be read from the schema when it is first asked for."""

    name: str

    @property
    def pattern(self) -> "Pattern":
        """What the name stands for."""

    def refused(self, why: str) -> UnreadableInput:
        """The fault that this definition makes of the schema."""


@dataclass(frozen=True, slots=True)
class Ref:
    """What a definition stands for."""

    definition: "Definition"


Pattern = (
    Empty
    | NotAllowed
    | Text
    | Data
    | Value
    | List
    | Attribute
    | Element
    | Choice
    | Group
    | Interleave
    | OneOrMore
    | Ref
)

EMPTY = Empty()
TEXT = Text()
NOT_ALLOWED = NotAllowed()


@dataclass(frozen=True, slots=True)
class Grammar:
    """A schema: where it was read from, the pattern that a document's root matches, and the files read for it so far."""

    path: Path
    start: Pattern
    files: Collection[Path] = ()


def contains(names: NameClass, name: str) -> bool:
    """Whether a name class contains `name` (in Clark notation)."""
    match names:
        case Name():
            return names.clark == name
        case NameChoice():
            return any(contains(option, name) for option in names.options)
        case AnyName():
            return names.but is None or not contains(names.but, name)
        case NsName():
            here = namespace_of(name) == names.namespace
            return here and (names.but is None or not contains(names.but, name))


def spelt(names: NameClass) -> Iterator[str]:
    """The single names of a name class, in Clark notation; wildcards have none."""
    match names:
        case Name():
            yield names.clark
        case NameChoice():
            for option in names.options:
                yield from spelt(option)
        case AnyName() | NsName():
            return


def namespace_of(name: str) -> str:
    """The namespace of a name in Clark notation, or ""."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""
