"""A day in Tokyo during which Europe puts its clocks back: 10:00 is the moment at which 3 o'clock becomes 2 there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.journeys.small import small_site
from tests.week.building import institution, item, session

SUNDAY = {
    "days": ["2021-10-31"],
    "organisations": [{"institution": "host", "role": "host"}],
    "institutions": {
        "host": institution(city={"en": "Tokyo"}),
        "far": institution("Spree institute", "Europe/Berlin", city={"en": "Berlin"}),
    },
    "sessions": {"early": session("2021-10-31T09:30"), "late": session("2021-10-31T10:30")},
    "items": {"a": item("early", minutes=60), "b": item("late", minutes=30)},
}
Contexts = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def sunday(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of that day."""
    folder = small_site(tmp_path_factory.mktemp("sunday"), **SUNDAY)
    return (folder / "en" / "timetable" / "2021-10-31" / "index.html").as_uri()


def opened(new_context: Contexts, address: str, zone: str) -> Page:
    """The page as somebody in that zone sees it who has chosen their own clock."""
    page = new_context(timezone_id=zone, viewport={"width": 1300, "height": 900}).new_page()
    page.goto(address)
    page.locator("#zone").select_option("own")
    return page


def starts(page: Page) -> list[str]:
    return page.locator("tbody th.t > span:first-child time").all_text_contents()


def test_the_hour_that_exists_twice_is_told_twice(new_context: Contexts, sunday: str) -> None:
    page = opened(new_context, sunday, "Europe/Berlin")
    assert [starts(page)[0], starts(page)[-1]] == ["02:30", "02:30"]
    assert page.locator("thead .chosen .city").inner_text() == "Berlin"


def test_a_clock_that_has_no_column_gets_one_with_both_its_offsets(new_context: Contexts, sunday: str) -> None:
    page = opened(new_context, sunday, "Europe/London")
    assert page.locator("thead .added").inner_text().split("\n") == ["United Kingdom Time", "+1 → ±0"]
    shown = page.locator("tbody td.added time").all_text_contents()
    assert [shown[0], shown[-1]] == ["01:30", "01:30"]


def test_a_clock_west_of_the_date_line_names_the_day_before(new_context: Contexts, sunday: str) -> None:
    page = opened(new_context, sunday, "Pacific/Honolulu")
    assert starts(page)[0] == "14:30"
    told = page.locator("tbody th.t .otherday.turned").first.text_content() or ""
    assert told.replace("\N{NO-BREAK SPACE}", " ") == "Saturday 30 October"
