"""A new collection: its settings are read, its example has nothing to find fault with, nothing is written over."""

import tomllib
from pathlib import Path

import pytest
import yaml

from tei.batch.scaffold import scaffold
from tei.config import KEYS, load_config
from tei.diagnostics import Report
from tei.errors import UsageError
from tei.pipeline import build


def test_the_settings_are_read_and_name_every_key(tmp_path: Path) -> None:
    scaffold(tmp_path, title='The "Talks" \\ more', date="2026-01-02")
    config = load_config(tmp_path / "tei.toml")
    assert (config.site.title, config.header.date) == ('The "Talks" \\ more', "2026-01-02")
    text = (tmp_path / "tei.toml").read_text(encoding="utf-8")
    for table, keys in KEYS.items():
        if table in ("editions",):  # a pair of sources is named where there is one
            continue
        assert f"[{table}]" in text, table
        assert [key for key in keys if f"{key} =" not in text] == []


def test_every_line_of_the_settings_that_is_switched_off_is_toml(tmp_path: Path) -> None:
    scaffold(tmp_path, title="Talks", date="2026-01-02")
    lines = (tmp_path / "tei.toml").read_text(encoding="utf-8").splitlines()
    on = [line[2:] if line.startswith("# ") and "=" in line else line for line in lines]
    on = [line.removeprefix("# ") if line.startswith("# [[") else line for line in on]
    read = tomllib.loads("\n".join(on))
    assert read["collection"]["licence"].startswith("https://")
    assert read["people"] == [{"id": "editor", "name": "A. Editor", "resp": "transcription"}]


def test_the_example_has_no_findings(tmp_path: Path) -> None:
    scaffold(tmp_path, title="Talks", date="2026-01-02")
    report = Report()
    edition = build(tmp_path / "sources/example.txt", load_config(tmp_path / "tei.toml"), report=report).edition
    assert list(report) == []
    assert [(version.lang, version.role) for version in edition.versions] == [("en", "translation"), ("de", "original")]


def test_the_checks_for_the_repository_are_yaml_that_names_this_version(tmp_path: Path) -> None:
    scaffold(tmp_path, title="Talks", date="2026-01-02")
    workflow = yaml.safe_load((tmp_path / ".github/workflows/editions.yml").read_text(encoding="utf-8"))
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    runs = [step.get("run", "") for step in workflow["jobs"]["validate"]["steps"]]
    assert "tei publish editions --out site" in runs
    assert hooks["repos"][0]["hooks"][0]["entry"] == "tei validate --source sources"


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    written = scaffold(tmp_path, title="Talks", date="2026-01-02")
    assert tmp_path / "README.md" not in written
    assert (tmp_path / "README.md").read_text() == "mine"
    with pytest.raises(UsageError, match="already"):
        scaffold(tmp_path, title="Talks", date="2026-01-02")


def test_the_commands_that_the_readme_shows_are_those_of_the_transcript() -> None:
    root = Path(__file__).parents[2]
    section = (root / "README.md").read_text(encoding="utf-8").split("in five commands\n")[1]
    shown = [line.split("  ")[0] for line in section.split("```")[1].splitlines() if line.startswith("tei ")]
    run = (root / "tests" / "commands" / "init.md").read_text(encoding="utf-8").splitlines()
    assert len(shown) == 4  # the fifth copies the reader's own files
    assert [line for line in shown if line not in run] == []
