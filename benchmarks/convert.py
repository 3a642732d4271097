"""Seconds per document of `tei convert`: one by one, and a hundred copies of each source in one run."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCES = sorted((Path(__file__).parents[1] / "editions" / "sources").iterdir())
COPIES = 100


def seconds(*arguments: str) -> float:
    """How long one run of the command takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "tei", "convert", *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Prints one line for each measurement."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in SOURCES:
            best = min(seconds(str(source), "--out", str(folder / "out")) for _ in range(3))
            print(f"{best:8.3f} s  {source.name}, a run of its own (best of 3)")
        many = folder / "many"
        many.mkdir()
        for number in range(COPIES):
            for source in SOURCES:
                (many / f"{number:03}-{source.name}").write_bytes(source.read_bytes())
        for jobs in (1, 2):
            each = seconds(str(many), "--out", str(folder / "out"), "--jobs", str(jobs)) / (COPIES * len(SOURCES))
            print(f"{each:8.3f} s  each of {COPIES * len(SOURCES)}, --jobs {jobs}")


if __name__ == "__main__":
    main()
