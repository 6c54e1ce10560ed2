"""Weeks that wait for their timetable: groups with sessions and talks without a time, institutions in five zones.

In one nearly half of all slots are free; in the other, the tight one, there are hardly more slots than talks need, and
it is evening in most of them for those who live furthest east.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from kakehashi.week import Week

SLOTS, SLOT_MINUTES = 5, 20
TWO_TALKS = 0.1
"""The share of the speakers' second talks."""
FIRST_DAY = date(2027, 5, 10)
NEEDED = 1.25
"""Slots that a talk takes on the average."""


@dataclass(frozen=True)
class Frame:
    """In what talks are to be put: the zones of the institutions, the starts of blocks by the first zone's clock."""

    zones: Sequence[str]
    starts: Sequence[Sequence[str]]
    rooms: int
    spare: float = 1.0
    """How many sessions all groups have together, for each cell: groups differ in size, and each has as many."""

    @property
    def blocks(self) -> int:
        """How many there are, all days together."""
        return sum(map(len, self.starts))


ROOMY = ("Asia/Tokyo", "Asia/Irkutsk", "Europe/Moscow", "Asia/Krasnoyarsk", "America/New_York")
DAY = ("09:00", "11:00", "13:30", "15:30", "17:30", "19:30", "21:30")
"""When blocks begin, by the clocks of Tokyo: for somebody each of them is at night."""
TIGHT = ("Asia/Tokyo", "Asia/Vladivostok", "Europe/Moscow", "Europe/Berlin", "America/New_York")
EVENINGS = (("17:00", "19:00", "21:00"), ("19:00", "21:00"), ("18:30", "20:20", "22:10"))
"""Mostly evenings, when it is day in Europe and morning in America."""


def waiting_week(talks: int, *, groups: int = 4, institutions: int = 12, seed: int = 0) -> Week:
    """A week of so many talks of 20 or 40 minutes; rooms and days grow with them, almost half of all slots are free."""
    needed = round(talks * NEEDED / 0.55 / SLOTS / len(DAY))
    days = max(1, min(5, round(needed / 10) or 1))
    return _week(talks, Frame(ROOMY, [DAY] * days, max(2, -(-needed // days))), groups, institutions, seed)


def tight_week(talks: int = 300, *, groups: int = 4, institutions: int = 12, seed: int = 0) -> Week:
    """A week in which nearly every slot is filled, so that somebody has to speak late; rooms grow with the talks."""
    rooms = max(2, round(talks * NEEDED / 0.94 / SLOTS / sum(map(len, EVENINGS))))
    return _week(talks, Frame(TIGHT, EVENINGS, rooms, spare=1.5), groups, institutions, seed)


def _week(talks: int, frame: Frame, groups: int, institutions: int, seed: int) -> Week:
    chance = random.Random(seed)
    own = ceil(frame.rooms * frame.blocks * frame.spare / groups)
    sessions = [f"{group}-{number}" for group in range(groups) for number in range(own)]
    whole: dict[str, Any] = {
        "slug": "waiting-week",
        "title": {"en": "A week that waits"},
        "languages": ["en"],
        "zone": frame.zones[0],
        "days": [str(FIRST_DAY + timedelta(day)) for day in range(len(frame.starts))],
        "rooms": {f"room-{number}": {"name": {"en": f"Room {number}"}} for number in range(frame.rooms)},
        "blocks": dict(
            _block(FIRST_DAY + timedelta(day), start, frame.zones[0])
            for day, starts in enumerate(frame.starts)
            for start in starts
        ),
        "institutions": {f"house-{n}": _institution(n, frame.zones) for n in range(institutions)},
        "symposia": {f"group-{group}": {"title": {"en": f"Group {group}"}} for group in range(groups)},
        "sessions": {f"session-{name}": {"symposium": f"group-{name.split('-')[0]}"} for name in sessions},
        "people": {},
        "items": {},
    }
    for number in range(talks):
        house = chance.randrange(institutions)
        person = f"speaker-{house}-{number if chance.random() > TWO_TALKS else chance.randrange(max(1, talks // 50))}"
        whole["people"][person] = {
            "names": {"en": {"whole": f"Speaker of house {house}"}},
            "positions": {"speaker": {"title": {"en": "Speaker"}, "institution": f"house-{house}"}},
        }
        whole["items"][f"talk-{number}"] = {
            "kind": "talk",
            "title": {"en": f"Talk {number}"},
            "symposium": f"group-{chance.randrange(groups)}",
            "minutes": chance.choice((20, 20, 20, 40)),
            "speakers": [{"person": person}],
        }
    return Week.model_validate(whole)


def _block(day: date, start: str, zone: str) -> tuple[str, dict[str, Any]]:
    at = datetime.fromisoformat(f"{day}T{start}")
    name = f"{day:%d}-{start.replace(':', '')}"
    return name, {"start": f"{at:%Y-%m-%dT%H:%M}[{zone}]", "slots": SLOTS, "slot_minutes": SLOT_MINUTES}


def _institution(number: int, zones: Sequence[str]) -> dict[str, Any]:
    return {"name": {"en": f"House {number}"}, "zone": zones[number % len(zones)]}
