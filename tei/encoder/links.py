"""What the alignment says, twice: `@corresp` on the elements, and `link`s in `standOff`."""

from collections.abc import Iterable

from lxml import etree

from tei.encoder.elements import add, cert, resp
from tei.model.alignment import Alignment, Bead
from tei.names import XML_ID

ALIGNER = "aligner"
"""The id of the `respStmt` that answers for the links which no editor has decided."""


def link_elements(text: etree._Element, alignments: Iterable[Alignment]) -> None:
    """Sets `@corresp` on both ends of every bead in `text`; several partners stand in document order."""
    elements = {element.get(XML_ID, ""): element for element in text.iter() if element.get(XML_ID)}
    order = {xml_id: place for place, xml_id in enumerate(elements)}
    partners: dict[str, set[str]] = {}
    for alignment in alignments:
        for bead in alignment.beads:
            for here, there in ((bead.source, bead.target), (bead.target, bead.source)):
                for xml_id in here:
                    partners.setdefault(xml_id, set()).update(there)
    for xml_id, element in elements.items():
        if found := partners.get(xml_id):
            in_order = sorted(found, key=lambda partner: (order.get(partner, len(order)), partner))
            element.set("corresp", _pointers(in_order))


def encode_link_groups(parent: etree._Element, alignments: Iterable[Alignment]) -> None:
    """For each level `linkGrp type="alignment"`, source first, and `linkGrp type="unaligned"` for what has no partner.

    The aligner answers for the links of a group; an editor for a link of their own.
    A `link` needs two pointers (TEI `att.pointing`), so a bead with an empty side is a `ptr` in a group of its own. With
    three versions what lacks a partner in one of them only is none of these: it has its link.
    """
    levels: dict[str, list[Bead]] = {}
    for alignment in alignments:
        levels.setdefault(alignment.level, []).extend(alignment.beads)
    for level, beads in levels.items():
        if linked := [bead for bead in beads if bead.source and bead.target]:
            group = add(parent, "linkGrp", type="alignment", subtype=level, resp=f"#{ALIGNER}")
            for bead in linked:
                editor = "" if bead.origin == "auto" else bead.origin
                target = _pointers((*bead.source, *bead.target))
                add(group, "link", target=target, cert=cert(bead.certainty), resp=resp("", editor))
    linked_ids = {  # an item may have no other item for a counterpart, but a sentence
        xml_id
        for beads in levels.values()
        for bead in beads
        if bead.source and bead.target
        for xml_id in (*bead.source, *bead.target)
    }
    for level, beads in levels.items():
        every = dict.fromkeys(xml_id for bead in beads for xml_id in (*bead.source, *bead.target))
        if alone := [xml_id for xml_id in every if xml_id not in linked_ids]:
            group = add(parent, "linkGrp", type="unaligned", subtype=level)
            for xml_id in alone:
                add(group, "ptr", target=f"#{xml_id}")


def _pointers(ids: Iterable[str]) -> str:
    return " ".join(f"#{xml_id}" for xml_id in ids)
