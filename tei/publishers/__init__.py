"""Publishers: each writes editions in one form. The table is `PUBLISHERS`; others come by entry point."""

from collections.abc import Mapping
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


def _site() -> Publisher:
    from tei.publishers.site import SitePublisher  # its templates take a while to load

    return SitePublisher()


PUBLISHERS: Registry[Publisher] = Registry("tei.publishers", {"tei": TeiPublisher, "site": _site})
