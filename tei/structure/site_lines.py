"""Whether a line is one that a web site sets around a text: by its words in any language, or by its shape."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tei.languages import packs
from tei.languages.patterns import Patterns, as_written, of_all_languages
from tei.languages.person_parts import is_letterspaced
from tei.languages.scripts import main_script

_REMEMBERED = 512  # lines: each is asked about several times, and soon again
_LONGEST_LINE = 160
_LONGEST_POSTED = 80
_LONGEST_CELL = 70  # of a menu, in characters
_LONGEST_PHRASE = 4  # words
_PICTURE = re.compile(r"<<|>>|:\w+:|[\u2190-\u21ff\u2600-\u27bf\U0001f300-\U0001faff|•·▪◦●○»«›‹>＞]+")
_TRAIL = re.compile(r"(?:[^>»›＞→]{1,60}\s*[>»›＞→]+\s*){2,}[^>»›＞→]{0,200}")
_MENU = re.compile(r"(?:[^|｜]{1,24}\s*[|｜]\s*){2,}[^|｜]{0,24}")
_BAR = re.compile(r"\s*[|｜·•]\s*|\s{2,}")
_CELLS_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")  # of a table in Markdown
_ALPHABET = re.compile(r"(?:\S{3,20}\s+)?(?:[^\W\d_]\s+){8,}[^\W\d_]")  # an index: A B C D …
_TAGS = re.compile(r"(?:#[^\s#]+[\s,]*)+")
_COUNTER = re.compile(r"\d{1,4}\s*/\s*\d{1,4}(?:\s*[^\W\d_]{1,6})?")  # which of how many images
_STARRED = re.compile(r"\*{3}[^*]+\*{3}")
_FEWEST_NAMES = 4  # of a menu of unknown words
_LONGEST_NAME = {True: 26, False: 6}
_SENTENCE_END = re.compile(r"[.。!！?？;；:：,，][\s\"'”’)）]*$")
_AWAY = re.compile(r".{1,120}[↗⧉🔗]\s*")  # a link that leaves the site
# The day and the minute when something was posted; no earlier than there was a web to post it on.
_POSTED = re.compile(
    r"(?:199[5-9]|20\d\d)[^\d\n]{1,3}\d{1,2}[^\d\n]{1,3}\d{1,2}[^\d\n:]{1,6}\d{1,2}:\d\d(?!\d)"
    r"|\d{1,2}[^\d\n]\d{1,2}[^\d\n](?:199[5-9]|20\d\d)[^\d\n:]{1,6}\d{1,2}:\d\d(?!\d)"
)
# The same with the name of the month, in a short line.
_POSTED_AT = re.compile(
    r"(?:199[5-9]|20\d\d)\D{1,8}\d{1,2}:\d\d(?!\d)|\b\d{1,2}:\d\d(?::\d\d)?\s(?:[A-Z]{2,4}\s)?(?:199[5-9]|20\d\d)"
)
_MODERN = re.compile(r"(?<!\d)(?:199[5-9]|20\d\d)(?!\d)")
# What stands between a site's words: days, counts, the size and the kind of a file.
_FACT = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|[\d,.:]{1,12}[KkMm]?|[\d.]+\s?[KMGkmg]B|(?:docx?|pdf|txt|pptx?)|\d+[页頁]|[次约約]|分[钟鐘]"
)
_LABEL = re.compile(r"(?:^|(?<=[\s|·]))(?P<label>[^\s:：|·]{1,14})\s?[:：]")
# The name of a user or of a file, made by a machine: letters and figures around a low line or two hyphens.
_NAME_OF_MACHINE = re.compile(r"(?=[^\d\s]*\d)[A-Za-z0-9]{1,20}(?:_|--)[A-Za-z0-9_-]{1,30}")
_ADDRESS = re.compile(r"[^\s@]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?://|www\.)\S+")
_PHONE = re.compile(r"[^\W\d_][^\d:：]{0,24}[:：.]?\s*(?:\+|\(?0|\d{2,4}[-/])[\d\s()./-]{6,24}")
_SHORT_STEM = 4  # letters of a word that must stand whole
_COUNT = re.compile(r"(?!\d{1,4}\.\d{1,2}\.\d{1,4}$)[\d,.]{1,9}")  # but no date: 8.5.1961


@lru_cache(_REMEMBERED)
def is_site_line(text: str) -> bool:
    """Whether a line is one that a web site sets around a text, whatever stands there."""
    if len(text) > _LONGEST_LINE or (is_letterspaced(text) and not _in_alphabet(text)):
        return False  # B e r t h o l d: a name set apart
    bare = _PICTURE.sub(" ", text).strip(" []()【】*_.")
    if not bare:
        return bool(_PICTURE.search(text))
    return bool(
        is_wiki_tagline(text)
        or any(map(_is_word, {text.strip(), bare}))
        or _TRAIL.fullmatch(text)
        or _MENU.fullmatch(text)
        or any(pattern.fullmatch(text.strip()) for pattern in (_CELLS_RULE, _ALPHABET, _TAGS, _COUNTER, _STARRED))
        or _AWAY.fullmatch(text)
        or (len(text) <= _LONGEST_POSTED and _is_posted(text))
        or _all_words(bare)
        or _is_menu(text)
        or _are_labels(text)
    )


def _in_alphabet(text: str) -> bool:
    """Whether the single letters of a line are in the order of the alphabet, as those of an index are."""
    letters = [word.casefold() for word in text.split() if len(word) == 1]
    return letters == sorted(letters)


def is_wiki_tagline(text: str) -> bool:
    """Whether a wiki names itself in a line: “From Wikisource, the free online library”."""
    return len(text) <= _LONGEST_LINE and of_all_languages("wiki_taglines").fullmatch(text.strip(" *_()")) is not None


def opens_notice(text: str) -> bool:
    """Whether the site's own text begins with a paragraph: a notice, a list of other pages."""
    return of_all_languages("site_notices").match(text.strip(" []()【】*_")) is not None


def opens_licence(text: str) -> bool:
    """Whether a paragraph begins the wording of a licence, or names the law of copyright above it."""
    return of_all_languages("licences").match(text.strip(" []()【】*_")) is not None


def is_made_by_machine(text: str) -> bool:
    """Whether a line is the name of a user or of a file and nothing else (reader_4711)."""
    return _NAME_OF_MACHINE.fullmatch(text.strip()) is not None


def is_contact(text: str) -> bool:
    """Whether a line says how somebody is reached: a telephone number, an address of e-mail or of a site."""
    if len(text) > _LONGEST_LINE // 2:
        return False
    address = any(sign in text for sign in ("@", "://", "www.")) and _ADDRESS.search(text)
    return bool(address or _PHONE.fullmatch(text.strip()))


def is_count(text: str) -> bool:
    """Whether a line is a number alone."""
    return _COUNT.fullmatch(text) is not None


def _all_words(text: str) -> bool:
    """Whether a line is a site's words in a row, with counts and days: “Print  Previous Article  12  2015-03-01”."""
    words = [stripped for word in re.split(r"[\s|｜]+", text) if (stripped := word.strip(":：·‧,，‹›/"))]
    at = known = 0
    while at < len(words):
        size = _known(words[at : at + _LONGEST_PHRASE])
        known += size > 0
        if not size and not _FACT.fullmatch(words[at]):
            return False
        at += size or 1
    return len(words) > 1 and known > 0


def _known(words: Sequence[str]) -> int:
    """How many of `words`, from the first on, are together one of a site's wordings; 0 for none."""
    wordings = [*of_all_languages("site_lines").beginning(" ".join(words))]
    sizes = range(len(words), 0, -1) if wordings else ()
    return next((size for size in sizes if any(each.fullmatch(" ".join(words[:size])) for each in wordings)), 0)


def _is_word(text: str) -> bool:
    return of_all_languages("site_lines").fullmatch(text) is not None


def _is_menu(text: str) -> bool:
    """Whether a line is a row of short names with bars or wide gaps between, two of which are a site's words.

    Beside the day when something was posted one of them is enough.
    """
    cells = [cell.strip(" ![]»›") for cell in _BAR.split(text.strip()) if cell.strip()]
    if len(cells) < 3 or _SENTENCE_END.search(text) or any(len(cell) > _LONGEST_CELL for cell in cells):
        return False
    known = sum(_is_word(cell) for cell in cells)
    return known > 1 or (known > 0 and any(_MODERN.search(cell) for cell in cells))


def _is_posted(text: str) -> bool:
    """Whether a line says at which minute something was posted."""
    return bool(_POSTED.search(text) or (_POSTED_AT.search(text) and not _SENTENCE_END.search(text)))


def is_row_of_names(text: str) -> bool:
    """Whether a line can be a menu by its shape alone: four short names or more, far apart or in a script without spaces."""
    if len(text) > _LONGEST_LINE:
        return False
    spaced = main_script(text) not in ("Hani", "Kana")
    cells = re.split(r"\s{2,}|\s?[|｜·•]\s?" if spaced else r"[\s|｜·•]+", text.strip())
    short = all(0 < len(cell) <= _LONGEST_NAME[spaced] and not cell[:1].isdigit() and "." not in cell for cell in cells)
    return len(cells) >= _FEWEST_NAMES and short and not _SENTENCE_END.search(text)


def _are_labels(text: str) -> bool:
    """Whether a line is several labels of a posting in a row: “Author: A  Source: B  Views:”."""
    labels = [match["label"].casefold() for match in _LABEL.finditer(text)]
    return len(labels) > 2 and bool(_LABEL.match(text)) and all(map(_is_posting_label, labels))


def _is_posting_label(label: str) -> bool:
    return label in metadata_labels() or _is_word(label)


@cache
def metadata_labels() -> frozenset[str]:
    """The keys of metadata in all languages, in small letters."""
    return frozenset(key for pack in packs() for keys in pack.metadata_keys.values() for key in keys)


@cache
def known_labels() -> frozenset[str]:
    """What stands before a colon in the lines above a text, in all languages and in small letters: not in a title."""
    words = (
        word
        for pack in packs()
        for word in (
            *pack.layout.record_labels,
            *pack.layout.subject_labels,
            *pack.letters.sender_labels,
            *pack.letters.recipient_labels,
        )
    )
    return metadata_labels() | {word.casefold() for word in words}


def has_site_word(text: str) -> bool:
    """Whether a line has a word that sites have in their own lines, in any language."""
    lower = text.casefold()
    return any(word.search(lower) for word in _site_words().within(lower))


@cache
def _site_words() -> Patterns:
    """The words of sites of all languages: a site's language need not be that of the text."""
    every = []
    for pack in packs():
        for word in pack.layout.site_words:
            stem = re.escape(word).replace(r"\-", r"[\s-]")
            if not pack.names.spaced:
                every.append(stem)
            else:
                every.append(rf"(?<!\w){stem}" + (r"(?!\w)" if len(word) <= _SHORT_STEM else ""))
    return as_written(tuple(every))
