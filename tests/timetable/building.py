"""A small week to plan, and ways to vary it."""

from typing import Any

from tests.week.building import institution, person
from tests.week.building import week as plain_week

from kakehashi.planner import Place, Solution
from kakehashi.timetable import Posed, pose
from kakehashi.week import Week

HOUSES = {
    "tokyo": institution("Tokyo", "Asia/Tokyo"),
    "kazan": institution("Kazan", "Europe/Moscow"),
    "lima": institution("Lima", "America/Lima"),
}


def block(start: str, slots: int = 4, zone: str = "Asia/Tokyo") -> dict[str, Any]:
    """A block of slots of half an hour."""
    return {"start": f"{start}[{zone}]", "slots": slots, "slot_minutes": 30}


PARTS: dict[str, Any] = {
    "institutions": HOUSES,
    "rooms": {"hall": {"name": {"en": "Hall"}}, "attic": {"name": {"en": "Attic"}}},
    "blocks": {"morning": block("2021-09-29T10:00"), "afternoon": block("2021-09-29T15:00")},
    "symposia": {"tea": {"title": {"en": "Tea"}}, "cake": {"title": {"en": "Cake"}}},
}


def week(**parts: Any) -> Week:
    """A week of two blocks and two rooms in Tokyo, with three institutions."""
    return plain_week(**(PARTS | parts))


def talk(session: str | None = "leaves", minutes: int = 30, **keys: Any) -> dict[str, Any]:
    """A talk of half an hour of the symposium on tea."""
    return {
        "kind": "talk",
        "title": {"en": "A talk"},
        "symposium": "tea",
        "session": session,
        "minutes": minutes,
    } | keys


def session(title: str | None = None, symposium: str | None = "tea", **keys: Any) -> dict[str, Any]:
    """A session of the symposium on tea that may be moved, without a title unless one is given."""
    return {"symposium": symposium, "title": {} if title is None else {"en": title}} | keys


def speaking(name: str, **keys: Any) -> list[dict[str, Any]]:
    """One speaker."""
    return [{"person": name} | keys]


def of(house: str | None, **keys: Any) -> dict[str, Any]:
    """Somebody with a position at an institution."""
    return person(positions={"dean": {"title": {"en": "Dean"}, "institution": house}} if house else {}, **keys)


def at(posed: Posed, **places: tuple[str, str, int]) -> Solution:
    """The timetable with each talk in a block, a room, and from a slot on; `_` in a name stands for `-`."""
    return Solution.of(posed.problem, {name.replace("_", "-"): Place(*place) for name, place in places.items()})


def posed(keep: bool = False, only: str | None = None, **parts: Any) -> Posed:
    """The small week, posed."""
    return pose(week(**parts), keep=keep, only=only)


def in_a_row(posed: Posed) -> Solution:
    """The timetable with every talk in the hall in the afternoon, one behind the other."""
    places, slot = {}, 0
    for one in posed.problem.talks:
        places[one.name] = ("afternoon", "hall", slot)
        slot += one.slots
    return at(posed, **places)
