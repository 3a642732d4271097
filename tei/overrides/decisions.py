"""The decisions of a sidecar put into effect, stage by stage."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from tei.diagnostics import Diagnostic, Location, Report
from tei.model.document import Edition, Role, Version
from tei.model.header import HeaderSettings, Person
from tei.model.inline import Choice, Date, Mark, Name, marks_in
from tei.model.source import Decoded, Source
from tei.model.span import Span
from tei.overrides import blocks, marks
from tei.overrides.anchors import Anchor, Stale, find, find_all
from tei.overrides.header import decided_header
from tei.overrides.layout import Laid, lay_out
from tei.overrides.links import set_link
from tei.overrides.sidecar import TAGS, Entry, Sidecar, read_sidecar
from tei.rules import finding
from tei.structure.ids import renumber

# What need not be asked any more once an editor has decided: by table, the rules of findings at that place.
_SETTLED: Mapping[str, tuple[str, ...]] = {
    "block": ("ST002", "ST003", "ST004"),
    "signature": ("ST003", "ST004"),
    "join": ("ST002",),
    "date": ("AN001", "AN004", "ST007"),
    "reading": ("AN002",),
    "link": ("AL001", "AL002"),
}


def read_decisions(path: Path | None, decoded: Decoded, people: Sequence[Person], *, report: Report) -> "Decisions":
    """The decisions in the sidecar at `path` about the source `decoded`; none where `path` is None.

    What fits nothing in the source goes to `report` (CF004). Raises UsageError (CF001) for a sidecar that is wrong.
    """
    sidecar = read_sidecar(path, people)
    decisions = Decisions(sidecar, decoded, report)
    for entry in sidecar.entries:
        if entry.table != "version":
            decisions.locate(entry)
    return decisions


@dataclass
class Decisions:
    """The decisions about one source. Each method takes what a stage made and gives it as the editor wants it."""

    sidecar: Sidecar
    decoded: Decoded
    report: Report
    places: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    settled: list[tuple[tuple[str, ...], Span]] = field(default_factory=list)

    def locate(self, entry: Entry) -> None:
        """Finds the places that `entry` is about; a name may stand in many."""
        with_all = entry.table == "name" and not entry.anchor.line
        sides = (entry.side("source"), entry.side("target")) if entry.table == "link" else (entry.anchor,)
        try:
            found = [self._found(anchor, with_all) for anchor in sides]
        except Stale as stale:
            self._refuse(entry, stale)
            return
        self.places[id(entry)] = tuple(span for spans in found for span in spans)

    @property
    def edition_id(self) -> str:
        """The id of the edition, "" where the sidecar gives none."""
        return str(self.sidecar.metadata.get("id", ""))

    def answers(self, finding: Diagnostic) -> bool:
        """Whether the editor has decided what a finding asks about: the date of the document (AN011)."""
        return finding.rule.id == "AN011" and "date" in self.sidecar.metadata

    def _found(self, anchor: Anchor, with_all: bool) -> list[Span]:
        return find_all(anchor, self.decoded, whole_words=True) if with_all else [find(anchor, self.decoded)]

    def within(self, ranges: Sequence[tuple[int, int]]) -> "Decisions":
        """The decisions about these ranges of the source, for an edition of a part of it; all where there are none."""
        if not ranges:
            return self
        here = {}
        for entry in self._of(*_SETTLED, "name"):
            spans = self.places[id(entry)]
            ours = tuple(span for span in spans if any(start <= span.start < end for start, end in ranges))
            if ours and (ours == spans or entry.table == "name"):
                here[id(entry)] = ours
        return replace(self, sidecar=replace(self.sidecar, titles={}), places=here)

    def lay_out(self, source: Source) -> Source:
        """The source with headings, languages and what is no text as decided."""
        for entry in self._of("block"):
            laid = Laid(self._span(entry), entry.values.get("kind", ""), entry.values.get("language", ""))
            try:
                source = lay_out(source, [laid])
            except Stale as stale:
                self._refuse(entry, stale)
        return source

    def relabel(self, edition: Edition) -> Source | None:
        """The source with other languages for versions that were read in a wrong one; None where none was."""
        languages = edition.source.languages
        for entry in self._versions(edition, "language"):
            version = next(version for version in edition.versions if version.id == entry.values["found"])
            said = entry.values["language"].partition("-")[0]
            languages += tuple((block.span, said) for block in version.blocks())
        return replace(edition.source, languages=languages) if languages != edition.source.languages else None

    def _versions(self, edition: Edition, key: str) -> Iterator[Entry]:
        ids = [version.id for version in edition.versions]
        for entry in self.sidecar.entries:
            if entry.table == "version" and key in entry.values:
                if entry.values["found"] in ids:
                    yield entry
                elif entry.values.get("language", "").partition("-")[0] not in ids:
                    found = ", ".join(ids)
                    self._refuse(entry, Stale(f"there is no version {entry.values['found']}", f"There are: {found}."))

    def structure(self, edition: Edition) -> Edition:
        """The edition with the kinds, joins and signatures of blocks, and the roles of versions, as decided."""
        versions = list(edition.versions)
        for entry in self._of("block", "signature", "join"):
            change = self._block_change(entry)
            if change is None:
                continue
            at = next((i for i, version in enumerate(versions) if blocks.holds(version, self._span(entry))), -1)
            try:
                if at < 0:
                    raise Stale("this is not in the text: it was set aside", "`tei inspect` shows as what.")
                versions[at] = change(versions[at], self._span(entry))
                self._settle(entry, self._span(entry))
            except Stale as stale:
                self._refuse(entry, stale)
        changed = zip(self._with_roles(versions), edition.versions, strict=True)
        numbered = tuple(version if version is before else renumber(version) for version, before in changed)
        return replace(edition, versions=numbered, decisions=tuple(self.told()))

    def _block_change(self, entry: Entry) -> Callable[[Version, Span], Version] | None:
        values, by = entry.values, entry.by
        if entry.table == "signature":
            who = blocks.Signatory(values.get("name", ""), values.get("role", ""), values.get("party", ""))
            return partial(blocks.set_signature, who=who, by=by, decoded=self.decoded)
        if entry.table == "join":
            change = blocks.join_blocks if values.get("joined", True) else blocks.split_block
            return partial(change, by=by, decoded=self.decoded)
        kind = values.get("kind", "")
        if kind == "aside":
            return None
        if not kind:
            return partial(blocks.set_language, tag=values["language"], by=by)
        return partial(blocks.set_kind, role=Role(kind), by=by, decoded=self.decoded)

    def _with_roles(self, versions: Sequence[Version]) -> list[Version]:
        roles = {}
        for entry in self.sidecar.entries:
            if entry.table == "version" and "role" in entry.values:
                said = entry.values.get("language", entry.values["found"]).partition("-")[0]
                name = entry.values["found"] if entry.values["found"] in [v.id for v in versions] else said
                roles[name] = entry
        known = {version.id for version in versions}
        for name, entry in roles.items():
            if name not in known:
                found = ", ".join(sorted(known))
                self._refuse(entry, Stale(f"there is no version {name}", f"There are: {found}."))
        if roles:
            self.settled.append((("ST006",), Span(self.decoded.file, 0, len(self.decoded.text))))
        return [
            replace(version, role=roles[version.id].values["role"], resp=roles[version.id].by)
            if version.id in roles
            else version
            for version in versions
        ]

    def text(self, edition: Edition) -> Edition:
        """The edition with dates, readings and names marked as decided; a name that is none is taken out later."""
        for entry in self._of("date", "reading", "name"):
            edition = self._everywhere(entry, edition, partial(self._marked, entry))
        return edition

    def _everywhere(self, entry: Entry, edition: Edition, change: Callable[[Edition, Span], Edition]) -> Edition:
        """The edition with `change` made at each place of `entry`; where none of them is in the text it is refused."""
        refused = None
        for span in self.places[id(entry)]:
            try:
                edition = change(edition, span)
                self._settle(entry, span)
            except Stale as stale:
                refused = stale
        if refused and not any(place in [span for _, span in self.settled] for place in self.places[id(entry)]):
            self._refuse(entry, refused)
        return edition

    def _marked(self, entry: Entry, edition: Edition, span: Span) -> Edition:
        values, by = entry.values, entry.by
        if entry.table == "name":
            tag = TAGS[values["tag"]]
            if not tag:
                return edition
            return marks.put_mark(edition, span, lambda inner: Name(tag, inner, resp=by), partial(_is_alike, tag))
        if values.get("none") or values.get("keep"):
            is_like = _is_date if entry.table == "date" else _is_choice
            changed, any_ = marks.take_marks(edition, span, is_like)
            if not any_ and entry.table == "date":
                raise Stale("no date was read there", "Take the entry out.")
            return changed
        if entry.table == "date":
            made = {"when": values.get("when", ""), "from_": values.get("from", ""), "to": values.get("to", "")}
            return marks.put_mark(edition, span, lambda inner: Date(inner, **made, resp=by), _is_date)
        kind, reading = ("sic", values["corr"]) if "corr" in values else ("orig", values["reg"])
        return marks.put_mark(edition, span, lambda inner: Choice(kind, inner, reading, resp=by), _is_choice)

    def link(self, edition: Edition) -> Edition:
        """The edition with the links between versions as decided."""
        for entry in self._of("link"):
            one, other = self.places[id(entry)]
            try:
                edition = set_link(edition, one, other, linked=entry.values.get("linked", True), by=entry.by)
                self._settle(entry, one)
                self._settle(entry, other)
            except Stale as stale:
                self._refuse(entry, stale)
        return edition

    def finish(self, edition: Edition) -> Edition:
        """The edition without the names and regular forms that the editor refuses, and with the header as decided."""
        refused = [e for e in self._of("name", "reading") if e.values.get("tag") == "none" or e.values.get("keep")]
        for entry in refused:
            like = _is_name if entry.table == "name" else _is_choice
            edition = self._everywhere(entry, edition, lambda ours, span: marks.take_marks(ours, span, like)[0])  # noqa: B023
        self._forget()
        self._check_titles(edition)
        edition = _without_lost_names(edition) if refused else edition
        return replace(edition, header=decided_header(edition, self.sidecar))

    def _check_titles(self, edition: Edition) -> None:
        """CF004 for a title in a language that no version is in."""
        known = {
            code for version in edition.versions for code in (version.id, version.lang, version.lang.split("-")[0])
        }
        for code in self.sidecar.titles:
            if code not in known:
                message = f"[titles] cannot be followed: there is no version in {code}"
                help_ = f"There are: {', '.join(version.id for version in edition.versions)}."
                self.report.add(finding("CF004", message, Location(self.sidecar.file, 1, 1), help=help_))

    def settings(self, settings: HeaderSettings) -> HeaderSettings:
        """The collection's settings with what the sidecar says for this source."""
        said = self.sidecar.metadata
        people = [*settings.people, *(one for one in self.sidecar.people if one not in settings.people)]
        given = {"publisher": "publisher", "licence": "licence", "licence_name": "licence_text"}
        values = {ours: said[key] for key, ours in given.items() if key in said}
        return replace(settings, people=tuple(people), **values)

    def told(self) -> Iterator[str]:
        """Each decision in words, for the editor to see that it was taken up."""
        for entry in self.sidecar.entries:
            about = entry.values.get("text") or entry.values.get("source") or entry.values.get("found")
            where = f"“{about}”" if about else f"line {entry.values.get('line')}"
            said = ", ".join(f"{k} {_shown(v)}" for k, v in entry.values.items() if k not in _PLACES)
            yield f"{entry.table} {where}: {said or 'joined'} ({entry.by})"

    def _of(self, *tables: str) -> Iterator[Entry]:
        """The entries of these tables that were found in the source."""
        return (entry for entry in self.sidecar.entries if entry.table in tables and id(entry) in self.places)

    def _span(self, entry: Entry) -> Span:
        return self.places[id(entry)][0]

    def _refuse(self, entry: Entry, stale: Stale) -> None:
        self.places.pop(id(entry), None)
        message = f"[[{entry.table}]] cannot be followed: {stale.message}"
        self.report.add(finding("CF004", message, Location(self.sidecar.file, entry.line, 1), help=stale.help))

    def _settle(self, entry: Entry, span: Span) -> None:
        self.settled.append((_SETTLED.get(entry.table, ()), span))

    def _forget(self) -> None:
        """Takes out the findings that ask what the editor has answered."""
        lines = [(rules, *self._lines(span)) for rules, span in self.settled]
        self.report.found[:] = [
            found
            for found in self.report.found
            if not any(found.rule.id in rules and first <= found.location.line <= last for rules, first, last in lines)
        ]

    def _lines(self, span: Span) -> tuple[int, int]:
        return self.decoded.lines.position(span.start)[0], self.decoded.lines.position(max(span.start, span.end - 1))[0]


_PLACES = ("text", "line", "by", "source", "source_line", "target_line", "found")


def _shown(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _is_name(mark: Mark) -> bool:
    return isinstance(mark, Name)


def _is_alike(tag: str, mark: Mark) -> bool:
    """Whether a mark gives way to a name of the kind `tag`: an office may hold the name of a place, and a place none."""
    return isinstance(mark, Name) and (mark.tag == "roleName") == (tag == "roleName")


def _is_date(mark: Mark) -> bool:
    return isinstance(mark, Date)


def _is_choice(mark: Mark) -> bool:
    return isinstance(mark, Choice)


def _without_lost_names(edition: Edition) -> Edition:
    """The edition without the entities that nothing in the text refers to any more."""
    used = {
        mark.ref
        for version in edition.versions
        for block in version.blocks()
        for _, _, mark in marks_in(block.content)
        if isinstance(mark, Name) and mark.ref
    }
    return replace(edition, entities=tuple(entity for entity in edition.entities if entity.id in used))
