"""From a planner's answer back to a week: which session is where, and what it holds in which order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kakehashi.findings import Place
from kakehashi.planner import Solution
from kakehashi.planner.places import Cell
from kakehashi.timetable.moving import Group
from kakehashi.week import Week
from kakehashi.week.part import Keyed
from kakehashi.week.timetable import items_by_session


def changes_of(week: Week, groups: Sequence[Group], solution: Solution) -> Mapping[Place, str | int | None]:
    """What a solution changes, in the order of the document; nothing of what is as the solution has it."""
    cells = _cells(week, groups, solution)
    sequence = {slug: [item for item, _ in items] for slug, items in items_by_session(week).items()}
    found: dict[Place, str | int | None] = {}
    for group in groups:
        for session, (cell, items) in _filled(week, group, solution, cells).items():
            found |= _of_session(week, session, cell)
            if items != sequence.get(session, []):
                found |= _of_items(week, session, items)
    return found


def applied(week: Week, changes: Mapping[Place, str | int | None]) -> Week:
    """The week with these changes, each of them one of a session's or an item's own keys."""
    parts: defaultdict[str, defaultdict[str, dict[str, str | int | None]]] = defaultdict(lambda: defaultdict(dict))
    for (collection, slug, key), value in changes.items():
        parts[str(collection)][str(slug)][str(key)] = value
    return week.model_copy(
        update={
            collection: Keyed(
                (slug, part.model_copy(update=changed[slug]) if slug in changed else part)
                for slug, part in getattr(week, collection).items()
            )
            for collection, changed in parts.items()
        }
    )


def _cells(week: Week, groups: Sequence[Group], solution: Solution) -> Mapping[str, Sequence[Cell]]:
    """The cells of each track, in the order of time, then of rooms."""
    begins = {slug: block.start.instant for slug, block in week.blocks.items()}
    rooms = {slug: number for number, slug in enumerate(week.rooms)}
    found: dict[str, list[Cell]] = {group.name: [] for group in groups}
    for cell in sorted(solution.tracks, key=lambda cell: (begins[cell[0]], rooms[cell[1]])):
        found[solution.tracks[cell]].append(cell)
    return found


def _filled(
    week: Week, group: Group, solution: Solution, cells: Mapping[str, Sequence[Cell]]
) -> Mapping[str, tuple[Cell | None, list[str]]]:
    """The cell of each session of a group, and the items that it holds there; a session that is not needed has none."""
    held: defaultdict[Cell, list[tuple[int, Sequence[str]]]] = defaultdict(list)
    for run in group.runs:
        place = solution.place(run.head)
        held[place.block, place.room].append((place.first, run.items))
    given = dict(_given(week, group, cells[group.name]))
    return {
        session: (given.get(session), [item for _, run in sorted(held[given[session]]) for item in run])
        if session in given
        else (None, [])
        for session in group.sessions
    }


def _given(week: Week, group: Group, cells: Sequence[Cell]) -> Iterator[tuple[str, Cell]]:
    """Which session gets which cell: each the one that it had where that is one of them, the others what is left."""
    had = {(week.sessions[slug].block, week.sessions[slug].room): slug for slug in reversed(group.sessions)}
    kept = {cell: had[cell] for cell in cells if cell in had}
    yield from ((slug, cell) for cell, slug in kept.items())
    free = (slug for slug in group.sessions if slug not in kept.values())
    left = (cell for cell in cells if cell not in kept)
    yield from zip(free, left, strict=False)


def _of_session(week: Week, slug: str, cell: Cell | None) -> Mapping[Place, str | None]:
    block, room = (None, None) if cell is None else cell
    session = week.sessions[slug]
    changes = {"block": (session.block, block), "room": (session.room, room)}
    return {("sessions", slug, key): new for key, (old, new) in changes.items() if new != old}


def _of_items(week: Week, session: str, items: Sequence[str]) -> Mapping[Place, str | int]:
    found: dict[Place, str | int] = {}
    for order, slug in enumerate(items, start=1):
        item = week.items[slug]
        if item.session != session:
            found["items", slug, "session"] = session
        if item.order != order:
            found["items", slug, "order"] = order
    return found
