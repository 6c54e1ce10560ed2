"""Every kind of page in the browser: for everyone, on any screen, with or without script, served or from the disk."""

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

LANGUAGES = ("ja", "en", "ru")
PAGES = (
    "",
    "timetable/",
    "timetable/2021-09-29/",
    "timetable/2021-10-01/",
    "items/keynote/",
    "symposia/",
    "symposia/{symposium}/",
    "people/",
    "people/gafurov-ilshat/",
    "institutions/",
    "institutions/kazan-federal-university/",
    "programmes/",
    "programmes/{programme}/",
    "agreements/",
    "association/",
    "recordings/",
    "recordings/{recording}/",
    "report/",
    "times/",
    "search/",
    "about/",
)

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = "options => axe.run(document, options).then(found => found.violations)"
ALL = {"resultTypes": ["violations"]}
"""axe-core's own rules, all of them."""
COLOURS = ALL | {"runOnly": ["color-contrast", "link-in-text-block"]}
"""Those on which the scheme has a bearing."""


def pages(site: Path) -> list[str]:
    """A page of every kind; parts without a name of their own are the first of the folder."""
    first = {
        name: sorted(path.name for path in (site / "en" / folder).iterdir() if path.is_dir())[0]
        for name, folder in (("symposium", "symposia"), ("programme", "programmes"), ("recording", "recordings"))
    }
    return [page.format(**first) for page in PAGES]


@pytest.mark.parametrize(
    ("language", "scheme", "rules"),
    [("ja", "light", ALL), ("en", "light", ALL), ("ru", "light", ALL), ("ja", "dark", COLOURS)],
)
def test_axe_finds_nothing(
    new_context: Callable[..., BrowserContext],
    sample_address: str,
    sample_site: Path,
    language: str,
    scheme: str,
    rules: dict[str, list[str]],
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    found = []
    for path in pages(sample_site):
        page.goto(f"{sample_address}/{language}/{path}")
        page.evaluate(AXE)
        for violation in page.evaluate(RUN_AXE, rules):
            found.append((path, violation["id"], [node["html"][:120] for node in violation["nodes"]][:3]))
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_nothing_must_be_scrolled_sideways_on_a_small_screen(
    new_context: Callable[..., BrowserContext], sample_address: str, sample_site: Path, language: str, script: bool
) -> None:
    page = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=script).new_page()
    wide = []
    for path in pages(sample_site):
        page.goto(f"{sample_address}/{language}/{path}")
        width = page.locator("html").evaluate("html => html.scrollWidth")
        if width > 320:
            wide.append((path, width))
    assert wide == []


def test_a_site_reads_from_the_disk_without_a_word_in_the_console(page: Page, sample_site: Path) -> None:
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # From a disk no browser loads the captions of a video; the page gives them as text beside it.
        if ".vtt" not in message.text:
            said.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for language in LANGUAGES:
        for path in pages(sample_site):
            page.goto((sample_site / language / path / "index.html").as_uri())
    assert said == []


def test_a_page_is_styled_and_linked_from_the_disk_and_below_a_sub_folder(
    page: Page, sample_site: Path, sample_address: str
) -> None:
    for start in ((sample_site / "index.html").as_uri(), f"{sample_address}/"):
        page.goto(start)
        page.get_by_role("link", name="Russian Week").first.click()
        page.get_by_role("navigation", name="Main pages").get_by_role("link", name="Programme", exact=True).click()
        assert page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily").startswith('"Kakehashi Serif"')
        page.get_by_role("link", name="日本語").click()
        assert page.locator("html").get_attribute("lang") == "ja"


def test_without_script_the_partners_clocks_stand_beside_an_item(
    new_context: Callable[..., BrowserContext], sample_address: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{sample_address}/en/items/keynote/")
    row = page.get_by_role("row").filter(has_text="Irkutsk")
    assert "15:20" in row.inner_text()
    assert "UTC+8" in row.inner_text()


def test_a_page_sets_no_cookie(new_context: Callable[..., BrowserContext], sample_address: str) -> None:
    context = new_context()
    context.new_page().goto(f"{sample_address}/ja/")
    assert context.cookies() == []
