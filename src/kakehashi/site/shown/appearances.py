"""Who appears live, by which clock, and for which institution: what a fairness card draws.

An appearance is one person in one item that takes place. It stands for every institution for which the person speaks
there, and its hours are those of the person's own clock.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from kakehashi.site.reader import Reader
from kakehashi.week.items import Delivery, Item, Speaker, SpeakerRole


class Appearance(NamedTuple):
    """A person in an item, from `start` until `end` (UTC), on the clock of `zone`."""

    item: str
    speaker: Speaker
    start: datetime
    end: datetime
    zone: str


def appearances(r: Reader) -> Mapping[str, tuple[Appearance, ...]]:
    """The live appearances of each institution's people, in the order of time; institutions without any are left out.

    What readers of this site may not see has no speakers here, and so no appearances.
    """
    return r.site.once(("appearances",), lambda: _appearances(r))


def _appearances(r: Reader) -> Mapping[str, tuple[Appearance, ...]]:
    found: defaultdict[str, list[Appearance]] = defaultdict(list)
    for placed in r.site.timetable.placements:
        item = r.site.week.items[placed.item]
        for speaker in item.speakers if item.status.takes_place else ():
            if not _is_there(item, speaker.role):
                continue
            for house in houses(r, item, speaker):
                zone = r.site.week.people[speaker.person].zone or r.site.week.institutions[house].zone
                found[house].append(Appearance(placed.item, speaker, placed.start, placed.end, zone))
    return {house: tuple(there) for house, there in found.items()}


def _is_there(item: Item, role: SpeakerRole) -> bool:
    """Whether a role is played live: nobody's in a recording, and not the author's in what another reads out."""
    if item.delivery is Delivery.RECORDED or not role.must_be_there:
        return False
    read = item.delivery is Delivery.READ_OUT and any(one.role is SpeakerRole.READER for one in item.speakers)
    return not (read and role is SpeakerRole.SPEAKER)


def houses(r: Reader, item: Item, speaker: Speaker) -> tuple[str, ...]:
    """The institutions for which a speaker appears in an item.

    That of the position named for the occasion; else those of positions held during the week, of which the ones that
    the item names come alone if there are any. Somebody without a position, as many a student is, appears for those
    that the item names: for the ones on his or her own clock, if that is told.
    """
    person = r.site.week.people[speaker.person]
    named = person.positions.get(speaker.position) if speaker.position is not None else None
    if named is not None and named.institution is not None:
        return (named.institution,)
    held = tuple(dict.fromkeys(_held(r, speaker.person)))
    if held:
        return tuple(house for house in held if house in item.institutions) or held
    near = tuple(house for house in item.institutions if r.site.week.institutions[house].zone == person.zone)
    return near or item.institutions


def _held(r: Reader, person: str) -> Iterator[str]:
    days = r.site.week.days
    for position in r.site.week.people[person].positions.values():
        if position.institution is not None and position.held_within(days[0], days[-1]):
            yield position.institution
