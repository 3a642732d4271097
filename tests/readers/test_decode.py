"""Which encoding is taken, and what is said of it."""

import codecs
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.errors import TeiError, UnreadableInput, UsageError
from tei.model.source import Decoded
from tei.readers.decode import decode, decode_file

HELDOUT = Path(__file__).resolve().parents[2] / "../shared/dev/heldout/sources"

HANS = "两国政府代表在首都举行了会谈。双方就共同关心的问题交换了意见，并且签订了贸易协定。"
HANT = "兩國政府代表在首都舉行了會談。雙方就共同關心的問題交換了意見，並且簽訂了貿易協定。"
ENGLISH = "The two sides “exchanged views” on trade – and it’s the first such talk since the café was built."

# Sentences of plain words, put together at random: the shape of a real text without being one.
HANS_PARTS = [
    "我们的国家",
    "人民政府",
    "在一九五八年",
    "他们说",
    "，",
    "。\n",
    "这个问题",
    "发展经济和文化",
    "新的关系",
    "北方",
]
HANT_PARTS = [
    "我們的國家",
    "人民政府",
    "在一九五八年",
    "他們說",
    "，",
    "。\n",
    "這個問題",
    "發展經濟和文化",
    "新的關係",
    "北方",
]
LATIN_PARTS = [
    "the two sides ",
    "it’s ",
    "“peace” ",
    "– and ",
    "the café ",
    "a naïve view. ",
    "Señor ",
    "\r\n",
    "talks ",
]


def read(data: bytes, encoding: str = "") -> tuple[Decoded, dict[str, str]]:
    """`data` decoded, and the message of each finding by its rule."""
    report = Report()
    decoded = decode(data, file="a.txt", encoding=encoding, report=report)
    return decoded, {found.rule.id: found.message for found in report}


def joined(parts: list[str], least: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(parts), min_size=least, max_size=30).map("".join)


class TestEncodings:
    """Each encoding is found by its bytes alone."""

    @given(joined(HANS_PARTS, 8).filter(lambda text: not text.isspace() and len(set(text)) > 12))
    def test_simplified_chinese_in_gb18030(self, text: str) -> None:
        decoded, _ = read(text.encode("gb18030"))
        assert (decoded.text, decoded.encoding) == (text, "GB18030")

    @given(joined(HANT_PARTS, 8).filter(lambda text: not text.isspace() and len(set(text)) > 12))
    def test_traditional_chinese_in_big5(self, text: str) -> None:
        decoded, _ = read(text.encode("big5"))
        assert (decoded.text, decoded.encoding) == (text, "Big5")

    @given(joined(HANT_PARTS, 8).filter(lambda text: not text.isspace() and len(set(text)) > 12))
    def test_traditional_chinese_in_gb18030(self, text: str) -> None:
        assert read(text.encode("gb18030"))[0].text == text

    @given(joined(LATIN_PARTS, 6).filter(lambda text: not text.isascii()))
    def test_english_with_curly_quotes_in_windows_1252(self, text: str) -> None:
        decoded, _ = read(text.encode("cp1252"))
        assert (decoded.text, decoded.encoding) == (text, "windows-1252")

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1))
    def test_any_text_in_utf_8(self, text: str) -> None:
        decoded, _ = read(f"x{text}".encode())
        assert (decoded.text, decoded.encoding) == (f"x{text}", "UTF-8")

    @pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])))
    def test_any_text_with_a_byte_order_mark(self, codec: str, text: str) -> None:
        assert read(f"x{text}".encode(codec))[0].text == f"x{text}"

    @pytest.mark.parametrize("text", [HANS, HANT, ENGLISH])
    @pytest.mark.parametrize(("codec", "name"), [("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")])
    def test_utf_16_without_a_byte_order_mark(self, text: str, codec: str, name: str) -> None:
        decoded, found = read(text.encode(codec))
        assert (decoded.text, decoded.encoding) == (text, name)
        assert set(found) == {"RD009"}

    @pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
    def test_the_byte_order_mark_is_not_part_of_the_text(self, codec: str) -> None:
        assert read(f"\ufeff{HANS}".encode(codec))[0].text == HANS

    def test_one_curly_apostrophe_in_a_long_text_is_enough(self) -> None:
        text = "The treaty was signed by the two parties. " * 200 + "It is the Raja’s hand.\r\n"
        decoded, found = read(text.encode("cp1252"))
        assert (decoded.text, decoded.encoding, set(found)) == (text, "windows-1252", {"RD009"})

    def test_a_middle_dot_in_big5_stays_one(self) -> None:
        assert "尼·謝·赫" in read(f"{HANT}尼·謝·赫".encode("big5"))[0].text

    def test_hong_kong_characters_are_read_where_plain_big5_has_none(self) -> None:
        text = f"{HANT}深水埗、鰂魚涌。"
        decoded, found = read(text.encode("big5hkscs"))
        assert (decoded.text, decoded.encoding, set(found)) == (text, "Big5-HKSCS", {"RD009"})


class TestWhatIsSaid:
    def test_utf_8_is_taken_without_a_word(self) -> None:
        assert read(HANS.encode())[1] == {}
        assert read(HANS.encode("utf-8-sig"))[1] == {}

    @pytest.mark.parametrize(("text", "codec"), [(HANS, "gb18030"), (HANT, "big5"), (ENGLISH, "cp1252")])
    def test_a_clear_guess_is_named(self, text: str, codec: str) -> None:
        decoded, found = read(text.encode(codec))
        assert set(found) == {"RD009"}
        assert decoded.encoding in found["RD009"]

    def test_a_doubtful_guess_names_the_runner_up_and_how_to_force_another(self) -> None:
        report = Report()
        decode("公报".encode("gb18030"), file="a.txt", report=report)
        (doubt,) = report
        assert doubt.rule.id == "RD004"
        assert "GB18030" in doubt.message
        assert "Big5" in doubt.message
        assert "--encoding" in doubt.help

    @pytest.mark.parametrize(
        ("text", "codec"),
        [
            ("대한민국 정부는 이 선언을 발표한다. 두 나라는 평화를 원한다.", "euc-kr"),
            ("これは日本語の文章です。日本国政府はこの条約を結ぶ。", "shift_jis"),
            ("Правительство Советского Союза и правительство Китая", "cp1251"),
        ],
    )
    def test_an_encoding_that_is_not_known_is_not_taken_for_another_with_certainty(self, text: str, codec: str) -> None:
        assert "RD004" in read(text.encode(codec))[1]

    @pytest.mark.parametrize(
        ("text", "newline"),
        [("a", ""), ("a\nb", "LF"), ("a\r\nb\r\n", "CRLF"), ("a\rb", "CR"), ("a\r\nb\n", "mixed"), ("a\n\rb", "mixed")],
    )
    def test_newlines_are_named_and_kept(self, text: str, newline: str) -> None:
        decoded, found = read(text.encode())
        assert (decoded.text, decoded.newline) == (text, newline)
        assert ("RD008" in found) == (newline == "mixed")

    def test_size_and_hash_are_those_of_the_bytes(self) -> None:
        decoded, _ = read(b"\xef\xbb\xbfabc")
        assert decoded.size == 6
        assert decoded.sha256 == "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c"


class TestForcedEncoding:
    def test_it_is_honoured_where_the_bytes_say_otherwise(self) -> None:
        decoded, found = read("é".encode(), "windows-1252")
        assert (decoded.text, decoded.encoding, found) == ("Ã©", "windows-1252", {})

    def test_an_encoding_that_is_never_guessed_can_be_asked_for(self) -> None:
        assert read("Мир".encode("koi8-r"), "koi8-r")[0].text == "Мир"

    @pytest.mark.parametrize("name", ["utf-16", "UTF_16", "utf-16-le"])
    def test_utf_16_is_read_in_the_order_of_its_mark_or_else_little_endian(self, name: str) -> None:
        assert read(codecs.BOM_UTF16_BE + "ab".encode("utf-16-be"), name)[0].text == "ab"
        assert read("ab".encode("utf-16-le"), name)[0].text == "ab"

    @pytest.mark.parametrize("name", ["utf-9", "rot13", "hex", "a\0b", "é", "undefined"])
    def test_a_name_that_is_no_encoding_is_a_usage_error(self, name: str) -> None:
        with pytest.raises(UsageError, match="no encoding called"):
            read(b"text", name)

    def test_bytes_it_cannot_have_are_marked(self) -> None:
        decoded, found = read(b"ab\xff", "utf-8")
        assert (decoded.text, set(found)) == ("ab\ufffd", {"RD005"})


class TestBadBytes:
    def test_a_text_cut_inside_a_character_keeps_the_rest(self) -> None:
        decoded, found = read(HANS.encode()[:-1])
        assert decoded.text == HANS[:-1] + "\ufffd"
        assert set(found) == {"RD005"}

    def test_each_place_is_given_with_line_and_column(self) -> None:
        report = Report()
        decode("文字一\n文".encode() + b"\xff" + "字二\n".encode() + b"\xe4\xb8", file="a.txt", report=report)
        (found,) = report
        assert (found.rule.id, found.location.line, found.location.column) == ("RD005", 2, 2)
        assert found.message.endswith("at 2:2, 3:1")
        assert [(place.line, place.column) for place in found.related] == [(3, 1)]

    def test_many_places_are_counted(self) -> None:
        _, found = read((HANS * 3).encode() + b" \xff" * 9)
        assert found["RD005"].startswith("9 sequences")
        assert found["RD005"].endswith("and 4 more")

    @pytest.mark.parametrize(("text", "codec"), [(HANS, "gb18030"), (HANT, "big5")])
    def test_a_legacy_file_cut_inside_a_character_keeps_the_rest(self, text: str, codec: str) -> None:
        decoded, found = read(text.encode(codec)[:-1])
        assert decoded.text == text[:-1] + "\ufffd"
        assert set(found) == {"RD005", "RD009"}

    def test_an_odd_last_byte_of_utf_16(self) -> None:
        decoded, found = read("\ufeffab".encode("utf-16-le") + b"x")
        assert (decoded.text, "RD005" in found) == ("ab\ufffd", True)

    def test_a_replacement_character_of_the_source_is_not_a_finding(self) -> None:
        assert read(f"{HANS}\ufffd".encode())[1] == {}
        _, found = read(f"{HANS}\ufffd".encode() + b"\xff")
        assert found["RD005"].startswith("a sequence of bytes is")


class TestForbiddenCharacters:
    def test_a_control_character_becomes_its_picture(self) -> None:
        decoded, found = read(b"one\x07 two\x0c three\x00 four lines of text")
        assert decoded.text == "one␇ two␌ three␀ four lines of text"
        assert set(found) == {"RD006"}

    def test_each_kind_is_one_finding_with_its_first_place(self) -> None:
        report = Report()
        decode(b"a line\nof \x07text\x07 and \x0bmore", file="a.txt", report=report)
        places = [(found.rule.id, found.location.line, found.location.column) for found in report]
        assert places == [("RD006", 2, 4), ("RD006", 2, 15)]

    @pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
    def test_lone_surrogates_and_noncharacters_become_u_fffd(self, codec: str) -> None:
        decoded, found = read("\ufeffab\ud800cd\uffffef".encode(codec, "surrogatepass"))
        assert decoded.text == "ab\ufffdcd\ufffdef"
        assert set(found) <= {"RD006", "RD009"}

    def test_del_and_c1_controls_are_allowed(self) -> None:
        assert read("a\x7fb\x85c".encode())[0].text == "a\x7fb\x85c"


class TestNoText:
    @pytest.mark.parametrize("text", ["", " \r\n\t", "\ufeff", "\ufeff\u3000\u200b\n"])
    def test_nothing_to_see_is_an_empty_source(self, text: str) -> None:
        with pytest.raises(UnreadableInput) as caught:
            read(text.encode())
        assert (caught.value.rule, caught.value.file) == ("RD002", "a.txt")

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
            (b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
            (b"\x7fELF\x02\x01\x01", "ELF"),
            (bytes(range(256)) * 4, "binary"),
            (b"\x00" * 10, "binary"),
        ],
    )
    def test_what_is_not_text_is_named_with_a_remedy(self, data: bytes, kind: str) -> None:
        with pytest.raises(UnreadableInput, match=kind) as caught:
            read(data)
        assert (caught.value.rule, caught.value.file) == ("RD003", "a.txt")
        assert caught.value.help

    def test_a_missing_file_a_folder_and_an_impossible_name(self, tmp_path: Path) -> None:
        for path in (tmp_path / "none.txt", tmp_path, tmp_path / "a\0b"):
            with pytest.raises(UnreadableInput) as caught:
                decode_file(path, report=Report())
            assert (caught.value.rule, caught.value.file) == ("RD001", str(path))

    def test_a_file_is_read_and_named_as_given(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("一\n二".encode())
        decoded = decode_file(path, report=Report())
        assert (decoded.file, decoded.text, decoded.size) == (str(path), "一\n二", 7)


FORBIDDEN = {chr(point) for point in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}


@given(st.binary(max_size=200))
def test_any_bytes_are_text_that_xml_allows_or_an_unreadable_input(data: bytes) -> None:
    assert outcome(data) in ("text", "RD002", "RD003")


@given(st.binary(max_size=80), st.sampled_from(["utf-8", "utf-16", "utf-32", "gb18030", "big5", "cp1252", "euc-kr"]))
def test_so_are_any_bytes_in_a_forced_encoding(data: bytes, encoding: str) -> None:
    assert outcome(data, encoding) in ("text", "RD002", "RD003")


def outcome(data: bytes, encoding: str = "") -> str:
    """The word text where XML allows all that was read, the rule where nothing was."""
    try:
        text = read(data, encoding)[0].text
    except TeiError as fault:
        return fault.rule
    text.encode()  # no surrogate is left
    return "text" if FORBIDDEN.isdisjoint(text) else "forbidden"


@pytest.mark.parametrize(("codec", "text"), [("utf-8", HANS), ("gb18030", HANS), ("cp1252", ENGLISH), ("utf-16", HANT)])
def test_a_single_line_of_ten_megabytes_is_read_in_linear_time(codec: str, text: str) -> None:
    data = text.encode(codec)
    data *= 10_000_000 // len(data)
    started = time.process_time()
    read(data)
    assert time.process_time() - started < 5  # measured 0.1 to 0.4 s: what is not linear takes minutes


def test_heldout_sources_are_read_without_doubt() -> None:
    if not HELDOUT.is_dir():
        pytest.skip("the development data is not beside the repository")
    for path in sorted(HELDOUT.iterdir()):
        report = Report()
        decoded = decode_file(path, report=report)
        assert {found.rule.id for found in report} <= {"RD009"}, path.name
        assert decoded.encoding == ("windows-1252" if path.name.startswith("020") else "UTF-8")
