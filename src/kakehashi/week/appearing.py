"""Who has to be there live in an item, for which institutions, and by which clock."""

from collections.abc import Iterator
from dataclasses import dataclass

from kakehashi.week.document import Week
from kakehashi.week.items import Delivery, Item, Speaker, SpeakerRole


def is_there(item: Item, role: SpeakerRole) -> bool:
    """Whether the role has to be present: nobody for a recording, not the author of what another reads out."""
    if item.delivery is Delivery.RECORDED or not role.must_be_there:
        return False
    read = item.delivery is Delivery.READ_OUT and any(one.role is SpeakerRole.READER for one in item.speakers)
    return not (read and role is SpeakerRole.SPEAKER)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person who has to be there in an item, for these institutions, each with the clock that counts for it.

    The institutions are those for which the person speaks, in order, the first the one that counts where only one can;
    the clocks are the person's own where that is known. Both are empty for somebody of whom no institution is known.
    `own` is the zone that the person gives, if any.
    """

    person: str
    houses: tuple[str, ...]
    zones: tuple[str, ...]
    own: str | None = None

    @property
    def clock(self) -> str | None:
        """The zone by whose clock the person sleeps: the own one, else that of the first institution; or unknown."""
        return self.own or next(iter(self.zones), None)


def appearances_in(week: Week, item: Item) -> tuple[Appearance, ...]:
    """Everyone who has to be there live in an item that takes place; who has several roles in it, once."""
    found: dict[str, Appearance] = {}
    for speaker in item.speakers if item.status.takes_place else ():
        if is_there(item, speaker.role) and speaker.person not in found:
            houses = houses_of(week, item, speaker)
            own = week.people[speaker.person].zone if speaker.person in week.people else None
            zones = tuple(own or week.institutions[house].zone for house in houses)
            found[speaker.person] = Appearance(speaker.person, houses, zones, own)
    return tuple(found.values())


def houses_of(week: Week, item: Item, speaker: Speaker) -> tuple[str, ...]:
    """The institutions for which a speaker appears in an item.

    That of the position named for the occasion; else those of positions held during the week, of which the ones that
    the item names come alone if there are any. Somebody without a position, as many a student is, appears for those
    that the item names: for the ones on his or her own clock, if that is told.
    """
    person = week.people.get(speaker.person)
    named = person.positions.get(speaker.position) if person is not None and speaker.position is not None else None
    if named is not None and named.institution is not None and named.institution in week.institutions:
        return (named.institution,)
    here = tuple(dict.fromkeys(house for house in item.institutions if house in week.institutions))
    held = tuple(dict.fromkeys(_held(week, speaker.person)))
    if held:
        return tuple(house for house in held if house in here) or held
    own = person.zone if person is not None else None
    return tuple(house for house in here if week.institutions[house].zone == own) or here


def _held(week: Week, slug: str) -> Iterator[str]:
    person = week.people.get(slug)
    for position in person.positions.values() if person is not None else ():
        house = position.institution
        if house is not None and house in week.institutions and position.held_within(min(week.days), max(week.days)):
            yield house
