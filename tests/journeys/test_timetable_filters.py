"""Narrowing the timetable down, and sharing what one sees."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

DAY = "en/timetable/2021-10-01/"
ALL, RUSSIAN = 39, 8


@pytest.fixture(params=["served", "from the disk"])
def address(request: pytest.FixtureRequest, sample_address: str, sample_site: Path) -> Callable[[str], str]:
    """The address of a page below the week, over http and as a file."""
    if request.param == "served":
        return lambda path: f"{sample_address}/{path}"
    return lambda path: f"{sample_site.as_uri()}/{path}index.html"


def shown(page: Page) -> int:
    return page.locator("[data-item]:visible").count()


def opened(page: Page, address: str) -> Page:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(address)
    return page


def test_a_filter_leaves_what_fits_and_says_how_much(page: Page, address: Callable[[str], str]) -> None:
    opened(page, address(DAY))
    assert shown(page) == ALL
    page.get_by_role("combobox", name="Language").select_option("ru")
    assert shown(page) == RUSSIAN
    assert page.locator("#said").text_content() == f"Shown: {RUSSIAN} of {ALL}"


def test_what_is_chosen_lives_in_the_address(
    page: Page, address: Callable[[str], str], new_context: Callable[..., BrowserContext]
) -> None:
    opened(page, address(DAY))
    page.get_by_role("combobox", name="Language").select_option("ru")
    page.get_by_label("List").check()
    friend = opened(new_context().new_page(), page.url)
    assert "language=ru&view=list" in friend.url
    assert shown(friend) == RUSSIAN
    assert friend.get_by_label("List").is_checked()


def test_back_and_forward_undo_and_redo_a_choice(page: Page, address: Callable[[str], str]) -> None:
    opened(page, address(DAY))
    page.get_by_role("combobox", name="Language").select_option("ru")
    page.go_back()
    assert shown(page) == ALL
    page.go_forward()
    assert shown(page) == RUSSIAN


def test_everything_can_be_done_from_the_keyboard(page: Page, address: Callable[[str], str]) -> None:
    opened(page, address(DAY))
    page.get_by_role("combobox", name="Language").focus()
    page.keyboard.type("Rus")
    assert shown(page) == RUSSIAN
    page.get_by_role("button", name="Show all").press("Enter")
    assert shown(page) == ALL


def test_two_filters_narrow_together(page: Page, sample_address: str) -> None:
    opened(page, f"{sample_address}/{DAY}?language=ru&institution=irkutsk-state-university")
    wanted = page.locator("[data-item][data-language~=ru][data-institution~=irkutsk-state-university]")
    assert shown(page) == wanted.count() > 0


def test_the_choice_goes_along_to_other_days_and_languages(page: Page, sample_address: str) -> None:
    opened(page, f"{sample_address}/{DAY}?language=ru")
    page.get_by_role("link", name="30 Thursday").click()
    page.get_by_role("link", name="日本語").click()
    assert page.url.endswith("/ja/timetable/2021-09-30/?language=ru")


def test_a_value_that_does_not_occur_filters_nothing(page: Page, sample_address: str) -> None:
    opened(page, f"{sample_address}/{DAY}?language=xx&symposium=%3Cb%3E")
    assert shown(page) == ALL


def test_the_list_leaves_out_starts_and_days_at_which_nothing_fits(page: Page, sample_address: str) -> None:
    opened(page, f"{sample_address}/en/timetable/?symposium=culture")
    headings = page.locator("main h2:visible").all_text_contents()
    assert headings == ["Wednesday 29\u00a0September 2021"]
    assert (
        shown(page)
        == page.locator("[data-symposium=culture]").count()
        == page.locator(".starts ul > li:visible").count()
    )


def test_a_wide_list_leaves_out_starts_at_which_nothing_fits(page: Page, address: Callable[[str], str]) -> None:
    opened(page, address("en/timetable/"))
    page.get_by_role("combobox", name="Language").select_option("ru")
    page.get_by_role("combobox", name="Institution").select_option("kazan-federal-university")
    starts = page.locator(".starts:not(.later) > li")
    assert 0 < starts.locator("visible=true").count() < starts.count()
    assert starts.locator("visible=true").count() == starts.filter(has=page.locator("[data-item]:visible")).count()


def test_a_narrow_list_of_a_day_leaves_out_starts_at_which_nothing_fits(page: Page, sample_address: str) -> None:
    page.set_viewport_size({"width": 400, "height": 900})
    page.goto(f"{sample_address}/{DAY}?language=ru")
    rows = page.locator(".tt tbody tr")
    assert rows.locator("visible=true").count() == rows.filter(has=page.locator("[data-item]:visible")).count() > 0


def test_in_the_grid_rows_in_which_nothing_is_left_fold(page: Page, sample_address: str) -> None:
    opened(page, f"{sample_address}/{DAY}")
    whole = page.locator(".tt").bounding_box()
    page.get_by_role("combobox", name="Language").select_option("ru")
    folded = page.locator(".tt").bounding_box()
    assert whole and folded and folded["height"] < whole["height"] / 2
    # What is left lies in its cell: the rows over which the cell reaches are folded, not cut out of it.
    cells = page.locator("td:has([data-item]:not(.out))")
    assert cells.evaluate_all("all => all.every((one) => one.scrollHeight <= one.offsetHeight)")
    assert page.locator("tr.without time:visible").count() == 0


def test_the_sessions_below_a_day_are_narrowed_down_with_it(page: Page, sample_address: str) -> None:
    opened(page, f"{sample_address}/{DAY}")
    assert page.locator(".sitting:visible").count() == 5
    page.get_by_role("combobox", name="Language").select_option("ru")
    left = page.locator(".sitting:visible h3").all_text_contents()
    assert left == ["Mathematics", "Physics", "Chemistry", "Environmental Studies"]


def test_grid_and_list_are_one_table_without_script_too(
    new_context: Callable[..., BrowserContext], address: Callable[[str], str]
) -> None:
    page = opened(new_context(java_script_enabled=False).new_page(), address(DAY))
    assert page.locator("td.z:visible").count() > 0
    page.get_by_label("List").check()
    assert page.locator("td.z:visible").count() == 0
    assert shown(page) == ALL


def test_links_lose_their_index_html_on_a_server_alone(page: Page, address: Callable[[str], str]) -> None:
    opened(page, address(DAY))
    ends = page.locator("a[href*='index.html']").count()
    assert (ends == 0) == page.url.startswith("http")
    page.get_by_role("link", name="Symposia", exact=True).click()
    assert page.locator("h1").text_content() == "Symposia"
