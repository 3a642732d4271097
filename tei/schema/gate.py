"""A schema's verdict on documents, in milliseconds: slices of the grammar, loaded by libxml2 and used again."""

from collections import deque
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei.errors import UnreadableInput
from tei.schema.acceptor import Gathered
from tei.schema.kept import KeptSlice, grown, kept_file, load_slice, save_slice
from tei.schema.stream import Stream, stream_for
from tei.schema.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from tei.schema.derivative import Derivatives
    from tei.schema.patterns import Grammar

_KEPT = 32  # slices: those of a mixed collection, at about 100 KB each
_LARGE = 200_000  # bytes of a schema that takes longer to read than a slice of it to load


class Gate:
    """Says whether documents are valid under the RELAX NG schema in the file `path`.

    `kept` is the file of a slice that lasts from run to run. The grammar itself is read when it is first needed.
    """

    def __init__(self, path: Path, kept: Path | None = None, stream: Stream | None = None) -> None:
        self.path = path
        self._kept = kept
        self._stream = stream or Stream(path)
        self._slices: deque[tuple[Vocabulary, etree.RelaxNG]] = deque(maxlen=_KEPT)

    @cached_property
    def grammar(self) -> "Grammar":
        """The whole grammar; UnreadableInput when the file holds none."""
        return self._stream.grammar

    @cached_property
    def derivatives(self) -> "Derivatives":
        """What explanations work out, and remember for the next document."""
        from tei.schema.derivative import Derivatives

        return Derivatives()

    def open(self) -> None:
        """Reads the grammar, unless a slice of it is at hand; UnreadableInput when the file holds none."""
        if self._kept is None or not self._kept.is_file():
            _ = self.grammar

    def accepts(self, data: bytes) -> bool:
        """Whether a document, as bytes, is certainly valid. It is quicker than the verdict, and often enough."""
        return self.gather(data) is not None

    def gather(self, data: bytes) -> Gathered | None:
        """The ids and pointers of a document that is certainly valid; else None."""
        return self._stream.gather([data])

    def is_valid(self, tree: etree._ElementTree) -> bool:
        """The verdict. A slice made for a richer document serves this one too, and gives the same verdict."""
        return bool(self._schema(vocabulary(tree)).validate(tree))

    def messages(self, tree: etree._ElementTree) -> list[tuple[str, str]]:
        """libxml2's own messages and the paths they are at, from a slice for this document alone.

        Which slice was there before must not show in what a user reads.
        """
        schema = self._load(self._sliced(vocabulary(tree)))
        schema.validate(tree)
        return [(entry.message, entry.path or "") for entry in schema.error_log]

    def _schema(self, names: Vocabulary) -> etree.RelaxNG:
        for known, schema in self._slices:
            if known.covers(names):
                return schema
        # The first document of a run decides whether the slice kept from earlier ones is used, or grows.
        return self._from_kept(names) if self._kept and not self._slices else self._add(names, self._sliced(names))

    def _from_kept(self, names: Vocabulary) -> etree.RelaxNG:
        assert self._kept is not None
        kept = load_slice(self._kept)
        if kept is None or not kept.names.covers(names):
            wanted = grown(kept, names)
            kept = KeptSlice(wanted, self._sliced(wanted))
            if len(self.grammar.files) == 1:  # its name tells of the schema's own file, not of files included
                save_slice(self._kept, kept)
        return self._add(kept.names, kept.text)

    def _sliced(self, names: Vocabulary) -> str:
        from tei.schema.slice import slice_text

        return slice_text(self.grammar, *names)

    def _add(self, names: Vocabulary, text: str) -> etree.RelaxNG:
        schema = self._load(text)
        self._slices.appendleft((names, schema))
        return schema

    def _load(self, text: str) -> etree.RelaxNG:
        try:
            return etree.RelaxNG(etree.ElementTree(etree.fromstring(text.encode())))
        except etree.RelaxNGParseError as error:
            raise UnreadableInput(
                f"libxml2 cannot use the schema: {error}",
                file=self.path.as_posix(),
                rule="XS005",
                help="Check that the schema is correct RELAX NG, with another validator for instance.",
            ) from error


@lru_cache(maxsize=4)
def gate_for(path: Path, digest: str, size: int) -> Gate:
    """The gate of the schema file `path`, whose content has this hash and size: one for all files of a run."""
    return Gate(path, kept_file(digest) if size > _LARGE else None, stream_for(path, digest, size))
