"""When people cannot be there, and rooms cannot be had."""

from typing import Any

import pytest
from tests.timetable.building import block, of, posed, session, speaking, talk

from kakehashi.planner import Problem

LEAVES = {"leaves": session()}
ADA = {"ada": of("tokyo")}


def barred(problem: Problem, name: str = "green") -> dict[str, list[int]]:
    """The slots that a talk must not fill, by block."""
    return {block: sorted(slots) for block, slots in problem.talk[name].barred_slots.items()}


def away(person: str, begins: str, until: str, **keys: Any) -> dict[str, Any]:
    moments = {"begins": f"2021-09-29T{begins}[Asia/Tokyo]", "until": f"2021-09-29T{until}[Asia/Tokyo]"}
    return {"availability": [{"person": person} | moments | keys]}


def test_nobody_speaks_while_away_and_half_a_slot_is_a_slot() -> None:
    items = {"green": talk(speakers=speaking("ada"))}
    wishes = away("ada", "11:15", "15:30")
    problem = posed(sessions=LEAVES, items=items, people=ADA, wishes=wishes).problem
    assert barred(problem) == {"morning": [2, 3], "afternoon": [0]}
    possible = away("ada", "11:15", "15:30", possible=True)
    assert barred(posed(sessions=LEAVES, items=items, people=ADA, wishes=possible).problem) == {}


def test_who_speaks_for_no_institution_sleeps_by_the_own_clock() -> None:
    items = {"green": talk(speakers=speaking("ada"))}
    found = posed(sessions=LEAVES, items=items, people={"ada": of(None, zone="Europe/Moscow")})
    assert (barred(found.problem), found.findings) == ({"morning": [0, 1, 2, 3]}, ())


@pytest.mark.parametrize(
    ("delivery", "speakers", "bars"),
    [
        ("live", speaking("ada", role="chair"), {"morning": [0, 1, 2, 3]}),
        ("live", speaking("ada", role="co-author"), {}),
        ("recorded", speaking("ada"), {}),
        ("read-out", [*speaking("ada"), *speaking("bob", role="reader")], {}),
        ("read-out", [*speaking("bob"), *speaking("ada", role="reader")], {"morning": [0, 1, 2, 3]}),
    ],
)
def test_who_need_not_be_there_may_be_away(delivery: str, speakers: Any, bars: dict[str, list[int]]) -> None:
    items = {"green": talk(delivery=delivery, speakers=speakers)}
    people = ADA | {"bob": of("tokyo")}
    wishes = away("ada", "09:00", "12:00")
    assert barred(posed(sessions=LEAVES, items=items, people=people, wishes=wishes).problem) == bars


def test_nobody_is_where_something_that_stays_needs_them() -> None:
    sessions = LEAVES | {
        "opening": session("Opening", None, start="2021-09-29T10:00[Asia/Tokyo]"),
        "closing": session("Closing", None, start="2021-09-29T16:30[Asia/Tokyo]", minutes=30, chairs=["ada"]),
    }
    items = {
        "green": talk(speakers=speaking("ada")),
        "welcome": talk("opening", minutes=20, speakers=speaking("ada")),
        "goodbye": talk("closing", minutes=10),
    }
    assert barred(posed(sessions=sessions, items=items, people=ADA).problem) == {"morning": [0], "afternoon": [3]}


def test_nobody_speaks_between_23_and_6_of_their_own_clock_unless_they_accept_it() -> None:
    items = {"green": talk(speakers=speaking("ada"))}
    # From 10:00 to 12:00 in Tokyo it is 20:00 to 22:00 of the day before in Lima, and 4:00 to 6:00 in Moscow.
    lima = posed(sessions=LEAVES, items=items, people={"ada": of("lima")})
    assert barred(lima.problem) == {"afternoon": [0, 1, 2, 3]}
    kazan = {"ada": of("kazan")}
    assert barred(posed(sessions=LEAVES, items=items, people=kazan).problem) == {"morning": [0, 1, 2, 3]}
    travelling = {"ada": of("kazan", zone="Asia/Tokyo")}
    assert barred(posed(sessions=LEAVES, items=items, people=travelling).problem) == {}
    for accepted in ("ada", "kazan"):
        wishes = {"nights": [accepted]}
        assert barred(posed(sessions=LEAVES, items=items, people=kazan, wishes=wishes).problem) == {}


def test_a_slot_that_is_night_in_part_is_night() -> None:
    items = {"green": talk(speakers=speaking("ada"))}
    blocks = {"late": block("2021-09-29T22:15")}
    assert barred(posed(blocks=blocks, sessions=LEAVES, items=items, people=ADA).problem) == {"late": [1, 2, 3]}


def test_nobody_speaks_on_a_holiday_of_their_institution_by_its_clock() -> None:
    wishes = {"holidays": [{"institution": "lima", "days": ["2021-09-28"]}], "nights": ["lima"]}
    items = {"green": talk(speakers=speaking("ada"))}
    problem = posed(sessions=LEAVES, items=items, people={"ada": of("lima")}, wishes=wishes).problem
    assert barred(problem) == {"morning": [0, 1, 2, 3]}


def test_a_break_for_lunch_is_at_noon_of_the_host() -> None:
    blocks = {"day": block("2021-09-29T10:00", slots=10)}
    items = {"green": talk(kind="break", minutes=60), "tea": talk(kind="break", minutes=30)}
    problem = posed(blocks=blocks, sessions=LEAVES, items=items).problem
    assert (barred(problem), barred(problem, "tea")) == ({"day": [0, 1, 9]}, {})


def test_a_block_over_midnight_has_no_lunch() -> None:
    items = {"green": talk(kind="break", minutes=60)}
    problem = posed(blocks={"night": block("2021-09-29T22:00", slots=8)}, sessions=LEAVES, items=items).problem
    assert barred(problem) == {"night": [0, 1, 2, 3]}


def test_what_follows_something_fixed_waits_for_its_end_and_what_it_follows_ends_before() -> None:
    sessions = LEAVES | {"signing": session("Signing", None, start="2021-09-29T11:00[Asia/Tokyo]")}
    items = {"green": talk(), "black": talk(), "deed": talk("signing")}
    wishes = {"precedence": [{"first": "deed", "then": "green"}, {"first": "black", "then": "deed"}]}
    problem = posed(sessions=sessions, items=items, wishes=wishes).problem
    assert barred(problem) == {"morning": [0, 1, 2]}
    assert barred(problem, "black") == {"morning": [2, 3], "afternoon": [0, 1, 2, 3]}


def test_what_must_not_run_at_once_with_something_fixed_does_not() -> None:
    sessions = LEAVES | {"signing": session("Signing", None, start="2021-09-29T11:00[Asia/Tokyo]")}
    items = {"green": talk(), "deed": talk("signing")}
    problem = posed(sessions=sessions, items=items, wishes={"apart": [["green", "deed"]]}).problem
    assert barred(problem) == {"morning": [2]}


@pytest.mark.parametrize(
    ("start", "closed"), [("12:00", set()), ("11:59", {"morning"}), ("12:14", {"morning"}), ("14:20", {"afternoon"})]
)
def test_a_fixed_session_closes_its_room_and_the_time_to_change_over(start: str, closed: set[str]) -> None:
    fixed = session("Opening", None, start=f"2021-09-29T{start}[Asia/Tokyo]", room="hall")
    items = {"green": talk(), "welcome": talk("opening")}
    wishes = {"changeover": 0 if start == "12:00" else 15}
    problem = posed(sessions=LEAVES | {"opening": fixed}, items=items, wishes=wishes).problem
    assert problem.closed == {(name, "hall") for name in closed}


def test_a_session_is_in_no_block_in_which_who_cares_for_it_is_away_or_which_is_too_short() -> None:
    blocks = {
        "short": block("2021-09-29T09:00", 1),
        "long": block("2021-09-29T10:00"),
        "late": block("2021-09-30T10:00"),
    }
    interpreting = [{"source": "en", "target": "ja", "interpreter": "ada"}]
    sessions = {"leaves": session("Leaves", interpreting=interpreting, minutes=60)}
    problem = posed(
        blocks=blocks, sessions=sessions, items={"green": talk()}, people=ADA, wishes=away("ada", "11:55", "15:00")
    ).problem
    assert problem.track["leaves"].barred_blocks == {"short", "long"}
    assert (problem.track["leaves"].chairs, problem.alone) == ({"ada"}, {"ada"})


def test_a_general_conference_closes_a_day() -> None:
    items = {"green": talk(kind="general-conference")}
    blocks = {"one": block("2021-09-29T10:00"), "two": block("2021-09-29T20:00"), "next": block("2021-09-30T10:00")}
    problem = posed(blocks=blocks, sessions=LEAVES, items=items).problem
    assert problem.talk["green"].barred_blocks == {"one"}


def test_what_is_pinned_to_its_start_is_there_whoever_is_away() -> None:
    items = {"green": talk(speakers=speaking("ada"), starts="2021-09-29T10:00[Asia/Tokyo]")}
    problem = posed(sessions=LEAVES, items=items, people=ADA, wishes=away("ada", "09:00", "18:00")).problem
    assert barred(problem) == {}
