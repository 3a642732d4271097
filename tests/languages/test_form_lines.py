"""Lines of a form are told by their labels, in every language that has some, and other lines are not."""

import pytest

from tei.languages import pack_for, packs
from tei.languages.forms import FormLine, form_line, number_end, unknown_label


@pytest.mark.parametrize(
    ("code", "line", "kind", "value"),
    [
        ("en", "FROM: The Consul", "sender", "The Consul"),
        ("en", "Date & Time: Monday, 10 a.m.", "date", "Monday, 10 a.m."),
        ("en", "INFO MINISTRY OF TRADE", "copied", "MINISTRY OF TRADE"),
        ("en", "Received 3 p.m., March 24.", "received", "3 p.m., March 24."),
        ("en", "PARTICIPANTS", "people", ""),
        ("de", "Ort : Rathaus", "place", "Rathaus"),
        ("fr", "Présents : M. Morel", "people", "M. Morel"),
        ("ru", "Присутствовали: И. Ветров", "people", "И. Ветров"),
        ("zh", "地　點：會議室", "place", "會議室"),
        ("ja", "出席者：山田", "people", "山田"),
        ("ko", "장소: 시청", "place", "시청"),
        ("ar", "المكان: دار البلدية", "place", "دار البلدية"),
    ],
)
def test_a_label_says_what_its_line_is_for(code: str, line: str, kind: str, value: str) -> None:
    found = form_line(line, pack_for(code))
    assert found is not None
    assert (found.kind, line[found.value :]) == (kind, value)


@pytest.mark.parametrize(
    "line",
    [
        "Weber: I have come about the dues.",
        "TOWARDS EVENING THE SHIP CAME IN",
        "Information has reached us that the ship is lost.",
        "Received the ship's papers and the mail.",
        "present",
        "Place " * 40 + ": too long for a line of a form, and no list of people either",
    ],
)
def test_other_lines_are_of_no_form(line: str) -> None:
    assert form_line(line, pack_for("en")) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("O 231415Z MAR 62 ZEA", "date"),
        ("231415Z MAR 62", "date"),
        ("BT", "service"),
        ("S E C R E T SECTION 01 OF 02", "classification"),
    ],
)
def test_the_heading_of_a_message_needs_no_label(line: str, kind: str) -> None:
    assert form_line(line, pack_for("en")) == FormLine(kind, 0, bare=True)


def test_every_pack_with_labels_has_those_of_minutes_and_telegrams() -> None:
    for pack in packs():
        assert {"date", "place", "people", "received", "number"} <= pack.layout.form_labels.keys(), pack.code


def test_numbers_and_labels_that_are_not_known() -> None:
    english = pack_for("en")
    assert "No. 412. Lisbon"[number_end("No. 412. Lisbon", english) :] == "Lisbon"
    assert "For the Board: A. Cole"[unknown_label("For the Board: A. Cole") :] == "A. Cole"
    assert unknown_label("he said that it was so, and then: nothing") == 0
