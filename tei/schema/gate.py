"""A schema's verdict on documents, in milliseconds: slices of the grammar, loaded by libxml2 and used again."""

from collections import deque
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei.errors import UnreadableInput
from tei.schema.derivative import Derivatives
from tei.schema.patterns import Grammar
from tei.schema.relaxng import read_grammar
from tei.schema.slice import slice_grammar, vocabulary

_KEPT = 32  # slices: those of a mixed collection, at about 100 KB each


class Gate:
    """Says whether documents are valid under one RELAX NG schema."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.derivatives = Derivatives()
        self._slices: deque[tuple[frozenset[str], frozenset[str], etree.RelaxNG]] = deque(maxlen=_KEPT)

    def is_valid(self, tree: etree._ElementTree) -> bool:
        """The verdict. A slice made for a richer document serves this one too, and gives the same verdict."""
        elements, attributes = vocabulary(tree)
        for known_elements, known_attributes, schema in self._slices:
            if elements <= known_elements and attributes <= known_attributes:
                return bool(schema.validate(tree))
        schema = self._load(elements, attributes)
        self._slices.appendleft((elements, attributes, schema))
        return bool(schema.validate(tree))

    def messages(self, tree: etree._ElementTree) -> list[tuple[str, str]]:
        """libxml2's own messages and the paths they are at, from a slice for this document alone.

        Which slice was there before must not show in what a user reads.
        """
        schema = self._load(*vocabulary(tree))
        schema.validate(tree)
        return [(entry.message, entry.path or "") for entry in schema.error_log]

    def _load(self, elements: frozenset[str], attributes: frozenset[str]) -> etree.RelaxNG:
        try:
            return etree.RelaxNG(slice_grammar(self.grammar, elements, attributes))
        except etree.RelaxNGParseError as error:
            raise UnreadableInput(
                f"libxml2 cannot use the schema: {error}",
                file=self.grammar.path.as_posix(),
                rule="XS005",
                help="Check that the schema is correct RELAX NG, with another validator for instance.",
            ) from error


@lru_cache(maxsize=4)
def gate_for(path: Path, digest: str) -> Gate:
    """The gate of the schema file `path`, whose content has the hash `digest`: one for all files of a run."""
    del digest  # a changed file is another schema
    return Gate(read_grammar(path))
