"""Decisions about words: a date's value, a name, a reading. Each is a mark around a passage, or takes one away."""

from collections.abc import Callable
from dataclasses import replace

from tei.model.document import Block, Edition, Version, map_runs
from tei.model.inline import Inline, List, Mark, Milestone, Text, length, texts, wrap
from tei.model.span import Span
from tei.overrides.anchors import Stale

Test = Callable[[Mark], bool]


def put_mark(edition: Edition, span: Span, make: Callable[[tuple[Inline, ...]], Inline], like: Test) -> Edition:
    """The edition with a mark around `span`, in place of those `like` it that meet it.

    Raises Stale when `span` is not inside one block, or the mark would cross another.
    """
    done: list[bool] = []

    def change(_block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        here = _place(run, span)
        if here is None:
            return run
        free = _unmarked(run, *here, like)
        made = wrap(free, [(*here, make)])
        done.append(made != free)
        return made

    changed = _in_versions(edition, change)
    if not done:
        raise Stale("this is not inside one block of the text", "`tei inspect` shows the blocks.")
    if not done[0]:
        raise Stale("a mark around this would cross another one", "Quote exactly the words of one expression.")
    return changed


def take_marks(edition: Edition, span: Span, like: Test) -> tuple[Edition, bool]:
    """The edition without the marks `like` that that meet `span`, and whether there were any."""
    taken: list[bool] = []

    def change(_block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        here = _place(run, span)
        if here is None:
            return run
        free = _unmarked(run, *here, like)
        taken.append(free != run)
        return free

    changed = _in_versions(edition, change)
    if not taken:
        raise Stale("this is not inside one block of the text", "`tei inspect` shows the blocks.")
    return changed, taken[0]


def _in_versions(edition: Edition, change: Callable[[Block, tuple[Inline, ...]], tuple[Inline, ...]]) -> Edition:
    versions: list[Version] = [map_runs(version, change) for version in edition.versions]
    return replace(edition, versions=tuple(versions))


def _place(run: tuple[Inline, ...], span: Span) -> tuple[int, int] | None:
    """Where `span` stands in the plain text of `run`; None when not all of it does."""
    start = end = -1
    position = 0
    for leaf in texts(run):
        if leaf.span.start <= span.start < leaf.span.end:
            start = position + span.start - leaf.span.start
        if leaf.span.start < span.end <= leaf.span.end:
            end = position + span.end - leaf.span.start
        position += len(leaf.text)
    return (start, end) if 0 <= start < end else None


def _unmarked(content: tuple[Inline, ...], start: int, end: int, like: Test) -> tuple[Inline, ...]:
    """The content without the marks `like` that that meet the range from `start` to `end` of its plain text."""
    out: list[Inline] = []
    position = 0
    for node in content:
        size = length(node)
        meets = position < end and start < position + size
        if isinstance(node, Text | Milestone | List):
            out.append(node)
        else:
            inner = _unmarked(node.content, start - position, end - position, like) if meets else node.content
            out += inner if meets and like(node) else [replace(node, content=inner)]
        position += size
    return tuple(out)
