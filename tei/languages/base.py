"""What a language pack holds. A pack is data: adding a language is one file with one `LanguagePack`, and no logic.

Word lists are kinds of words (months, offices, honorifics), never names of people, places or documents. All patterns
are regular expressions as `re` takes them, without flags; lists of words are matched as plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True)
class DateWords:
    """How dates are written.

    `templates` are forms of one date, such as `"{month} {day}, {year}"`; the fields are `{year}`, `{month}`, `{day}`;
    the rest is matched as it stands, white space freely. `months` maps each spelling, in lower case, to 1–12.
    `range_words` stand between the ends of a span of dates, `list_words` between the spans of a list. `ordinals` are
    what may follow the number of a day. `numerals` maps digits written as characters to 0–9, `units` the characters
    for ten and so on to their value, so that 二十一 and 廿一 are numbers.
    """

    templates: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    range_words: tuple[str, ...] = ()
    list_words: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    numerals: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    relative_years: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NameWords:
    """How people and their offices are written.

    `spaced`: words are set apart by spaces. `role_heads` are nouns that an office ends with (head-final languages) or
    holds (others). `ranks` stand directly before or after a name and are not part of it (Marshal, 元帅, Mr.).
    `surnames` are family names frequent enough to tell where an unspaced name begins. `particles` may stand in lower
    case inside a name (de, von). `name_separator` joins the parts of a transliterated name (·). `role_joiners` stand
    between two offices of one person (兼, and). `org_heads` are nouns that a body ends with or holds (Party, 政府).
    """

    spaced: bool = True
    role_heads: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    surnames: frozenset[str] = frozenset()
    particles: tuple[str, ...] = ()
    name_separator: str = ""
    role_joiners: tuple[str, ...] = ()
    org_heads: tuple[str, ...] = ()
    org_particles: tuple[str, ...] = ()


@dataclass(frozen=True)
class LanguagePack:
    """Everything the tool knows about one language.

    `code` is a BCP 47 primary subtag, `name` the English name. `scripts` maps ISO 15924 codes to those the language
    is written in, the usual one first. `metadata_keys` maps a field (title, author, date, page, column, journal,
    genre, id, language) to its keys in lower case. `version_markers` maps "original" and "translation" to labels
    that announce such a version.
    """

    code: str
    name: str
    scripts: tuple[str, ...]
    direction: str = "ltr"
    function_words: frozenset[str] = frozenset()
    sentence_end: str = ".!?…"
    closing_marks: str = "\"'”’)]»"
    open_marks: str = ",;:"
    list_separators: tuple[str, ...] = (";", ",")
    dates: DateWords = DateWords()
    names: NameWords = NameWords()
    metadata_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    version_markers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page_lines: tuple[str, ...] = ()
    column_lines: tuple[str, ...] = ()
    signature_marks: tuple[str, ...] = ()
    party_leads: tuple[str, ...] = ()
    place_cues: tuple[str, ...] = ()
    valedictions: tuple[str, ...] = ()
    salutations: tuple[str, ...] = ()
    genres: Mapping[str, str] = field(default_factory=dict)
    stray_glosses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()
