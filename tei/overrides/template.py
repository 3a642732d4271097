"""A sidecar to begin with: what the program is not sure of, each as an entry to uncomment."""

import json
from collections.abc import Iterator

from tei.diagnostics import Diagnostic, Report
from tei.model.document import Block, Edition
from tei.overrides.sidecar import KINDS, PAGE

_SURE = 0.8  # what is less certain is asked about
_LONGEST = 60  # characters of a quotation
_ENTRIES = {"ST002": ("join", "joined = false"), "AN002": ("reading", "keep = true"), "AN004": ("date", 'when = "…"')}


def template(edition: Edition, report: Report) -> str:
    """The text of a sidecar for `edition`, all of it in comments but the titles and the roles as they were read."""
    return "\n".join(_lines(edition, report)) + "\n"


def _lines(edition: Edition, report: Report) -> Iterator[str]:
    yield f"# What the editor decides about this source: uncomment and correct. Every key is explained in {PAGE}."
    yield "# A decision that no longer fits the source is an error."
    yield from ("", '# by = "kim"              # who decided: the id of one of [[people]], here or in tei.toml')
    yield from ("# [[people]]", '# id = "kim"', '# name = "Kim Editor"', '# resp = "edition"', "")
    yield "# [titles]"
    yield from (f"# {_key(title.lang)} = {_quoted(title.text)}" for title in edition.header.titles)
    for version in edition.versions:
        yield from ("", "# [[version]]", f"# found = {_quoted(version.id)}", f'# language = "{version.id}"')
        yield f'# role = "{version.role or "original"}"' + (
            "" if version.role else "   # not said: original or translation?"
        )
    for version in edition.versions:
        for block in version.blocks():
            if block.certainty < _SURE and block.role.value in KINDS:
                yield from _about(block, edition)
    for found in report:
        if found.rule.id in _ENTRIES:
            yield from _asked(found)


def _about(block: Block, edition: Edition) -> Iterator[str]:
    line, _ = edition.source.decoded.lines.position(block.span.start)
    yield from ("", f"# {block.certainty:.0%} sure: {block.reason}", "# [[block]]", f"# line = {line}")
    first = edition.source.decoded.text[block.span.start : block.span.end].splitlines()[0]
    if len(first) <= _LONGEST:
        yield f"# text = {_quoted(first)}"
    yield f'# kind = "{block.role.value}"   # or {", ".join(kind for kind in KINDS if kind != block.role.value)}'


def _asked(found: Diagnostic) -> Iterator[str]:
    table, answer = _ENTRIES[found.rule.id]
    yield from ("", f"# {found.rule.id}: {found.message}", f"# [[{table}]]", f"# line = {found.location.line}")
    yield from ('# text = "…"', f"# {answer}")


def _quoted(text: str) -> str:
    """A basic string of TOML, which JSON's are too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isascii() else _quoted(name)
