"""Where a text ends: the lines that are its closer, by their shapes and by what stands around them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from tei.languages.base import LanguagePack
from tei.languages.patterns import any_case
from tei.languages.people_spaced import rank_length
from tei.model.source import LayoutKind
from tei.structure.by_place import by_place
from tei.structure.columns_by_place import columns_by_place
from tei.structure.evidence import ENOUGH, Place, Shaped, announced, weight
from tei.structure.gathered import listed_people
from tei.structure.letter_signs import greets_by_place, greets_in_text, is_personal
from tei.structure.line import LineShape, Shape
from tei.structure.shapes import greeting_end, is_office_continued, is_salutation, line_shape
from tei.structure.units import Unit

_ET_CETERA = re.compile(r"(?:&c|\betc)\b\.?[\s,.]*$")
_MOST_LINES = 120  # of a closer: a longer run of such lines is a list of names
_LONGEST_LABEL = 120
_LONGEST_ADDRESS = 120
_MOST_ADDRESS = 8  # lines
_LONGEST_NOTE = 250
_LARGEST_SHARE = 0.35  # of what follows a closer, beside the text before it
_WEAK = 0.6  # a name that only its length speaks for

_BY_PLACE = 0.75  # a name that only its place under a valediction speaks for
_LONGEST_NAME = 5  # words
_SHORTEST_SENTENCE = 3  # words
_SHORTEST_PROSE = 40  # characters of a paragraph above initials
_INITIALS = re.compile(r"[—–-]?\s?(?:[^\W\d_a-z]\.\s?){2,4}")  # of who signs
_LONGEST_HAN_NAME = 4
_FEWEST_LISTED = 3  # names in a list of who signed
_DEEPEST_GREETING = 8  # units above a letter's first paragraph, its greeting among them


@dataclass(frozen=True, slots=True)
class Ending:
    """A closer among units: the lines from `start` to `end` (half-open) with their shapes."""

    start: int
    end: int
    lines: tuple[Shaped, ...]


def endings(units: Sequence[Unit], pack: LanguagePack, *, letter: bool) -> list[Ending]:
    """The closers among `units`, in order: runs of short lines with the shapes of signatures and datelines.

    The last run of a text needs less to be convincing than one in its middle, which only a valediction or a mark that
    it was signed tells from a list of people. `letter` says that the text opens as letters do.
    """
    shapes = [_shape_of(unit, pack) for unit in units]
    opens = (
        index if shape.shape is Shape.DATELINE or greeting_end(unit.text, pack) else -1
        for index, (unit, shape) in enumerate(zip(units, shapes, strict=True))
    )
    last_opening = list(accumulate(opens, max))  # before or at each unit; -1 for none
    in_letter = [letter or opening >= 0 for opening in last_opening]
    shapes = _with_names_by_place(units, shapes, pack, in_letter)
    shapes = _with_offices_by_place(units, shapes, pack)
    personal = is_personal(units, pack)
    if pack.names.spaced:
        shapes = columns_by_place(units, shapes)
    else:
        letter = letter or any(
            greets_by_place(units, index, pack) or greets_in_text(units[index], pack)
            for index in range(min(len(units), _DEEPEST_GREETING))
        )
        greeted = accumulate((greeting_end(unit.text, pack) > 0 for unit in units), max)
        shapes = by_place(units, shapes, pack, letter=[letter or here for here in greeted], personal=personal)
    runs = list(_runs(units, shapes, pack))
    found: list[Ending] = []
    after = 0
    for number, (start, end) in enumerate(runs):
        if units[start - 1].text.endswith((":", "：")) or _is_title(units, shapes, start, end):
            continue
        end -= _opens_next(units, shapes, start, end, pack)
        follows = _signs(units, shapes, start, end, pack) and _opens_another(units[end:], shapes[end:], pack)
        lines = [(units[index], shapes[index]) for index in range(max(start, end - _MOST_LINES), end)]
        last = number == len(runs) - 1 and trailing_matter(units)(end, len(units))
        beside = (*units[start - 1 : start], *units[end : end + 1])
        after_address = end
        while after_address < len(units) and not pack.names.spaced and is_address(units[after_address].text, pack):
            after_address += 1
        sworn = any(is_attestation(unit.text, pack) for unit in beside)
        sure = (
            last
            or sworn
            or follows
            or (after_address < len(units) and (_is_parting(units[after_address]) or units[end].parted))
        )
        place = Place(
            letter=letter or sworn or follows or after <= last_opening[start - 1],
            ended=_is_ended(units[start - 1].text, pack),
            personal=personal,
        )
        while lines and not (weight(lines, place) >= ENOUGH and (sure or announced(lines))):
            lines.pop(0)
        if lines:
            after = end
            found.append(Ending(end - len(lines), end, tuple(lines)))
    return found


def _is_parting(unit: Unit) -> bool:
    """Whether a unit is the heading or the label of what is another text: an enclosure."""
    return unit.kind is LayoutKind.HEADING or is_label(unit.text)


def _is_title(units: Sequence[Unit], shapes: Sequence[LineShape], start: int, end: int) -> bool:
    """Whether a run of lines is one word under a heading or label, where no text stands yet that it could close."""
    above = units[start - 1]
    weak = shapes[start].certainty < _WEAK or (end < len(units) and len(units[end].text) >= _SHORTEST_PROSE)
    word = end - start == 1 and shapes[start].shape is Shape.NAME and weak
    return word and (above.kind is LayoutKind.HEADING or is_label(above.text))


def _opens_next(units: Sequence[Unit], shapes: Sequence[LineShape], start: int, end: int, pack: LanguagePack) -> int:
    """How many lines at the end of a run are the dateline of the next letter, whose greeting follows it: 1 or 0."""
    dated = end - start > 1 and shapes[end - 1].shape is Shape.DATELINE and units[end - 1].gap > 0
    return int(dated and end < len(units) and is_salutation(units[end].text, pack))


def _signs(units: Sequence[Unit], shapes: Sequence[LineShape], start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a run of lines inside a text holds a name and stands under the end of a sentence."""
    named = any(shape.shape in (Shape.NAME, Shape.PERSON) for shape in shapes[start:end])
    return named and _is_ended(units[start - 1].text, pack) and end < len(units)


def _is_ended(text: str, pack: LanguagePack) -> bool:
    """Whether a paragraph ends as a sentence does."""
    ended = text.rstrip(pack.closing_marks).endswith(tuple(pack.sentence_end)) and not is_label(text)
    return ended and len(text.split()) > _SHORTEST_SENTENCE


def _opens_another(units: Sequence[Unit], shapes: Sequence[LineShape], pack: LanguagePack) -> bool:
    """Whether `units` begin with a postscript, or with the greeting of another letter, perhaps under its dateline."""
    if is_postscript(units[0].text, pack):
        return True
    below = units[1:2] if shapes[0].shape is Shape.DATELINE else units[:1]
    return any(is_salutation(unit.text, pack) or greeting_end(unit.text, pack) > 0 for unit in below)


def is_postscript(text: str, pack: LanguagePack) -> bool:
    """Whether a paragraph begins as a postscript does."""
    return any_case(pack.postscripts).match(text) is not None


def _shape_of(unit: Unit, pack: LanguagePack) -> LineShape:
    if unit.kind not in (LayoutKind.TEXT, LayoutKind.ITEM) or len(unit.lines) != 1:
        return LineShape(Shape.OTHER)
    shape = line_shape(unit.text, pack)
    if shape.shape is Shape.OTHER and not pack.names.spaced:
        shape = line_shape(unit.bare, pack)
    person = shape.shape not in (Shape.DATELINE, Shape.MARK, Shape.VALEDICTION) and not pack.names.spaced
    if person and (is_label(unit.text) or is_address(unit.text, pack)):
        return LineShape(Shape.OTHER)  # [別紙], 〔…档案〕; 大使 某某閣下
    if (
        shape.shape is Shape.NAME
        and pack.names.spaced
        and not rank_length(unit.text, pack)
        and is_salutation(unit.text, pack)
    ):
        return LineShape(Shape.OTHER)  # Dear Mr. Author,
    return shape if unit.kind is LayoutKind.TEXT or shape.shape is Shape.DATELINE else LineShape(Shape.OTHER)


def _with_names_by_place(
    units: Sequence[Unit], shapes: list[LineShape], pack: LanguagePack, letter: Sequence[bool]
) -> list[LineShape]:
    """The shapes, where a short line of no known shape is a name by its place: under a valediction, or what a letter says.

    It is one where nothing of the text comes after it. `letter` says whether a unit stands in one.
    """
    is_back_matter = trailing_matter(units)
    for index in range(1, len(shapes)):
        unit, above = units[index], shapes[index - 1].shape
        initials = _INITIALS.fullmatch(unit.text) is not None
        start = 0
        if above is Shape.VALEDICTION and is_salutation(unit.text, pack):
            shapes[index] = LineShape(Shape.VALEDICTION)  # “I have the honour to be,” “Sir,” “Your obedient servant,”
            continue
        if shapes[index].shape is Shape.OTHER and (listed := _listed_names(units, index, pack)):
            shapes[index] = LineShape(Shape.NAME, listed, _BY_PLACE, len(listed))
            continue
        if shapes[index].shape in (Shape.OTHER, Shape.NAME) and (own := _own_name(units, index, pack)):
            start = own
        else:
            after = shapes[index + 1].shape if index + 1 < len(shapes) else None
            closes = above is Shape.VALEDICTION
            unknown = shapes[index].shape is Shape.OTHER or initials
            if not (unknown and (closes or _signs_by_place(units, index, pack, letter=letter[index]))):
                continue
            ends = after in (None, Shape.ROLE, Shape.PARTY, Shape.DATELINE)
            ends = ends or (
                pack.names.spaced
                and (is_back_matter(index + 1, len(units)) or (closes and _is_brief(units[index + 1])))
            )
            if not (ends and _may_be_name(unit, pack)):
                continue
        end = len(unit.text.rstrip(" ,，。") if initials else unit.text.rstrip(" .,。，"))
        shapes[index] = LineShape(Shape.NAME, ((start, end, "persName"),), _BY_PLACE)
    return shapes


def _signs_by_place(units: Sequence[Unit], index: int, pack: LanguagePack, *, letter: bool) -> bool:
    """Whether a name may stand here without a valediction: under a sentence of a letter, initials under any prose."""
    above, text = units[index - 1].text, units[index].text
    may = letter or (len(above) >= _SHORTEST_PROSE and _INITIALS.fullmatch(text) is not None)
    if not pack.names.spaced or not may or not _is_ended(above, pack):
        return False
    return not any(word.casefold() in pack.function_words for word in text.split())  # God Save the Queen.


def _is_brief(unit: Unit) -> bool:
    """Whether what stands under a name is a line of an address, a reference or another head, and no prose."""
    return len(unit.lines) == 1 and len(unit.text) <= _LONGEST_ADDRESS


def _may_be_name(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a unit is a short line that has the look of a name, whatever words it has."""
    plain = unit.kind is LayoutKind.TEXT and len(unit.lines) == 1 and _is_short_name(unit.text, pack)
    article = any_case(pack.article_labels).fullmatch(unit.text.strip(" .:")) is not None
    return plain and not (article or is_postscript(unit.text, pack) or is_salutation(unit.text, pack))


def _is_marked(shape: LineShape) -> bool:
    return any(tag == "signature-mark" for _, _, tag in shape.marks)


def _listed_names(units: Sequence[Unit], index: int, pack: LanguagePack) -> tuple[tuple[int, int, str], ...]:
    """The names in a last unit that is a list of whole names under the end of a sentence: who signed a declaration."""
    if not pack.names.spaced or index + 1 < len(units) or not _is_ended(units[index - 1].text, pack):
        return ()
    text = units[index].text
    marks = listed_people(text, pack)
    whole = all(tag == "persName" and " " in text[start:end] for start, end, tag in marks)
    return marks if whole and len(marks) >= _FEWEST_LISTED else ()


def _own_name(units: Sequence[Unit], index: int, pack: LanguagePack) -> int:
    """Where the name begins in a line that ends a text with “Your Tom”: after the possessive and small words; else 0."""
    unit, words = units[index], pack.letters.possessives
    if not words or unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1:
        return 0
    match = _possessive(words).match(unit.text)
    ends = index + 1 == len(units) or units[index + 1].gap > 0
    return match.end() if match and ends and _is_short_name(unit.text[match.end() :], pack) else 0


@cache
def _possessive(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, words))
    return re.compile(rf"(?:{either}),?\s+(?:[^\W\d_A-ZА-ЯЁ][\w’'-]*,?\s+){{0,3}}")


def _with_offices_by_place(units: Sequence[Unit], shapes: list[LineShape], pack: LanguagePack) -> list[LineShape]:
    """The shapes, where a line right under a name or office says what the person is, in words that no list has.

    A single capitalised word is an office where the whole name above it ends with a comma (“A. B. Author,” “Potter.”);
    a line that goes on with a small word (“of the Mission at Arles.”) belongs to what stands above it.
    """
    for index in range(1, len(shapes)) if pack.names.spaced else ():
        unit, above, shape = units[index], shapes[index - 1], shapes[index]
        if unit.gap or unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1:
            continue
        whole = above.shape in (Shape.NAME, Shape.PERSON) and above.certainty > _WEAK
        comma = units[index - 1].text.endswith(",")
        apart = index > 1 and units[index - 1].gap and shapes[index - 2].shape in (Shape.NAME, Shape.PERSON, Shape.ROLE)
        if apart and above.shape is Shape.NAME:
            continue  # who is written to, and where
        word = shape.shape is Shape.NAME and shape.certainty < _WEAK and len(unit.text.split()) == 1
        goes_on = shape.shape in (Shape.OTHER, Shape.PARTY) and is_office_continued(unit.text, pack)
        below = index + 1 == len(shapes) or units[index + 1].gap > 0
        if word and whole and not comma and below and (above.signs or _is_marked(above)):
            shapes[index] = LineShape(Shape.ROLE, (), _BY_PLACE)  # an office in another language, or a place
        if (word and whole and comma) or (
            goes_on and ((whole and comma) or above.shape is Shape.ROLE or (above.shape is Shape.PERSON))
        ):
            shapes[index] = LineShape(Shape.ROLE, ((0, len(unit.text.rstrip(" .,")), "roleName"),), _BY_PLACE)
    return shapes


def _is_short_name(text: str, pack: LanguagePack) -> bool:
    bare = text.strip(" .,。，—-")
    if not pack.names.spaced:
        return 1 < len(bare) <= _LONGEST_HAN_NAME and bare.isalpha()
    words = bare.split()
    capital = all(word[:1].isupper() or word in pack.names.particles for word in words)
    letters = all(character.isalpha() or character in " .’'-&" for character in bare)
    return 0 < len(words) <= _LONGEST_NAME and capital and letters


def _runs(units: Sequence[Unit], shapes: Sequence[LineShape], pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Longest runs of lines that a closer could hold; who is addressed after the signatures ends a run."""
    index = 1  # a closer is not all there is
    while index < len(units):
        end = index
        named = False
        while end < len(units) and shapes[end].shape is not Shape.OTHER:
            if not pack.names.spaced and _is_loose(shapes, end, index):
                break
            names = shapes[end].shape in (Shape.NAME, Shape.PERSON)
            if named and pack.names.spaced and units[end].gap and is_address(units[end].text, pack):
                break
            if names and (named or units[end].text.endswith(",")) and _is_addressed(units, shapes, end, pack):
                named = True
                break
            if named and not pack.names.spaced and _addressed_below(units, shapes, end, pack):
                break
            named = named or names
            end += 1
        if end > index:
            yield index, end
        index = max(end, index) + 1
        addressed = named and end < len(units) and _is_addressed(units, shapes, end, pack)
        addressed = addressed or (named and not pack.names.spaced and _addressed_below(units, shapes, end, pack))
        last = min(len(units), index + _MOST_ADDRESS)
        while addressed and index < last and not units[index].gap and len(units[index].text) <= _LONGEST_ADDRESS:
            index += 1  # the other lines of the address


def _is_addressed(units: Sequence[Unit], shapes: Sequence[LineShape], at: int, pack: LanguagePack) -> bool:
    """Whether a line under the signatures says who is written to: by a form of address, or set apart from them.

    Set apart, a name with “etc.” after it is an addressee, and one with a comma above a place: “A. Author,” “Vienna.”
    of which the second is a single word.
    """
    text = units[at].text
    if is_address(text, pack):
        return True
    if not units[at].gap or _ET_CETERA.search(text):
        return units[at].gap > 0
    if not text.endswith(",") or at + 1 >= len(units) or units[at + 1].gap:
        return False
    below = shapes[at + 1]
    return below.shape is Shape.NAME and below.certainty < _WEAK and len(units[at + 1].text.split()) == 1


def _addressed_below(units: Sequence[Unit], shapes: Sequence[LineShape], at: int, pack: LanguagePack) -> bool:
    """Whether an office heads the name of who is written to, on the line below it: 大使, then 某某阁下."""
    below = at + 1 < len(units) and not units[at + 1].gap
    return below and shapes[at].shape in (Shape.ROLE, Shape.PARTY, Shape.OTHER) and is_address(units[at + 1].text, pack)


def _is_loose(shapes: Sequence[LineShape], at: int, start: int) -> bool:
    """Whether a weak name has neither an office or party above it nor a mark below it.

    Only where words are not set apart: there any word of two to four characters has the shape of a name.
    """
    if shapes[at].shape is not Shape.NAME or shapes[at].certainty >= _WEAK:
        return False
    above = at > start and shapes[at - 1].shape in (Shape.ROLE, Shape.PARTY, Shape.VALEDICTION)
    place = at > start and at + 1 == len(shapes) and shapes[at - 1].shape is Shape.DATELINE
    below = at + 1 < len(shapes) and shapes[at + 1].shape in (Shape.MARK, Shape.ROLE, Shape.NAME)
    return not (above or below or place)


def trailing_matter(units: Sequence[Unit]) -> Callable[[int, int], bool]:
    """A test whether units from one number up to another, half-open, are an address, a reference, a note after a closer.

    They are little beside what stands before them, and in short pieces.
    """
    lengths = [len(unit.text) for unit in units]
    sizes = [0, *accumulate(lengths)]
    others = [
        size > _LONGEST_NOTE or unit.kind is not LayoutKind.TEXT for size, unit in zip(lengths, units, strict=True)
    ]
    counts = [0, *accumulate(others)]

    def test(start: int, end: int) -> bool:
        return counts[start] == counts[end] and sizes[end] - sizes[start] <= _LARGEST_SHARE * sizes[start]

    return test


def is_attestation(text: str, pack: LanguagePack) -> bool:
    """Whether a paragraph says that what stands above it was sworn or signed before an officer."""
    return any_case(pack.attestations).match(text) is not None


def is_label(text: str) -> bool:
    """Whether a line is a short label in brackets, such as “[Telegram.]” or “[Enclosure 1]”."""
    return len(text) <= _LONGEST_LABEL and text[:1] in "[【〔" and text.rstrip(".")[-1:] in "]】〕"


def is_address(text: str, pack: LanguagePack) -> bool:
    """Whether a line under the signatures says who is written to."""
    if len(text) > _LONGEST_ADDRESS or not pack.names.courtesies:
        return False
    if not pack.names.spaced:
        return text.rstrip(" 。.:：，,").endswith(pack.names.courtesies)
    return text.startswith(pack.names.courtesies) or f"{text.rstrip(':')} " in pack.names.courtesies  # “To” alone
