"""Lines of a form: a label that every such document has, and what it says here (Place: …, FROM: …, 出席者：…).

Telegrams, memoranda, minutes and records of a conversation begin with them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.patterns import any_case

DATE = "date"
PLACE = "place"
PEOPLE = "people"
SENDER = "sender"
RECIPIENT = "recipient"
STAFF = "staff"
RECEIVED = "received"
SUBJECT = "subject"
NUMBER = "number"

_LABEL = re.compile(r"(?P<label>[^:：]{1,40}?)\.?\s*[:：]\s*")
# The heading of a military message as signal procedure has it (ACP 127): precedence, day and time, FM, TO, INFO, BT.
_MESSAGE_DATE = re.compile(r"(?:[ZOPRMY]\s+){0,3}\d{6}Z?\s*[A-Z]{3}\s+\d{2,4}(?:\s+[A-Z]{3,4})?")
_MESSAGE_BREAK = re.compile(r"BT|ZNY\s.{1,20}|(?:DE|VV)\s[A-Z0-9 #/]{4,60}")
_SPACED_CAPITALS = re.compile(r"(?:[A-Z] ){5,}[A-Z]\b")
_BARE = (SENDER, RECIPIENT, "copied", SUBJECT, "reference")
_SHORT = 3  # characters of a label that says too little by itself
_LONGEST_LABEL = 5  # words
_LONGEST_RECEIVED = 50
_LONGEST_BARE = 8  # characters
_LONGEST = 200  # characters of a line of a form that does not list people


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of a form: what its label is for, and where what it says begins; `bare` where no colon follows it, as in messages by wire."""

    kind: str
    value: int
    bare: bool = False


def form_line(text: str, pack: LanguagePack) -> FormLine | None:
    """What a line of a form says; None for any other line."""
    text = text.rstrip()
    label = _LABEL.match(text)
    if label and (kind := _kinds(pack.code).get(_key(label["label"]), "")):
        return FormLine(kind, label.end()) if len(text) <= _LONGEST or kind == PEOPLE else None
    if kind := _alone(pack.code).get(text, ""):
        return FormLine(kind, len(text))
    if number_end(text, pack) == len(text):
        return FormLine(NUMBER, 0)
    if (match := _received(pack.code).match(text)) and len(text) <= _LONGEST_RECEIVED:
        return FormLine(RECEIVED, match.end())
    if not text.isupper() or len(text) > _LONGEST:
        return None
    if _MESSAGE_DATE.fullmatch(text):
        return FormLine(DATE, 0, bare=True)
    if _MESSAGE_BREAK.fullmatch(text):
        return FormLine("service", 0, bare=True)
    if _is_classification(text, pack):
        return FormLine("classification", 0, bare=True)
    match = _bare_labels(pack.code).match(text)
    return FormLine(_kinds(pack.code)[_key(match["label"])], match.end(), bare=True) if match else None


def number_end(text: str, pack: LanguagePack) -> int:
    """Where the number of a message ends that `text` begins with (No. 412. …); 0 for none."""
    match = _number(pack.code).match(text)
    return match.end() if match else 0


def unknown_label(text: str) -> int:
    """Where what a label says begins, that is not known and stands before a colon (For the Board: …); 0 for none."""
    match = _LABEL.match(text)
    return (
        match.end() if match and match["label"][:1].isalpha() and len(match["label"].split()) <= _LONGEST_LABEL else 0
    )


def _is_classification(text: str, pack: LanguagePack) -> bool:
    """Whether a line in capitals opens with how secret the message is, its letters perhaps set apart: S E C R E T."""
    if spaced := _SPACED_CAPITALS.match(text):
        text = spaced[0].replace(" ", "")
    return any_case(pack.layout.classifications).fullmatch(text) is not None


def _key(label: str) -> str:
    """A label as it is looked up: in small letters, without the spaces that its letters may be set apart by."""
    return "".join(label.split()).casefold()


@cache
def _kinds(code: str) -> dict[str, str]:
    """What each label of a language is for."""
    pack = pack_for(code)
    own = [(kind, labels.split(";")) for kind, labels in pack.layout.form_labels.items()]
    letters = ((SENDER, pack.letters.sender_labels), (RECIPIENT, pack.letters.recipient_labels))
    every = (*letters, (SUBJECT, pack.layout.subject_labels), *own)
    return {_key(label): kind for kind, labels in every for label in labels}


@cache
def _alone(code: str) -> dict[str, str]:
    """The labels that may stand without a colon above what they say, as they are then printed: PARTICIPANTS."""
    known = ((label, _kinds(code)[_key(label)]) for label in _printed(code))
    above = [(label, kind) for label, kind in known if kind in (PEOPLE, SUBJECT, DATE, PLACE)]
    return {form: kind for label, kind in above for form in (label.upper(), label.capitalize()) if len(label) > _SHORT}


def _printed(code: str) -> list[str]:
    layout = pack_for(code).layout
    return [*layout.subject_labels, *(label for labels in layout.form_labels.values() for label in labels.split(";"))]


@cache
def _bare_labels(code: str) -> re.Pattern[str]:
    """A label of a telegram, in capitals and without a colon: FM, TO, INFO."""
    plain = [label for label, kind in _kinds(code).items() if kind in _BARE and len(label) <= _LONGEST_BARE]
    return re.compile(rf"(?P<label>{_either(plain)})\s+(?=[A-Z0-9])", re.IGNORECASE)


@cache
def _received(code: str) -> re.Pattern[str]:
    """A word for having been received, and a time or a day: Received 3 p.m., March 24."""
    words = pack_for(code).layout.form_labels.get(RECEIVED, "").split(";")
    return re.compile(rf"(?:{_either(words)})\s+(?:[^\W\d]+\s+){{0,2}}(?=\d)", re.IGNORECASE)


@cache
def _number(code: str) -> re.Pattern[str]:
    words = pack_for(code).layout.form_labels.get(NUMBER, "").split(";")
    return re.compile(rf"(?:{_either(words)})\.?\s?\d{{1,5}}[.,;:]?(?:\s+|$)", re.IGNORECASE)


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word) or r"(?!)"
