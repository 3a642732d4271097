"""What an ODD says that does not hold together: names that nothing declares, circles, attributes given twice."""

from collections import Counter
from collections.abc import Iterator

from tei.schema.odd import (
    ClassRef,
    ClassSpec,
    Data,
    DataRef,
    DataSpec,
    Datatype,
    ElementRef,
    ElementSpec,
    MacroRef,
    MacroSpec,
    Odd,
    Particle,
    Primitive,
    Spec,
    Union,
    references,
)

Problem = tuple[int, str, str]  # line, message, remedy

_KINDS: dict[type, tuple[type[Spec], str]] = {
    ElementRef: (ElementSpec, "an `elementSpec`"),
    ClassRef: (ClassSpec, "a `classSpec`"),
    MacroRef: (MacroSpec, "a `macroSpec`"),
    DataRef: (DataSpec, "a `dataSpec`"),
}
_TYPES = frozenset(
    "string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth hexBinary "
    "base64Binary anyURI normalizedString token language NMTOKEN Name NCName ID IDREF integer nonPositiveInteger "
    "negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte "
    "positiveInteger".split()
)


def check(odd: Odd) -> Iterator[Problem]:
    """The problems of an ODD, if it has any."""
    for key in odd.start:
        if not isinstance(odd.specs.get(key), ElementSpec):
            yield 0, f"@start names “{key}”, and no `elementSpec` has this ident", "Correct @start on `schemaSpec`."
    for spec in odd.specs.values():
        yield from _unresolved(odd, spec)
    for spec in odd.specs.values():
        if _leads_to_itself(odd, spec):
            yield spec.line, f"“{spec.ident}” is defined by itself", "Break the circle."
            return  # what follows would go round in it
    for element in odd.elements:
        for name, times in Counter(attribute.ident for attribute in odd.attributes(element)).items():
            if times > 1:
                remedy = "Leave it out of the element or of one of its classes."
                yield element.line, f"`{element.ident}` has the attribute `{name}` {times} times", remedy


def _unresolved(odd: Odd, spec: Spec) -> Iterator[Problem]:
    """What `spec` refers to and nothing declares, or declares as something else."""
    for content in _contents(spec):
        for reference in references(content):
            kind, words = _KINDS[type(reference)]
            if not isinstance(odd.specs.get(reference.key), kind):
                message = f"“{spec.ident}” refers to “{reference.key}”, which is not {words} here"
                yield spec.line, message, "Declare it, or correct the reference."
            elif isinstance(reference, ClassRef) and not odd.members.get(reference.key):
                message = f"“{spec.ident}” refers to the class “{reference.key}”, which has no members"
                yield spec.line, message, "Make an element a member of it, or remove the reference."
        for name in _primitives(content):
            if name not in _TYPES:
                yield spec.line, f"“{spec.ident}” uses “{name}”, which is not a datatype of XSD", "Correct @name."
    for key in spec.classes if isinstance(spec, ElementSpec | ClassSpec) else ():
        if not isinstance(odd.specs.get(key), ClassSpec):
            message = f"“{spec.ident}” is a member of “{key}”, which is not a `classSpec` here"
            yield spec.line, message, "Declare the class, or correct the key."


def _contents(spec: Spec) -> Iterator[Particle | Data]:
    """The content model of `spec` and the datatypes of its attributes."""
    if isinstance(spec, DataSpec):
        yield spec.data
    elif isinstance(spec, ElementSpec | MacroSpec):
        yield spec.content.data if isinstance(spec.content, Datatype) else spec.content
    if isinstance(spec, ElementSpec | ClassSpec):
        for attribute in spec.attributes:
            yield attribute.datatype.data


def _primitives(content: Particle | Data) -> Iterator[str]:
    if isinstance(content, Primitive):
        yield content.name
    elif isinstance(content, Union):
        for part in content.parts:
            yield from _primitives(part)


def _leads_to_itself(odd: Odd, spec: Spec) -> bool:
    """Whether `spec` is needed to say what `spec` is. An element inside itself is no such circle."""
    seen: set[str] = set()
    waiting = list(_parts(odd, spec))
    while waiting:
        key = waiting.pop()
        if key == spec.ident:
            return True
        if key not in seen and key in odd.specs:
            seen.add(key)
            waiting += _parts(odd, odd.specs[key])
    return False


def _parts(odd: Odd, spec: Spec) -> Iterator[str]:
    if isinstance(spec, MacroSpec):
        yield from (one.key for one in references(spec.content) if not isinstance(one, ElementRef))
    elif isinstance(spec, DataSpec):
        yield from (one.key for one in references(spec.data))
    elif isinstance(spec, ClassSpec):
        yield from (key for key in spec.classes if key in odd.specs)
