"""Nothing and nobody is in two places at once."""

from typing import Any

import pytest
from tests.week.building import item, person, session, week
from tests.week.checks.finding import found, told

from kakehashi.week.items import SpeakerRole

HALL = {"hall": {"name": {"en": "Hall"}}}


def test_sessions_that_overlap_in_one_room_are_an_error() -> None:
    given = week(
        rooms=HALL,
        sessions={
            "first": session("2021-09-29T15:00", room="hall", minutes=60),
            "second": session("2021-09-29T15:59", room="hall", minutes=60),
        },
    )
    (finding,) = found(given, "collision")
    assert (finding.code, finding.severity, finding.place) == ("collision.room", "error", ("sessions", "second"))
    assert {**finding.values} == {
        "room": {"en": "Hall"},
        "session": {"en": "A session"},
        "other": {"en": "A session"},
        "at": finding.values["at"],
    }
    assert str(finding.values["at"]) == "2021-09-29 15:59:00+09:00"


def test_a_long_session_collides_with_every_one_that_it_covers() -> None:
    times = {"b": "2021-09-29T11:00", "c": "2021-09-29T12:00"}
    short = {slug: session(start, room="hall", minutes=10) for slug, start in times.items()}
    given = week(rooms=HALL, sessions={"a": session("2021-09-29T10:00", room="hall", minutes=600), **short})
    assert told(given, "collision") == [
        ("collision.room", "error", "sessions/b"),
        ("collision.room", "error", "sessions/c"),
    ]


def test_sessions_may_follow_one_another_or_have_no_room() -> None:
    given = week(
        rooms=HALL,
        sessions={
            "first": session("2021-09-29T15:00", room="hall", minutes=60),
            "second": session("2021-09-29T16:00", room="hall", minutes=60),
            "third": session("2021-09-29T15:00", minutes=60),
            "fourth": session("2021-09-29T15:00", minutes=60),
        },
    )
    assert told(given, "collision") == []


def test_a_room_that_changes_over_too_fast_is_a_warning() -> None:
    given = week(
        rooms=HALL,
        wishes={"changeover": 15},
        sessions={
            "first": session("2021-09-29T15:00", room="hall", minutes=50),
            "second": session("2021-09-29T16:00", room="hall", minutes=45),
            "third": session("2021-09-29T17:00", room="hall"),
        },
    )
    (finding,) = found(given, "collision")
    assert (finding.code, finding.severity, finding.values["gap"]) == ("collision.changeover", "warning", 10)


def two_talks(speaker: dict[str, str], **keys: str) -> list[tuple[str, str, str]]:
    given = week(
        people={"ada": person(), "carl": person("Carl")},
        sessions={"east": session(), "west": session()},
        items={
            "here": item("east", speakers=[{"person": "ada"}]),
            "there": item("west", speakers=[speaker], **keys),
        },
    )
    return told(given, "collision")


def test_someone_who_speaks_in_two_sessions_at_once_is_an_error() -> None:
    assert two_talks({"person": "ada"}) == [("collision.person", "error", "items/there/speakers/0")]


@pytest.mark.parametrize("role", ["co-author", "supervisor"])
def test_who_need_not_be_there_may_be_elsewhere(role: str) -> None:
    assert two_talks({"person": "ada", "role": role}) == []


@pytest.mark.parametrize("keys", [{"delivery": "recorded"}, {"status": "cancelled"}, {"status": "postponed"}])
def test_what_is_recorded_or_does_not_take_place_needs_nobody(keys: dict[str, str]) -> None:
    assert two_talks({"person": "ada"}, **keys) == []


def test_what_another_reads_out_needs_its_reader_and_not_its_author() -> None:
    speakers = [{"person": "carl"}, {"person": "ada", "role": "reader"}]
    given = week(
        people={"ada": person(), "carl": person("Carl")},
        sessions={"east": session(), "west": session()},
        items={
            "here": item("east", speakers=[{"person": "ada"}, {"person": "carl"}]),
            "there": item("west", speakers=speakers, delivery="read-out"),
        },
    )
    assert told(given, "collision") == [("collision.person", "error", "items/there/speakers/1")]


def test_chairs_and_interpreters_have_to_be_in_their_session_all_the_time() -> None:
    interpreting = [{"source": "ja", "target": "en", "interpreter": "carl"}]
    given = week(
        people={"ada": person(), "carl": person("Carl")},
        sessions={
            "east": session(chairs=["ada"], moderators=["ada"], interpreting=interpreting, minutes=60),
            "west": session("2021-09-29T15:50", minutes=60),
        },
        items={
            "own": item("east", speakers=[{"person": "ada"}]),
            "there": item("west", speakers=[{"person": "ada"}, {"person": "carl"}]),
            "after": item("west", order=2, speakers=[{"person": "ada"}]),
        },
    )
    assert told(given, "collision") == [
        ("collision.person", "error", "items/there/speakers/0"),
        ("collision.person", "error", "items/there/speakers/1"),
    ]


def at(start: str, minutes: int | None = None, **keys: Any) -> dict[str, Any]:
    return session(f"2021-09-29T{start}", minutes=minutes, **keys)


@pytest.mark.parametrize(
    ("first", "second", "collide"),
    [
        (("15:00", 60), ("16:00", 60), False),
        (("15:00", 60), ("15:59", 60), True),
        (("15:00", 60), ("14:00", 60), False),
        (("15:00", 60), ("15:00", 60), True),
        (("15:00", 60), ("15:00", 0), True),
        (("15:00", 60), ("15:30", 0), True),
        (("15:00", 60), ("16:00", 0), False),
        (("15:00", 0), ("15:00", 0), False),
        (("23:30", 60), ("23:59", 5), True),
        (("23:30", 31), ("23:59", 5), True),
    ],
)
def test_two_sessions_share_a_room_when_neither_has_begun_before_the_other_ended(
    first: tuple[str, int], second: tuple[str, int], collide: bool
) -> None:
    given = {"a": at(*first, room="hall"), "b": at(*second, room="hall")}
    turned = dict(reversed(given.items()))
    codes = [[finding.code for finding in found(week(rooms=HALL, sessions=s), "collision")] for s in (given, turned)]
    assert codes == [["collision.room"] * collide] * 2


def test_a_session_over_midnight_keeps_its_room() -> None:
    sessions = {"late": at("23:30", 60, room="hall"), "early": session("2021-09-30T00:29", room="hall", minutes=5)}
    assert told(week(rooms=HALL, sessions=sessions), "collision") == [("collision.room", "error", "sessions/early")]
    sessions["early"] = session("2021-09-30T00:30", room="hall", minutes=5)
    assert told(week(rooms=HALL, sessions=sessions), "collision") == []


def test_an_hour_that_exists_twice_has_room_for_two_sessions() -> None:
    once, again = (
        session(f"2021-10-31T02:00{offset}", "Europe/Berlin", room="hall", minutes=60)
        for offset in ("+02:00", "+01:00")
    )
    given = week(zone="Europe/Berlin", days=["2021-10-31"], rooms=HALL, sessions={"once": once, "again": again})
    assert told(given, "collision") == []


@pytest.mark.parametrize(("gap", "told_of"), [(0, True), (14, True), (15, False)])
def test_a_changeover_is_long_enough_or_not(gap: int, told_of: bool) -> None:
    sessions = {"a": at("15:00", 60, room="hall"), "b": at(f"16:{gap:02}", 10, room="hall")}
    expected = [("collision.changeover", "warning", "sessions/b")] * told_of
    assert told(week(rooms=HALL, wishes={"changeover": 15}, sessions=sessions), "collision") == expected


@pytest.mark.parametrize(("status", "collide"), [("confirmed", True), ("tentative", True), ("withdrawn", False)])
def test_a_session_of_which_nothing_takes_place_leaves_its_room_and_its_chair_to_another(
    status: str, collide: bool
) -> None:
    given = week(
        rooms=HALL,
        people={"ada": person()},
        sessions={
            "east": at("15:00", 60, room="hall", chairs=["ada"]),
            "west": at("15:00", 60, room="hall", chairs=["ada"]),
        },
        items={"a": item("east", status=status), "b": item("east", order=2, status="cancelled"), "c": item("west")},
    )
    assert [one[0] for one in told(given, "collision")] == ["collision.room", "collision.person"] * collide


@pytest.mark.parametrize(
    ("start", "minutes", "collide"),
    [
        ("15:10", 10, False),
        ("15:09", 10, True),
        ("14:50", 10, False),
        ("14:50", 11, True),
        ("15:00", 0, True),
        ("15:05", 0, True),
        ("15:10", 0, False),
    ],
)
def test_someone_goes_from_one_session_to_the_next_without_a_pause(start: str, minutes: int, collide: bool) -> None:
    given = week(
        people={"ada": person()},
        sessions={"east": session(), "west": at(start)},
        items={
            "here": item("east", speakers=[{"person": "ada"}]),
            "there": item("west", minutes=minutes, speakers=[{"person": "ada"}]),
        },
    )
    assert [one[0] for one in told(given, "collision")] == ["collision.person"] * collide


def test_someone_may_do_two_things_in_one_session() -> None:
    speakers = [{"person": "ada"}, {"person": "ada", "role": "moderator"}]
    given = week(
        people={"ada": person()},
        sessions={"opening": session(chairs=["ada"], minutes=60)},
        items={"a": item(speakers=speakers), "b": item(order=2, speakers=speakers)},
    )
    assert told(given, "collision") == []


def test_it_is_told_as_what_somebody_has_to_be_in_each_place() -> None:
    interpreting = [{"source": "ja", "target": "en", "interpreter": "ada"}]
    given = week(
        people={"ada": person()},
        sessions={
            "east": session("2021-09-29T15:00", minutes=30, interpreting=interpreting),
            "west": session("2021-09-29T15:10", title={"en": "West"}),
        },
        items={"there": item("west", speakers=[{"person": "ada", "role": "reader"}])},
    )
    (finding,) = found(given, "collision.person")
    assert (finding.values["other_role"], finding.values["role"]) == ("interpreter", "reader")


def test_every_role_that_has_to_be_there_has_a_name() -> None:
    roles = [role for role in SpeakerRole if role.must_be_there]
    assert [role for role in roles if two_talks({"person": "ada", "role": role.value}) == []] == []
