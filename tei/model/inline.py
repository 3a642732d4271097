"""What stands inside a block: text and the marks around it, as an immutable tree.

Every `Text` is exactly the characters of its source span, so that the text of any tree is a run of the source. A
mark is put around a range of that text with `wrap`.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei.model.span import Span

if TYPE_CHECKING:
    from tei.model.document import Block


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of the source, unchanged."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Highlight:
    """Text set apart by its look: TEI `hi`. `rend` is bold, italic or superscript."""

    rend: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a role. `tag` is the TEI element: persName, placeName, orgName, roleName.

    `ref` is the id of the entity, "" when none is known; `key` the name without letter-spacing; `cert` "high",
    "medium", "low" or "" where there is no doubt; `type` "honorific" for a rank or form of address, else ""; `resp` the id
    of the editor who decided it, here and below, "" where the program did.
    """

    tag: str
    content: "tuple[Inline, ...]"
    ref: str = ""
    key: str = ""
    rend: str = ""
    cert: str = ""
    type: str = ""
    resp: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a span of dates: TEI `date` with ISO 8601 values."""

    content: "tuple[Inline, ...]"
    when: str = ""
    from_: str = ""
    to: str = ""
    cert: str = ""
    resp: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What stands in the source beside what is proposed: TEI `choice`.

    `kind` is "sic" (with `corr`) or "orig" (with `reg`); `content` is as received, `reading` the proposal ("" for an
    omission); `cert` as in `Name`.
    """

    kind: str
    content: "tuple[Inline, ...]"
    reading: str
    cert: str = ""
    resp: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note that stands in the text; `type` "signature-mark" for a printed mark that it was signed.

    `n` and `place` are the label and the place of a footnote, `id` its own id and `target` that of its mark in the text.
    """

    type: str
    content: "tuple[Inline, ...]"
    n: str = ""
    place: str = ""
    id: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """The mark in the text of a note that stands elsewhere: TEI `ref`, or `ptr` where it has no text.

    `target` is the id of the note, or “#” and its number before ids are known; or a URL. `id` is its own.
    """

    content: "tuple[Inline, ...]"
    target: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point in the text: `tag` is lb, pb or cb, or figure for a picture. `break_` is TEI `@break` ("no", "maybe", "").

    Of a picture `n` is its URL and `description` what stands in its place where it is not shown, "" for none.
    """

    tag: str
    n: str = ""
    break_: str = ""
    resp: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: TEI `s`. It stands directly in its block, and no mark goes over its border. `id` is its xml:id."""

    id: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class List:
    """A list inside a paragraph: TEI `list`. `rend` is "inline" where the items stand in running text.

    What stands between the items (separators) belongs to the item before it.
    """

    type: str
    items: "tuple[Block, ...]"
    rend: str = ""
    id: str = ""


Mark = Highlight | Name | Date | Choice | Note | Ref | Sentence
"""What stands around text."""

Inline = Text | Mark | Milestone | List


def plain_text(content: Sequence[Inline]) -> str:
    """The characters as received, without marks; a `Milestone` has none."""
    if len(content) == 1 and isinstance(first := content[0], Text):  # as most content is
        return first.text
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text=text):
                parts.append(text)
            case Milestone():
                pass
            case List(items=items):
                parts.extend(plain_text(item.content) for item in items)
            case _:
                parts.append(plain_text(node.content))
    return "".join(parts)


def texts(content: Iterable[Inline]) -> Iterator[Text]:
    """The `Text` leaves in order."""
    for node in content:
        match node:
            case Text():
                yield node
            case Milestone():
                pass
            case List(items=items):
                for item in items:
                    yield from texts(item.content)
            case _:
                yield from texts(node.content)


def marks_in(content: Iterable[Inline]) -> list[tuple[int, int, Mark]]:
    """Every mark with the range of the plain text that it is around, outer marks before those inside them."""
    found: list[tuple[int, int, Mark]] = []
    _gather_marks(content, 0, found)
    return found


def _gather_marks(content: Iterable[Inline], position: int, found: list[tuple[int, int, Mark]]) -> int:
    """Adds to `found` the marks in `content`, which begins at `position`, and tells where it ends."""
    for node in content:
        match node:
            case Text(text=text):
                position += len(text)
            case Milestone():
                pass
            case List(items=items):
                for item in items:
                    position = _gather_marks(item.content, position, found)
            case _:
                number, start = len(found), position
                found.append((start, start, node))
                position = _gather_marks(node.content, start, found)
                found[number] = (start, position, node)
    return position


class SourceOffsets:
    """Where in the source each character of the plain text of a tree stands."""

    def __init__(self, content: Iterable[Inline]) -> None:
        self._starts: list[int] = []
        self._leaves: list[Text] = []
        position = 0
        for leaf in texts(content):
            self._starts.append(position)
            self._leaves.append(leaf)
            position += len(leaf.text)

    def __getitem__(self, offset: int) -> int:
        """The offset in the source of the character at `offset` of the plain text."""
        index = bisect_right(self._starts, offset) - 1
        return self._leaves[index].span.start + offset - self._starts[index]


Wrapper = Callable[[tuple[Inline, ...]], Inline]
"""Makes a mark around what it is given."""

_OUTERMOST = (List, Sentence)  # no mark is put around these


def wrap(content: tuple[Inline, ...], marks: Sequence[tuple[int, int, Wrapper]]) -> tuple[Inline, ...]:
    """`content` with a mark around each range of its plain text.

    `marks` are `(start, end, make)` with offsets in `plain_text(content)`, in order and not overlapping. A range that
    crosses the border of a mark already there is left out: marks nest, they never cross. A sentence stays outermost. The
    text is unchanged.
    """
    return _wrap(content, [mark for mark in marks if mark[0] < mark[1]], 0)


def _wrap(content: tuple[Inline, ...], marks: Sequence[tuple[int, int, Wrapper]], base: int) -> tuple[Inline, ...]:
    if not marks:
        return content
    out: list[Inline] = []
    nodes = deque(content)
    used = 0  # characters of the first node, a Text, that are in `out` already: cutting off its rest would copy it
    ahead = deque(marks)
    position = base
    while nodes:
        while ahead and ahead[0][0] < position:  # it began inside another mark and crosses it: left out
            ahead.popleft()
        if not ahead:
            break
        node = nodes[0]
        after = position + length(node) - used
        start, end, make = ahead[0]
        if start >= after:
            out.append(_rest(nodes.popleft(), used))
            used = 0
        elif isinstance(node, Text) and start > position:
            out.append(_cut(node, used, used + start - position))
            used += start - position
            after = start
        elif isinstance(node, Text) or (start == position and end >= after and not isinstance(node, _OUTERMOST)):
            ahead.popleft()
            taken = _take(nodes, used, end - position)
            if taken is None:
                continue
            inside, used = taken
            out.append(_once(make(inside)))
            after = end
        else:
            within = []
            while ahead and ahead[0][0] < after:
                mark = ahead.popleft()
                if mark[1] <= after:
                    within.append(mark)
            out.append(_descend(nodes.popleft(), within, position))
        position = after
    if nodes and used:
        out.append(_rest(nodes.popleft(), used))
    return (*out, *nodes)


def _once(mark: Inline) -> Inline:
    """The mark without one of its own kind around the same characters, which the source may have brought."""
    match mark:
        case Name(tag=tag, content=(Name(tag=same, content=content),)) if tag == same:
            return replace(mark, content=content)
        case Choice(kind=kind, content=(Choice(kind=same, content=content),)) if kind == same:
            return replace(mark, content=content)
        case _:
            return mark


def _rest(node: Inline, used: int) -> Inline:
    return _cut(node, used, len(node.text)) if used and isinstance(node, Text) else node


def _take(nodes: deque[Inline], used: int, count: int) -> tuple[tuple[Inline, ...], int] | None:
    """The next `count` characters' nodes, removed from `nodes`, and what is used of the one that is first then.

    None, and nothing removed, if that would cut a mark. `used` is what is used of the first node before.
    """
    taken: list[Inline] = []
    left = count
    for node in nodes:
        size = length(node) - used
        if isinstance(node, _OUTERMOST) or (size > left and not isinstance(node, Text)):
            return None
        if size > left and isinstance(node, Text):
            taken.append(_cut(node, used, used + left))
            for _ in taken[:-1]:
                nodes.popleft()
            return tuple(taken), used + left
        taken.append(_rest(node, used))
        left, used = left - size, 0
        if left == 0:
            break
    for _ in taken:
        nodes.popleft()
    return tuple(taken), 0


def length(node: Inline) -> int:
    """How many characters of the source stand in `node`."""
    match node:
        case Text(text=text):
            return len(text)
        case Milestone():
            return 0
        case List(items=items):
            return sum(length(inner) for item in items for inner in item.content)
        case _:
            return sum(map(length, node.content))


def cut(content: tuple[Inline, ...], start: int, end: int) -> tuple[Inline, ...]:
    """The part of `content` whose plain text is that from `start` to `end`; a mark at its border is cut in two."""
    out: list[Inline] = []
    position = 0
    for node in content:
        size = length(node)
        begin, stop = max(start - position, 0), min(end - position, size)
        if begin < stop or (size == 0 and start <= position < end):
            if size == 0 or (begin == 0 and stop == size):
                out.append(node)
            elif isinstance(node, Text):
                out.append(_cut(node, begin, stop))
            elif not isinstance(node, List | Milestone):
                out.append(replace(node, content=cut(node.content, begin, stop)))
        position += size
    return tuple(out)


def _cut(text: Text, start: int, end: int) -> Text:
    begin = text.span.start + start
    return Text(text.text[start:end], Span(text.span.file, begin, begin + end - start))


def _descend(node: Inline, marks: Sequence[tuple[int, int, Wrapper]], base: int) -> Inline:
    match node:
        case Text() | Milestone():
            return node
        case List(items=items):
            done = []
            for item in items:
                length = len(plain_text(item.content))
                here = [mark for mark in marks if base <= mark[0] and mark[1] <= base + length]
                done.append(replace(item, content=_wrap(item.content, here, base)))
                base += length
            return replace(node, items=tuple(done))
        case _:
            return replace(node, content=_wrap(node.content, marks, base))
