"""What a language pack holds. A pack is data: adding a language is one file with one `LanguagePack`, and no logic.

Word lists are kinds of words (months, offices, honorifics), never names of people, places or documents. All patterns
are regular expressions as `re` takes them, without flags; lists of words are matched as plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)  # compared by identity: the patterns made from it are kept by it as a key
class DateWords:
    """How dates are written. `docs/dates.md` explains the fields with examples.

    `templates` are forms of one date, such as `"{month} {day}, {year}"`; `openings` are forms that only stand before a
    range or list word and leave the rest to a later date (the 3 of “3–7 August”), `endings` those that only stand
    after one (the 7, 1958 of “August 3–7, 1958”). Literal parts are matched as they stand, white space freely. Fields:
    `{year}`, `{month}`, `{day}`; `{relative}`, a word in place of a year; `{short}`, the last two digits of a year;
    `{cue}`, which matches nothing but demands one of `year_cues` before it; `{reign}`, the year of an era that the
    writer leaves out, as a number with a unit in it (二十五); `{counted}`, a year as a number with thousands (千九百).
    """

    spaced: bool = True
    """Words are set apart by spaces; where they are not, digits may be set apart (letter-spacing)."""
    templates: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    """Each name of a month to 1–12, as printed inside a sentence; capitals of its letters are allowed besides."""
    month_numbers: bool = False
    """`{month}` may be a number."""
    ordinals: tuple[str, ...] = ()
    """What may follow the number of a day at once."""
    range_words: tuple[str, ...] = ()
    """Stand between the ends of a span."""
    pair_words: tuple[str, ...] = ()
    """Stand before the first end of a span, whose ends a list word may then join as well: between … and."""
    list_words: tuple[str, ...] = ()
    """Stand between the dates or spans of a list."""
    lead_words: tuple[str, ...] = ()
    """May follow a range or list word before the date itself: and *from* December 2."""
    year_cues: tuple[str, ...] = ()
    """Words after which a number of four digits is a year."""
    not_before: tuple[str, ...] = ()
    """Words after which a number is no part of a date: No., Article."""
    not_after: tuple[str, ...] = ()
    """Words before which it is none either: people."""
    numerals: Mapping[str, int] = field(default_factory=dict)
    """Characters that are digits, to 0–9."""
    number_words: Mapping[str, int] = field(default_factory=dict)
    """Pieces of numbers in words, cardinal and ordinal, in lower case, with their values; 0 for what joins them (and).
    They may be glued (neunzehnhundertdreiundfünfzig): hundreds and thousands multiply, the rest is added."""
    units: Mapping[str, int] = field(default_factory=dict)
    """Characters for ten and so on: a power of ten multiplies the digit before it, another value (廿 20) is added."""
    brief: tuple[str, ...] = ()
    """Further templates that are dates in a dateline only: 二八、二、二五, 七、四. Their `{recent}` is a year of the era
    that is left out, in one or two figures."""
    last_recent: int = 0
    """The last year that `{recent}` can mean; what is above is of an era or century that is not said."""
    day_first: bool = False
    """Of three numbers of which the last is a year, the first is the day: 1.5.1958."""
    eras: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Names of eras, to what is added to a year of theirs to give the year of the common era, and the first of their
    years in the Gregorian calendar; an earlier one is no date here. The empty name is the era of a `{reign}`."""
    republican_months: Mapping[str, int] = field(default_factory=dict)
    """Names of the months of the French Republic in small letters, to 1–12; 13 for the days after the twelfth."""
    republican_years: tuple[str, ...] = ()
    """Stand before the number of its years: an."""
    lunar_reigns: Mapping[str, int] = field(default_factory=dict)
    """Names of reigns whose years are of the Chinese calendar, to what is added to such a year to give the year of the
    common era that it begins in."""
    lunar_years: Mapping[str, int] = field(default_factory=dict)
    """The same for reigns whose days are not worked out: in a dateline the year is told, where it can be no other."""
    years_alone: bool = False
    """A year of either kind of reign is a date by itself: in datelines."""
    first_years: tuple[str, ...] = ()
    """Stand for 1 after the name of an era: 元."""
    relative_years: Mapping[str, int] = field(default_factory=dict)
    """What stands in place of a year, to its distance from the year of the document."""
    relative_months: Mapping[str, int] = field(default_factory=dict)
    """The same for months."""
    latest_words: tuple[str, ...] = ()
    """Stand in place of a year for the last such month before the document: November *last*."""
    same_years: tuple[str, ...] = ()
    """Stand in place of a year for that of the date before."""
    same_months: tuple[str, ...] = ()
    """The same for months."""
    beside: frozenset[str] = frozenset()
    """Small words, in small letters, that stand beside a date and a place in a dateline: weekdays, hours, at, given."""


@dataclass(frozen=True)
class NameWords:
    """How people, their offices, bodies and places are written.

    `spaced`: words are set apart by spaces. `role_heads` are the nouns an office is named by: it ends with one where
    `spaced` is false (国防部长), and holds one where it is true (Minister of Defense). `ranks` stand directly before or
    after a name and are not part of it (Marshal, 元帅, Mr.); `courtesies` are those that nobody uses of himself, before a name where `spaced` is true, else after it. `surnames` are family names frequent enough to tell where
    an unspaced name begins. `particles` may stand in lower case inside a name (de, von); `suffixes` follow it after a comma and belong to it (Jr). `name_separator` joins the
    parts of a transliterated name (·). `spaced` is false also where spaces do not tell a name from an office: in Korean. `role_joiners` stand between two offices of one person (兼, and). `org_heads`
    are the nouns that a body is named by (Party, 政府), used as `role_heads` are. `role_modifiers` stand between a body
    and the noun of an office in it (副, 第一). `name_followers` are words and marks that may follow a name directly, to
    tell where an unspaced one ends. `given_length` is how many characters may follow an unspaced family name.
    `compounds`: the noun of an office or body may be the end of a longer word (Handelsminister). `not_countries` are names of countries that are ordinary words as well.
    """

    spaced: bool = True
    role_heads: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    courtesies: tuple[str, ...] = ()
    civil_titles: tuple[str, ...] = ()
    """Forms of address after which a word that may be a rank is a family name: Mr. Prince."""
    surnames: frozenset[str] = frozenset()
    particles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    given_characters: str = ""
    """Characters of `function_words` that are usual in given names too: 有."""
    offices: tuple[str, ...] = ()
    """Nouns of parts of a body that are words for a post or place as well (Office, Division)."""
    proxy_words: tuple[str, ...] = ()
    """Stand between a body or person and who signs for it: A. & Co., *per* B."""
    self_titles: tuple[str, ...] = ()
    """By which the writer of a letter calls himself directly before his name: 弟."""
    title_characters: str = ""
    """Of these, the ones that are usual in given names too: titles only before two characters or white space."""
    signing_verbs: tuple[str, ...] = ()
    """Follow the name of who signs, and are words for other things too: 上. They count where a signature is expected."""
    party_heads: tuple[str, ...] = ()
    """What the words end with by which a deed names who takes part in it (立約人), beside those of `role_heads`."""
    no_parties: tuple[str, ...] = ()
    """Words that end so and name who does not sign: 作者."""
    seals: tuple[str, ...] = ()
    """Stand for a seal or a cross directly behind the name of a party to a deed: 印, 押."""
    towns: frozenset[str] = frozenset()
    """From which documents are dated: beside a date such a word is no name."""
    place_heads: tuple[str, ...] = ()
    """The nouns that end the names of other such places: 市, 寓所."""
    list_tails: tuple[str, ...] = ()
    """Begin what follows the last of several names that sign together and is no name: 等."""
    name_separator: str = ""
    role_joiners: tuple[str, ...] = ()
    org_heads: tuple[str, ...] = ()
    role_modifiers: tuple[str, ...] = ()
    name_followers: tuple[str, ...] = ()
    given_length: int = 2
    compounds: bool = False
    not_countries: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SentenceWords:
    """Where a stop does not end a sentence. Words are written with their stop, in small letters where case is free.

    `abbreviations` stand before what belongs to them and never end a sentence (Mr., St., e.g.); `before_numbers` do so
    only before a number (No., p.); `last` may end a sentence (etc., U.S.): they do before a capitalized word of
    `function_words`. Initials are known by their shape. `ordinals`: a number with a stop is an ordinal, or a part of a
    date (am 3. Mai; 1958. 8. 3.). `goes_on` may follow a closing quotation mark or bracket without ending the sentence
    that it belongs to (と).
    """

    abbreviations: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    ordinals: bool = False
    goes_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class HeadingForm:
    """One way for a heading to say who wrote to whom: “Letter from A to B” is `lead`, A, `between`, B, `tail`.

    All three are regular expressions, matched without regard to case; `between` is "" where only the addressee stands.
    `reverse`: the addressee comes first (“To B from A”).
    """

    lead: str = ""
    between: str = ""
    tail: str = ""
    reverse: bool = False


@dataclass(frozen=True)
class LetterWords:
    """How a document says who sent it to whom.

    `headings` are the forms of such a heading; `endings` match what may stand after it (a date, a note of receipt).
    `sender_labels` and `recipient_labels` open a line that names one of them (From:, To:). `articles` may stand before
    an office or body. `addressing` stands before or after a name in a greeting and is no part of it (Dear, 鉴).
    `viewed` are those of them that end the list of addressees of a telegram (鉴). `possessives` stand before a name
    that ends a letter (Your Tom, Deine Anna).
    """

    headings: tuple[HeadingForm, ...] = ()
    endings: tuple[str, ...] = ()
    sender_labels: tuple[str, ...] = ()
    recipient_labels: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    addressing: tuple[str, ...] = ()
    viewed: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    selves: tuple[str, ...] = ()
    """By which the writer speaks of himself: a text that says I and you is like a letter, whatever it opens with."""
    others: tuple[str, ...] = ()
    """By which he speaks to the other."""
    closings: tuple[str, ...] = ()
    """Words, in small letters, that valedictions have (yours, servant); with a star, all that begin so (faithful*)."""
    closing_leads: tuple[str, ...] = ()
    """Words that lead to those or stand among them, and first in a valediction as well (I, remain, very)."""
    wishing: tuple[str, ...] = ()
    """Endings of a valediction below which stands what is wished (即頌)."""
    wished: tuple[str, ...] = ()
    """Endings of that (近安)."""


@dataclass(frozen=True)
class LayoutWords:
    """What is written around a text by those who print, keep, translate or publish it. Patterns; case is free in all.

    `page_marks` match a word for page with its number, for which `<n>` stands. These match a whole line: `site_lines`,
    what a web site sets around a text (navigation, sharing, counters); `wiki_taglines`, by which a wiki names itself
    under a title; `classifications`, how secret, urgent or in which copy a document is. These match the beginning of a
    paragraph: `site_notices`, where the site's own text begins, such as a list of related pages; `licences`, the words
    of a licence, below which nothing is of the text; `credits`, who translated, typed or checked it;
    `archive_references`, where the original is kept; `note_leads`, a remark of an editor or a label of notes.
    `running_heads` match a whole line that a series prints at the head or foot of its pages, with the group `page`.
    `record_labels` are labels, in small letters, by which a catalogue's record above a text is told, beside the keys of
    metadata. `text_follows` matches the end of a paragraph that announces the document itself. `finite_words` are in sentences,
    not in titles. `news_leads` match what the report of a newspaper begins with, where that is no place and day.
    """

    page_marks: tuple[str, ...] = ()
    site_lines: tuple[str, ...] = ()
    wiki_taglines: tuple[str, ...] = ()
    site_notices: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    archive_references: tuple[str, ...] = ()
    note_leads: tuple[str, ...] = ()
    text_follows: tuple[str, ...] = ()
    classifications: tuple[str, ...] = ()
    below_signatures: tuple[str, ...] = ()
    """Match a whole line that may stand under signatures and is none: enclosures, copies."""
    finite_words: frozenset[str] = frozenset()
    news_leads: tuple[str, ...] = ()
    record_labels: frozenset[str] = frozenset()
    subject_labels: tuple[str, ...] = ()
    """Words, in small letters, before the subject of a memorandum or a telegram, which is its title where it has none."""
    form_labels: Mapping[str, str] = field(default_factory=dict)
    """Labels of the lines of a form, parted by semicolons, by what they are for: date, place, people (who is present),
    staff (one of them, or who is absent), copied (who gets a copy), received, number, precedence, classification, reference."""
    running_heads: tuple[str, ...] = ()
    site_words: tuple[str, ...] = ()
    """Beginnings of words, in small letters, that a web site has in its own lines: menu, share, newsletter. A hyphen stands for a space."""
    document_nouns: frozenset[str] = frozenset()
    """Nouns, in small letters, by which the title of a document says what it is: treaty, letter, minutes."""
    gathered: tuple[str, ...] = ()
    """Match in a sentence by which those who speak say that they have met: assembled in. Its day is the document's."""
    issued: tuple[str, ...] = ()
    """Match in a sentence that reports, with one of `document_nouns`, that a document was signed, issued or adopted."""
    dating: frozenset[str] = frozenset()
    """Words, in small letters, between another document and its day: the letter *of* May 3."""


@dataclass(frozen=True, eq=False)  # compared by identity: what was asked of a line in a language is kept by it
class LanguagePack:
    """Everything the tool knows about one language.

    `code` is a BCP 47 primary subtag, `name` the English name, `scripts` the ISO 15924 codes as `scripts.main_script`
    gives them, its own first. `function_words` tell the language from others of its script: words, or single characters
    where words are not set apart; those are in no name. `metadata_keys` maps a field (title,
    author, date, page, column, journal, genre, id, language) to its keys in lower case; `version_markers` maps
    "original" and "translation" to labels that announce such a version; `language_labels` announce a text in this
    language: its names and abbreviations in all languages, in small letters; `genres` maps a term to the words that name it.
    `page_lines` and `column_lines` match the line of a newspaper's transcription that gives its page (group `value`)
    or column. `signature_marks` match a printed mark that something was signed, `dateline_forms` a whole dateline
    where `<date>` stands for its date, `<blank>` for a place left blank in it, and the group `place` for its place, `place_cues` a place in running text (group `place`, or `places`
    for several). `article_labels` match the label of a treaty's article (group `n`). `stray_glosses` gives, for short
    words of another language that slip into a text, what stands for them here.
    """

    code: str
    name: str
    scripts: tuple[str, ...]
    direction: str = "ltr"
    function_words: frozenset[str] = frozenset()
    proclitics: tuple[str, ...] = ()
    """Small words that are written in one with the word after them, as the Arabic article is."""
    sentence_end: str = ".!?…"
    closing_marks: str = "\"'”’)]»"
    list_separators: tuple[str, ...] = (";", ",")
    dates: DateWords = DateWords()
    names: NameWords = NameWords()
    layout: LayoutWords = LayoutWords()
    metadata_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    version_markers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language_labels: frozenset[str] = frozenset()
    genres: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page_lines: tuple[str, ...] = ()
    column_lines: tuple[str, ...] = ()
    signature_marks: tuple[str, ...] = ()
    dateline_forms: tuple[str, ...] = ()
    testimonia: tuple[str, ...] = ()
    """Dateline forms that are whole sentences, and longer than lines are: Done at … in two copies, both being authentic."""
    testimonium_signs: tuple[str, ...] = ()
    """Match in every such sentence; asked before its date is looked for."""
    undated_forms: tuple[str, ...] = ()
    """Match a whole dateline that says that its date is not known, or leaves it blank."""
    party_leads: tuple[str, ...] = ()
    witness_leads: tuple[str, ...] = ()
    """Match a line that says who witnessed: Signed in the presence of."""
    attestations: tuple[str, ...] = ()
    """Match the beginning of a paragraph that says that what stands above was sworn or signed before an officer."""
    place_cues: tuple[str, ...] = ()
    valedictions: tuple[str, ...] = ()
    salutations: tuple[str, ...] = ()
    postscripts: tuple[str, ...] = ()
    article_labels: tuple[str, ...] = ()
    letters: LetterWords = LetterWords()
    stray_glosses: Mapping[str, str] = field(default_factory=dict)
    sentences: SentenceWords = SentenceWords()
    irregular_forms: tuple[str, ...] = ()
    """Words whose forms no rule derives, one in each string: first the form that dictionaries have, then the others."""
