"""What an audience may see of a week: everything closed is taken out here, once, and nowhere else."""

from collections.abc import Mapping
from datetime import datetime
from itertools import count

from pydantic import AwareDatetime

from kakehashi.week.access import Access
from kakehashi.week.closing import only, opened
from kakehashi.week.digest import timetable_digest
from kakehashi.week.document import Week
from kakehashi.week.items import Item
from kakehashi.week.part import Keyed, Note, Value, Visibility
from kakehashi.week.people import Person, Shown
from kakehashi.week.planning import Planning
from kakehashi.week.rebuilding import rebuilt
from kakehashi.week.references import mentioned_people, standing_institutions
from kakehashi.week.symposia import Session
from kakehashi.week.timetable import timetable


class VisibleWeek(Week):
    """A week as `audience` may see it at the moment `at`. Only `for_audience` makes one.

    What is closed to the audience stands in it as a bare entry (time, kind, status) whose `visibility` is above the
    audience's: pages say "members only" there.
    """

    audience: Visibility
    at: AwareDatetime

    def closed(self, part: Item | Session) -> bool:
        """Whether an item or a session is a bare entry, closed to this audience."""
        return part.visibility.rank > self.audience.rank


def for_audience(week: Week, audience: Visibility, at: datetime) -> VisibleWeek:
    """The week without what `audience` may not see at the moment `at` (aware).

    Staff sees all but a plan's result that speaks of another timetable. For everyone else wishes, asked roles, closed
    notes, symposia, recordings and agenda, a closed plan's result, and what is still to come out are gone, with every
    reference to them; closed items and sessions keep their time and kind alone, so that no other start moves. People
    shown by affiliation lose their names, slug included; people whom nothing visible mentions are left out, and so are
    institutions that are no partners.
    """
    access = Access(week, audience, at)
    reduced = week if audience is Visibility.STAFF else _nameless(_mentioned(_settled(opened(access), access)))
    fields = {name: getattr(reduced, name) for name in Week.model_fields}
    fields["planning"] = _current(week, reduced, access)
    # Nothing to validate: every part was valid when the week was read, or was made from such parts.
    return VisibleWeek.model_construct(**fields, audience=audience, at=at)


def _settled(week: Week, access: Access) -> Week:
    """Without closed notes, and without references to what is no longer there or still to come out."""
    hidden = {slug for slug, item in access.week.items.items() if not access.out(item.visible_from)}

    def lead(collections: tuple[str, ...], slug: str) -> str | None:
        if "items" in collections and slug in hidden:
            return None
        return slug if any(slug in getattr(week, collection) for collection in collections) else None

    def keep(part: Value) -> bool:
        return not isinstance(part, Note) or access.admits(part.visibility)

    return rebuilt(week, lead, keep) or week


def _mentioned(week: Week) -> Week:
    """Without the people whom nothing mentions, then without the institutions that nothing holds."""
    # People first: an institution may stand for nothing but a position of somebody who goes.
    peopled = week.model_copy(update={"people": only(week.people, mentioned_people(week))})
    return peopled.model_copy(update={"institutions": only(week.institutions, standing_institutions(peopled))})


def _nameless(week: Week) -> Week:
    """With people shown by affiliation under a number, known by their positions alone."""
    if all(person.shown is Shown.NAME for person in week.people.values()):
        return week
    named = {slug for slug, person in week.people.items() if person.shown is Shown.NAME}
    numbers = (name for name in map("affiliation-{}".format, count(1)) if name not in named)
    names = {slug: slug if slug in named else next(numbers) for slug in week.people}
    people = Keyed((names[slug], _affiliated(person)) for slug, person in week.people.items())
    return _renamed(week.model_copy(update={"people": people}), names)


def _affiliated(person: Person) -> Person:
    if person.shown is Shown.NAME:
        return person
    return Person(positions=person.positions, languages=person.languages, zone=person.zone, shown=person.shown)


def _renamed(week: Week, names: Mapping[str, str]) -> Week:
    def lead(collections: tuple[str, ...], slug: str) -> str | None:
        return names[slug] if collections == ("people",) else slug

    return rebuilt(week, lead, lambda _: True) or week


def _current(week: Week, reduced: Week, access: Access) -> Planning | None:
    """The plan's result while it speaks of the week's timetable; then it names that of the reduced week."""
    planning = reduced.planning
    if planning is None or not access.admits(planning.visibility):
        return None
    if planning.timetable != timetable_digest(timetable(week)):
        return None
    burdens = type(planning.burdens)(
        (slug, burden) for slug, burden in planning.burdens.items() if slug in reduced.institutions
    )
    # Items still to come out go by other slugs in the reduced week, so its digest is another.
    return planning.model_copy(update={"burdens": burdens, "timetable": timetable_digest(timetable(reduced))})
