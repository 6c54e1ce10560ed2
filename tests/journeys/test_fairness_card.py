"""The fairness card in the browser, as staff sees it: for everyone, on a small screen, light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from tests.journeys.small import MADE
from tests.journeys.test_every_kind_of_page import ALL, AXE, RUN_AXE
from tests.site.test_fairness_card import planned

from kakehashi.site import site_files, site_of
from kakehashi.week import Visibility, for_audience


@pytest.fixture(scope="module")
def times(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of local times of a small week with a plan, from the disk."""
    folder = tmp_path_factory.mktemp("staff")
    told = planned({"total": 2430, "least_total": 2000, "price_of_fairness": 0.215})
    for file in site_files(site_of(for_audience(told, Visibility.STAFF, MADE)), workers=1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder / "en" / "times" / "index.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_card_with_its_lists_opened(
    new_context: Callable[..., BrowserContext], times: Path, scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto(times.as_uri())
    for one in page.locator("summary").all():
        one.click()
    page.evaluate(AXE)
    assert [(one["id"], one["nodes"][0]["html"]) for one in page.evaluate(RUN_AXE, ALL)] == []


@pytest.mark.parametrize("width", [320, 700, 1280])
def test_one_of_its_drawings_is_seen_and_nothing_must_be_scrolled_sideways(
    new_context: Callable[..., BrowserContext], times: Path, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 640}).new_page()
    page.goto(times.as_uri())
    shown = [one.bounding_box() for one in page.locator(".drawn svg").all() if one.is_visible()]
    assert len(shown) == 1
    assert page.locator("html").evaluate("html => html.scrollWidth") <= width
