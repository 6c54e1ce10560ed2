"""The clock by which a page tells its times, and the others to which the zone chooser can turn them."""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.clocks import Clock
from kakehashi.site.pictures.spoken import cities
from kakehashi.site.reader import Reader
from kakehashi.site.shown.clocks import figure
from kakehashi.site.shown.times import clocks_through, noon
from kakehashi.words.zones import rules


class ZoneOption(NamedTuple):
    """A clock to tell times by: its IANA zone, as a choice, its name in full, its cities with and without offset.

    A choice begins with the city, because a narrow field cuts off its end.
    """

    zone: str
    choice: str
    full: str
    short: str
    city: str
    host: bool


def zone_options(r: Reader, at: datetime | None = None) -> tuple[ZoneOption, ...]:
    """The host's clock, then the partners' from west to east, as they are called at a moment of the week."""
    moment = at or noon(r, r.site.week.days[0])
    return r.site.once(("zone_options", r.language, moment), lambda: _options(r, moment))


def _options(r: Reader, moment: datetime) -> tuple[ZoneOption, ...]:
    host = [clock for clock in _week_clocks(r) if clock.host]
    return tuple(_option(r, clock, moment) for clock in (*host, *(c for c in _week_clocks(r) if not c.host)))


def _week_clocks(r: Reader) -> tuple[Clock, ...]:
    days = r.site.week.days
    return clocks_through(r, [noon(r, days[0]) - timedelta(hours=12), noon(r, days[-1]) + timedelta(hours=12)])


def _option(r: Reader, clock: Clock, at: datetime) -> ZoneOption:
    named = clock.cities[0] if clock.host else cities(clock, r.words, most=3)
    told = r.words.offset(clock.zone, at)
    name = r.words.zone_name(clock.zone, at)
    return ZoneOption(
        zone=clock.zone,
        choice=r.words.say("%(city)s, %(offset)s (%(zone)s)", city=named, offset=told, zone=name),
        full=r.words.say("%(zone)s (%(city)s, %(offset)s)", zone=name, city=named, offset=told),
        short=r.words.say("%(city)s (%(offset)s)", city=named, offset=told),
        city=named,
        host=clock.host,
    )


def clock_sample(r: Reader) -> str:
    """Five minutes past nine as the language writes it, from which a script learns to write any time."""
    return r.words.clock(datetime(2021, 9, 29, 9, 5))  # noqa: DTZ001 - a time on no clock in particular


def days_named(r: Reader) -> str:
    """The names of the week's days and of those around it, as JSON by date, for times that fall on another day."""
    return r.site.once(("days_named", r.language), lambda: _days_named(r))


def _days_named(r: Reader) -> str:
    days = {day + timedelta(days=step) for day in r.site.by_day for step in (-1, 0, 1)}
    return json.dumps({day.isoformat(): r.words.day_short(day) for day in sorted(days)}, ensure_ascii=False)


def local_time(r: Reader, at: datetime, zone_name: str) -> Markup:
    """A moment on a clock that stays what it is, whichever zone is chosen."""
    local = at.astimezone(rules(zone_name))
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(timespec="minutes"), r.words.clock(local))


def other_day(r: Reader, at: datetime, zone_name: str, than: date) -> str:
    """The weekday on a clock where it is another than that of the date `than`; else nothing."""
    day = at.astimezone(rules(zone_name)).date()
    return "" if day == than else r.words.weekday_short(day)


def offsets(r: Reader, zone_name: str, moments: Iterable[datetime]) -> str:
    """How far a clock is from UTC, as figures; both if it changes between the first moment and the last."""
    shown = dict.fromkeys(figure(r, zone_name, at) for at in moments)
    return " → ".join(shown)
