"""Local times: every partner's clock, each day of the week on all of them, and how to read the bands.

The page for whoever must be awake: what the bands and combs of other pages draw stands here in figures.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind, day_slug
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.pictures import State, sample
from kakehashi.site.pictures.spoken import cities, state_word
from kakehashi.site.reader import Reader
from kakehashi.site.shown.clocks import figure, from_host, named, offsets_in_week
from kakehashi.site.shown.fairness import FairnessCard, fairness_card
from kakehashi.site.shown.hours import HourTable, hours_of, telling_days
from kakehashi.site.shown.times import clocks_through, host_zone, noon
from kakehashi.week import Placement


class ClockRow(NamedTuple):
    """The clock of a zone: whose it is, what it is called, how far it is from UTC and from the host."""

    cities: str
    figure: str
    name: str
    offsets: str
    told: str
    host: bool


class DayRow(NamedTuple):
    """A day with the item that begins first and the one that ends last; without items both are `None`."""

    name: str
    href: str
    first: Placement | None
    last: Placement | None
    planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesPage(Page):
    """Every clock of the week, its days on them, some days hour by hour, what a plan costs whom, how to read a band."""

    clocks: tuple[ClockRow, ...]
    days: tuple[DayRow, ...]
    hours: tuple[HourTable, ...]
    fairness: FairnessCard | None
    band: tuple[tuple[Markup, str], ...]


def times(r: Reader, slug: str) -> TimesPage:
    """Every clock of the week, each day on all of them, and the hours of the days that tell those of all."""
    return TimesPage(
        title=page_name(r.words, Kind.TIMES),
        description=host_zone(r),
        clocks=_clocks(r),
        days=tuple(_day(r, day, there) for day, there in r.site.by_day.items()),
        hours=tuple(hours_of(r, day) for day in telling_days(r)),
        fairness=fairness_card(r),
        band=_band(r),
    )


def _clocks(r: Reader) -> tuple[ClockRow, ...]:
    """The clocks west first; two zones are one row if they agree from the first day to the last."""
    days = [noon(r, day) for day in (r.site.week.days[0], r.site.week.days[-1])]
    return tuple(
        ClockRow(
            cities=cities(clock, r.words),
            figure=figure(r, clock.zone, days[0]),
            name=named(r, clock.zone, days[0]),
            offsets=offsets_in_week(r, clock.zone),
            told=r.words.say("the clock of the week") if clock.host else from_host(r, clock.zone, days[0]),
            host=clock.host,
        )
        for clock in clocks_through(r, days)
    )


def _day(r: Reader, day: date, there: tuple[Placement, ...]) -> DayRow:
    held = [placement for placement in there if r.site.takes_place(placement.item)]
    first, last = (held[0], max(held, key=lambda placement: placement.end)) if held else (None, None)
    return DayRow(
        name=r.words.day_short(day),
        href=r.to(Kind.DAY, day_slug(day)),
        first=first,
        last=last,
        planned=any(r.site.provisional(placement.item) for placement in held),
    )


def _band(r: Reader) -> tuple[tuple[Markup, str], ...]:
    """The parts of the day: how each is drawn, and what it is called with its hours on any clock."""
    hours: tuple[tuple[State, str], ...] = (
        ("night", r.words.say("from 23 to 6")),
        ("early", r.words.say("from 6 to 8")),
        ("day", r.words.say("from 8 to 18")),
        ("evening", r.words.say("from 18 to 23")),
    )
    return tuple((sample(state), r.words.comma.join((state_word(state, r.words), told))) for state, told in hours)
