"""Who appears live, by which clock, and for which institution: what a fairness card draws.

An appearance is one person in one item that takes place. It stands for every institution for which the person speaks
there, and its hours are those of the person's own clock.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from kakehashi.site.pictures import state
from kakehashi.site.pictures.clocks import DAY, EVENING, hour_of
from kakehashi.site.reader import Reader
from kakehashi.week.items import Delivery, Item, Speaker, SpeakerRole
from kakehashi.words.zones import rules


class Appearance(NamedTuple):
    """A person in an item, from `start` until `end` (UTC), on the clock of `zone`."""

    item: str
    speaker: Speaker
    start: datetime
    end: datetime
    zone: str

    @property
    def hours(self) -> tuple[float, float]:
        """From which hour of its clock until which; it lasts as long as it lasts even where that clock is changed."""
        first = hour_of(self.start.astimezone(rules(self.zone)))
        return first, first + (self.end - self.start).total_seconds() / 3600

    @property
    def by_night(self) -> bool:
        """Whether it begins by night, or is not over when night begins."""
        # What ends as night begins has its last moment just before.
        last = max(self.start, self.end - datetime.resolution)
        return any(state(at.astimezone(rules(self.zone))) == "night" for at in (self.start, last))


def inconvenience(one: Appearance) -> tuple[bool, float, float]:
    """How inconvenient the hour of an appearance is, to compare it with others.

    Night is worse than any other hour; else what counts is how far it begins or ends outside the working day, and
    within that how far its middle is from the middle of the working day.
    """
    first, last = one.hours
    # Before the working day, or after the one before: whichever is nearer.
    outside = max(min(DAY - first, first + 24 - EVENING), last - EVENING, 0.0)
    return one.by_night, outside, abs((first + last) / 2 - (DAY + EVENING) / 2)


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
