"""The sentence aligner against gold data that is not part of the repository."""

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "../shared/dev/alignment"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold data (../shared/dev/alignment) is not here")


@pytest.mark.parametrize(
    ("file", "group", "least"),
    [
        ("synthpara_zhen_dev.jsonl", "para-pol", 0.97),
        ("synthpara_zhen_dev.jsonl", "para-aca", 0.97),
        ("synthpara_zhen_dev.jsonl", "para-mag", 0.97),
        ("zhen_dev.jsonl", "pol", 0.95),
    ],
)
def test_strict_f1_stays_where_it_is_promised(
    file: str, group: str, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")  # as when it is run from there
    spec = importlib.util.spec_from_file_location("benchmark_align", ROOT / "benchmarks" / "align.py")
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    documents = [json.loads(line) for line in (GOLD / file).read_text(encoding="utf-8").splitlines()]
    pairs = [
        (document["gold"], benchmark.predict(document["src"], document["tgt"], document["langs"], "lexical"))
        for document in documents
        if document["set"] == group
    ]
    assert benchmark.scorer(GOLD).score(pairs)["Fs"] >= least
