"""`standOff`: the persons, places and organizations of an edition, and the links between its versions."""

from lxml import etree

from tei.encoder.elements import add
from tei.encoder.links import encode_link_groups
from tei.model.document import Edition, Entity
from tei.names import tei

# The list, the entry and the name of each kind of entity, in the order of the lists.
_KINDS = {
    "person": ("listPerson", "person", "persName"),
    "place": ("listPlace", "place", "placeName"),
    "org": ("listOrg", "org", "orgName"),
}


def encode_stand_off(edition: Edition) -> etree._Element | None:
    """`standOff`, or None where there is nothing to put into it."""
    stand_off = etree.Element(tei("standOff"))
    for kind, (list_name, entry_name, name_name) in _KINDS.items():
        entities = [entity for entity in edition.entities if entity.kind == kind]
        if entities:
            entries = add(stand_off, list_name)
            for entity in entities:
                _encode_entity(entries, entity, entry_name, name_name)
    encode_link_groups(stand_off, edition.alignments)
    return stand_off if len(stand_off) else None


def _encode_entity(parent: etree._Element, entity: Entity, entry_name: str, name_name: str) -> None:
    entry = add(parent, entry_name, xml_id=entity.id, role=" ".join(entity.roles))
    for name in entity.names:
        add(entry, name_name, name.text, xml_lang=name.lang, type=name.type)
