"""The timetable: the whole week as a list, and each day as one table that is grid and list at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Address, Kind, day_slug
from kakehashi.site.frame import canonical
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.pictures import State, sample
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import begun
from kakehashi.site.shown.entries import TAKEN, Listed, line
from kakehashi.site.shown.facts import Facts
from kakehashi.site.shown.filters import Filter, filters, marks, sitting_marks
from kakehashi.site.shown.remarks import remarks
from kakehashi.site.shown.sessions import session_facts, session_title
from kakehashi.site.shown.table import DayTable, day_table, listed_on
from kakehashi.site.shown.times import noon
from kakehashi.week import Span


class DayLink(NamedTuple):
    """A day in the row of days: its number stands large, its weekday beside it."""

    href: str
    number: str
    weekday: str
    here: bool


class Start(NamedTuple):
    """The entries that begin at one moment (aware, UTC); `planned` where one of them has a provisional time."""

    at: datetime
    planned: bool
    entries: tuple[Listed, ...]


class DayListed(NamedTuple):
    """A day of the overview."""

    slug: str
    name: str
    starts: tuple[Start, ...]


class Waiting(NamedTuple):
    """An item without a time."""

    slug: str
    marks: Markup
    symposium: str
    line: Markup


class Sitting(NamedTuple):
    """A session of a day: from when until when, of which symposium, where, under whom, with which interpreting."""

    anchor: str
    marks: Markup
    title: Markup
    start: datetime
    end: datetime
    planned: bool
    symposium: str
    facts: Facts
    remarks: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage(Page):
    """Every day as a list, then what has no time, to come or off; `at` decides which names the clocks bear."""

    links: tuple[DayLink, ...]
    days: tuple[DayListed, ...]
    waiting: tuple[Waiting, ...]
    dropped: tuple[Waiting, ...]
    filters: tuple[Filter, ...]
    at: datetime


def overview(r: Reader, slug: str) -> OverviewPage:
    """Every day as a list grouped by start, then what has no time yet: it has no day, and cannot be missed here."""
    days = tuple(_listed(r, day) for day in r.site.by_day)
    return OverviewPage(
        title=page_name(r.words, Kind.TIMETABLE),
        description=r.words.days(r.site.week.days),
        links=tuple(_day_links(r, None)),
        days=days,
        waiting=_untimed(r, takes_place=True),
        dropped=_untimed(r, takes_place=False),
        filters=filters(r, r.site.week.items),
        at=noon(r, r.site.week.days[0]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedPage(Page):
    """Every day as a list, to stand in a frame of another page; `whole` is where the site has it."""

    days: tuple[DayListed, ...]
    waiting: tuple[Waiting, ...]
    dropped: tuple[Waiting, ...]
    at: datetime
    whole: str | None


def embedded(r: Reader, slug: str) -> EmbeddedPage:
    """The overview without what a frame has no room for: days as links, filters."""
    return EmbeddedPage(
        title=page_name(r.words, Kind.TIMETABLE),
        description=r.words.days(r.site.week.days),
        days=tuple(_listed(r, day) for day in r.site.by_day),
        waiting=_untimed(r, takes_place=True),
        dropped=_untimed(r, takes_place=False),
        at=noon(r, r.site.week.days[0]),
        whole=canonical(r, Address(r.language, Kind.TIMETABLE)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage(Page):
    """A day as a table, and its sessions; `programmes` are slugs, `samples` the key of the clocks."""

    links: tuple[DayLink, ...]
    table: DayTable
    sittings: tuple[Sitting, ...]
    filters: tuple[Filter, ...]
    programmes: tuple[str, ...]
    samples: tuple[tuple[Markup, str], ...]
    at: datetime


def day(r: Reader, slug: str) -> DayPage:
    """A day as a table, and its sessions with their local times."""
    shown = date.fromisoformat(slug)
    items = [placement.item for placement in r.site.by_day[shown]]
    return DayPage(
        title=begun(r.words.day(shown)),
        description=r.words.listing(dict.fromkeys(r.heading_text(item) for item in items[:6])),
        links=tuple(_day_links(r, shown)),
        table=day_table(r, shown),
        sittings=tuple(_sitting(r, span, items) for span in _spans(r, shown)),
        filters=filters(r, items),
        programmes=tuple(dict.fromkeys(p for item in items if (p := r.site.programme_of(r.site.week.items[item])))),
        samples=tuple((sample(part), said) for part, said in _band(r)),
        at=noon(r, shown),
    )


def _band(r: Reader) -> Iterator[tuple[State, str]]:
    yield "day", r.words.say("working day, 8 to 18")
    yield "evening", r.words.say("early morning or evening")
    yield "night", r.words.say("night, 23 to 6")


def _day_links(r: Reader, here: date | None) -> Iterator[DayLink]:
    for one in r.site.by_day:
        number, weekday = r.words.number(one.day), r.words.weekday(one)
        yield DayLink(r.to(Kind.DAY, day_slug(one)), number, weekday, one == here)


def _listed(r: Reader, shown: date) -> DayListed:
    starts = r.site.once(("starts", shown), lambda: tuple(_starts(r, shown)))
    return DayListed(day_slug(shown), r.words.day(shown), starts)


def _starts(r: Reader, shown: date) -> Iterator[Start]:
    for at, together in groupby(listed_on(r, shown), key=lambda one: one.entry.start):
        there = tuple(together)
        planned = any(one.entry.item is not None and r.site.provisional(one.entry.item) for one in there)
        yield Start(at, planned, there)


def _untimed(r: Reader, *, takes_place: bool) -> tuple[Waiting, ...]:
    there = (slug for slug in r.site.to_be_announced if r.site.week.items[slug].status.takes_place is takes_place)
    return tuple(_waiting(r, slug) for slug in there)


def _waiting(r: Reader, slug: str) -> Waiting:
    symposium = r.site.symposium_of(r.site.week.items[slug])
    title = r.text(r.site.week.symposia[symposium].title) if symposium else Markup()
    return Waiting(slug, marks(r, slug), title, line(r, slug))


def _spans(r: Reader, shown: date) -> Iterator[Span]:
    yield from (span for span in r.site.timetable.spans if r.local(span.start).date() == shown)


def _sitting(r: Reader, span: Span, items: list[str]) -> Sitting:
    session = r.site.week.sessions[span.session]
    row = r.site.items_by_session.get(span.session, ())
    symposium = session.symposium
    return Sitting(
        anchor="" if span.session in {*items, *TAKEN} else span.session,
        marks=sitting_marks(r, span.session),
        title=session_title(r, session) if session.title or len(row) != 1 else r.heading(row[0]),
        start=span.start,
        end=span.end,
        planned=bool(row) and r.site.provisional(row[0]),
        symposium=symposium or "",
        facts=session_facts(r, session),
        remarks=remarks(r, session),
    )
