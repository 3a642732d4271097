"""Strict F1 of the sentence aligner on the development gold data, with both back ends, beside the goals.

    python benchmarks/align.py [FOLDER] [--backend lexical|semantic] [--lengths]

FOLDER holds the gold data and its scorer, `score_alignment.py`; by default `../shared/dev/alignment` beside the repository.
With `--lengths` also that of a method which knows lengths alone (`gale_church.py`): how hard each set is.
Of the sets, mac, pol, aca and mag were trained on: for those see the cross-validated figures in docs/aligner-model.md.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import gale_church

from tei.alignment import align_segments
from tei.errors import MissingDependency
from tei.model.alignment import Segment

GOLD = Path(__file__).resolve().parents[1] / "../shared/dev/alignment"
FILES = ("zhen_dev.jsonl", "synthpara_zhen_dev.jsonl", "textberg_defr_dev.jsonl")
GOALS = {
    "mac": (0.85, 0.91), "pol": (0.985, 0.99), "aca": (0.985, 0.99), "mag": (0.985, 0.99),
    "textberg": (0.76, 0.92), "para-pol": (0.975, 0.99), "para-aca": (0.975, 0.99), "para-mag": (0.975, 0.99),
}  # fmt: skip

Links = list[list[list[int]]]
Aligner = Callable[[list[str], list[str], tuple[str, str], str], Links]


def scorer(folder: Path) -> ModuleType:
    """The scorer that comes with the gold data, which computes what vecalign's does."""
    spec = importlib.util.spec_from_file_location("score_alignment", folder / "score_alignment.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(folder: Path) -> Iterator[dict[str, Any]]:
    """The gold documents."""
    for name in FILES:
        with (folder / name).open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def predict(source: list[str], target: list[str], langs: tuple[str, str], backend: str) -> Links:
    """The beads between two texts, as lists of segment numbers."""
    sides = [[Segment(str(n), "", 0, len(text), text) for n, text in enumerate(texts)] for texts in (source, target)]
    found = align_segments(sides[0], sides[1], source_lang=langs[0], target_lang=langs[1], backend=backend)
    return [[[int(id_) for id_ in side] for side in (bead.source, bead.target)] for bead in found.beads]


def by_length(source: list[str], target: list[str], langs: tuple[str, str], _: str) -> Links:
    """The links of a method that knows lengths alone."""
    return gale_church.align(source, target, langs[0])


def score(folder: Path, backend: str, predict: Aligner = predict) -> dict[str, float]:
    """Strict F1 by set."""
    pairs: dict[str, list[tuple[object, Links]]] = {}
    for document in documents(folder):
        links = predict(document["src"], document["tgt"], document["langs"], backend)
        pairs.setdefault(document["set"], []).append((document["gold"], links))
    strict = scorer(folder).score
    return {name: strict(found)["Fs"] for name, found in pairs.items()}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Score the sentence aligner.")
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--backend", action="append", choices=("lexical", "semantic"))
    parser.add_argument("--lengths", action="store_true", help="score a method that knows lengths alone as well")
    options = parser.parse_args()
    if options.lengths:
        print("lengths    strict F1")
        for name, strict in score(options.folder, "", by_length).items():
            print(f"{name:10} {strict:9.3f}")
        print()
    for number, backend in enumerate(("lexical", "semantic")):
        if backend in (options.backend or ("lexical", "semantic")):
            begun = time.perf_counter()
            try:
                scores = score(options.folder, backend)
            except MissingDependency as fault:
                print(f"{backend}: skipped, {fault.message}", file=sys.stderr)
                continue
            print(f"{backend:10} strict F1   goal")
            for name, strict in scores.items():
                print(f"{name:10} {strict:9.3f} {GOALS[name][number]:6.3f}")
            print(f"{time.perf_counter() - begun:.0f} s\n")


if __name__ == "__main__":
    main()
