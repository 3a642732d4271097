"""Which language each unit is in."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain

from tei.languages import pack_for, packs
from tei.languages.frequent import FREQUENT
from tei.languages.scripts import han_script, main_script, script_weights
from tei.model.source import LayoutKind
from tei.structure.units import Unit

# Scripts that one language alone is usually written in.
_BY_SCRIPT = {"Kana": "ja", "Hang": "ko", "Grek": "el", "Hebr": "he", "Thai": "th", "Armn": "hy", "Geor": "ka"}

UNKNOWN = "und"

_REMEMBERED = 512  # texts: each is asked about several times, and soon again
_SEVERAL = 4  # words of a language in a text; letters of the Latin alphabet that two of another script count for
_FEW_SMALL = 0.1  # of the words of a list of names: von, de, and
_PASSAGE = 20  # words of a text that must tell its language
_USUAL = 0.18  # the share of small words in a text, at least; where no other language comes near, less is enough
_CLEAR, _FAR = 0.12, 3
_SHORT = 8  # words; in a shorter text one frequent word is enough
_LONG = {True: 80, False: 40}  # characters of a paragraph that is more than names, by whether words are set apart
_SOLE = 0.25  # of a document, at least, is the one paragraph of a version
_INITIAL = re.compile(r"\(?[^\W\d_]\.,?")
_DIFFERENT = 3  # frequent words of a language without a pack, by which a line is believed to be in it
_SOME = 0.06  # the share of a language's words in a passage that is in none for certain, where others are in it
_PARTICLE = re.compile(
    r"(?<=[\u3400-\u9fff])(?:[ニハヲノトテモガにはをのとてもが]|ヨリ|マデ|より|まで)(?=[\u3400-\u9fff])"
)
_PARTICLES = 3
_SHORT_HAN = 20  # characters of a line in which one word tells nothing
_AHEAD = 1.3  # how much more a language without a pack must have of its words than one with a pack has
_AROUND = ".,;:!?()[]\"'“”‘’«»„*_"  # a word
_BREAK = re.compile(r"\s+|(?<=\b[^\W\d_])['’]|(?<=\bqu)['’]")


@cache
def _codes(script: str) -> tuple[str, ...]:
    return tuple(pack.code for pack in packs() if script in pack.scripts)


def language_of(text: str) -> str:
    """The code of the language of `text`; "" when it is too short to tell, "und" when no known language fits.

    Among languages of one script the share of their most frequent words decides (stop-word identification, as in
    Grefenstette 1995, “Comparing two language identification schemes”); where two have the same share, none does.
    """
    script = main_script(text)
    if not script:
        return ""
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    codes = _codes(script)
    if script == "Hani":
        return _mostly_in_han(text) or (codes[0] if codes else "zh")
    words = words_of(text)
    if not words:
        return ""
    shares = {code: _share(words, pack_for(code).function_words, pack_for(code).proclitics) for code in codes}
    most = max(shares.values(), default=0.0)
    if len(words) >= _SHORT:  # in a shorter line a word of any language may be a name, or shared with another
        known = _frequent(script)
        different = Counter(chain.from_iterable([known[word] for word in {*words} if word in known]))
        others = {
            code: _share(words, FREQUENT[script][code])
            for code, count in different.items()
            if code not in shares and count >= _DIFFERENT
        }
        if others and max(others.values()) > _AHEAD * most:
            shares, most = others, max(others.values())
    best = [code for code, share in shares.items() if share == most]
    next_best = max((share for share in shares.values() if share < most), default=0.0)
    clear = most >= _CLEAR and most >= _FAR * next_best  # a telegram has few small words, and none of another language
    if most >= _USUAL or clear or (len(words) < _SHORT and most > 0):
        return best[0] if len(best) == 1 else ""
    return UNKNOWN if len(words) >= _PASSAGE and not _are_names(text) else ""


@cache
def _frequent(script: str) -> Mapping[str, Sequence[str]]:
    """The languages that each of the frequent words of a script is one of."""
    languages: dict[str, list[str]] = {}
    for code, words in FREQUENT.get(script, {}).items():
        for word in words:
            languages.setdefault(word, []).append(code)
    return languages


def _are_names(text: str) -> bool:
    """Whether nearly all words of a text begin with a capital and the others with a small letter: a list of names."""
    words = [word for word in text.split() if word[:1].isalpha()]
    small = sum(word[0].islower() for word in words)
    return not text.isupper() and small <= _FEW_SMALL * len(words) and any(word[1:2].islower() for word in words)


def _mostly_in_han(text: str) -> str:
    """The language of a text in Han characters and a few letters, as treaties of Japan and Korea are; "" for Chinese.

    A Chinese text may quote such letters, but has several of its own words; it has no particles between Han characters.
    """
    weights = script_weights(text)
    if not (weights["Kana"] or weights["Hang"]):
        return ""
    particles = _PARTICLE.findall(text)
    if len(particles) >= _PARTICLES and len({*particles}) > 1:
        return "ja"
    if len(pack_for("zh").function_words & {*text}) >= _SEVERAL:
        return ""
    few = (
        script for script in ("Kana", "Hang") if weights[script] >= _SEVERAL and weights[script] * 24 > weights["Hani"]
    )
    return next((_BY_SCRIPT[script] for script in few), "")


def _share(words: Sequence[str], own: Set[str], proclitics: tuple[str, ...] = ()) -> float:
    """The share of `words` that are among `own`, or begin with one of the small words that are written in one with them."""
    alone = sum(map(own.__contains__, words))
    bound = sum(word.startswith(proclitics) and word not in own for word in words) if proclitics else 0
    return (alone + bound) / len(words)


@lru_cache(_REMEMBERED)
def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, without punctuation; what is elided before an apostrophe (l’) is a word."""
    lower = text.casefold()
    pieces = _BREAK.split(lower) if "'" in lower or "’" in lower else lower.split()
    return tuple(
        [
            word
            for piece in pieces
            if (word := piece.strip(_AROUND)).isalpha() and (len(word) > 1 or not _INITIAL.fullmatch(piece))
        ]
    )


def tell_languages(units: Sequence[Unit]) -> list[tuple[Unit, str]]:
    """The units, each with the code of the language in whose version it is.

    A language has a version when it holds a good share of the text. A unit in none of these languages, or too short
    to tell, belongs to the version around it: the one of its own script, else that of the unit before it.
    """
    told = _shared_script([unit.text for unit in units])
    codes = [code for code in dict.fromkeys(told) if code]
    told = [own or _by_kind(unit, codes) for own, unit in zip(_kin_as_one(units, told), units, strict=True)]
    told = [own if own not in ("", UNKNOWN) else _as_marked(unit, own) for unit, own in zip(units, told, strict=True)]
    if UNKNOWN in told:
        written = [own for unit, own in zip(units, told, strict=True) if len(words_of(unit.text)) >= _PASSAGE]
        told = [_as_others(unit, written) if own == UNKNOWN else own for unit, own in zip(units, told, strict=True)]
    mains = _main_languages(units, told)
    if not mains:
        return [(unit, UNKNOWN) for unit in units]
    by_script: dict[str, list[str]] = {}
    for unit, language in zip(units, told, strict=True):
        if language in mains:
            known = by_script.setdefault(main_script(unit.text), [])
            if language not in known:
                known.append(language)
    following = [""]  # from the last unit on, the version's language that comes next
    for language in reversed(told):
        following.append(language if language in mains else following[-1])
    result: list[str] = []
    for index, (unit, language) in enumerate(zip(units, told, strict=True)):
        if language in mains:
            result.append(language)
            continue
        script = main_script(unit.text)
        same_script = {*by_script.get(script, ()), *(code for code in mains if script in pack_for(code).scripts)}
        if len(same_script) == 1:
            result.append(*same_script)
            continue
        before = result[-1] if result and _same_part(units, index) else ""
        after = following[-index - 2]
        if unit.kind is LayoutKind.HEADING:  # it belongs to what stands below it
            before, after = after, before
        result.append(before or after or (result[-1] if result else mains[0]))
    foreign = (_foreign(unit, own, code) for unit, own, code in zip(units, told, result, strict=True))
    return [
        (replace(unit, foreign=tag) if tag else unit, code)
        for unit, tag, code in zip(units, foreign, result, strict=True)
    ]


def _shared_script(texts: Sequence[str]) -> list[str]:
    """The language of each text; "" for one in a script that two languages of the document share.

    Chinese and Japanese lines in Han characters are such, unless they have words of Chinese: one may be part of a name.
    """
    told = [language_of(text) for text in texts]
    others = {script for code in {*told} for script in pack_for(code).scripts[1:]}
    shared = {code for code in {*told} if pack_for(code).scripts[:1] and pack_for(code).scripts[0] in others}
    return [
        "" if code in shared and len(pack_for(code).function_words & {*text}) < 1 + (len(text) < _SHORT_HAN) else code
        for code, text in zip(told, texts, strict=True)
    ]


def _by_kind(unit: Unit, codes: Sequence[str]) -> str:
    """The language of `codes` that has the longest word for a kind of document in a title (JOINT COMMUNIQUÉ)."""
    text = unit.text.casefold()
    if not text or len(words_of(text)) >= _SHORT:
        return ""
    longest = {
        code: max((len(word) for words in pack_for(code).genres.values() for word in words if word in text), default=0)
        for code in codes
    }
    most = max(longest.values(), default=0)
    best = [code for code, length in longest.items() if length == most]
    return best[0] if most and len(best) == 1 and main_script(text) in pack_for(best[0]).scripts[:1] else ""


def _kin_as_one(units: Sequence[Unit], told: Sequence[str]) -> list[str]:
    """The languages told, those without a pack decided once for each script: a paragraph of Danish may look Norwegian."""
    without = {code: script for script, codes in FREQUENT.items() for code in codes if not pack_for(code).scripts}
    done = list(told)
    for script in dict.fromkeys(without[code] for code in told if code in without):
        same = [index for index, code in enumerate(told) if without.get(code) == script]
        whole = language_of(" ".join(units[index].text for index in same))
        for index in same:
            done[index] = whole or told[index]
    return done


def _as_others(unit: Unit, codes: Sequence[str]) -> str:
    """The language of a passage in none for certain: that of others in its script of which it has some words."""
    script = main_script(unit.text)
    words = words_of(unit.text)
    shares = {
        code: _share(words, pack_for(code).function_words or FREQUENT.get(script, {}).get(code, frozenset()))
        for code in dict.fromkeys(codes)
        if script in pack_for(code).scripts or code in FREQUENT.get(script, {})
    }
    best = max(shares, key=lambda code: shares[code], default=UNKNOWN)
    return best if shares.get(best, 0.0) >= _SOME else UNKNOWN


def _as_marked(unit: Unit, own: str) -> str:
    """The language that the markup gives a unit whose text tells none; `own` where the text speaks against it.

    Word processors mark as English what nobody has marked, so a language that we know must not have been ruled out.
    """
    code = unit.hint.split("-")[0].lower()
    scripts = pack_for(code).scripts
    if not re.fullmatch("[a-z]{2,3}", code) or (scripts and (own == UNKNOWN or main_script(unit.text) not in scripts)):
        return own
    return code


def _foreign(unit: Unit, own: str, version: str) -> str:
    """The tag of a unit in another language than its version's; "" where it is too short to tell."""
    if own in ("", version):
        return ""
    if pack_for(own).scripts == pack_for(version).scripts and len(words_of(unit.text)) < _SHORT:
        return ""  # a name, perhaps: Marquis de la …
    return language_tag(own, unit.text)


def language_tag(code: str, text: str) -> str:
    """The BCP 47 tag of `text` in the language `code`, with the script where that is not a matter of course."""
    script = han_script(text) if code == "zh" else main_script(text) if code == UNKNOWN else ""
    return f"{code}-{script}" if script else code


def _same_part(units: Sequence[Unit], index: int) -> bool:
    """Whether no rule stands between the unit and the one before it."""
    return index > 0 and bool(units[index - 1].lines)


def _main_languages(units: Sequence[Unit], told: Sequence[str]) -> list[str]:
    weights: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    for unit, language in zip(units, told, strict=True):
        if language:
            weights[language] += sum(script_weights(unit.text).values())
            paragraphs[language] += 1
    longest = {code for unit, code in zip(units, told, strict=True) if len(unit.text) >= 2 * _LONG[True] and code}
    total = sum(weights.values())
    order = list(dict.fromkeys(language for language in told if language))
    mains = [
        code
        for code in order
        if weights[code] >= 0.15 * total
        and (paragraphs[code] > 1 or len(order) == 1 or (code in longest and weights[code] >= _SOLE * total))
    ]
    written = {code for unit, code in zip(units, told, strict=True) if code in mains and _is_prose(unit, code)}
    mains = [code for code in mains if code in written or not written]  # names and offices make no text
    return mains or ([max(order, key=lambda code: weights[code])] if order else [])


def _is_prose(unit: Unit, code: str) -> bool:
    """Whether a unit is a sentence or part of one, by its end or its length."""
    pack = pack_for(code)
    text = unit.text.rstrip(pack.closing_marks)
    return (
        unit.kind is LayoutKind.ITEM
        or text.endswith((*pack.sentence_end, ";", "；"))
        or len(text) >= _LONG[pack.names.spaced]
    )
