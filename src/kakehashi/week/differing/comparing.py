"""Two states of a part laid side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kakehashi.findings import Change, Place, Value
from kakehashi.frozen import FrozenMap
from kakehashi.week.document import Week
from kakehashi.week.part import Value as Part
from kakehashi.week.timetable import Timetable, timetable
from kakehashi.words.zones import rules


@dataclass(frozen=True)
class Side:
    """One of the two weeks, with the timetable that follows from it."""

    week: Week
    table: Timetable

    @classmethod
    def of(cls, week: Week) -> "Side":
        """The side that a week makes."""
        return cls(week, timetable(week))

    def start_of_item(self, slug: str) -> datetime | None:
        """When an item starts, on the host's clock; `None` while it has no time."""
        placed = self.table.by_item.get(slug)
        return None if placed is None else placed.start.astimezone(rules(self.week.zone))

    def start_of_session(self, slug: str | None) -> datetime | None:
        """When a session starts, on the host's clock; `None` while it has no time."""
        span = self.table.by_session.get(slug or "")
        return None if span is None else span.start.astimezone(rules(self.week.zone))

    def name(self, collection: str, slug: str | None) -> Value:
        """What a part is called, or its slug while it is called nothing."""
        part = getattr(self.week, collection).get(slug)
        return slug if part is None else name_of(part) or slug


def name_of(part: Any) -> FrozenMap[str, str] | None:
    """What a part is called in each language: its title, its name, a person's whole names."""
    names = getattr(part, "names", None)
    if names is not None:
        return FrozenMap((tag, name.whole) for tag, name in names.items())
    text = getattr(part, "title", None) if hasattr(part, "title") else getattr(part, "name", None)
    return text if isinstance(text, FrozenMap) else None


def changed_fields(old: Part, new: Part, told: frozenset[str]) -> tuple[str, ...]:
    """The fields in which two states of a part differ, but those of which something was told already."""
    return tuple(
        name
        for name in type(new).model_fields
        if name in type(old).model_fields and name not in told and getattr(old, name) != getattr(new, name)
    )


def renamed(code: str, place: Place, old: Any, new: Any) -> Iterator[Change]:
    """That a part is called otherwise now."""
    before, after = name_of(old), name_of(new)
    if before != after:
        yield Change(code, place, {"old": before or str(place[1]), "new": after or str(place[1])})


def by_slug(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Each slug of either collection with its two states; the newer's order first, then what only the older has."""
    for slug, part in new.items():
        yield slug, old.get(slug), part
    for slug, part in old.items():
        if slug not in new:
            yield slug, part, None
