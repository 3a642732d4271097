"""The plainest form of `tei validate`, run without the library that reads command lines.

That takes longer to load than a document to check. Whatever has other options than these goes the usual way
(`tei.cli.app`), which gives the same for these too.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

_VALUES = ("--schema", "--jobs", "-j")


@dataclass(slots=True)
class Plain:
    """What `tei validate [--schema SCHEMA]... [--no-rules] [--jobs N] EDITION...` asks for."""

    editions: list[str] = field(default_factory=list)
    schemas: list[str] = field(default_factory=list)
    jobs: int = 0
    rules: bool = True


def plain(arguments: Sequence[str]) -> Plain | None:
    """What a command line asks for, when it is in this form; else None."""
    if arguments[:1] != ["validate"]:
        return None
    asked = Plain()
    rest = iter(arguments[1:])
    for argument in rest:
        name, equals, value = argument.partition("=") if argument.startswith("--") else (argument, "", "")
        if argument == "--no-rules":
            asked.rules = False
        elif not argument.startswith("-"):
            asked.editions.append(argument)
        elif name not in _VALUES or not _take(asked, name, value if equals else next(rest, "")):
            return None
    return asked if asked.editions else None


def _take(asked: Plain, name: str, value: str) -> bool:
    """Whether the value of an option is a plain one."""
    if not value or value.startswith("-"):
        return False
    if name == "--schema":
        asked.schemas.append(value)
    elif value.isascii() and value.isdecimal():
        asked.jobs = int(value)
    else:
        return False
    return True


def run(asked: Plain) -> None:
    """Checks and reports; exits with the code of the run."""
    from tei.cli import console

    console.prepare()
    try:
        sys.exit(_checked(asked))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:
        from tei.batch.faults import diagnose

        found, code = diagnose(fault, "tei")
        console.findings([found])
        sys.exit(code)


def _checked(asked: Plain) -> int:
    from tei.batch.checked import check_files
    from tei.cli import console
    from tei.reporting.as_text import as_text

    checked = check_files(asked.editions, schemas=asked.schemas, rules=asked.rules, jobs=asked.jobs)
    console.product(as_text(checked.reports, console.page()))
    return checked.exit_code
