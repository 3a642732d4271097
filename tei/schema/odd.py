"""An ODD as values: what a customization of TEI declares, and how its parts refer to each other.

ODD is TEI's language for schemas (TEI P5, chapter 22, Documentation Elements). The names here are those of TEI: an
`elementSpec` is an `ElementSpec`, its `content` is made of particles (`Sequence`, `Alternate`, `ElementRef`, …), its
attributes come from its own `attList` and from the attribute classes it is a member of. `tei/schema/odd_reader.py`
reads the XML; the compilers (`compile_rng.py` and its neighbours) know nothing of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

# --- Datatypes ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Primitive:
    """A datatype of XSD, such as `token`, with facets as pairs of name and value."""

    name: str
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DataRef:
    """The datatype of a `dataSpec`."""

    key: str


@dataclass(frozen=True, slots=True)
class Value:
    """A `valItem`: a value and what it means."""

    ident: str
    desc: str


@dataclass(frozen=True, slots=True)
class Values:
    """A closed `valList`: one of these values and no other."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """An `alternate` of datatypes: a value of any of them."""

    parts: tuple["Data", ...]


Data = Primitive | DataRef | Values | Union


@dataclass(frozen=True, slots=True)
class Datatype:
    """What an attribute takes: a value, or where `most` is not 1 a list of values with spaces between them."""

    data: Data
    least: int = 1
    most: int | None = 1

    @property
    def is_list(self) -> bool:
        """Whether the value is a list, be it of one."""
        return (self.least, self.most) != (1, 1)


# --- Content --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextNode:
    """Characters, or none."""


@dataclass(frozen=True, slots=True)
class ElementRef:
    """An element, by the ident of its `elementSpec`."""

    key: str
    least: int = 1
    most: int | None = 1


@dataclass(frozen=True, slots=True)
class ClassRef:
    """Any one member of a model class each time."""

    key: str
    least: int = 1
    most: int | None = 1


@dataclass(frozen=True, slots=True)
class MacroRef:
    """The content of a `macroSpec`."""

    key: str


@dataclass(frozen=True, slots=True)
class AnyElement:
    """An element of another vocabulary with anything in it: of the namespaces `require`, or of all but our own."""

    require: tuple[str, ...] = ()
    least: int = 1
    most: int | None = 1


@dataclass(frozen=True, slots=True)
class Sequence:
    """Its parts one after the other; without parts it is `empty`."""

    parts: tuple["Particle", ...] = ()
    least: int = 1
    most: int | None = 1


@dataclass(frozen=True, slots=True)
class Alternate:
    """One of its parts."""

    parts: tuple["Particle", ...]
    least: int = 1
    most: int | None = 1


Particle = TextNode | ElementRef | ClassRef | MacroRef | AnyElement | Sequence | Alternate

EMPTY = Sequence()


def references(content: "Particle | Data") -> Iterator[ElementRef | ClassRef | MacroRef | DataRef]:
    """Every reference in `content` to something that is declared elsewhere."""
    match content:
        case Sequence() | Alternate() | Union():
            for part in content.parts:
                yield from references(part)
        case ElementRef() | ClassRef() | MacroRef() | DataRef():
            yield content


# --- Attributes -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AttDef:
    """An attribute. `suggested` are the values of an open list: documentation, the datatype decides."""

    ident: str
    datatype: Datatype
    required: bool = False
    desc: str = ""
    suggested: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class AttList:
    """Attributes together, or where `choice` is set at most one of its parts."""

    parts: tuple["AttDef | AttList", ...] = ()
    choice: bool = False

    def __iter__(self) -> Iterator[AttDef]:
        for part in self.parts:
            if isinstance(part, AttDef):
                yield part
            else:
                yield from part


# --- Declarations ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Constraint:
    """A `constraintSpec`: Schematron rules, as the children of its `constraint`."""

    ident: str
    desc: str
    rules: tuple[etree._Element, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    """An `exemplum`: what it shows, as XML text in TEI's namespace. `valid` says that it is a whole valid element."""

    text: str
    valid: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What every declaration has."""

    ident: str
    line: int
    module: str = ""
    gloss: str = ""
    desc: str = ""
    remarks: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementSpec(Spec):
    """An element. Several may have one `name` (`altIdent`): then the place decides which of them is meant."""

    name: str
    content: Particle | Datatype
    classes: tuple[str, ...] = ()
    attributes: AttList = AttList()
    constraints: tuple[Constraint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSpec(Spec):
    """A class of elements that stand in the same places (`model`), or share attributes."""

    model: bool
    classes: tuple[str, ...] = ()
    attributes: AttList = AttList()


@dataclass(frozen=True, slots=True, kw_only=True)
class MacroSpec(Spec):
    """Content that several elements have."""

    content: Particle


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSpec(Spec):
    """A datatype."""

    data: Data


@dataclass(frozen=True)
class Odd:
    """A customization: its declarations by ident, in the order of the document."""

    ident: str
    title: str
    desc: str
    namespace: str
    start: tuple[str, ...]
    specs: dict[str, Spec]
    constraints: tuple[Constraint, ...] = ()
    prefixes: dict[str, str] = field(default_factory=dict)

    @cached_property
    def elements(self) -> tuple[ElementSpec, ...]:
        """The elements."""
        return tuple(spec for spec in self.specs.values() if isinstance(spec, ElementSpec))

    @cached_property
    def model_classes(self) -> tuple[ClassSpec, ...]:
        """The classes of elements."""
        return tuple(spec for spec in self.specs.values() if isinstance(spec, ClassSpec) and spec.model)

    @cached_property
    def attribute_classes(self) -> tuple[ClassSpec, ...]:
        """The classes of attributes."""
        return tuple(spec for spec in self.specs.values() if isinstance(spec, ClassSpec) and not spec.model)

    @cached_property
    def macros(self) -> tuple[MacroSpec, ...]:
        """The macros."""
        return tuple(spec for spec in self.specs.values() if isinstance(spec, MacroSpec))

    @cached_property
    def datatypes(self) -> tuple[DataSpec, ...]:
        """The datatypes."""
        return tuple(spec for spec in self.specs.values() if isinstance(spec, DataSpec))

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The elements and classes in each model class, by their idents."""
        found: dict[str, list[str]] = {spec.ident: [] for spec in self.model_classes}
        for spec in self.specs.values():
            if isinstance(spec, ElementSpec) or (isinstance(spec, ClassSpec) and spec.model):
                for key in spec.classes:
                    if key in found:
                        found[key].append(spec.ident)
        return {key: tuple(idents) for key, idents in found.items()}

    def attribute_classes_of(self, spec: ElementSpec | ClassSpec) -> tuple[ClassSpec, ...]:
        """The attribute classes that `spec` is a direct member of."""
        found = (self.specs[key] for key in spec.classes)
        return tuple(one for one in found if isinstance(one, ClassSpec) and not one.model)

    def attribute_lists(self, spec: ElementSpec | ClassSpec) -> Iterator[AttList]:
        """The attributes of `spec`: of its classes and theirs, then its own."""
        for one in self.attribute_classes_of(spec):
            yield from self.attribute_lists(one)
        yield spec.attributes

    def attributes(self, spec: ElementSpec | ClassSpec) -> Iterator[AttDef]:
        """Every attribute that `spec` has or gives."""
        for listed in self.attribute_lists(spec):
            yield from listed

    def element(self, ident: str) -> ElementSpec:
        """The element with this ident."""
        spec = self.specs[ident]
        assert isinstance(spec, ElementSpec)
        return spec

    def macro(self, ident: str) -> MacroSpec:
        """The macro with this ident."""
        spec = self.specs[ident]
        assert isinstance(spec, MacroSpec)
        return spec

    def data(self, ident: str) -> DataSpec:
        """The datatype with this ident."""
        spec = self.specs[ident]
        assert isinstance(spec, DataSpec)
        return spec
