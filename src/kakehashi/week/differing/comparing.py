"""Two states of a part laid side by side."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from kakehashi.findings import Change, Place, Value
from kakehashi.frozen import FrozenMap
from kakehashi.week.document import Week
from kakehashi.week.items import Item
from kakehashi.week.naming import called, name_of
from kakehashi.week.part import Value as Part
from kakehashi.week.timetable import Timetable, items_by_session, timetable
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

    @cached_property
    def sequence(self) -> dict[str, list[tuple[str, Item]]]:
        """The items of each session in their order."""
        return items_by_session(self.week)

    def begins(self, slug: str) -> datetime | None:
        """When an item starts, in UTC; `None` while it has no time."""
        placed = self.table.by_item.get(slug)
        return None if placed is None else placed.start

    def start_of_item(self, slug: str) -> datetime | None:
        """When an item starts, on the host's clock; `None` while it has no time."""
        begins = self.begins(slug)
        return None if begins is None else begins.astimezone(rules(self.week.zone))

    def start_of_session(self, slug: str | None) -> datetime | None:
        """When a session starts, on the host's clock; `None` while it has no time."""
        span = self.table.by_session.get(slug or "")
        return None if span is None else span.start.astimezone(rules(self.week.zone))

    def name(self, collection: str, slug: str | None) -> Value:
        """What a part is called, or its slug while it is called nothing."""
        return called(self.week, collection, slug)


class Timed(NamedTuple):
    """A collection whose parts have a start by the timetable, and the codes of one that came and of one that went."""

    collection: str
    added: str
    removed: str
    start: Callable[[Side, str], datetime | None]


Renewed = Callable[[str, Any, Any, Side, Side], Iterator[Change]]
"""What is told of a part that both weeks have, from its slug, its older and newer state, and the two sides."""


def in_both(kind: Timed, renewed: Renewed, old: Side, new: Side) -> Iterator[Change]:
    """What came, what went, and what `renewed` tells of the parts that stayed."""
    for slug, before, after in by_slug(getattr(old.week, kind.collection), getattr(new.week, kind.collection)):
        place = (kind.collection, slug)
        if before is None:
            yield told(kind.added, place, after, at=kind.start(new, slug))
        elif after is None:
            yield told(kind.removed, place, before, at=kind.start(old, slug))
        else:
            yield from renewed(slug, before, after, old, new)


def by_slug(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Each slug of either collection with its two states; the newer's order first, then what only the older has."""
    for slug, part in new.items():
        yield slug, old.get(slug), part
    for slug, part in old.items():
        if slug not in new:
            yield slug, part, None


def told(code: str, place: Place, part: Any, **values: Value) -> Change:
    """A change told of the part at `place` by its name, or by its slug while it is called nothing."""
    return Change(code, place, {"what": name_of(part) or str(place[1]), **values})


def renamed(code: str, place: Place, old: Any, new: Any) -> Iterator[Change]:
    """That a part is called otherwise now. A translation that was added or taken away is no other name."""
    before, after = name_of(old), name_of(new)
    if is_renamed(old, new):
        yield Change(code, place, {"old": before or str(place[1]), "new": after or str(place[1])})


def is_renamed(old: Any, new: Any) -> bool:
    """Whether a part is called otherwise in a language that both states have, or in other languages altogether."""
    before, after = name_of(old) or FrozenMap(), name_of(new) or FrozenMap()
    shared = before.keys() & after.keys()
    return any(before[tag] != after[tag] for tag in shared) if shared else before != after


def changed_fields(old: Part, new: Part, known: frozenset[str]) -> tuple[str, ...]:
    """The fields in which two states of a part differ, but those of which something was told already."""
    return tuple(
        name
        for name in type(new).model_fields
        if name in type(old).model_fields and name not in known and getattr(old, name) != getattr(new, name)
    )
