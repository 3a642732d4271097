"""What a text itself shows to be a name: keys, bodies in offices, short forms."""

import pytest

from tei.annotation.mentions import body_of_office, name_key, short_form
from tei.languages import pack_for


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Ann  Author", "Ann Author,", "en"),
        ("ANN AUTHOR", "Ann Author", "en"),
        ("Ann O’Hara", "Ann O'Hara", "en"),
        ("李 大 明", "李大明", "zh"),
        ("南島共和國", "南岛共和国", "zh"),
    ],
)
def test_two_printings_of_a_name_share_a_key(one: str, other: str, code: str) -> None:
    assert name_key(one, pack_for(code)) == name_key(other, pack_for(code))


def test_two_names_have_two_keys() -> None:
    assert name_key("Ann Author", pack_for("en")) != name_key("Anne Author", pack_for("en"))


@pytest.mark.parametrize(
    ("office", "code", "body"),
    [
        ("Premier of the State Council", "en", "State Council"),
        ("Secretary of the Central Committee of the Harbour Party", "en", "Central Committee of the Harbour Party"),
        ("Minister of Trade", "en", None),
        ("Minister of Trade of the Island Republic", "en", "Island Republic"),
        ("国务院总理", "zh", "国务院"),
        ("国务院副总理", "zh", "国务院"),
        ("南岛共和国主席", "zh", "南岛共和国"),
        ("南 岛 共 和 国 主 席", "zh", "南 岛 共 和 国"),
        ("外交部副部长", "zh", "外交部"),
        ("贸易部长", "zh", None),
        ("驻葡萄牙共和国大使", "zh", None),
    ],
)
def test_body_of_an_office(office: str, code: str, body: str | None) -> None:
    found = body_of_office(office, pack_for(code))
    assert (office[found[0] : found[1]] if found else None) == body


@pytest.mark.parametrize(
    ("name", "code", "short"),
    [
        ("J. R. Baker", "en", "Baker"),
        ("Baker", "en", ""),
        ("Ann Lee", "en", ""),  # too short to be found safely
        ("安·巴·卡尔瓦略", "zh", "卡尔瓦略"),
        ("李大明", "zh", ""),
    ],
)
def test_short_form(name: str, code: str, short: str) -> None:
    assert short_form(name, pack_for(code)) == short
