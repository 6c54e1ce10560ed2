"""A single clock beside the host's: how far it is from UTC and from the host, and when it changes during the week."""

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.clocks import Clock, offset
from kakehashi.site.pictures.ruler import overlap_sentence, two_clocks
from kakehashi.site.reader import Reader
from kakehashi.site.shown.times import host_city, noon
from kakehashi.site.shown.times import offset as offset_said
from kakehashi.words.zones import rules

_STEP = timedelta(minutes=30)
"""Clocks change on a whole or a half hour of UTC: Lord Howe Island's by half an hour, others by a whole one."""


class Change(NamedTuple):
    """The moment (UTC) from which a clock has another offset."""

    at: datetime
    offset: str


class OwnClock(NamedTuple):
    """A place's clock as a page's big figure: `+3`, how far from the host, its name, its changes, two clocks drawn."""

    figure: str
    told: str
    name: str
    changes: str
    drawing: Markup | None
    sentence: str


def own_clock(r: Reader, zone_name: str, city: str) -> OwnClock:
    """The clock of a place on the first day of the week; without a drawing where it is the host's own."""
    return r.site.once(("own_clock", r.language, zone_name, city), lambda: _own_clock(r, zone_name, city))


def _own_clock(r: Reader, zone_name: str, city: str) -> OwnClock:
    at = noon(r, r.site.week.days[0])
    host = Clock((host_city(r),), r.site.week.zone, host=True)
    other = Clock((city,), zone_name)
    differs = offset(zone_name, at) != offset(host.zone, at)
    return OwnClock(
        figure=figure(r, zone_name, at),
        told=from_host(r, zone_name, at),
        name=named(r, zone_name, at),
        changes=offsets_in_week(r, zone_name) if changes_in_week(r, zone_name) else "",
        drawing=two_clocks(at, host, other, r.words) if differs else None,
        sentence=overlap_sentence(at, host, other, r.words) if differs else "",
    )


def figure(r: Reader, zone_name: str, at: datetime) -> str:
    """The offset from UTC as a figure: `+3`, `+5:30`, `±0`."""
    return r.words.offset(zone_name, at).removeprefix("UTC") if offset(zone_name, at) else "±0"


def named(r: Reader, zone_name: str, at: datetime) -> str:
    """The clock's name and that of its zone: `Moscow Time (Europe/Moscow)`."""
    return r.words.say("%(clock)s (%(zone)s)", clock=r.words.zone_name(zone_name, at), zone=zone_name)


def from_host(r: Reader, zone_name: str, at: datetime) -> str:
    """How far a clock is behind or ahead of the host's."""
    apart = (offset(zone_name, at) - offset(r.site.week.zone, at)) // timedelta(minutes=1)
    city = host_city(r)
    if apart == 0:
        return r.words.say("the same time as in %(city)s", city=city)
    hours, minutes = divmod(abs(apart), 60)
    if minutes:
        return _broken(r, apart, f"{hours}:{minutes:02}", city)
    if apart < 0:
        return r.words.count("%(count)s hour behind %(city)s", "%(count)s hours behind %(city)s", hours, city=city)
    return r.words.count("%(count)s hour ahead of %(city)s", "%(count)s hours ahead of %(city)s", hours, city=city)


def _broken(r: Reader, apart: int, length: str, city: str) -> str:
    """A distance of hours and minutes."""
    if apart < 0:
        return r.words.say("%(length)s (hours:minutes) behind %(city)s", length=length, city=city)
    return r.words.say("%(length)s (hours:minutes) ahead of %(city)s", length=length, city=city)


def changes_in_week(r: Reader, zone_name: str) -> tuple[Change, ...]:
    """When a clock is put forward or back between the first and the last midnight of the week."""
    days = r.site.week.days
    first, last = noon(r, days[0]) - timedelta(hours=12), noon(r, days[-1]) + timedelta(hours=12)
    found = _changes(zone_name, first.astimezone(UTC), last.astimezone(UTC))
    return tuple(Change(at, offset_said(r, zone_name, at)) for at in found)


@cache
def _changes(zone_name: str, first: datetime, last: datetime) -> tuple[datetime, ...]:
    """The moments between two others (UTC) at which a zone takes another offset."""
    steps = [first + _STEP * step for step in range((last - first) // _STEP + 1)]
    return tuple(at for before, at in pairwise(steps) if offset(zone_name, at) != offset(zone_name, before))


def offsets_in_week(r: Reader, zone_name: str) -> str:
    """The offset from UTC, and each other one that the week brings, with its moment on that clock."""
    first = noon(r, r.site.week.days[0]) - timedelta(hours=12)
    said = offset_said(r, zone_name, first)
    for change in changes_in_week(r, zone_name):
        local = change.at.astimezone(rules(zone_name))
        said = r.words.say(
            "%(before)s; from %(day)s, %(time)s: %(after)s",
            before=said,
            day=r.words.day_short(local.date()),
            time=r.words.clock(local),
            after=change.offset,
        )
    return said
