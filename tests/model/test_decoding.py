"""What later checks of a source rely on: the encoding that was taken gives the same text when it is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.errors import TeiError
from tei.model.decoding import CANDIDATES, decode_bytes, iana_name, sanitize


@given(st.binary(max_size=60))
def test_the_encoding_that_was_taken_gives_the_same_text_when_it_is_asked_for(data: bytes) -> None:
    try:
        taken = decode_bytes(data)
    except TeiError:
        return
    asked = decode_bytes(data, taken.encoding)
    assert (asked.text, asked.encoding) == (taken.text, taken.encoding)
    assert (asked.undecodable, asked.replaced) == (taken.undecodable, taken.replaced)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20),
    st.sampled_from(["utf-16", "utf-32", "utf-8-sig"]),
)
def test_so_does_that_of_a_byte_order_mark(text: str, codec: str) -> None:
    data = f"abcdefgh{text}".encode(codec)
    taken = decode_bytes(data)
    assert decode_bytes(data, taken.encoding).text == taken.text


@pytest.mark.parametrize("name", [*CANDIDATES, "UTF-32LE", "UTF-32BE", "Big5-HKSCS"])
def test_a_name_that_is_reported_is_a_name_that_can_be_asked_for(name: str) -> None:
    assert iana_name(name) == name


@given(st.text(st.characters(), max_size=30))
def test_sanitizing_replaces_one_for_one_and_once(text: str) -> None:
    clean, replaced = sanitize(text)
    assert len(clean) == len(text)
    assert sanitize(clean) == (clean, ())
    restored = list(clean)
    for offset, point in replaced:
        restored[offset] = chr(point)
    assert "".join(restored) == text
