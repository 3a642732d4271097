"""Numbers written with digits of any script or with characters such as 二十一, 廿一 and 一九五八."""

import re
import unicodedata
from collections.abc import Mapping

_OTHER_DIGIT = re.compile(r"\d(?<![0-9])")


def fold_digits(text: str) -> str:
    """`text` with every decimal digit (full-width, Arabic-Indic …) as 0–9, and of the same length."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def number(text: str, numerals: Mapping[str, int], units: Mapping[str, int]) -> int | None:
    """The value of a number, white space aside; None when the characters make none.

    Digits alone are read one by one (一九五八 is 1958). With a unit they are read by value: 二十一 is 21, 十 is 10,
    廿一 is 21; a unit that is a power of ten multiplies the digit before it, another one is added.
    """
    characters = "".join(text.split())
    if not any(character in units for character in characters):
        digits = [_digit(character, numerals) for character in characters]
        return int("".join(map(str, digits))) if digits and None not in digits else None
    total, digit, smallest = 0, None, 10**9
    for character in characters:
        unit = units.get(character)
        if unit is None:
            if digit:
                return None  # two digits in a row
            digit = _digit(character, numerals)
            if digit is None:
                return None
        elif unit >= smallest or (digit is not None and not _is_power_of_ten(unit)):
            return None  # 十十, 二廿
        else:
            total += unit if digit is None else digit * unit
            digit, smallest = None, 10 ** (len(str(unit)) - 1)
    return total + (digit or 0)


def _digit(character: str, numerals: Mapping[str, int]) -> int | None:
    if character in numerals:
        return numerals[character]
    return int(character) if character in "0123456789" else None


def _is_power_of_ten(value: int) -> bool:
    return str(value).strip("0") == "1"
