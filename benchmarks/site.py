"""Time, memory and size of a website of 1,000 editions: built anew, built again unchanged, and with one edition changed.

    python benchmarks/site.py [EDITIONS]

The editions are those in `editions/`, over and over, each with a title and names of its own.
"""

import re
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tei.batch.publish import publish_site

REPOSITORY = Path(__file__).resolve().parents[1]


def copies(folder: Path, count: int) -> int:
    """Writes the editions over and over; their size in bytes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "editions").glob("*.xml"))]
    folder.mkdir()
    size = 0
    for number in range(count):
        text = texts[number % len(texts)].replace("</title>", f" {number}</title>", 1)
        text = re.sub(
            r"(person|org)\.", rf"\1.x{number % 97}-", text
        )  # a collection has many people, not the same ones
        size += (folder / f"{number}.xml").write_text(text, encoding="utf-8")
    return size


def timed(title: str, editions: Path, site: Path) -> None:
    """Prints the seconds of one build, by the clock and of the processor: the first depend on what else the machine does."""
    started, worked = time.perf_counter(), processor()
    published = publish_site([str(editions)], site).published
    seconds, work = time.perf_counter() - started, processor() - worked
    assert published is not None
    print(
        f"{title:24} {seconds:6.2f} s ({work:.2f} s of the processor), {published.rendered} rendered, "
        f"{published.written} files written"
    )


def processor() -> float:
    """Seconds of the processor that this process and those it started have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    """Prints the figures."""
    count = int(sys.argv[1]) if sys.argv[1:] else 1000
    with TemporaryDirectory() as name:
        editions, site = Path(name) / "editions", Path(name) / "site"
        size = copies(editions, count)
        started = time.perf_counter()
        timed(f"{count} editions", editions, site)
        print(f"{'pages a second':24} {count / (time.perf_counter() - started):6.0f}")
        timed("unchanged", editions, site)
        one = editions / "0.xml"
        one.write_text(one.read_text(encoding="utf-8").replace("</head>", " (revised)</head>", 1), encoding="utf-8")
        timed("one changed", editions, site)
        packs = sum(path.stat().st_size for path in (site / "search").iterdir())
        print(f"{'search files':24} {packs / 1e6:6.1f} MB for {size / 1e6:.1f} M characters of TEI")
        print(f"{'largest page':24} {max(p.stat().st_size for p in site.glob('*.html')) / 1e3:6.0f} KB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{'memory, at most':24} {peak:6.0f} MB")


if __name__ == "__main__":
    main()
