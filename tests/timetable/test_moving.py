"""What a plan may move, and what stays."""

from typing import Any

import pytest
from tests.timetable.building import at, posed, session, speaking, talk, week

from kakehashi.findings import Refused
from kakehashi.planner import Pin
from kakehashi.timetable import applied, pose
from kakehashi.week import timetable

TEA: dict[str, Any] = {"sessions": {"leaves": session()}, "items": {"green": talk()}}


def codes(**parts: Any) -> list[tuple[str, tuple[Any, ...]]]:
    with pytest.raises(Refused) as refused:
        posed(**parts)
    return [(finding.code, finding.place) for finding in refused.value.findings]


@pytest.mark.parametrize(
    "fixed", [{"pinned": True}, {"start": "2021-09-29T12:00[Asia/Tokyo]"}, {"block": "morning", "pinned": True}]
)
def test_a_session_stays_that_is_pinned_or_has_a_start_of_its_own(fixed: dict[str, Any]) -> None:
    sessions = {"leaves": session(), "cups": session(**fixed)}
    assert posed(sessions=sessions, items={"green": talk(), "old": talk("cups")}).names.tracks == {
        "leaves": ("leaves",)
    }


def test_a_session_stays_of_which_something_is_fixed_outside_every_block() -> None:
    items = {"green": talk(), "old": talk("cups", starts="2021-09-29T20:00[Asia/Tokyo]")}
    assert posed(sessions={"leaves": session(), "cups": session()}, items=items).names.talks == {"green": ("green",)}


def test_sessions_without_anything_of_their_own_may_take_each_others_place() -> None:
    sessions = {
        "one": session(),
        "two": session(),
        "titled": session("Cups"),
        "chaired": session(chairs=["ada"]),
        "framed": session(),
    }
    items = {slug: talk(slug) for slug in sessions} | {"opening": talk("framed", kind="opening-remarks", order=0)}
    tracks = posed(sessions=sessions, items=items).names.tracks
    assert tracks == {"tea": ("one", "two"), "titled": ("titled",), "chaired": ("chaired",), "framed": ("framed",)}


@pytest.mark.parametrize(
    "wishes", [{"apart": [["one", "cake"]]}, {"preferences": [{"of": "one", "block": "morning", "weight": 5}]}]
)
def test_a_session_that_a_wish_speaks_of_is_itself(wishes: dict[str, Any]) -> None:
    sessions = {"one": session(), "two": session(), "three": session()}
    items = {slug: talk(slug) for slug in ("one", "two", "three")}
    tracks = posed(sessions=sessions, items=items, wishes=wishes).names.tracks
    assert tracks == {"one": ("one",), "tea": ("two", "three")}


def test_two_kinds_of_sessions_of_a_symposium_are_two_tracks() -> None:
    sessions = {slug: session(chairs=["ada"] if slug in ("c", "d") else []) for slug in "abcd"}
    found = posed(sessions=sessions, items={slug: talk(slug) for slug in "abcd"} | {"new": talk(None)})
    assert found.names.tracks == {"a": ("a", "b"), "c": ("c", "d")}
    assert {track.name: track.most_cells for track in found.problem.tracks} == {"a": 2, "c": 2}
    assert [one.code for one in found.findings] == ["plan.item-of-no-session"]


def test_a_session_in_which_nothing_takes_time_stays() -> None:
    sessions = {"leaves": session(), "bells": session(block="morning", room="hall")}
    found = posed(sessions=sessions, items={"green": talk(), "bell": talk("bells", minutes=0)})
    assert (found.names.tracks, found.problem.closed) == ({"leaves": ("leaves",)}, {("morning", "hall")})


def test_sessions_begin_with_their_block_and_have_no_gaps() -> None:
    assert posed(**TEA).problem.unbroken


def test_what_has_no_session_goes_to_those_of_its_symposium_that_have_no_title() -> None:
    sessions = {"one": session(), "two": session(), "titled": session("Cups")}
    items = {"green": talk("one"), "cup": talk("titled"), "new": talk(None)}
    problem = posed(sessions=sessions, items=items).problem
    assert {one.name: one.track for one in problem.talks} == {"green": "tea", "new": "tea", "cup": "titled"}


def test_what_cannot_be_planned_is_left_out_and_told() -> None:
    items = {
        "green": talk(),
        "of-two": talk(None, symposium="cake"),
        "endless": talk(None, minutes=0),
        "withdrawn": talk(None, status="withdrawn"),
    }
    sessions = {"leaves": session(), "cream": session("Cream", "cake"), "crumbs": session("Crumbs", "cake")}
    found = posed(sessions=sessions, items=items | {"a": talk("cream"), "b": talk("crumbs")})
    assert [(one.code, one.place, one.severity) for one in found.findings] == [
        ("plan.item-of-no-session", ("items", "of-two"), "warning"),
        ("plan.no-minutes", ("items", "endless"), "warning"),
    ]
    assert set(found.names.talks) == {"green", "a", "b"}


def test_what_takes_no_time_goes_with_the_item_before_it() -> None:
    items = {
        "bell": talk(minutes=0, order=0),
        "green": talk(order=1),
        "applause": talk(minutes=0, order=2),
        "black": talk(order=3),
    }
    found = posed(sessions={"leaves": session("Leaves")}, items=items)
    assert found.names.talks == {"green": ("bell", "green", "applause"), "black": ("black",)}
    solution = at(found, black=("morning", "hall", 0), green=("morning", "hall", 1))
    rows = timetable(applied(found.week, found.read(solution))).placements
    assert [one.item for one in rows] == ["black", "bell", "green", "applause"]


def test_what_does_not_take_place_keeps_its_minutes_in_its_session_and_needs_nobody() -> None:
    items = {"green": talk(), "off": talk(status="cancelled", speakers=speaking("ada"))}
    problem = posed(sessions={"leaves": session("Leaves")}, items=items, people={"ada": {}}).problem
    assert [(one.name, one.slots, one.presenters) for one in problem.talks] == [("green", 1, set()), ("off", 1, set())]


def test_a_session_of_which_nothing_takes_place_is_not_planned_and_closes_no_room() -> None:
    sessions = {"leaves": session(), "off": session("Off", block="morning", room="hall")}
    found = posed(sessions=sessions, items={"green": talk(), "old": talk("off", status="cancelled")})
    assert (set(found.names.tracks), found.problem.closed) == ({"leaves"}, frozenset())


def test_of_one_symposium_alone_the_others_stay() -> None:
    sessions = {"leaves": session(), "cream": session(None, "cake", block="morning", room="attic")}
    items = {"green": talk(), "layers": talk("cream", symposium="cake"), "later": talk(None, symposium="cake")}
    found = posed(only="tea", sessions=sessions, items=items)
    assert (set(found.names.talks), found.problem.closed, found.findings) == ({"green"}, {("morning", "attic")}, ())
    assert codes(only="coffee", **TEA) == [("plan.unknown-symposium", ())]


def test_with_what_has_a_place_kept_only_the_rest_is_planned() -> None:
    sessions = {"leaves": session(block="morning", room="hall"), "cream": session("Cream", "cake", block="morning")}
    items = {"green": talk(order=1), "black": talk(order=2), "new": talk(None), "layers": talk("cream")}
    problem = posed(keep=True, sessions=sessions, items=items).problem
    assert {one.name: one.pinned for one in problem.talks} == {
        "green": Pin("morning", "hall", 0),
        "black": Pin("morning", "hall", 1),
        "new": None,
        "layers": None,
    }


def test_what_was_kept_and_needs_nothing_more_is_not_even_asked_for() -> None:
    sessions = {"leaves": session("Leaves", block="morning", room="hall"), "cream": session("Cream", "cake")}
    problem = posed(keep=True, sessions=sessions, items={"green": talk(), "layers": talk("cream")}).problem
    assert ([one.name for one in problem.talks], problem.closed) == (["layers"], {("morning", "hall")})


def test_what_is_kept_stands_where_it_is_although_room_and_chair_are_taken() -> None:
    sessions = {
        "leaves": session("Leaves", block="morning", room="hall", chairs=["ada"]),
        "show": session("Show", None, start="2021-09-29T12:05[Asia/Tokyo]", room="hall"),
        "talks": session("Talks", None, start="2021-09-29T11:00[Asia/Tokyo]", chairs=["ada"], minutes=10),
    }
    items = {"green": talk(), "new": talk(None), "dance": talk("show"), "word": talk("talks")}
    problem = posed(keep=True, sessions=sessions, items=items, people={"ada": {}}, wishes={"changeover": 10}).problem
    assert problem.talk["green"].pinned == Pin("morning", "hall", 0)
    assert (problem.closed, problem.track["leaves"].barred_blocks) == (frozenset(), frozenset())


def test_a_session_that_runs_over_its_block_stays_as_it_is_or_is_planned_anew() -> None:
    sessions = {"leaves": session("Leaves", block="morning", room="hall"), "layers": session("Layers", "cake")}
    items = {"green": talk(order=1, minutes=90), "black": talk(order=2, minutes=60), "cream": talk("layers")}
    kept = posed(keep=True, sessions=sessions, items=items | {"new": talk(None)})
    assert set(kept.names.talks) == {"cream"}
    del items["cream"]
    items["black"] = talk("more", minutes=60)
    items["white"] = talk("more", minutes=90, order=1)
    sessions = {"leaves": session(block="morning", room="hall"), "more": session(block="afternoon", room="hall")}
    sessions["spare"] = session()
    problem = posed(sessions=sessions, items=items | {"cup": talk()}).problem
    stood = {one.name: one.former and one.former.first for one in problem.talks}
    assert stood == {"cup": 0, "green": 1, "black": 0, "white": None}


def test_a_session_keeps_the_place_that_it_had_among_those_that_may_take_it() -> None:
    sessions = {"one": session(block="afternoon", room="hall"), "two": session()}
    found = posed(sessions=sessions, items={"green": talk("one"), "black": talk("two"), "new": talk(None)})
    solution = at(found, black=("morning", "hall", 0), green=("afternoon", "hall", 0), new=("afternoon", "hall", 1))
    assert found.read(solution) == {
        ("sessions", "two", "block"): "morning",
        ("sessions", "two", "room"): "hall",
        ("items", "green", "order"): 1,
        ("items", "new", "session"): "one",
        ("items", "new", "order"): 2,
    }


def test_items_in_the_order_that_they_have_keep_their_numbers() -> None:
    sessions = {"leaves": session("Leaves", block="morning", room="hall")}
    found = posed(sessions=sessions, items={"green": talk(order=3), "black": talk(order=7)})
    assert found.read(at(found, green=("morning", "hall", 0), black=("morning", "hall", 1))) == {}


def test_a_session_that_is_not_needed_gives_its_place_back() -> None:
    sessions = {"one": session(block="morning", room="hall"), "two": session(block="afternoon", room="hall")}
    found = posed(sessions=sessions, items={"green": talk("one"), "black": talk("two")})
    changes = found.read(at(found, green=("morning", "hall", 0), black=("morning", "hall", 1)))
    assert changes["sessions", "two", "block"] is None
    assert changes["sessions", "two", "room"] is None


def test_without_anything_to_plan_blocks_or_rooms_the_week_is_refused() -> None:
    assert codes(sessions={"leaves": session(pinned=True)}, items={"green": talk()}) == [("plan.nothing-to-plan", ())]
    kept = {"sessions": {"leaves": session(block="morning", room="hall")}, "items": {"green": talk()}}
    assert codes(**kept, keep=True) == [("plan.nothing-left", ())]
    assert codes(**TEA, blocks={}, rooms={}) == [("plan.no-blocks", ("blocks",)), ("plan.no-rooms", ("rooms",))]


def test_everything_that_is_too_long_is_told_at_once() -> None:
    items = {"green": talk(minutes=150), "black": talk(minutes=110), "more": talk("short", minutes=60)}
    sessions = {"leaves": session("Leaves"), "short": session("Short")}
    rooms = {"hall": {"name": {"en": "Hall"}}}
    assert codes(sessions=sessions, items=items, rooms=rooms) == [
        ("plan.item-too-long", ("items", "green")),
        ("plan.too-long-for-its-session", ("sessions", "leaves")),
        ("plan.too-little-time", ()),
    ]


def test_time_that_is_taken_is_not_counted() -> None:
    sessions = {"leaves": session("Leaves"), "more": session("More")}
    sessions["show"] = session("Show", None, start="2021-09-29T10:00[Asia/Tokyo]", room="hall")
    items = {"green": talk(minutes=120), "black": talk("more", minutes=30), "dance": talk("show")}
    rooms = {"hall": {"name": {"en": "Hall"}}}
    assert codes(sessions=sessions, items=items, rooms=rooms) == [("plan.too-little-time", ())]


def test_a_fixed_start_near_the_end_of_a_block_is_told() -> None:
    items = {"green": talk(starts="2021-09-29T11:45[Asia/Tokyo]")}
    assert codes(sessions=TEA["sessions"], items=items) == [("plan.pinned-outside", ("items", "green", "starts"))]


def test_wishes_that_ask_for_a_circle_are_told_of_an_item() -> None:
    wishes = {"precedence": [{"first": "green", "then": "black"}, {"first": "black", "then": "green"}]}
    items = {"green": talk(), "black": talk()}
    assert codes(sessions=TEA["sessions"], items=items, wishes=wishes) == [("plan.circle", ("items", "green"))]


def test_no_item_can_come_before_itself_or_before_the_talk_that_it_stays_behind() -> None:
    itself = {"precedence": [{"first": "green", "then": "green"}]}
    assert codes(**TEA, wishes=itself) == [("plan.circle", ("wishes", "precedence", 0))]
    items = {"green": talk(order=1), "photograph": talk(minutes=0, order=2)}
    behind, before = {"first": "green", "then": "photograph"}, {"first": "photograph", "then": "green"}
    wishes = {"precedence": [behind, before]}
    assert codes(sessions=TEA["sessions"], items=items, wishes=wishes) == [("plan.circle", ("wishes", "precedence", 1))]


def test_the_week_given_is_left_as_it_was() -> None:
    given = week(**TEA)
    found = pose(given)
    applied(given, found.read(at(found, green=("morning", "hall", 0))))
    assert given == week(**TEA)
