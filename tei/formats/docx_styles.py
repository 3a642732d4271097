"""Styles and numbering of a DOCX: what a paragraph inherits, and the numbers that Word prints before it."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from tei.formats.numbers import printed
from tei.formats.xmlparts import attribute, child, children

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_PLACE = re.compile(r"%(\d)")
_DEEPEST = 20  # styles that a style is based on, one after the other


@dataclass(frozen=True)
class Styles:
    """`styles.xml`: properties of a style and of those that it is based on, the nearest first."""

    root: etree._Element | None

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        return {attribute(style, "styleId"): style for style in children(self.root, "style")}

    def chain(self, properties: etree._Element | None, kind: str) -> list[etree._Element]:
        """The property elements (`pPr` or `rPr`) that hold for an element: its own, then its styles'."""
        own = [properties] if properties is not None else []
        name = attribute(child(properties, "pStyle" if kind == "pPr" else "rStyle"), "val")
        for _ in range(_DEEPEST):
            style = self._by_id.get(name)
            if style is None:
                break
            found = child(style, kind)
            own += [found] if found is not None else []
            name = attribute(child(style, "basedOn"), "val")
        return own

    def heading_level(self, properties: etree._Element | None) -> int:
        """The level of a heading (1–9), 0 for what is none."""
        for found in self.chain(properties, "pPr"):
            level = attribute(child(found, "outlineLvl"), "val")
            if level.isdecimal():
                return int(level) + 1 if int(level) < 9 else 0
        name = attribute(child(self._by_id.get(attribute(child(properties, "pStyle"), "val")), "name"), "val")
        if match := _HEADING.fullmatch(name):
            return int(match[1])
        return 1 if name.casefold() == "title" else 0

    def numbering(self, properties: etree._Element | None) -> tuple[str, int]:
        """The list that a paragraph belongs to and its level in it, from 0; "" and 0 where it belongs to none."""
        number = level = ""
        for found in self.chain(properties, "pPr"):
            place = child(found, "numPr")
            number = number or attribute(child(place, "numId"), "val")
            level = level or attribute(child(place, "ilvl"), "val")
        return (number, min(int(level), 8) if level.isdecimal() else 0) if number not in ("", "0") else ("", 0)


@dataclass
class Numbering:
    """`numbering.xml`, with the numbers reached so far."""

    root: etree._Element | None
    _reached: dict[str, list[int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    @cached_property
    def _abstract(self) -> dict[str, etree._Element]:
        return {attribute(node, "abstractNumId"): node for node in children(self.root, "abstractNum")}

    @cached_property
    def _numbers(self) -> dict[str, etree._Element]:
        return {attribute(node, "numId"): node for node in children(self.root, "num")}

    def label(self, number: str, level: int) -> str:
        """The label that the next paragraph of the list gets, such as “1.” or “Article 3”; "" for a bullet."""
        key = attribute(child(self._numbers.get(number), "abstractNumId"), "val")
        counts = self._reached.setdefault(key, [0] * 9)
        override = self._override(number, level)
        start = attribute(child(override, "startOverride"), "val")
        if start and (number, level) not in self._started:
            counts[level] = 0
            self._started.add((number, level))
        counts[level] = counts[level] + 1 if counts[level] else self._start(number, level)
        counts[level + 1 :] = [0] * (8 - level)
        definition = self._level(number, level)
        if self._form(definition) in ("bullet", "none", ""):
            return ""

        def value(match: re.Match[str]) -> str:
            inner = int(match[1]) - 1
            if not 0 <= inner < 9:
                return ""
            reached = counts[inner] or self._start(number, inner)
            return printed(reached, self._form(self._level(number, inner)))

        return _PLACE.sub(value, attribute(child(definition, "lvlText"), "val")).strip()

    def _form(self, definition: etree._Element | None) -> str:
        return attribute(child(definition, "numFmt"), "val")

    def _override(self, number: str, level: int) -> etree._Element | None:
        overrides = children(self._numbers.get(number), "lvlOverride")
        return next((node for node in overrides if attribute(node, "ilvl") == str(level)), None)

    def _level(self, number: str, level: int) -> etree._Element | None:
        own = child(self._override(number, level), "lvl")
        if own is not None:
            return own
        abstract = self._abstract.get(attribute(child(self._numbers.get(number), "abstractNumId"), "val"))
        return next((node for node in children(abstract, "lvl") if attribute(node, "ilvl") == str(level)), None)

    def _start(self, number: str, level: int) -> int:
        override = attribute(child(self._override(number, level), "startOverride"), "val")
        start = override or attribute(child(self._level(number, level), "start"), "val")
        return int(start) if start.isdecimal() else 1
