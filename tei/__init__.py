"""From source transcriptions to valid, linked, publishable TEI P5 editions.

The steps of the pipeline, one function each, values in and new values out::

    import tei
    from pathlib import Path

    report = tei.Report()
    source = tei.read(Path("treaty.txt"), report=report)
    edition = tei.recognise(source, edition_id="treaty", report=report)
    edition = tei.annotate(edition, report=report)
    edition = tei.align(edition, report=report)
    edition = tei.identify(edition, report=report)
    xml = tei.serialize(tei.encode(edition, tei.HeaderSettings(date="2026-11-21"), report=report))

or all of them: ``tei.build(Path("treaty.txt"), tei.load_config(None), report=report).xml``. Nothing is printed and
nothing is kept between calls; findings are in ``report``. What cannot be read at all raises a ``TeiError``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tei.version import VERSION

__version__ = VERSION

if TYPE_CHECKING:
    from tei.alignment import align_edition as align
    from tei.annotation import annotate, identify
    from tei.config import CollectionConfig, load_config
    from tei.diagnostics import Diagnostic, Location, Report, Rule, Severity
    from tei.encoder import encode, serialize
    from tei.errors import ExitCode, TeiError
    from tei.model.document import Edition
    from tei.model.header import HeaderSettings
    from tei.model.source import Source
    from tei.pipeline import Built, build, build_bytes
    from tei.readers import read
    from tei.structure import recognise
    from tei.validators import validate

# Where each public name lives: it is imported on first use, so that `tei --help` loads none of it.
_HOMES = {
    "Built": "tei.pipeline",
    "CollectionConfig": "tei.config",
    "Diagnostic": "tei.diagnostics",
    "Edition": "tei.model.document",
    "ExitCode": "tei.errors",
    "HeaderSettings": "tei.model.header",
    "Location": "tei.diagnostics",
    "Report": "tei.diagnostics",
    "Rule": "tei.diagnostics",
    "Severity": "tei.diagnostics",
    "Source": "tei.model.source",
    "TeiError": "tei.errors",
    "align": "tei.alignment:align_edition",
    "annotate": "tei.annotation",
    "build": "tei.pipeline",
    "build_bytes": "tei.pipeline",
    "encode": "tei.encoder",
    "identify": "tei.annotation",
    "load_config": "tei.config",
    "read": "tei.readers",
    "recognise": "tei.structure",
    "serialize": "tei.encoder",
    "validate": "tei.validators",
}

__all__ = [
    "Built",
    "CollectionConfig",
    "Diagnostic",
    "Edition",
    "ExitCode",
    "HeaderSettings",
    "Location",
    "Report",
    "Rule",
    "Severity",
    "Source",
    "TeiError",
    "__version__",
    "align",
    "annotate",
    "build",
    "build_bytes",
    "encode",
    "identify",
    "load_config",
    "read",
    "recognise",
    "serialize",
    "validate",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, other = _HOMES[name].partition(":")
    return getattr(import_module(module), other or name)
