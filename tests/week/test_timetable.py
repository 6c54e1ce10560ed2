"""When everything happens follows from sessions, blocks, order and minutes."""

from typing import Any

import pytest
from tests.week.building import item, session, week

from kakehashi.week import Week, timetable
from kakehashi.week.timetable import planned_length
from kakehashi.words.zones import rules

BLOCK = {"start": "2021-09-29T15:00[Asia/Tokyo]", "slots": 3, "slot_minutes": 30}


def starts(given: Week) -> dict[str, str]:
    """When each placed item starts and ends, on the host's clock."""
    zone = rules(given.zone)
    return {
        one.item: f"{one.start.astimezone(zone):%d. %H:%M}-{one.end.astimezone(zone):%H:%M}"
        for one in timetable(given).placements
    }


def spans(given: Week) -> dict[str, str]:
    """The same of each session."""
    zone = rules(given.zone)
    return {
        one.session: f"{one.start.astimezone(zone):%d. %H:%M}-{one.end.astimezone(zone):%H:%M}"
        for one in timetable(given).spans
    }


def test_items_follow_one_another_in_their_order() -> None:
    items = {"last": item(order=9), "first": item(order=0, minutes=25), "second": item(order=1, minutes=0)}
    assert starts(week(sessions={"opening": session()}, items=items)) == {
        "first": "29. 15:00-15:25",
        "second": "29. 15:25-15:25",
        "last": "29. 15:25-15:35",
    }


def test_items_of_one_order_follow_as_the_document_has_them() -> None:
    items = {slug: item(order=1) for slug in ("b", "a", "c")}
    assert list(starts(week(sessions={"opening": session()}, items=items))) == ["b", "a", "c"]


def test_a_pinned_item_starts_when_it_says_and_takes_those_after_it_along() -> None:
    items = {"a": item(), "b": item(order=2, starts="2021-09-29T15:30[Asia/Tokyo]"), "c": item(order=3)}
    assert starts(week(sessions={"opening": session()}, items=items)) == {
        "a": "29. 15:00-15:10",
        "b": "29. 15:30-15:40",
        "c": "29. 15:40-15:50",
    }


def test_an_item_pinned_over_its_predecessor_is_placed_as_it_says() -> None:
    items = {"a": item(minutes=60), "b": item(order=2, starts="2021-09-29T15:30[Asia/Tokyo]"), "c": item(order=3)}
    given = week(sessions={"opening": session()}, items=items)
    assert starts(given) == {"a": "29. 15:00-16:00", "b": "29. 15:30-15:40", "c": "29. 15:40-15:50"}
    assert spans(given) == {"opening": "29. 15:00-16:00"}


def test_what_does_not_take_place_keeps_its_time_so_that_nothing_else_moves() -> None:
    items = {"a": item(status="cancelled"), "b": item(order=2)}
    assert starts(week(sessions={"opening": session()}, items=items))["b"] == "29. 15:10-15:20"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"block": "afternoon"}, "29. 15:00-16:30"),
        ({"block": "afternoon", "minutes": 20}, "29. 15:00-15:20"),
        ({"block": "afternoon", "minutes": 0}, "29. 15:00-15:10"),
        ({"block": "afternoon", "start": "2021-09-29T15:40[Asia/Tokyo]"}, "29. 15:40-15:50"),
        ({"start": "2021-09-29T15:40[Asia/Tokyo]", "minutes": 60}, "29. 15:40-16:40"),
        ({"start": "2021-09-29T23:55[Asia/Tokyo]"}, "29. 23:55-00:05"),
    ],
)
def test_a_session_lasts_as_planned_and_never_less_than_its_items(keys: dict[str, Any], expected: str) -> None:
    given = week(blocks={"afternoon": BLOCK}, sessions={"opening": keys}, items={"a": item()})
    assert spans(given) == {"opening": expected}


@pytest.mark.parametrize(
    ("keys", "minutes"),
    [({}, 0), ({"minutes": 45}, 45), ({"block": "afternoon"}, 90), ({"block": "unknown"}, 0)],
)
def test_the_planned_length_of_a_session_is_its_own_or_its_blocks(keys: dict[str, Any], minutes: int) -> None:
    given = week(blocks={"afternoon": BLOCK}, sessions={"opening": keys})
    assert planned_length(given, given.sessions["opening"]).total_seconds() == minutes * 60


@pytest.mark.parametrize("sessions", [{}, {"opening": {}}, {"opening": {"block": "unknown"}}])
def test_an_item_without_a_time_has_no_placement(sessions: dict[str, Any]) -> None:
    table = timetable(week(sessions=sessions, items={"a": item(), "b": item(None)}))
    assert (table.placements, table.spans) == ((), ())


def test_what_begins_together_stands_in_the_order_of_the_rooms_and_what_has_none_comes_last() -> None:
    rooms = {slug: {"name": {"en": slug}} for slug in ("hall", "attic")}
    sessions = {"none": session(), "up": session(room="attic"), "main": session(room="hall")}
    items = {slug: item(slug) for slug in sessions}
    table = timetable(week(rooms=rooms, sessions=sessions, items=items))
    assert [one.session for one in table.spans] == ["main", "up", "none"]
    assert [(one.item, one.room) for one in table.placements] == [("main", "hall"), ("up", "attic"), ("none", None)]


@pytest.mark.parametrize(
    ("zone", "start", "expected"),
    [
        ("Europe/Berlin", "2021-03-28T01:30", ["01:30", "03:30", "04:30"]),
        ("Europe/Berlin", "2021-10-31T01:30", ["01:30", "02:30", "02:30"]),
        ("America/New_York", "2021-11-07T00:30", ["00:30", "01:30", "01:30"]),
        ("Australia/Lord_Howe", "2021-10-03T01:30", ["01:30", "03:00", "04:00"]),
        ("Australia/Lord_Howe", "2021-04-04T01:00", ["01:00", "01:30", "02:30"]),
        ("Asia/Kolkata", "2021-03-28T01:30", ["01:30", "02:30", "03:30"]),
        ("Pacific/Apia", "2011-12-29T22:30", ["22:30", "23:30", "00:30"]),
    ],
)
def test_an_hour_lasts_an_hour_when_clocks_change(zone: str, start: str, expected: list[str]) -> None:
    items = {slug: item(order=order, minutes=60) for order, slug in enumerate("abc")}
    given = week(zone=zone, sessions={"opening": session(start, zone)}, items=items)
    assert [one[4:9] for one in starts(given).values()] == expected
