"""Nobody has to be where a wish says that they cannot be."""

from typing import Any

import pytest
from tests.week.building import institution, item, person, session, week
from tests.week.checks.finding import found, told

from kakehashi.week import Week


def moment(time: str) -> str:
    return f"2021-09-29T{time}[Asia/Tokyo]"


def away(begins: str, until: str, **keys: Any) -> dict[str, Any]:
    return {"availability": [{"person": "ada", "begins": moment(begins), "until": moment(until)} | keys]}


def talking(wishes: dict[str, Any], **keys: Any) -> Week:
    """Ada of the Tea university speaks from 15:00 until 15:10 in Tokyo."""
    at_home = {"title": {"en": "Rector"}, "institution": "home"}
    return week(
        institutions={"home": institution(), "lima": institution("Lima", "America/Lima")},
        people={"ada": person(positions={"rector": at_home})},
        sessions={"opening": session()},
        items={"talk": item(**{"speakers": [{"person": "ada"}]} | keys)},
        wishes=wishes,
    )


@pytest.mark.parametrize(
    ("begins", "until", "hindered"),
    [
        ("14:00", "15:00", False),
        ("14:00", "15:01", True),
        ("15:09", "18:00", True),
        ("15:10", "18:00", False),
        ("15:03", "15:04", True),
    ],
)
def test_who_cannot_take_part_at_some_minute_of_a_talk_is_told_of(begins: str, until: str, hindered: bool) -> None:
    expected = [("wish.unavailable", "warning", "items/talk/speakers/0")] * hindered
    assert told(talking(away(begins, until)), "wish") == expected


@pytest.mark.parametrize(
    "keys",
    [
        {"status": "cancelled"},
        {"delivery": "recorded"},
        {"session": None},
        {"speakers": [{"person": "ada", "role": "co-author"}]},
    ],
)
def test_who_need_not_be_there_may_be_away(keys: dict[str, Any]) -> None:
    assert told(talking(away("09:00", "18:00"), **keys), "wish") == []


def test_a_stretch_that_ends_before_it_begins_is_an_error_where_it_is_written() -> None:
    times = [away("18:00", "14:00"), away("14:00", "14:00", possible=True), away("14:00", "14:01")]
    given = talking({"availability": [one for stretch in times for one in stretch["availability"]]})
    assert told(given, "wish") == [
        ("wish.ends-first", "error", "wishes/availability/0/until"),
        ("wish.ends-first", "error", "wishes/availability/1/until"),
    ]


def test_a_stretch_in_which_someone_can_take_part_hinders_nobody() -> None:
    assert told(talking(away("09:00", "18:00", possible=True)), "wish") == []


def test_a_talk_without_length_needs_its_speaker_all_the_same() -> None:
    assert len(told(talking(away("15:00", "15:30"), minutes=0), "wish")) == 1
    assert told(talking(away("14:30", "15:00"), minutes=0), "wish") == []


def test_it_is_told_when_they_are_away_and_when_they_are_needed() -> None:
    (finding,) = found(talking(away("14:00", "18:00")), "wish")
    times = {key: f"{finding.values[key]:%H:%M}" for key in ("begins", "until", "at")}
    assert times == {"begins": "14:00", "until": "18:00", "at": "15:00"}
    assert (finding.values["person"], finding.values["what"]) == ({"en": "Ada"}, {"en": "A talk"})


def test_chairs_and_interpreters_can_be_away_too() -> None:
    given = week(
        people={"ada": person()},
        sessions={
            "one": session(minutes=30, chairs=["ada"]),
            "two": session("2021-09-29T16:00", minutes=30)
            | {"interpreting": [{"source": "ja", "target": "en", "interpreter": "ada"}]},
        },
        wishes=away("15:00", "18:00"),
    )
    assert [place for _, _, place in told(given, "wish")] == [
        "sessions/one/chairs/0",
        "sessions/two/interpreting/0/interpreter",
    ]


def holiday(of: str, day: str) -> dict[str, Any]:
    return {"holidays": [{"institution": of, "days": [day]}]}


def test_a_holiday_of_the_institution_that_someone_acts_for_is_told_of() -> None:
    given = talking(holiday("home", "2021-09-29"))
    assert told(given, "wish") == [("wish.holiday", "warning", "items/talk/speakers/0")]
    assert told(talking(holiday("lima", "2021-09-29")), "wish") == []


@pytest.mark.parametrize(("start", "free"), [("13:59", "2021-09-28"), ("14:00", "2021-09-29")])
def test_the_day_of_a_holiday_is_that_of_the_institution_s_own_clock(start: str, free: str) -> None:
    in_lima = {"title": {"en": "Rector"}, "institution": "lima"}
    given = week(
        institutions={"lima": institution("Lima", "America/Lima")},
        people={"ines": person("Ines", positions={"rector": in_lima})},
        sessions={"opening": session(f"2021-09-29T{start}")},
        items={"talk": item(speakers=[{"person": "ines"}])},
        wishes=holiday("lima", free),
    )
    assert len(told(given, "wish.holiday")) == 1
