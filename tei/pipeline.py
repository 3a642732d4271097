"""The order of the stages, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tei.annotation import annotate, identify
from tei.config import CollectionConfig
from tei.diagnostics import Report
from tei.encoder import encode, serialize
from tei.errors import UsageError
from tei.model.document import Edition, Version
from tei.model.joint import VersionFiles, join_sources
from tei.model.source import Decoded, Source
from tei.names import ncname
from tei.overrides import Decisions, read_decisions, sidecar_path
from tei.readers import decode, decode_file, read_decoded
from tei.rules import finding
from tei.structure import recognise
from tei.structure.doubts import report_doubts
from tei.structure.language import UNKNOWN, language_of
from tei.structure.split import documents_of, split_documents


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
    return _build(read_decoded(decoded, report=report), sidecar_path(path), config, report=report)


def build_parts(path: Path, config: CollectionConfig, *, report: Report, encoding: str = "") -> tuple[Built, ...]:
    """The TEI editions of the documents that the source at `path` holds, one for each; between them they are all of it."""
    decoded = decode_file(path, encoding=encoding or config.encoding, report=report)
    source = read_decoded(decoded, report=report)
    decisions = read_decisions(sidecar_path(path), decoded, config.header.people, report=report)
    own = replace(config, header=decisions.settings(config.header))
    structured = decisions.structure(_structured(decisions.lay_out(source), decisions, "", report=report))
    parts = split_documents(structured)
    _report_split(structured, parts, report)
    made = [_completed(part, decisions.within(part.ranges), config, report=report) for part in parts]
    return tuple(encode_edition(edition, own, report=report) for edition in made)


def build_versions(versions: VersionFiles, config: CollectionConfig, *, report: Report, encoding: str = "") -> Built:
    """The TEI edition of several files, each of which holds one version; its sidecar is named as the edition.

    Raises UsageError (CF005) when a file is not in the language that it should be in.
    """
    sources = []
    for path, language in zip(versions.paths, versions.languages, strict=True):
        decoded = decode_file(path, encoding=encoding or config.encoding, report=report)
        _check_language(decoded, language)
        sources.append(read_decoded(decoded, report=report))
    joint = join_sources(sources, str(versions.name), versions.languages)
    return _build(joint, sidecar_path(versions.name), config, report=report, original=versions.original)


def build_bytes(data: bytes, file: str, config: CollectionConfig, *, report: Report, encoding: str = "") -> Built:
    """The TEI edition of a source that is in memory; `file` is its name."""
    decoded = decode(data, file=file, encoding=encoding or config.encoding, report=report)
    return _build(read_decoded(decoded, report=report), None, config, report=report)


def recognise_file(path: Path, config: CollectionConfig, *, report: Report, encoding: str = "") -> Edition:
    """The edition of the source at `path` with everything recognised in it, not yet encoded."""
    decoded = decode_file(path, encoding=encoding or config.encoding, report=report)
    decisions = read_decisions(sidecar_path(path), decoded, config.header.people, report=report)
    return _recognise(read_decoded(decoded, report=report), decisions, config, report=report)


def edition_id(source: Source) -> str:
    """The id of the edition: the one its metadata gives, else one from the file's name."""
    given = next((field.value for field in source.metadata if field.field == "id" and field.value), "")
    return ncname(given or Path(source.decoded.file).stem)


def _build(
    source: Source, sidecar: Path | None, config: CollectionConfig, *, report: Report, original: str = ""
) -> Built:
    decisions = read_decisions(sidecar, source.decoded, config.header.people, report=report)
    edition = _recognise(source, decisions, config, report=report, original=original)
    own = replace(config, header=decisions.settings(config.header))
    return encode_edition(edition, own, report=report)


def encode_edition(edition: Edition, config: CollectionConfig, *, report: Report) -> Built:
    """The edition with its TEI document."""
    return Built(edition, serialize(encode(edition, config.header, report=report)))


def _recognise(
    source: Source, decisions: Decisions, config: CollectionConfig, *, report: Report, original: str = ""
) -> Edition:
    structured = decisions.structure(_structured(decisions.lay_out(source), decisions, original, report=report))
    return _completed(structured, decisions, config, report=report)


def _completed(structured: Edition, decisions: Decisions, config: CollectionConfig, *, report: Report) -> Edition:
    """The edition with dates, links and names."""
    report_doubts(structured, report=report)
    annotated = decisions.text(annotate(structured, report=report))
    aligned = decisions.link(_aligned(annotated, decisions, config, report=report))
    found = Report()
    finished = decisions.finish(identify(aligned, report=found))
    report.extend(each for each in found.found if not decisions.answers(each))
    return finished


def _aligned(edition: Edition, decisions: Decisions, config: CollectionConfig, *, report: Report) -> Edition:
    """The edition with its versions linked, around the links that an editor made."""
    if len(edition.versions) < 2:
        return edition
    from tei.alignment import align_edition, hand_links  # here: most sources have one version

    people = [person.id for person in decisions.settings(config.header).people]
    hand = hand_links(Path(edition.source.decoded.file), people)
    return align_edition(edition, settings=config.align, hand=hand, report=report)


def _structured(source: Source, decisions: Decisions, original: str, *, report: Report) -> Edition:
    """The source recognised; once more where a version was read in another language than the editor says.

    `original` is the language of the original version, "" where that is for the source to say.
    """
    found = Report()
    edition = recognise(source, edition_id=decisions.edition_id or edition_id(source), report=found)
    if (relabelled := decisions.relabel(edition)) is not None:
        found = Report()
        edition = recognise(relabelled, edition_id=edition.id, report=found)
    report.extend(each for each in found.found if not (original and each.rule.id == "ST006"))
    if not original:
        return edition
    return replace(edition, versions=tuple(_with_role(version, original) for version in edition.versions))


def _report_split(edition: Edition, parts: Sequence[Edition], report: Report) -> None:
    """ST008: into what a source of several documents was divided, or why it was not."""
    counts = [(version.id, len(documents_of(version))) for version in edition.versions]
    if len(parts) > 1:
        message = f"the source holds {len(parts)} documents, each an edition: {', '.join(part.id for part in parts)}"
        help_ = "`tei inspect` shows where each begins."
    elif max((count for _, count in counts), default=0) > 1:
        shown = ", ".join(f"{name} {count}" for name, count in counts)
        message = f"the source was not divided: its versions hold different numbers of documents, or mix them ({shown})"
        help_ = "Divide the source, or have its documents in the same order in every version."
    else:
        return
    report.add(finding("ST008", message, edition.source.decoded.location(0), help=help_))


def _with_role(version: Version, original: str) -> Version:
    return replace(version, role="original" if original in (version.id, version.lang) else "translation")


def _check_language(decoded: Decoded, language: str) -> None:
    """UsageError (CF005) when the text is in another language than the one that is said of it."""
    told = language_of(decoded.text)
    said = language.partition("-")[0]
    if said and told not in ("", UNKNOWN, said):
        raise UsageError(
            f"the text should be in {said}, and is in {told}",
            help="Rename the file, or correct `languages` in tei.toml: each version is in its own file.",
            file=decoded.file,
            rule="CF005",
        )
