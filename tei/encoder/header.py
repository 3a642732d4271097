"""`teiHeader`: what the source and the collection's settings say of an edition, and what was counted in its text.

Nothing is invented: a field that nobody gave is left out, or is TEI's explicit “unknown” where TEI asks for one.
The prose is about this document: it is worded from the elements that the encoded text holds.
"""

from functools import cache

from lxml import etree

from tei.encoder.editorial import counted, encode_encoding_desc
from tei.encoder.elements import add, cert, resp
from tei.encoder.links import ALIGNER
from tei.encoder.source_desc import encode_source_desc
from tei.languages import packs
from tei.model.document import Edition
from tei.model.header import Creation, Header, HeaderSettings
from tei.model.white_space import ink
from tei.names import XML_LANG, tei

_HEADER_LANG = "en"
_UNTITLED = "[untitled]"
_NO_LICENCE = "No licence is stated in the source; set `licence` in tei.toml to state one."


def encode_tei_header(
    parent: etree._Element, edition: Edition, settings: HeaderSettings, text: etree._Element
) -> etree._Element:
    """`teiHeader`. `text` is the encoded text, whose paragraphs, characters and repairs are counted."""
    header = add(parent, "teiHeader", xml_lang=_HEADER_LANG)
    file_desc = add(header, "fileDesc")
    _encode_title_stmt(file_desc, edition, settings)
    _encode_extent(file_desc, text)
    _encode_publication_stmt(file_desc, edition, settings)
    if settings.series:
        add(add(file_desc, "seriesStmt"), "title", settings.series)
    encode_source_desc(file_desc, edition)
    encode_encoding_desc(header, edition, settings, text)
    _encode_profile_desc(header, edition)
    change = add(add(header, "revisionDesc"), "change", when=settings.date, who="#encoder")
    change.text = "Encoded from the transcription."
    return header


def language_name(tag: str) -> str:
    """The English name of a BCP 47 language tag, such as “Chinese (Simplified)”; the tag itself where CLDR has none."""
    if tag in _names():
        return _names()[tag]
    from babel import Locale, UnknownLocaleError  # here: it takes 20 ms to read what the CLDR has of English

    try:
        return str(Locale.parse(tag, sep="-").get_display_name("en") or tag)
    except (UnknownLocaleError, ValueError):
        return str(Locale("en").languages.get(tag.partition("-")[0], tag))


@cache
def _names() -> dict[str, str]:
    """The names of the languages that are known best, as the CLDR has them."""
    han = {"zh-Hans": "Chinese (Simplified)", "zh-Hant": "Chinese (Traditional)"}
    return {pack.code: pack.name for pack in packs()} | han


def _encode_title_stmt(parent: etree._Element, edition: Edition, settings: HeaderSettings) -> None:
    title_stmt = add(parent, "titleStmt")
    header = edition.header
    for title in header.titles:
        add(title_stmt, "title", title.text, type="main", xml_lang=title.lang)
    if not header.titles:  # TEI asks for a title; brackets say that the source has none
        add(title_stmt, "title", _UNTITLED, type="main")
    for author in header.authors:
        add(title_stmt, "author", author)
    encoder = add(title_stmt, "respStmt", xml_id="encoder")
    add(encoder, "resp", "automatic encoding")
    add(encoder, "name", "tei-encoder", type="software")
    if edition.alignments:
        aligner = add(title_stmt, "respStmt", xml_id=ALIGNER)
        add(aligner, "resp", "automatic alignment of the versions")
        add(aligner, "name", "tei-encoder", type="software")
    for person in settings.people:
        statement = add(title_stmt, "respStmt", xml_id=person.id)
        add(statement, "resp", person.resp)
        add(statement, "persName", person.name)


def _encode_extent(parent: etree._Element, text: etree._Element) -> None:
    extent = add(parent, "extent")
    for version in _versions(text):
        name = language_name(version.get(XML_LANG, ""))
        for unit, quantity in (("paragraph", _paragraphs(version)), ("character", _characters(version))):
            add(extent, "measure", f"{counted(quantity, unit)} in {name}", unit=unit, quantity=str(quantity))


def _encode_publication_stmt(parent: etree._Element, edition: Edition, settings: HeaderSettings) -> None:
    statement = add(parent, "publicationStmt")
    add(statement, "publisher", settings.publisher or "unpublished")
    if settings.pub_place:
        add(statement, "pubPlace", settings.pub_place)
    add(statement, "idno", f"{settings.idno_prefix}{edition.id}")
    _encode_availability(statement, settings)
    if settings.date:
        add(statement, "date", settings.date, when=settings.date)


def _encode_availability(parent: etree._Element, settings: HeaderSettings) -> None:
    licence = settings.licence_text or settings.licence
    known = licence or settings.availability
    availability = add(parent, "availability", status="" if known else "unknown")
    if licence:
        add(availability, "licence", licence, target=settings.licence)
    if settings.availability or not known:
        add(availability, "p", settings.availability or _NO_LICENCE)


def _encode_profile_desc(parent: etree._Element, edition: Edition) -> None:
    header = edition.header
    profile_desc = add(parent, "profileDesc")
    _encode_creation(profile_desc, header.creation)
    lang_usage = add(profile_desc, "langUsage")
    usage = dict(header.usage) or dict.fromkeys(version.lang for version in edition.versions)
    for tag, percentage in usage.items():
        measured = "" if percentage is None else str(percentage)
        add(lang_usage, "language", language_name(tag), ident=tag, usage=measured)
    _encode_corresp_desc(profile_desc, header)
    if header.genre:
        add(add(add(profile_desc, "textClass"), "keywords"), "term", header.genre, type="genre")


def _encode_creation(parent: etree._Element, creation: Creation) -> None:
    if not (creation.when or creation.place):
        return
    element = add(parent, "creation")
    lang = creation.place_lang if creation.place_lang != _HEADER_LANG else ""
    if creation.when:
        date_lang = lang if creation.date_text else ""
        text = creation.date_text or creation.when
        doubt = cert(creation.certainty)
        date = add(element, "date", text, type=creation.type, when=creation.when, cert=doubt, resp=resp(doubt))
        if date_lang:
            date.set(XML_LANG, date_lang)
        date.tail = " " if creation.place else None
    if creation.place:
        ref = f"#{creation.place_ref}" if creation.place_ref else ""
        add(element, "placeName", creation.place, ref=ref, xml_lang=lang)


def _encode_corresp_desc(parent: etree._Element, header: Header) -> None:
    """`correspDesc`: sender with place and date of sending, and recipient. Nothing where both are unknown."""
    if not header.correspondents:
        return
    desc = add(parent, "correspDesc")
    actions: dict[str, etree._Element] = {}
    for person in header.correspondents:
        if person.kind not in actions:
            actions[person.kind] = add(desc, "correspAction", type=person.kind)
        action = actions[person.kind]
        doubt = cert(person.certainty)
        lang = person.lang if person.lang != _HEADER_LANG else ""
        for tag, text in person.parts:
            name = "roleName" if tag == "rank" else tag
            ref = f"#{person.ref}" if person.ref and tag == "persName" else ""
            kind = "honorific" if tag == "rank" else ""
            add(action, name, text, type=kind, ref=ref, xml_lang=lang, cert=doubt, resp=resp(doubt))
    if "sent" in actions:
        _encode_sending(actions["sent"], header.creation)


def _encode_sending(action: etree._Element, creation: Creation) -> None:
    if creation.place:
        lang = creation.place_lang if creation.place_lang != _HEADER_LANG else ""
        ref = f"#{creation.place_ref}" if creation.place_ref else ""
        add(action, "placeName", creation.place, ref=ref, xml_lang=lang)
    if creation.when:
        doubt = cert(creation.certainty)
        add(action, "date", creation.when, when=creation.when, cert=doubt, resp=resp(doubt))


def _versions(text: etree._Element) -> list[etree._Element]:
    return [div for div in text.iter(tei("div")) if div.get("type") == "version"]


def _paragraphs(version: etree._Element) -> int:
    """The elements `p`; those of a postscript are counted, items of a list are not."""
    return sum(1 for _ in version.iter(tei("p")))


def _characters(version: etree._Element) -> int:
    """Characters as received, white space apart: what `corr` and `reg` propose is not counted."""
    return _ink(version) - sum(map(_ink, version.iter(tei("corr"), tei("reg"))))


def _ink(element: etree._Element) -> int:
    return len(ink("".join(map(str, element.itertext()))))
