"""What a digest of a job is made of."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from tei.batch.digest import _PACKAGES, _installed


def test_the_versions_are_those_that_importlib_metadata_gives() -> None:
    found = dict(line.split(" ") for line in _installed())
    for package in _PACKAGES:
        try:
            told = version(package)
        except PackageNotFoundError:
            told = None
        assert found.pop(package, None) == told
    assert not found


def test_a_package_is_known_however_its_installer_writes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PyYAML-6.0.egg-info", "markdown_it_py-4.0.dist-info", "lxml_stubs-0.5.dist-info", "lxml"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), str(tmp_path / "missing")])
    assert _installed() == ["markdown-it-py 4.0", "pyyaml 6.0"]
