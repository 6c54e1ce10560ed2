"""What keeps a week from being planned, told of its items and sessions before a search begins."""

from collections.abc import Iterable, Iterator, Mapping

from kakehashi.findings import Finding, Place, Severity, Value
from kakehashi.timetable.barring import Bars
from kakehashi.timetable.grid import MINUTE, Grid
from kakehashi.timetable.moving import Group, Movement, Run
from kakehashi.week import Week
from kakehashi.week.naming import called

CODES: Mapping[str, str] = {
    "problem.circle": "plan.circle",
    "problem.nowhere-left": "plan.nowhere-left",
    "problem.pinned-and-barred": "plan.pinned-and-barred",
    "problem.strain-out-of-range": "plan.too-much-burden",
    "problem.no-size": "plan.too-much-burden",
    "problem.cost-too-large": "plan.too-many-wishes",
}
"""How what contradicts itself in a problem is told of a week."""
COLLECTIONS: Mapping[str, str] = {"talks": "items", "parties": "institutions"}
"""What the parts of a problem are in a week, where they have the same names."""


def reach_faults(movement: Movement, grid: Grid) -> Iterator[Finding]:
    """Items that fit into no block or not where they are pinned, groups that need more time than they can be given."""
    for group in movement.groups:
        for run in group.runs:
            yield from _of_run(movement, grid, run)
        yield from _of_group(movement, grid, group)
    closed = Bars(movement, grid).closed()
    there = sum(
        grid.slots[block] for block in grid.blocks for room in movement.week.rooms if (block, room) not in closed
    )
    wanted = sum(minutes_of(movement.week, run) for group in movement.groups for run in group.runs)
    if wanted > there * grid.unit:
        yield Finding("plan.too-little-time", (), {"value": there * grid.unit, "expected": wanted})


def order_faults(movement: Movement) -> Iterator[Finding]:
    """Wishes that an item come before itself, or before one that it goes with and follows, as what takes no time does.

    Between talks nothing could be demanded of them. Of what is kept where it is they demand nothing.
    """
    free = (run for group in movement.groups for run in group.runs if not movement.is_anchored(run))
    with_it = {item: run.items for run in free for item in run.items}
    for number, one in enumerate(movement.week.wishes.precedence):
        items = with_it.get(one.first, ())
        if one.then in items and items.index(one.then) <= items.index(one.first):
            talks = tuple(dict.fromkeys((one.first, one.then)))
            yield Finding("plan.circle", ("wishes", "precedence", number), {"talks": talks})


def clock_faults(movement: Movement) -> Iterator[Finding]:
    """People who may be planned at any hour, as nobody says by which clock they live; each once."""
    told: set[str] = set()
    for run in (run for group in movement.groups for run in group.runs):
        for slug in run.items:
            for one in movement.people[slug]:
                if one.clock is None and one.person not in told:
                    told.add(one.person)
                    person, item = called(movement.week, "people", one.person), called(movement.week, "items", slug)
                    values = {"person": person, "what": item}
                    yield Finding("plan.no-clock", ("items", slug, "speakers"), values, Severity.WARNING)


def minutes_of(week: Week, run: Run) -> int:
    """How long a run is."""
    return sum(week.items[slug].minutes for slug in run.items)


def _of_run(movement: Movement, grid: Grid, run: Run) -> Iterator[Finding]:
    week, item = movement.week, movement.week.items[run.head]
    minutes, longest = minutes_of(week, run), max(grid.slots.values()) * grid.unit
    values: dict[str, Value] = {"what": called(week, "items", run.head), "value": minutes}
    block = None if item.starts is None else grid.block_at(item.starts.instant)
    if minutes > longest:
        yield Finding("plan.item-too-long", ("items", run.head), values | {"expected": longest})
    elif item.starts is not None and block is not None:
        left = (grid.ends(block) - item.starts.instant) // MINUTE
        if minutes > left:
            values |= {"block": called(week, "blocks", block), "expected": left}
            yield Finding("plan.pinned-outside", ("items", run.head, "starts"), values)


def _of_group(movement: Movement, grid: Grid, group: Group) -> Iterator[Finding]:
    week = movement.week
    wanted = sum(minutes_of(week, run) for run in group.runs)
    there = len(group.sessions) * max(grid.slots.values()) * grid.unit
    if wanted > there:
        values: dict[str, Value] = {
            "session": called(week, "sessions", group.sessions[0]),
            "value": there,
            "expected": wanted,
            "number": len(group.sessions),
        }
        code = "plan.too-long-for-its-sessions" if len(group.sessions) > 1 else "plan.too-long-for-its-session"
        yield Finding(code, ("sessions", group.sessions[0]), values)


def problem_faults(movement: Movement, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What contradicts itself in a problem, told of the week that it was made from; each thing once."""
    told: set[tuple[str, Place]] = set()
    for finding in findings:
        code, place = CODES.get(finding.code, finding.code), _place(movement, finding.place)
        if (code, place) not in told:
            told.add((code, place))
            yield Finding(code, place, _values(movement.week, finding, place))


def _place(movement: Movement, place: Place) -> Place:
    if place[:1] == ("tracks",):
        sessions = {group.name: group.sessions for group in movement.groups}
        return ("sessions", sessions[str(place[1])][0])
    return (COLLECTIONS.get(str(place[0]), str(place[0])), *place[1:2]) if place else ()


def _values(week: Week, finding: Finding, place: Place) -> Mapping[str, Value]:
    """The values of the sentence: what the part is called, and other names as people know them."""
    values = dict(finding.values)
    if len(place) == 2 and place[0] in ("items", "sessions", "institutions"):
        values["what"] = called(week, str(place[0]), str(place[1]))
    return values
