"""The pre-commit hook and the GitHub Action: they run `tei validate` as they say, with every input that they offer."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tei.cli.app import app
from tei.cli.reference import commands

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEP = ACTION["runs"]["steps"][-1]
GOOD = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><text><p xml:id="p">x</p></text></TEI>'
BAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><text><p corresp="#q">x</p></text></TEI>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection with a good and a bad edition, and `tei` on the path."""
    shutil.copy(ROOT / "tests" / "negative" / "any.rng", tmp_path / "any.rng")
    for name, text in (("good one.xml", GOOD), ("bad.xml", BAD), ("good.tei", GOOD)):
        (tmp_path / name).write_text(text)
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "tei").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tei "$@"\n')
    (programs / "tei").chmod(0o755)
    return tmp_path


def run(words: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    given = {**os.environ, "PATH": path, "TEI_ENCODER_CACHE": str(folder / "cache"), **environment}
    return subprocess.run(words, cwd=folder, env=given, capture_output=True, check=False, encoding="utf-8", timeout=60)


def act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """What the last step of the action does with these inputs, as the runner would call it."""
    given = {
        name: str(inputs.get(name.replace("-", "_"), entry.get("default", "")))
        for name, entry in ACTION["inputs"].items()
    }
    github = {"github.action_repository": "owner/tei-encoder", "github.action_ref": "v1"}
    values = {f"inputs.{name}": value for name, value in given.items()} | github
    environment = {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda match: values[match[1]], text) for name, text in STEP["env"].items()
    }
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEP["run"]]
    return run(script, folder, GITHUB_SERVER_URL="https://github.com", **environment)


def test_every_input_of_the_action_is_used_and_every_one_used_is_an_input() -> None:
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])
    assert all(entry.get("required") or "default" in entry for entry in ACTION["inputs"].values())


def test_what_the_action_puts_into_the_environment_its_script_reads() -> None:
    assert [name for name in STEP["env"] if f"${name}" not in STEP["run"]] == []


def test_no_step_of_the_action_pastes_an_expression_into_a_script() -> None:
    """GitHub's hardening guide: an input that stands in a script is run as part of it."""
    assert [step["run"] for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")] == []


def test_the_action_annotates_and_fails_by_its_editions(folder: Path) -> None:
    done = act(folder, editions="bad.xml", schema="any.rng")
    assert done.returncode == 1, done.stderr
    column = BAD.index("corresp") + 1
    assert f"::error file=bad.xml,line=1,col={column},title=PT001 dangling-pointer::" in done.stdout
    assert act(folder, editions="good.tei", schema="any.rng").returncode == 0


def test_editions_of_the_action_may_stand_on_several_lines_and_be_patterns(folder: Path) -> None:
    done = act(folder, editions="good.tei\nbad.x*\n", schema="any.rng", format="text")
    assert done.stdout.splitlines()[-1].startswith("2 files checked: 1 error")


def test_the_options_of_the_command_reach_it_through_the_action(folder: Path) -> None:
    assert act(folder, editions="bad.xml", schema="any.rng any.rng", ignore="PT001").returncode == 0
    assert act(folder, editions="bad.xml", schema="any.rng", select="FD").returncode == 0
    assert act(folder, editions="good.tei", schema="any.rng", fail_on="info").returncode == 1
    assert act(folder, editions="good.tei", schema="any.rng", source="sources").returncode == 0
    assert "1 more finding" in act(folder, editions="bad.xml", schema="any.rng", max_findings="1").stdout
    assert "no such baseline" in act(folder, editions="bad.xml", baseline="gone.json").stderr


def test_rules_in_the_sarif_of_the_action_link_to_its_repository(folder: Path) -> None:
    assert act(folder, editions="bad.xml", schema="any.rng", format="sarif", output="tei.sarif").returncode == 1
    assert (
        '"helpUri": "https://github.com/owner/tei-encoder/blob/v1/docs/rules/PT001.md"'
        in (folder / "tei.sarif").read_text()
    )


def test_an_input_that_looks_like_a_command_is_not_run(folder: Path) -> None:
    act(folder, editions="good.tei; touch stolen $(touch stolen)", schema="any.rng", select="$(touch stolen)")
    assert not (folder / "stolen").exists()


def test_the_hook_checks_the_files_it_is_given(folder: Path) -> None:
    (hook,) = HOOKS
    names = sorted(path.name for path in folder.iterdir() if re.search(hook["files"], path.name))
    assert names == ["bad.xml", "good one.xml", "good.tei"]
    done = run([*shlex.split(hook["entry"]), "--schema", "any.rng", *names], folder)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "3 files checked: 1 error, 3 notes"
    assert run([*shlex.split(hook["entry"]), "--schema", "any.rng", "good one.xml"], folder).returncode == 0


def test_the_hook_has_what_pre_commit_requires() -> None:
    for hook in HOOKS:
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert " ".join(shlex.split(hook["entry"])[:2]) in dict(commands(app, "tei"))


def test_the_examples_in_the_documentation_use_what_there_is() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)]
    text = str(blocks)
    assert f"'id': '{HOOKS[0]['id']}'" in text
    steps = [step for block in blocks for step in _steps(block)]
    ours = [step for step in steps if "tei-encoder" in step.get("uses", "")]
    assert len(ours) == 2
    assert all(set(step["with"]) <= set(ACTION["inputs"]) for step in ours)


def _steps(block: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = block.get("steps", []) if isinstance(block, dict) else []
    jobs = block.get("jobs", {}).values() if isinstance(block, dict) else []
    return [*found, *(step for job in jobs for step in job["steps"])]
