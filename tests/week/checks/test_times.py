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


def asleep(start: str, minutes: int = 10, nights: tuple[str, ...] = (), **keys: object) -> list[str]:
    """Whether someone in Moscow (UTC+3) has to be there at night when a talk is at a time in Tokyo (UTC+9)."""
    given = week(
        institutions={"moscow": institution("Moscow", "Europe/Moscow")},
        people={"ivan": person("Ivan", positions={"rector": {"title": {"en": "Rector"}, "institution": "moscow"}})},
        sessions={"opening": session(f"2021-09-29T{start}")},
        items={"talk": item(minutes=minutes, speakers=[{"person": "ivan", "position": "rector"}], **keys)},
        wishes={"nights": nights},
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


def test_who_accepts_nights_is_not_woken() -> None:
    assert asleep("11:00", nights=("ivan",)) == asleep("11:00", nights=("moscow",)) == []


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


def test_an_offset_that_the_clocks_do_not_have_is_an_error_that_names_the_right_one() -> None:
    given = week(sessions={"opening": session("2021-09-29T15:00+01:00")})
    (finding,) = found(given, "clock")
    assert (finding.code, finding.severity, finding.place) == (
        "clock.offset",
        "error",
        ("sessions", "opening", "start"),
    )
    assert finding.values["expected"] == ("+09:00",)


def test_both_offsets_of_an_hour_that_exists_twice_are_named() -> None:
    given = week(sessions={"opening": session("2021-10-31T02:30+03:00", "Europe/Berlin")}, days=["2021-10-31"])
    (finding,) = found(given, "clock")
    assert (finding.code, finding.values["expected"]) == ("clock.offset", ("+02:00", "+01:00"))


@pytest.mark.parametrize(
    ("zone", "start", "minutes", "at_night"),
    [
        ("Asia/Tokyo", "2021-09-29T22:59", 1, False),
        ("Asia/Tokyo", "2021-09-29T22:59", 2, True),
        ("Asia/Tokyo", "2021-09-29T22:59", 0, False),
        ("Asia/Tokyo", "2021-09-29T23:00", 0, True),
        ("Asia/Tokyo", "2021-09-29T05:59", 0, True),
        ("Asia/Tokyo", "2021-09-29T06:00", 17 * 60, False),
        ("Asia/Tokyo", "2021-09-29T06:00", 17 * 60 + 1, True),
        ("Asia/Kolkata", "2021-09-29T09:29", 10, True),
        ("Asia/Kolkata", "2021-09-29T09:30", 10, False),
        ("Asia/Kathmandu", "2021-09-29T09:14", 10, True),
        ("Asia/Kathmandu", "2021-09-29T09:15", 10, False),
        # Berlin sleeps an hour less that night: 06:00 is 13:00 in Tokyo from then on, and was 14:00 the day before.
        ("Europe/Berlin", "2021-03-27T13:59", 10, True),
        ("Europe/Berlin", "2021-03-27T14:00", 10, False),
        ("Europe/Berlin", "2021-03-28T12:59", 10, True),
        ("Europe/Berlin", "2021-03-28T13:00", 10, False),
        ("Australia/Lord_Howe", "2021-10-02T21:29", 1, False),
        ("Australia/Lord_Howe", "2021-10-02T21:30", 1, True),
        # From that night on its clocks are half an hour further.
        ("Australia/Lord_Howe", "2021-10-03T20:59", 1, False),
        ("Australia/Lord_Howe", "2021-10-03T21:00", 1, True),
    ],
)
def test_the_night_of_a_speaker_is_that_of_their_own_clock(zone: str, start: str, minutes: int, at_night: bool) -> None:
    given = week(
        people={"ada": person(zone=zone)},
        sessions={"opening": session(start)},
        items={"talk": item(minutes=minutes, speakers=[{"person": "ada"}])},
    )
    assert told(given, "time.night") == [("time.night", "warning", "items/talk/speakers/0")] * at_night


def test_who_chairs_a_session_that_is_called_off_may_sleep() -> None:
    def chaired(status: str) -> list[tuple[str, str, str]]:
        given = week(
            people={"ada": person(zone="Asia/Tokyo")},
            sessions={"opening": session("2021-09-29T04:00", chairs=["ada"], minutes=30)},
            items={"talk": item(status=status)},
        )
        return told(given, "time.night")

    assert chaired("tentative") == [("time.night", "warning", "sessions/opening/chairs/0")]
    assert chaired("cancelled") == []


@pytest.mark.parametrize(
    ("zone", "day", "start", "outside"),
    [
        ("Asia/Kolkata", "2021-09-29", "2021-09-28T18:30", False),
        ("Asia/Kolkata", "2021-09-29", "2021-09-28T18:29", True),
        ("Asia/Kolkata", "2021-09-29", "2021-09-29T18:29", False),
        ("Asia/Kolkata", "2021-09-29", "2021-09-29T18:30", True),
        ("Europe/Berlin", "2021-10-31", "2021-10-30T22:00", False),
        ("Europe/Berlin", "2021-10-31", "2021-10-30T21:59", True),
        ("Europe/Berlin", "2021-10-31", "2021-10-31T22:59", False),
        ("Europe/Berlin", "2021-10-31", "2021-10-31T23:00", True),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00", False),
        ("Pacific/Apia", "2011-12-29", "2011-12-30T09:59", False),
    ],
)
def test_a_day_is_as_long_as_the_hosts_clock_makes_it(zone: str, day: str, start: str, outside: bool) -> None:
    given = week(zone=zone, days=[day], sessions={"opening": session(start, "UTC")})
    assert told(given, "session") == [("session.outside-days", "error", "sessions/opening")] * outside


@pytest.mark.parametrize(("minutes", "outside"), [(240, False), (241, True)])
def test_a_block_over_a_night_in_which_clocks_go_back_has_its_full_length(minutes: int, outside: bool) -> None:
    block = {"start": "2021-10-31T01:00[Europe/Berlin]", "slots": 4, "slot_minutes": 60}
    given = week(
        zone="Europe/Berlin",
        days=["2021-10-31"],
        blocks={"night": block},
        sessions={"s": {"block": "night", "minutes": minutes}},
    )
    assert told(given, "session") == [("session.outside-block", "error", "sessions/s")] * outside


@pytest.mark.parametrize(("minutes", "too_long"), [(19, True), (20, False), (0, True)])
def test_a_session_is_as_long_as_its_items_or_longer(minutes: int, too_long: bool) -> None:
    given = week(sessions={"opening": session(minutes=minutes)}, items={"a": item(), "b": item(order=2)})
    assert told(given, "session") == [("session.items-too-long", "error", "sessions/opening/minutes")] * too_long


def test_a_gap_before_a_pinned_item_takes_of_the_sessions_time() -> None:
    late = item(order=2, starts="2021-09-29T15:21[Asia/Tokyo]")
    given = week(sessions={"opening": session(minutes=30)}, items={"a": item(), "b": late})
    assert told(given, "session") == [("session.items-too-long-by-start", "error", "items/b/starts")]


def waiting(until: str, minutes: int = 30, **keys: object) -> list[tuple[str, str, str]]:
    """What is told of three talks of ten minutes from 15:00, of which the second waits for its fixed start."""
    items = {"a": item(), "b": item(order=2, starts=f"2021-09-29T{until}[Asia/Tokyo]"), "c": item(order=3)}
    return told(week(blocks=BLOCK, sessions={"opening": session(minutes=minutes, **keys)}, items=items), "session")


def test_the_item_whose_fixed_start_pushes_the_rest_out_of_the_session_is_named() -> None:
    assert waiting("15:10") == []
    assert waiting("15:40") == [("session.items-too-long-by-start", "error", "items/b/starts")]


def test_the_item_whose_fixed_start_pushes_the_rest_out_of_the_block_is_named() -> None:
    assert waiting("15:40", 60, block="afternoon") == []
    items = {"a": item(), "b": item(order=2, starts="2021-09-29T15:41[Asia/Tokyo]"), "c": item(order=3)}
    (finding,) = found(week(blocks=BLOCK, sessions={"opening": session(block="afternoon")}, items=items), "session")
    assert (finding.code, finding.place) == ("session.outside-block-by-start", ("items", "b", "starts"))
    assert f"{finding.values['at']:%H:%M} {finding.values['end']:%H:%M}" == "15:41 16:01"


def test_a_fixed_start_is_not_to_blame_where_the_items_are_too_long_without_it() -> None:
    assert waiting("15:40", 29) == [("session.items-too-long", "error", "sessions/opening/minutes")]


def test_of_several_fixed_starts_the_one_that_is_waited_for_longest_is_named() -> None:
    starts = {"a": "15:05", "b": "15:40", "c": "15:55"}
    items = {
        slug: item(order=order, starts=f"2021-09-29T{at}[Asia/Tokyo]")
        for order, (slug, at) in enumerate(starts.items())
    }
    given = week(sessions={"opening": session(minutes=30)}, items=items)
    assert told(given, "session") == [("session.items-too-long-by-start", "error", "items/b/starts")]
