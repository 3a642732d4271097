"""One version from its units: head, opener, paragraphs, participants, lists, sections, closer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise, takewhile

from tei.diagnostics import Report
from tei.languages.base import LanguagePack
from tei.languages.patterns import any_case
from tei.model.document import Block, Division, Group, Node, Role, Wrapper
from tei.model.inline import Milestone
from tei.model.source import Decoded, LayoutKind, LedgerEntry, MetadataField
from tei.rules import finding
from tei.structure.closers import Ending, endings, is_address, is_label, trailing_matter
from tei.structure.columns import width
from tei.structure.depths import with_depths
from tei.structure.exchanges import with_titles_of_letters
from tei.structure.form_heads import take_heads_above_form
from tei.structure.form_rows import names_document
from tei.structure.forms import form_start, open_document
from tei.structure.front_lines import front_lines
from tei.structure.fronts import announced_title, begins_document
from tei.structure.levels import BY_PLACE, OF_ARTICLE, article_number, heading_levels
from tei.structure.line import LineShape, Shape
from tei.structure.listed_tables import listed_table
from tei.structure.lists import list_length, list_of
from tei.structure.newspaper import articles_of
from tei.structure.openers import Opener, open_text
from tei.structure.openings import unfold_openings
from tei.structure.pages import leading_breaks
from tei.structure.participants import participants
from tei.structure.parts import marked_parts
from tei.structure.repair import whole_heading, whole_paragraph
from tei.structure.runon import unfold
from tei.structure.series import are_alike, begins_series, is_numbered, names_letter, titles_of
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.signatures import back_matter, build_closer, lines_block
from tei.structure.tables import table_in_columns, table_of
from tei.structure.title_forms import own_title, plain_title, unglued
from tei.structure.title_scores import ENOUGH, title_weight
from tei.structure.title_words import article_like
from tei.structure.titles import dateline_above
from tei.structure.units import Unit, joined
from tei.structure.verse import verse

_AHEAD = 400  # how many units a paragraph or a list of people can take
_LONG_ITEM = 240  # columns: longer ones are paragraphs of a text
_SURE = 0.8
_ABOVE = "lines above the title that say where and when"
_FRONT = "a short line above the text that is no sentence"
_HEADS = "a short line above a longer text, which is no sentence"
_BYLINE = "a line under the title that is a person"
_OF_DOCUMENT = (Shape.VALEDICTION, Shape.MARK, Shape.NAME, Shape.PERSON)
_LONGEST_LEAD = 6  # units above the document that a page is about


@dataclass(frozen=True, slots=True)
class Built:
    """The content of a version, its title or those of its documents, and what was set aside on the way."""

    content: tuple[Node, ...]
    titles: tuple[str, ...]
    ledger: tuple[LedgerEntry, ...]
    used: MetadataField | None


@dataclass(slots=True)
class _Part:
    """A document among the units of a version: from `start` to `end`, with its closers."""

    start: int
    end: int
    closers: list[Ending]

    def moved(self) -> list[Ending]:
        """The closers, counted from the start of the part."""
        return [Ending(c.start - self.start, c.end - self.start, c.lines) for c in self.closers]


@dataclass(frozen=True, slots=True)
class Builder:
    """What every step needs: the decoded source, the language's words, the text of the version, where to report.

    `pages` maps the start of a unit to the number of the page that begins with it; `aside` gathers what a document
    inside the version sets aside.
    """

    decoded: Decoded
    pack: LanguagePack
    text: str
    pages: Mapping[int, str]
    report: Report
    aside: list[LedgerEntry] = field(default_factory=list)

    def build(self, units: Sequence[Unit], metadata: Sequence[MetadataField]) -> Built:
        """The version that `units` are."""
        units = unglued(unfold_openings(unfold(units, self.pack), self.pack), metadata, self.pack)
        units = with_titles_of_letters(units, self.pack)
        articles = [index for index, unit in enumerate(units) if unit.span.start in self.pages]
        first = articles[0] if len(articles) > 1 else len(units)
        if first == len(units) and (page := self._apart(units, metadata)):
            heading = (node.text for node in page if isinstance(node, Block) and node.role is Role.HEAD)
            found = (*islice(heading, 1), *titles_of(page))
            titles = tuple(own_title(plain_title(title), self.pack) for title in found)
            self._report_no_title(units, titles)
            return Built(tuple(page), titles, tuple(self.aside), None)
        above = self._above(units[:first])
        heads = take_heads_above_form(
            units[above:first], metadata, self.decoded, self.pack, self.text, report=self.report
        )
        further, rest = self._further_heads(units[above + heads.taken : first])
        begin = rest[0].span.start if rest else 0
        top: list[Node] = [Milestone("pb", n=n) for start, n in self.pages.items() if start <= begin]
        top += self._dateline_above(units[:above])
        byline = self._byline(rest) if heads.heads else None
        rest = rest[1:] if byline is not None else rest
        lead = self._lead(rest)
        letter = above > 0 or any(names_letter(head.text, self.pack) for head in heads.heads)
        documents = self._documents(rest[lead:], titled=lead > 0, letter=letter) if rest else []
        inner = [*self._blocks(rest[:lead]), *documents]
        if first < len(units):
            inner += [self._article(units[start:end]) for start, end in pairwise([*articles, len(units)])]
        series = len(inner) > 1 and all(is_numbered(part) for part in inner[1:]) and begins_series(heads.heads)
        series = series or are_alike(heads.title, inner, self.pack)
        if series and isinstance(inner[0], Division):  # the first of several documents: the heads are its own
            inner[0] = replace(inner[0], content=(*heads.heads, *inner[0].content))
            heads = replace(heads, heads=(), title="")
        found = (heads.title, *(titles_of(inner) if lead or not heads.title else ()))
        titles = tuple(own_title(plain_title(title), self.pack) for title in found if title)
        top += [*heads.heads, *further]
        if byline is not None:
            top.append(byline)
        self._report_no_title(units, titles)
        top += inner
        return Built(tuple(top), titles, (*heads.ledger, *self.aside), heads.used)

    def _report_no_title(self, units: Sequence[Unit], titles: Sequence[str]) -> None:
        if units and not titles:
            place = self.decoded.location(units[0].span.start)
            help_ = "Give the version a heading, or the source a `Title:` line."
            self.report.add(finding("ST001", "no title was found", place, help=help_))

    def _apart(self, units: Sequence[Unit], metadata: Sequence[MetadataField]) -> list[Node]:
        """The documents that markup parts, or the articles below the citation of a newspaper's page; none for one text."""
        parts = marked_parts(units)
        if not parts and any(field.field == "journal" for field in metadata):
            parts = articles_of(units, self.pack)
        lead = units[: parts[0].start] if parts else []
        plain = not any(unit.document for unit in units)
        heads = sum(1 for _ in takewhile(lambda unit: plain or unit.kind is LayoutKind.HEADING, lead))
        nodes = [node for unit in lead[:heads] for node in self._front(unit)] + [*self._blocks(lead[heads:])]
        return nodes + [self._part(units[part.start : part.end], part.heads) for part in parts]

    def _part(self, units: Sequence[Unit], heads: int) -> Division:
        """A document of which the first `heads` units are the head."""
        text = units[heads:]
        opener = open_document(text, self.decoded, self.pack)
        is_back_matter = trailing_matter(text)
        closers = [
            closer
            for closer in endings(text, self.pack, letter=opener.is_letter)
            if closer.start >= opener.taken and is_back_matter(closer.end, len(text))
        ]
        front = [node for unit in units[:heads] for node in self._front(unit, sure=1.0)]
        return Division("document", (*front, *self._document(text, closers)))

    def _above(self, units: Sequence[Unit]) -> int:
        """How many lines above the title say where and when; that with a title of its own in it is none."""
        above = dateline_above(units, self.pack)
        titled = any(names_document(unit.text, self.pack) for unit in units[:above])
        return 0 if above and titled and form_start(units, self.pack) == above else above

    def _dateline_above(self, units: Sequence[Unit]) -> list[Node]:
        """The lines above a title that say where and when."""
        if not units:
            return []
        place = LineShape(Shape.DATELINE, ((0, len(units[0].text.rstrip(" .,")), "placeName"),))
        lines = [*((unit, place) for unit in units[:-1]), (units[-1], line_shape(units[-1].text, self.pack))]
        dateline = lines_block(Role.DATELINE, lines, self.decoded, certainty=0.9, reason=_ABOVE)
        return [Group(Wrapper.OPENER, (dateline,))]

    def _byline(self, units: Sequence[Unit]) -> Block | None:
        """The line under a title that says who speaks or writes, by name and office, above a text that is no letter."""
        if len(units) < 2 or not units[0].gap or not units[1].gap or len(units[0].lines) != 1:
            return None
        unit = units[0]
        shape = line_shape(unit.text, self.pack)
        greeted = any(is_salutation(below.text, self.pack) for below in units[1:_LONGEST_LEAD])
        if unit.kind is not LayoutKind.TEXT or shape.shape is not Shape.PERSON or shape.certainty < _SURE or greeted:
            return None
        if not any(below.text.endswith(tuple(self.pack.sentence_end)) for below in units[1:3]):
            return None
        return lines_block(Role.BYLINE, [(unit, shape)], self.decoded, certainty=shape.certainty, reason=_BYLINE)

    def _lead(self, units: Sequence[Unit]) -> int:
        """How many units lead up to a document that has a title of its own: “The full text follows:”."""
        patterns = any_case(self.pack.layout.text_follows)
        for index, unit in enumerate(units[:_LONGEST_LEAD]):
            announces = any(
                match.end() == len(unit.text) for p in patterns.within(unit.text) for match in p.finditer(unit.text)
            )
            below = units[index + 1 :]
            articles = bool(below) and article_like(below[0].text, self.pack)  # “have agreed as follows: Article 1”
            if (
                announces
                and len(below) > 1
                and not articles
                and (title_weight(below, self.pack) >= ENOUGH or is_salutation(below[0].text, self.pack))
            ):
                return index + 1
            shape = line_shape(unit.text, self.pack).shape
            if shape is Shape.DATELINE or (index and shape in _OF_DOCUMENT):
                break  # that is a document already
            lead = sum(len(unit.text) for unit in units[: index + 1])
            if 2 * sum(len(unit.text) for unit in below) > lead and announced_title(below, self.pack):
                return index + 1
        return 0

    def _documents(self, units: Sequence[Unit], *, titled: bool = False, letter: bool = False) -> list[Node]:
        """The text of one document; of several, where more than notes follow a closer, a division for each.

        With `titled`, one has a title of its own, and a division; `letter` says that what stands above is of a letter.
        """
        opener = open_document(units, self.decoded, self.pack)
        parts: list[_Part] = []
        start = 0
        is_back_matter = trailing_matter(units)
        for closer in endings(units, self.pack, letter=letter or opener.is_letter):
            if closer.start < opener.taken:
                continue
            end = closer.end
            while end < len(units) and is_address(units[end].text, self.pack):
                end += 1
            if parts and is_back_matter(start, closer.start):
                parts[-1].closers.append(closer)  # a second closer, of who attests or countersigns
                parts[-1].end = end
            else:
                parts.append(_Part(start, end, [closer]))
            start = end
        another = begins_document(units[start:], self.pack)
        if start < len(units) and parts and is_back_matter(start, len(units)) and not another:
            parts[-1].end = len(units)
        elif start < len(units):
            parts.append(_Part(start, len(units), []))
        if len(parts) < 2 and titled:
            return [Division("document", tuple(self._document(units, parts[0].closers if parts else [], titled=True)))]
        if len(parts) < 2:
            return self._document(units, parts[0].closers if parts else [], opener=opener)
        return [
            Division("document", tuple(self._document(units[part.start : part.end], part.moved(), titled=number > 0)))
            for number, part in enumerate(parts)
        ]

    def _article(self, units: Sequence[Unit]) -> Division:
        """One of several articles of a newspaper, each of which begins with the line of its page."""
        page = Milestone("pb", n=self.pages[units[0].span.start])
        is_back_matter = trailing_matter(units)
        closers = [c for c in endings(units, self.pack, letter=False) if is_back_matter(c.end, len(units))]
        return Division("document", (page, *self._document(units, closers, titled=True)))

    def _document(
        self, units: Sequence[Unit], closers: Sequence[Ending], *, titled: bool = False, opener: Opener | None = None
    ) -> list[Node]:
        """One document: with `titled`, its own labels and title, then opener, text, closers, what follows them.

        `opener` is that of `units`, where it is known.
        """
        nodes: list[Node] = []
        taken = 0
        page = units[0].span.start if units and not titled else -1
        if titled:
            while taken + 1 < len(units) and is_label(units[taken].text):
                label = open_text(units[taken : taken + 2], self.decoded, self.pack)
                nodes += label.nodes or self._front(units[taken])
                taken += 1
            heads = take_heads_above_form(units[taken:], (), self.decoded, self.pack, self.text, report=self.report)
            nodes += heads.heads
            self.aside.extend(heads.ledger)
            taken += heads.taken
        opener = opener or open_document(units[taken:], self.decoded, self.pack)
        nodes += opener.nodes
        taken += opener.taken
        closers = [closer for closer in closers if closer.start >= taken]  # a dateline that opens does not close
        if closers and closers[0].start == taken:
            closers = []  # a closer closes a text, and there is none
        end = closers[0].start if closers else _without_labels(units, taken)
        pages = any(unit.span.start in self.pages for unit in units[taken + 1 : end])
        front = 0 if opener.is_letter or pages else front_lines(units[taken:end], self.pack)
        nodes += (node for unit in units[taken : taken + front] for node in self._front(unit))
        taken += front
        nodes += self._section(units[taken:end], skip_page=page)
        if not closers:
            nodes += back_matter(units[end:], self.decoded, self.pack)
        for number, closer in enumerate(closers):
            stop = closers[number + 1].start if number + 1 < len(closers) else len(units)
            nodes.append(build_closer(closer.lines, self.decoded, letter=opener.is_letter, report=self.report))
            nodes += back_matter(units[closer.end : stop], self.decoded, self.pack)
        return nodes

    def _front(self, unit: Unit, sure: float = _SURE) -> list[Node]:
        """A head of a line between the title and the text."""
        breaks, line = leading_breaks(joined(self.decoded, unit.lines))
        content, _ = whole_heading(line, self.decoded, self.text, self.report)
        return [*breaks, Block(Role.HEAD, content, unit.span, lang=unit.foreign, certainty=sure, reason=_FRONT)]

    def _further_heads(self, units: Sequence[Unit]) -> tuple[list[Node], Sequence[Unit]]:
        """The further heads that markup has under a heading, and what comes below them."""
        count = 0
        while count < len(units) and units[count].kind is LayoutKind.HEADING and not units[count].level:
            count += 1
        return [node for unit in units[:count] for node in self._front(unit, sure=1.0)], units[count:]

    def _section(self, units: Sequence[Unit], *, skip_page: int = -1) -> list[Node]:
        """Blocks up to the first heading, then a division for each heading of the highest level."""
        levels = heading_levels(units, self.pack)
        first = next((index for index, level in enumerate(levels) if level), len(units))
        nodes = list(self._blocks(units[:first], skip_page=skip_page))
        while first < len(units):
            level = levels[first]
            end = next((i for i in range(first + 1, len(units)) if 0 < levels[i] <= level), len(units))
            nodes.append(self._division(units[first:end], level))
            first = end
        return nodes

    def _are_paragraphs(self, units: Sequence[Unit]) -> bool:
        """Whether numbered units are paragraphs of a text rather than items of a list: by their length."""
        numbered = all(unit.text[:1] in "([（" or unit.text[:1].isdigit() for unit in units)
        usual = sum(width(unit.text) for unit in units) / len(units)
        return numbered and usual >= _LONG_ITEM

    def _division(self, units: Sequence[Unit], level: int) -> Division:
        head = units[0]
        content, _ = whole_heading(joined(self.decoded, head.lines), self.decoded, self.text, self.report)
        number = article_number(head.text, self.pack)
        reason = "the label of an article" if number else "a heading"
        certainty = 1.0
        if level == BY_PLACE and not head.bold:
            certainty, reason = _SURE, _HEADS
        block = Block(Role.HEAD, content, head.span, lang=head.foreign, certainty=certainty, reason=reason)
        further, below = self._further_heads(units[1:])
        opener = Opener() if number else open_text(below, self.decoded, self.pack)
        opener = opener if opener.is_letter else Opener()
        rest = below[opener.taken :]
        inner = [*further, *opener.nodes, *(self._section(rest) if level < OF_ARTICLE else self._blocks(rest))]
        return Division("article" if number else "section", (block, *inner), n=number)

    def _blocks(self, units: Sequence[Unit], *, skip_page: int = -1) -> Iterator[Node]:
        index = prose = 0
        while index < len(units):
            unit = units[index]
            if unit.span.start in self.pages and unit.span.start != skip_page:
                yield Milestone("pb", n=self.pages[unit.span.start])
            ahead = units[index : index + _AHEAD]
            people = participants(ahead, self.decoded, self.pack)
            listed = list_length(units, index) if index >= prose else 0
            if listed and self._are_paragraphs(units[index : index + listed]):
                prose, listed = index + listed, 0  # they are read one by one
            if unit.kind is LayoutKind.TABLE:
                yield table_of(unit, self.decoded)
                taken = 1
            elif stanzas := verse(ahead, self.pack, units[index - 1] if index else None):
                yield from stanzas[0]
                taken = stanzas[1]
            elif table := table_in_columns(ahead, self.pack, units[index - 1] if index else None):
                yield table[0]
                taken = table[1]
            elif people is not None:
                block, taken = people
                yield block
            elif listed:
                yield self._listed(units[index : index + listed])
                taken = listed
            else:
                whole = whole_paragraph(ahead, self.decoded, self.pack, self.text, self.report)
                reason = "a paragraph" if whole.taken == 1 else f"{whole.taken} pieces of a broken paragraph, joined"
                breaks, content = leading_breaks(whole.content)
                yield from breaks
                yield Block(Role.P, content, whole.span, lang=unit.foreign, certainty=whole.certainty, reason=reason)
                taken = whole.taken
            index += taken

    def _listed(self, units: Sequence[Unit]) -> Group:
        """The list that items are, or the table that is typed as one."""
        items = with_depths(units, self.decoded)
        return listed_table(items, self.decoded) or list_of(items, self.decoded)


def _without_labels(units: Sequence[Unit], start: int) -> int:
    """Where the text ends when labels in brackets stand below it: references of an archive, notes of an editor."""
    end = len(units)
    while end - 1 > start and units[end - 1].kind is LayoutKind.TEXT and is_label(units[end - 1].text):
        end -= 1
    return end
