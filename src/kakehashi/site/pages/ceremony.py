"""The order of ceremony, for staff: session by session, who speaks when, in which position, after whom.

What a master of ceremonies holds in hand: names with their readings and honorifics, as they are read out. It exists on
the site for staff alone, as it shows the order of protocol and what was agreed of precedence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, SECOND, filled
from kakehashi.site.shown.facts import Facts, lines
from kakehashi.site.shown.people import name as name_shown
from kakehashi.site.shown.people import name_of, stands_in
from kakehashi.site.shown.people import position as position_shown
from kakehashi.site.shown.positions import acting
from kakehashi.site.shown.sessions import session_facts, session_title
from kakehashi.site.shown.times import length, local_spans, time
from kakehashi.week import Placement, Span
from kakehashi.week.items import Delivery, Item, Speaker, SpeakerRole
from kakehashi.week.symposia import Session


class Acting(NamedTuple):
    """Someone in an order of ceremony: position and name as they are read out, how the name is read, in whose place."""

    announced: Markup
    reading: str
    role: str
    in_place_of: Markup | None
    protocol: str


class Step(NamedTuple):
    """A line of an order of ceremony."""

    slug: str
    placement: Placement
    kind: str
    minutes: str
    people: tuple[Acting, ...]
    after: Markup
    how: tuple[str, ...]


class Order(NamedTuple):
    """The order of one session."""

    title: Markup
    day: str
    span: Span
    facts: Facts
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyPage(Page):
    """The institutions in the order of protocol, and the order of every session."""

    protocol: tuple[Markup, ...]
    orders: tuple[Order, ...]


def ceremony(r: Reader, slug: str) -> CeremonyPage:
    """Every session that has a time, in the order of time."""
    protocol = r.site.week.wishes.protocol
    return CeremonyPage(
        title=page_name(r.words, Kind.CEREMONY),
        description=r.words.say("For staff only"),
        protocol=tuple(r.institution_name(one) for one in protocol),
        orders=tuple(_order(r, span) for span in r.site.timetable.spans),
    )


def _order(r: Reader, span: Span) -> Order:
    session = r.site.week.sessions[span.session]
    row = r.site.items_by_session.get(span.session, ())
    return Order(
        title=session_title(r, session),
        day=r.words.day(r.local(span.start).date()),
        span=span,
        facts=[*_led(r, session), *session_facts(r, session), (r.words.say("Local times"), lines(_elsewhere(r, span)))],
        steps=tuple(_step(r, slug, session) for slug in row),
    )


def _led(r: Reader, session: Session) -> Facts:
    """Who leads a session that names no chairs of its own: those of its symposium."""
    symposium = r.site.week.symposia.get(session.symposium or "")
    if symposium is None or session.chairs:
        return []
    return [(r.words.say("Chairs of the symposium"), lines(acting(r, one) for one in symposium.chairs))]


def _elsewhere(r: Reader, span: Span) -> Iterator[str]:
    """When a session is on the partners' clocks, west first: who is to be called up there reads it here."""
    for local in local_spans(r, span.start, span.end):
        if local.other_day:
            yield r.words.say_in(
                "time in a city", "%(city)s %(time)s (%(day)s)", city=local.cities, time=local.span, day=local.other_day
            )
        elif not local.host:
            yield r.words.say_in("time in a city", "%(city)s %(time)s", city=local.cities, time=local.span)


def _step(r: Reader, slug: str, session: Session) -> Step:
    item = r.site.week.items[slug]
    placement = r.site.timetable.by_item[slug]
    return Step(
        slug=slug,
        placement=placement,
        kind=r.kind_beside(slug),
        minutes=r.words.minutes(length(placement)) if length(placement) else "",
        people=tuple(_acting(r, speaker, slug) for speaker in item.speakers),
        after=r.listing(_preceding(r, slug)),
        how=tuple(_how(r, item, session)),
    )


def _preceding(r: Reader, slug: str) -> Iterator[Markup]:
    """What must come before an item, as agreed: when it is and who speaks, as two remarks may have one title."""
    for agreed in r.site.week.wishes.precedence:
        if agreed.then == slug and agreed.first in r.site.week.items:
            placement = r.site.timetable.by_item.get(agreed.first)
            who = r.listing(name_shown(r, one.person) for one in r.site.week.items[agreed.first].speakers)
            told = who or r.heading(agreed.first)
            yield Markup("{} {}").format(time(r, placement.start), told) if placement else told


def _acting(r: Reader, speaker: Speaker, slug: str) -> Acting:
    named = name_of(r, speaker.person)
    held = r.site.position_of(speaker, slug)
    told = name_shown(r, speaker.person)
    if named is not None and named.name.honorific:
        said = r.words.say_in("name with honorific", "%(honorific)s %(name)s", honorific=FIRST, name=SECOND)
        told = filled(said, Markup("{}").format(named.name.honorific), told)
    if held is not None:
        said = r.words.say_in("order of ceremony", "%(name)s, %(position)s", name=FIRST, position=SECOND)
        told = filled(said, told, position_shown(r, held))
    return Acting(
        announced=told,
        reading=(named.name.reading or "") if named else "",
        role="" if speaker.role is SpeakerRole.SPEAKER else r.called(speaker.role),
        in_place_of=stands_in(r, speaker, slug),
        protocol=_rank(r, held.institution) if held else "",
    )


def _rank(r: Reader, institution: str | None) -> str:
    """The place of an institution in the order of protocol, counted from 1; empty for one that has none."""
    protocol = r.site.week.wishes.protocol
    return str(protocol.index(institution) + 1) if institution in protocol else ""


def _how(r: Reader, item: Item, session: Session) -> Iterator[str]:
    """How an item is given: beforehand or read out, in which languages, interpreted by whom."""
    if item.delivery is not Delivery.LIVE:
        yield r.called(item.delivery)
    if item.languages:
        yield r.words.say("in %(languages)s", languages=r.words.listing(map(r.words.language_name, item.languages)))
    for offered in session.interpreting:
        if offered.interpreter is not None and offered.source in item.languages:
            yield r.words.say(
                "interpreted into %(language)s by %(person)s",
                language=r.words.language_name(offered.target),
                person=name_shown(r, offered.interpreter).striptags(),
            )
