"""The plainest forms of `tei validate` and `tei convert`, run without the library that reads command lines.

That takes as long to load as a short document to convert. Whatever has other options than these goes the usual way
(`tei.cli.app`), which gives the same for these too.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

# The flags of each command that are read here, and its options with a value.
_FORMS = {
    "validate": (("--no-rules",), ("--schema", "--jobs")),
    "convert": (("--force",), ("--out", "--jobs")),
}


@dataclass(slots=True)
class Plain:
    """What is asked of a command: its arguments, its flags, and each value of its options."""

    command: str
    arguments: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)

    @property
    def jobs(self) -> int:
        """What `--jobs` says last; 0 where it is not there."""
        return int(self.values.get("--jobs", ["0"])[-1])


def plain(arguments: Sequence[str]) -> Plain | None:
    """What a command line asks for, when it is in this form; else None."""
    if not arguments or arguments[0] not in _FORMS:
        return None
    asked = Plain(arguments[0])
    flags, options = _FORMS[asked.command]
    rest = iter(arguments[1:])
    for argument in rest:
        name, equals, value = argument.partition("=") if argument.startswith("--") else (argument, "", "")
        name = "--jobs" if name == "-j" else name
        if argument in flags:
            asked.flags.append(argument)
        elif not argument.startswith("-"):
            asked.arguments.append(argument)
        elif name in options and _is_plain(name, value := value if equals else next(rest, "")):
            asked.values.setdefault(name, []).append(value)
        else:
            return None
    return asked if asked.arguments else None


def _is_plain(option: str, value: str) -> bool:
    number = option == "--jobs"
    return bool(value) and not value.startswith("-") and (not number or (value.isascii() and value.isdecimal()))


def run(asked: Plain) -> None:
    """Does what is asked; exits with the code of the run."""
    from tei.cli import console

    console.prepare()
    try:
        sys.exit(_validated(asked) if asked.command == "validate" else _converted(asked))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:
        from tei.batch.faults import diagnose

        found, code = diagnose(fault, "tei")
        console.findings([found])
        sys.exit(code)


def _validated(asked: Plain) -> int:
    from tei.batch.checked import check_files
    from tei.cli import console
    from tei.reporting.as_text import as_text

    schemas, rules = asked.values.get("--schema", []), "--no-rules" not in asked.flags
    checked = check_files(asked.arguments, schemas=schemas, rules=rules, jobs=asked.jobs)
    console.product(as_text(checked.reports, console.page()))
    return checked.exit_code


def _converted(asked: Plain) -> int:
    from tei.cli import converting

    out = asked.values.get("--out", [""])[-1]
    return converting.run(asked.arguments, out=out, jobs=asked.jobs, force="--force" in asked.flags)
