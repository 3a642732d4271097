"""Publishers: each writes editions in one form. The table is `PUBLISHERS`; others come by entry point."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from tei.atomic import write_atomically
from tei.plugins import Publisher, Registry, TeiFile


class TeiPublisher:
    """Writes each edition as TEI XML, `<stem>.xml`: the bytes that were checked, unchanged."""

    name = "tei"

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes each of `files` (by stem) into `destination`, atomically; the paths written."""
        written = []
        for stem, file in files.items():
            path = destination / f"{stem}.xml"
            write_atomically(path, file.data)
            written.append(path)
        return tuple(written)


def _made(module: str, maker: str) -> Callable[[], Publisher]:
    """What makes a publisher: its module is imported when it is first asked for, since few runs need more than one."""

    def make() -> Publisher:
        home = import_module(f"tei.publishers.{module}")
        made: Publisher = getattr(home, maker)()
        return made

    return make


PUBLISHERS: Registry[Publisher] = Registry(
    "tei.publishers",
    {
        "tei": TeiPublisher,
        "site": _made("site", "SitePublisher"),
        "tmx": _made("alignments", "tmx"),
        "xces": _made("alignments", "xces"),
        "tsv": _made("alignments", "tsv"),
        "alignment": _made("alignments", "alignment"),
        "text": _made("texts", "TextExporter"),
        "markdown": _made("texts", "MarkdownExporter"),
        "epub": _made("epub", "EpubExporter"),
        "csv": _made("tables", "CsvExporter"),
        "json": _made("tables", "JsonExporter"),
        "dts": _made("dts", "DtsExporter"),
        "glossary": _made("glossary", "GlossaryExporter"),
    },
)
