"""The links of an edition in an editor's hand: written as a ladder, and kept beside the source when corrected."""

import re
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tei.alignment import SUFFIX
from tei.alignment.imports import rungs_from
from tei.alignment.ladder import Quoted, Rung, write_ladder
from tei.atomic import write_atomically
from tei.batch.settings import settings_for
from tei.batch.sources import source_of
from tei.errors import UnreadableInput, UsageError
from tei.names import XML_ID, tei
from tei.plugins import TeiFile
from tei.publishers.beads import Bead, Parallel, Piece, parallel
from tei.validators.xmlfile import load_tei

_SOURCES = "sources"
_SENTENCE = re.compile(r"\.s\d+$")


def ladder_of(edition: Path, *, target: str = "") -> str:
    """The links of an edition between its original and the version `target` (the first other one), as a ladder.

    UsageError when it has no such version.
    """
    document = load_tei(edition)
    return write_ladder(_rungs(document, target))


def apply_ladder(edition: Path, ladder: Path, *, target: str = "", by: str = "", config: Path | None = None) -> Path:
    """The file beside the source that keeps what an editor changed or confirmed in `ladder`.

    `ladder` may also be the work of another tool (see `tei.alignment.imports`) on the original and the version `target`,
    the first other one if "". The next conversion of the source follows it. `by` is the id of who answers for it, one of [[people]] in tei.toml;
    it may be left out where there is one only. UsageError when a row names a sentence that the edition does not have,
    or a person that nobody is.
    """
    document = load_tei(edition)
    present = {rung.ids: rung for other in _targets(document) for rung in _rungs(document, other)}
    known = {id_ for source, target in present for id_ in (*source, *target)}
    kept = []
    people = [each.id for each in settings_for(edition.parent, config).header.people]
    person = _person(by, people)
    for rung in rungs_from(_read(ladder), str(ladder), *_sentences(document, target)):
        for id_ in (*rung.ids[0], *rung.ids[1]):
            if id_ not in known:
                help_ = "Write the ladder anew with --edit, and correct that."
                raise UsageError(f"{edition} has no {id_}", help=help_, file=str(ladder), line=rung.line)
        if rung.by:
            _person(rung.by, people)
        if rung.decided or rung.ids not in present or present[rung.ids].by:
            kept.append(Rung(rung.source, rung.target, by=rung.by or person))
    path = _links_path(document, edition)
    write_atomically(path, write_ladder(kept).encode())
    return path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise UnreadableInput(f"it cannot be read: {reason}", help="Check the name.", file=str(path)) from None


def _sentences(document: TeiFile, target: str) -> tuple[list[Quoted], list[Quoted]]:
    """The sentences of the original and of another version, in the order of the text."""
    order = {element.get(XML_ID): place for place, element in enumerate(document.tree.getroot().iter(tei("s")))}
    rungs = _rungs(document, target)
    sides = [each for rung in rungs for each in rung.source], [each for rung in rungs for each in rung.target]
    left, right = (sorted(side, key=lambda each: order.get(each.id, 0)) for side in sides)
    return left, right


def _person(by: str, people: Sequence[str]) -> str:
    if by in people:
        return by
    if not by and len(people) == 1:
        return people[0]
    named = f"nobody has the id {by!r}" if by else "it is not said who answers for the links"
    known = f"Known are: {', '.join(people)}." if people else "Add [[people]] to tei.toml."
    raise UsageError(named, help=f"Give --by the id of one of [[people]] in tei.toml. {known}")


def _links_path(document: TeiFile, edition: Path) -> Path:
    for folder in (edition.parent / _SOURCES, edition.parent):
        if (source := source_of(document, folder)) is not None:
            return source.with_name(source.stem + SUFFIX)
    raise UsageError(
        f"the source of {edition} is neither beside it nor in {_SOURCES}/",
        help="Put it there, so that the links can be kept beside it.",
    )


def _rungs(document: TeiFile, target: str) -> list[Rung]:
    made = parallel(document.tree.getroot())
    ids = _version_ids(made)
    if len(ids) < 2:
        raise UsageError(f"{document.file} has one version only", help="There is nothing to align.")
    if target and target not in ids[1:]:
        raise UsageError(f"{document.file} has no version {target}", help=f"It has: {', '.join(ids)}.")
    remarks = _remarks(document.tree.getroot())
    rungs = [_rung(bead, remarks) for bead in made.pair(0, ids.index(target) if target else 1)]
    return [rung for rung in rungs if rung.source or rung.target]


def _targets(document: TeiFile) -> Sequence[str]:
    return _version_ids(parallel(document.tree.getroot()))[1:]


def _version_ids(made: Parallel) -> list[str]:
    return [version.element.get(XML_ID, "") for version in made.versions]


def _rung(bead: Bead, remarks: dict[frozenset[str], tuple[str, str]]) -> Rung:
    source, target = (tuple(_quoted(piece) for piece in side if _SENTENCE.search(piece.id)) for side in bead.members)
    remark, by = remarks.get(frozenset(each.id for each in (*source, *target)), ("", ""))
    return Rung(source, target, remark, by, decided=bool(by))


def _quoted(piece: Piece) -> Quoted:
    return Quoted(piece.id, piece.text)


def _remarks(root: etree._Element) -> dict[frozenset[str], tuple[str, str]]:
    """For the members of each link its `@cert`, and the editor who answers for it."""
    return {
        frozenset(target.removeprefix("#") for target in link.get("target", "").split()): (
            link.get("cert", ""),
            link.get("resp", "").removeprefix("#"),
        )
        for link in root.iter(tei("link"))
    }
