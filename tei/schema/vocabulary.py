"""The names that occur in a document: what its slice of a grammar is made for."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml import etree


class Vocabulary(NamedTuple):
    """Names of elements and of attributes, in Clark notation."""

    elements: frozenset[str]
    attributes: frozenset[str]

    def covers(self, other: "Vocabulary") -> bool:
        """Whether all names of `other` are among these."""
        return other.elements <= self.elements and other.attributes <= self.attributes

    @property
    def names(self) -> frozenset[str]:
        """All of them, those of attributes with an `@` before them."""
        return self.elements.union(f"@{name}" for name in self.attributes)

    def joined(self, other: "Vocabulary") -> "Vocabulary":
        """The names of both."""
        return Vocabulary(self.elements | other.elements, self.attributes | other.attributes)


def vocabulary(tree: "etree._ElementTree") -> Vocabulary:
    """The names that occur in a document."""
    from lxml import etree  # here: what is read as a stream does without

    elements: set[str] = set()
    attributes: set[str] = set()
    for element in tree.iter(etree.Element):
        elements.add(element.tag)
        attributes.update(element.keys())  # type: ignore[arg-type]  # they are str, whatever the stubs say
    return Vocabulary(frozenset(elements), frozenset(attributes))
