"""What stops a run: one exception class for each exit code. Findings about a text are `Diagnostic`s, not exceptions."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit status of the `tei` command."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    CANNOT_WRITE = 4
    MISSING_DEPENDENCY = 5
    BUG = 70


class TeiError(Exception):
    """A fault that stops work on a file or a run.

    `message` says what is wrong in one sentence, `help` what to do next, `file` (with `line` and `column`, 1-based,
    0 when unknown) where; `rule` is the id of the rule that the fault is reported under.
    """

    exit_code = ExitCode.BUG
    rule = ""

    def __init__(
        self, message: str, *, help: str = "", file: str = "", line: int = 0, column: int = 0, rule: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.file = file
        self.line = line
        self.column = column
        if rule:
            self.rule = rule


class UsageError(TeiError):
    """The command, its options or the collection's settings are wrong."""

    exit_code = ExitCode.USAGE
    rule = "CF001"


class UnreadableInput(TeiError):
    """A source or an edition cannot be read."""

    exit_code = ExitCode.UNREADABLE
    rule = "RD001"


class CannotWrite(TeiError):
    """An output file or folder cannot be written."""

    exit_code = ExitCode.CANNOT_WRITE
    rule = "PB001"


class MissingDependency(TeiError):
    """An optional package or an external schema is not there."""

    exit_code = ExitCode.MISSING_DEPENDENCY
    rule = "XS005"


class Bug(TeiError):
    """A state that our own code should have made impossible."""

    exit_code = ExitCode.BUG
