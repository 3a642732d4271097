"""The day of a document that only the lines of a site tell."""

import pytest
from documents import edition_of

_TEXT = "\n\nLetter on the Lamp Tax\n\nThe two towns have agreed to levy no tax on lamps that are carried across the bridge.\n"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("只看楼主 倒序阅读 0 发表于: 1953-03-20", "1953-03-20"),
        ("Home > Letters > 1931-05-04", "1931-05-04"),
        ("Home > Letters\nViews: 12\nPosted on 2011-05-04 10:12", ""),  # the site's own day
        ("Home > 1931-05-04 > Letters\nNext: 1931-06-04", ""),  # two days
        ("Home > Letters > No. 44", ""),
    ],
)
def test_a_day_before_the_web_in_lines_of_a_site_is_that_of_the_document(lines: str, published: str) -> None:
    assert edition_of((lines + _TEXT).encode()).header.printed.published == published


def test_metadata_says_more_than_a_site() -> None:
    source = f"Date: 1931-05-05\nPage: 3\n\nHome > Letters > 1931-05-04{_TEXT}"
    assert edition_of(source.encode()).header.printed.published == "1931-05-05"
