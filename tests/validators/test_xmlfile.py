"""Files are read safely, what cannot be read is said with its place, and elements are found where they stand."""

from pathlib import Path

import pytest
from lxml import etree

from tei.errors import ExitCode, UnreadableInput
from tei.names import TEI_NS, XML_NS
from tei.validators import validate
from tei.validators.xmlfile import NotWellFormed, Places, check_doctype, load_tei, parse_tei

TEI = f'<TEI xmlns="{TEI_NS}">%s</TEI>'


def test_a_file_is_loaded_with_its_bytes_and_its_source(tmp_path: Path) -> None:
    path = tmp_path / "edition.xml"
    path.write_bytes((TEI % "<text/>").encode())
    document = load_tei(path, source=tmp_path / "source.txt")
    assert document.file == path.as_posix()
    assert document.data == path.read_bytes()
    assert document.tree.getroot().tag == f"{{{TEI_NS}}}TEI"
    assert document.source == tmp_path / "source.txt"


@pytest.mark.parametrize("name", ["none.xml", "."])
def test_a_missing_file_and_a_folder_are_unreadable_input(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableInput, match="cannot read the file") as fault:
        load_tei(tmp_path / name)
    assert fault.value.exit_code == ExitCode.UNREADABLE


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("<TEI>\n<text>\n</TEI>", 3, "mismatch"),
        ("", 1, "empty"),
        ("plain text", 1, "expected"),
        ("<TEI>&eacute;</TEI>", 1, "eacute"),
        ("<TEI>\x00</TEI>", 1, ""),
        ("<TEI>\n" + "<p>" * 300, 2, "256 deep"),
    ],
)
def test_what_is_not_xml_is_a_finding_with_its_place(text: str, line: int, part: str) -> None:
    with pytest.raises(NotWellFormed) as fault:
        parse_tei(text.encode(), "x.xml")
    assert (fault.value.rule, fault.value.line, fault.value.file) == ("XS001", line, "x.xml")
    assert fault.value.exit_code == ExitCode.FINDINGS
    assert part in fault.value.message
    assert ", line " not in fault.value.message


def test_a_repeated_id_does_not_make_a_file_unreadable() -> None:
    assert parse_tei(b'<a><b xml:id="i"/><b xml:id="i"/></a>', "x.xml").tree.getroot().tag == "a"


def test_no_external_entity_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    text = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'
    document = parse_tei(text.encode(), "x.xml")
    assert "secret" not in "".join(document.tree.getroot().itertext(etree.Element))


@pytest.mark.parametrize("body", ["<a>&e12;</a>", '<a b="&e12;"/>'])
def test_entities_that_multiply_are_refused(body: str) -> None:
    entities = '<!ENTITY e0 "x">' + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    with pytest.raises(NotWellFormed, match="entities"):
        parse_tei(f"<!DOCTYPE a [{entities}]>{body}".encode(), "x.xml")


LONG = "x" * 10_100_000


@pytest.mark.parametrize("body", ["<a>{}</a>", "<a b='{}'/>", "<a><!--{}--></a>", "<a><?p {}?></a>"])
@pytest.mark.parametrize("start", ["", "\ufeff", "<?xml version='1.0'?>\n", "<?xml version='1.0' encoding='utf-8'?>"])
def test_a_text_may_be_longer_than_libxml2_likes(start: str, body: str) -> None:
    assert parse_tei((start + body.format(LONG)).encode(), "x.xml").tree.getroot().tag == "a"


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_long_text_is_not_read_where_entities_could_hide(encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?><a>{LONG}</a>"
    with pytest.raises(NotWellFormed, match="longer than 10 MB"):
        parse_tei(text.encode(encoding), "x.xml")


def test_a_long_text_does_not_let_entities_multiply() -> None:
    entities = '<!ENTITY e0 "x">' + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    with pytest.raises(NotWellFormed, match="longer than 10 MB"):
        parse_tei(f"<!DOCTYPE a [{entities}]><a>{LONG}<b c='&e12;'/></a>".encode(), "x.xml")


def test_a_file_larger_than_allowed_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.truncate(500_000_000)  # takes no room on the disk
    with pytest.raises(UnreadableInput, match="500 MB, and more than 64 MB are not read"):
        load_tei(path)
    path.write_bytes(b"<a>" + b"x" * 1_500_000 + b"</a>")
    monkeypatch.setenv("TEI_ENCODER_MAX_MB", "1")
    with pytest.raises(UnreadableInput, match="more than 1 MB"):
        load_tei(path)
    monkeypatch.setenv("TEI_ENCODER_MAX_MB", "2")
    assert load_tei(path).tree.getroot().tag == "a"


def test_a_document_type_declaration_is_a_warning_of_every_validation() -> None:
    document = parse_tei(b'<?xml version="1.0"?>\n<!DOCTYPE TEI SYSTEM "tei.dtd">\n<TEI/>', "x.xml")
    (finding,) = validate([document], checks=[])
    assert (finding.rule.id, finding.location.line) == ("XS006", 2)
    assert list(check_doctype(parse_tei(b"<TEI/>", "x.xml"))) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_places_are_lines_and_columns_in_characters(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n' + TEI % '\n  <text><p>äé<hi xml:id="h">ü</hi></p>\n</text>'
    document = parse_tei(text.encode(encoding), "x.xml")
    hi = document.tree.getroot()[0][0][0]
    place = Places(document).of(hi)
    assert (place.line, place.column, place.xpath, place.xml_id) == (3, 14, "/TEI/text/p/hi", "h")
    behind = Places(document).after(hi)
    assert (behind.line, behind.column, behind.xpath) == (3, 14 + len('<hi xml:id="h">ü'), "/TEI/text/p")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_an_attribute_is_found_in_its_tag(encoding: str) -> None:
    tag = """<hi a = 'ä > b="no"'\n\n  xmlns:x="urn:x" b="é"\n x:b="1" xml:lang\n="en"/>"""
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<TEI xmlns="{TEI_NS}"><p>ä{tag}</p></TEI>'
    document = parse_tei(text.encode(encoding), "x.xml")
    hi = document.tree.getroot()[0][0]
    places = [Places(document).of(hi, name) for name in ("a", "b", "{urn:x}b", f"{{{XML_NS}}}lang")]
    begin = len(f'<TEI xmlns="{TEI_NS}"><p>ä') + 1
    assert [(place.line, place.column) for place in places] == [(2, begin + 4), (4, 19), (5, 2), (5, 10)]
    assert [place.xpath for place in places] == [f"/TEI/p/hi/@{name}" for name in ("a", "b", "*:b", "xml:lang")]


@pytest.mark.parametrize("start", ['<?xml version="1.0" encoding="gb18030"?>', "<!DOCTYPE TEI>"])
def test_where_columns_cannot_be_known_the_line_still_is(start: str) -> None:
    document = parse_tei(f"{start}\n<TEI>\n<text/>\n</TEI>".encode("gb18030"), "x.xml")
    place = Places(document).of(document.tree.getroot()[0])
    assert (place.line, place.column) == (3, 0)


def test_an_xpath_is_numbered_where_there_are_namesakes() -> None:
    text = TEI % '<p/><div><p/><!-- a remark --><p/></div><m:math xmlns:m="urn:m"/>'
    document = parse_tei(text.encode(), "x.xml")
    places = Places(document)
    assert [places.of(element).xpath for element in document.tree.getroot().iter(etree.Element)] == [
        "/TEI",
        "/TEI/p",
        "/TEI/div",
        "/TEI/div/p[1]",
        "/TEI/div/p[2]",
        "/TEI/*:math",
    ]
