"""A single clock beside the host's."""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.site.reading import PARTS, a_site, reader
from tests.week.building import institution

from kakehashi.site.shown.clocks import changes_in_week, figure, from_host, offsets_in_week, own_clock

AT = datetime(2021, 9, 29, 3, tzinfo=UTC)
SPRING: dict[str, Any] = {
    "days": ["2022-03-26", "2022-03-27"],
    "institutions": PARTS["institutions"] | {"far": institution("Berlin university", "Europe/Berlin")},
    "sessions": {},
    "items": {},
}


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("Europe/Moscow", "+3"), ("Asia/Kolkata", "+5:30"), ("America/Lima", "\N{MINUS SIGN}5"), ("UTC", "±0")],
)
def test_the_figure_is_the_distance_from_utc(zone: str, shown: str) -> None:
    assert figure(reader(a_site()), zone, AT) == shown


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Asia/Irkutsk", "1 hour behind Kanazawa"),
        ("America/Lima", "14 hours behind Kanazawa"),
        ("Asia/Vladivostok", "1 hour ahead of Kanazawa"),
        ("Asia/Seoul", "the same time as in Kanazawa"),
        ("Asia/Kathmandu", "3:15 (hours:minutes) behind Kanazawa"),
        ("Australia/Adelaide", "0:30 (hours:minutes) ahead of Kanazawa"),
    ],
)
def test_a_clock_is_so_far_from_the_hosts(zone: str, told: str) -> None:
    assert from_host(reader(a_site()), zone, AT) == told


def test_a_clock_put_forward_in_the_week_is_told_by_its_new_time() -> None:
    r = reader(a_site(**SPRING))
    assert [change.at for change in changes_in_week(r, "Europe/Berlin")] == [datetime(2022, 3, 27, 1, tzinfo=UTC)]
    told = offsets_in_week(r, "Europe/Berlin").replace("\N{NO-BREAK SPACE}", " ")
    assert told == "UTC+1; from Sunday 27 March, 03:00: UTC+2"


def test_a_change_after_the_last_midnight_of_the_week_is_none_of_it() -> None:
    assert changes_in_week(reader(a_site(**SPRING | {"days": ["2022-03-26"]})), "Europe/Berlin") == ()


def test_the_hosts_own_time_needs_no_second_clock() -> None:
    clock = own_clock(reader(a_site()), "Asia/Seoul", "Seoul")
    assert (clock.drawing, clock.sentence, clock.changes) == (None, "", "")
