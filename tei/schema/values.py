"""Whether a value belongs to a datatype: by a regular expression where that is certain, else by libxml2.

A `Check` is made of text, so that it can be kept: a grammar of one attribute for libxml2, and an expression that matches
only values that belong. No grammar and no libxml2 is needed for a value that the expression matches.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_MOST = 5000  # values remembered
_LONGEST = 200  # characters of a value remembered
# The characters that the expressions are about: those of ASCII, and letters in every version of Unicode and XML. In an
# expression a mark stands for these, as it is put for them in a value: Python takes long to compile their ranges.
LETTERS = "\ue000"
_FIRST, _LAST = "ÀØøΑΣαАぁァ一가", "ÖöÿΡΩωяゔヺ龥힣"


class Check:
    """A datatype, or several of which a value may have any.

    `least`: the expression is for the parts between spaces, of which there must be so many or more; -1 for no list.
    """

    __slots__ = ("__dict__", "expression", "known", "least", "probe", "words")

    def __init__(self, probe: str, expression: str, least: int, words: tuple[str, ...] = ()) -> None:
        self.probe = probe  # RELAX NG for an element `v` with an attribute `a` of this type
        self.expression = expression  # "": none
        self.least = least
        self.words = words  # single values that belong
        self.known: set[str] = set()  # values that were found to belong

    def admits(self, value: str) -> bool:
        """Whether `value` belongs to the datatype."""
        if value in self.known:
            return True
        if not self._is_certain(value) and not self._is_valid(value):
            return False
        if len(value) <= _LONGEST and len(self.known) < _MOST:
            self.known.add(value)
        return True

    def _is_certain(self, value: str) -> bool:
        if self.least >= 0:
            parts = value.split(" ") if value else []
            return len(parts) >= self.least and all(part and self._fits(part) for part in parts)
        spaced = value[:1] == " " or value[-1:] == " " or "  " in value  # it depends on the type what becomes of these
        return not spaced and self._fits(value)

    def _fits(self, part: str) -> bool:
        if part in self.words:
            return True
        if not self.expression or not part.isprintable():
            return False
        if not part.isascii():
            part = "".join(LETTERS if _is_letter(character) else character for character in part)
            if not part.replace(LETTERS, "").isascii():
                return False
        return self._pattern.fullmatch(part) is not None

    def _is_valid(self, value: str) -> bool:
        from lxml import etree  # here: most values do without

        return bool(self._schema.validate(etree.Element("v", a=value)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.expression)

    @cached_property
    def _schema(self) -> "etree.RelaxNG":
        from lxml import etree

        return etree.RelaxNG(etree.ElementTree(etree.fromstring(self.probe.encode())))


def _is_letter(character: str) -> bool:
    range_ = bisect_right(_FIRST, character) - 1
    return range_ >= 0 and character <= _LAST[range_]
