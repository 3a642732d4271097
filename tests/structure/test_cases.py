"""Golden pairs: `tests/cases/structure/<case>/input.*` and, as `expected.txt`, what is recognised in it.

`pytest --accept` writes what the program does now; read every line of the difference before committing it.
"""

from pathlib import Path

import pytest
from documents import dump, edition_of, unaccounted

from tei.diagnostics import Report

_CASES = sorted(path for path in (Path(__file__).parents[1] / "cases" / "structure").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_case_is_recognised_as_written_down(case: Path, request: pytest.FixtureRequest) -> None:
    source = next(case.glob("input.*"))
    expected = case / "expected.txt"
    report = Report()
    edition = edition_of(source.read_bytes(), file=source.name, report=report)
    assert unaccounted(edition) == []
    got = dump(edition, report)
    if request.config.getoption("--accept"):
        expected.write_text(got, encoding="utf-8", newline="\n")
    assert got == expected.read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(_CASES) > 20
