"""The symposia: all of them in the order of the week, and each with its running order.

A session belongs to a symposium's page if it is of that symposium or holds an item of it: a talk may be given in
another's session, and then the page shows that session with the talk alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind, day_slug
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import Facts, crumbs, excerpt, languages, lines
from kakehashi.site.shown.marks import mark
from kakehashi.site.shown.positions import acting
from kakehashi.site.shown.sessions import session_facts
from kakehashi.week import Span
from kakehashi.week.items import ItemKind
from kakehashi.week.organising import Stage
from kakehashi.week.symposia import Symposium


@dataclass(frozen=True, slots=True)
class SymposiumLine:
    """A symposium in the index: where its page is, when it is, who holds it, how much is in it."""

    slug: str
    title: Markup
    days: Markup
    programme: str | None
    organisers: Markup
    description: Markup
    count: str


class SessionShown(NamedTuple):
    """A session of a symposium with its items in their order."""

    slug: str
    title: Markup
    facts: Facts
    closed: str
    items: tuple[str, ...]


class Stretch(NamedTuple):
    """The sessions that share one stretch of time: alone, or as parallel groups."""

    start: datetime
    end: datetime
    day: str
    day_href: str
    planned: bool
    sessions: tuple[SessionShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SymposiaPage(Page):
    """All symposia."""

    count: str
    symposia: tuple[SymposiumLine, ...]


def index(r: Reader, slug: str) -> SymposiaPage:
    """All symposia."""
    week = r.site.week
    count = r.words.count("%(count)s symposium", "%(count)s symposia", len(week.symposia))
    return SymposiaPage(
        title=page_name(r.words, Kind.SYMPOSIA),
        description=count,
        count=count,
        symposia=tuple(_line(r, name, told) for name, told in week.symposia.items()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SymposiumPage(Page):
    """A symposium; `waiting` and `dropped` are slugs of items without a time, to come or off."""

    symposium: Symposium
    crumbs: list[tuple[str, str]]
    facts: Facts
    stretches: tuple[Stretch, ...]
    waiting: tuple[str, ...]
    dropped: tuple[str, ...]


def symposium(r: Reader, slug: str) -> SymposiumPage:
    """A symposium with its sessions, those at one time together, and what has no time yet."""
    told = r.site.week.symposia[slug]
    untimed = [i for i in r.site.items_by_symposium.get(slug, ()) if i not in r.site.timetable.by_item]
    return SymposiumPage(
        title=r.label(told.title),
        description=r.plain(told.description, 200) or r.words.days(_days(r, slug)),
        symposium=told,
        crumbs=crumbs(r, Kind.SYMPOSIA),
        facts=_facts(r, slug, told),
        stretches=tuple(_stretches(r, slug)),
        waiting=tuple(item for item in untimed if r.site.week.items[item].status.takes_place),
        dropped=tuple(item for item in untimed if not r.site.week.items[item].status.takes_place),
    )


def spans_of(r: Reader, slug: str) -> list[Span]:
    """The sessions of a symposium that have a time, in its order."""
    sessions = r.site.sessions_of(slug)
    return [span for span in r.site.timetable.spans if span.session in sessions]


def _days(r: Reader, slug: str) -> list[date]:
    return sorted({r.local(span.start).date() for span in spans_of(r, slug)})


def _line(r: Reader, slug: str, told: Symposium) -> SymposiumLine:
    """A symposium in the index. Its count of items leaves breaks out, as the office counts them."""
    shown = sum(r.site.kind_of(item) is not ItemKind.BREAK for item in r.site.items_by_symposium.get(slug, ()))
    return SymposiumLine(
        slug=slug,
        title=r.text(told.title),
        days=_linked_days(r, slug),
        programme=told.programme,
        organisers=r.listing(r.institution_name(one) for one in told.organisers),
        description=excerpt(r, told.description, 240),
        count=r.words.count("%(count)s programme item", "%(count)s programme items", shown) if shown else "",
    )


def _linked_days(r: Reader, slug: str) -> Markup:
    """The days on which a symposium has sessions, on the host's clock; none before its first time is known."""
    return lines(
        Markup('<a href="{}">{}</a>').format(r.to(Kind.DAY, day_slug(day)), r.words.day_short(day))
        for day in _days(r, slug)
    )


def _facts(r: Reader, slug: str, told: Symposium) -> Facts:
    over = r.site.week.stage is Stage.HELD
    return [
        (r.words.count("Day", "Days", len(_days(r, slug))), _linked_days(r, slug)),
        (r.words.say("Exchange programme"), programme_link(r, told.programme) if told.programme else ""),
        (r.words.say("Organisers"), lines(r.institution(one) for one in told.organisers)),
        (r.words.say("Chairs"), lines(acting(r, one) for one in told.chairs)),
        (r.words.say("Languages"), languages(r, told.languages)),
        (r.words.say("Attendance"), r.words.say("The week is over.") if over and told.attend else ""),
    ]


def programme_link(r: Reader, slug: str) -> Markup:
    """An exchange programme with its mark, linked."""
    name = r.text(r.site.week.programmes[slug].name)
    return Markup('{}<a href="{}">{}</a>').format(mark(r, slug), r.to(Kind.PROGRAMME, slug), name)


def _stretches(r: Reader, slug: str) -> Iterator[Stretch]:
    """Sessions of exactly the same span stand together; one that only overlaps another follows it."""
    for (start, end), spans in groupby(spans_of(r, slug), key=lambda span: (span.start, span.end)):
        there = tuple(spans)
        day = r.local(start).date()
        yield Stretch(
            start=start,
            end=end,
            day=r.words.day_short(day),
            day_href=r.to(Kind.DAY, day_slug(day)),
            planned=any(r.site.provisional(i) for s in there for i in r.site.items_by_session.get(s.session, ())[:1]),
            sessions=tuple(_session(r, slug, span.session) for span in there),
        )


def _session(r: Reader, slug: str, name: str) -> SessionShown:
    week = r.site.week
    session = week.sessions[name]
    row = r.site.items_by_session.get(name, ())
    own = tuple(item for item in row if session.symposium == slug or week.items[item].symposium == slug)
    return SessionShown(
        slug=name,
        title=r.text(session.title),
        facts=session_facts(r, session),
        closed=r.called(session.visibility) if session.visibility.rank else "",
        items=own,
    )
