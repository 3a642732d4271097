"""Blocks of Markdown that need more than a look at one line: nested lists, tables, quotations, fences, definitions.

Parsed with markdown-it-py, whose tokens know their lines. It refines what the scanner of layouts sees and never overrules
it, for people who transcribe use Markdown loosely: an indent of ten spaces is not code, and a year that begins a line is
no item of a list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tei.readers.rawlines import RawLine

_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Blocks:
    """What is known of lines, each named by its offset.

    `levels` are the depths of items (1 the outermost) where lists nest; `more` are lines that go on with an item;
    `tables` maps the first line of a table to all of its lines; `markup` are lines that are nothing but markup; `quoted`
    are those of quotations.
    """

    levels: dict[int, int] = field(default_factory=dict)
    more: frozenset[int] = frozenset()
    tables: dict[int, tuple[RawLine, ...]] = field(default_factory=dict)
    markup: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()


def markdown_blocks(lines: Sequence[RawLine]) -> Blocks:
    """The blocks of `lines` that the layout of each line does not show."""
    from markdown_it import MarkdownIt  # here: only Markdown files need it

    parser = MarkdownIt("commonmark").enable("table").disable(["code", "inline"])
    environment: dict[str, dict[str, dict[str, list[int]]]] = {}
    tokens = parser.parse("\n".join(line.text for line in lines), environment)
    levels: dict[int, int] = {}
    more: set[int] = set()
    tables: dict[int, tuple[RawLine, ...]] = {}
    markup: set[int] = set()
    quoted: set[int] = set()
    depth = 0
    for token in tokens:
        first, last = token.map or (0, 0)
        if token.type.endswith("list_open"):
            depth += 1
        elif token.type.endswith("list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            levels.setdefault(lines[first].start, depth)
        elif token.type == "paragraph_open" and depth:
            more.update(line.start for line in lines[first + 1 : last])
        elif token.type == "table_open":
            tables[lines[first].start] = tuple(lines[first:last])
        elif token.type == "blockquote_open":
            quoted.update(line.start for line in lines[first:last])
        elif token.type == "fence":
            markup.add(lines[first].start)
            if last - 1 > first and lines[last - 1].content.startswith(token.markup):
                markup.add(lines[last - 1].start)
    for label, reference in environment.get("references", {}).items():
        first, last = reference["map"]
        if not label.startswith("^"):
            markup.update(line.start for line in lines[first:last])
    nested = max(levels.values(), default=0) > 1
    return Blocks(levels if nested else {}, frozenset(more), tables, frozenset(markup), frozenset(quoted))


def quote_end(line: RawLine) -> int:
    """Where the marks of quotation end that a line begins with: an offset."""
    match = _QUOTE.match(line.text)
    return line.start + match.end() if match else line.left
