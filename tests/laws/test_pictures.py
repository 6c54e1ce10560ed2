"""Laws of the pictures, over weeks of every kind: zones, clock changes, nights, lanes, hostile texts."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.site.pictures.drawings import attributes, named, place, read

from kakehashi.site.pictures import (
    Block,
    Chart,
    PictureDay,
    Place,
    Series,
    Subtitle,
    Value,
    WeekPicture,
    clocks,
    comb,
    figures_chart,
    flags,
    mark,
    ruler_states,
    sky,
    two_clocks,
    week_picture,
)
from kakehashi.site.pictures.clocks import offset, readings
from kakehashi.site.pictures.letters import cut, lines, width
from kakehashi.site.pictures.ruler import overlap
from kakehashi.words import words_of

ZONES = (
    "Asia/Tokyo",
    "Europe/Moscow",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "Africa/Nairobi",
)
LANGUAGES = ("en", "ja", "ru")
hostile = st.one_of(
    st.sampled_from(
        ["x" * 1000, "<script>", "数学", "Доклады студентов: Казань", "a & b", "基調講演\nダーチャ", "&quot;"]
    ),
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n"),
        min_size=1,
        max_size=30,
    ),
)
moments = st.datetimes(datetime(2021, 1, 1), datetime(2022, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def places(draw: st.DrawFn) -> tuple[Place, ...]:
    """Partners in up to twelve zones."""
    zones = draw(st.lists(st.sampled_from(ZONES), max_size=4) | st.just(list(ZONES)))
    return tuple(Place(draw(hostile), zone) for zone in zones)


@st.composite
def blocks(draw: st.DrawFn, day: date, zone: str, number: int) -> Block:
    """A block that begins on the day, by day or by night, and lasts up to six hours."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    start = midnight + timedelta(minutes=5 * draw(st.integers(0, 12 * 22)))
    return Block(
        start,
        start + timedelta(minutes=5 * draw(st.integers(0, 72))),
        draw(hostile),
        draw(hostile),
        f"{number} {draw(hostile)}",
        f"items/{number}/",
        lane=draw(st.sampled_from([None, *"abcdefghij"])),
        mark=draw(st.none() | st.builds(mark, st.integers(0, 12))),
        closed=draw(st.booleans()),
        planned=draw(st.booleans()),
        cancelled=draw(st.booleans()),
    )


@st.composite
def weeks(draw: st.DrawFn) -> WeekPicture:
    """Up to ten days about a time when many clocks change."""
    zone = draw(st.sampled_from(ZONES))
    first = draw(st.sampled_from([date(2021, 3, 26), date(2021, 9, 29), date(2021, 10, 30), date(2021, 11, 5)]))
    days = []
    for number in range(draw(st.integers(1, 4) | st.just(10))):
        day = first + timedelta(days=number)
        there = [draw(blocks(day, zone, 100 * number + index)) for index in range(draw(st.integers(0, 4)))]
        subtitle = st.builds(Subtitle, hostile, st.none() | st.builds(mark, st.integers(0, 12)))
        subtitles = draw(st.lists(subtitle, max_size=2))
        days.append(PictureDay(day, ("September", "Wednesday"), "Wed", tuple(there), tuple(subtitles)))
    return WeekPicture(Place(draw(hostile), zone), draw(places()), tuple(days))


def is_strict(drawn: str) -> bool:
    """Whether markup keeps to what a strict policy allows, in short coordinates."""
    read(drawn)
    allowed = all(not name.startswith("on") and name != "style" for name, _ in attributes(drawn))
    short = not any(re.search(r"\d\.\d{3}", value) for name, value in attributes(drawn) if name not in TEXTUAL)
    return allowed and short and not named(drawn, "style") and not named(drawn, "script")


TEXTUAL = {"aria-label", "href", "lang"}


@settings(max_examples=25, deadline=None)
@given(weeks(), st.sampled_from(LANGUAGES))
def test_any_week_is_drawn_with_every_block_a_link_in_each_form(picture, language):
    drawn = week_picture(picture, words_of(language))
    assert is_strict(drawn)
    hrefs = [block.href for day in picture.days for block in day.blocks]
    assert Counter(one.get("href") for one in named(drawn, "a")) == Counter(hrefs * 3)


@settings(max_examples=20, deadline=None)
@given(weeks())
def test_ids_of_a_picture_are_used_once_and_every_reference_leads_to_one(picture):
    drawn = week_picture(picture, words_of("en"))
    ids = [value for name, value in attributes(drawn) if name == "id"]
    assert len(ids) == len(set(ids))
    assert {value for name, value in attributes(drawn) if name in ("aria-labelledby", "aria-describedby")} == set(ids)


@settings(max_examples=25, deadline=None)
@given(weeks(), st.sampled_from(LANGUAGES))
def test_blocks_keep_within_their_picture_and_blocks_of_one_hour_do_not_overlap(picture, language):
    for svg in read(week_picture(picture, words_of(language))):
        left, top, wide, high = map(float, svg.get("viewBox", "").split())
        corners = []
        for link in svg.iter("a"):
            x, y, width_, height = place(link[0], "x", "y", "width", "height")
            assert left <= x and x + width_ <= left + wide + 0.01
            assert top <= y and y + height <= top + high + 4
            corners.append((x, y))
        assert len(set(corners)) == len(corners)


@settings(max_examples=25, deadline=None)
@given(weeks(), st.sampled_from(LANGUAGES))
def test_no_line_of_text_leaves_its_block_however_it_stands(picture, language):
    for link in named(week_picture(picture, words_of(language)), "a"):
        x, y, broad, high = place(link[0], "x", "y", "width", "height")
        for line in link.iter("text"):
            left, top, length = reach(line)
            if turned(line):
                assert y <= top and top + length <= y + high + 1.5, line.text
                assert x - 1 <= left <= x + broad + 1
            else:
                assert x <= left and left + length <= x + broad + 0.1, line.text


def turned(line):
    return line.get("transform") is not None or "tate" in line.get("class", "").split()


def reach(line):
    """Where a line of text begins, and how long it is in the letters of its class."""
    size = int(re.search(r"t(\d+)", line.get("class", "")).group(1))  # type: ignore[union-attr]
    moved = re.match(r"translate\(([\d.-]+) ([\d.-]+)\)", line.get("transform", ""))
    left, top = map(float, moved.groups()) if moved else place(line, "x", "y")
    return left, top, width(line.text or "", size)


@settings(deadline=None)
@given(moments, places(), st.sampled_from(ZONES))
def test_a_tooth_stands_at_its_clocks_own_hour_and_hangs_by_night(at, partners, host):
    shown = clocks(partners, host, "Host", at)
    drawn = comb(at, shown, words_of("en"))
    assert is_strict(drawn)
    for reading in readings(at, shown):
        x = 2.5 + 5 * (reading.local.hour + reading.local.minute / 60)
        kind = "hang" if reading.state == "night" else "stand"
        assert any(abs(place(one, "x1")[0] - x) < 0.01 for one in named(drawn, "line", kind))


@settings(deadline=None)
@given(moments, places(), st.sampled_from(ZONES))
def test_every_city_has_one_clock_and_clocks_go_from_west_to_east(at, partners, host):
    shown = clocks(partners, host, "Host", at)
    offsets = [offset(clock.zone, at) for clock in shown]
    assert offsets == sorted(set(offsets))
    assert {city for clock in shown for city in clock.cities} == {"Host", *(place.city for place in partners)}
    assert [clock.host for clock in shown].count(True) == 1


@settings(deadline=None)
@given(moments, places(), st.sampled_from(ZONES), st.sampled_from(["wide", "narrow"]))
def test_no_flag_leaves_its_picture(at, partners, host, form):
    drawn = flags(at, clocks(partners, host, "Host", at), words_of("en"), form)
    if drawn is None:
        return
    assert is_strict(drawn)
    whole = float(read(drawn)[0].get("viewBox", "").split()[2])
    for one in named(drawn, "text", "lab"):
        x, length = place(one, "x")[0], width("".join(one.itertext()), 14)
        assert (x - length if "end" in one.get("class", "") else x) >= 0 and x <= whole


@settings(deadline=None)
@given(moments, st.integers(0, 60 * 30), st.sampled_from(ZONES))
def test_a_bar_over_the_day_is_as_long_as_the_session_up_to_a_day(start, minutes, zone):
    drawn = sky(start, start + timedelta(minutes=minutes), zone, False)
    bars = [place(one, "x", "width") for one in named(drawn, "rect", "span")]
    assert abs(sum(length for _, length in bars) - min(minutes, 24 * 60) / 6) < 0.02
    assert all(x >= 0.5 and x + length <= 240.52 for x, length in bars)


@settings(deadline=None)
@given(st.lists(moments, min_size=1, max_size=4), places(), st.sampled_from(ZONES))
def test_between_two_rows_of_a_ruler_no_clock_changes_its_part_of_the_day(starts, partners, host):
    near = [min(starts) + (start - min(starts)) % timedelta(days=2) for start in starts]
    shown = clocks(partners, host, "Host", near[0])
    rows = ruler_states(near, shown)
    assert {row.at for row in rows} >= set(near)
    for row, following in pairwise(rows):
        middle, last = row.at + (following.at - row.at) / 2, following.at - timedelta(seconds=1)
        for at in (middle, last):
            assert tuple(one.state for one in readings(at, shown)) == row.states


@given(st.integers(-24 * 4, 24 * 4))
def test_in_an_overlap_both_clocks_are_between_8_and_20(quarters):
    ahead = quarters / 4
    found = overlap(ahead)
    hours = [hour / 4 for hour in range(24 * 4) if 32 <= hour < 80 and 32 <= (hour + quarters) % 96 < 80]
    assert found == ((hours[0], hours[-1] + 0.25) if hours else None)


@settings(deadline=None)
@given(moments, st.sampled_from(ZONES), st.sampled_from(ZONES), st.sampled_from(LANGUAGES))
def test_two_clocks_of_any_zones_are_drawn(at, host, other, language):
    home = clocks((), host, "Host", at)[0]
    away = clocks((), other, "Other", at)[0]
    assert is_strict(two_clocks(at, home, away, words_of(language)))


counts = st.none() | st.integers(0, 10**9)
values = st.builds(Value, counts, counts)


@settings(deadline=None)
@given(st.lists(st.lists(values, min_size=1, max_size=15), min_size=1, max_size=4), st.sampled_from(LANGUAGES))
def test_any_figures_are_drawn_and_no_bar_is_higher_than_the_chart_allows(rows, language):
    years = min(map(len, rows))
    series = tuple(Series(f"Series {index}", tuple(row[:years])) for index, row in enumerate(rows))
    drawn = figures_chart(Chart("Chart", tuple(str(2000 + year) for year in range(years)), series), words_of(language))
    assert is_strict(drawn)
    assert all(place(one, "height")[0] <= 80 for one in named(drawn, "rect"))
    assert len(named(drawn, "line", "stand")) == sum(value.result is None for row in series for value in row.values)


@given(hostile, st.floats(20, 400), st.sampled_from([11, 14, 22]))
def test_broken_lines_hold_every_letter_and_keep_to_their_room(text, room, size):
    rows = lines(text, room, size)
    assert re.sub(r"\s", "", "".join(rows)) == re.sub(r"\s", "", text)
    assert all(width(row, size) <= room + 1e-6 or len(row) == 1 for row in rows)


@given(hostile, st.floats(0, 400))
def test_a_cut_text_fits_and_begins_as_the_whole_does(text, room):
    shown = cut(text, room, 14)
    assert width(shown, 14) <= room + 1e-6
    assert shown in (text, "") or text.startswith(shown[:-1])
