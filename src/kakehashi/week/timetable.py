"""The timetable that follows from a week: the only place that computes when an item starts."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from kakehashi.week.document import Week
from kakehashi.week.items import Item
from kakehashi.week.symposia import Session


@dataclass(frozen=True, slots=True)
class Placement:
    """An item in its session and room, from `start` until `end` (aware, UTC)."""

    item: str
    session: str
    room: str | None
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """A session from its first moment to its last (aware, UTC)."""

    session: str
    room: str | None
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Timetable:
    """Placements in the order of time, then of rooms; `spans` of sessions likewise.

    Items without a session, and those of a session without a start, have no placement: their time is to be announced.
    """

    placements: tuple[Placement, ...]
    spans: tuple[Span, ...]

    @cached_property
    def by_item(self) -> dict[str, Placement]:
        """The placement of each placed item."""
        return {placement.item: placement for placement in self.placements}

    @cached_property
    def by_session(self) -> dict[str, Span]:
        """The span of each placed session."""
        return {span.session: span for span in self.spans}


def timetable(week: Week) -> Timetable:
    """When everything happens.

    Every item of a session with a start is placed, whatever its status or visibility: what is cancelled or closed keeps
    its time, so that what an audience may not see moves nothing. References that lead nowhere are passed over. It is
    linear in the number of items, but for sorting.

    A session starts at its `start`, or else with its block. Its items follow one another in their order; one with
    `starts` begins then, after a gap or (which `check` reports) over its predecessor. A session ends with its
    `minutes`, or else with its block, and never before its last item.
    """
    sequence = items_by_session(week)
    rooms = {room: number for number, room in enumerate(week.rooms)}
    placements: list[Placement] = []
    spans: list[Span] = []
    for slug, session in week.sessions.items():
        start = session_start(week, session)
        if start is None:
            continue
        placed = _follow(slug, session, start, sequence.get(slug, []))
        placements += placed
        # What is planned too short ends with its items all the same: the room is taken and people are there.
        end = max([start + planned_length(week, session), *(placement.end for placement in placed)])
        spans.append(Span(slug, session.room, start, end))

    def in_time(entry: Placement | Span) -> tuple[datetime, int]:
        # Rooms in the order of the document, as the office lists them: the main hall first.
        return entry.start, rooms.get(entry.room or "", len(rooms))

    return Timetable(tuple(sorted(placements, key=in_time)), tuple(sorted(spans, key=in_time)))


def items_by_session(week: Week) -> dict[str, list[tuple[str, Item]]]:
    """The items of each session in their order; the document's order settles a tie.

    Sessions without items are left out, and those that no session of the week bears the name of are not.
    """
    sequence: defaultdict[str, list[tuple[str, Item]]] = defaultdict(list)
    for slug, item in week.items.items():
        if item.session is not None:
            sequence[item.session].append((slug, item))
    for entries in sequence.values():
        entries.sort(key=lambda entry: entry[1].order)
    return dict(sequence)


def session_start(week: Week, session: Session) -> datetime | None:
    """When a session starts (UTC), or `None` while it has neither a start nor a block."""
    if session.start is not None:
        return session.start.instant
    block = week.blocks.get(session.block) if session.block is not None else None
    return None if block is None else block.start.instant


def planned_length(week: Week, session: Session) -> timedelta:
    """How long a session is planned to be: its minutes, else its block's; zero where neither says anything."""
    if session.minutes is not None:
        return timedelta(minutes=session.minutes)
    # A start of its own takes a session out of its block, whose end then says nothing about it.
    block = week.blocks.get(session.block) if session.block is not None and session.start is None else None
    return timedelta(0) if block is None else block.length


def _follow(slug: str, session: Session, start: datetime, items: list[tuple[str, Item]]) -> list[Placement]:
    placed = []
    running = start
    for name, item in items:
        begins = running if item.starts is None else item.starts.instant
        ends = begins + timedelta(minutes=item.minutes)
        placed.append(Placement(name, slug, session.room, begins, ends))
        # Not the later of both ends: an item pinned to an earlier start takes those after it along.
        running = ends
    return placed
