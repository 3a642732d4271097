"""Small ODDs for the tests: what is needed around the declarations that a test is about."""

from pathlib import Path

from lxml import etree

from tei.schema.build import build

_ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron">
<teiHeader><fileDesc><titleStmt><title>Small</title></titleStmt></fileDesc></teiHeader>
<text><body><schemaSpec ident="small" start="a">
{}
</schemaSpec></body></text></TEI>"""

FIRST_LINE = 5  # the line of an ODD where the declarations begin


def element(ident: str, content: str = "<empty/>", rest: str = "", *, classes: str = "", name: str = "") -> str:
    """An `elementSpec`; `rest` is what stands after its content, `classes` are idents."""
    members = "".join(f'<memberOf key="{key}"/>' for key in classes.split())
    alt = f"<altIdent>{name}</altIdent>" if name else ""
    return (
        f'<elementSpec ident="{ident}">{alt}<desc>{ident}.</desc>'
        f"{f'<classes>{members}</classes>' if members else ''}<content>{content}</content>{rest}</elementSpec>\n"
    )


def write(folder: Path, declarations: str) -> Path:
    """The file of an ODD with these declarations."""
    path = folder / "small.odd"
    path.write_text(_ODD.format(declarations), encoding="utf-8")
    return path


class Compiled:
    """The schemas that an ODD compiles to, as libxml2 reads them."""

    def __init__(self, folder: Path, declarations: str) -> None:
        for name, data in build(write(folder, declarations)).items():
            (folder / name).write_bytes(data)
        self.rng = etree.RelaxNG(file=str(folder / "small.rng"))
        self.xsd = etree.XMLSchema(file=str(folder / "small.xsd"))
        self.folder = folder

    def takes(self, document: str) -> bool:
        """The verdict on a document, which both schemas must give."""
        root = etree.fromstring(document.replace("<a", '<a xmlns="http://www.tei-c.org/ns/1.0"', 1))
        verdicts = {self.rng.validate(root), self.xsd.validate(root)}
        assert len(verdicts) == 1, f"{document}: {self.rng.error_log} {self.xsd.error_log}"
        return bool(verdicts.pop())
