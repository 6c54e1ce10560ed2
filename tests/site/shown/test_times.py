"""Times on pages: the host's clock first, the date where it is another, the offset with every moment."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.site.reading import PARTS, a_site, reader
from tests.week.building import institution, item, session

from kakehashi.site.shown import times
from kakehashi.site.shown.zones import clock_sample, days_named, offsets, other_day, zone_options

AFTERNOON = datetime(2021, 9, 29, 6, tzinfo=UTC)
BERLIN: dict[str, Any] = {
    "zone": "Europe/Berlin",
    "days": ["2021-10-30", "2021-10-31"],
    "institutions": {
        "host": institution("Berlin university", "Europe/Berlin", city={"en": "Berlin"}),
        "far": institution("Lima university", "America/Lima", city={"en": "Lima"}),
    },
    "people": {},
    "sessions": {},
    "items": {},
}
BEFORE, AFTER = datetime(2021, 10, 31, 0, 30, tzinfo=UTC), datetime(2021, 10, 31, 1, 30, tzinfo=UTC)
"""Half past two in Berlin, twice."""


def test_a_time_carries_its_offset_for_whoever_turns_it() -> None:
    shown = times.time(reader(a_site()), AFTERNOON)
    assert shown == '<time class="at" datetime="2021-09-29T15:00+09:00">15:00</time>'


def test_a_provisional_time_is_drawn_as_one() -> None:
    assert ' class="at planned"' in times.time(reader(a_site()), AFTERNOON, planned=True)


def test_an_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    r = reader(a_site(**BERLIN))
    shown = [times.time(r, at).partition('datetime="')[2].partition('"')[0] for at in (BEFORE, AFTER)]
    assert shown == ["2021-10-31T02:30+02:00", "2021-10-31T02:30+01:00"]


def test_a_span_without_length_is_one_time() -> None:
    assert times.span(reader(a_site()), AFTERNOON, AFTERNOON).count("<time") == 1


@pytest.mark.parametrize(("language", "dash"), [("en", "–"), ("ja", "〜")])
def test_a_span_is_parted_as_the_language_does_it(language: str, dash: str) -> None:
    end = datetime(2021, 9, 29, 7, tzinfo=UTC)
    assert f"</time>{dash}<time" in times.span(reader(a_site(), language), AFTERNOON, end)


def test_local_times_name_the_date_only_where_it_is_another() -> None:
    late = datetime(2021, 9, 28, 20, tzinfo=UTC)
    rows = times.local_spans(reader(a_site()), late, late)
    told = [(row.cities, row.span, row.other_day.replace("\N{NO-BREAK SPACE}", " "), row.host) for row in rows]
    assert told == [
        ("Kazan", "23:00–23:00", "Tuesday 28 September", False),
        ("Kanazawa", "05:00–05:00", "", True),
    ]


def test_russian_readers_are_told_the_distance_from_moscow_too() -> None:
    site = a_site(languages=["ru"])
    shown = {zone: times.offset(reader(site, "ru"), zone, AFTERNOON) for zone in ("Asia/Irkutsk", "Asia/Tokyo")}
    assert shown == {"Asia/Irkutsk": "UTC+8 (МСК+5)", "Asia/Tokyo": "UTC+9"}


def test_the_city_of_the_host_is_that_of_the_first_organisation_on_its_clock() -> None:
    far_first = [{"institution": "far", "role": "auspices"}, {"institution": "host", "role": "host"}]
    assert times.host_city(reader(a_site(organisations=far_first))) == "Kanazawa"


@pytest.mark.parametrize(
    "parts", [{"organisations": []}, {"institutions": PARTS["institutions"] | {"host": institution()}}]
)
def test_without_such_a_city_the_zone_lends_its_own(parts: dict[str, Any]) -> None:
    assert times.host_city(reader(a_site(**parts))) == "Tokyo"


# The chooser of a clock


def test_clocks_that_change_apart_are_offered_apart() -> None:
    lagos = {"south": institution("Lagos university", "Africa/Lagos", city={"en": "Lagos"})}
    rome = {"rome": institution("Rome university", "Europe/Rome", city={"en": "Rome"})}
    told = a_site(**BERLIN | {"institutions": BERLIN["institutions"] | lagos | rome})
    assert [option.city for option in zone_options(reader(told))] == ["Berlin", "Lima", "Lagos"]


def test_offsets_of_a_day_on_which_a_clock_changes_are_both_told() -> None:
    r = reader(a_site(**BERLIN))
    told = [offsets(r, zone, [BEFORE, AFTER]) for zone in ("Europe/Berlin", "America/Lima", "Etc/UTC")]
    assert told == ["+2 → +1", "−5", "±0"]


def test_a_weekday_is_named_only_where_the_date_is_another() -> None:
    r = reader(a_site(**BERLIN))
    day = BEFORE.date()
    assert [other_day(r, BEFORE, zone, day) for zone in ("Europe/Berlin", "America/Lima")] == ["", "Sat"]


@pytest.mark.parametrize(("language", "sample"), [("en", "09:05"), ("ja", "9:05"), ("ru", "9:05"), ("de", "09:05")])
def test_the_script_learns_to_write_a_time_from_one_with_a_nine_and_a_nought(language: str, sample: str) -> None:
    assert clock_sample(reader(a_site(languages=[language]), language)) == sample


def test_days_are_named_for_times_that_fall_on_another_day_than_any_of_the_week() -> None:
    r = reader(a_site(days=["2021-09-29"], sessions={"opening": session()}, items={"tea": item()}))
    assert list(json.loads(days_named(r))) == ["2021-09-28", "2021-09-29", "2021-09-30"]
