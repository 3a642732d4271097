"""References: every mention of an entity in the text is marked as a name that points to it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from tei.annotation.entities import Key, Registry, collect, entities
from tei.annotation.mentions import KINDS, body_of_office, name_key
from tei.annotation.places import find_countries
from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.people import comparable, role_ends, role_nouns
from tei.languages.scripts import script_of, to_simplified
from tei.model.document import Block, Edition, Version, map_runs
from tei.model.inline import (
    Choice,
    Date,
    Highlight,
    Inline,
    List,
    Milestone,
    Name,
    Note,
    Text,
    Wrapper,
    marks_in,
    plain_text,
    wrap,
)  # fmt: skip

_NEAR = 8  # how far from a name an office beside it may reach, in characters


def identify(edition: Edition) -> Edition:
    """The edition with its entities, and each mention of them marked with a reference."""
    registry, shorts = collect(edition)
    used: dict[tuple[str, str, Key], None] = {}
    marked = [_mark(version, registry, shorts[version.id], used) for version in edition.versions]
    found, ids = entities(registry, used)
    versions = tuple(_refer(version, ids, shorts[version.id]) for version in marked)
    return replace(edition, versions=versions, entities=found)


def _mark(
    version: Version, registry: Registry, shorts: dict[str, Key], used: dict[tuple[str, str, Key], None]
) -> Version:
    """The version with a name around every mention that has none yet; the key stands in `Name.key` until ids are known."""
    pack = pack_for(version.lang)
    if not pack.scripts:
        return version
    known = {kind: _keys(registry, version, kind) for kind in ("org", "person", "place")}
    called = {name_key(short, pack): key for short, key in shorts.items()}

    def mark(_block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        for tag, kind in (("orgName", "org"), ("persName", "person"), ("placeName", "place")):
            text = plain_text(run)
            keys = known[kind] | (called if kind == "person" else {})
            spots = list(_occurrences(text, keys, kind, pack))
            if kind == "place":
                spots += [(s, e) for s, e, _ in find_countries(text, pack)]
            if kind == "org":
                spots += _bodies(run, text, pack)
            free = _free(spots, run, tag)
            run = wrap(run, [(start, end, _namer(tag)) for start, end in free])
            if kind == "person":
                for start, end in free:
                    if (key := called.get(name_key(text[start:end], pack))) and name_key(
                        text[start:end], pack
                    ) not in known[kind]:
                        used.setdefault((text[start:end], version.lang, key))
        return run

    return map_runs(version, mark)


def _keys(registry: Registry, version: Version, kind: str) -> dict[str, Key]:
    return {key[2]: key for key in registry.parent if key[0] == version.id and key[1] == kind}


def _bodies(run: tuple[Inline, ...], text: str, pack: LanguagePack) -> list[tuple[int, int]]:
    """The bodies named in the offices of `run`."""
    return [
        (start + body[0], start + body[1])
        for start, end, mark in marks_in(run)
        if isinstance(mark, Name) and mark.tag == "roleName" and (body := body_of_office(text[start:end], pack))
    ]


def _free(spots: list[tuple[int, int]], run: tuple[Inline, ...], tag: str) -> list[tuple[int, int]]:
    """The spots, longest first where they overlap, that are not in a name of the same kind or of a person already."""
    if not spots:
        return []
    covered = bytearray(max(end for _, end in spots))  # 1 for each character that is in a name
    for start, end, mark in marks_in(run):
        if isinstance(mark, Name) and mark.tag in (tag, "persName"):
            covered[start:end] = b"\1" * len(covered[start:end])
    taken: list[tuple[int, int]] = []
    for start, end in sorted(set(spots), key=lambda spot: (spot[0] - spot[1], spot[0])):
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            taken.append((start, end))
    return sorted(taken)


def _namer(tag: str) -> Wrapper:
    def make(content: tuple[Inline, ...]) -> Inline:
        return Name(tag, content)

    return make


def _occurrences(text: str, keys: dict[str, Key], kind: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where names stand in `text`, longest first at each place."""
    wanted = [key for key in keys if _long_enough(key, kind, pack)]
    if not wanted:
        return
    names = "|".join(
        r"\s+".join(map(re.escape, key.split())).replace("'", "['’]")
        for key in sorted(wanted, key=lambda key: (-len(key), key))
    )
    if pack.names.spaced:
        pattern = re.compile(rf"(?<![\w.-])(?:{names})(?![\w-])", re.IGNORECASE)
        for match in pattern.finditer(text):
            if match.group()[:1].isupper():
                yield match.span()
        return
    plain = to_simplified(text)
    for match in re.finditer(names, plain):
        apart = len(match.group()) > 2 or _clear(plain, match.start(), match.end(), pack)
        if (kind != "person" or apart) and not (kind == "org" and _cuts_office(plain, match.end(), pack)):
            yield match.span()


def _long_enough(key: str, kind: str, pack: LanguagePack) -> bool:
    """Whether a name is long enough not to be found inside other words."""
    if pack.names.spaced:
        return len(key) > 3 and (kind != "org" or " " in key)
    return len(key) >= (3 if kind == "org" else 2)


def _clear(plain: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a name of two characters stands apart: at a border of the text, punctuation, or beside an office."""
    before, after = plain[max(0, start - _NEAR) : start], plain[end : end + _NEAR]
    left = script_of(before[-1:] or " ") != "Hani" or len(before) in role_ends(before, pack)
    titles = comparable(pack.names.ranks) + comparable(pack.names.role_heads)
    right = script_of(after[:1] or " ") != "Hani" or after.startswith(titles)
    return left and right


def _cuts_office(plain: str, end: int, pack: LanguagePack) -> bool:
    """Whether a name that ends at `end` would end inside the noun of an office (外交部 in 外交部长)."""
    longest = max(map(len, pack.names.role_heads), default=0)
    start = max(0, end - longest)
    nouns = role_nouns(plain[start : end + longest], pack)
    return any(stop - size < end - start < stop for stop, size in nouns)


def _refer(version: Version, ids: dict[Key, str], shorts: dict[str, Key]) -> Version:
    """The version with `ref` on every name whose entity is known."""
    pack = pack_for(version.lang)
    called = {name_key(short, pack): key for short, key in shorts.items()}

    def reference(tag: str, text: str) -> str:
        key = name_key(text, pack)
        node = (version.id, KINDS[tag], key)
        if node in ids:
            return ids[node]
        return ids.get(called[key], "") if tag == "persName" and key in called else ""

    return map_runs(version, lambda _block, run: tuple(_with_refs(node, reference) for node in run))


def _with_refs(node: Inline, reference: Callable[[str, str], str]) -> Inline:
    match node:
        case Text() | Milestone() | List():
            return node
        case Name(tag=tag, content=content) if tag in KINDS:
            inner = tuple(_with_refs(child, reference) for child in content)
            return replace(node, content=inner, ref=node.ref or reference(tag, plain_text(content)))
        case Name() | Highlight() | Date() | Choice() | Note():
            return replace(node, content=tuple(_with_refs(child, reference) for child in node.content))
        case _:
            assert_never(node)
