"""Laws of the daylight band: each moment of a clock lies in one part of the day, wherever and whenever it is drawn."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.site.pictures.drawings import block, named, picture_day, place

from kakehashi.site.pictures import Clock, Place, WeekPicture, ruler_states
from kakehashi.site.pictures.banks import banks
from kakehashi.site.pictures.clocks import state, state_at
from kakehashi.site.pictures.edges import rulers, shades
from kakehashi.site.pictures.forms import MIDDLE, NARROW, WIDE
from kakehashi.site.pictures.neatline import stretches

HOUR = timedelta(hours=1)
STEADY = ("Asia/Tokyo", "Asia/Kathmandu", "America/Lima")
CHANGING = (
    *("Europe/Berlin", "America/New_York", "Africa/Casablanca", "Asia/Beirut", "America/Santiago"),
    *("Australia/Lord_Howe", "Australia/Adelaide", "Pacific/Auckland", "Pacific/Chatham"),
)
"""Zones in which clocks change: at 1, 2 and 3 o'clock, at midnight, by half an hour, from 45 minutes past."""

DAYS = (date(2022, 3, 13), date(2022, 3, 27), date(2022, 4, 3), date(2022, 9, 11), date(2022, 10, 30))


def changes(zone: str) -> list[datetime]:
    """The moments of a year at which the clocks of a zone are put forward or back."""
    year = [datetime(2022, 1, 1, tzinfo=UTC) + timedelta(minutes=30 * half) for half in range(2 * 24 * 365)]
    offsets = [at.astimezone(ZoneInfo(zone)).utcoffset() for at in year]
    return [at for at, before, after in zip(year[1:], offsets, offsets[1:], strict=False) if before != after]


hours = st.integers(-96, 192).map(lambda quarters: quarters / 4)


@given(hours, st.integers(1, 200).map(lambda quarters: quarters / 4))
def test_every_hour_lies_in_exactly_one_stretch_of_its_own_part_of_the_day(first: float, length: float) -> None:
    found = list(stretches(first, first + length))
    assert [found[0].start, *(part.end for part in found)] == [*(part.start for part in found), first + length]
    for part in found:
        assert {state_at(part.start), state_at((part.start + part.end) / 2)} == {part.state}
    assert all(before.state != after.state for before, after in pairwise(found))


@settings(deadline=None)
@given(st.sampled_from(STEADY + CHANGING), st.sampled_from(DAYS) | st.dates(date(2021, 1, 1), date(2022, 12, 30)))
def test_only_the_night_is_shorter_or_longer_when_clocks_change(zone: str, day: date) -> None:
    midnight, following = (
        datetime.combine(one, time(), ZoneInfo(zone)).astimezone(UTC) for one in (day, day + timedelta(days=1))
    )
    lasts: defaultdict[str, timedelta] = defaultdict(timedelta)
    for row, after in pairwise(ruler_states((midnight, following), [Clock(("Here",), zone, host=True)])):
        lasts[row.states[0]] += after.at - row.at
    assert lasts == {
        "early": 2 * HOUR,
        "day": 10 * HOUR,
        "evening": 5 * HOUR,
        "night": following - midnight - 17 * HOUR,
    }


MOMENTS = [(zone, at) for zone in CHANGING for at in changes(zone)]


@st.composite
def edges(draw: st.DrawFn) -> tuple[object, object, str, str]:
    """A bank of one day between the host's clock and a partner's, the axis that it is drawn on, and the two zones."""
    host, (zone, change) = draw(st.sampled_from(STEADY)), draw(st.sampled_from(MOMENTS))
    day = change.astimezone(ZoneInfo(host)).date() + timedelta(days=draw(st.integers(-1, 1)))
    midnight = datetime.combine(day, time(), ZoneInfo(host)).astimezone(UTC)
    begins = st.integers(0, 92).map(lambda quarters: midnight + timedelta(minutes=15 * quarters))
    at = [draw(begins), draw(begins) if midnight > change or change >= midnight + 23 * HOUR else change]
    shown = picture_day(*(block(start, draw(st.integers(15, 300))) for start in at), day=day)
    form = draw(st.sampled_from((WIDE, MIDDLE, NARROW)))
    (bank,) = banks(WeekPicture(Place("Host", host), (Place("There", zone),), (shown,)), form)
    return bank, bank.axis(150), host, zone


@settings(deadline=None)
@given(edges())
def test_a_figure_at_the_edge_is_the_hour_that_its_clock_shows(made) -> None:
    bank, axis, host, zone = made
    ticks = named("".join(rulers(bank, axis)), "line", "leader")
    figures = named("".join(rulers(bank, axis)), "text", "fig")
    assert len(ticks) == len(figures)
    for tick, figure in zip(ticks, figures, strict=True):
        shown = host if "hosted" in figure.get("class", "") else zone
        assert int(figure.text) in told(bank, axis, place(tick, "y1")[0], shown)


def told(bank, axis, y, zone):
    """What a clock tells at a height: two hours where it is put forward or back at just that moment."""
    at = moment(bank, axis, y)
    before = (at - timedelta(minutes=1)).astimezone(ZoneInfo(zone)) + timedelta(minutes=1)
    return {local.hour for local in (at.astimezone(ZoneInfo(zone)), before) if local.minute == 0}


def moment(bank, axis, y):
    first, _, top = max((span for span in axis.spans if span[2] <= y + 0.01), key=lambda span: span[2])
    midnight = datetime.combine(bank.days[0].date, time(), ZoneInfo(bank.host_zone)).astimezone(UTC)
    return midnight + timedelta(minutes=round(60 * (first + (y - top) / axis.hour)))


@settings(deadline=None)
@given(edges(), st.floats(0.01, 0.99))
def test_the_shade_beside_a_moment_is_that_of_the_clocks_part_of_the_day(made, share) -> None:
    bank, axis, _, _ = made
    drawn = "".join(shades(bank, axis))
    for first, last, top in axis.spans:
        y = top + (last - first) * axis.hour * share
        at = moment(bank, axis, y)
        for ruler in bank.rulers:
            there = [one.get("class") for one in named(drawn, "rect") if covers(one, ruler.x + 1, y)]
            expected = {"day": [], "night": ["shade-night"]}.get(part(at, ruler.clock.zone), ["shade"])
            assert there == expected or near_a_change(at, ruler.clock.zone)


def covers(rect, x, y):
    left, top, width, height = place(rect, "x", "y", "width", "height")
    return left <= x <= left + width and top <= y < top + height


def part(at, zone):
    return state(at.astimezone(ZoneInfo(zone)))


def near_a_change(at, zone):
    return part(at - timedelta(minutes=1), zone) != part(at + timedelta(minutes=1), zone)


@settings(deadline=None)
@given(edges())
def test_rulers_stand_from_west_to_east_around_the_days(made) -> None:
    bank, _, _, _ = made
    ahead = [ruler.ahead for ruler in bank.rulers]
    assert ahead == sorted(ahead)
    assert all(before.x + before.width <= after.x for before, after in pairwise(bank.rulers))
    for ruler in bank.rulers:
        assert ruler.x + ruler.width <= bank.left if ruler.ahead <= 0 else ruler.x >= bank.right
