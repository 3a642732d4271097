"""`align_edition`: every part of each version, down to its sentences, linked with its counterpart in the original."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tei.alignment import findings
from tei.alignment.aligner import AlignSettings
from tei.alignment.ladder import HandLinks, resolve
from tei.alignment.outline import unit_ids
from tei.alignment.pair import Pair, division_ids
from tei.alignment.segmentation import Sentences, all_units, segment, with_sentences
from tei.alignment.transitive import Disagreement, disagreements, weakened
from tei.diagnostics import Report
from tei.errors import Bug
from tei.model.alignment import Alignment, Bead
from tei.model.document import Edition, Version

# Links of the original with more translations than this are not compared with one another.
_MOST_TRANSLATIONS = 4


def align_edition(
    edition: Edition, *, settings: AlignSettings | None = None, hand: HandLinks | None = None, report: Report
) -> Edition:
    """`edition` with the alignments of its original (or its first version) with each of its other versions.

    Each pair of versions has one of level "div" (the versions and their divisions), one of level "block" (all else that
    has an id) and one of level "s" (sentences). Versions that were linked have their sentences marked. The links in
    `hand`, which an editor has made, stay, and the rest is aligned around them. What has no counterpart and what is
    doubtful goes to `report`, and which of the editor's links the source has no sentences for any more.
    """
    _check_ids(edition.versions)
    if len(edition.versions) < 2:
        return edition
    settings = settings or AlignSettings()
    source = next((version for version in edition.versions if version.role == "original"), edition.versions[0])
    sentences = {version.id: segment(version) for version in edition.versions}
    decided: list[Bead] = []
    if hand and hand.rungs:
        decided, stale = resolve(hand, sentences.values())
        report.extend(stale)
    alignments: list[Alignment] = []
    linked: dict[str, Version] = {}
    for target in edition.versions:
        if target is not source:
            both = sentences[source.id], sentences[target.id]
            pair = Pair(source, target, both, settings, edition.source.decoded, _between(decided, *both))
            alignments += pair.alignments()
            report.extend(pair.found)
            linked |= {source.id: source, target.id: target} if pair.linked else {}
    translations = [version for version in linked.values() if version is not source]
    if 1 < len(translations) <= _MOST_TRANSLATIONS:
        alignments = _checked(edition, alignments, translations, sentences, settings, report=report)
    versions = tuple(
        with_sentences(version, sentences[version.id]) if version.id in linked else version
        for version in edition.versions
    )
    segments = tuple(each for id_ in sentences if id_ in linked for block in sentences[id_].values() for each in block)
    return replace(edition, versions=versions, segments=segments, alignments=tuple(alignments))


def _check_ids(versions: Iterable[Version]) -> None:
    """Links need ids: every unit must have one of its own."""
    ids = Counter(id_ for version in versions for id_ in (*division_ids(version), *unit_ids(version.content)))
    wrong = sorted(id_ for id_, count in ids.items() if count > 1 or not id_)
    if wrong:
        raise Bug(f"xml:ids must be minted and unique before an edition is aligned: {', '.join(map(repr, wrong[:5]))}")


def _between(decided: Sequence[Bead], source: Sentences, target: Sentences) -> list[Bead]:
    """The decided beads of two versions."""
    left, right = ({each.id for found in side.values() for each in found} for side in (source, target))
    return [bead for bead in decided if left.issuperset(bead.source) and right.issuperset(bead.target)]


def _checked(
    edition: Edition,
    alignments: Sequence[Alignment],
    translations: Sequence[Version],
    sentences: Mapping[str, Sentences],
    settings: AlignSettings,
    *,
    report: Report,
) -> list[Alignment]:
    """The alignments with links made doubtful that lead from one translation to another where a direct link does not."""
    of = {alignment.target_id: alignment for alignment in alignments if alignment.level == "s"}
    found: list[Disagreement] = []
    for number, one in enumerate(translations):
        for other in translations[number + 1 :]:
            pair = Pair(one, other, (sentences[one.id], sentences[other.id]), settings, edition.source.decoded)
            direct = [alignment for alignment in pair.alignments() if alignment.level == "s"]
            for alignment in direct:
                found += disagreements(of[one.id], of[other.id], alignment)
    units = (unit for version in edition.versions for unit in all_units(version, sentences[version.id]))
    places = findings.places(edition.versions, units, edition.source.decoded)
    report.extend(findings.disagree(each, places) for each in found)
    return list(weakened(alignments, found))
