"""Every command, rule, format and language is documented; links lead somewhere; the tables hold what is pinned here."""

import re
from pathlib import Path

import pytest

from tei.cli.app import app
from tei.cli.reference import commands, reference
from tei.languages import LANGUAGES, packs
from tei.publishers import PUBLISHERS
from tei.readers import READERS
from tei.reporting import REPORTERS
from tei.reporting.rule_pages import section
from tei.rules import RULES
from tei.validators import VALIDATORS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted((*ROOT.glob("*.md"), *DOCS.rglob("*.md")))
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SECTIONS = ("What it finds", "Why it matters", "Example", "Use instead", "Remedy")


def test_the_tables_hold_exactly_these_entries() -> None:
    """A new entry is meant: it comes with its documentation, its tests, and its name here."""
    assert READERS.names() == ("text", "markdown", "html", "docx", "odt", "tei")
    assert LANGUAGES.names() == ("en", "zh", "fr", "de", "nl", "ru", "ja", "ko", "es", "it", "pt", "ar", "pl", "uk")
    assert VALIDATORS.names() == ("edition", "tei_all", "pointers", "fidelity")
    assert PUBLISHERS.names() == (
        *("tei", "site", "tmx", "xces", "tsv", "alignment"),
        *("text", "markdown", "epub", "csv", "json", "dts", "glossary"),
    )
    assert tuple(REPORTERS) == ("text", "json", "sarif", "junit", "github")


def test_the_commands_are_exactly_these() -> None:
    assert [path for path, _ in commands(app, "tei")] == [
        "tei init",
        "tei convert",
        "tei validate",
        "tei inspect",
        "tei align",
        "tei publish",
        "tei export",
        "tei package",
        "tei serve",
        "tei rules",
        "tei languages",
        "tei formats",
        "tei schema list",
        "tei schema fetch",
        "tei schema path",
        "tei schema build",
    ]


def test_the_command_reference_is_what_the_program_says() -> None:
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == reference(), "run `make docs`"


@pytest.mark.parametrize("name", [path for path, _ in commands(app, "tei")])
def test_every_command_and_each_of_its_parameters_is_explained(name: str) -> None:
    section = reference().split(f"## {name}\n")[1].split("\n## ")[0]
    run = dict(commands(app, "tei"))[name]
    assert (run.__doc__ or "").split("\n")[0] in section
    for line in section.splitlines():
        if line.startswith("- `"):
            assert re.search(r"`: [A-Za-z].{10,}", line), line


@pytest.mark.parametrize("rule_id", RULES)
def test_every_rule_has_a_page_of_the_usual_form_with_an_example_that_breaks_it_and_one_that_does_not(
    rule_id: str,
) -> None:
    page = (DOCS / "rules" / f"{rule_id}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {rule_id} {RULES[rule_id].name}")
    assert [title for title in _SECTIONS if not section(page, title)] == []
    assert section(page, "Example") != section(page, "Use instead")


def test_no_page_explains_a_rule_that_does_not_exist() -> None:
    assert {path.stem for path in (DOCS / "rules").glob("[A-Z]*[0-9].md")} <= set(RULES)


def test_rule_ids_are_two_letters_and_three_digits_and_names_are_kebab_case() -> None:
    assert all(re.fullmatch(r"[A-Z]{2}\d{3}", rule.id) for rule in RULES.values())
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in RULES.values())


def test_every_format_and_every_language_is_named_in_the_documentation() -> None:
    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    for name in READERS.names():
        assert f"`{name}`" in text
        assert all(f"`{suffix}`" in text for suffix in READERS.get(name).suffixes)
    for name in (*VALIDATORS.names(), *PUBLISHERS.names(), *REPORTERS):
        assert f"`{name}`" in text
    for pack in packs():
        assert f"`{pack.code}`" in text
        assert pack.name in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_in_the_documentation_lead_somewhere(page: Path) -> None:
    broken = []
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        if not there.exists() or (anchor and there.suffix == ".md" and anchor not in _anchors(there)):
            broken.append(link)
    assert broken == []


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_paths_of_one_machine_stand_nowhere_in_the_documentation() -> None:
    named = [
        page.name for page in PAGES if re.search(r"(?<![\w.])/(work|root|home)/", page.read_text(encoding="utf-8"))
    ]
    assert named == []
