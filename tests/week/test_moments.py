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
