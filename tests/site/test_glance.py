"""The week at a glance."""

from datetime import date

from tests.site.reading import a_site, reader
from tests.week.building import item, session

from kakehashi.site.glance import glance

DAY = date(2021, 9, 29)


def test_a_short_session_is_told_item_by_item_without_its_breaks() -> None:
    assert [line.plain for line in glance(reader(a_site()))[DAY]] == ["Welcome", "On leaves"]


def test_a_long_session_is_one_entry_that_leads_to_its_place_in_the_day() -> None:
    items = {f"talk-{n}": item(order=n, title={"en": f"Talk {n}"}) for n in range(1, 9)}
    (line,) = glance(reader(a_site(items=items)))[DAY]
    assert (line.plain, line.href) == ("A session", "timetable/2021-09-29/index.html#opening")


def test_a_closed_item_says_for_whom_it_is() -> None:
    items = {"meeting": item(kind="general-conference", title={"en": "Secret"}, visibility="members")}
    (line,) = glance(reader(a_site(items=items)))[DAY]
    assert (line.closed, line.plain_detail) == (True, ("members only",))


def test_nobody_stands_bare_in_a_list_of_ceremonies() -> None:
    first = glance(reader(a_site()))[DAY][0]
    assert first.detail == "Ada Tea, Rector of the Samovar institute"


def test_entries_of_parallel_sessions_stand_in_the_order_of_time() -> None:
    sessions = {"late": session("2021-09-29T17:00"), "early": session("2021-09-29T16:00")}
    items = {"b": item("late", title={"en": "B"}), "a": item("early", title={"en": "A"})}
    assert [line.plain for line in glance(reader(a_site(sessions=sessions, items=items)))[DAY]] == ["A", "B"]
