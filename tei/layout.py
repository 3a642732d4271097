"""Where editions go in their folder: a pattern such as `{year}/{stem:2}/{stem}.xml`, which never leads out of it."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from tei.toml_tables import Wrong, text_value

_FIELD = re.compile(r"\{(\w+)(?::(\d{1,2}))?\}")
_FIELDS = ("stem", "year", "lang", "hash")
_KIND = 'a pattern such as "{year}/{stem}.xml": {stem} in the last part, else {stem:2}, {year}, {lang} and {hash:2}'


def layout_value(value: object) -> str:
    """A layout from the settings: relative, without `..`, its last part with {stem} and ending in .xml."""
    pattern = text_value(value)
    plain = _FIELD.sub("x", pattern)
    parts = PurePosixPath(pattern).parts
    good = (
        re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*", plain)
        and not any(part.startswith(".") for part in plain.split("/"))
        and all(name in _FIELDS for name, _ in _FIELD.findall(pattern))
        and "{stem}" in parts[-1]
        and pattern.endswith(".xml")
    )
    if not good:
        raise Wrong(_KIND)
    return pattern


def laid_out(pattern: str, values: Mapping[str, str]) -> str:
    """The path of an edition: each field in its place, as a name that every file system takes.

    `values` are those of `stem`, `year` and `lang`; `hash` is made of the stem, so that folders fill evenly.
    """
    known = {**values, "hash": sha256(values["stem"].encode("utf-8", "surrogateescape")).hexdigest()}
    *folders, name = pattern.split("/")
    shown = [_FIELD.sub(lambda match: _part(known, match), folder) for folder in folders]
    return "/".join([*shown, _FIELD.sub(lambda m: known["stem"] if m[0] == "{stem}" else _part(known, m), name)])


def _part(values: Mapping[str, str], match: re.Match[str]) -> str:
    text = re.sub(r"[^\w-]", "_", values.get(match[1], ""))
    return text[: int(match[2])] if match[2] and text else text or "unknown"
