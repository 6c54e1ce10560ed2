"""Notices that come and go by themselves while a page is open."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page
from tests.journeys.small import small_site

NOTICES = [
    {"text": {"en": "Always here."}},
    {
        "text": {"en": "Room changed."},
        "begins": "2021-09-29T15:00[Asia/Tokyo]",
        "until": "2021-09-29T16:00[Asia/Tokyo]",
    },
]


def home(folder: Path) -> str:
    """The home page of a small week with two notices, in a folder."""
    return (small_site(folder, notices=NOTICES) / "en" / "index.html").as_uri()


def notices(page: Page) -> list[str]:
    return [text.partition("\n")[0] for text in page.locator(".banner:visible").all_inner_texts()]


def test_a_notice_comes_at_its_beginning_and_goes_at_its_end(page: Page, tmp_path: Path) -> None:
    before = datetime(2021, 9, 29, 5, 59, tzinfo=UTC)
    page.clock.install(time=before)
    page.goto(home(tmp_path))
    seen = [notices(page)]
    for minutes in (2, 60):
        page.clock.run_for(timedelta(minutes=minutes) // timedelta(milliseconds=1))
        seen.append(notices(page))
    assert seen == [["Always here."], ["Always here.", "Room changed."], ["Always here."]]


def test_without_script_a_notice_still_to_come_does_not_show(page: Page, tmp_path: Path) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.goto(home(tmp_path))
    assert notices(page) == ["Always here."]
