"""What is installed is pinned by its hash, what we build is the same bytes each time, and what is in it can be listed."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
_PIN = re.compile(
    r"^([\w.\[\]-]+)==(\S+?)(?: ; (.+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
NEEDS = {  # what each lock file must pin
    "run": PROJECT["dependencies"],
    "dev": [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["dask"], *EXTRAS["deposit"]],
    "train": [*PROJECT["dependencies"], *EXTRAS["train"], *EXTRAS["semantic"]],
    "supply": EXTRAS["supply"],
}


def pins(lock: str) -> dict[str, list[Version]]:
    """The versions of each package in a lock file: more than one where they differ by system or Python."""
    found: dict[str, list[Version]] = {}
    for name, version, _, _ in _PIN.findall((ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(name.partition("[")[0]), []).append(Version(version))
    return found


@pytest.mark.parametrize("lock", NEEDS)
def test_a_lock_pins_all_that_pyproject_asks_for(lock: str) -> None:
    pinned = pins(lock)
    for line in NEEDS[lock]:
        wanted = Requirement(line)
        if wanted.name != PROJECT["name"]:
            versions = pinned.get(canonicalize_name(wanted.name), [])
            assert versions, f"`make lock`: locks/{lock}.txt lacks {line}"
            assert all(wanted.specifier.contains(version) for version in versions), f"`make lock`: {line}, {versions}"


@pytest.mark.parametrize("lock", NEEDS)
def test_every_line_of_a_lock_is_a_version_with_its_hashes(lock: str) -> None:
    text = (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    left = _PIN.sub("", text)
    assert [line for line in left.splitlines() if line and not line.startswith("#")] == []


def test_the_locks_agree() -> None:
    dev = pins("dev")
    for lock in ("run", "train"):
        assert {name: versions for name, versions in pins(lock).items() if dev.get(name, versions) != versions} == {}


@pytest.mark.slow
def test_the_wheel_is_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    """Two copies of the sources, with other times and permissions of their files, in folders of other names."""
    pytest.importorskip("hatchling", reason="needs hatchling: `make test` installs it")
    built = []
    for number, name in enumerate(("one", "another place")):
        copy = tmp_path / name
        copy.mkdir()
        for part in ("tei", "schemas", "docs/rules"):
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, copy / part, ignore=ignore, copy_function=shutil.copyfile)
        for part in ("pyproject.toml", "README.md"):
            shutil.copyfile(ROOT / part, copy / part)
        for path in copy.rglob("*"):
            os.utime(path, (1_000_000_000 + number * 86_400,) * 2)
            path.chmod((0o755 if path.is_dir() else 0o644) if number else (0o700 if path.is_dir() else 0o600))
        environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / f"out{number}")],
            cwd=copy, env=environment | {"TZ": ("UTC", "Asia/Seoul")[number]}, check=True, capture_output=True,
        )  # fmt: skip
        (wheel,) = (tmp_path / f"out{number}").glob("*.whl")
        built.append((wheel.name, wheel.read_bytes()))
    assert built[0] == built[1]
