"""The fairness card: what a plan's timetable asks of each institution's people by their own clocks."""

from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures import Borne, Stay, burdens_picture, state, state_word
from kakehashi.site.reader import Reader
from kakehashi.site.shown.appearances import Placed, appearances, inconvenience
from kakehashi.site.shown.people import name as person_name
from kakehashi.site.shown.times import noon, offset
from kakehashi.week.organising import OrganisationRole
from kakehashi.week.planning import Burden, Planning, PlanStatus
from kakehashi.words.zones import rules


class HourShown(NamedTuple):
    """A live appearance by its own clock.

    `offset` is empty where that clock is as far from UTC as the institution's, and neither is changed meanwhile.
    """

    item: str
    day: str
    span: str
    offset: str
    state: str
    person: Markup


class Bearer(NamedTuple):
    """An institution with what it bears; `hours` are all its appearances in the order of time."""

    link: Markup
    name: Markup
    clock: str
    appearances: str
    total: str
    mean: str
    alone: str
    worst: HourShown | None
    best: HourShown | None
    hours: tuple[HourShown, ...]


class Price(NamedTuple):
    """What all institutions bear together, the least that they could, and what fairness costs them beyond that."""

    total: str
    least: str
    more: str
    share: str


class FairnessCard(NamedTuple):
    """The card of a plan; `closed` says who alone may read it, `proof` how far the plan is from the best."""

    closed: str
    drawing: Markup
    bearers: tuple[Bearer, ...]
    price: Price | None
    proof: str


def fairness_card(r: Reader) -> FairnessCard | None:
    """The card of the week's last plan; `None` where there is none that these readers may see or that still holds."""
    planning = r.site.week.planning
    if planning is None or not planning.burdens:
        return None
    # Whoever is worst off comes first; among equals the order of the document, which a host settles by protocol.
    order = [slug for slug in r.site.week.institutions if slug in planning.burdens]
    order.sort(key=lambda slug: -planning.burdens[slug].mean)
    there = appearances(r)
    borne = [_borne(r, slug, planning.burdens[slug], there.get(slug, ())) for slug in order]
    return FairnessCard(
        closed=r.called(planning.visibility) if planning.visibility.rank else "",
        drawing=burdens_picture(borne, r.words),
        bearers=tuple(_bearer(r, slug, planning.burdens[slug], there.get(slug, ())) for slug in order),
        price=_price(r, planning),
        proof=_proof(r, planning),
    )


def _clock(r: Reader, slug: str) -> str:
    """An institution's city, and how far its clock is from UTC: two offsets where it is changed during the week."""
    told = r.site.week.institutions[slug]
    city = r.label(told.city) or r.words.zone_city(told.zone)
    return r.words.say("%(city)s, %(offset)s", city=city, offset=r.words.listing(_offsets(r, told.zone)))


def _offsets(r: Reader, zone: str) -> tuple[str, ...]:
    """How far the clock of a zone is from UTC on the days of the week, each offset once."""
    return tuple(dict.fromkeys(r.words.offset(zone, noon(r, day)) for day in r.site.week.days))


def _borne(r: Reader, slug: str, burden: Burden, there: tuple[Placed, ...]) -> Borne:
    told = r.site.week.institutions[slug]
    hosts = (one.institution for one in r.site.week.organisations if one.role is OrganisationRole.HOST)
    return Borne(
        name=r.label(told.name),
        short=r.label(told.short) or r.label(told.name),
        clock=_clock(r, slug),
        stays=tuple(Stay(*one.hours) for one in there),
        mean=burden.mean,
        alone=burden.alone,
        host=slug in hosts,
    )


def _bearer(r: Reader, slug: str, burden: Burden, there: tuple[Placed, ...]) -> Bearer:
    zone = r.site.week.institutions[slug].zone
    ranked = sorted(there, key=inconvenience)
    number = r.words.number
    return Bearer(
        link=r.institution(slug),
        name=r.institution_name(slug),
        clock=_clock(r, slug),
        appearances=number(burden.appearances),
        total=number(burden.total),
        mean=number(burden.mean),
        alone="" if burden.alone is None else number(burden.alone),
        worst=_hour_shown(r, ranked[-1], zone) if ranked else None,
        best=_hour_shown(r, ranked[0], zone) if ranked else None,
        hours=tuple(_hour_shown(r, one, zone) for one in there),
    )


def _hour_shown(r: Reader, one: Placed, zone: str) -> HourShown:
    start, end = (at.astimezone(rules(one.zone)) for at in (one.start, one.end))
    return HourShown(
        item=one.item,
        day=r.words.day_short(start.date()),
        span=r.words.span(start, end) if start != end else r.words.clock(start),
        offset=_hour_offset(r, one.zone, start, end, zone),
        state=state_word(state(start), r.words),
        person=person_name(r, one.person),
    )


def _hour_offset(r: Reader, clock: str, start: datetime, end: datetime, house: str) -> str:
    """How far a clock is from UTC during an appearance; nothing where the line of the institution has said so."""
    during = tuple(dict.fromkeys(r.words.offset(clock, at) for at in (start, end)))
    if len(during) == 1:
        return "" if during == _offsets(r, house) else offset(r, clock, start)
    return r.words.say_in("a stretch of time", "%(start)s – %(end)s", start=during[0], end=during[1])


def _price(r: Reader, planning: Planning) -> Price | None:
    total, least = planning.total, planning.least_total
    if total is None or least is None:
        return None
    share = planning.price_of_fairness
    return Price(
        total=r.words.number(total),
        least=r.words.number(least),
        more=r.words.number(max(0, total - least)),
        share="" if share is None else r.words.percent(share),
    )


def _proof(r: Reader, planning: Planning) -> str:
    """How sure it is that no timetable is better."""
    if planning.status is PlanStatus.OPTIMAL:
        return r.words.say("It is proven that no timetable meets the aims of the plan better.")
    if planning.gap is None:
        return r.words.say("A better timetable may exist: the search has not ruled it out.")
    return r.words.say(
        "A better timetable may exist, but by the first aim it is better by %(share)s at most.",
        share=r.words.percent(planning.gap),
    )
