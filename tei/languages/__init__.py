"""The languages: a table of packs, and what reads them. A new language is one data file and one line here."""

from functools import cache, partial
from importlib import import_module

from tei.languages.base import LanguagePack
from tei.plugins import Registry

# Code of the language -> module that holds its `PACK`.
_MODULES = {
    code: f"tei.languages.{code}"
    for code in ("en", "zh", "fr", "de", "nl", "ru", "ja", "ko", "es", "it", "pt", "ar", "pl", "uk")
}


def _load(module: str) -> LanguagePack:
    pack = import_module(module).PACK
    assert isinstance(pack, LanguagePack)
    return pack


LANGUAGES: Registry[LanguagePack] = Registry(
    "tei.languages", {code: partial(_load, module) for code, module in _MODULES.items()}
)


@cache
def packs() -> tuple[LanguagePack, ...]:
    """Every language pack, built-in first."""
    return tuple(LANGUAGES.get(name) for name in LANGUAGES.names())


@cache
def pack_for(tag: str) -> LanguagePack:
    """The pack for a BCP 47 tag by its primary subtag; a pack without words for a language that has none."""
    code = tag.split("-")[0]
    return next((pack for pack in packs() if pack.code == code), _unknown(code))


@cache
def _unknown(code: str) -> LanguagePack:
    return LanguagePack(code=code, name=code, scripts=())
