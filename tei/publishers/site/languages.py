"""Names and directions of languages, from the Unicode CLDR (package babel)."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def language_name(tag: str) -> str:
    """The name in English of the language with the BCP 47 tag `tag`; the tag itself where CLDR has none."""
    locale = _locale(tag)
    return str(locale.get_display_name("en") or tag) if locale else tag


@cache
def direction(tag: str) -> str:
    """`rtl` for a language written from right to left, else `ltr`."""
    locale = _locale(tag)
    return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-") if tag else None
    except (ValueError, UnknownLocaleError):
        return None
