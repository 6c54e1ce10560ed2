"""Rulers: two clocks over one axis, and the rows of a timetable at which a clock changes its part of the day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.clocks import BEGINNINGS, Clock, State, offset, readings
from kakehashi.site.pictures.neatline import across
from kakehashi.site.pictures.svg import element, line, rect, text, view
from kakehashi.words import Words
from kakehashi.words.zones import rules

FIRST, LAST = 6, 24
"""The host's hours on the axis of two clocks."""

OPEN, CLOSE = 8, 20
"""The hours in which a meeting is easy."""


class RulerRow(NamedTuple):
    """A row of an upright ruler: the moment at which it begins, and the part of the day on each clock."""

    at: datetime
    states: tuple[State, ...]


def ruler_states(starts: Iterable[datetime], clocks: Sequence[Clock]) -> tuple[RulerRow, ...]:
    """The rows of a timetable's ruler: one at each of `starts` (and ends), and wherever a clock changes state between.

    From one row to the next no clock passes into another part of the day, however long the table is and whichever
    clocks are put forward or back meanwhile; rows are in the order of time, each moment once, in UTC.

    Cells take their class from `shade(state)`.
    """
    given = {start.astimezone(UTC) for start in starts}
    if not given:
        return ()
    between = {at for clock in clocks for at in _changes(clock.zone, min(given), max(given))}
    return tuple(
        RulerRow(at, tuple(reading.state for reading in readings(at, clocks))) for at in sorted(given | between)
    )


def _changes(zone: str, first: datetime, last: datetime) -> Iterator[datetime]:
    """The moments between two others (UTC) at which a clock in `zone` passes from one part of the day to the next."""
    day: date = first.astimezone(rules(zone)).date()
    while day <= last.astimezone(rules(zone)).date():
        for hour, _ in BEGINNINGS:
            # An hour that does not exist on this day begins where the clock jumps over it (PEP 495, `fold=0`).
            at = datetime.combine(day, time(hour), tzinfo=rules(zone)).astimezone(UTC)
            if first < at < last:
                yield at
        day += timedelta(days=1)


class _Form(NamedTuple):
    kind: str
    hour: float
    step: int


FORMS = (_Form("sized wide-only", 51, 2), _Form("sized narrow-only", 17, 3))


# The pages of an institution and of its people show the same pair of clocks.
@lru_cache(maxsize=1024)
def two_clocks(at: datetime, host: Clock, other: Clock, words: Words) -> Markup:
    """The host's day above another clock's on one axis, a bar where both are between 8 and 20; wide and narrow.

    `at` says on which day: offsets change with the seasons.
    """
    ahead = (offset(other.zone, at) - offset(host.zone, at)).total_seconds() / 3600
    told = overlap_sentence(at, host, other, words)
    return Markup("").join(_drawing(form, ahead, (host, other), at, words, told) for form in FORMS)


def overlap(ahead: float) -> tuple[float, float] | None:
    """The host's hours in which both clocks are between 8 and 20, if the other is `ahead` by so many hours.

    The result is the first such stretch. A clock more than twelve hours ahead or behind meets the host's on another
    date, at the same hours as one that differs by 24 hours less.

    >>> overlap(-6), overlap(12), overlap(14) == overlap(-10)
    ((14, 20), None, True)
    """
    for day in (-24, 0, 24):
        first, last = max(OPEN, OPEN - ahead + day), min(CLOSE, CLOSE - ahead + day)
        if first < last:
            return first, last
    return None


def overlap_sentence(at: datetime, host: Clock, other: Clock, words: Words) -> str:
    """Which hours of a day suit both clocks, in words: the drawing's title, and good as its caption."""
    home, away = at.astimezone(rules(host.zone)), at.astimezone(rules(other.zone))
    shared = overlap(((away.utcoffset() or timedelta()) - (home.utcoffset() or timedelta())).total_seconds() / 3600)
    named = {"host": host.cities[0], "city": other.cities[0]}
    if shared is None:
        return words.say("%(host)s and %(city)s have no hour in which both are between 8 and 20.", **named)
    midnight = home.replace(hour=0, minute=0, second=0, microsecond=0)
    start, end = (midnight + timedelta(hours=hour) for hour in shared)
    zone = rules(other.zone)
    return words.say(
        "%(host)s %(host_hours)s, %(city)s %(hours)s: the hours in which both are between 8 and 20.",
        **named,
        host_hours=words.span(start, end),
        hours=words.span(start.astimezone(zone), end.astimezone(zone)),
    )


def _drawing(form: _Form, ahead: float, pair: tuple[Clock, Clock], at: datetime, words: Words, told: str) -> Markup:
    shared = overlap(ahead)
    drawn = [element("title", [told])]
    for clock, shift, top in ((pair[0], 0.0, 0), (pair[1], ahead, 74)):
        label = words.say("%(city)s, %(offset)s", city=clock.cities[0], offset=words.offset(clock.zone, at))
        drawn.append(text("lab hosted" if clock.host else "lab", 0, top + 16, label))
        drawn.append(across((0.5, top + 30), 9, (FIRST + shift, LAST + shift), form.hour))
        if shared is not None:
            x, length = 0.5 + (shared[0] - FIRST) * form.hour, (shared[1] - shared[0]) * form.hour
            drawn.append(rect("span host" if clock.host else "span", x, top + 24, length, 6))
        drawn += _scale(form, shift, top + 39)
    whole = (LAST - FIRST) * form.hour + 3
    return element("svg", drawn, kind=form.kind, viewBox=view(-1, 0, whole, 134), role="img")


def _scale(form: _Form, shift: float, y: float) -> Iterator[Markup]:
    """The whole hours of a clock that is ahead by `shift` hours: a tick at each, a figure at some."""
    first, last = FIRST + shift, LAST + shift
    hour = -int(-first // 1)
    while hour <= last:
        x = 0.5 + (hour - first) * form.hour
        yield line("leader", (x, y), (x, y + 5))
        if hour % form.step == 0:
            place = "fig" if hour == first else "fig end" if hour == last else "fig mid"
            yield text(place, x, y + 18, str(hour % 24))
        hour += 1
