"""A week that waits for its timetable: groups with sessions and talks without a time, institutions in five zones."""

import random
from datetime import date, datetime, timedelta
from typing import Any

from kakehashi.week import Week

ZONES = ("Asia/Tokyo", "Asia/Irkutsk", "Europe/Moscow", "Asia/Krasnoyarsk", "America/New_York")
STARTS = ("09:00", "11:00", "13:30", "15:30", "17:30", "19:30", "21:30")
"""When blocks begin, by the clocks of Tokyo: for somebody each of them is at night."""
SLOTS, SLOT_MINUTES = 5, 20
TWO_TALKS = 0.1
"""The share of the speakers' second talks."""


def waiting_week(talks: int, *, groups: int = 4, institutions: int = 12, seed: int = 0) -> Week:
    """A week of so many talks of 20 or 40 minutes; rooms and days grow with them, almost half of all slots are free."""
    chance = random.Random(seed)
    needed = round(talks * 1.25 / 0.55 / SLOTS / len(STARTS))
    days = max(1, min(5, round(needed / 10) or 1))
    rooms = max(2, -(-needed // days))
    sessions = [
        f"{group}-{number}" for group in range(groups) for number in range(-(-rooms * days * len(STARTS) // groups))
    ]
    first = date(2027, 5, 10)
    whole: dict[str, Any] = {
        "slug": "waiting-week",
        "title": {"en": "A week that waits"},
        "languages": ["en"],
        "zone": ZONES[0],
        "days": [str(first + timedelta(day)) for day in range(days)],
        "rooms": {f"room-{number}": {"name": {"en": f"Room {number}"}} for number in range(rooms)},
        "blocks": dict(_block(first + timedelta(day), start) for day in range(days) for start in STARTS),
        "institutions": {f"house-{n}": _institution(n) for n in range(institutions)},
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


def _block(day: date, start: str) -> tuple[str, dict[str, Any]]:
    at = datetime.fromisoformat(f"{day}T{start}")
    name = f"{day:%d}-{start.replace(':', '')}"
    return name, {"start": f"{at:%Y-%m-%dT%H:%M}[{ZONES[0]}]", "slots": SLOTS, "slot_minutes": SLOT_MINUTES}


def _institution(number: int) -> dict[str, Any]:
    zone = ZONES[0] if number % 4 == 0 else ZONES[1 + number % 4]
    return {"name": {"en": f"House {number}"}, "zone": zone}
