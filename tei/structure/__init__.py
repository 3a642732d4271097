"""Structure: from the layout of a source to the versions, blocks, closers and repairs of an edition."""

from collections.abc import Sequence
from dataclasses import replace

from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.languages import pack_for
from tei.languages.scripts import main_script
from tei.model.document import Edition, Version
from tei.model.header import Title
from tei.model.source import LedgerEntry, MetadataField, Source
from tei.model.span import Span
from tei.rules import finding
from tei.structure.beside import titles_beside
from tei.structure.build import Builder
from tei.structure.double_spaced import closed_up
from tei.structure.doubts import SURE
from tei.structure.header import source_header
from tei.structure.ids import mint_ids
from tei.structure.labelled import part_languages
from tei.structure.language import UNKNOWN, language_of, language_tag
from tei.structure.language_doubt import certainty_of
from tei.structure.notes import pick_notes, without_marks
from tei.structure.pages import mark_pages
from tei.structure.placing import link_notes, put_notes
from tei.structure.references import resolve_references
from tei.structure.site_dates import with_site_date
from tei.structure.surroundings import without_site
from tei.structure.units import Unit, make_units
from tei.structure.versions import Draft, split_versions

__all__ = ["recognise"]


def recognise(source: Source, *, edition_id: str, report: Report) -> Edition:
    """The edition of `source`: its versions down to blocks, and the ledger of what is not in them.

    What is wrong with the text goes to `report`. Raises UnreadableInput when there is none but markers and markup.
    """
    decoded = source.decoded
    chunks, pages_marked = mark_pages(source.chunks, decoded)
    units, site = without_site(make_units(closed_up(chunks)))
    units, notes = pick_notes(units, [field.value for field in source.metadata if field.field == "title"])
    units, labels, labelled = part_languages(units)
    drafts, ledger = split_versions(units, (*labelled, *source.languages))
    ledger += [*pages_marked, *site, *labels]
    if not drafts:
        message = "the file holds markers but no text"
        raise UnreadableInput(message, help="Add the text below them.", file=decoded.file, rule="RD002")
    ids = _version_ids(drafts)
    versions: list[Version] = []
    titles: list[Title] = []
    used: list[MetadataField] = []
    pages = _pages(source.metadata, drafts)
    for draft, version_id in zip(drafts, ids, strict=True):
        text = "\n".join(unit.text for unit in draft.units)
        tag = draft.tag
        builder = Builder(decoded, pack_for(draft.language), text, pages.get(version_id, {}), report)
        built = builder.build(draft.units, [field for field in source.metadata if field not in used])
        content = put_notes(built.content, _notes_of(draft, drafts, notes), decoded)
        sure, rival = (
            (1.0, "") if _is_said(draft, (*labelled, *source.languages), source) else certainty_of(draft.language, text)
        )
        versions.append(mint_ids(Version(version_id, tag, draft.role, content, certainty=sure)))
        titles += [Title(without_marks(title, notes), tag) for title in built.titles]
        ledger += built.ledger
        used += [built.used] if built.used else []
        _report_language(draft, source, report)
        if sure < SURE and rival:
            _report_rival(draft, sure, rival, source, report)
    versions = [link_notes(version) for version in resolve_references(versions)]
    if len(versions) > 1 and not any(version.role for version in versions):
        help_ = "Put `Original:` or `Translation:` on a line above a version."
        report.add(finding("ST006", "which version is the original is not said", decoded.location(0), help=help_))
    titles = titles_beside(titles, versions, units)
    metadata = with_site_date(source.metadata, site, decoded)
    header = source_header(versions, titles, metadata, decoded, report=report)
    kept = _without(source.ledger, [field.value_span for field in used])
    entries = sorted((*kept, *ledger), key=lambda entry: entry.span.start)
    identity = (
        f"{edition_id}-edition" if edition_id in ids else edition_id
    )  # a file may be called as its language: en.txt
    return Edition(identity, source, header, tuple(versions), ledger=tuple(entries))


def _notes_of(draft: Draft, drafts: Sequence[Draft], notes: Sequence[Unit]) -> list[Unit]:
    """The notes that stand in or directly below the text of `draft`, or above the first text if it is that."""

    def owner(note: Unit) -> Draft:
        starts = ((unit.span.start, n) for n, other in enumerate(drafts) for unit in other.units)
        return drafts[max((place for place in starts if place[0] < note.span.start), default=(0, 0))[1]]

    tags = ((note, language_of(note.text)) for note in notes if owner(note) is draft)
    return [
        replace(note, foreign=language_tag(code, note.text) if code not in ("", UNKNOWN, draft.language) else "")
        for note, code in tags
    ]


def _version_ids(drafts: Sequence[Draft]) -> list[str]:
    """The language of each version; `zh-2` for the second one in a language."""
    seen: dict[str, int] = {}
    ids = []
    for draft in drafts:
        seen[draft.language] = seen.get(draft.language, 0) + 1
        count = seen[draft.language]
        ids.append(draft.language if count == 1 else f"{draft.language}-{count}")
    return ids


def _pages(metadata: Sequence[MetadataField], drafts: Sequence[Draft]) -> dict[str, dict[int, str]]:
    """For each version, the page that begins with the unit at an offset: where a printed page line stands before it."""
    found: dict[str, dict[int, str]] = {}
    for field in metadata:
        if field.field != "page" or field.key or not field.value:
            continue
        after = [
            (unit.span.start, version_id)
            for draft, version_id in zip(drafts, _version_ids(drafts), strict=True)
            for unit in draft.units
            if unit.span.start >= field.span.end
        ]
        if after:
            start, version_id = min(after)
            found.setdefault(version_id, {})[start] = field.value
    return found


def _without(ledger: Sequence[LedgerEntry], spans: Sequence[Span]) -> list[LedgerEntry]:
    """The ledger without the characters of `spans`, which went into the text."""
    entries = list(ledger)
    for span in spans:
        parted = []
        for entry in entries:
            if entry.span.start <= span.start and span.end <= entry.span.end:
                file = span.file
                parted += [
                    LedgerEntry(Span(file, start, end), entry.kind)
                    for start, end in ((entry.span.start, span.start), (span.end, entry.span.end))
                    if start < end
                ]
            else:
                parted.append(entry)
        entries = parted
    return entries


def _is_said(draft: Draft, said: Sequence[tuple[Span, str]], source: Source) -> bool:
    """Whether a label, the markup, the metadata or an editor says which language the version is in."""
    labels = {draft.language, *pack_for(draft.language).language_labels}
    spans = [span for span, code in said if code == draft.language]
    by_metadata = any(f.field == "language" and f.value.casefold() in labels for f in source.metadata)
    return by_metadata or any(
        unit.hint.split("-")[0].lower() == draft.language or any(s.start <= unit.span.start < s.end for s in spans)
        for unit in draft.units
    )


def _report_rival(draft: Draft, sure: float, rival: str, source: Source, report: Report) -> None:
    message = f"the language was taken for {draft.language}, certainty {sure:.2f}; by its words it may be {rival}"
    place = source.decoded.location(draft.units[0].span.start)
    help_ = "Say it in the metadata (`Language: …`), or in a sidecar under [[version]]."
    report.add(finding("ST005", message, place, help=help_))


def _report_language(draft: Draft, source: Source, report: Report) -> None:
    if pack_for(draft.language).scripts:
        return
    script = main_script("".join(unit.text for unit in draft.units)) or "no"
    message = f"the language of this text in {script} script is not known"
    if draft.language != UNKNOWN:
        message = f"no language pack tells how dates and signatures are written in “{draft.language}”"
    place = source.decoded.location(draft.units[0].span.start)
    help_ = "There is no language pack for it yet; see `tei languages` and docs/extending.md."
    report.add(finding("ST005", message, place, help=help_))
