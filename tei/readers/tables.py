"""What a table is for: data, two languages side by side, or only the layout of a page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tei.languages import packs
from tei.languages.scripts import main_script
from tei.model.transcript import Paragraph, Transcript

LONG_CELL = 400  # characters: nobody tabulates longer ones
_LEAST = 3  # cells of a column that can be told, for its language to count


def is_data(cells: Sequence[Paragraph]) -> bool:
    """Whether the paragraphs of a table are data: several rows and columns of short cells, one paragraph in each."""
    rows = {paragraph.cell.row for paragraph in cells if paragraph.cell}
    columns = {paragraph.cell.column for paragraph in cells if paragraph.cell}
    if len(rows) < 2 or len(columns) < 2:
        return False
    paragraphs = Counter((paragraph.cell.row, paragraph.cell.column) for paragraph in cells if paragraph.cell)
    if max(paragraphs.values()) > 4:
        return False
    return sorted(paragraph.end - paragraph.start for paragraph in cells)[-1] <= LONG_CELL


def is_bilingual(transcript: Transcript, cells: Sequence[Paragraph]) -> bool:
    """Whether two or three columns hold the same text in as many languages."""
    texts: dict[int, list[str]] = {}
    for paragraph in cells:
        if paragraph.cell:
            texts.setdefault(paragraph.cell.column, []).append(transcript.text[paragraph.start : paragraph.end])
    return are_languages(tuple(texts.values()))


def are_languages(columns: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of two or three columns are in as many languages, and no single words."""
    if not 2 <= len(columns) <= 3 or any(len(column) < 2 for column in columns):
        return False
    languages = [_language(column) for column in columns]
    sentences = sum(len(text) for column in columns for text in column) / sum(map(len, columns))
    return all(languages) and len({*languages}) == len(languages) and sentences >= 10


def _language(texts: Iterable[str]) -> str:
    """The script of a column or, in a script of many languages, the language whose frequent words it has; "" if unsure."""
    text = " ".join(texts)
    script = main_script(text)
    codes = [pack for pack in packs() if script in pack.scripts[:1]]
    if len(codes) < 2:
        return script
    words = text.casefold().split()
    shares = {pack.code: sum(word in pack.function_words for word in words) for pack in codes}
    best = max(shares.values())
    top = [code for code, share in shares.items() if share == best]
    return top[0] if best >= _LEAST and len(top) == 1 else script
