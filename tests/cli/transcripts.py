"""Transcripts: Markdown files in which commands, their input and all they put out stand as fenced blocks.

The word after the fence says what a block is: `file NAME` (a file to make first), `sh` (a command), and what belongs to
that command: `stdin`, `stdout`, `stderr`, `exit` (the exit code; 0 where there is no such block), `files` (every file
in the folder afterwards). A stream without a block must be empty. Everything else is prose.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

_FENCE = re.compile(r"^(`{3,})(\w+)(?: ([^\n]*))?\n(.*?)^\1\n", re.MULTILINE | re.DOTALL)
_RESULTS = ("stdout", "stderr", "exit", "files")
_PROSE = ("yaml",)  # examples for other programs


@dataclass(frozen=True)
class Step:
    """A command and what stands around it: `results` by kind of block, `start` and `end` of it all in the document."""

    command: str
    files: tuple[tuple[str, str], ...]
    stdin: str
    results: dict[str, str] = field(default_factory=dict)
    start: int = 0
    end: int = 0


def steps(document: str) -> list[Step]:
    """The commands of a transcript in order."""
    found: list[Step] = []
    files: list[tuple[str, str]] = []
    for match in _FENCE.finditer(document):
        _, kind, name, body = match.groups()
        if kind == "file":
            files.append((name, body))
        elif kind == "sh":
            found.append(Step(body.strip(), tuple(files), "", {}, match.end(), match.end()))
            files = []
        elif kind == "stdin":
            found[-1] = replace(found[-1], stdin=body, start=match.end(), end=match.end())
        elif kind not in _PROSE:
            assert kind in _RESULTS, f"unknown block: {kind}"
            found[-1] = replace(found[-1], results={**found[-1].results, kind: body}, end=match.end())
    return found


def run(step: Step, folder: Path) -> dict[str, str]:
    """What the command does in `folder`: its results by kind, without those that are empty or 0."""
    for name, body in step.files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            body.encode().decode("unicode_escape").encode("latin-1") if name.endswith(".bin") else body.encode()
        )
    words = shlex.split(step.command)
    assert words[0] == "tei", "a transcript runs tei"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("TEI_", "COV"))},
        "TEI_ENCODER_CACHE": str(folder / ".cache"),
        "SOURCE_DATE_EPOCH": "1763683200",
        "COLUMNS": "100",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tei", *words[1:]],
        cwd=folder, env=environment, input=step.stdin.encode(), capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    results = {
        "stdout": done.stdout.decode(),
        "stderr": done.stderr.decode(),
        "exit": f"{done.returncode}\n" if done.returncode else "",
        "files": "".join(f"{path}\n" for path in _files(folder)) if "files" in step.results else "",
    }
    return {kind: text for kind, text in results.items() if text}


def _files(folder: Path) -> list[str]:
    paths = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return [path.as_posix() for path in paths if path.parts[0] != ".cache"]


def with_results(document: str, results: list[dict[str, str]]) -> str:
    """The transcript with what its commands really did."""
    for step, result in reversed(list(zip(steps(document), results, strict=True))):
        blocks = "".join(_block(kind, result[kind]) for kind in _RESULTS if kind in result)
        document = document[: step.start] + blocks + document[step.end :]
    return document


def _block(kind: str, text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"\n{fence}{kind}\n{text}{fence}\n"
