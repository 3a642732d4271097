"""The seams: what a reader, a validator and a publisher must offer, and how others add theirs.

Built-in ones stand in a literal table in the `__init__` of their folder. Others come from entry points of the groups
`tei.readers`, `tei.languages`, `tei.validators` and `tei.publishers`, looked up on first use, never at import.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from lxml import etree

    from tei.diagnostics import Diagnostic, Report
    from tei.model.source import Decoded, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TeiFile:
    """A TEI document to check: its name for messages, its bytes, their tree, and the source it was made from.

    `source` is None where no source file is known; then what compares with the source is not checked. `fine` are the
    names of checks of which another one saw on its way that they find nothing.
    """

    file: str
    data: bytes
    tree: "etree._ElementTree"
    source: Path | None = None
    fine: set[str] = field(default_factory=set, compare=False)


class Reader(Protocol):
    """Turns the decoded text of one source format into a `Source`."""

    @property
    def name(self) -> str:
        """Its key in the table."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file suffixes it is for, with the dot, in lower case."""

    def read(self, decoded: "Decoded", *, report: "Report") -> "Source":
        """The layout and metadata of `decoded`; what is wrong with it goes to `report`."""


class Validator(Protocol):
    """Checks one TEI document."""

    @property
    def name(self) -> str:
        """Its key in the table."""

    def check(self, document: TeiFile) -> Iterator["Diagnostic"]:
        """The findings, in document order."""


class Publisher(Protocol):
    """Writes editions in one form."""

    @property
    def name(self) -> str:
        """Its key in the table."""

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes each of `files` (by stem) below `destination`, atomically; the paths written."""


class Registry(Generic[T]):
    """A named table: built-in entries, and those that installed packages add by entry point."""

    def __init__(self, group: str, builtin: Mapping[str, Callable[[], T]]) -> None:
        self._group = group
        self._builtin = builtin

    def names(self) -> tuple[str, ...]:
        """All names, built-in first, then those of entry points in alphabetical order."""
        return (*self._builtin, *sorted(set(self._added()) - set(self._builtin)))

    def are_builtin(self) -> bool:
        """Whether no installed package adds an entry."""
        return not self._added()

    def get(self, name: str) -> T:
        """The entry called `name`; KeyError when there is none. A built-in name cannot be taken over."""
        if name in self._builtin:
            return self._builtin[name]()
        return cast(T, self._added()[name].load()())

    def _added(self) -> dict[str, "_Loadable"]:
        if not _declares(self._group):
            return {}
        from importlib.metadata import entry_points

        return {point.name: cast("_Loadable", point) for point in entry_points(group=self._group)}


@cache
def _declares(group: str) -> bool:
    """Whether a package on the path may have entry points of `group`.

    A look at their files takes 2 ms; importlib.metadata needs 20 to load, which every start would pay.
    """
    for folder in map(Path, sys.path):
        if folder.is_file():  # an archive, which importlib.metadata can look into
            return True
        for declared in (*folder.glob("*.dist-info/entry_points.txt"), *folder.glob("*.egg-info/entry_points.txt")):
            if f"[{group}]".encode() in declared.read_bytes().replace(b" ", b""):
                return True
    return False


class _Loadable(Protocol):
    name: str

    def load(self) -> Callable[[], object]: ...
