"""Sender and recipient of a letter, note or telegram: from its heading, labels, address, greeting and signature."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei.diagnostics import Report
from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.correspondence import Heading, Side, labelled, read_correspondent, read_greeting, read_heading
from tei.languages.forms import RECIPIENT, SENDER, form_line
from tei.model.document import Block, Division, Group, Node, Role, Version, Wrapper
from tei.model.header import Correspondent
from tei.model.inline import Milestone, Name, marks_in, plain_text
from tei.model.source import Decoded, MetadataField
from tei.rules import finding
from tei.structure.closers import is_address

_MOST_LABELLED = 12  # blocks at the top of a text among which labels are looked for
_SHORT_LABEL = 4  # characters: To and From are ordinary words as well
_MOST_SENDERS = 3
_DOUBT = 0.8
_BY_LABEL = 0.9
_STATION = 0.8  # of a line that may have an office and a place
_SHAPED = 0.6  # of a line that is a name by its shape only
_BY_FORM = "a line of a form names them"


def correspondents(
    versions: Sequence[Version], metadata: Sequence[MetadataField], decoded: Decoded, *, report: Report
) -> tuple[Correspondent, ...]:
    """Who sent the document and to whom, as far as it says so; of several versions, the original is asked first.

    A heading and labels say it of themselves. Address, greeting and signature do so in a letter only: in what opens
    with a greeting or closes with a valediction.
    """
    for version in sorted(versions, key=lambda version: version.role != "original"):
        pack = pack_for(version.lang)
        nodes = _document(version.content)
        found: dict[str, Sequence[Correspondent]] = {}
        for source in (_from_labels(nodes, metadata, pack), _from_heading(nodes, pack), _from_letter(nodes, pack)):
            for person in source:
                found.setdefault(person.kind, [person])
        signers = _signers(nodes)
        if "sent" not in found and _is_letter(nodes) and len(signers) <= _MOST_SENDERS:
            found["sent"] = signers
        people = [replace(p, lang=version.lang) for kind in ("sent", "received") for p in found.get(kind, ())]
        for person in people:
            _report(person, nodes, decoded, report)
        if people:
            return tuple(people)
    return ()


def _document(nodes: Sequence[Node]) -> Sequence[Node]:
    """The nodes of the outer document: of several, the first, but for the articles of a page."""
    first = next((node for node in nodes if not isinstance(node, Block)), None)
    if isinstance(first, Division) and first.type == "document" and not isinstance(first.content[0], Milestone):
        return (*(node for node in nodes if isinstance(node, Block)), *first.content)
    return nodes


def _report(person: Correspondent, nodes: Sequence[Node], decoded: Decoded, report: Report) -> None:
    if person.certainty >= _DOUBT:
        return
    start = next(block.span.start for block in _blocks(nodes))
    word = "sender" if person.kind == "sent" else "recipient"
    name = " ".join(text for _, text in person.parts)
    help_ = "Check who wrote to whom; it stands in `correspDesc` with @cert."
    report.add(finding("ST020", f"“{name}” was taken for the {word}", decoded.location(start), help=help_))


def _blocks(nodes: Sequence[Node]) -> Iterator[Block]:
    for node in nodes:
        if isinstance(node, Block):
            yield node
        elif isinstance(node, Group):
            yield from node.blocks
        elif isinstance(node, Division):
            yield from _blocks(node.content)


def _named(side: Side, kind: str, certainty: float, reason: str) -> Correspondent:
    return Correspondent(kind, tuple(side.pieces()), "", certainty, reason)


def _from_heading(nodes: Sequence[Node], pack: LanguagePack) -> Iterator[Correspondent]:
    signers = _signers(nodes)
    letter = _is_letter(nodes) or bool(signers)
    for block in nodes:
        if not isinstance(block, Block) or block.role is not Role.HEAD:
            continue
        heading = read_heading(block.text, pack)
        certainty = _heading_certainty(heading, signers, letter=letter) if heading else 0.0
        if heading is None or not certainty:
            continue
        for kind, side in (("sent", heading.sender), ("received", heading.recipient)):
            if side is not None:
                yield _named(side, kind, certainty, "the heading says who wrote to whom")
        return


def _heading_certainty(heading: Heading, signers: Sequence[Correspondent], *, letter: bool) -> float:
    """How sure it is that a heading names correspondents; 0 where it is too little to say so."""
    printed = {text.casefold() for person in signers for tag, text in person.parts if tag == "persName"}
    signed = heading.sender is not None and any(
        name.endswith(text.casefold().split()[-1]) for _, text in heading.sender.pieces() for name in printed
    )
    if heading.certainty >= 0.8:
        return 0.95 if letter or heading.sure or heading.certainty >= 0.9 else 0.0
    if heading.certainty >= 0.5 and (signed or heading.sure or letter):
        return 0.9 if signed else 0.8 if heading.certainty > 0.5 else 0.75
    return 0.85 if signed and letter else 0.0


def _from_labels(
    nodes: Sequence[Node], metadata: Sequence[MetadataField], pack: LanguagePack
) -> Iterator[Correspondent]:
    lines = [f"{field.key}: {field.value}" for field in metadata if field.key and field.value]
    top = list(_blocks(nodes))[:_MOST_LABELLED]
    for block in top:
        lines += block.text.split("\n")
    found = dict(_from_form(top, pack))
    told = bool(found)
    for line in lines:
        match = labelled(line, pack)
        side = read_correspondent(line[match[1] :], pack) if match else None
        if match is None or side is None:
            continue
        kind = "sent" if match[0] == "sender" else "received"
        told = told or match[1] > _SHORT_LABEL + 2 or not pack.names.spaced
        found.setdefault(kind, _named(side, kind, 0.9, "a line with a label names them"))
    if len(found) == 2 or told:
        yield from found.values()


def _from_form(blocks: Sequence[Block], pack: LanguagePack) -> Iterator[tuple[str, Correspondent]]:
    """Sender and recipient of a form, which has a line for each; what stands in a message by wire is a station."""
    for block in blocks:
        line = form_line(block.text, pack) if block.type in (SENDER, RECIPIENT) else None
        text = " ".join(block.text[line.value :].split()) if line else ""
        side = read_correspondent(text, pack) if text else None
        kind = "sent" if block.type == SENDER else "received"
        if line and line.bare:
            yield kind, Correspondent(kind, (("orgName", text),), "", _STATION, _BY_FORM)
        elif side and any(name.endswith(",") or (tag == "persName" and "," in name) for tag, name in side.pieces()):
            yield kind, Correspondent(kind, (("roleName", text),), "", _STATION, _BY_FORM)  # Consul General, Lisbon
        elif side:
            sure = max(side.certainty, _SHAPED) if {tag for tag, _ in side.pieces()} == {"persName"} else _BY_LABEL
            yield kind, _named(side, kind, min(sure, _BY_LABEL), _BY_FORM)


def _is_letter(nodes: Sequence[Node]) -> bool:
    """Whether it opens with a greeting or closes with a valediction."""
    groups = [node for node in nodes if isinstance(node, Group) and node.wrapper in (Wrapper.OPENER, Wrapper.CLOSER)]
    return any(block.role is Role.SALUTE for group in groups for block in group.blocks)


def _signers(nodes: Sequence[Node]) -> list[Correspondent]:
    """Who signed in the first closer."""
    closer = next((n for n in nodes if isinstance(n, Group) and n.wrapper is Wrapper.CLOSER), None)
    signed = [block for block in closer.blocks if block.role is Role.SIGNED] if closer else []
    found = []
    for block in signed:
        text = plain_text(block.content)
        parts = [
            ("rank" if mark.type == "honorific" else mark.tag, " ".join(text[start:end].split()).strip(" ,;:"))
            for start, end, mark in marks_in(block.content)
            if isinstance(mark, Name)
        ]
        if any(tag in ("persName", "orgName") for tag, _ in parts):
            found.append(
                Correspondent(
                    "sent", tuple(dict.fromkeys(parts)), "", min(block.certainty, 0.9), "the signature of a letter"
                )
            )
    return found


def _from_letter(nodes: Sequence[Node], pack: LanguagePack) -> Iterator[Correspondent]:
    """The recipient of a letter, whom its address or greeting names."""
    if not _is_letter(nodes):
        return
    for block in _blocks(nodes):
        first = re.split(r"\n", block.text.strip())[0]
        is_trailer = block.role is Role.TRAILER and is_address(first, pack)
        if block.type == "address" or is_trailer:
            side = read_correspondent(re.sub(r"^To\s+", "", first), pack)
            if side is not None and side.certainty >= 0.6:
                yield _named(side, "received", min(0.9, side.certainty + 0.2), "the address of a letter")
    for group in nodes:
        if isinstance(group, Group) and group.wrapper is Wrapper.OPENER:
            for block in group.blocks:
                if block.role is Role.SALUTE and (side := read_greeting(block.text.split("\n")[-1], pack)):
                    sure = max(side.certainty, 0.8) if not pack.names.spaced else side.certainty + 0.3
                    yield _named(side, "received", min(0.9, sure), "the greeting of a letter")
