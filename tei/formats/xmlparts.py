"""Short ways through the XML of office documents, by local name: their namespaces come in two dialects each."""

from collections.abc import Iterator

from lxml import etree

from tei.names import local_name


def children(element: etree._Element | None, name: str = "") -> Iterator[etree._Element]:
    """The child elements, those called `name` if one is given."""
    for child in element if element is not None else ():
        if isinstance(child.tag, str) and (not name or local_name(child.tag) == name):
            yield child


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along `path`, one child at each step; None where it ends."""
    for name in path:
        element = next(children(element, name), None)
    return element


def attribute(element: etree._Element | None, name: str, default: str = "") -> str:
    """The value of the attribute with this local name; `default` without one, or without an element."""
    if element is None:
        return default
    return next((str(value) for key, value in element.items() if local_name(key) == name), default)


def descendants(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Every element below called `name`, in document order."""
    for node in element.iter(f"{{*}}{name}") if element is not None else ():
        if node is not element:
            yield node
