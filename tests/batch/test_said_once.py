"""What two stages find of the same place is told once."""

from pathlib import Path

from tei.batch.convert import convert
from tei.batch.discovery import SourceFile
from tei.batch.job import Job
from tei.config import load_config


def test_a_signature_without_a_name_is_one_finding(tmp_path: Path) -> None:
    """The structure says it with the line of the source; the schema's rule for the written edition adds nothing."""
    path = tmp_path / "accord.md"
    text = "# Accord\n\nBoth sides have agreed on what stands above, and on the fees of the harbour.\n\nFor the Government of Sweden:\n\n(signed)\n\nFor the Government of Portugal:\n\n(signed)\n"
    path.write_text(text, encoding="utf-8")
    (outcome,) = convert([Job(SourceFile(path, path.stem), tmp_path / "out", load_config(None))])
    assert [each.rule.id for each in outcome.findings if each.rule.id in ("ST004", "SC002")] == ["ST004", "ST004"]
