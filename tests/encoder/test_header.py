"""The header says what is known, leaves out what is not, and its prose is true of the document."""

from dataclasses import replace

import pytest
from babel import Locale
from encoder_sample import SETTINGS, bilingual
from lxml import etree

from tei.diagnostics import Report
from tei.encoder import encode
from tei.encoder.header import language_name
from tei.languages import packs
from tei.model.document import Block, Edition, Role, Version
from tei.model.header import Header, HeaderSettings, PrintedOriginal
from tei.model.inline import Text
from tei.model.source import Decoded, LedgerEntry, LedgerKind, Source
from tei.model.span import Span
from tei.names import TEI_NS

NS = {"t": TEI_NS}
UNKNOWN = Header()
NO_SETTINGS = HeaderSettings()


def small(text: str, *, ledger: tuple[LedgerEntry, ...] = (), header: Header = UNKNOWN) -> Edition:
    decoded = Decoded("x.txt", text, "GB18030", "CRLF", "0" * 64, len(text))
    block = Block(Role.P, (Text("end", Span("x.txt", len(text) - 3, len(text))),), Span("x.txt", 0, 3), "en.p1")
    version = Version("en", "en", "", (block,))
    return Edition("x", Source(decoded, "transcription", ()), header, (version,), ledger=ledger)


def header_of(edition: Edition, settings: HeaderSettings = NO_SETTINGS) -> etree._Element:
    return encode(edition, settings, report=Report()).find("t:teiHeader", NS)


def values(header: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in header.iterfind(path, NS)]


def test_nothing_is_invented():
    header = header_of(small("end"))
    absent = (
        "author",
        "pubPlace",
        "seriesStmt",
        "creation",
        "textClass",
        "licence",
        "publicationStmt/t:date",
        "biblScope",
    )
    assert [name for name in absent if header.find(f".//t:{name}", NS) is not None] == []
    assert values(header, ".//t:titleStmt/t:title") == ["[untitled]"]
    assert values(header, ".//t:publisher") == ["unpublished"]
    assert values(header, ".//t:publicationStmt/t:idno") == ["x"]
    assert len(header.findall(".//t:bibl", NS)) == 1


def test_unknown_licence_says_how_to_state_one():
    availability = header_of(small("end")).find(".//t:availability", NS)
    assert availability.get("status") == "unknown"
    assert "tei.toml" in availability.findtext("t:p", namespaces=NS)


def test_terms_of_use_may_be_prose():
    availability = header_of(small("end"), HeaderSettings(availability="For research.")).find(".//t:availability", NS)
    assert availability.get("status") is None
    assert [etree.QName(child).localname for child in availability] == ["p"]


def test_languages_come_from_the_versions_when_they_were_not_measured():
    languages = header_of(small("end")).findall(".//t:language", NS)
    assert [(language.get("ident"), language.get("usage"), language.text) for language in languages] == [
        ("en", None, "English")
    ]


def test_prose_counts_only_what_is_there():
    header = header_of(small("end"))
    assert "Nothing was corrected." in values(header, ".//t:correction/t:p")[0]
    assert values(header, ".//t:normalization/t:p") == ["Runs of white space are written as one space."]
    assert values(header, ".//t:interpretation/t:p") == ["No names or dates were marked."]


def test_authors_are_named():
    assert values(header_of(small("end", header=Header(authors=("A", "B")))), ".//t:author") == ["A", "B"]


def test_printed_original_without_page_is_no_newspaper():
    printed = PrintedOriginal(published="1958", published_text="in 1958")
    bibl = header_of(small("end", header=Header(printed=printed))).findall(".//t:bibl", NS)[1]
    assert bibl.get("type") is None
    assert bibl.find("t:date", NS).attrib == {"type": "published", "when": "1958"}
    assert bibl.findtext("t:date", namespaces=NS) == "in 1958"


def test_printed_original_has_journal_page_and_column():
    printed = PrintedOriginal(journal="人民日报", page="1", page_text="第1版", column="要闻")
    bibl = header_of(small("end", header=Header(printed=printed))).findall(".//t:bibl", NS)[1]
    assert bibl.get("type") == "newspaper"
    assert [(child.text, dict(child.attrib)) for child in bibl] == [
        ("人民日报", {"level": "j"}),
        ("第1版", {"unit": "page", "n": "1"}),
        ("要闻", {"unit": "column"}),
    ]


def test_ledger_is_in_source_order_without_outer_white_space():
    def entry(start: int, end: int, kind: LedgerKind) -> LedgerEntry:
        return LedgerEntry(Span("x.txt", start, end), kind)

    text = "  A: b\r\nC:　\r\n\r\n --- \r\nend"
    ledger = (entry(15, 22, LedgerKind.SEPARATOR), entry(0, 13, LedgerKind.METADATA), entry(13, 15, LedgerKind.MARKUP))
    notes = header_of(small(text, ledger=ledger)).findall(".//t:bibl/t:note", NS)
    assert [(note.get("type"), note.get("n"), note.text) for note in notes] == [
        ("source-encoding", None, "GB18030, CRLF"),
        ("source-metadata", "2-10", "A: b\nC:"),
        ("source-separator", "16-19", "---"),
    ]
    assert text[2:10] == "A: b\r\nC:"
    assert text[16:19] == "---"


def test_characters_and_paragraphs_are_those_received():
    edition = bilingual()
    measures = header_of(edition, SETTINGS).findall(".//t:measure", NS)
    assert [int(measure.get("quantity")) for measure in measures] == [4, 173, 4, 73]  # counted by hand
    received = len("".join(edition.source.decoded.text.split()))
    ledger = len("".join("Title:Author:Date:1958-08-04Page:1****<hr/>###联合照会".split()))
    assert received - ledger == 173 + 73


def test_encoding_date_is_the_settings():
    header = header_of(small("end"), replace(SETTINGS, date="2020-02-29"))
    assert {element.get("when") for element in header.iter() if element.get("when")} == {"2020-02-29"}


@pytest.mark.parametrize(
    ("tag", "name"),
    [("zh-Hans", "Chinese (Simplified)"), ("sr-Latn", "Serbian (Latin)"), ("grc", "Ancient Greek"), ("qqq", "qqq")],
)
def test_language_has_its_english_name(tag: str, name: str):
    assert language_name(tag) == name


@pytest.mark.parametrize("tag", [*(pack.code for pack in packs()), "zh-Hans", "zh-Hant"])
def test_names_that_are_known_are_those_of_the_cldr(tag: str):
    assert language_name(tag) == Locale.parse(tag, sep="-").get_display_name("en")
