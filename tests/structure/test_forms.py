"""What becomes of a form in the header: who wrote to whom, when; and who was present."""

from pathlib import Path

import pytest

from tei.config import load_config
from tei.diagnostics import Report
from tei.languages import pack_for
from tei.pipeline import build
from tei.structure.present import people_present


def header(folder: Path, text: str) -> str:
    path = folder / "form.txt"
    path.write_text(text, encoding="utf-8")
    return build(path, load_config(None), report=Report()).xml.decode().split("<text>")[0]


def test_a_message_by_wire_is_of_the_day_of_its_group_and_between_stations(tmp_path: Path) -> None:
    text = "FM CONSUL LISBON\nTO HARBOUR BOARD\n231415Z MAR 62\nSUBJ: DUES\n\nTHE BOARD MET ON MONDAY AND LOWERED THEM.\n\nLUND\n"
    found = header(tmp_path, text)
    assert '<date type="signed" when="1962-03-23">' in found
    assert "<orgName>CONSUL LISBON</orgName>" in found
    assert "<orgName>HARBOUR BOARD</orgName>" in found


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("en", "Mr. A. Cole, Clerk, Peter Lund, harbour master", ["Mr. A. Cole, Clerk,", "Peter Lund, harbour master"]),
        ("en", "Messrs. Ames, Bell and Cole", ["Messrs. Ames,", "Bell ", "and Cole"]),
        ("en", "Harwick, Northbank, Rowan Point", []),
        ("en", "the whole Board", []),
        ("de", "Dr. Kohl (Vorsitz); Frau Weber", ["Dr. Kohl (Vorsitz);", "Frau Weber"]),
        ("ru", "городской голова И. П. Ветров, А. С. Лундин", ["городской голова И. П. Ветров,", "А. С. Лундин"]),
        ("zh", "王德明　李保国", ["王德明　", "李保国"]),
    ],
)
def test_people_are_told_from_each_other_behind_their_label(code: str, text: str, people: list[str]) -> None:
    assert [text[start:end] for start, end, _ in people_present(text, pack_for(code))] == people
