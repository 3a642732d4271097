"""Ten times the text in at most fifteen times the time: the conversion of long sources of several kinds.

    python benchmarks/length.py [LARGEST [KIND]...]

Each kind of text is converted at a tenth of LARGEST and at LARGEST characters (by default 10,000,000, but as many bytes
in one line as XML tools read) and the ratio of the times is printed; with names of kinds, only those. Exit code 1: a
ratio is above fifteen.
"""

import sys
import time
from collections.abc import Callable, Mapping
from textwrap import fill

from tei.config import load_config
from tei.diagnostics import Report
from tei.pipeline import build_bytes

MOST = 15.0
LARGEST = 10_000_000
_LINE = 2_400_000  # characters: a run of text of ten million bytes at four bytes for a character

_WORDS = """the committee of the harbour met at noon and heard the report of its members on the state of the quay, which
was read by the secretary and found to be in order""".split()


def _prose(number: int) -> str:
    words = [_WORDS[(number * 7 + place * place) % len(_WORDS)] for place in range(60)]
    return f"In the matter numbered {number} {' '.join(words)}.\n\n"


def _one_line(number: int) -> str:
    return _prose(number).strip() + " "


def _list(number: int) -> str:
    return f"{number}. a boat with its nets and oars, kept at the quay\n"


def _dated(number: int) -> str:
    return f"On {number % 28 + 1} March {1800 + number % 150} and from May 3 to June 5, {1800 + number % 150}, they met.\n\n"


def _chinese(number: int) -> str:
    return f"第{number}次会议于一九五八年八月三日在码头举行，委员会听取了关于船只和渔网的报告，并一致同意其内容。\n\n"


def _chinese_line(number: int) -> str:
    return _chinese(number).strip()


def _wrapped(number: int) -> str:
    return fill(_prose(number), 70) + "\n\n"


def _row(number: int) -> str:
    return f"| {number} | a boat of {number % 90} tons | {1800 + number % 150} | {number * 7 % 1000}.50 |\n"


def _letter(number: int) -> str:
    return (
        f"Harlow, {number % 28 + 1} March {1800 + number % 150}.\n\nDear Mr. Holm,\n\nI have received your letter "
        f"numbered {number} and thank you for it. The boats are at the quay.\n\nYours truly,\nPeter Belov.\n\n"
    )


def _article(number: int) -> str:
    return f"## Article {number}\n\nThe parties agree on the matter numbered {number} and on the quay.\n\n"


def _note(number: int) -> str:
    return f"The quay was built in stone [{number}] and in wood.\n\n[{number}] See the report numbered {number}.\n\n"


def _page(number: int) -> str:
    return f"[p. {number}]\n\n{_prose(number)}"


KINDS: Mapping[str, Callable[[int], str]] = {
    "prose": _prose,
    "one line": _one_line,
    "hard wraps": _wrapped,
    "list": _list,
    "table": _row,
    "letters": _letter,
    "articles": _article,
    "notes": _note,
    "pages": _page,
    "dates": _dated,
    "Chinese": _chinese,
    "Chinese in one line": _chinese_line,
}
BILINGUAL = "two versions"


def text(kind: str, size: int) -> str:
    """So many characters of a kind, up to the end of a piece."""
    if kind == BILINGUAL:
        return f"{text('prose', size // 2)}\n\n<hr />\n\nOriginal:\n\n{text('Chinese', size // 4)}"
    pieces, length, number = [], 0, 0
    while length < size:
        number += 1
        pieces.append(KINDS[kind](number))
        length += len(pieces[-1])
    return "A Report on the Harbour\n\n" + "".join(pieces) + "\n"


def seconds(source: str) -> float:
    """How much of a processor's time the conversion takes."""
    data = source.encode()
    begun = time.process_time()
    build_bytes(data, "long.txt", load_config(None), report=Report())
    return time.process_time() - begun


def main() -> None:
    """Prints a line for each kind."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else LARGEST
    seconds("A first text, so that all is loaded.\n\nIt is short.\n")
    worst = 0.0
    for kind in sys.argv[2:] or (*KINDS, BILINGUAL):
        size = min(largest, _LINE) if "one line" in kind else largest
        small, large = seconds(text(kind, size // 10)), seconds(text(kind, size))
        ratio = large / small
        worst = max(worst, ratio)
        print(f"{kind:20} {size // 10:>10,} {small:8.2f} s {size:>12,} {large:8.2f} s   × {ratio:.1f}", flush=True)
    sys.exit(int(worst > MOST))


if __name__ == "__main__":
    main()
