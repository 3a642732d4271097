"""The order of the stages, and nothing else."""

from dataclasses import dataclass, replace
from pathlib import Path

from tei.alignment import align_edition
from tei.annotation import annotate, identify
from tei.config import CollectionConfig
from tei.diagnostics import Report
from tei.encoder import encode, serialize
from tei.model.document import Edition
from tei.model.source import Decoded, Source
from tei.names import ncname
from tei.overrides import Decisions, read_decisions, sidecar_path
from tei.readers import decode, decode_file, read_decoded
from tei.structure import recognise


@dataclass(frozen=True, slots=True)
class Built:
    """An edition and the bytes of its TEI document."""

    edition: Edition
    xml: bytes


def build(path: Path, config: CollectionConfig, *, report: Report, encoding: str = "") -> Built:
    """The TEI edition of the source at `path`; what is found on the way goes to `report`.

    What an editor decided in `<stem>.toml` beside the source is followed. Raises UnreadableInput when there is no text
    to be had from the file, and UsageError when the editor's decisions are no TOML.
    """
    decoded = decode_file(path, encoding=encoding or config.encoding, report=report)
    return _build(decoded, sidecar_path(path), config, report=report)


def build_bytes(data: bytes, file: str, config: CollectionConfig, *, report: Report, encoding: str = "") -> Built:
    """The TEI edition of a source that is in memory; `file` is its name."""
    decoded = decode(data, file=file, encoding=encoding or config.encoding, report=report)
    return _build(decoded, None, config, report=report)


def recognise_file(path: Path, config: CollectionConfig, *, report: Report, encoding: str = "") -> Edition:
    """The edition of the source at `path` with everything recognised in it, not yet encoded."""
    decoded = decode_file(path, encoding=encoding or config.encoding, report=report)
    decisions = read_decisions(sidecar_path(path), decoded, config.header.people, report=report)
    return _recognise(decoded, decisions, config, report=report)


def edition_id(source: Source) -> str:
    """The id of the edition: the one its metadata gives, else one from the file's name."""
    given = next((field.value for field in source.metadata if field.field == "id" and field.value), "")
    return ncname(given or Path(source.decoded.file).stem)


def _build(decoded: Decoded, sidecar: Path | None, config: CollectionConfig, *, report: Report) -> Built:
    decisions = read_decisions(sidecar, decoded, config.header.people, report=report)
    edition = _recognise(decoded, decisions, config, report=report)
    own = replace(config, header=decisions.settings(config.header))
    return encode_edition(edition, own, report=report)


def encode_edition(edition: Edition, config: CollectionConfig, *, report: Report) -> Built:
    """The edition with its TEI document."""
    return Built(edition, serialize(encode(edition, config.header, report=report)))


def _recognise(decoded: Decoded, decisions: Decisions, config: CollectionConfig, *, report: Report) -> Edition:
    source = decisions.lay_out(read_decoded(decoded, report=report))
    structured = decisions.structure(_structured(source, decisions, report=report))
    annotated = decisions.text(annotate(structured, report=report))
    aligned = decisions.link(align_edition(annotated, settings=config.align, report=report))
    return decisions.finish(identify(aligned, report=report))


def _structured(source: Source, decisions: Decisions, *, report: Report) -> Edition:
    """The source recognised; once more where a version was read in another language than the editor says."""
    found = Report()
    edition = recognise(source, edition_id=decisions.edition_id or edition_id(source), report=found)
    if (relabelled := decisions.relabel(edition)) is not None:
        found = Report()
        edition = recognise(relabelled, edition_id=edition.id, report=found)
    report.extend(found.found)
    return edition
