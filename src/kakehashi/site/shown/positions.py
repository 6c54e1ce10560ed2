"""Which positions people hold in the days of the week, and over which period."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import term
from kakehashi.site.shown.people import link, position, with_position
from kakehashi.week.people import Position


class Held(NamedTuple):
    """A position with its institution's page and its period."""

    part: Position
    title: Markup
    institution: Markup | str
    period: str


class PersonLine(NamedTuple):
    """A person in a list, with what he or she is in the days of the week."""

    slug: str
    link: Markup
    positions: tuple[Held, ...]


def in_week(r: Reader, person: str) -> tuple[Position, ...]:
    """The positions that a person holds on a day of the week, in the document's order; one day of it is enough."""
    positions = r.site.week.people[person].positions.values()
    return tuple(one for one in positions if any(one.held_on(day) for day in r.site.week.days))


def outside_week(r: Reader, person: str) -> tuple[Position, ...]:
    """The positions that a person held before the week or takes up after it."""
    there = in_week(r, person)
    return tuple(one for one in r.site.week.people[person].positions.values() if one not in there)


def acting(r: Reader, person: str) -> Markup:
    """Someone who chairs, moderates or coordinates, in the first position held during the week.

    Such roles are of the whole week, and the document names no position for them, unlike for a speaker.
    """
    return with_position(r, person, next(iter(in_week(r, person)), None))


def held(r: Reader, one: Position) -> Held:
    """A position as a page tells it."""
    return Held(one, position(r, one), r.institution(one.institution) if one.institution else "", period(r, one))


def period(r: Reader, one: Position) -> str:
    """From when until when a position is held; nothing when that is not told."""
    return term(r, one.begins.isoformat() if one.begins else None, one.until.isoformat() if one.until else None)


def people_of(r: Reader, institution: str) -> Iterator[PersonLine]:
    """The people with a position at an institution in the days of the week, with those positions alone."""
    for slug in r.site.people_by_institution.get(institution, ()):
        there = tuple(held(r, one) for one in in_week(r, slug) if one.institution == institution)
        if there and r.site.has_page(slug):
            yield PersonLine(slug, link(r, slug), there)
