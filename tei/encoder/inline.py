"""Blocks and what stands inside them: `p`, `head`, `signed`, `list` with its `item`s, names, dates, choices, notes.

White space of the source is layout, not text: a run of space, tab and newline becomes one space, also across the
borders of elements, and none stands at the start or end of a block. The ideographic space (U+3000) and the no-break
space are characters and stay.
"""

import re
from dataclasses import dataclass
from typing import assert_never
from urllib.parse import quote

from lxml import etree

from tei.encoder.elements import add, cert, resp
from tei.model.document import Block
from tei.model.inline import Choice, Date, Highlight, Inline, List, Milestone, Name, Note, Ref, Sentence, Text
from tei.names import local_name

_ASCII_SPACE = re.compile(r"[ \t\r\n]+")

_URL = "/?:@!$&'()*+,;=%~"  # what a part of a URL may hold besides letters, figures and -._
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

# The proposal of a `choice`, by what it stands beside.
_PROPOSALS = {"sic": "corr", "orig": "reg"}


@dataclass(slots=True)
class _Flow:
    """Where the text of a block has got to. `spaced`: no white space may follow (the block begins, or some was just written)."""

    block: etree._Element
    lang: str
    spaced: bool = True


def encode_block(parent: etree._Element, block: Block, *, lang: str) -> etree._Element:
    """The element of `block`: its role is its name. `lang` is the language around it."""
    doubt = cert(block.certainty)
    element = add(
        parent,
        block.role.value,
        xml_id=block.id,
        type=block.type,
        n=block.n,
        place=block.place,
        target=f"#{block.target}" if block.target else "",
        xml_lang=block.lang if block.lang != lang else "",
        cert=doubt,
        resp=resp(doubt, block.resp),
    )
    _encode_inlines(element, block.content, _Flow(element, block.lang or lang))
    _trim(element)
    return element


def reference(url: str) -> str:
    """A URL as RFC 3986 has it: what it may not hold is written with percent signs."""
    main, mark, part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", url.strip()).partition("#")
    main = quote(main, safe=_URL) if _SCHEME.match(main) else quote(main, safe=_URL.replace(":", ""))
    return main + mark + quote(part, safe=_URL)


def encode_milestone(parent: etree._Element, milestone: Milestone) -> etree._Element:
    """`lb`, `pb` or `cb`; or `figure`, with the `graphic` and what describes it."""
    if milestone.tag == "figure":
        figure = add(parent, "figure")
        if milestone.n:
            add(figure, "graphic", url=reference(milestone.n))
        if milestone.description:
            add(figure, "figDesc", " ".join(milestone.description.split()))
        return figure
    return add(parent, milestone.tag, n=milestone.n, break_=milestone.break_, resp=resp("", milestone.resp))


def _encode_inlines(parent: etree._Element, content: tuple[Inline, ...], flow: _Flow) -> None:
    texts: list[str] = []  # that stand next to each other: written one by one they would be copied each time
    for node in content:
        if not isinstance(node, Text) and texts:
            _append(parent, "".join(texts))
            texts.clear()
        match node:
            case Text():
                texts.append(_text_of(node, flow))
            case Milestone():
                _encode_break(parent, node, flow)
            case Highlight():
                _encode_inlines(add(parent, "hi", rend=node.rend), node.content, flow)
            case Name():
                _encode_name(parent, node, flow)
            case Date():
                _encode_date(parent, node, flow)
            case Choice():
                _encode_choice(parent, node, flow)
            case Note():
                target = f"#{node.target}" if node.target else ""
                # A mark that it was signed is printed in the line; a note of another kind need not be.
                rend = "inline" if node.type == "signature-mark" else ""
                note = add(
                    parent, "note", xml_id=node.id, type=node.type, n=node.n, place=node.place, rend=rend, target=target
                )
                _encode_inlines(note, node.content, flow)
            case Ref():
                _encode_ref(parent, node, flow)
            case Sentence():
                _encode_inlines(add(parent, "s", xml_id=node.id), node.content, flow)
            case List():
                _trim(flow.block)
                encode_list(parent, node, lang=flow.lang)
                flow.spaced = False
            case _:
                assert_never(node)
    if texts:
        _append(parent, "".join(texts))


def encode_list(parent: etree._Element, node: List, *, lang: str) -> etree._Element:
    """`list` and its `item`s."""
    element = add(parent, "list", xml_id=node.id, type=node.type, rend=node.rend)
    for item in node.items:
        encode_block(element, item, lang=lang)
    return element


def _encode_ref(parent: etree._Element, node: Ref, flow: _Flow) -> None:
    target = node.target if "://" in node.target else f"#{node.target}"
    element = add(parent, "ref" if node.content else "ptr", xml_id=node.id, target=target)
    _encode_inlines(element, node.content, flow)


def _encode_name(parent: etree._Element, node: Name, flow: _Flow) -> None:
    element = add(
        parent,
        node.tag,
        type=node.type,
        ref=f"#{node.ref}" if node.ref else "",
        key=node.key,
        rend=node.rend,
        cert=node.cert,
        resp=resp(node.cert, node.resp),
    )
    _encode_inlines(element, node.content, flow)


def _encode_date(parent: etree._Element, node: Date, flow: _Flow) -> None:
    answer = resp(node.cert, node.resp)
    element = add(parent, "date", when=node.when, from_=node.from_, to=node.to, cert=node.cert, resp=answer)
    _encode_inlines(element, node.content, flow)


def _encode_choice(parent: etree._Element, node: Choice, flow: _Flow) -> None:
    choice = add(parent, "choice")
    _encode_inlines(add(choice, node.kind), node.content, flow)
    add(choice, _PROPOSALS[node.kind], node.reading, resp=resp("program", node.resp), cert=node.cert)


def _text_of(node: Text, flow: _Flow) -> str:
    """What is written of a piece of text: white space as one space, and none where some was just written."""
    text = _ASCII_SPACE.sub(" ", node.text)
    if flow.spaced:
        text = text.removeprefix(" ")
    if text:
        flow.spaced = text.endswith(" ")
    return text


def _encode_break(parent: etree._Element, node: Milestone, flow: _Flow) -> None:
    """A milestone in text. White space around it moves behind it, so that words stay apart; `break="no"` has none."""
    trimmed = _trim(flow.block)
    encode_milestone(parent, node)
    if node.break_ == "no":
        flow.spaced = True
    elif trimmed:
        _append(parent, " ")


def _last(element: etree._Element) -> etree._Element | None:
    """The last child; `len` and `[-1]` would count all children of a long paragraph each time."""
    return next(element.iterchildren(reversed=True), None)


def _append(parent: etree._Element, text: str) -> None:
    if not text:
        return
    last = _last(parent)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _trim(element: etree._Element) -> bool:
    """Whether a space at the end of what has been written in `element` was there, and is gone now."""
    last = _last(element)
    while last is not None and not last.tail:
        if local_name(last.tag) in ("choice", "list"):  # a reading and an item have ends of their own
            return False
        element, last = last, _last(last)
    text = element.text if last is None else last.tail
    if not text or not text.endswith(" "):
        return False
    if last is None:
        element.text = text[:-1]
    else:
        last.tail = text[:-1]
    return True
