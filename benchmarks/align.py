"""Strict F1 of the block aligner on the development gold data, each gold segment taken as a block.

    python benchmarks/align.py [FOLDER]

FOLDER holds the gold data and its scorer, `score_alignment.py`; by default `../shared/dev/alignment` beside the repository.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from tei.alignment import align
from tei.model.alignment import Segment

GOLD = Path(__file__).resolve().parents[1] / "../shared/dev/alignment"
FILES = ("zhen_dev.jsonl", "synthpara_zhen_dev.jsonl", "textberg_defr_dev.jsonl")

Links = list[list[list[int]]]


def scorer(folder: Path) -> ModuleType:
    """The scorer that comes with the gold data, which computes what vecalign's does."""
    spec = importlib.util.spec_from_file_location("score_alignment", folder / "score_alignment.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(folder: Path) -> Iterator[dict[str, object]]:
    """The gold documents."""
    for name in FILES:
        with (folder / name).open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def predict(source: list[str], target: list[str]) -> Links:
    """The beads between two texts, as lists of segment numbers."""
    sides = [[Segment(str(n), "", 0, len(text), text) for n, text in enumerate(texts)] for texts in (source, target)]
    return [[[int(id_) for id_ in side] for side in (bead.source, bead.target)] for bead in align(*sides)]


def score(folder: Path) -> dict[str, float]:
    """Strict F1 by set."""
    pairs: dict[str, list[tuple[object, Links]]] = {}
    for document in documents(folder):
        links = predict(document["src"], document["tgt"])  # type: ignore[arg-type]
        pairs.setdefault(str(document["set"]), []).append((document["gold"], links))
    strict = scorer(folder).score
    return {name: strict(found)["Fs"] for name, found in pairs.items()}


def main() -> None:
    """Prints the table."""
    begun = time.perf_counter()
    for name, strict in score(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD).items():
        sys.stdout.write(f"{name:10} {strict:.3f}\n")
    sys.stdout.write(f"{time.perf_counter() - begun:.0f} s\n")


if __name__ == "__main__":
    main()
