"""What a line above a text says of itself: what kind of document it heads, who writes to whom, that it is a number."""

import re
import unicodedata
from functools import cache, lru_cache

from tei.languages import packs
from tei.languages.base import LanguagePack
from tei.languages.correspondence import read_heading
from tei.languages.dates import normalize_date
from tei.languages.patterns import any_case
from tei.languages.person_parts import longest_end
from tei.languages.scripts import main_script, to_simplified
from tei.model.source import LayoutKind
from tei.structure.closers import is_label
from tei.structure.units import Unit

NAMED = 2.0
"""What it weighs that a title says at its beginning, or at its end, what kind of document it heads."""
_REMEMBERED = 512  # titles: each is asked about several times, and compared with several others
_KIND_INSIDE = 0.8
_SURE = 0.8  # of a heading that says who writes to whom
_FIRST_WORDS = 4  # among which a title names its kind
_ALIKE = 0.5  # the share of a title that the first line has too
_SHORTEST_WORD = 4  # letters of a word that tells something
_MANY_FIGURES = 0.3  # the share of figures among what is written, in the number of a file
_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,9}\.?[°º]?\s*)?[(\[№#]?\s?\d{1,4}[)\]]?\s*[号號호]?\.?|[IVXLC]+\.?|[^\W\d_]{1,4}\.\s?[IVXLC]{2,}\.?"
    r"|[^\W\d_]{0,6}第?\s?[一二三四五六七八九十百千〇零\d]{1,6}\s?[号號]|[A-Z]{1,5}(?:/[A-Z0-9.]+)+(?:\s[A-Z]{1,4})?"
)
NUMBERED = re.compile(
    r"(?:no|nr|n|№)?[.°º]?\s?\d{1,4}\s?[.):–—-]?\s+|[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*", re.IGNORECASE
)
"""The number in front of a title."""
_REMARK = re.compile(r"\s*[(（【\[〔][^()（）【】\[\]〔〕]{1,40}[)）】\]〕]\s*$")
_SIGNS = "●■◆▲○◎□▼▽△◇★☆・*_ "  # before the label of an article


@lru_cache(_REMEMBERED)
def kind_weight(text: str, pack: LanguagePack) -> float:
    """How much a line says what kind of document it heads; more where titles say it, at their beginning or their end."""
    if pack.names.spaced:
        words = [word.strip("\"'“”„«»()[],.;:!–—-").casefold() for word in NUMBERED.sub("", text, count=1).split()]
        at = next((i for i, word in enumerate(words) if _is_noun(word, pack)), -1)
        ended = text.endswith(".")  # then it may be a sentence: This agreement holds for ten years.
        led = ended and capitals(text) < 1.0 and words[0] in pack.function_words
        opens = 0 <= at < _FIRST_WORDS and not text[:1].islower() and not (led and at)
        return NAMED if opens else _KIND_INSIDE * (at >= 0 and not ended)
    bare = _REMARK.sub("", text).rstrip('）)」》”"』 ').replace(" ", "")
    ends = len(longest_end(bare, _nouns(pack, 1)))
    if ends > 1 or (ends == 1 and len(bare) > _FIRST_WORDS):
        return NAMED
    return _KIND_INSIDE if any(map(bare.__contains__, _nouns(pack, 2))) else 0.0


def _is_noun(word: str, pack: LanguagePack) -> bool:
    nouns = pack.layout.document_nouns
    if word in nouns or any(word.startswith(clitic) and word[len(clitic) :] in nouns for clitic in pack.proclitics):
        return True
    return pack.names.compounds and word.endswith(_nouns(pack, _SHORTEST_WORD + 1))


@cache
def _nouns(pack: LanguagePack, shortest: int) -> tuple[str, ...]:
    """The words for kinds of documents that have so many characters."""
    return tuple(noun for noun in pack.layout.document_nouns if len(noun) >= shortest)


def is_letter_heading(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a line says who writes to whom, as the title of a letter does."""
    return letter_heading(unit, pack) >= _SURE


def letter_heading(unit: Unit, pack: LanguagePack) -> float:
    """How sure it is that a line says who writes to whom."""
    if unit.kind is LayoutKind.TABLE or len(unit.lines) != 1 or unit.text.endswith((":", "：", ",", "，", "。")):
        return 0.0
    heading = read_heading(unit.text, pack)
    if heading is None or heading.sender is None or heading.recipient is None:
        return 0.0
    return heading.certainty


def says_the_same(text: str, title: str, pack: LanguagePack) -> bool:
    """Whether a line says what the first one, the title of its page, says: in other words, or a little shorter."""
    own = main_script(title) in pack.scripts and len(text) * 2 > len(title)
    return own and likeness(text, title, pack) >= _ALIKE


def likeness(text: str, title: str, pack: LanguagePack) -> float:
    """The share of what `text` is made of that `title` has too: words, or pairs of characters where words are not set apart."""
    own, other = _parts(text, pack), {*_parts(title, pack)}
    return sum(part in other for part in own) / len(own) if own else 0.0


def _parts(text: str, pack: LanguagePack) -> list[str]:
    plain = text.casefold()
    if pack.names.spaced:
        return [word for word in re.findall(r"\w+", plain) if len(word) >= _SHORTEST_WORD]
    letters = "".join(character for character in plain if character.isalnum())
    return [letters[at : at + 2] for at in range(len(letters) - 1)]


@lru_cache(_REMEMBERED)
def folded(text: str) -> str:
    """A title without what two printings of it may differ in: spaces, punctuation, case, script."""
    plain = to_simplified(unicodedata.normalize("NFKC", text))
    return "".join(filter(str.isalnum, plain)).casefold()


def is_number(text: str) -> bool:
    """Whether a heading is the number of a document and nothing else: “No. 13”, 第5号."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_code(text: str) -> bool:
    """Whether a line is the number of a file rather than words: 123.45/6-789."""
    written = [character for character in text if character.isalnum()]
    figures = sum(character.isdigit() for character in written)
    return figures > _MANY_FIGURES * len(written) and not normalize_date(text, packs())


def is_remark(text: str) -> bool:
    """Whether a line is a label in brackets; titles of East Asia stand in such as 【】."""
    return is_label(text) and text[0] != "【"


def article_like(text: str, pack: LanguagePack) -> bool:
    """Whether a line begins as the label of an article does."""
    return any_case(pack.article_labels).match(text.lstrip(_SIGNS)) is not None


def has_verb(text: str, pack: LanguagePack) -> bool:
    """Whether a line has a word that sentences have and titles have not; in small letters, since May is a month."""
    small = capitals(text) < 1.0
    words = (word.strip(",.;:") for word in text.split())
    return any((word if small else word.casefold()) in pack.layout.finite_words for word in words)


def capitals(text: str) -> float:
    """The share of capitals among the letters of a line; 0 where its script has none."""
    letters = [*filter(str.isalpha, text)]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 0.0


def in_title_case(text: str) -> bool:
    """Whether a line of several words has capitals as titles have: on all but short words."""
    words = [word.strip("\"'“”‘’(),.;:") for word in text.split()]
    small = [word for word in words if word[:1].islower()]
    capital = sum(word[:1].isupper() for word in words)
    return capital > 1 and capital > len(small) and all(len(word) <= _SHORTEST_WORD for word in small)
