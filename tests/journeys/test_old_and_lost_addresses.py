"""A reader of an earlier release comes back: what has changed, and where an old or a wrong address leads."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.journeys.conftest import serving
from tests.journeys.test_every_kind_of_page import ALL, AXE, RUN_AXE
from tests.site.reading import PARTS
from tests.site.releasing import items, public, released
from tests.week.building import item, person, session

from kakehashi.site import site_files

LANGUAGES = ("ja", "en", "ru")
WEEK: dict[str, Any] = {"languages": list(LANGUAGES), "address": "https://example.org/tea-week/"}
NOWHERE = "en/items/no/such/page/"
PAGES = ("changes/", "items/later/", "404.html", "about/")


def much_changed() -> dict[str, Any]:
    """A later state of the small week, in which every kind of line and folded groups stand among the changes."""
    talks = {f"talk-{n}": item(None, title={"en": f"A talk on the tea of region number {n}"}) for n in range(45)}
    return WEEK | {
        "title": {"en": "Tea week of the two cities", "ja": "二都のお茶の週"},
        "people": PARTS["people"] | {"bob": person("Bob Leaf")},
        "sessions": {"opening": session("2021-09-30T16:00", room="hall")},
        "items": items("leaves", "later", on_leaves=PARTS["items"]["leaves"]) | talks,
    }


@pytest.fixture(scope="module")
def released_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The third release of the small week; the 404 page also stands where a host would show it."""
    folder = tmp_path_factory.mktemp("host") / "tea-week"
    second = WEEK | {"sessions": {"opening": session("2021-09-29T14:00", room="hall")}}
    site = released(public(**WEEK), public(**second), public(**much_changed()))
    files = {file.path: file.content for file in site_files(site, workers=1)}
    for path, content in (*files.items(), (f"{NOWHERE}index.html", files["404.html"])):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def address(released_site: Path) -> Iterator[str]:
    """Where a host has it, at the path of its public address."""
    with serving(released_site.parent) as host:
        yield f"{host}/tea-week"


def test_an_old_link_arrives_at_the_page_where_it_is_now(
    new_context: Callable[..., BrowserContext], address: str, released_site: Path
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    for start in (address, released_site.as_uri()):
        page.goto(f"{start}/en/items/leaves/index.html")
        page.wait_for_url("**/en/items/on-leaves/**")
        assert page.locator("h1").inner_text() == "On leaves"


def test_who_comes_to_something_that_is_no_more_goes_on_to_the_programme(page: Page, address: str) -> None:
    page.goto(f"{address}/en/items/later/")
    assert page.locator("h1").inner_text() == "This page is no longer part of the programme"
    page.get_by_role("main").get_by_role("link", name="Programme").click()
    assert page.locator("h1").inner_text() == "Programme"


def test_a_page_for_a_wrong_address_is_styled_and_helps_at_any_depth(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/{NOWHERE}")
    assert page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily").startswith('"Kakehashi Serif')
    page.get_by_role("link", name="Speakers").click()
    assert page.locator("h1").inner_text() == "Speakers"
    assert said == []


def test_the_changes_are_found_at_the_foot_of_every_page_and_lead_to_what_changed(page: Page, address: str) -> None:
    page.goto(f"{address}/en/people/")
    page.get_by_role("contentinfo").get_by_role("link", name="Changes").click()
    headings = [text.replace("\N{NO-BREAK SPACE}", " ") for text in page.locator("h2").all_inner_texts()]
    assert headings == [f"Release {number} (27 September 2021)" for number in (3, 2, 1)]
    page.locator("summary").filter(has_text="Time to be announced").click()
    page.get_by_role("link", name="A talk on the tea of region number 7", exact=True).click()
    assert page.locator("h1").inner_text() == "A talk on the tea of region number 7"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(
    new_context: Callable[..., BrowserContext], address: str, language: str, scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    found = []
    for path in (*(f"{language}/{name}" for name in PAGES), NOWHERE):
        page.goto(f"{address}/{path}")
        page.evaluate(AXE)
        for violation in page.evaluate(RUN_AXE, ALL):
            found.append((path, violation["id"], [node["html"][:120] for node in violation["nodes"]][:3]))
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_must_be_scrolled_sideways_on_a_small_screen(
    new_context: Callable[..., BrowserContext], address: str, language: str
) -> None:
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    wide = []
    for path in (*(f"{language}/{name}" for name in PAGES), NOWHERE):
        page.goto(f"{address}/{path}")
        for one in page.locator("summary").all():
            one.click()
        width = page.locator("html").evaluate("html => html.scrollWidth")
        if width > 320:
            wide.append((path, width))
    assert wide == []
