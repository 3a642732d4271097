"""Metadata in a transcription's own lines."""

import pytest
from documents import source_of

from tei.diagnostics import Report
from tei.model.source import Source


def fields(source: Source) -> list[tuple[str, str]]:
    return [(field.field or field.key, field.value) for field in source.metadata if field.field or field.key]


def lines(source: Source) -> list[str]:
    return [line.text for chunk in source.chunks for line in chunk.lines]


BODY = "\n\nThe two towns agreed to open their harbours.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title: Harbours\nAuthor:\nDate: 1961-05-12\nPage: 3", [("title", "Harbours"), ("author", ""), ("date", "1961-05-12"), ("page", "3")]),
        ("TITLE :  Harbours ", [("title", "Harbours")]),
        ("标题：港口\n作者：\n日期：1961年5月12日\n版次：3", [("title", "港口"), ("author", ""), ("date", "1961年5月12日"), ("page", "3")]),
        ("標題：港口\n來源：日報", [("title", "港口"), ("journal", "日報")]),
        ("1961-05-12\n第4版()\n专栏：", [("date", "1961-05-12"), ("page", "4"), ("column", "")]),
        ("第4版(国际)\n专栏：航运", [("page", "4"), ("column", "航运")]),
        ("Title: Harbours\n\nAuthor: Ada Writer", [("title", "Harbours"), ("author", "Ada Writer")]),
        ("Title: One: a Beginning", [("title", "One: a Beginning")]),
    ],
)  # fmt: skip
def test_lines_at_the_start_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    source = source_of(text + BODY)
    assert fields(source) == expected
    assert lines(source) == ["The two towns agreed to open their harbours."]


def test_value_has_its_own_place() -> None:
    text = "Title:  Harbours \nDate：1961-05-12" + BODY
    for field in source_of(text).metadata:
        assert text[field.value_span.start : field.value_span.end].strip() == field.value
        assert field.span.start <= field.value_span.start <= field.value_span.end <= field.span.end


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said: nothing.",
        "Note: the date is not known.",
        "12 May 1961",  # a date alone is a dateline
        "http://example.org/a",
        "下列人员参加了会谈：市长",
    ],
)
def test_other_lines_at_the_start_are_text(text: str) -> None:
    source = source_of(text + BODY)
    assert fields(source) == []
    assert lines(source)[0] == text


def test_bare_date_after_metadata_lines_is_left_to_the_text() -> None:
    source = source_of("Title: Harbours\n\n12 May 1961" + BODY)
    assert fields(source) == [("title", "Harbours")]
    assert lines(source)[0] == "12 May 1961"


def test_one_line_inside_a_document_is_no_metadata() -> None:
    assert fields(source_of("The towns met." + BODY + "\nDate: not yet fixed\n\nMore text.")) == []


def test_two_lines_inside_a_document_are_metadata_of_what_follows() -> None:
    source = source_of("The towns met." + BODY + "\n# 港口\n\n日期：1961-05-12\n版次：3\n\n双方同意开放港口。")
    assert fields(source) == [("date", "1961-05-12"), ("page", "3")]
    assert lines(source)[-2:] == ["港口", "双方同意开放港口。"]


# --- front matter ---------------------------------------------------------------------------------------------------


def front(yaml: str, report: Report | None = None) -> Source:
    return source_of(f"---\n{yaml}\n---\n{BODY}", report=report)


@pytest.mark.parametrize(
    ("yaml", "value", "printed"),
    [
        ("title: Harbours", "Harbours", "Harbours"),
        ("title: 'Harbours: two'", "Harbours: two", "Harbours: two"),
        ('title: "Harbours\n  of the sea"', "Harbours of the sea", "Harbours\n  of the sea"),
        ("title: >\n  Harbours\n  of the sea", "Harbours of the sea", "Harbours\n  of the sea"),
        ("title: |\n  Harbours", "Harbours", "Harbours"),
        ("title: Harbours\n  of the sea", "Harbours of the sea", "Harbours\n  of the sea"),
        ("title:", "", ""),
        ("标题: 港口", "港口", "港口"),
        ("title: 'Harbour''s end'", "Harbour's end", "Harbour''s end"),
    ],
)
def test_value_of_front_matter_is_read_as_yaml_and_kept_as_printed(yaml: str, value: str, printed: str) -> None:
    source = front(yaml)
    (field,) = [field for field in source.metadata if field.field]
    assert (field.field, field.value) == ("title", value)
    assert source.decoded.text[field.value_span.start : field.value_span.end] == printed


def test_every_key_of_front_matter_is_kept() -> None:
    source = front("title: Harbours\nkeywords: [sea, trade]\nnested:\n  a: 1")
    assert [field.key for field in source.metadata if field.key] == ["title", "keywords", "nested"]
    assert lines(source) == ["The two towns agreed to open their harbours."]


@pytest.mark.parametrize("yaml", ["title: [", 'title: "open', "a: b: c", "title: \tx\n\t- y"])
def test_front_matter_that_is_no_yaml_is_reported_and_kept(yaml: str) -> None:
    report = Report()
    source = front(yaml, report)
    assert [finding.rule.id for finding in report] == ["RD007"]
    (finding,) = report
    assert finding.location.line >= 2
    assert finding.help
    assert lines(source) == ["The two towns agreed to open their harbours."]
    (entry,) = source.ledger
    assert source.decoded.text[entry.span.start : entry.span.end] == f"---\n{yaml}\n---"


@pytest.mark.parametrize("text", ["---\nJust a rule above.\n---\nMore.", "---\nTitle: open\n", "---\n\n---\n"])
def test_rules_are_no_front_matter(text: str) -> None:
    report = Report()
    assert source_of(text + BODY, report=report).chunks[0].kind.value == "rule"
    assert len(report) == 0


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_front_matter_is_read_with_other_line_ends(newline: str) -> None:
    text = f"---\ntitle: Harbours\ndate: 1961-05-12\n---\n{BODY}".replace("\n", newline)
    assert fields(source_of(text)) == [("title", "Harbours"), ("date", "1961-05-12")]
