from datetime import UTC, datetime

import pytest

from kakehashi.site.pictures import Clock, Place, clocks, readings, shade, state
from kakehashi.site.pictures.clocks import state_at

AT = datetime(2021, 9, 29, 6, tzinfo=UTC)
PARTNERS = [
    Place("Vladivostok", "Asia/Vladivostok"),
    Place("Kazan", "Europe/Moscow"),
    Place("Saint Petersburg", "Europe/Moscow"),
    Place("Irkutsk", "Asia/Irkutsk"),
]


def test_clocks_stand_from_west_to_east_and_cities_with_one_offset_share_one():
    assert clocks(PARTNERS, "Asia/Tokyo", "Kanazawa", AT) == (
        Clock(("Kazan", "Saint Petersburg"), "Europe/Moscow"),
        Clock(("Irkutsk",), "Asia/Irkutsk"),
        Clock(("Kanazawa",), "Asia/Tokyo", host=True),
        Clock(("Vladivostok",), "Asia/Vladivostok"),
    )


def test_a_partner_in_the_hosts_offset_shares_the_hosts_clock_which_the_host_leads():
    partners = [Place("Seoul", "Asia/Seoul"), Place("Kanazawa", "Asia/Tokyo")]
    assert clocks(partners, "Asia/Tokyo", "Kanazawa", AT) == (Clock(("Kanazawa", "Seoul"), "Asia/Tokyo", host=True),)


def test_two_cities_share_a_clock_in_summer_and_part_in_winter():
    partners = [Place("Cairo", "Africa/Cairo"), Place("Berlin", "Europe/Berlin")]
    winter = datetime(2021, 12, 1, tzinfo=UTC)
    assert [clock.cities for clock in clocks(partners, "Asia/Tokyo", "Kanazawa", AT)] == [
        ("Cairo", "Berlin"),
        ("Kanazawa",),
    ]
    assert [clock.cities for clock in clocks(partners, "Asia/Tokyo", "Kanazawa", winter)] == [
        ("Berlin",),
        ("Cairo",),
        ("Kanazawa",),
    ]


@pytest.mark.parametrize(
    ("hour", "minute", "part"),
    [
        (0, 0, "night"),
        (5, 59, "night"),
        (6, 0, "early"),
        (7, 59, "early"),
        (8, 0, "day"),
        (17, 59, "day"),
        (18, 0, "evening"),
        (22, 59, "evening"),
        (23, 0, "night"),
    ],
)
def test_night_is_from_23_to_6_and_the_working_day_from_8_to_18(hour, minute, part):
    assert state(datetime(2021, 9, 29, hour, minute, tzinfo=UTC)) == part


def test_hours_past_midnight_and_before_it_tell_the_same_part_of_the_day():
    assert [state_at(hour) for hour in (-2, 22, 46)] == ["evening"] * 3


def test_early_and_evening_have_one_shade_and_the_working_day_has_none():
    assert [shade(part) for part in ("night", "early", "day", "evening")] == ["night", "dusk", "", "dusk"]


def test_a_reading_tells_the_days_from_the_hosts_date():
    at = datetime(2021, 9, 29, 15, 30, tzinfo=UTC)
    told = readings(at, clocks([*PARTNERS, Place("Honolulu", "Pacific/Honolulu")], "Asia/Tokyo", "Kanazawa", at))
    assert [(one.clock.cities[0], f"{one.local:%H:%M}", one.days) for one in told] == [
        ("Honolulu", "05:30", -1),
        ("Kazan", "18:30", -1),
        ("Irkutsk", "23:30", -1),
        ("Kanazawa", "00:30", 0),
        ("Vladivostok", "01:30", 0),
    ]
