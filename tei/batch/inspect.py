"""One source as it is read, for a look before it is encoded."""

from pathlib import Path

from tei.batch.settings import settings_for
from tei.diagnostics import Report
from tei.model.document import Edition


def inspect_file(source: Path, *, config: Path | None = None, encoding: str = "") -> tuple[Edition, Report]:
    """The edition as recognised, before alignment and encoding, and what was found; TeiError when it cannot be read."""
    from tei.pipeline import recognise_file

    report = Report()
    settings = settings_for(source.parent, config)
    return recognise_file(source, settings, report=report, encoding=encoding), report
