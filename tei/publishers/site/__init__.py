"""The website of a collection: parallel reading editions, indexes and search, as static files."""

from collections.abc import Mapping
from pathlib import Path

from tei.plugins import TeiFile
from tei.publishers.site.build import Published, build_site
from tei.publishers.site.pages import Item, Site

__all__ = ["Item", "Published", "Site", "SitePublisher", "build_site"]


class SitePublisher:
    """Writes a website of editions."""

    name = "site"

    def __init__(self, site: Site | None = None) -> None:
        self._site = site or Site()

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes the site of `files` (by stem) into `destination`, each file atomically; all its paths."""
        return build_site((Item(stem, file.data) for stem, file in files.items()), destination, self._site).files
