"""The title above a form, and the rest of the lines there; a form without a title is named by its subject."""

from collections.abc import Sequence
from dataclasses import replace

from tei.diagnostics import Report
from tei.languages.base import LanguagePack
from tei.model.document import Block, Role
from tei.model.source import Decoded, MetadataField
from tei.structure.form_rows import names_document
from tei.structure.forms import form_start
from tei.structure.line import Shape
from tei.structure.repair import whole_heading
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.subjects import subject_of
from tei.structure.title_words import is_number
from tei.structure.titles import Heads, take_heads
from tei.structure.units import Unit, joined

_REASON = "a line above a form"
_SURE = 0.85


def take_heads_above_form(
    units: Sequence[Unit],
    metadata: Sequence[MetadataField],
    decoded: Decoded,
    pack: LanguagePack,
    text: str,
    *,
    report: Report,
) -> Heads:
    """The title at the top of `units`, which takes no line of a form; what else stands above the form is heads too."""
    start = form_start(units, pack)
    if start == 0:
        heads = take_heads((), metadata, decoded, pack, text, report=report)
        return heads if heads.heads else replace(heads, title=subject_of(units, pack))
    heads = take_heads(units, metadata, decoded, pack, text, report=report)
    if start < 0 or heads.used is not None:
        return heads
    if not 0 < heads.taken <= start:
        heads = Heads((), "", 0)
    blocks = list(heads.heads)
    title = heads.title
    taken = heads.taken
    while taken < start and _is_head(units[taken], pack):
        unit = units[taken]
        content, line = whole_heading(joined(decoded, unit.lines), decoded, text, report)
        blocks.append(Block(Role.HEAD, content, unit.span, lang=unit.foreign, certainty=_SURE, reason=_REASON))
        title = title or line
        taken += 1
    if not title or is_number(title):
        title = subject_of(units, pack) or title
    return replace(heads, heads=tuple(blocks), title=title, taken=taken)


def _is_head(unit: Unit, pack: LanguagePack) -> bool:
    if is_salutation(unit.text, pack) or len(unit.lines) > 1:
        return False
    return line_shape(unit.text, pack).shape is not Shape.DATELINE or names_document(unit.text, pack)
