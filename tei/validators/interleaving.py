"""Whether a stream of characters is made of several streams of blocks, and the places where it is not.

The versions of a source stand one after the other or take turns by paragraph. So what is left of the source, once
the ledger is taken away, must be the blocks of all versions, each version's in order, merged in some way. The merge is
found by depth-first search over how many blocks of each version have been read; a state is visited once. In texts
there is hardly ever a choice (two versions would have to go on with the same words), so the search is linear.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

_PROBE = 12  # as many characters in common tell that two streams run together again
_HORIZON = 24  # as many characters that fit after a repair tell that it is a good one
_WINDOW = 4000  # how many characters of the text are looked through for a place to go on
_MOST_FINDINGS = 20
_SPARE_STATES = 100_000  # beyond what a text without repetitions needs: bounds the work on hostile input
_TRIAL_STATES = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters of a block, without white space, that stand together; `element` is where they begin."""

    text: str
    element: etree._Element


Streams = Sequence[Sequence[Piece]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the streams part: `lost` characters of the source from `start` on, `added` ones of the text.

    `element` is where the text is, None at its end.
    """

    start: int
    lost: int
    added: str
    element: etree._Element | None


@dataclass(frozen=True, slots=True)
class _State:
    """How far a merge has got: characters of the source, pieces of each version, and the version read last.

    `into` is how many characters of that version's next piece have been read too.
    """

    position: int
    read: tuple[int, ...]
    last: int = 0
    into: int = 0


def differences(source: str, streams: Streams) -> Iterator[Difference]:
    """Where `source` is not a merge of `streams`, in order, each found after the one before is mended."""
    state = _State(0, (0,) * len(streams))
    most = sum(map(len, streams)) + _SPARE_STATES
    for _ in range(_MOST_FINDINGS):
        state = _farthest(source, streams, state, most)
        ahead = [index for index, stream in enumerate(streams) if state.read[index] < len(stream)]
        if not ahead:
            if state.position < len(source):
                yield Difference(state.position, len(source) - state.position, "", None)
            return
        if state.position == len(source):
            for index in ahead:
                left = streams[index][state.read[index] :]
                added = "".join(piece.text for piece in left)[state.into if index == state.last else 0 :]
                yield Difference(state.position, 0, added, left[0].element)
            return
        difference, state = _repair(source, streams, state, ahead)
        yield difference


def _farthest(source: str, streams: Streams, start: _State, most: int) -> _State:
    """The end of the source, or the last state from which no piece fits, among the first `most` states."""
    best = start
    seen: set[tuple[int, ...]] = set()
    stack = [start]
    while stack and len(seen) < most:
        state = stack.pop()
        if state.read in seen:
            continue
        seen.add(state.read)
        if (state.position, sum(state.read)) > (best.position, sum(best.read)):
            best = state
        following = list(_following(source, streams, state))
        if not following and state.position == len(source):
            return state
        stack.extend(following)
    return best


def _following(source: str, streams: Streams, state: _State) -> Iterator[_State]:
    """The states one piece further, that which stays in the same version last."""
    others = () if state.into else (index for index in range(len(streams)) if index != state.last)
    for index in (*others, state.last):
        at = state.read[index]
        if at < len(streams[index]):
            text = _rest(streams, state, index)
            if source.startswith(text, state.position):
                yield _State(state.position + len(text), _stepped(state.read, index, at + 1), index)


def _rest(streams: Streams, state: _State, index: int) -> str:
    """What is left of the next piece of version `index`."""
    text = streams[index][state.read[index]].text
    return text[state.into :] if index == state.last else text


def _stepped(read: tuple[int, ...], index: int, at: int) -> tuple[int, ...]:
    return (*read[:index], at, *read[index + 1 :])


def _repair(source: str, streams: Streams, state: _State, ahead: list[int]) -> tuple[Difference, _State]:
    """The difference that best explains why no piece fits at `state`, and the state after it.

    The best one leaves out few characters, and the streams fit together after it.
    """
    indices = [state.last] if state.into else ahead
    shared = {index: _common(source, state.position, _rest(streams, state, index)) for index in indices}
    frontier = state.position + max(shared.values())
    best: tuple[int, Difference, _State] | None = None
    for index in indices:
        here = replace(state, last=index, into=_into(state, index))
        most = len(_rest(streams, here, index)) - 1
        # From the border of the block first: what begins like its neighbour is whole when it is lost or added.
        for common in sorted({0, min(shared[index], most)}):
            at = replace(_advanced(streams, here, common), position=state.position + common)
            texts = _ahead(streams, at, index)
            for lost, added in _repairs(source, at.position, texts):
                after = replace(_advanced(streams, at, added), position=at.position + lost)
                cost = lost + added + _HORIZON - _fitting(source, streams, after, frontier)
                if best is None or cost < best[0]:
                    element = streams[index][at.read[index]].element
                    best = cost, Difference(at.position, lost, "".join(texts)[:added], element), after
    assert best is not None  # the rest of a piece may always be left out on both sides
    return best[1], best[2]


def _into(state: _State, index: int) -> int:
    return state.into if index == state.last else 0


def _advanced(streams: Streams, state: _State, count: int) -> _State:
    """`state` with `count` more characters of its last version read; the source stays where it is."""
    stream = streams[state.last]
    at, into = state.read[state.last], state.into + count
    while at < len(stream) and into >= len(stream[at].text):
        into -= len(stream[at].text)
        at += 1
    return replace(state, read=_stepped(state.read, state.last, at), into=into)


def _ahead(streams: Streams, state: _State, index: int) -> list[str]:
    """The next pieces of a version, of `_WINDOW` characters or a little more; the first one from where it is read."""
    texts = [_rest(streams, state, index)]
    length = 0
    for piece in streams[index][state.read[index] + 1 :]:
        if length >= _WINDOW:
            break
        texts.append(piece.text)
        length += len(piece.text)
    return texts


def _repairs(source: str, position: int, texts: list[str]) -> Iterator[tuple[int, int]]:
    """How many characters of the source and of the text might be left out so that they run together again.

    A version may give way to another after each piece, so a probe for such a place ends with its piece.
    """
    first = texts[0]
    lost = source.find(first[:_PROBE], position)
    if lost > position:
        yield lost - position, 0
    added = 0
    for text in texts:
        window = range(min(len(text), _WINDOW))
        place = next((place for place in window if source.startswith(text[place : place + _PROBE], position)), None)
        if place is not None and added + place:
            yield 0, added + place
            break
        added += len(text)
    for count in range(1, min(len(first), _WINDOW)):
        if source[position] == first[0]:
            break  # nothing is replaced by itself
        if source.startswith(first[count : count + _PROBE], position + count):
            yield count, count
            break
    yield 0, len(first)
    yield min(len(first), len(source) - position), len(first)


def _fitting(source: str, streams: Streams, start: _State, frontier: int) -> int:
    """How many characters fit from `start` on, up to the horizon; that all come to their end together fits best.

    Those before `frontier` fit without a repair, and do not count.
    """
    state = _farthest(source, streams, start, _TRIAL_STATES)
    indices = [state.last] if state.into else range(len(streams))
    left = [index for index in indices if state.read[index] < len(streams[index])]
    if not left and state.position == len(source):
        return _HORIZON
    further = max((_common(source, state.position, _rest(streams, state, index)) for index in left), default=0)
    return max(0, min(state.position + further - max(frontier, start.position), _HORIZON))


def _common(source: str, position: int, text: str) -> int:
    there = source[position : position + len(text)]
    return next((count for count, (a, b) in enumerate(zip(there, text, strict=False)) if a != b), len(there))
