"""A baseline: the findings that a collection is known to have, so that a check fails on new ones only.

What a finding is known by does not depend on lines (see `tei.reporting.identity`). Notes are never in a baseline: they
say that something was not checked.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tei.diagnostics import Diagnostic, Severity
from tei.errors import ExitCode, UsageError
from tei.reporting.files import FileReport
from tei.reporting.identity import Identity, identity
from tei.reporting.paths import from_folder

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """Reports without what was known, how many findings that took away, and what is known but was not found again."""

    files: tuple[FileReport, ...]
    known: int
    fixed: tuple[Identity, ...]


def compare(files: Sequence[FileReport], known: Counter[Identity], folder: Path) -> Compared:
    """What is new in `files`, with a baseline whose file is in `folder`."""
    left = Counter(known)
    compared = tuple(_without_known(file, left, folder) for file in files)
    whole = {from_folder(file.file, folder) for file in files if file.fault is ExitCode.OK}
    fixed = tuple(sorted(entry for entry in left.elements() if entry.file in whole))
    return Compared(compared, known.total() - left.total(), fixed)


def _without_known(file: FileReport, left: Counter[Identity], folder: Path) -> FileReport:
    """The report without the findings that are in `left`, from which they are taken."""
    new = []
    for finding in file.findings:
        entry = identity(finding, folder)
        if left[entry] and _can_be_known(finding):
            left[entry] -= 1
        else:
            new.append(finding)
    # Known to be not well-formed is a known finding like others; what could not be read stays a fault.
    fault = ExitCode.OK if file.fault is ExitCode.FINDINGS and not new else file.fault
    return replace(file.with_only(new), fault=fault)


def baseline_text(files: Iterable[FileReport], folder: Path) -> str:
    """The baseline of what was found, as JSON that stays the same as long as the findings do."""
    found = Counter(identity(finding, folder) for file in files for finding in file.findings if _can_be_known(finding))
    entries = [{**entry._asdict(), "count": found[entry]} for entry in sorted(found)]
    return json.dumps({"version": _VERSION, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> Counter[Identity]:
    """The findings that a baseline holds, with their numbers; UsageError when the file is not one."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != _VERSION:
            raise ValueError
        return Counter(dict(_entries(document["findings"])))
    except FileNotFoundError as error:
        remedy = "Check the name after --baseline, or make the file with --write-baseline."
        raise UsageError("there is no such baseline", help=remedy, file=str(path)) from error
    except OSError as error:
        message = f"the baseline cannot be read: {error.strerror}"
        raise UsageError(message, help="Check the name after --baseline.", file=str(path)) from error
    except (ValueError, KeyError, TypeError) as error:
        remedy = "Write it anew with --write-baseline."
        raise UsageError("this is not a baseline of tei validate", help=remedy, file=str(path)) from error


def _entries(entries: Iterable[dict[str, object]]) -> Iterator[tuple[Identity, int]]:
    for entry in entries:
        count = entry["count"]
        if not isinstance(count, int) or count < 1:
            raise ValueError
        yield Identity(**{column: str(entry[column]) for column in Identity._fields}), count


def _can_be_known(finding: Diagnostic) -> bool:
    return finding.severity is not Severity.INFO
