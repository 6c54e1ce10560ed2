"""Choosing a clock: the host's, a partner's, one's own."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

DAY = "en/timetable/2021-10-01/"
Contexts = Callable[..., BrowserContext]


@pytest.fixture
def day(page: Page, sample_address: str) -> Page:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(f"{sample_address}/{DAY}")
    return page


def starts(page: Page) -> list[str]:
    """The start of each row of the table as it is told in the list."""
    return page.locator("th.t > span:first-child time").all_text_contents()


def test_the_hosts_clock_stands_in_the_page_and_is_named(day: Page) -> None:
    assert starts(day)[:3] == ["14:00", "14:30", "15:00"]
    assert day.locator("caption [data-zone-name]").text_content() == "Japan Standard Time (Kanazawa, UTC+9)"


def test_a_partners_zone_turns_every_time_and_names_itself(day: Page) -> None:
    day.locator("#zone").select_option("Asia/Vladivostok")
    assert starts(day)[:3] == ["15:00", "15:30", "16:00"]
    assert day.locator("caption [data-zone-name]").text_content() == "Vladivostok Time (Vladivostok, UTC+10)"
    assert set(day.locator("th.t [data-zone-name]").all_text_contents()) == {"Vladivostok"}
    assert day.locator("#said").text_content() == "Times are now shown in: Vladivostok, UTC+10 (Vladivostok Time)"


def test_the_grid_keeps_the_hosts_column_and_marks_the_chosen_one(day: Page) -> None:
    day.locator("#zone").select_option("Asia/Vladivostok")
    assert day.locator("thead .chosen .city").inner_text() == "Vladivostok"
    assert day.locator("tbody th.t").first.inner_text().split() == ["14:00"]


def test_ones_own_zone_gets_a_column_in_its_place(new_context: Contexts, sample_address: str) -> None:
    page = new_context(timezone_id="America/Lima", viewport={"width": 1300, "height": 900}).new_page()
    page.goto(f"{sample_address}/{DAY}")
    page.locator("#zone").select_option("own")
    heads = page.locator("thead th.z .city").all_text_contents()
    assert heads[0] == "Peru Standard Time"
    assert page.locator("tbody tr").first.locator("td.z").first.inner_text() == "00:00"
    page.locator("#zone").select_option(index=0)
    assert page.locator(".added").count() == 0


@pytest.mark.parametrize(
    ("language", "zone", "first"),
    [
        ("ru", "Asia/Vladivostok", "Ваше время: Владивосток, UTC+10"),
        ("ja", "Asia/Tokyo", "金沢 UTC+9（日本標準時）"),
        ("ja", "America/Lima", "お使いの端末：ペルー標準時 UTC−5"),
    ],
)
def test_ones_own_clock_stands_once_and_in_the_words_of_the_page(
    new_context: Contexts, sample_address: str, language: str, zone: str, first: str
) -> None:
    page = new_context(timezone_id=zone).new_page()
    page.goto(f"{sample_address}/{language}/timetable/")
    options = page.locator("#zone option").all()
    zones = [one.get_attribute("data-zone") or one.get_attribute("value") for one in options]
    assert [one.text_content() for one, its in zip(options, zones, strict=True) if its == zone] == [first]


def test_a_partners_clock_remembered_is_found_again_by_a_reader_who_lives_there(
    new_context: Contexts, sample_address: str
) -> None:
    context = new_context(timezone_id="Asia/Vladivostok")
    context.add_init_script('localStorage.setItem("kakehashi-zone", "Asia/Vladivostok")')
    page = context.new_page()
    page.goto(f"{sample_address}/{DAY}")
    assert page.locator("#zone").input_value() == "own"
    assert page.locator("caption [data-zone-name]").text_content() == (
        "Your clock: Vladivostok Standard Time (Vladivostok, UTC+10)"
    )


def test_another_date_than_the_hosts_is_named(new_context: Contexts, sample_address: str) -> None:
    page = new_context(timezone_id="Pacific/Honolulu").new_page()
    page.goto(f"{sample_address}/en/items/keynote/")
    page.locator("#zone").select_option("own")
    assert page.locator(".big .otherday").first.text_content() == "Tuesday 28 September".replace(" 28 ", " 28\u00a0")


def test_the_home_page_says_by_which_clock_it_tells_its_times(day: Page, sample_address: str) -> None:
    day.goto(f"{sample_address}/en/")
    day.locator("#zone").select_option("Asia/Vladivostok")
    told = day.locator(".home-title dd:has([data-zone-name])").text_content()
    assert told == "All times are provisional (dotted): Vladivostok Time (Vladivostok, UTC+10)"


def test_the_choice_is_remembered_from_page_to_page(day: Page, sample_address: str) -> None:
    day.locator("#zone").select_option("Asia/Irkutsk")
    day.goto(f"{sample_address}/ja/items/keynote/")
    assert day.locator("#zone").input_value() == "Asia/Irkutsk"
    assert day.locator("time.at").first.text_content() == "15:20"


def test_russian_writes_the_hours_before_ten_with_one_figure(page: Page, sample_address: str) -> None:
    page.goto(f"{sample_address}/ru/timetable/2021-10-01/")
    page.locator("#zone").select_option("Europe/Moscow")
    assert starts(page)[0] == "8:00"


def test_a_reader_who_lets_nothing_be_stored_can_still_choose(new_context: Contexts, sample_address: str) -> None:
    context = new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }});")
    page = context.new_page()
    page.goto(f"{sample_address}/{DAY}")
    page.locator("#zone").select_option("Asia/Irkutsk")
    assert starts(page)[0] == "13:00"


def test_without_script_there_is_no_dead_control_and_every_session_has_its_local_times(
    new_context: Contexts, sample_address: str
) -> None:
    page = new_context(java_script_enabled=False, viewport={"width": 1300, "height": 900}).new_page()
    page.goto(f"{sample_address}/{DAY}")
    assert page.locator("select:visible, button:visible").count() == 0
    assert page.locator(".sitting").count() == page.locator(".sitting table.spans").count() == 5
    page.locator("#mathematics summary").click()
    first = page.locator("#mathematics tbody tr").first
    assert first.locator("th").inner_text() == "Kazan, Saint Petersburg"
    assert first.locator("td.when").inner_text() == "09:00–11:30 UTC+3"


def test_a_remembered_clock_that_the_page_does_not_offer_leaves_the_hosts(
    new_context: Contexts, sample_address: str
) -> None:
    context = new_context()
    context.add_init_script('localStorage.setItem("kakehashi-zone", "Mars/Olympus_Mons")')
    page = context.new_page()
    page.goto(f"{sample_address}/{DAY}")
    assert page.locator("#zone option:checked").get_attribute("value") == "Asia/Tokyo"
    assert starts(page)[0] == "14:00"
