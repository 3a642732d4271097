"""For every rule: what breaks it and what does not, each with its exact findings.

A folder `<ID>` has the folders `breaks` and `clean`; in each the same command is run: that of `arguments.txt` (HERE is
the folder, OUT another one), else a check of its TEI files, else a conversion of all it holds. Where a rule takes more than a command,
each of the two has a script `run.sh` instead, run in a copy of its folder. `findings.txt` says what
both runs find, line by line; `pytest --accept` writes down what they find now.
"""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tei.batch.faults import diagnose
from tei.cli.app import app
from tei.reporting.words import finding_text
from tei.rules import RULES

HERE = Path(__file__).parent
PAIRS = sorted(path.parent.name for path in HERE.glob("*/breaks"))
# What a pair of files cannot show, and where it is tested.
ELSEWHERE = {
    "AL006": "three alignments must disagree, as good ones do not: tests/alignment/test_transitive.py",
    "BT004": "there must be ten thousand mistakes: tests/validators/test_many_findings.py",
    "CF003": "a package must be missing: tests/batch/test_faults.py",
    "PB001": "a folder must refuse to be written to: tests/commands/cannot-write.md",
    "RD010": "the file would have ten million bytes: tests/cli/test_bad_input.py",
    "XS004": "a schema must be missing from the cache: tests/commands/convert.md",
    "ZZ001": "our own program must fail: tests/batch/test_faults.py",
}
_FINDING = re.compile(r"^\S.*: (?:error|warning|info) ([A-Z]{2}\d{3}) .*$", re.MULTILINE)


def findings(rule: str, side: str, out: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first line of each finding of the command on the folder `side` of a rule.

    Files are named by their whole paths, since schemas and settings are cached by path; these are taken away again.
    """
    folder = HERE / rule / side
    if (folder / "run.sh").exists():
        return [match[0] for match in _FINDING.finditer(said_by(folder, out.with_name(side)))]
    monkeypatch.chdir(folder)
    given = HERE / rule / "arguments.txt"
    if given.exists():
        text = given.read_text(encoding="utf-8")
        words = [word.replace("OUT", str(out)).replace("HERE", str(folder)) for word in shlex.split(text)]
    elif editions := sorted(str(path) for path in folder.glob("*.xml")):
        words = ["validate", *editions, "--schema", str(HERE / "any.rng")]
    else:
        words = ["convert", str(folder), "--out", str(out)]
    result = CliRunner().invoke(app, words)
    said = result.output
    if isinstance(result.exception, Exception):
        said += finding_text(diagnose(result.exception, "tei")[0])
    found = [match[0] for match in _FINDING.finditer(said.replace(f"{folder}/", ""))]
    return [line for line in found if not line.startswith(str(out))]  # of an edition just made: rules of other pairs


def said_by(folder: Path, copy: Path) -> str:
    """What the script of `folder` says, run in `copy` of it; `tei` in it is the one that is tested."""
    shutil.copytree(folder, copy)
    script = f'tei() {{ {shlex.quote(sys.executable)} -m tei "$@"; }}\n{(copy / "run.sh").read_text(encoding="utf-8")}'
    done = subprocess.run(["sh", "-c", script], cwd=copy, capture_output=True, text=True, check=False)
    return done.stderr


@pytest.mark.parametrize("rule", PAIRS)
def test_a_rule_is_broken_by_what_breaks_it_and_by_nothing_else(
    rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("TEI_ENCODER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "120")
    breaks = findings(rule, "breaks", tmp_path / "out", monkeypatch)
    clean = findings(rule, "clean", tmp_path / "out", monkeypatch)
    text = "".join(f"breaks: {line}\n" for line in breaks) + "".join(f"clean: {line}\n" for line in clean)
    expected = HERE / rule / "findings.txt"
    if request.config.getoption("--accept"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert rule in {match[1] for match in map(_FINDING.match, breaks) if match}
    assert rule not in {match[1] for match in map(_FINDING.match, clean) if match}


def test_every_rule_has_a_pair_or_a_reason_why_it_has_none() -> None:
    assert sorted([*PAIRS, *ELSEWHERE]) == sorted(RULES)
