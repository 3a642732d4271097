"""Links between the versions of an edition: which block of the one says what which block of the other says."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei.alignment.aligner import AlignSettings, align
    from tei.alignment.edition import align_edition
    from tei.alignment.features import Features, features_of
    from tei.alignment.ladder import HandLinks, hand_links
    from tei.alignment.segments import align_segments

SUFFIX = ".links.tsv"
"""What the file of an editor's links is called by: `<stem>.links.tsv` beside the source."""

# Where each name lives: it is imported on first use, since most sources have one version and are not aligned.
_HOMES = {
    "AlignSettings": "aligner",
    "Features": "features",
    "HandLinks": "ladder",
    "align": "aligner",
    "align_edition": "edition",
    "align_segments": "segments",
    "features_of": "features",
    "hand_links": "ladder",
}

__all__ = [
    "SUFFIX",
    "AlignSettings",
    "Features",
    "HandLinks",
    "align",
    "align_edition",
    "align_segments",
    "features_of",
    "hand_links",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
