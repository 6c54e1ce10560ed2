"""References between the parts of a week: every slug that names another part, found from the types."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kakehashi.findings import Finding, Place
from kakehashi.week.agreements import Signatory
from kakehashi.week.anatomy import Found, Matter, leaves
from kakehashi.week.document import Week
from kakehashi.week.items import Speaker
from kakehashi.week.part import Keyed, Value

PROPOSALS = 50
"""For so many wrong references of a document the nearest name is sought; looking for thousands takes too long."""


def references(part: Value, place: Place = ()) -> list[Found]:
    """Every reference within a part, with its place and the collections that it leads into."""
    return leaves(part, Matter.REFERENCE, place=place)


def dangling(week: Week) -> Iterator[Finding]:
    """References that lead nowhere (`reference.unknown`), and positions that their person does not have."""
    yield from dangling_within(week, week)
    yield from _unknown_positions(week)


def dangling_within(part: Value, week: Week, place: Place = ()) -> Iterator[Finding]:
    """References of a part, or of what the office knows, that lead to nothing in the week.

    The nearest name is proposed where one of the right collection is near enough for a slip of the fingers.
    """
    number = 0
    for found in references(part, place):
        collections = found.leaf.collections
        # One collection will do: what runs apart may be sessions, symposia or items.
        if not any(found.value in getattr(week, collection) for collection in collections):
            number += 1
            names = [name for collection in collections for name in getattr(week, collection)]
            near = _nearest(found.value, names) if number <= PROPOSALS else None
            values = {"value": found.value, "nearest": near, "collection": collections[0]}
            yield Finding("reference.unknown", found.place, values)


def _unknown_positions(week: Week) -> Iterator[Finding]:
    for place, one in in_positions(week):
        person = week.people.get(one.person)
        if person is not None and one.position is not None and one.position not in person.positions:
            values = {"value": one.position, "nearest": _nearest(one.position, person.positions), "person": one.person}
            yield Finding("reference.position", (*place, "position"), values)


def in_positions(week: Week) -> Iterator[tuple[Place, Speaker | Signatory]]:
    """Everyone who acts in one of their positions, with the place that says so."""
    for slug, item in week.items.items():
        for number, speaker in enumerate(item.speakers):
            yield ("items", slug, "speakers", number), speaker
    for slug, agreement in week.agreements.items():
        for number, signatory in enumerate(agreement.signatories):
            yield ("agreements", slug, "signatories", number), signatory


def _nearest(value: str, names: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(value, names, n=1)), None)


def mentioned_people(week: Week) -> frozenset[str]:
    """The people whom some other part refers to: speakers, chairs, signatories, officers and so on."""
    return frozenset(found.value for found in references(_without_catalogues(week)) if _into(found, "people"))


def standing_institutions(week: Week) -> frozenset[str]:
    """The institutions with a reason to stand in the week: partners, those referred to, and what they belong to."""
    reached: set[str] = set()
    following = [found.value for found in references(_without_catalogues(week)) if _into(found, "institutions")]
    following += [found.value for person in week.people.values() for found in references(person)]
    following += [slug for slug, institution in week.institutions.items() if institution.partner]
    while following:
        slug = following.pop()
        if slug in week.institutions and slug not in reached:
            reached.add(slug)
            following += [whole for whole in (week.institutions[slug].part_of,) if whole is not None]
    return frozenset(reached)


def _without_catalogues(week: Week) -> Week:
    # An entry of a catalogue is no mention of itself, and the burden in a plan's result is no reason to be listed.
    return week.model_copy(update={"people": Keyed(), "institutions": Keyed(), "planning": None})


def _into(found: Found, collection: str) -> bool:
    return collection in found.leaf.collections
