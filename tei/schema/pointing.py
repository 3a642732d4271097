"""What in a TEI document points, and where pointers are not looked at."""

from tei.names import XML_NS

# Attributes whose datatype is teidata.pointer wherever TEI 4.12.0 defines them, or else a name, which has no “#”.
POINTER_ATTRIBUTES = frozenset(
    """adj adjFrom adjTo ana calendar change children class code copyOf corresp datcat datingMethod datingPoint decls
    domains edRef end exclude facs feats filter follow fromUnit fVal given hand inst lemmaRef location mergedIn mutual
    next nymRef origin parent parts perf period prev property ref rendition replyTo require resp sameAs scribeRef
    scriptRef select since source spanTo start synch target targetDatcat targetEnd toUnit toWhom unitRef uri url
    valueDatcat who wit""".split()
)
# Attributes that are pointers on these elements, and any text on others.
POINTERS_OF: dict[str, frozenset[str]] = {
    "active": frozenset({"relation"}),
    "from": frozenset({"app", "arc", "rt", "span"}),
    "new": frozenset({"handShift"}),
    "passive": frozenset({"relation"}),
    "scheme": frozenset({"catRef", "classCode", "keywords", "locus", "locusGrp", "occupation", "socecStatus"}),
    "to": frozenset({"app", "arc", "rt", "span"}),
    "value": frozenset({"eLeaf", "eTree", "iNode", "leaf", "node", "root", "triangle"}),
    "where": frozenset({"birth", "conversion", "death", "event"}),
}
EXAMPLE = "{http://www.tei-c.org/ns/Examples}egXML"  # what stands in it is no part of the document
XML_BASE = f"{{{XML_NS}}}base"  # sends the pointers of an element to another document


def is_pointer(element: str, attribute: str) -> bool:
    """Whether an attribute of a TEI element, both by local name, holds pointers."""
    return attribute in POINTER_ATTRIBUTES or (attribute in POINTERS_OF and element in POINTERS_OF[attribute])
