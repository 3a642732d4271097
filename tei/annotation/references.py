"""References: every mention of an entity in the text is marked as a name that points to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from operator import is_

from tei.annotation.entities import Key, Registry, collect, entities
from tei.annotation.finder import NameFinder
from tei.annotation.learnt import join_learnt
from tei.annotation.mentions import KINDS, body_of_office, name_key
from tei.annotation.places import find_countries
from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.model.document import Block, Edition, Version, map_runs
from tei.model.inline import (
    Inline,
    List,
    Mark,
    Milestone,
    Name,
    Text,
    marks_in,
    plain_text,
    wrap,
)


def identify(edition: Edition) -> Edition:
    """The edition with its entities, and each mention of them marked with a reference."""
    registry, shorts = collect(edition)
    join_learnt(registry, edition)
    used: dict[tuple[str, str, Key], None] = {}
    marked = [_mark(version, registry, shorts[version.id], used) for version in edition.versions]
    found, ids = entities(registry, used)
    versions = tuple(_refer(version, ids, shorts[version.id]) for version in marked)
    return replace(edition, versions=versions, entities=found)


def _mark(
    version: Version, registry: Registry, shorts: dict[str, Key], used: dict[tuple[str, str, Key], None]
) -> Version:
    """The version with a name around every mention that has none yet.

    `used` gathers the short forms of names that occur: spelling, language, the entity meant.
    """
    pack = pack_for(version.lang)
    if not pack.scripts:
        return version
    known = {kind: _keys(registry, version, kind) for kind in ("org", "person", "place")}
    called = {name_key(short, pack): key for short, key in shorts.items()}
    called = {short: key for short, key in called.items() if short not in known["person"]}
    known["person"] |= called.keys()
    finders = {kind: NameFinder(keys, kind, pack) for kind, keys in known.items()}

    def mark(_block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        text, marks = plain_text(run), marks_in(run)
        for tag, kind in (("orgName", "org"), ("persName", "person"), ("placeName", "place")):
            spots = list(finders[kind].find(text))
            if kind == "place":
                spots += [(start, end) for start, end, _ in find_countries(text, pack)]
            elif kind == "org":
                spots += _bodies(marks, text, pack)
            if not (free := _free(spots, marks, tag)):
                continue
            run = wrap(run, [(start, end, partial(Name, tag)) for start, end in free])
            marks = marks_in(run)
            if kind == "person":
                spellings = [text[start:end] for start, end in free]
                used.update(
                    ((spelling, version.lang, called[key]), None)
                    for spelling in spellings
                    if (key := name_key(spelling, pack)) in called
                )
        return run

    return map_runs(version, mark)


def _keys(registry: Registry, version: Version, kind: str) -> set[str]:
    return {key[2] for key in registry.parent if key[0] == version.id and key[1] == kind}


def _bodies(marks: Sequence[tuple[int, int, Mark]], text: str, pack: LanguagePack) -> list[tuple[int, int]]:
    """The bodies named in the offices among the `marks` of a text."""
    return [
        (start + body[0], start + body[1])
        for start, end, mark in marks
        if isinstance(mark, Name) and mark.tag == "roleName" and (body := body_of_office(text[start:end], pack))
    ]


def _free(spots: Sequence[tuple[int, int]], marks: Sequence[tuple[int, int, Mark]], tag: str) -> list[tuple[int, int]]:
    """The spots, longest first where they overlap, that are not in a name of the same kind or of a person already."""
    if not spots:
        return []
    covered = bytearray(max(end for _, end in spots))  # 1 for each character that is in a name
    for start, end, mark in marks:
        if isinstance(mark, Name) and mark.tag in (tag, "persName"):
            covered[start:end] = b"\1" * len(covered[start:end])
    taken: list[tuple[int, int]] = []
    for start, end in sorted(set(spots), key=lambda spot: (spot[0] - spot[1], spot[0])):
        if 1 not in covered[start:end]:
            covered[start:end] = b"\1" * (end - start)
            taken.append((start, end))
    return sorted(taken)


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
            ref = node.ref or reference(tag, plain_text(content))
            return node if ref == node.ref and all(map(is_, inner, content)) else replace(node, content=inner, ref=ref)
        case _:
            inner = tuple(_with_refs(child, reference) for child in node.content)
            return node if all(map(is_, inner, node.content)) else replace(node, content=inner)
