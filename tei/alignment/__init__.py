"""Links between the versions of an edition: which block of the one says what which block of the other says."""

from tei.alignment.aligner import AlignSettings, align
from tei.alignment.edition import align_edition
from tei.alignment.features import Features, features_of
from tei.alignment.ladder import HandLinks, hand_links
from tei.alignment.segments import align_segments

__all__ = [
    "AlignSettings",
    "Features",
    "HandLinks",
    "align",
    "align_edition",
    "align_segments",
    "features_of",
    "hand_links",
]
