"""The measures of the development documents beside what is asked of them, for two halves of the documents and for all.

    python benchmarks/score.py [--data DIR] [--only SET ...] [--keep DIR] [--misses]

DIR holds the labelled documents and their scorers; by default `../shared/dev` beside the repository. Every document is
converted by the library, its edition checked against both schemas and against its source, and scored. The sets are
`layouts`, `signatures` (one line for each line, no pages) and `pages` (the same with a marker where a page begins).

A document belongs to half A where the MD5 of its id is even, else to half B. Half A is there to be looked at while the
rules are made; half B is kept aside: only its figures are read. `--misses` names documents of half A alone.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tei.batch.check import check
from tei.config import load_config
from tei.diagnostics import Report, Severity
from tei.pipeline import build
from tei.validators.xmlfile import parse_tei

DATA = Path(__file__).resolve().parents[1] / "../shared/dev"
PAGE = "[p. {n}]"
SCHEMAS = ("edition", "tei_all")
HALVES = ("A", "B", "all")

LAYOUTS = {"overall": 0.93} | dict.fromkeys(
    ("languages", "titles", "paragraphs", "starts", "date", "signers_f1", "links_f1", "clean"), 0.85
)
SIGNATURES = {
    "signer_F1": 0.92,
    "false_sig_rate": -0.03,  # negative: at most
    "date_acc": 0.95,
    "par_start_F1": 0.95,
    "participants_F1": 0.85,
    "sender_R": 0.85,
    "recip_R": 0.85,
    "text_R": 0.999,
    "text_P": 0.999,
}
PAGES = {"pb_R": 0.98, "signer_F1": 0.92, "par_start_F1": 0.95, "text_P": 0.999}

# What a document has and what of it was found, in the counts of `score_signatures.py`.
COUNTS = {
    "signer_F1": ("s_g", "s_tp"),
    "date_acc": ("d_n", "d_ok"),
    "par_start_F1": ("ps_g", "ps_tp"),
    "participants_F1": ("pa_g", "pa_tp"),
    "sender_R": ("sender_n", "sender_ok"),
    "recip_R": ("recipient_n", "recipient_ok"),
    "pb_R": ("pb_n", "pb_ok"),
}

Figures = Mapping[str, float | None]


@dataclass(frozen=True)
class Result:
    """The figures of one set by half, what it asks for, and by measure the documents of half A that miss something."""

    asked: Mapping[str, float]
    figures: Mapping[str, Figures]
    misses: Mapping[str, Sequence[str]]


def half(document: str) -> str:
    """The half that a document belongs to, by its id."""
    return "B" if hashlib.md5(document.encode(), usedforsecurity=False).digest()[-1] % 2 else "A"


def convert(job: tuple[Path, Path]) -> tuple[str, str]:
    """The name of a source and the worst thing about its edition, "" for nothing; the edition is written."""
    source, folder = job
    try:
        xml = build(source, load_config(None), report=Report()).xml
    except Exception as fault:  # one document that fails stops no other: it is named, and scores nothing
        return source.name, f"{type(fault).__name__}: {fault}"
    target = folder / f"{source.stem}.xml"
    target.write_bytes(xml)
    errors = [f for f in check(parse_tei(xml, str(target), source=source), SCHEMAS).findings if _is_error(f.severity)]
    return source.name, f"{errors[0].rule.id} {errors[0].message}" if errors else ""


def _is_error(severity: Severity) -> bool:
    return severity is Severity.ERROR


def convert_all(sources: Iterable[Path], folder: Path) -> None:
    """Writes an edition of each source to `folder`, and says how many of them are valid and complete."""
    folder.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    jobs = [(source, folder) for source in sources]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(convert, jobs, chunksize=8))
    wrong = [(name, fault) for name, fault in results if fault]
    seconds = time.perf_counter() - begun
    print(f"{len(results)} documents in {seconds:.0f} s; valid and complete: {len(results) - len(wrong)}")
    for name, fault in wrong[:10]:
        print(f"  {name}: {fault}")


def score_layouts(data: Path, folder: Path) -> Result:
    """The set `layouts`: source files in many layouts."""
    convert_all(sorted((data / "heldout/sources").iterdir()), folder / "layouts")
    golds = [json.loads(path.read_text(encoding="utf-8"))["file"] for path in (data / "heldout/gold").glob("*.json")]
    figures, split = {}, folder / "split.tsv"
    command = [
        str(data / "score_layouts.py"),
        str(data / "heldout/gold"),
        str(folder / "layouts"),
        "--split",
        str(split),
    ]
    for name in HALVES:
        rows = [f"{file}\tdev" for file in golds if name in (half(file), "all")]
        split.write_text("\n".join(("file\tsplit", *rows, "")), encoding="utf-8")
        *documents, summary = _run(*command, "--json", "--verbose").splitlines()
        figures[name] = json.loads(summary)
        if name == "A":
            misses = _layout_misses([json.loads(line) for line in documents])
    return Result(LAYOUTS, figures, misses)


def _layout_misses(documents: Sequence[dict[str, object]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for document in documents:
        for measure, value in document.items():
            if isinstance(value, list) and (value[0] < value[1] if len(value) == 2 else any(value[1:])):
                found.setdefault(measure, []).append(f"{document['file']} {value}")
    return found


def score_signatures(data: Path, folder: Path, *, pages: bool) -> Result:
    """The sets `signatures` and `pages`: letters, despatches, receipts and treaties."""
    name = "pages" if pages else "signatures"
    gold, script = data / "signatures/dev.jsonl", str(data / "signatures/score_signatures.py")
    records = [line for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    if pages:
        records = [record for record in records if json.loads(record)["labels"]["page_breaks"]]
    inputs, part, out = folder / f"{name}-sources", folder / f"{name}.jsonl", folder / f"{name}.json"
    part.write_text("\n".join(records), encoding="utf-8")
    _run(script, "--gold", str(part), "--export", str(inputs), *(("--pb", PAGE) if pages else ()))
    convert_all(sorted(inputs.iterdir()), folder / name)
    figures = {}
    for which in HALVES:
        chosen = [record for record in records if which in (half(json.loads(record)["id"]), "all")]
        part.write_text("\n".join(chosen), encoding="utf-8")
        flags = ("--pb-given",) if pages else ()
        _run(script, "--gold", str(part), "--pred", str(folder / name), "--json", str(out), *flags)
        scored = json.loads(out.read_text(encoding="utf-8"))
        figures[which] = scored["summary"]["ALL"]
        if which == "A":
            misses = _signature_misses(scored["documents"])
    return Result(PAGES if pages else SIGNATURES, figures, misses)


def _signature_misses(documents: Mapping[str, Mapping[str, float]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for document, counts in documents.items():
        for measure, (there, read) in COUNTS.items():
            if counts.get(read, 0) < counts.get(there, 0):
                found.setdefault(measure, []).append(document)
        if counts.get("s_p", 0) > counts.get("s_tp", 0):
            found.setdefault("false signers", []).append(document)
    return found


def _run(script: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, script, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def table(result: Result) -> Iterator[str]:
    """The figures as lines: the measure, what is asked, halves A and B, all; a mark where all falls short."""
    yield f"{'':16} {'asked':>7} {'A':>7} {'B':>7} {'all':>7}"
    for measure, asked in result.asked.items():
        figures = [result.figures[name].get(measure) for name in HALVES]
        shown = " ".join(f"{'–' if figure is None else format(figure, '.4f'):>7}" for figure in figures)
        worst = figures[-1]
        short = worst is not None and (worst < asked if asked > 0 else worst > -asked)
        sign = "≥" if asked > 0 else "≤"
        yield f"{measure:16} {sign} {abs(asked):<5} {shown}{'  short' if short else ''}"


SETS = {
    "layouts": ("heldout", score_layouts),
    "signatures": ("signatures", lambda data, folder: score_signatures(data, folder, pages=False)),
    "pages": ("signatures", lambda data, folder: score_signatures(data, folder, pages=True)),
}


def main() -> None:
    """Prints a table for each set whose documents are there."""
    parser = argparse.ArgumentParser(description="measure the development documents")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the documents and their scorers")
    parser.add_argument("--only", nargs="+", choices=SETS, default=list(SETS), help="these sets alone")
    parser.add_argument("--keep", type=Path, help="a folder in which sources and editions are left")
    parser.add_argument("--misses", action="store_true", help="name the documents of half A that miss something")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in options.only:
            needed, score = SETS[name]
            print(f"\n== {name}")
            if not (options.data / needed).is_dir():
                print(f"skipped: there are no documents in {options.data / needed}; name another folder with --data")
                continue
            result = score(options.data, folder)
            print("\n".join(table(result)))
            if options.misses:
                for measure, documents in sorted(result.misses.items()):
                    print(f"\n{measure}, half A ({len(documents)}):\n  " + "\n  ".join(documents))


if __name__ == "__main__":
    main()
