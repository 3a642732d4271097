"""What stands in the text beside what is proposed for it: stray foreign words, glyphs of the other script."""

import re
from collections.abc import Iterator

from tei.diagnostics import Report
from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.scripts import is_simplified_only, script_of, to_simplified, to_traditional
from tei.model.document import Block, Edition, Version, map_runs
from tei.model.inline import Choice, Inline, SourceOffsets, Wrapper, plain_text, texts, wrap
from tei.rules import finding


def _choice(kind: str, reading: str, cert: str) -> Wrapper:
    def make(content: tuple[Inline, ...]) -> Inline:
        return Choice(kind, content, reading, cert)

    return make


def mark_strays(edition: Edition, version: Version, *, report: Report) -> Version:
    """The version with a `sic` and a proposed `corr` for each function word of another language inside its text.

    Only a word that the language pack can say in its own language, between two letters of the version's own script,
    is an error for sure; names and acronyms in a foreign script are not touched.
    """
    pack = pack_for(version.lang)
    if not pack.stray_glosses:
        return version
    words = "|".join(sorted(map(re.escape, pack.stray_glosses), key=len, reverse=True))
    # White space belongs to the stray word where the language sets none between its own.
    pattern = re.compile(rf"\b({words})\b" if pack.names.spaced else rf"[ \t]*(?<![A-Za-z])({words})(?![A-Za-z])[ \t]*")

    def mark(_block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        text = plain_text(run)
        if not any(map(text.__contains__, pack.stray_glosses)):
            return run
        marks = []
        for match in pattern.finditer(text):
            if _between_own_letters(text, match.start(), match.end(), pack):
                gloss = pack.stray_glosses[match[1]]
                marks.append((match.start(), match.end(), _choice("sic", gloss, "high")))
                offset = SourceOffsets(run)[match.start(1)]
                message = f"“{match[1]}” stands in {pack.name} text; “{gloss}” is proposed"
                help_ = "Check it against the original; the text keeps both readings."
                report.add(finding("AN002", message, edition.source.decoded.location(offset), help=help_))
        return wrap(run, marks)

    return map_runs(version, mark)


def _between_own_letters(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    return all(script_of(character) in pack.scripts for character in (before, after))


def regularize_glyphs(edition: Edition, version: Version, *, report: Report) -> Version:
    """The version with `orig` and `reg` around each run of Han characters that belong to the other script.

    A run is as long as characters that differ stand together. Characters are converted in their context, by OpenCC's
    phrases; in a text in simplified script that is certain, the other way a character may have several forms.
    """
    simplified = version.lang.endswith("-Hans")
    if not simplified and not version.lang.endswith("-Hant"):
        return version
    places: list[int] = []

    def mark(_block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        text = plain_text(run)
        regular = to_simplified(text) if simplified else _to_traditional(text)
        if regular == text:
            return run
        marks = []
        offsets = SourceOffsets(run)
        for start, end in _differing(text, regular, _borders(run)):
            marks.append((start, end, _choice("orig", regular[start:end], "" if simplified else "medium")))
            places.append(offsets[start])
        return wrap(run, marks)

    changed = map_runs(version, mark)
    if places:
        main, other = ("simplified", "traditional") if simplified else ("traditional", "simplified")
        message = f"{len(places)} runs of {other} characters in {main} text were regularized beside what is printed"
        help_ = "Nothing needs to be done; read the `reg` of each `choice` if the text is to be published regularized."
        if not simplified:
            help_ = "Read the `reg` of each `choice`: a simplified character can stand for several traditional ones."
        rule = "AN003" if simplified else "AN005"
        report.add(finding(rule, message, edition.source.decoded.location(places[0]), help=help_))
    return changed


def _to_traditional(text: str) -> str:
    """Only what traditional script never writes so is changed: many simplified characters are old forms of it too."""
    converted = to_traditional(text)
    return "".join(new if is_simplified_only(old) else old for old, new in zip(text, converted, strict=True))


def _borders(run: tuple[Inline, ...]) -> frozenset[int]:
    """The offsets at which a mark begins or ends: a run of glyphs is parted there, since marks never cross."""
    offsets = {0}
    position = 0
    for leaf in texts(run):
        position += len(leaf.text)
        offsets.add(position)
    return frozenset(offsets)


def _differing(text: str, regular: str, borders: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The runs of characters that `regular` has otherwise."""
    start = -1
    for index in range(len(text) + 1):
        differs = index < len(text) and text[index] != regular[index]
        if start >= 0 and (not differs or index in borders):
            yield start, index
            start = -1
        if differs and start < 0:
            start = index
