"""What the parts of a week are called."""

from collections.abc import Sequence
from typing import Any

from kakehashi.findings import Value
from kakehashi.frozen import FrozenMap
from kakehashi.week.document import Week
from kakehashi.week.places import Room, RoomKind
from kakehashi.words import Text, words_of


def name_of(part: Any) -> FrozenMap[str, str] | None:
    """What a part is called in each language: its title, its name, a person's whole names.

    Empty where nobody has written one yet; `None` for a part that has no name by its nature, such as an attendance.
    """
    names = getattr(part, "names", None)
    if names is not None:
        return FrozenMap((tag, name.whole) for tag, name in names.items())
    text = getattr(part, "title", None) if hasattr(part, "title") else getattr(part, "name", None)
    # The name of a licence is no text in languages.
    return text if isinstance(text, FrozenMap) else None


def called(week: Week, collection: str, slug: str | None) -> Value:
    """What a part of a collection is called, ready to be a fact's value.

    Its slug while it is called nothing or does not exist: a fact may speak of a reference that leads nowhere. A room
    whose name another one has too is told with the house in which it lies, with its kind, or with its slug: whichever
    tells them apart.

    >>> week = Week.model_validate({
    ...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
    ...     "days": ["2021-09-29"], "rooms": {"hall": {"name": {"en": "Hall"}}},
    ... })
    >>> called(week, "rooms", "hall"), called(week, "rooms", "attic")
    (Text({'en': 'Hall'}), 'attic')
    """
    part = getattr(week, collection).get(slug)
    if part is None:
        return slug
    if isinstance(part, Room) and slug is not None:
        return _told_apart(week, slug, part)
    return name_of(part) or slug


def _told_apart(week: Week, slug: str, room: Room) -> Value:
    alike = [other for other in week.rooms.values() if other is not room and other.name == room.name]
    if not room.name:
        return slug
    return Text({tag: _with_mark(week, slug, room, alike, tag) for tag in room.name}) if alike else room.name


def _with_mark(week: Week, slug: str, room: Room, alike: Sequence[Room], tag: str) -> str:
    """A room's name in a language, with what tells it from those that have the same name."""
    words, mark = words_of(tag), slug
    if room.institution is not None and all(other.institution != room.institution for other in alike):
        house = week.institutions.get(room.institution)
        told = None if house is None else (house.short or house.name).best(tag, ["en"])
        mark = room.institution if told is None else told.text
    elif all(other.kind != room.kind for other in alike):
        mark = words.say("on site") if room.kind is RoomKind.PLACE else words.say("online")
    return words.say_in("room", "%(room)s (%(kind)s)", room=room.name[tag], kind=mark)
