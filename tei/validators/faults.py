"""A mistake in a document, and the words for names and values that all the explanations use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache

from lxml import etree

from tei.diagnostics import Diagnostic, Location
from tei.names import TEI_NS, XML_NS, local_name
from tei.rules import finding
from tei.schema.patterns import namespace_of
from tei.validators.xmlfile import Places

_SHOWN = 12  # names in a list of what is allowed
_VALUE = 40  # characters of a wrong value
_REMEMBERED = 5000  # names and lists of names: many documents are wrong in the same way


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: what is wrong and what to do, and the element it is at.

    It is behind the element's end tag where `after` is set, for characters; at its attribute where one is named.
    `allowed` are the names, or the values, that could stand there.
    """

    element: etree._Element
    message: str
    help: str
    after: bool = False
    attribute: str = ""
    allowed: Sequence[str] = ()

    def finding(self, rule_id: str, places: Places) -> Diagnostic:
        """The fault as a finding of a rule."""
        found = finding(rule_id, self.message, self.place(places), help=self.help)
        return replace(found, allowed=_bare(tuple(self.allowed)))

    def place(self, places: Places) -> Location:
        """Where it is in the file."""
        return places.after(self.element) if self.after else places.of(self.element, self.attribute)


@lru_cache(_REMEMBERED)
def _bare(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({shown(name).replace("`", "") for name in names}))


def shown(clark: object) -> str:
    """A name as people write it: TEI names bare, others with what tells them apart."""
    return _shown(str(clark))


@lru_cache(_REMEMBERED)
def _shown(clark: str) -> str:
    namespace = namespace_of(clark)
    if namespace == XML_NS:
        return f"`xml:{local_name(clark)}`"
    return f"`{local_name(clark)}`" if namespace in ("", TEI_NS) else f"`{local_name(clark)}` of {namespace}"


def listed(names: Iterable[object]) -> str:
    """The names in alphabetical order, the first few of them; “nothing more” when there is none."""
    return _listed(tuple(map(str, names)))


@lru_cache(_REMEMBERED)
def _listed(names: tuple[str, ...]) -> str:
    found = sorted({_shown(name) for name in names})
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return ", ".join(found[:_SHOWN]) + more if found else "nothing more"


def suggestion(name: object, allowed: Iterable[object]) -> str:
    """“Did you mean …? ” when one of the allowed names is spelt much like `name`, else nothing."""
    return _suggestion(str(name), tuple(map(str, allowed)))


@lru_cache(_REMEMBERED)
def _suggestion(name: str, allowed: tuple[str, ...]) -> str:
    spelt = {local_name(other).lower(): other for other in allowed if other != name}
    close = get_close_matches(local_name(name).lower(), spelt, 1, 0.75)
    return f"Did you mean {shown(spelt[close[0]])}? " if close else ""


def misplaced(name: object, parent: object, allowed: list[str], *, ends: bool = True) -> tuple[str, str]:
    """What is wrong and what to do where the element `name` stands in `parent`, and only `allowed` may stand there.

    Where the parent may not end there and no name is allowed, characters are: `ends` is False.
    """
    what = listed(allowed) if allowed or ends else "a value"
    remedy = f"{suggestion(name, allowed)}Allowed at this place: {what}."
    return f"{shown(name)} is not allowed here in {shown(parent)}", remedy


def root_fault(root: etree._Element, roots: Iterable[str]) -> Fault:
    """The fault of a root that is none of `roots`: in another namespace, or of another name."""
    allowed = list(roots)
    for name in allowed:
        if local_name(name) == local_name(root.tag):
            wanted, given = namespace_of(name), namespace_of(str(root.tag))
            where = f"in the namespace {given}, not in {wanted}" if given else f"not in the namespace {wanted}"
            return Fault(root, f"`{local_name(name)}` is {where}", f'Write xmlns="{wanted}" on it.', allowed=allowed)
    return Fault(root, f"{shown(root.tag)} cannot be the root", f"The root is {listed(allowed)}.", allowed=allowed)


def repeated_id(element: etree._Element, xml_id: str) -> Fault:
    """The fault of an xml:id that another element has, in the words of PT002: where pointers are checked, it is one finding."""
    message = f"xml:id “{xml_id}” is already used by another element"
    return Fault(element, message, "Give one of the two another xml:id.")


def cut(value: str) -> str:
    """A value, not too long for a message."""
    return f"{value[:_VALUE]}…" if len(value) > _VALUE else value
