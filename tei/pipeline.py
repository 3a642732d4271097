"""The order of the stages, and nothing else."""

from dataclasses import dataclass
from pathlib import Path

from tei.alignment import align_edition
from tei.annotation import annotate, identify
from tei.config import CollectionConfig
from tei.diagnostics import Report
from tei.encoder import encode, serialize
from tei.model.document import Edition
from tei.model.source import Decoded, Source
from tei.names import ncname
from tei.readers import decode, decode_file, read_decoded
from tei.structure import recognise


@dataclass(frozen=True, slots=True)
class Built:
    """An edition and the bytes of its TEI document."""

    edition: Edition
    xml: bytes


def build(path: Path, config: CollectionConfig, *, report: Report, encoding: str = "") -> Built:
    """The TEI edition of the source at `path`; what is found on the way goes to `report`.

    Raises UnreadableInput when there is no text to be had from the file.
    """
    return encode_edition(recognise_file(path, config, report=report, encoding=encoding), config, report=report)


def build_bytes(data: bytes, file: str, config: CollectionConfig, *, report: Report, encoding: str = "") -> Built:
    """The TEI edition of a source that is in memory; `file` is its name."""
    decoded = decode(data, file=file, encoding=encoding or config.encoding, report=report)
    return encode_edition(_recognise(decoded, config, report=report), config, report=report)


def recognise_file(path: Path, config: CollectionConfig, *, report: Report, encoding: str = "") -> Edition:
    """The edition of the source at `path` with everything recognised in it, not yet encoded."""
    decoded = decode_file(path, encoding=encoding or config.encoding, report=report)
    return _recognise(decoded, config, report=report)


def encode_edition(edition: Edition, config: CollectionConfig, *, report: Report) -> Built:
    """The edition with its TEI document."""
    return Built(edition, serialize(encode(edition, config.header, report=report)))


def edition_id(source: Source) -> str:
    """The id of the edition: the one its metadata gives, else one from the file's name."""
    given = next((field.value for field in source.metadata if field.field == "id" and field.value), "")
    return ncname(given or Path(source.decoded.file).stem)


def _recognise(decoded: Decoded, config: CollectionConfig, *, report: Report) -> Edition:
    source = read_decoded(decoded, report=report)
    structured = recognise(source, edition_id=edition_id(source), report=report)
    aligned = align_edition(annotate(structured, report=report), settings=config.align, report=report)
    return identify(aligned, report=report)
