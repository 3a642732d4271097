"""How sure the language of a version is: by the words that it has and its nearest rival has not.

Close languages share most of their frequent words, and a short text may have none of those that tell them apart.
"""

from functools import cache
from itertools import chain, islice

from tei.languages import pack_for, packs
from tei.languages.frequent import FREQUENT
from tei.languages.scripts import main_script, script_of, script_weights
from tei.structure.language import UNKNOWN, words_of

_MOST_WORDS = 400  # of a text; more tell no more
_BY_MARGIN = (0.5, 0.7, 0.85, 0.95)  # by how many words more than the rival the language has
_UNOPPOSED = 0.8  # of a language with a word of its own where the rival has none
_UNTOLD = 0.4  # where no known language fits
_HAN_ALONE = 0.6  # of Chinese without a word of its own, which may be Japanese in Han characters
_SHORTEST = 2  # letters of a word that may be any language's
_SEVERAL = 2


def certainty_of(code: str, text: str) -> tuple[float, str]:
    """How sure (0–1) it is that `text` is in the language `code`, and which other one it may be in, "" for none."""
    if code == UNKNOWN:
        return _UNTOLD, ""
    script = main_script(text)
    if script == "Hani":
        return _of_han(code, text)
    known = _words_by_language(script)
    own = known.get(code, frozenset())
    rivals = {rival: words for rival, words in known.items() if rival != code}
    if not own or not rivals:
        return 1.0, ""
    found = {*islice(chain.from_iterable(map(words_of, text.split("\n"))), _MOST_WORDS)}
    telling = {word for word in found if len(word) > _SHORTEST or not word.isascii()}  # “o” is a word of many
    mine, others = found & own, telling - own
    told = mine | others
    margins = {rival: len(mine) - len(told & words) for rival, words in rivals.items()}
    rival = min(margins, key=lambda each: (margins[each], each))
    sure = _BY_MARGIN[max(0, min(margins[rival], len(_BY_MARGIN) - 1))]
    unopposed = margins[rival] > 0 and not others & rivals[rival]
    return max(sure, _UNOPPOSED) if unopposed else sure, rival


def _of_han(code: str, text: str) -> tuple[float, str]:
    """For Chinese: its own small words, a comma as it is set in Chinese, a character that no Japanese text is printed with."""
    chinese = len(pack_for("zh").function_words & {*text})
    if code == "zh":
        told = chinese + any(mark in text for mark in "，；：") + _SEVERAL * _is_beyond_japanese(text)
        return (1.0, "") if told >= _SEVERAL else (_HAN_ALONE, "ja")
    kana = script_weights(text)["Kana"]
    return (_HAN_ALONE, "zh") if code == "ja" and kana < _SEVERAL and chinese else (1.0, "")


def _is_beyond_japanese(text: str) -> bool:
    """Whether a character is none of the 6,355 of JIS X 0208, as those simplified in China are."""
    return any(script_of(character) == "Hani" and not character.encode("shift_jis", "ignore") for character in {*text})


@cache
def _words_by_language(script: str) -> dict[str, frozenset[str]]:
    """The frequent words of each language of a script that we know some of."""
    own = {pack.code: pack.function_words for pack in packs() if pack.scripts[:1] == (script,)}
    for code, words in FREQUENT.get(script, {}).items():
        own[code] = own.get(code, frozenset()) | words
    return own
