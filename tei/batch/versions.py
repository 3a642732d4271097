"""Sources that are several files, each with one version: found by their names, or named in tei.toml."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tei.batch.discovery import SourceFile
from tei.config import CollectionConfig, EditionSettings
from tei.diagnostics import Diagnostic, Location
from tei.languages import LANGUAGES
from tei.model.joint import VersionFiles
from tei.rules import finding

# `name.en.txt`, `name.zh-Hant.md`: the stem, and a BCP 47 tag (RFC 5646) with language, script, region.
_SUFFIXED = re.compile(r"(?P<stem>.+)\.(?P<tag>[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?)")


def together(
    files: Sequence[Path], config: CollectionConfig
) -> tuple[tuple[Path, ...], tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """The files that are sources by themselves, the sources made of several, and what is wrong with the latter.

    A file that belongs to an edition of `config` brings the others of it along. Files whose names differ in a tag of a
    known language alone are one edition where there are two of them and more.
    """
    alone = list(files)
    sources: list[SourceFile] = []
    faults: list[Diagnostic] = []
    for edition in config.editions:
        paths = [config.root / name for name in edition.sources]
        here = {path.resolve() for path in paths}
        if here & {path.resolve() for path in alone}:
            alone = [path for path in alone if path.resolve() not in here]
            missing = [path for path in paths if not path.is_file()]
            faults += [_missing(path, edition.id) for path in missing]
            sources += [] if missing else [_named(edition, paths)]
    for stem, tagged in _suffixed(alone).items():
        if len(tagged) < 2:
            continue
        alone = [path for path in alone if path not in [each for each, _ in tagged]]
        twice = [tag for _, tag in tagged if [other for _, other in tagged].count(tag) > 1]
        if twice:
            faults += [_twice(path, tag, tagged) for path, tag in tagged if tag in twice]
            continue
        name = stem.with_name(f"{stem.name}{tagged[0][0].suffix}")
        versions = VersionFiles(name, tuple(path for path, _ in tagged), tuple(tag for _, tag in tagged))
        sources.append(SourceFile(tagged[0][0], stem.name, versions))
    return tuple(alone), tuple(sources), tuple(faults)


def language_tag(path: Path) -> str:
    """The tag of a known language that a file's name ends in before its suffix, "" when there is none."""
    match = _SUFFIXED.fullmatch(path.stem)
    return match["tag"] if match and match["tag"].partition("-")[0] in LANGUAGES.names() else ""


def _suffixed(files: Iterable[Path]) -> dict[Path, list[tuple[Path, str]]]:
    found: dict[Path, list[tuple[Path, str]]] = {}
    for path in files:
        if tag := language_tag(path):
            stem = path.with_name(path.stem.removesuffix(f".{tag}"))
            found.setdefault(stem, []).append((path, tag))
    return found


def _named(edition: EditionSettings, paths: Sequence[Path]) -> SourceFile:
    languages = tuple(language_tag(path) for path in paths)
    name = paths[0].with_name(f"{edition.id}{paths[0].suffix}")
    return SourceFile(paths[0], edition.id, VersionFiles(name, tuple(paths), languages, edition.original))


def _missing(path: Path, edition: str) -> Diagnostic:
    return finding(
        "CF005",
        f"the edition {edition} should have a version in this file, which is not there; it was not written",
        Location(str(path)),
        help="Correct `sources` of [[editions]] in tei.toml: names are relative to its folder.",
    )


def _twice(path: Path, tag: str, tagged: Sequence[tuple[Path, str]]) -> Diagnostic:
    others = [other for other, its in tagged if its == tag and other != path]
    return finding(
        "CF005",
        f"{others[0]} is the version {tag} of the same edition; none of them was written",
        Location(str(path)),
        help="Keep one file for each language, or name the files of the edition under [[editions]] in tei.toml.",
        related=tuple(Location(str(other)) for other in others),
    )
