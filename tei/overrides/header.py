"""What an editor says in the header: titles, author, date, printed original."""

from dataclasses import replace

from tei.model.document import Edition
from tei.model.header import Creation, Header, PrintedOriginal, Title
from tei.overrides.sidecar import Sidecar


def decided_header(edition: Edition, sidecar: Sidecar) -> Header:
    """The header of the edition with what the sidecar gives in place of what was read."""
    said, header = sidecar.metadata, edition.header
    return replace(
        header,
        titles=_titles(edition, sidecar),
        authors=said.get("author", header.authors),
        genre=said.get("genre", header.genre),
        printed=_printed(header.printed, sidecar),
        creation=_creation(header.creation, sidecar),
    )


def _titles(edition: Edition, sidecar: Sidecar) -> tuple[Title, ...]:
    titles = list(edition.header.titles)
    for language, text in sidecar.titles.items():
        tag = next((v.lang for v in edition.versions if language in (v.id, v.lang)), language)
        titles = [title for title in titles if title.lang != tag] + [Title(text, tag)]
    order = {version.lang: number for number, version in enumerate(edition.versions)}
    return tuple(sorted(titles, key=lambda title: order.get(title.lang, len(order))))


def _printed(printed: PrintedOriginal, sidecar: Sidecar) -> PrintedOriginal:
    said = {key: sidecar.metadata[key] for key in ("journal", "published", "page", "column") if key in sidecar.metadata}
    texts = {f"{key}_text": said[key] for key in ("published", "page") if key in said}
    return replace(printed, **said, **texts)


def _creation(creation: Creation, sidecar: Sidecar) -> Creation:
    when, place = sidecar.metadata.get("date", ""), sidecar.metadata.get("place", "")
    if when:
        text = creation.date_text if when == creation.when else when
        creation = replace(creation, when=when, date_text=text, type="signed", certainty=1.0, reason="the editor")
    return replace(creation, place=place, place_ref="", place_lang="") if place else creation
