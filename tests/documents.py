"""Documents for tests: a text read and recognised, and a compact dump of what was recognised in it."""

from collections.abc import Iterator

from tei.diagnostics import Report
from tei.model.document import Block, Division, Edition, Group, Node, Role
from tei.model.inline import (
    Choice,
    Date,
    Highlight,
    Inline,
    List,
    Milestone,
    Name,
    Note,
    Ref,
    Sentence,
    Text,
    plain_text,
    texts,
)
from tei.model.source import Source
from tei.model.white_space import ink
from tei.readers import decode, read_decoded
from tei.structure import recognise

_SHORT = {"roleName": "role", "persName": "name", "orgName": "org", "placeName": "place"}


def source_of(text: str | bytes, *, file: str = "source.txt", report: Report | None = None) -> Source:
    """What the readers make of a text."""
    data = text if isinstance(text, bytes) else text.encode()
    report = Report() if report is None else report
    return read_decoded(decode(data, file=file, report=report), report=report)


def edition_of(text: str | bytes, *, file: str = "source.txt", report: Report | None = None) -> Edition:
    """What readers and structure make of a text."""
    report = Report() if report is None else report
    return recognise(source_of(text, file=file, report=report), edition_id="edition", report=report)


def blocks_of(text: str, *, file: str = "source.txt") -> list[tuple[str, str]]:
    """Role and text of every block, over all versions; a paragraph with a list is its introduction alone."""
    versions = edition_of(text, file=file).versions
    return [(block.role.value, _own_text(block)) for version in versions for block in version.blocks()]


def found(report: Report) -> list[tuple[str, int, int]]:
    """Rule, line and column of each finding."""
    return [(finding.rule.id, finding.location.line, finding.location.column) for finding in report]


def _own_text(block: Block) -> str:
    return plain_text([inline for inline in block.content if not isinstance(inline, List)])


def unaccounted(edition: Edition) -> list[str]:
    """What is wrong with how the edition accounts for its source; empty when every character is there once.

    Text leaves must be slices of the source, in order within a version; leaves and ledger entries must not overlap and
    must cover every character that is not white space.
    """
    text = edition.source.decoded.text
    times = [0] * len(text)
    wrong = []
    for version in edition.versions:
        last = -1
        for leaf in texts(inline for inline in _inlines(version.content)):
            if leaf.text != text[leaf.span.start : leaf.span.end]:
                wrong.append(f"{leaf.text!r} is not what stands at {leaf.span.start}-{leaf.span.end}")
            if leaf.span.start < last:
                wrong.append(f"{leaf.text!r} at {leaf.span.start} stands after what ends at {last}")
            last = leaf.span.end
            _count(times, leaf.span.start, leaf.span.end)
    for entry in edition.ledger:
        _count(times, entry.span.start, entry.span.end)
    for offset, character in enumerate(text):
        if times[offset] > 1 or (ink(character) and not times[offset]):
            wrong.append(f"{character!r} at {offset} is accounted for {times[offset]} times")
    return wrong


def _count(times: list[int], start: int, end: int) -> None:
    for offset in range(start, end):
        times[offset] += 1


def _inlines(content: tuple[Node, ...]) -> Iterator[Inline]:
    for node in content:
        match node:
            case Block(content=inner):
                yield from inner
            case Group(blocks=blocks):
                yield from _inlines(blocks)
            case Division(content=inner):
                yield from _inlines(inner)
            case Milestone():
                pass


def dump(edition: Edition, report: Report) -> str:
    """What was recognised, one line for each block; marks in braces, line breaks as `|`, `|no|` or `|maybe|`."""
    fields = (field for field in edition.source.metadata if field.field or field.key)
    lines = [f"@ {field.field or '?'}: {field.value}" for field in fields]
    for version in edition.versions:
        title = next((title.text for title in edition.header.titles if title.lang == version.lang), "")
        lines += ["", f"== {version.id} {version.lang} {version.role or '?'} “{title}”"]
        for node in version.content:
            lines += _node(node, "")
    lines.append("")
    decoded = edition.source.decoded
    for entry in edition.ledger:
        text = " ".join(decoded.text[entry.span.start : entry.span.end].split())
        lines.append(f"- {entry.kind.value}: {text}")
    for finding in report:
        lines.append(f"! {finding.rule.id} {finding.location.line}:{finding.location.column}")
    return "\n".join(lines).strip() + "\n"


def _node(node: Node, indent: str) -> list[str]:
    match node:
        case Block():
            own = _marked(inline for inline in node.content if not isinstance(inline, List))
            kind = f" {node.type} {node.n}".rstrip() if node.role in (Role.NOTE, Role.SEG) else ""
            lines = [f"{indent}{_last(node.id)}{kind}: {own}"]
            for inline in node.content:
                if isinstance(inline, List):
                    lines.append(f"{indent}  {_last(inline.id)} {inline.type} {inline.rend}".rstrip())
                    for item in inline.items:
                        lines += _node(item, indent + "    ")
            return lines
        case Group():
            inner = [line for block in node.blocks for line in _node(block, indent + "  ")]
            return [f"{indent}{_last(node.id)}", *inner]
        case Division():
            inner = [line for child in node.content for line in _node(child, indent + "  ")]
            return [f"{indent}{_last(node.id)} {node.type} {node.n}".rstrip(), *inner]
        case Milestone():
            return [f"{indent}{node.tag} {node.n}"]


def _last(identity: str) -> str:
    return identity.rpartition(".")[2]


def _marked(content: Iterator[Inline] | tuple[Inline, ...]) -> str:
    return " ".join("".join(map(_inline, content)).split())


def _inline(node: Inline) -> str:
    match node:
        case Text(text=text):
            return text
        case Milestone(tag="lb", break_=break_):
            return f"|{break_}|" if break_ else "|"
        case Milestone(tag=tag, n=n, break_=break_):
            return f"<{' '.join(filter(None, (tag, n, break_)))}>"
        case List():
            return ""
        case Name(tag=tag, type=type_, rend=rend, key=key):
            name = "rank" if type_ else _SHORT[tag]
            return f"{{{name}{' ' + key if rend else ''}:{_marked(node.content)}}}"
        case Note():
            kind = "mark" if node.type == "signature-mark" else f"{node.type} {node.n}".rstrip()
            return f"{{{kind}:{_marked(node.content)}}}"
        case Ref(target=target):
            return f"{{ref #{target}:{_marked(node.content)}}}"
        case Highlight(rend=rend):
            return f"{{{rend}:{_marked(node.content)}}}"
        case Sentence(id=id_):
            return f"[{_last(id_)} {_marked(node.content)}]"
        case Date() | Choice():
            return f"{{{type(node).__name__.lower()}:{_marked(node.content)}}}"
