"""Whether a stream of characters is made of several streams of blocks, and the first places where it is not.

The versions of a source stand one after the other or take turns by paragraph. So what is left of the source, once
the ledger is taken away, must be the blocks of all versions, each version's in order, merged in some way. The merge is
found by depth-first search over how many blocks of each version have been read; a state is visited once. In texts
there is hardly ever a choice (two versions would have to go on with the same words), so the search is linear.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

_PROBE = 12  # as many characters in common tell that two streams run together again
_WINDOW = 4000  # how far ahead such a place is looked for in the text
_MOST_FINDINGS = 20
_SPARE_STATES = 100_000  # beyond what a text without repetitions needs: bounds the work on hostile input


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters of a block, without white space, that stand together; `element` is where they begin."""

    text: str
    element: etree._Element


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
    """How far a merge has got: characters of the source, pieces of each version, and the version read last."""

    position: int
    read: tuple[int, ...]
    last: int = 0


def differences(source: str, versions: Sequence[Sequence[Piece]]) -> Iterator[Difference]:
    """Where `source` is not a merge of `versions`, in order, each found after the one before is mended."""
    streams = [list(version) for version in versions]
    state = _State(0, (0,) * len(streams))
    for _ in range(_MOST_FINDINGS):
        state = _farthest(source, streams, state)
        ahead = [index for index, stream in enumerate(streams) if state.read[index] < len(stream)]
        if not ahead:
            if state.position < len(source):
                yield Difference(state.position, len(source) - state.position, "", None)
            return
        if state.position == len(source):
            for index in ahead:
                left = streams[index][state.read[index] :]
                yield Difference(state.position, 0, "".join(piece.text for piece in left), left[0].element)
            return
        difference, index = _nearest(source, streams, state, ahead)
        yield difference
        state = _mend(streams, state, difference, index)


def _farthest(source: str, streams: list[list[Piece]], start: _State) -> _State:
    """The end of the source, or the last state from which no piece fits."""
    best = start
    seen: set[tuple[int, ...]] = set()
    most = sum(map(len, streams)) + _SPARE_STATES
    stack = [start]
    while stack and len(seen) < most:
        state = stack.pop()
        if state.read in seen:
            continue
        seen.add(state.read)
        if state.position > best.position or (state.position == best.position and sum(state.read) > sum(best.read)):
            best = state
        following = list(_following(source, streams, state))
        if not following and state.position == len(source):
            return state
        stack.extend(following)
    return best


def _following(source: str, streams: list[list[Piece]], state: _State) -> Iterator[_State]:
    """The states one piece further, that which stays in the same version last."""
    others = (index for index in range(len(streams)) if index != state.last)
    for index in (*others, state.last):
        at = state.read[index]
        if at < len(streams[index]) and source.startswith(streams[index][at].text, state.position):
            read = (*state.read[:index], at + 1, *state.read[index + 1 :])
            yield _State(state.position + len(streams[index][at].text), read, index)


def _nearest(source: str, streams: list[list[Piece]], state: _State, ahead: list[int]) -> tuple[Difference, int]:
    """The smallest difference that explains why no piece fits at `state`, and the version it is in.

    It lies in the version that goes on longest with the source's characters.
    """
    shared = {index: _common(source, state.position, streams[index][state.read[index]].text) for index in ahead}
    longest = max(shared.values())
    candidates = []
    for index in (index for index in ahead if shared[index] == longest):
        left = streams[index][state.read[index] :]
        text = _beginning(left)[longest:]
        lost, added = _resynchronize(source[state.position + longest :], text, len(left[0].text) - longest)
        place = Difference(state.position + longest, lost, text[:added], left[0].element)
        candidates.append((lost + added, place, index))
    _, place, index = min(candidates, key=lambda candidate: candidate[0])
    return place, index


def _common(source: str, position: int, text: str) -> int:
    there = source[position : position + len(text)]
    return next((count for count, (a, b) in enumerate(zip(there, text, strict=False)) if a != b), len(there))


def _beginning(pieces: list[Piece]) -> str:
    """All of the first piece, and so much of the others that a place to go on can be found."""
    parts = [pieces[0].text]
    length = 0
    for piece in pieces[1:]:
        if length >= _WINDOW:
            break
        parts.append(piece.text)
        length += len(piece.text)
    return "".join(parts)


def _resynchronize(source: str, text: str, rest: int) -> tuple[int, int]:
    """How many characters of `source` and of `text` to leave out so that they run together again.

    Tried in turn: characters lost, characters added, as many of both; at worst the `rest` of the piece is both.
    """
    lost = source.find(text[:_PROBE])
    added = text.find(source[:_PROBE])
    if lost >= 0 and (added < 0 or lost <= added):
        return lost, 0
    if added >= 0:
        return 0, added
    for count in range(1, min(len(source), rest)):
        probe = text[count : count + _PROBE]
        if source.startswith(probe, count):
            return count, count
    return min(len(source), rest), rest


def _mend(streams: list[list[Piece]], state: _State, difference: Difference, index: int) -> _State:
    """The state after `difference`, with the pieces of version `index` cut to begin there."""
    stream = streams[index]
    at = state.read[index]
    done = difference.start - state.position + len(difference.added)
    while at < len(stream) and done >= len(stream[at].text):
        done -= len(stream[at].text)
        at += 1
    if done:
        stream[at] = Piece(stream[at].text[done:], stream[at].element)
    read = (*state.read[:index], at, *state.read[index + 1 :])
    return _State(difference.start + difference.lost, read, index)
