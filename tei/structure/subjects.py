"""What a document without a title says that it is about."""

import re
from collections.abc import Sequence
from functools import cache

from tei.languages.base import LanguagePack
from tei.structure.units import Unit

_DEEPEST_SUBJECT = 40  # units from the top
_LONGEST = 200  # characters of a subject


def subject_of(units: Sequence[Unit], pack: LanguagePack) -> str:
    """What a memorandum or a telegram without a title says that it is about (Subject: …); "" where nothing says it."""
    for unit in units[:_DEEPEST_SUBJECT]:
        match = _subject(pack.layout.subject_labels).match(unit.text)
        if match and match.end() < len(unit.text) <= _LONGEST:
            return unit.text[match.end() :].strip(" .")
    return ""


@cache
def _subject(labels: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, labels)) or "(?!)"
    return re.compile(rf"(?:{either})\s?[.]?\s?[:：]\s*(?=\S)", re.IGNORECASE)
