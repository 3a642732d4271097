"""What tei.toml may say, and what is said of one that is wrong."""

import re
from datetime import date
from pathlib import Path

import pytest

from tei.config import KEYS, CollectionConfig, EditionSettings, SiteSettings, encoding_date, load_config
from tei.config_file import find_config
from tei.diagnostics import Severity
from tei.errors import UsageError
from tei.model.header import Person

ROOT = Path(__file__).resolve().parents[1]

FULL = """
[collection]
publisher = "A  Press"
pub_place = "Beijing"
series = "Communiqués"
licence = "https://creativecommons.org/licenses/by/4.0/"
licence_name = "CC BY 4.0"
availability = "Free to read."
date = 1999-12-31
idno_prefix = "urn:x:"

[[people]]
id = "ed1"
name = "A. Editor"
resp = "transcription"

[[people]]
id = "ed2"
name = "文"
resp = "校对"

[[editions]]
id = "pair"
sources = ["a.en.txt", "b.txt"]
original = "zh"

[schemas]
models = ["a.rng", "https://example.org/b.sch"]

[read]
encoding = "gbk"

[align]
doubtful = 0.5
backend = "lexical"

[check]
schemas = ["edition", "tei_all"]
fail_on = "warning"

[output]
layout = "{year}/{stem}.xml"

[site]
title = "Letters"
url = "https://example.org/letters/"
description = "All that was found."
"""


def load(tmp_path: Path, text: str) -> CollectionConfig:
    path = tmp_path / "tei.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def fault(tmp_path: Path, text: str) -> UsageError:
    with pytest.raises(UsageError) as caught:
        load(tmp_path, text)
    assert caught.value.rule == "CF001"
    assert caught.value.file == str(tmp_path / "tei.toml")
    assert caught.value.help
    return caught.value


def test_every_key_reaches_its_place(tmp_path: Path) -> None:
    config = load(tmp_path, FULL)
    header = config.header
    assert (header.publisher, header.pub_place, header.series) == ("A Press", "Beijing", "Communiqués")
    assert (header.licence, header.licence_text) == ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0")
    assert (header.availability, header.date, header.idno_prefix) == ("Free to read.", "1999-12-31", "urn:x:")
    assert header.people == (Person("ed1", "A. Editor", "transcription"), Person("ed2", "文", "校对"))
    assert header.schemas == ("a.rng", "https://example.org/b.sch")
    assert (config.root, config.encoding, config.align.doubtful) == (tmp_path, "GB18030", 0.5)
    assert config.align.backend == "lexical"
    assert config.editions == (EditionSettings("pair", ("a.en.txt", "b.txt"), "zh"),)
    assert config.site == SiteSettings("Letters", "https://example.org/letters/", "All that was found.")
    assert (config.checks, config.fail_on) == (("edition", "tei_all"), Severity.WARNING)
    assert (config.layout, config.dated) == ("{year}/{stem}.xml", True)


def test_the_example_names_every_key() -> None:
    """So that `test_every_key_reaches_its_place` tests all of them."""
    named = set(re.findall(r"^(\w+) =", FULL, re.MULTILINE))
    assert named == {key for keys in KEYS.values() for key in keys}


def test_without_a_file_there_are_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    config = load_config(None)
    assert config.header.date == "1970-01-01"
    assert (config.header.publisher, config.header.licence, config.header.people) == ("", "", ())
    assert (config.encoding, config.checks, config.fail_on) == ("", (), Severity.ERROR)


def test_an_empty_file_gives_the_defaults_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert load(tmp_path, "").header == load_config(None).header


@pytest.mark.parametrize(
    ("text", "message", "advice", "line"),
    [
        ('[collection]\n\npublsher = "x"', "[collection] has no key 'publsher'", "Did you mean 'publisher'?", 3),
        ('[colection]\npublisher = "x"', "no table or key 'colection'", "Did you mean 'collection'?", 1),
        ('publisher = "x"', "no table or key 'publisher'", "'publisher' belongs under [collection]", 1),
        ('[read]\npublisher = "x"', "[read] has no key 'publisher'", "'publisher' belongs under [collection]", 2),
        ("[zzz]", "no table or key 'zzz'", "Known are: collection", 1),
        ('[[people]]\nid="a"\nname="b"\nresp="c"\n[[people]]\nnmae = "x"', "no key 'nmae'", "Did you mean 'name'?", 6),
    ],
)
def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known(
    tmp_path: Path, text: str, message: str, advice: str, line: int
) -> None:
    found = fault(tmp_path, text)
    assert message in found.message
    assert advice in found.help
    assert found.line == line


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("[collection]\npublisher = 3", "'publisher' under [collection] must be a text in quotes, not a number", 2),
        ("[collection]\npublisher = true", "not true or false", 2),
        ('[collection]\ndate = "31.12.1999"', "must be a date such as 2026-11-21, not the text '31.12.1999'", 2),
        ("[collection]\ndate = 1999-12-31T10:00:00", "must be a date", 2),
        ('[collection]\nlicence = "CC BY"', "must be a URI", 2),
        ('[schemas]\nmodels = "a.rng"', "must be a list of texts", 2),
        ('[schemas]\nmodels = ["a b.rng"]', "without spaces", 2),
        ('[read]\n# first\nencoding = "utf-9"', "must be the name of an encoding", 3),
        ("[align]\ndoubtful = 80", "must be a number from 0 to 1, not a number", 2),
        ("[align]\ndoubtful = true", "must be a number from 0 to 1", 2),
        ('[align]\nbackend = "best"', 'must be "auto" or "lexical" or "semantic"', 2),
        ('[check]\nfail_on = "never"', 'must be "error" or "warning" or "info", not the text \'never\'', 2),
        ('collection = "x"', "'collection' must be a table", 1),
        ('[people]\nid = "a"', "'people' must be a table", 1),
        ('[[people]]\nid = "1 a"', "'id' under [people] must be an XML name", 2),
        ('[[people]]\nid = "encoder"', "must be another name", 2),
        ('[[people]]\nid = "a"\nname = "b"', "one of [[people]] has no resp", 1),
        (2 * '[[people]]\nid = "a"\nname = "b"\nresp = "c"\n', "two people have the id 'a'", 1),
        ("[collection\n", "the settings are not TOML: ", 1),
    ],
)
def test_a_wrong_value_says_key_expected_and_got(tmp_path: Path, text: str, message: str, line: int) -> None:
    found = fault(tmp_path, text)
    assert message in found.message
    assert found.line == line


def test_settings_that_are_missing_or_not_in_utf_8(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_config(tmp_path / "none.toml")
    (tmp_path / "tei.toml").write_bytes('[collection]\npublisher = "é"'.encode("latin-1"))
    with pytest.raises(UsageError, match="not in UTF-8"):
        load_config(tmp_path / "tei.toml")


def test_windows_files_with_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    (tmp_path / "tei.toml").write_bytes(b'\xef\xbb\xbf[collection]\r\npublisher = "x"\r\n')
    assert load_config(tmp_path / "tei.toml").header.publisher == "x"


class TestEncodingDate:
    TODAY = date(2030, 5, 6)

    def test_the_settings_come_first_then_the_environment_then_the_clock(self) -> None:
        environ = {"SOURCE_DATE_EPOCH": "86399"}
        assert encoding_date("1999-01-01", environ, self.TODAY) == "1999-01-01"
        assert encoding_date("", environ, self.TODAY) == "1970-01-01"
        assert encoding_date("", {}, self.TODAY) == "2030-05-06"
        assert encoding_date("", {"SOURCE_DATE_EPOCH": ""}, self.TODAY) == "2030-05-06"

    @pytest.mark.parametrize("value", ["yesterday", "1.5", "9" * 30])
    def test_an_environment_that_gives_no_date_is_a_usage_error(self, value: str) -> None:
        with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
            encoding_date("", {"SOURCE_DATE_EPOCH": value}, self.TODAY)


class TestFindConfig:
    def test_the_nearest_one_is_found_up_to_three_folders_above(self, tmp_path: Path) -> None:
        deep = tmp_path / "a" / "b" / "c"
        deep.mkdir(parents=True)
        (tmp_path / "tei.toml").touch()
        assert find_config(deep) == (tmp_path / "tei.toml").resolve()
        (tmp_path / "a" / "tei.toml").touch()
        assert find_config(deep) == (tmp_path / "a" / "tei.toml").resolve()

    def test_one_that_is_farther_away_is_not(self, tmp_path: Path) -> None:
        deep = tmp_path / "a" / "b" / "c" / "d"
        deep.mkdir(parents=True)
        (tmp_path / "tei.toml").touch()
        assert find_config(deep) is None


class TestDocumentation:
    def test_every_table_and_key_has_its_line_in_the_settings_page(self) -> None:
        page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
        for table, keys in KEYS.items():
            assert re.search(rf"^## `\[+{table}\]+`", page, re.MULTILINE), table
            section = re.split(rf"^## `\[+{table}\]+`.*$", page, flags=re.MULTILINE)[1].split("\n## ")[0]
            documented = set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))
            assert documented == set(keys), table

    def test_the_shipped_settings_are_sound_and_show_every_key(self) -> None:
        path = ROOT / "editions" / "tei.toml"
        config = load_config(path)
        assert config.header.date == "2026-11-21"
        assert config.header.licence == ""
        shown = set(re.findall(r"^(?:# )?(\w+) =", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert shown == {key for keys in KEYS.values() for key in keys}

    def test_the_shipped_settings_are_sound_with_every_example_switched_on(self, tmp_path: Path) -> None:
        text = (ROOT / "editions" / "tei.toml").read_text(encoding="utf-8")
        config = load(tmp_path, re.sub(r"^# (?=\[|\w+ = )", "", text, flags=re.MULTILINE))
        assert config.header.licence
