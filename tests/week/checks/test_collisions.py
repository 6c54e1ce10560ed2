"""Nothing and nobody is in two places at once."""

import pytest
from tests.week.building import item, person, session, week
from tests.week.checks.finding import found, told

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
