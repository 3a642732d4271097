"""The expressions for values admit nothing that libxml2 does not, and the plain values of each type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.schema.patterns import EMPTY, Choice, Data, Group, List, OneOrMore, Pattern, Text, Value
from tei.schema.value_patterns import check_of
from tei.schema.values import Check

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
EXPRESSIONS = (
    r"[^\p{C}\p{Z}]+",
    r"\S+",
    r"(\-?[\d]+/\-?[\d]+)",
    r"[0-9.,DHMPRSTWYZ/:+\-]+",
    r"[\-+]?\d+(\.\d+)?(%|cm|mm)",
    r"(19[789][0-9]|[2-9][0-9]{3}).*",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+",
    r"[a-z][^\p{P}\d]*",
)


def data(kind: str, *patterns: str) -> Data:
    return Data(kind, XSD, tuple(("pattern", pattern) for pattern in patterns), None)


CERTAINTY = Data("double", XSD, (("minInclusive", "0"), ("maxInclusive", "1")), None)
TYPES = tuple(
    map(
        data,
        """anyURI boolean date dateTime decimal double gYear gYearMonth ID integer language NCName Name
        nonNegativeInteger string time token""".split(),
    )
)
WORDS = Choice((Value("token", "", "high", "", ()), Value("token", "", "very low", "", ())))
URIS = List(OneOrMore(data("anyURI", r"\S+")))
PATTERNS: tuple[Pattern, ...] = (
    *TYPES,
    CERTAINTY,
    *(data("token", expression) for expression in EXPRESSIONS),
    *(data("anyURI", expression) for expression in EXPRESSIONS),
    WORDS,
    URIS,
    List(Choice((OneOrMore(data("Name")), EMPTY))),
    List(Group((data("token"), data("token"), Choice((OneOrMore(data("token")), EMPTY))))),
    Choice((data("date"), data("gYear"), WORDS)),
)

letters = st.sampled_from("aZ09 #/:%?&=;,.+-_~@!'\"()[]{}<>^`|\\\t\n\u00a0\u00d7éØΩЖ中龥가\u3000\u2028")
free = st.text(st.one_of(letters, st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), max_size=12)
shaped = st.sampled_from(
    """true 1 0 1.0 0.62 -5 +5 1e3 1958-07-31 1958-02-29 1958-02-30 1958-06-31 0000 2012 12 2012-13 en zh-Hans en-x-Scots
    #a a#b a#b#c http://a.b/c?d#e http:// http://a@b urn:a:b a:b a: :a //a http:/a mailto:a@b 25:00:00 12:00:00 12:00:00Z
    2012-01-01T12:00:00 2012-01-01T24:00:00 10cm -1/2 a%20b a%b high very xml:id""".split()
)
values = st.one_of(
    free,
    shaped,
    st.lists(shaped, max_size=3).map(" ".join),
    st.tuples(shaped, letters).map("".join),
    st.just("very low"),
)


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
@given(value=values)
def test_what_an_expression_matches_libxml2_admits(pattern: Pattern, value: str) -> None:
    check = check_of(pattern)
    assert check is not None
    if check._is_certain(value):
        assert check._is_valid(value), value


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        (data("anyURI"), "#s1"),
        (data("anyURI"), "https://example.org/a/b?c=d#e"),
        (data("anyURI"), "urn:example:1"),
        (data("ID"), "编者1"),
        (data("date"), "1958-07-31"),
        (data("language"), "zh-Hans"),
        (data("token", r"[^\p{C}\p{Z}]+"), "中文"),
        (CERTAINTY, "0.62"),
        (WORDS, "very low"),
        (URIS, "#a #b"),
    ],
    ids=str,
)
def test_plain_values_need_no_libxml2(pattern: Pattern, value: str) -> None:
    check = check_of(pattern)
    assert check is not None
    assert check._is_certain(value)


def test_text_needs_no_check() -> None:
    assert check_of(Text()) is None
    assert check_of(Choice((data("date"), Text()))) is None


def test_a_list_has_as_many_parts_as_are_asked_for() -> None:
    two = check_of(List(Group((data("NCName"), data("NCName"), Choice((OneOrMore(data("NCName")), EMPTY))))))
    assert isinstance(two, Check)
    assert two.least == 2
    assert [two.admits(value) for value in ("a", "a b", "a b c", "", "a b 1")] == [False, True, True, False, False]
