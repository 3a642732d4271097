"""Every transcript in tests/commands, and the one in docs/ci.md, does what it says; `pytest --accept` writes down what it does now."""

from pathlib import Path

import pytest
import transcripts

ROOT = Path(__file__).parents[2]
COMMANDS = [*sorted((ROOT / "tests" / "commands").glob("*.md")), ROOT / "docs" / "ci.md"]


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_the_commands_do_what_the_transcript_says(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    document = path.read_text(encoding="utf-8")
    written = transcripts.steps(document)
    assert written, "a transcript holds a command"
    results = [transcripts.run(step, tmp_path) for step in written]
    if request.config.getoption("--accept"):
        path.write_text(transcripts.with_results(document, results), encoding="utf-8")
    else:
        assert results == [step.results for step in written]


def test_a_transcript_that_says_something_else_is_noticed(tmp_path: Path) -> None:
    """The runner itself: another output, another exit code and a missing block are all differences."""
    document = "```sh\ntei --version\n```\n\n```stdout\ntei-encoder 0\n```\n"
    (step,) = transcripts.steps(document)
    result = transcripts.run(step, tmp_path)
    assert result != step.results
    assert set(result) == {"stdout"}
    accepted = transcripts.with_results(document, [result])
    assert transcripts.steps(accepted)[0].results == result
