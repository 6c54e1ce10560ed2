"""Names of clocks, and how far they are from UTC and from Moscow."""

from datetime import UTC, datetime

import pytest

from kakehashi.words import words_of

SEPTEMBER = datetime(2021, 9, 29, 6, tzinfo=UTC)
JANUARY = datetime(2022, 1, 10, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Tokyo", ("Japan Standard Time", "日本標準時", "японское время")),
        ("Europe/Moscow", ("Moscow Time", "モスクワ時間", "московское время")),
        ("Asia/Krasnoyarsk", ("Krasnoyarsk Time", "クラスノヤルスク時間", "красноярское время")),
        ("Asia/Kolkata", ("India Standard Time", "インド標準時", "индийское время")),
        ("Asia/Amman", ("Amman Time", "アンマン時間", "местное время: Амман")),
        ("UTC", ("Coordinated Universal Time", "協定世界時", "всемирное координированное время")),
        ("Etc/GMT+5", ("UTC−5", "UTC−5", "UTC−5")),
    ],
)
def test_a_clock_has_the_name_that_its_readers_give_it(zone: str, expected: tuple[str, str, str]) -> None:
    assert tuple(words_of(language).zone_name(zone, SEPTEMBER) for language in ("en", "ja", "ru")) == expected


@pytest.mark.parametrize(
    ("zone", "summer", "winter"),
    [
        ("Europe/Berlin", "Central European Summer Time", "Central European Standard Time"),
        ("Europe/Dublin", "Irish Standard Time", "Greenwich Mean Time"),
        ("America/New_York", "Eastern Daylight Time", "Eastern Standard Time"),
        ("Australia/Sydney", "Australian Eastern Standard Time", "Australian Eastern Daylight Time"),
    ],
)
def test_a_clock_that_is_put_forward_has_two_names(zone: str, summer: str, winter: str) -> None:
    assert (words_of("en").zone_name(zone, SEPTEMBER), words_of("en").zone_name(zone, JANUARY)) == (summer, winter)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Tokyo", "UTC+9"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("America/Lima", "UTC−5"),
        ("America/St_Johns", "UTC−2:30"),
        ("UTC", "UTC+0"),
        ("Australia/Eucla", "UTC+8:45"),
        ("Pacific/Chatham", "UTC+13:45"),
        ("Pacific/Kiritimati", "UTC+14"),
        ("Etc/GMT+12", "UTC−12"),
        ("Pacific/Marquesas", "UTC−9:30"),
    ],
)
def test_the_offset_is_in_hours_and_minutes_only_where_there_are_some(zone: str, expected: str) -> None:
    assert words_of("ja").offset(zone, SEPTEMBER) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Moscow", "МСК"),
        ("Asia/Krasnoyarsk", "МСК+4"),
        ("Asia/Vladivostok", "МСК+7"),
        ("Europe/Kaliningrad", "МСК−1"),
        ("Asia/Tokyo", None),
    ],
)
def test_russians_count_the_hours_of_russia_from_moscow(zone: str, expected: str | None) -> None:
    assert words_of("ru").moscow_offset(zone, SEPTEMBER) == expected


def test_nobody_else_counts_from_moscow() -> None:
    assert words_of("ja").moscow_offset("Europe/Moscow", SEPTEMBER) is None


@pytest.mark.parametrize(("language", "expected"), [("en", "Tokyo"), ("ja", "東京"), ("ru", "Токио")])
def test_a_zone_is_named_for_a_city(language: str, expected: str) -> None:
    assert words_of(language).zone_city("Asia/Tokyo") == expected


def test_a_city_that_babel_does_not_know_keeps_the_zones_own_name() -> None:
    assert words_of("eo").zone_city("America/Coyhaique") == "Coyhaique"
