"""Titles as a catalogue has them, made from what is printed."""

import pytest

from tei.structure.title_forms import plain_title


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("12. Mr. A. to Mr. B.", "Mr. A. to Mr. B."),
        ("2）照会", "照会"),
        ("（二）外交部复照", "外交部复照"),
        ("[전문] 공동 성명", "공동 성명"),
        ("【日蘭通商条約】", "日蘭通商条約"),
        ("《共同声明》", "共同声明"),
        ("《远方日报》社论", "《远方日报》社论"),  # the brackets are of a part
        ("Talks in Lisbon (May 3, 1961)", "Talks in Lisbon"),
        ("1. Mai 1890", "1. Mai 1890"),  # a day, no number
        ("15 Cabinet Minute", "15 Cabinet Minute"),  # may be how many there are
        ("10.5 million", "10.5 million"),
        ("[…]", "[…]"),
    ],
)
def test_plain_title(printed: str, title: str) -> None:
    assert plain_title(printed) == title
