"""The alumni association: what it is for, who leads it, its past, its general conference.

Of a conference for members the public reads the time and the points that are open; the rest was taken out of the week
before this page could show it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import Facts, outward, term
from kakehashi.site.shown.positions import acting
from kakehashi.site.shown.times import day_of
from kakehashi.week import Placement
from kakehashi.week.association import Association, Event, Officer


class OfficerShown(NamedTuple):
    """An office of the association, who holds it, and when."""

    part: Officer
    person: Markup
    period: str


class EventShown(NamedTuple):
    """Something of the association's past, with its date as far as known."""

    part: Event
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationPage(Page):
    """The association; `figure` is the year of its founding, `conference` the slug of an item."""

    told: Association
    over: str
    figure: str
    facts: Facts
    officers: tuple[OfficerShown, ...]
    history: tuple[EventShown, ...]
    conference: str | None
    placement: Placement | None
    day: str


def association(r: Reader, slug: str) -> AssociationPage:
    """The association; of its agenda what these readers may see. Asked for only where the week has one."""
    # The page exists only with an association; the empty one is for the type checker's sake.
    told = r.site.week.association or Association(name=r.site.week.title)
    conference = told.general_conference
    placement = r.site.timetable.by_item.get(conference) if conference else None
    return AssociationPage(
        title=r.label(told.name),
        description=r.plain(told.purpose, 200),
        told=told,
        over=page_name(r.words, Kind.ASSOCIATION),
        figure=told.since[:4] if told.since else "",
        facts=_facts(r, told),
        officers=tuple(_officer(r, one) for one in told.officers.values()),
        history=tuple(EventShown(one, r.words.partial_date(one.date)) for one in told.history),
        conference=conference,
        placement=placement,
        day=r.words.day(day_of(r, placement)) if placement else "",
    )


def _facts(r: Reader, told: Association) -> Facts:
    return [
        (r.words.say("Since"), r.words.partial_date(told.since) if told.since and told.since[4:] else ""),
        (r.words.say("Seat"), r.institution(told.seat) if told.seat else ""),
        (r.words.say("Short name"), r.text(told.short)),
        (r.words.say("Elsewhere"), outward(told.web) if told.web else ""),
    ]


def _officer(r: Reader, one: Officer) -> OfficerShown:
    begins, until = (day.isoformat() if day else None for day in (one.begins, one.until))
    return OfficerShown(one, acting(r, one.person) if one.person else Markup(), term(r, begins, until))
