"""Functions of XPath 2 for libxml2, whose XPath is 1.0: those that rules on lists and ids ask for most.

Source: XQuery 1.0 and XPath 2.0 Functions and Operators (W3C, 2010). Each is called with strings, or with the nodes of a
node-set; `tei.schema.schematron_plain` sees to it that they are what XPath 2 would be given.
"""

import math
import re
from collections.abc import Callable

from lxml import etree

from tei.schema.schematron_document import Document, NotEvaluable

PREFIX = "xpath2"  # of these functions in the expressions that libxml2 is given
NAMESPACE = "urn:tei-encoder:xpath2"
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN")
_NUMBER_OF_1 = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_STRING = etree.XPath("string()", smart_strings=False)

Extensions = dict[tuple[str, str], Callable[..., object]]
Nodes = list[etree._Element | str]  # elements, and the values of attributes


def functions(document: Callable[[], Document], version: int) -> Extensions:
    """The functions by namespace and name, as lxml takes them; `document` gives the one that is being evaluated.

    `version` is that of the XPath: 1 knows numbers in decimal notation only.
    """

    def identified(_context: object, values: str | Nodes) -> list[etree._Element]:
        """`id()`: the elements with these xml:ids, in document order, each once."""
        elements = document().elements
        if isinstance(values, str) and values in elements:
            return [elements[values][1]]  # most often it is one id
        names = [name for value in _strings(values) for name in value.split()]
        found = {elements[name] for name in names if name in elements}
        return [element for _, element in sorted(found, key=lambda numbered: numbered[0])]

    def number(_context: object, text: str) -> float:
        """`number()`: what is no number is NaN."""
        return _double(text, version)

    def total(_context: object, values: Nodes) -> float:
        """`sum()`: what is no number is an error of XPath 2, and NaN in XPath 1."""
        strings = _strings(values)
        numbers = [_double(text, version) for text in strings]
        for text, value in zip(strings, numbers, strict=True):
            if version > 1 and math.isnan(value) and text.strip() != "NaN":
                raise NotEvaluable(f"“{text}” is no number")
        return sum(numbers)

    own: dict[str, Callable[..., object]] = {
        "id": identified, "number": number, "sum": total, "tokenize": _tokens, "compare": _compared,
    }  # fmt: skip
    return {(NAMESPACE, name): function for name, function in own.items()}


def _tokens(_context: object, text: str, separator: str) -> list[str]:
    r"""`tokenize()` at a separator that is no regular expression but `\s+`: nothing where there is no text."""
    if not text:
        return []
    return re.split("[ \t\r\n]+", text) if separator == r"\s+" else text.split(separator)


def _compared(_context: object, left: str, right: str) -> int:
    """`compare()` by code points: -1, 0 or 1."""
    return (left > right) - (left < right)


def _strings(values: str | Nodes) -> list[str]:
    if isinstance(values, str):
        return [values]
    return [str(_STRING(value)) if isinstance(value, etree._Element) else str(value) for value in values]


def _double(text: str, version: int) -> float:
    stripped = text.strip(" \t\r\n")
    if (_NUMBER_OF_1 if version == 1 else _DOUBLE).fullmatch(stripped) is None:
        return math.nan
    return float(stripped)
