"""An edition of ours that is encoded anew comes back as it was: divisions, heads, openers, lists, notes, roles."""

from pathlib import Path

import pytest
from lxml import etree

from tei.config import load_config
from tei.diagnostics import Report
from tei.names import TEI_NS, local_name
from tei.pipeline import build_bytes

CONFIG = load_config(None)
CASES = Path(__file__).parents[1] / "cases/structure"
# One of each kind of structure; what is known to come back otherwise is said in docs/marked-up-formats.md.
KINDS = (
    "newspaper-articles-en",
    "letters-with-numbered-titles-zh",
    "enclosure-greets-en",
    "telegram-form-en",
    "message-by-wire-en",
    "record-of-conversation-en",
    "participants-inline-zh",
    "two-telegrams-on-a-page",
    "front-lines-en",
    "lead-and-text-fr",
    "treaty-articles",
    "table-of-bars-en",
    "verse-in-stanzas-en",
    "ruby-ja",
    "original-first",
)


@pytest.mark.parametrize("case", KINDS)
def test_the_structure_comes_back(case: str) -> None:
    source = next((CASES / case).glob("input.*"))
    once = build_bytes(source.read_bytes(), source.name, CONFIG, report=Report()).xml
    again = build_bytes(once, f"{source.stem}.xml", CONFIG, report=Report()).xml
    assert shape(again) == shape(once)


def shape(data: bytes) -> list[tuple[str, ...]]:
    """Every element of the text, by name, id and what says of which kind it is, with its own characters."""
    text = etree.fromstring(data).find(f"{{{TEI_NS}}}text")
    assert text is not None
    return [
        (
            local_name(node.tag),
            node.get("{http://www.w3.org/XML/1998/namespace}id", ""),
            *(node.get(name, "") for name in ("type", "subtype", "rend", "n", "when")),
            " ".join((node.text or "").split()),
        )
        for node in text.iter(etree.Element)
    ]
