"""TEI files as publishers take them: by the name of the file, each read on its own, so that one that fails stops no other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tei.batch.checked import SUFFIXES
from tei.batch.discovery import find_files
from tei.batch.faults import diagnose, worst
from tei.diagnostics import Diagnostic
from tei.errors import ExitCode, UnreadableInput
from tei.names import tei
from tei.plugins import TeiFile


@dataclass(slots=True)
class Faults:
    """What went wrong on the way, file by file, and the exit code that it gives."""

    findings: list[Diagnostic] = field(default_factory=list)
    codes: list[ExitCode] = field(default_factory=list)

    def add(self, fault: Exception, file: str) -> None:
        """Reports what stopped the work on `file`."""
        found, code = diagnose(fault, file)
        self.findings.append(found)
        self.codes.append(code)

    @property
    def exit_code(self) -> ExitCode:
        """The worst code of all files."""
        return worst(self.codes)


def find_editions(arguments: Iterable[str], out: Path, faults: Faults) -> Iterator[tuple[str, Path]]:
    """The name and path of every TEI file that `arguments` mean.

    Left out are copies in the folder `out`, what `tei convert` wrote as `.invalid.xml`, and, with a finding, files whose
    name another one has.
    """
    found = find_files(arguments, SUFFIXES)
    for fault in found.faults:
        faults.add(fault, fault.file)
    taken: dict[str, Path] = {}
    own = out.resolve()
    for path in found.files:
        if own in path.resolve().parents or path.name.endswith(".invalid.xml"):
            continue
        other = taken.setdefault(path.stem.casefold(), path)
        if other is not path:
            remedy = "Rename one of them: the name without its suffix names what is written."
            message = f"this would be written over what {other} becomes, which was taken"
            faults.add(UnreadableInput(message, help=remedy, file=str(path), rule="CF002"), str(path))
        else:
            yield path.stem, path


def check_root(document: TeiFile) -> None:
    """UnreadableInput (PB002) when the file is no TEI document."""
    root = document.tree.getroot()
    if root.tag not in (tei("TEI"), tei("teiCorpus")):
        message = f"the root element is `{root.tag}`, not TEI"
        raise UnreadableInput(message, help="Name TEI files only.", file=document.file, rule="PB002")
