"""Dates marked in the text, and checked against each other."""

import pytest
from documents import found
from marks import annotated, dates

from tei.diagnostics import Report

CLOSER_ZH = "\n\n贸易部长 李大明\n1961年5月12日于里斯本\n"
CLOSER_EN = "\n\nAnn B. Author\nMinister of Trade\nLisbon, May 12, 1961\n"


def test_dates_and_spans_are_marked_in_every_block() -> None:
    text = "# Talks of May 3, 1961\n\nFrom May 3 to May 9, 1961, they talked. They met again in June 1961.\n\nThe end."
    assert dates(annotated(text)) == [
        ("May 3, 1961", "1961-05-03"),
        ("May 3 to May 9, 1961", "1961-05-03/1961-05-09"),
        ("June 1961", "1961-06"),
    ]


def test_relative_year_is_resolved_by_the_dateline() -> None:
    text = f"# 会谈公报\n\n今年三月，双方在里斯本举行了会谈。\n\n双方决定继续会谈。{CLOSER_ZH}"
    assert dates(annotated(text)) == [("今年三月", "1961-03"), ("1961年5月12日", "1961-05-12")]


def test_relative_year_without_a_dateline_is_not_guessed() -> None:
    text = "# 会谈公报\n\n今年三月，双方在里斯本举行了会谈。\n\n双方决定继续会谈。"
    assert dates(annotated(text)) == []


@pytest.mark.parametrize(
    ("span", "conflict"),
    [
        ("From May 3 to May 14, 1961", True),
        ("From May 3 to May 12, 1961", False),
        ("From May 3 to May 9, 1961", False),
        ("From June 3 to June 9, 1961", False),  # a plan
        ("From 1959 to 1965", False),  # not given to the day
    ],
)
def test_dateline_before_the_end_of_a_reported_span_is_a_conflict(span: str, conflict: bool) -> None:
    report = Report()
    annotated(f"# Talks\n\n{span}, the guests visited the harbours and the mills.\n\nThey agreed.{CLOSER_EN}", report)
    conflicts = [place for place in found(report) if place[0] == "AN001"]
    assert conflicts == ([("AN001", 9, 1)] if conflict else [])


def test_conflict_names_both_places() -> None:
    report = Report()
    annotated(
        f"# Talks\n\nFrom May 3 to May 14, 1961, the guests visited the mills.\n\nThey agreed.{CLOSER_EN}", report
    )
    (conflict,) = [finding for finding in report if finding.rule.id == "AN001"]
    assert [(place.line, place.column) for place in conflict.related] == [(3, 6)]
    assert "1961-05-12" in conflict.message
    assert "1961-05-14" in conflict.message


def test_impossible_date_is_reported_at_its_place_and_not_marked() -> None:
    report = Report()
    edition = annotated("# Talks\n\nThey met on February 30, 1961, in the harbour.\n\nThe end.", report)
    assert ("AN004", 3, 13) in found(report)
    assert dates(edition) == []


def test_header_says_when_and_where_the_document_was_made() -> None:
    creation = annotated(f"# Talks\n\nThey met on May 3, 1961.\n\nThey agreed.{CLOSER_EN}").header.creation
    assert (creation.when, creation.date_text, creation.place) == ("1961-05-12", "May 12, 1961", "Lisbon")


def test_a_dateline_of_no_year_is_a_day_of_no_year() -> None:
    text = "Camp near Fort Holm, Sept 4th\n\nDear Mother,\n\nWe marched all day yesterday and are well.\n\nYour son,\n\nA. Author\n"
    assert dates(annotated(text)) == [("Sept 4th", "--09-04")]


def test_a_dateline_of_no_year_takes_that_of_the_other_datelines() -> None:
    report = Report()
    text = (
        "Lisbon, May 3, 1861.\n\nSir: I send you a copy of what was written to me.\n\nI have, &c.,\n\nA. Author.\n\n"
        "[Inclosure.]\n\nPort Alto, April 2.\n\nSir: The schooner has been released.\n\nI am, &c.,\n\nB. Writer.\n"
    )
    assert dates(annotated(text, report)) == [("May 3, 1861", "1861-05-03"), ("April 2", "1861-04-02")]
    assert [each.rule.id for each in report.found if each.rule.id == "AN010"] == ["AN010"]
