"""What a schema makes of a document read as a stream: that it certainly matches, or nothing.

The automaton (`tei.schema.acceptor`) grows with what is read, and is kept in the cache from run to run.
"""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from xml.parsers.expat import ExpatError

from tei.schema.acceptor import Gathered, Key, State, Step, Tables, Undecided, gather
from tei.schema.kept import tables_file
from tei.schema.kept_tables import load_tables, save_tables
from tei.schema.scanner import LONGEST, Scanner, Unusual

if TYPE_CHECKING:
    from tei.schema.learner import Learner
    from tei.schema.patterns import Grammar

_PIECE = 1 << 20  # bytes read at a time: a document of one piece can be scanned
_LARGE = 20_000  # bytes of a schema whose automaton is worth a file


class Stream:
    """The automaton of the RELAX NG schema in the file `path`; `kept` is where it is kept, if anywhere."""

    def __init__(self, path: Path, kept: Path | None = None) -> None:
        self.path = path
        self._kept = kept
        self._learns = True
        self._tables = (load_tables(kept) if kept else None) or Tables()
        self._scanner = Scanner(self._tables, self)

    @cached_property
    def grammar(self) -> "Grammar":
        """The whole grammar; UnreadableInput when the file holds none."""
        from tei.schema.relaxng import read_grammar

        return read_grammar(self.path)

    def open(self) -> None:
        """Reads the grammar, unless an automaton made of it is at hand; UnreadableInput when the file holds none."""
        if not self._tables.states:
            _ = self._grown

    def gather(self, chunks: Iterable[bytes], *, learns: bool = True) -> Gathered | None:
        """The ids and pointers of a document, given in pieces, when it certainly matches the schema; else None.

        Without `learns` what was not met before is taken for uncertain.
        """
        self.open()
        self._learns = learns
        pieces = iter(chunks)
        first, second = next(pieces, b""), next(pieces, None)
        if second is not None or len(first) > LONGEST:
            return gather(self._tables.states[0], self, chain([first, second or b""], pieces))
        try:
            return self._scanner.gather(first)
        except Unusual:
            return gather(self._tables.states[0], self, [first])
        except (Undecided, ExpatError):
            return None

    @property
    def size(self) -> int:
        """A number that rises when the automaton grows."""
        return self._tables.size

    def save(self) -> None:
        """Keeps what the automaton has learnt."""
        grown = self._tables.size > self._tables.kept
        if self._kept and grown and len(self.grammar.files) == 1:  # `kept` tells of this file, not of files included
            save_tables(self._kept, self._tables)

    @property
    def _learner(self) -> "Learner":
        if not self._learns:
            raise Undecided
        return self._grown

    @cached_property
    def _grown(self) -> "Learner":
        from tei.schema.learner import Learner

        return Learner(self.grammar, self._tables)

    def opened(self, state: State, key: Key) -> Step | None:
        """The step at a start tag that was not met before."""
        return self._learner.opened(state, key)

    def variant(self, step: Step, outcome: tuple[int, ...]) -> Step | None:
        """The step for an outcome of choices that was not met before."""
        return self._learner.variant(step, outcome)

    def closed(self, step: Step, accepts: int) -> State:
        """The state after an element, where it was not met before."""
        return self._learner.closed(step, accepts)

    def texted(self, state: State) -> State:
        """The state after text, where it was not met before."""
        return self._learner.texted(state)


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """A file's bytes, piece by piece."""
    while data := file.read(_PIECE):
        yield data


_opened: list[Stream] = []


@cache
def stream_for(path: Path, digest: str, size: int) -> Stream:
    """The stream of the schema file `path`, whose content has this SHA-256 and size: one for all files of a run."""
    stream = Stream(path, tables_file(digest) if size > _LARGE else None)
    _opened.append(stream)
    return stream


def save_streams() -> None:
    """Keeps what the automata of this run have learnt."""
    for stream in _opened:
        stream.save()
