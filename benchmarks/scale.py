"""What many small articles cost: files a second, the parent's peak memory, the manifest; by engine and workers.

`--files N` says how many. Each line is a run over the same sources into an empty folder, but for those that say so.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_IN_A_FOLDER = 1000
_SENTENCES = (
    "The council of {town} met on {day} and heard a letter from the owners of the ferry.",
    "It was said that the price of {goods} had risen by a third since the winter.",
    "Mr. {name}, who spoke for the merchants, asked that the new pier be finished before the autumn.",
    "Several members were of the opinion that the town could not bear the cost of it.",
    "The fire of last week began in a store of {goods} behind the old market, and nobody was hurt.",
    "A concert will be given in the hall by the school of {town}, and the doors open at seven.",
    "The ship of Captain {name} came in with {goods} and left again with the evening tide.",
    "After a long debate the proposal was put to the vote and carried.",
    "The rain of the past days has done much harm to the fields between here and {town}.",
    "Mrs. {name} thanks all who helped when the river rose.",
)
_TOWNS = ("Farwick", "Oldhaven", "Marlby", "Stonequay", "Ellerford")
_GOODS = ("wheat", "timber", "wool", "salt", "flour", "coal", "linen")
_NAMES = ("Harding", "Lowell", "Penrose", "Tilbury", "Ashworth", "Quincey")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def article(number: int) -> str:
    """An invented newspaper article of some 1,300 characters."""

    def sentence(place: int) -> str:
        n = number * 7 + place * 3
        values = {"town": _TOWNS[n % 5], "goods": _GOODS[n % 7], "name": _NAMES[n % 6], "day": _DAYS[n // 3 % 5]}
        return _SENTENCES[(number + place) % len(_SENTENCES)].format(**values)

    paragraphs = [" ".join(sentence(start + place) for place in range(5)) for start in (0, 4, 8)]
    year, month, day = 1850 + number % 50, number % 12 + 1, number % 28 + 1
    head = f"Title: News from {_TOWNS[number % 5]}, no. {number}\nDate: {year}-{month:02}-{day:02}\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


def write_articles(folder: Path, count: int) -> Path:
    """`count` articles below `folder`, a thousand in each of its folders."""
    for number in range(count):
        path = folder / f"{number // _IN_A_FOLDER:04}" / f"article-{number:07}.txt"
        if number % _IN_A_FOLDER == 0:
            path.parent.mkdir(parents=True)
        path.write_text(article(number))
    (folder / "tei.toml").write_text('[output]\nlayout = "{hash:2}/{stem}.xml"\n')
    return folder


def run(label: str, count: int, sources: Path, out: Path, *options: str) -> None:
    """Prints what one run of `tei convert` took; its peak memory is that of the parent alone."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "tei", "convert", str(sources), "--out", str(out), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr
    peak = 0
    os.set_blocking(process.stderr.fileno(), False)
    said = b""
    before = _processor()
    while process.poll() is None:
        peak = max(peak, _peak(process.pid))
        said = (said + (process.stderr.read() or b""))[-2000:]
        time.sleep(0.2)
    seconds = time.perf_counter() - start
    if process.returncode not in (0, 1):
        sys.exit(f"{label}: exit code {process.returncode}\n{said.decode(errors='replace')}")
    manifest = (out / ".tei-manifest.sqlite").stat().st_size
    written = sum(path.stat().st_size for path in out.rglob("*.xml"))
    print(
        f"{label:24} {seconds:8.1f} s {count / seconds:8.1f} files/s {(_processor() - before) / count * 1000:6.1f} ms of "
        f"processors a file   parent {peak / 1024:4.0f} MB   "
        f"manifest {manifest / 1e6:7.1f} MB   editions {written / 1e6:8.1f} MB",
        flush=True,
    )


def _processor() -> float:
    """Seconds of processors that runs and their workers have taken so far: other programs on the machine do not add to it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak(pid: int) -> int:
    """The peak of a process's resident memory in kilobytes, as Linux tells it."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    """Prints one line for each run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--engines", default="local,dask", help="which, with 1 and 2 workers each")
    parser.add_argument("--workers", default="1,2")
    arguments = parser.parse_args()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1763683200")
    count = arguments.files
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = write_articles(folder / "in", count)
        size = sum(path.stat().st_size for path in sources.rglob("*.txt"))
        print(f"{count} articles of {size / count:.0f} bytes; load {os.getloadavg()[0]:.1f}", flush=True)
        out = folder
        for engine in arguments.engines.split(","):
            for workers in arguments.workers.split(","):
                out = folder / f"{engine}-{workers}"
                run(f"{engine}, {workers} workers", count, sources, out, "--engine", engine, "--jobs", workers)
        run("again, nothing changed", count, sources, out, "--jobs", arguments.workers[-1])


if __name__ == "__main__":
    main()
