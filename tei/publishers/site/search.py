"""The search index: the texts themselves in packs, and, in large collections, which pairs of characters are in which.

The page's program looks for the words as they stand (so that Chinese and Japanese, which set no spaces, are found by
any part) in the packs that hold every pair of neighbouring characters of the query. Packs are scripts and not data to
be fetched, because a page that was opened from a disk may load only those. The pack of an edition follows from its name,
so a changed edition changes one pack.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from tei.publishers.site.record import Record

_PER_PACK = 40  # editions, on average
FILTERED = 8  # packs: with fewer it is as quick to read them all
_SHARDS = 64
# Letter-spaced names are found without their spaces: white space beside a character of these scripts is left out.
_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_CJK_SPACE = re.compile(rf"(?<=[{_CJK}])\s+|\s+(?=[{_CJK}])")


def fold(text: str) -> str:
    """`text` as it is compared: without case, accents, and spaces beside Chinese characters. search.js does the same."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.category(char).startswith("M")).lower()
    return _CJK_SPACE.sub("", " ".join(bare.split()))


def pack_count(editions: int) -> int:
    """How many packs: a power of two, so that the number seldom changes."""
    count = 1
    while count * _PER_PACK < editions:
        count *= 2
    return count


def pack_of(stem: str, count: int) -> int:
    """The number of the pack that the edition called `stem` is in."""
    return int.from_bytes(sha256(stem.encode()).digest()[:4]) % count


def pack_script(number: int, records: Iterable[Record]) -> str:
    """The script that gives the texts of a pack to the search page."""
    content = (f"{_json([each.stem, each.title, each.date])[:-1]},{_safe(each.searchable)}]" for each in records)
    return f"teiSearch.pack({number},[{','.join(content)}]);\n"


def pairs(records: Iterable[Record]) -> frozenset[str]:
    """Every pair of neighbouring characters in the folded texts."""
    found: set[str] = set()
    for record in records:
        for segment in record.segments:
            for text in filter(None, (segment.printed, segment.regular)):
                folded = fold(text)
                found.update(map("".join, pairwise(folded)))
    return frozenset(found)


def filter_scripts(packs: Sequence[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Names and texts of the scripts that say in which packs each pair of characters is."""
    shards: list[dict[str, list[int]]] = [{} for _ in range(_SHARDS)]
    for number, found in enumerate(packs):
        for pair in found:
            shards[ord(pair[0]) % _SHARDS].setdefault(pair, []).append(number)
    for shard, content in enumerate(shards):
        ordered = {pair: _ranges(content[pair]) for pair in sorted(content)}
        yield f"filter-{shard}.js", f"teiSearch.filter({shard},{_json(ordered)});\n"


def _ranges(numbers: Sequence[int]) -> str:
    """Ascending numbers as a list of ranges: 0-3,7."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] == number - 1:
            parts[-1] = [parts[-1][0], number]
        else:
            parts.append([number])
    return ",".join("-".join(map(str, part)) for part in parts)


def manifest_script(packs: Sequence[int], *, filtered: bool) -> str:
    """The script that tells the search page which packs there are, and in how many files the filter is."""
    return f"teiSearch.start({_json({'packs': list(packs), 'shards': _SHARDS if filtered else 0})});\n"


def _json(data: object) -> str:
    return _safe(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _safe(text: str) -> str:
    """JSON as a part of a program: U+2028 and U+2029 were line ends in JavaScript before 2019."""
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
