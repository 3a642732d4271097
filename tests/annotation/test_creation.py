"""The date of a document: of its dateline, else of its title, its last words or its metadata."""

import pytest
from documents import found
from marks import annotated

from tei.diagnostics import Report

BODY = "\n\nThe council has heard both parties and has decided nothing.\n"
SIGNED = "\n(Signed) Ann B. Author\n"


@pytest.mark.parametrize(
    ("text", "when", "certain"),
    [
        (f"# Talks of May 3, 1961{BODY}\nLeiden, May 9, 1961\n{SIGNED}", "1961-05-09", True),  # the dateline's own
        (f"# Statement, May 3, 1961{BODY}", "1961-05-03", False),
        ("# 外交部发言人1961年5月3日答记者问\n\n双方听取了意见，没有作出决定。\n", "1961-05-03", False),
        ("# Заявление. 3 мая 1961 г.\n\nСовет выслушал обе стороны и ничего не решил.\n", "1961-05-03", False),
        (f"# Statement on May 3, 1961 and May 9, 1961{BODY}", "", True),  # two days: neither
        (f"# Statement on May 1961{BODY}", "", True),  # no day
        (f"# Statement{BODY}\nThe parties met on May 3, 1961.\n\nThey parted.\n", "", True),  # the text's own matter
        (
            f"# Protocol to the Treaty signed on May 3, 1921{BODY}\n"
            "In faith whereof the parties, being met at Leiden on this day, May 9, 1961, have put their names.\n"
            f"{SIGNED}",
            "1961-05-09",
            False,
        ),
        (
            f"# Letter of May 3, 1961{BODY}\nI shall come on May 9, 1961, by the first boat.\n{SIGNED}",
            "1961-05-03",
            False,
        ),
        (f"---\ntitle: Statement\ndate: 1961-05-03\n---\n{BODY}", "1961-05-03", True),
    ],
)
def test_date_of_the_document(text: str, when: str, certain: bool) -> None:
    report = Report()
    creation = annotated(text, report).header.creation
    assert (creation.when, creation.certainty >= 0.8) == (when, certain)
    assert [rule for rule, _, _ in found(report) if rule == "AN011"] == ([] if certain else ["AN011"])
