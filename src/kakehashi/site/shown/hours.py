"""A day hour by hour: what every clock shows at each hour of the host's."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from kakehashi.site.pictures.clocks import Clock, readings, shade
from kakehashi.site.pictures.spoken import cities, state_word
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import begun
from kakehashi.site.shown.clocks import changes_in_week
from kakehashi.site.shown.times import clocks_at, host_place, noon, partner_places

_HOUR = timedelta(hours=1)


class HourCell(NamedTuple):
    """A clock at one hour: its time, its part of the day as a word and as a class, its date where it is another."""

    time: str
    state: str
    shade: str
    other_day: str
    host: bool


class HourTable(NamedTuple):
    """The cities of each clock, west first, and a row for each hour."""

    day: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[HourCell, ...], ...]


def telling_days(r: Reader) -> tuple[date, ...]:
    """The days whose hours tell those of all: the first, and the last too if a clock changes between them.

    Between two changes every day has the same hours, and no week is so long that a clock changes twice.
    """
    days = r.site.week.days
    changes = any(changes_in_week(r, place.zone) for place in (*partner_places(r), host_place(r)))
    return (days[0], days[-1]) if changes and len(days) > 1 else days[:1]


def hours_of(r: Reader, day: date) -> HourTable:
    """The hours of a day in which the week has something on any of its days; all 24 when nothing has a time yet.

    At most 24 rows, from the host's first busy hour to the end of its last, the same hours on every day, so that days
    can be compared.
    """
    first, last = _reach(r)
    # In UTC, as an hour added to a wall time would skip or repeat one where the clocks change.
    begins = noon(r, day).replace(hour=first).astimezone(UTC)
    shown = clocks_at(r, begins)
    return HourTable(
        day=begun(r.words.day_short(day)),
        columns=tuple((cities(clock, r.words), clock.host) for clock in shown),
        rows=tuple(_row(r, begins + _HOUR * step, shown) for step in range(last - first + 1)),
    )


def _reach(r: Reader) -> tuple[int, int]:
    """The first and the last whole hour around everything that is placed, counted from the host's midnight."""
    starts = [(r.local(one.start), one.end - one.start) for one in r.site.timetable.placements]
    if not starts:
        return 0, 23
    first = min(start.hour for start, _ in starts)
    last = max(timedelta(hours=start.hour, minutes=start.minute) + length for start, length in starts)
    return first, min(-(-last // _HOUR), first + 23)


def _row(r: Reader, at: datetime, shown: tuple[Clock, ...]) -> tuple[HourCell, ...]:
    return tuple(
        HourCell(
            time=r.words.clock(reading.local),
            state=state_word(reading.state, r.words),
            shade=shade(reading.state),
            other_day=r.words.day_short(reading.local.date()) if reading.days else "",
            host=reading.clock.host,
        )
        for reading in readings(at, shown)
    )
