"""From arguments to files: named files, folders, patterns, and names that clash."""

from pathlib import Path

import pytest

from tei.batch.discovery import check_name, find_files
from tei.batch.plan import plan
from tei.errors import ExitCode, UnreadableInput

SUFFIXES = (".txt", ".md")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "notes.pdf", "deep/er/c.TXT", ".hidden/d.txt", "deep/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(*arguments: str) -> list[str]:
    found = find_files(arguments, SUFFIXES)
    assert found.faults == ()
    return [path.as_posix() for path in found.files]


@pytest.mark.usefixtures("folder")
class TestWhatIsFound:
    def test_a_file_is_taken_whatever_its_suffix(self) -> None:
        assert names("notes.pdf") == ["notes.pdf"]

    def test_a_folder_is_searched_in_depth_for_known_suffixes_without_what_is_hidden(self) -> None:
        assert names(".") == ["a.md", "b.txt", "deep/er/c.TXT"]

    def test_a_quoted_pattern_is_expanded_in_order(self) -> None:
        assert names("*.*") == ["a.md", "b.txt", "notes.pdf"]

    def test_two_stars_search_in_depth(self) -> None:
        assert names("**/*.TXT") == ["deep/er/c.TXT"]

    def test_the_order_of_the_arguments_is_kept_and_a_file_comes_once(self) -> None:
        assert names("b.txt", ".", "./a.md") == ["b.txt", "a.md", "deep/er/c.TXT"]

    @pytest.mark.parametrize(
        ("argument", "message"),
        [("gone.txt", "no such file"), ("*.docx", "no file matches"), (".hidden/none*", "no file matches")],
    )
    def test_an_argument_that_means_no_file_is_a_fault_of_its_own(self, argument: str, message: str) -> None:
        found = find_files([argument, "a.md"], SUFFIXES)
        assert [path.name for path in found.files] == ["a.md"]
        (fault,) = found.faults
        assert message in fault.message
        assert fault.file == argument
        assert fault.exit_code is ExitCode.UNREADABLE

    def test_a_folder_without_sources_says_which_suffixes_are_looked_for(self) -> None:
        Path("empty").mkdir()
        (fault,) = find_files(["empty"], SUFFIXES).faults
        assert ".txt, .md" in fault.help


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a[1].txt").write_text("x")
    assert names("a[1].txt") == ["a[1].txt"]


def planned(folder: Path, *names: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The stems of the jobs for files of these names, and the rules and files of what was found."""
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    made = plan([str(folder / name) for name in names], folder / "out")
    said = [(found.rule.id, Path(found.location.file).relative_to(folder).as_posix()) for found in made.findings]
    return [job.source.stem for job in made.jobs], said


def test_sources_that_would_be_one_edition_are_both_left_out_and_both_named(tmp_path: Path) -> None:
    stems, found = planned(tmp_path, "x/a.txt", "b.txt", "y/a.md")
    assert stems == ["b"]
    assert found == [("CF002", "x/a.txt"), ("CF002", "y/a.md")]


@pytest.mark.parametrize("twin", ["A.txt", "a.md"])
def test_names_that_one_file_system_or_xml_id_cannot_tell_apart_clash(twin: str, tmp_path: Path) -> None:
    stems, found = planned(tmp_path, "a.txt", twin)
    assert stems == []
    assert len(found) == 2


def test_of_many_that_clash_each_names_a_few(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "index.txt").write_text("x")
    found = plan([str(tmp_path)], tmp_path / "out").findings
    assert len(found) == 20
    assert all("and 14 more" in each.message and len(each.related) == 5 for each in found)


def test_a_link_to_a_folder_above_is_not_followed(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "deep" / "self").symlink_to("self")
    assert names(".") == ["a.md", "b.txt", "deep/er/c.TXT"]


def test_a_pattern_in_depth_comes_to_an_end_where_links_lead_upwards(folder: Path) -> None:
    for name in ("one", "two", "three"):
        (folder / "deep" / name).symlink_to(folder)
    (folder / "deep" / "gone.txt").symlink_to("nowhere")
    assert names("**/*.txt") == ["b.txt"]
    assert names("**") == names("**/*") == ["a.md", "b.txt", "deep/er/c.TXT", "notes.pdf"]
    assert names("deep/**/*.TXT") == ["deep/er/c.TXT"]


@pytest.mark.usefixtures("folder")
def test_hidden_files_match_where_the_pattern_says_so() -> None:
    assert names(".*/*.txt") == [".hidden/d.txt"]
    assert names("deep/.*") == ["deep/.e.txt"]


@pytest.mark.parametrize("name", ["a\x01b.txt", "a\nb.txt", "a\udc80b.txt"])
def test_a_file_name_that_no_xml_can_hold_is_refused(name: str) -> None:
    with pytest.raises(UnreadableInput, match="name"):
        check_name(Path(name))


@pytest.mark.parametrize("name", ["公报 1958.txt", "a'b&c<d>.txt"])
def test_any_other_file_name_will_do(name: str) -> None:
    check_name(Path(name))
