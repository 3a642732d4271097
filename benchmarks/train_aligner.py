"""Trains the weights of the sentence aligner on gold data, and says how well they do on documents they have not seen.

    python benchmarks/train_aligner.py [FOLDER] [--only NAME] [--validate]

FOLDER holds the gold data and its scorer; by default `../shared/dev/alignment` beside the repository. The weights are
written into the package. With --validate they stay as they are, and the table of scores is printed: by document, by
shape of bead, and on the kind of text that was left out of the training; then only the calibration of the certainty,
which needs links of documents left out, is written.

The model is a conditional random field whose graph is the table of alignments. It is trained by maximum likelihood
with an L2 penalty (L-BFGS). A rough model made by hand proposes the beads; those that it gives next to no probability
are left out of the sums, which makes training a matter of seconds.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from align import GOLD
from aligner_trainer import MODELS, Trainer
from aligner_validation import validate

WEIGHTS = Path(__file__).resolve().parents[1] / "tei/alignment/linking/weights.json"


def main() -> None:
    """Trains, and writes the weights or the report."""
    parser = argparse.ArgumentParser(description="Train the sentence aligner.")
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--only", default="", metavar="NAME", help="one set of weights only")
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    written: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    for name in MODELS:
        if options.only not in ("", name):
            continue
        trainer = Trainer(options.folder, name)
        if options.validate:
            found = validate(trainer, options.folder)
            json.dump({name: found}, sys.stdout, indent=1, ensure_ascii=False)
            written[name]["certainty"] = found["calibration"]
        else:
            weights = trainer.train(example.document["id"] for example in trainer.examples)
            written.setdefault(name, {"certainty": [1.0, 0.0]})["features"] = weights
        WEIGHTS.write_text(json.dumps(written, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
