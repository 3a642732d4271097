"""The website in a real browser: columns, highlights, keyboard, search, citations, accessibility.

Chromium is used where it is found; the tests say how to get it where it is not. Screenshots of the pages are kept in
the folder that TEI_SCREENSHOTS names.
"""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from parallel import PARALLEL, document

from tei.batch.convert import convert
from tei.batch.desk import Desk
from tei.batch.desk_server import DeskServer
from tei.batch.plan import plan
from tei.publishers.site import Item, Site, build_site

pytestmark = pytest.mark.slow
sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright: pip install playwright")

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
if not CHROMIUM:
    pytest.skip(
        "needs Chromium, which is not installed: `apt-get install chromium fonts-noto-cjk`; nothing here ran in a browser",
        allow_module_level=True,
    )
ROOT = Path(__file__).parents[2]
# Chromium's own calls home are refused on a closed network, many at a time.
_QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
COMMUNIQUE = "000_6560fbd3ee40b5f5"
STATEMENT = "004_843fc0540ea5e076"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET.split())
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address, on the disk, of a site of the shipped editions and a small one."""
    folder = tmp_path_factory.mktemp("site")
    items = [Item(path.stem, path.read_bytes()) for path in sorted((ROOT / "editions").glob("*.xml"))]
    build_site([*items, Item("small", PARALLEL)], folder, Site("Joint communiqués"))
    return folder.as_uri()


@pytest.fixture
def visit(browser: Any, site: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Opens a page of the site at a width; afterwards nothing may have been said on the console or asked of a host."""
    said: list[str] = []
    contexts = []

    def open_page(path: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        # a page that scrolls at once can be measured at once
        settings = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce"}
        context = browser.new_context(**settings | options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(site) else said.append(f"asked for {asked.url}"))
        page.goto(f"{site}/{path}")
        if folder := os.environ.get("TEI_SCREENSHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{request.node.name}-{width}.png")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def tops(page: Any) -> list[list[float]]:
    """For each row with text in every column, the heights at which the first line of each cell begins."""
    return page.evaluate(
        """[...document.querySelectorAll('.ui-row:not(.ui-heads)')]
        .filter(row => row.children.length > 1 && !row.querySelector('.ui-gap, .pb'))
        .map(row => [...row.children].map(cell => cell.querySelector('p, div, h2, ul').getBoundingClientRect().top))"""
    )


@pytest.mark.parametrize("width", [800, 1280, 1920])
def test_columns_begin_at_the_same_height(visit: Any, width: int) -> None:
    found = tops(visit(f"editions/{COMMUNIQUE}.html", width=width))
    assert len(found) >= 18
    assert all(max(row) - min(row) <= 2 for row in found), found


def test_on_a_phone_versions_stand_one_below_the_other_and_nothing_overflows(visit: Any) -> None:
    page = visit(f"editions/{COMMUNIQUE}.html", width=390, height=844)
    assert all(row[0] < row[1] for row in tops(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_version_alone_is_shown_without_javascript(visit: Any) -> None:
    page = visit("editions/small.html", java_script_enabled=False)
    page.check("#_view-1")
    assert not page.is_visible("[id='en.p1']")
    assert page.is_visible("[id='zh.p1']")
    assert page.locator(".ui-gap:visible").count() == 0


def test_readings_are_switched_without_javascript(visit: Any) -> None:
    page = visit("editions/small.html", java_script_enabled=False)
    sentences = page.locator("[id='zh.p1']")
    assert sentences.inner_text() == "使者陳明來訪。他了走。"
    page.check("#_regular")
    assert sentences.inner_text() == "使者陳明來访。他了走。"
    page.check("#_corrected")
    assert sentences.inner_text() == "使者陳明來访。他走了。"


def lit(page: Any) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.ui-lit')].map(each => each.id)")


def test_what_corresponds_lights_up_under_the_mouse(visit: Any) -> None:
    page = visit("editions/small.html")
    page.hover("[id='en.p1.s2']")
    assert lit(page) == ["en.p1.s2", "zh.p1.s2"]
    page.hover("[id='zh.p2']")
    assert lit(page) == ["en.p3", "en.p4", "zh.p2"]


def test_the_keyboard_goes_through_the_text_and_to_the_counterpart(visit: Any) -> None:
    page = visit("editions/small.html")
    page.focus("[id='en.head1']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "en.p1.s2"
    page.keyboard.press("ArrowRight")
    assert (page.evaluate("document.activeElement.id"), lit(page)) == ("zh.p1.s2", ["en.p1.s2", "zh.p1.s2"])
    page.keyboard.press("Escape")
    assert page.is_hidden(".ui-bar")


def test_a_passage_is_chosen_and_its_citation_copied(visit: Any) -> None:
    page = visit("editions/small.html", permissions=["clipboard-read", "clipboard-write"])
    page.click("[id='zh.p1.s2']")
    page.click("[data-cite=text]")
    page.locator(".ui-status", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Agreement” (1958-08-04). Joint communiqués, Example Press, 2026, zh.p1.s2, file:")
    assert copied.endswith("small.html#zh.p1.s2.")
    page.click("[data-cite=bibtex]")
    assert "#zh.p1.s2}" in page.text_content("pre[data-form=bibtex]")


def test_a_link_to_a_passage_shows_it(visit: Any) -> None:
    page = visit(f"editions/{COMMUNIQUE}.html#zh.p9")
    page.wait_for_selector(".ui-chosen")
    assert page.evaluate("document.querySelector('.ui-chosen').closest('[id^=\"zh.p9\"]') !== null")
    box = page.locator("[id='zh.p9']").bounding_box()
    assert 0 < box["y"] < 900


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("周恩来", ["zh.list1.item1", "zh.signed1"]),  # in one edition a participant, in the other letter-spaced
        ("问题", ["zh.p7", "zh.p8"]),  # printed 問題, regularized 问题
        ("COMMUNIQUE", ["en.head1"]),
        ("enlai", ["en.list1.item1"]),
        ("<script>", []),
    ],
)
def test_words_are_found_in_every_language_and_spelling(visit: Any, query: str, places: list[str]) -> None:
    page = visit("search.html")
    page.fill("#_q", query)
    page.press("#_q", "Enter")
    page.locator(".ui-status", has_text=re.compile("passage|Nothing")).wait_for()
    found = [
        link.split("#")[1] for link in page.evaluate("[...document.querySelectorAll('.ui-hits a')].map(a => a.href)")
    ]
    for place in places:
        assert any(each == place or each.startswith(f"{place}.") or place.startswith(f"{each}.") for each in found), (
            found
        )
    assert bool(found) == bool(places)


def test_a_hit_shows_the_words_as_printed_and_leads_to_them(visit: Any) -> None:
    page = visit("search.html?q=" + "周恩来")
    page.wait_for_selector(".ui-hits li")
    assert "周 恩 来" in page.evaluate(
        "[...document.querySelectorAll('.ui-hits mark')].map(each => each.textContent.trim())"
    )
    page.click(".ui-hits li:last-child a")
    page.wait_for_selector(".ui-chosen")
    assert "周 恩 来" in page.text_content(".ui-chosen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [f"editions/{COMMUNIQUE}.html", f"editions/{STATEMENT}.html", "editions/small.html", f"about/{STATEMENT}.html"]
    + [f"{name}.html" for name in ("index", "persons", "dates", "genres", "search")],
)
def test_axe_finds_no_fault(visit: Any, path: str, scheme: str) -> None:
    """WCAG 2.2 AA as far as axe-core can tell."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the package axe-playwright-python")
    page = visit(path, color_scheme=scheme)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}, "preload": False})
    faults = [
        (each["id"], node["target"], node.get("failureSummary", "")[:200])
        for each in result.response["violations"]
        for node in each["nodes"][:3]
    ]
    assert faults == []


def test_a_page_is_small(visit: Any, site: str) -> None:
    """The page with its style and program, without pictures, for a document like those shipped."""
    visit(f"editions/{COMMUNIQUE}.html")
    folder = Path(site.removeprefix("file://"))
    files = [folder / f"editions/{COMMUNIQUE}.html", folder / "assets/site.css", folder / "assets/edition.js"]
    assert sum(path.stat().st_size for path in files) < 150_000


def test_a_button_on_the_desk_writes_the_choice_and_the_page_comes_back_without_the_question(
    browser: Any, tmp_path: Path
) -> None:
    source = tmp_path / "ferry.txt"
    source.write_text(
        "# 渡口公告\n\n双方同意渡口每天开放，并且决定由代表团 and 港口的工人一起修理所有的船只和码头。\n",
        encoding="utf-8",
    )
    desk = Desk([str(source)], tmp_path / "site")
    desk.refresh()
    server = DeskServer(desk, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    try:
        page.goto(server.url.replace("index.html", "editions/ferry.html"))
        box = page.locator(".ui-finding", has_text="AN002")
        assert "代表团 and 港口的工人" in box.locator("pre").inner_text()
        box.get_by_role("button", name="keep it as printed").click()
        page.locator(".ui-status", has_text="Written").wait_for()
        desk.refresh()
        box.wait_for(state="detached")
        assert 'text = "and"' in source.with_suffix(".toml").read_text(encoding="utf-8")
    finally:
        page.close()
        server.shutdown()
        server.server_close()


EVIL = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>'
HOSTILE = {
    "letter.txt": f"Title: A letter {EVIL}\nAuthor: Wu {EVIL}\nDate: 3 March 1862\nPlace: Farwick {EVIL}\n\n"
    f'The ferry lay at the pier. {EVIL} "onmouseover="window.hacked=3"\n\nDone at Farwick, 3 March 1862\n\n(Signed) Wu {EVIL}\n',
    "page.md": f"---\ntitle: 'A page {EVIL}'\n---\n\n# Ferry {EVIL}\n\n[here](javascript:window.hacked=4) and "
    "![x](x\" onerror=\"window.hacked=5) and <a href='javascript:window.hacked=6'>there</a>.\n\n`</pre><script>window.hacked=7</script>`\n",
    "site.html": "<title>T&lt;script>window.hacked=8&lt;/script></title><body><p onclick='window.hacked=9'>Ferry "
    f"&lt;script>window.hacked=10&lt;/script> {EVIL}<a href='javascript:window.hacked=11'>x</a></p></body>",
}  # fmt: skip
EDITION = document(
    """<p xml:id="p1" rend="x&quot; onmouseover=&quot;window.hacked=12">ferry &lt;script&gt;window.hacked=13&lt;/script&gt;
    <ref target="javascript:window.hacked=14">here</ref> <persName ref="javascript:window.hacked=15">X&lt;script&gt;window.hacked=16&lt;/script&gt;</persName>
    <pb facs="javascript:window.hacked=17" n="&lt;img src=x onerror=window.hacked=18&gt;"/>
    <graphic url="data:text/html,&lt;script&gt;window.hacked=19&lt;/script&gt;"/></p>""",
    title="&lt;/title&gt;&lt;script&gt;window.hacked=20&lt;/script&gt;",
)


@pytest.mark.parametrize("policy", [True, False])
def test_nothing_that_a_source_or_an_edition_says_runs(browser: Any, tmp_path: Path, policy: bool) -> None:
    """Neither with the pages' own Content-Security-Policy nor in a browser that does not know it."""
    sources = tmp_path / "in"
    sources.mkdir()
    for name, text in HOSTILE.items():
        (sources / name).write_text(text, encoding="utf-8")
    outcomes = list(convert(plan([str(sources)], tmp_path / "out").jobs))
    assert [outcome.written for outcome in outcomes if outcome.written is None] == []
    items = [Item(outcome.job.source.stem, outcome.data) for outcome in outcomes]
    build_site([*items, Item("edition", EDITION)], tmp_path / "site", Site(f"Ferries {EVIL}"))
    context = browser.new_context(bypass_csp=not policy)
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    paths = sorted((tmp_path / "site").rglob("*.html"))
    assert len(paths) > 2 * len(items)
    for path in paths:
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('*').forEach(each => each.dispatchEvent(new Event('mouseover')))")
        assert page.evaluate("window.hacked") is None, path
        assert (
            page.evaluate("document.querySelectorAll('[href^=javascript], [src^=data], [onclick], [onerror]').length")
            == 0
        )
    page.goto(f"{(tmp_path / 'site').as_uri()}/search.html?q=ferry")
    page.wait_for_selector(".ui-hits li")
    assert page.evaluate("window.hacked") is None
    assert dialogs == []
    context.close()
