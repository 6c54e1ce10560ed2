"""Local times: every clock of the week, through its days and its hours."""

from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, classed, facts, first, page, rows, said
from tests.site.reading import PARTS, reader
from tests.week.building import institution, item, session

from kakehashi.site import Kind
from kakehashi.site.shown.hours import hours_of, telling_days

BERLIN = PARTS["institutions"] | {"far": institution("Berlin university", "Europe/Berlin", city={"en": "Berlin"})}
AUTUMN: dict[str, Any] = {"days": ["2021-10-30", "2021-10-31"], "institutions": BERLIN, "items": {}, "sessions": {}}


def times(**parts: Any) -> Element:
    """The page of local times of a week with these parts."""
    return page(a_site(**parts), Kind.TIMES)


def test_clocks_stand_from_west_to_east_with_their_distance_from_the_host() -> None:
    assert rows(first(times(), "table")) == [
        ["Kazan", "UTC+3", "Moscow Time (Europe/Moscow)", "6 hours behind Kanazawa"],
        ["Kanazawa", "UTC+9", "Japan Standard Time (Asia/Tokyo)", "the clock of the week"],
    ]


def test_a_change_to_winter_time_inside_the_week_is_told_with_its_moment() -> None:
    assert rows(first(times(**AUTUMN), "table"))[0][1] == "UTC+2; from Sunday 31 October, 02:00: UTC+1"


def test_clocks_that_part_during_the_week_have_a_row_each() -> None:
    lagos = {"south": institution("Kinshasa university", "Africa/Johannesburg", city={"en": "Pretoria"})}
    told = rows(first(times(**AUTUMN | {"institutions": BERLIN | lagos}), "table"))
    assert [row[0] for row in told] == ["Berlin", "Pretoria", "Kanazawa"]


def test_a_day_runs_from_its_first_item_to_the_one_that_ends_last() -> None:
    tree = times(
        sessions={"opening": session(), "long": session("2021-09-29T15:05")},
        items={"short": item(title={"en": "Short"}), "evening": item("long", title={"en": "Long"}, minutes=90)},
    )
    told = facts(classed(tree, "part")[0])
    assert told == {"Begins": "15:00 Short", "Ends": "16:35 Long"}


def test_a_day_without_items_says_so() -> None:
    days = [said(part) for part in classed(times(), "part")]
    assert days[1] == "Thursday 30 September Nothing is planned for this day yet."


def test_hours_reach_around_everything_that_is_placed() -> None:
    table = hours_of(reader(a_site(items={"t": item(minutes=100)})), date(2021, 9, 29))
    assert [[cell.time for cell in row] for row in table.rows] == [
        ["09:00", "15:00"],
        ["10:00", "16:00"],
        ["11:00", "17:00"],
    ]


def test_a_week_without_times_shows_all_hours_of_a_day() -> None:
    assert len(hours_of(reader(a_site(sessions={}, items={})), date(2021, 9, 29)).rows) == 24


def test_an_hour_on_another_date_names_it() -> None:
    table = hours_of(
        reader(a_site(sessions={"early": session("2021-09-29T02:00")}, items={"t": item("early")})), date(2021, 9, 29)
    )
    assert [(cell.time, cell.other_day, cell.state) for cell in table.rows[0]] == [
        ("20:00", "Tuesday 28\N{NO-BREAK SPACE}September", "evening"),
        ("02:00", "", "night"),
    ]


def test_hours_are_told_of_the_last_day_too_when_a_clock_changes_between() -> None:
    still, changing = reader(a_site()), reader(a_site(**AUTUMN))
    assert telling_days(still) == (date(2021, 9, 29),)
    assert telling_days(changing) == (date(2021, 10, 30), date(2021, 10, 31))


def test_the_band_is_explained_in_the_order_of_a_night_and_a_day() -> None:
    (key,) = classed(times(), "bands")
    assert [said(part) for part in key] == [
        "night, from 23 to 6",
        "early morning, from 6 to 8",
        "working day, from 8 to 18",
        "evening, from 18 to 23",
    ]


def test_a_day_does_not_begin_with_what_is_called_off() -> None:
    row = {
        "gone": item(title={"en": "Gone"}, status="cancelled"),
        "tea": item(order=2, title={"en": "Tea"}),
        "off": item(order=3, title={"en": "Off"}, status="withdrawn"),
    }
    assert facts(classed(times(items=row), "part")[0]) == {"Begins": "15:10 Tea", "Ends": "15:20 Tea"}


def test_a_day_of_which_all_is_called_off_has_nothing_planned() -> None:
    tree = times(items={"gone": item(status="cancelled")})
    assert said(classed(tree, "part")[0]) == "Wednesday 29 September Nothing is planned for this day yet."
