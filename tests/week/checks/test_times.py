"""Times that cannot be, and those that are hard on somebody."""

import pytest
from tests.week.building import institution, item, person, session, week
from tests.week.checks.finding import found, told


def test_a_time_that_the_clocks_jump_over_does_not_exist() -> None:
    given = week(sessions={"opening": session("2021-03-28T02:30", "Europe/Berlin")}, days=["2021-03-28"])
    assert told(given, "clock") == [("clock.missing", "error", "sessions/opening/start")]


def test_a_time_that_the_clocks_show_twice_is_doubtful_until_an_offset_settles_it() -> None:
    twice = {"a": session("2021-10-31T02:30", "Europe/Berlin"), "b": session("2021-10-31T02:30+01:00", "Europe/Berlin")}
    given = week(sessions=twice, days=["2021-10-31"])
    assert told(given, "clock") == [("clock.twice", "warning", "sessions/a/start")]


def pinned(at: str, **before: object) -> list[tuple[str, str, str]]:
    items = {"first": item(**before), "second": item(order=2, starts=f"2021-09-29T{at}[Asia/Tokyo]")}
    return told(week(sessions={"opening": session()}, items=items), "item.starts")


def test_an_item_cannot_start_while_its_predecessor_runs() -> None:
    assert pinned("15:09") == [("item.starts-too-early", "error", "items/second/starts")]


def test_an_item_may_start_when_its_predecessor_ends_or_after_a_gap() -> None:
    assert pinned("15:10") == pinned("15:40") == []


def test_an_item_may_take_the_time_of_one_that_does_not_take_place() -> None:
    assert pinned("15:00", status="cancelled") == []


def test_an_item_cannot_start_before_its_session() -> None:
    given = week(sessions={"opening": session()}, items={"talk": item(starts="2021-09-29T14:59[Asia/Tokyo]")})
    assert told(given, "item.starts") == [("item.starts-too-early", "error", "items/talk/starts")]


BLOCK = {"afternoon": {"start": "2021-09-29T15:00[Asia/Tokyo]", "slots": 2, "slot_minutes": 30}}


@pytest.mark.parametrize(
    ("start", "minutes", "outside"),
    [("15:00", 60, False), ("15:00", 61, True), ("14:59", 10, True), ("15:30", 30, False), ("15:31", 30, True)],
)
def test_a_session_stays_within_its_block(start: str, minutes: int, outside: bool) -> None:
    given = week(blocks=BLOCK, sessions={"s": session(f"2021-09-29T{start}", block="afternoon", minutes=minutes)})
    assert told(given, "session") == [("session.outside-block", "error", "sessions/s")] * outside


def test_the_items_of_a_session_cannot_need_more_than_it_has() -> None:
    given = week(sessions={"opening": session(minutes=15)}, items={"a": item(), "b": item(order=2)})
    (finding,) = found(given, "session")
    assert (finding.code, finding.place) == ("session.items-too-long", ("sessions", "opening", "minutes"))
    assert (finding.values["value"], finding.values["expected"]) == (20, 15)


def test_a_session_falls_on_a_day_of_the_week_on_the_hosts_clock() -> None:
    days = {
        "in": session("2021-09-29T00:10"),
        "out": session("2021-10-01T00:00"),
        "far": session("2021-09-30T15:00", "UTC"),
    }
    assert told(week(sessions=days), "session") == [
        ("session.outside-days", "error", "sessions/out"),
        ("session.outside-days", "error", "sessions/far"),
    ]


def test_rehearsals_may_be_on_any_day() -> None:
    given = week(sessions={"trial": session("2021-09-20T10:00")}, items={"sound": item("trial", kind="rehearsal")})
    assert told(given, "session") == []


def test_an_item_that_runs_on_into_a_day_that_is_none_of_the_weeks_is_doubtful() -> None:
    given = week(sessions={"late": session("2021-09-30T23:50")}, items={"a": item("late"), "b": item("late", order=2)})
    assert told(given, "item.outside") == [("item.outside-days", "warning", "items/b")]


def asleep(start: str, minutes: int = 10, **keys: object) -> list[str]:
    """Whether someone in Moscow (UTC+3) has to be there at night when a talk is at a time in Tokyo (UTC+9)."""
    given = week(
        institutions={"moscow": institution("Moscow", "Europe/Moscow")},
        people={"ivan": person("Ivan", positions={"rector": {"title": {"en": "Rector"}, "institution": "moscow"}})},
        sessions={"opening": session(f"2021-09-29T{start}")},
        items={"talk": item(minutes=minutes, speakers=[{"person": "ivan", "position": "rector"}], **keys)},
    )
    return [str(finding.values["at"]) for finding in found(given, "time.night")]


def test_a_speaker_is_woken_between_eleven_and_six_on_their_own_clock() -> None:
    assert asleep("11:59") == ["2021-09-29 05:59:00+03:00"]
    assert asleep("12:00") == []
    assert asleep("04:50") == []
    assert asleep("05:00") == ["2021-09-28 23:00:00+03:00"]
    assert asleep("04:50", minutes=11) == ["2021-09-28 22:50:00+03:00"]


def test_a_recorded_speech_costs_nobody_a_night() -> None:
    assert asleep("11:00", delivery="recorded") == []


def test_a_persons_own_zone_goes_before_that_of_the_institution() -> None:
    at_home = {"title": {"en": "Rector"}, "institution": "moscow"}
    given = week(
        institutions={"moscow": institution("Moscow", "Europe/Moscow")},
        people={"ivan": person(zone="Asia/Tokyo", positions={"a": at_home}), "olga": person(positions={"a": at_home})},
        sessions={"opening": session("2021-09-29T11:00", chairs=["ivan", "olga"], minutes=30)},
    )
    assert told(given, "time.night") == [("time.night", "warning", "sessions/opening/chairs/1")]


def test_nothing_is_said_of_someone_whose_clock_is_unknown() -> None:
    given = week(people={"ada": person()}, sessions={"opening": session("2021-09-29T03:00", chairs=["ada"])})
    assert told(given, "time.night") == []
