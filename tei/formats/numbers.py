"""Numbers as lists print them: 1, a, iv, 四, 丁."""

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_HAN = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def roman(number: int) -> str:
    """`number` in small Roman numerals."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """Small letters from a to z, then aa, bb as Word counts."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else str(number)


def han(number: int) -> str:
    """`number` below a hundred in Chinese numerals, greater ones in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_HAN[tens]}十") + (_HAN[ones] if ones else "")


def stem(number: int) -> str:
    """The heavenly stem in place `number` (甲 is 1)."""
    return _STEMS[(number - 1) % 10]


_FORMATS: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "ideographDigital",
            "koreanCounting",
            "一, 二, 三, ...",
        ),
        han,
    ),
    **dict.fromkeys(("ideographTraditional", "甲, 乙, 丙, ..."), stem),
}


def printed(number: int, form: str) -> str:
    """`number` in the form that HTML, ODF or OOXML name `form`; in digits where the form is not known."""
    return _FORMATS.get(form, str)(number)
