"""Moments and days lie where every clock of the world has a date for them."""

import pytest
from tests.week.building import session, week

from kakehashi.week import Moment


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_no_moment_lies_at_the_edge_of_the_calendar(day: str) -> None:
    with pytest.raises(ValueError, match=day):
        Moment.parse(f"{day}T00:00[Asia/Tokyo]")
    with pytest.raises(ValueError, match="start"):
        week(sessions={"opening": session(f"{day}T00:00")})


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_no_day_lies_at_the_edge_of_the_calendar(day: str) -> None:
    with pytest.raises(ValueError, match="days"):
        week(days=[day])


@pytest.mark.parametrize(
    ("wall", "zone", "fault", "instant"),
    [
        ("2021-03-28T01:59", "Europe/Berlin", None, "2021-03-28T00:59"),
        ("2021-03-28T02:00", "Europe/Berlin", "missing", "2021-03-28T01:00"),
        ("2021-03-28T02:59", "Europe/Berlin", "missing", "2021-03-28T01:59"),
        ("2021-03-28T03:00", "Europe/Berlin", None, "2021-03-28T01:00"),
        ("2021-10-31T01:59", "Europe/Berlin", None, "2021-10-30T23:59"),
        ("2021-10-31T02:00", "Europe/Berlin", "twice", "2021-10-31T00:00"),
        ("2021-10-31T02:59", "Europe/Berlin", "twice", "2021-10-31T00:59"),
        ("2021-10-31T03:00", "Europe/Berlin", None, "2021-10-31T02:00"),
        ("2021-03-14T02:30", "America/New_York", "missing", "2021-03-14T07:30"),
        ("2021-11-07T01:30", "America/New_York", "twice", "2021-11-07T05:30"),
        ("2021-11-07T02:00", "America/New_York", None, "2021-11-07T07:00"),
        ("2021-10-03T02:15", "Australia/Lord_Howe", "missing", "2021-10-02T15:45"),
        ("2021-10-03T02:30", "Australia/Lord_Howe", None, "2021-10-02T15:30"),
        ("2021-04-04T01:29", "Australia/Lord_Howe", None, "2021-04-03T14:29"),
        ("2021-04-04T01:30", "Australia/Lord_Howe", "twice", "2021-04-03T14:30"),
        ("2021-04-04T02:00", "Australia/Lord_Howe", None, "2021-04-03T15:30"),
        ("2021-03-28T02:30", "Asia/Kolkata", None, "2021-03-27T21:00"),
        ("2011-12-29T23:59", "Pacific/Apia", None, "2011-12-30T09:59"),
        ("2011-12-30T00:00", "Pacific/Apia", "missing", "2011-12-30T10:00"),
        ("2011-12-30T23:59", "Pacific/Apia", "missing", "2011-12-31T09:59"),
        ("2011-12-31T00:00", "Pacific/Apia", None, "2011-12-30T10:00"),
    ],
)
def test_a_wall_time_is_one_moment_or_none_or_two(wall: str, zone: str, fault: str | None, instant: str) -> None:
    moment = Moment.parse(f"{wall}[{zone}]")
    assert (moment.fault, f"{moment.instant:%Y-%m-%dT%H:%M}") == (fault, instant)


@pytest.mark.parametrize(
    ("written", "fault", "instant"),
    [
        ("2021-10-31T02:30+02:00[Europe/Berlin]", None, "2021-10-31T00:30"),
        ("2021-10-31T02:30+01:00[Europe/Berlin]", None, "2021-10-31T01:30"),
        ("2021-10-31T02:30+00:00[Europe/Berlin]", "offset", "2021-10-31T02:30"),
        ("2021-03-28T02:30+01:00[Europe/Berlin]", "missing", "2021-03-28T01:30"),
        ("2021-06-01T15:00+02:00[Europe/Berlin]", None, "2021-06-01T13:00"),
        ("2021-06-01T15:00+01:00[Europe/Berlin]", "offset", "2021-06-01T14:00"),
        ("2021-04-04T01:45+10:30[Australia/Lord_Howe]", None, "2021-04-03T15:15"),
        ("2021-06-01T15:00+05:30[Asia/Kolkata]", None, "2021-06-01T09:30"),
        ("2021-06-01T15:00+05:00[Asia/Kolkata]", "offset", "2021-06-01T10:00"),
        ("2021-06-01T15:00-03:30[America/St_Johns]", "offset", "2021-06-01T18:30"),
        ("2021-06-01T15:00-02:30[America/St_Johns]", None, "2021-06-01T17:30"),
    ],
)
def test_an_offset_settles_which_moment_is_meant_or_is_wrong(written: str, fault: str | None, instant: str) -> None:
    moment = Moment.parse(written)
    assert (moment.fault, f"{moment.instant:%Y-%m-%dT%H:%M}", str(moment)) == (fault, instant, written)


@pytest.mark.parametrize(
    "written",
    [
        "2021-09-29 15:00[Asia/Tokyo]",
        "2021-09-29T15:00",
        "2021-09-29T15:00Z[Asia/Tokyo]",
        "2021-09-29T15:00:00[Asia/Tokyo]",
        "2021-02-29T15:00[Asia/Tokyo]",
        "2021-09-29T24:00[Asia/Tokyo]",
        "2021-09-29T15:00[]",
        "2021-09-29T15:00[Asia/Tokyo]\n",
        "２０２１-09-29T15:00[Asia/Tokyo]",
        "",
    ],
)
def test_what_is_written_otherwise_is_no_moment(written: str) -> None:
    with pytest.raises(ValueError):
        Moment.parse(written)


def test_a_zone_that_nobody_knows_is_another_fault_than_a_wrong_form() -> None:
    with pytest.raises(LookupError):
        Moment.parse("2021-09-29T15:00[Asia/Kanazawa]")
