"""A week becomes a problem: what may be moved, where it may stand, and what each place costs."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property

from kakehashi.findings import Finding, Refused, Severity, errors
from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, InvalidProblem, Pin, Problem, Room, Talk, Track
from kakehashi.planner import Place as Standing
from kakehashi.timetable.aims import objective_of
from kakehashi.timetable.barring import Bars, carers_of
from kakehashi.timetable.bearing import Bearing
from kakehashi.timetable.faults import clock_faults, order_faults, problem_faults, reach_faults
from kakehashi.timetable.grid import MINUTE, Grid, block_faults, grid_of, slot_faults
from kakehashi.timetable.moving import Group, Movement, Run
from kakehashi.timetable.posed import Names, Posed
from kakehashi.timetable.sequence import following, staged
from kakehashi.timetable.wishing import Costing
from kakehashi.week import Week


def pose(week: Week, *, keep: bool = False, only: str | None = None) -> Posed:
    """The problem of planning a week; of what has no time yet, with `keep`; of one symposium, if `only` names one.

    What is not planned stays where it is and stands in nobody's way twice: it closes rooms, keeps its people busy and
    burdens institutions as it does now. Raises `Refused` with everything that keeps the week from being planned; where
    `keep` leaves nothing to plan that is no error but a note.
    """
    movement = Movement(week, keep, only)
    found = [*_unknown_symposium(week, only), *block_faults(week)]
    _refuse(found)
    found += movement.left_out
    if not movement.groups:
        raise Refused([*found, _nothing_to_plan(week, keep, only)])
    grid = grid_of(week, _lengths(movement))
    found += [*slot_faults(week, grid), *reach_faults(movement, grid), *order_faults(movement), *clock_faults(movement)]
    _refuse(found)
    return _Posing(movement, grid).posed(tuple(found))


def _unknown_symposium(week: Week, only: str | None) -> Iterator[Finding]:
    if only is not None and only not in week.symposia:
        near = next(iter(get_close_matches(only.lower(), week.symposia, n=1)), None)
        yield Finding("plan.unknown-symposium", (), {"value": only, "nearest": near})


def _nothing_to_plan(week: Week, keep: bool, only: str | None) -> Finding:
    if keep and Movement(week, keep=False, only=only).groups:
        return Finding("plan.nothing-left", severity=Severity.NOTE)
    return Finding("plan.nothing-to-plan")


def _refuse(found: list[Finding]) -> None:
    if errors(found):
        raise Refused(found)


def _lengths(movement: Movement) -> Iterator[int]:
    """All minutes that must be whole slots: lengths of runs, and distances of fixed starts from those of blocks."""
    items = movement.week.items
    for group in movement.groups:
        for run in group.runs:
            yield sum(items[slug].minutes for slug in run.items)
            yield from _offset(movement, run)


def _offset(movement: Movement, run: Run) -> Iterator[int]:
    starts = movement.week.items[run.head].starts
    if starts is not None:
        for block in movement.week.blocks.values():
            if block.start.instant <= starts.instant < block.start.instant + block.length:
                yield (starts.instant - block.start.instant) // MINUTE


class _Posing:
    """The parts of a problem, made of a movement on its grid."""

    def __init__(self, movement: Movement, grid: Grid) -> None:
        self.movement = movement
        self.week = movement.week
        self.grid = grid
        self.slots = {
            run.head: sum(self.week.items[slug].minutes for slug in run.items) // grid.unit
            for group in movement.groups
            for run in group.runs
        }
        self.bars = Bars(movement, grid)
        self.costing = Costing(movement, grid, self.slots)
        self.bearing = Bearing(movement, grid)

    def posed(self, findings: tuple[Finding, ...]) -> Posed:
        groups = self.movement.groups
        names = Names(
            talks=FrozenMap({run.head: run.items for group in groups for run in group.runs}),
            tracks=FrozenMap({group.name: group.sessions for group in groups}),
            blocks=self.grid.starts,
            unit=self.grid.unit,
        )
        problem = self.problem()
        objective = objective_of(self.week.wishes.weights, self.costing.parts)
        parts = self.costing.parts
        return Posed(self.week, problem, objective, names, findings, parts, self.movement, self.grid, self.bearing)

    def problem(self) -> Problem:
        talks, tracks = tuple(self.talks()), tuple(map(self.track, self.movement.groups))
        try:
            return Problem(
                blocks=tuple(Block(name, self.grid.slots[name]) for name in self.grid.blocks),
                rooms=tuple(map(Room, self.week.rooms)),
                tracks=tracks,
                talks=talks,
                similar=self.costing.similar(),
                resources=self.costing.one_at_a_time(),
                closed=self.bars.closed() - {(one.block, one.room) for one in self.kept},
                alone=frozenset().union(*(talk.presenters for talk in talks), *(track.chairs for track in tracks)),
                unbroken=True,
                parties=self.bearing.parties(),
            )
        except InvalidProblem as error:
            raise Refused(tuple(problem_faults(self.movement, error.findings))) from error

    def track(self, group: Group) -> Track:
        # What is pinned in a block stands there, whoever is busy then: `check` tells of that.
        pins = map(self.pin, group.runs)
        return Track(
            group.name,
            chairs=frozenset(person for slug in group.sessions for person in carers_of(self.week.sessions[slug])),
            block_costs=self.costing.of_group(group, "block"),
            room_costs=self.costing.of_group(group, "room"),
            barred_blocks=self.bars.blocks_of(group) - {pin.block for pin in pins if pin is not None},
            most_cells=len(group.sessions),
        )

    def talks(self) -> Iterator[Talk]:
        stages = staged(self.movement)
        after = following(self.movement, stages)
        for group in self.movement.groups:
            for run in group.runs:
                talk = Talk(
                    run.head,
                    group.name,
                    slots=self.slots[run.head],
                    presenters=frozenset(one.person for one in self.bars.people(run)),
                    block_costs=self.costing.of_run(run, "block"),
                    room_costs=self.costing.of_run(run, "room"),
                    barred_blocks=self.bars.blocks_of_run(run),
                    after=after.get(run.head, frozenset()),
                    stage=stages[run.head],
                )
                yield self._where_it_stood(talk, run)

    def _where_it_stood(self, talk: Talk, run: Run) -> Talk:
        """With what its place now and its fixed start say: a pin, or slots barred for its people, and where it was."""
        former, pinned = self.former(run), self.pin(run)
        # Where a talk is pinned to its slot nobody asks whether its people can: they are said to be there.
        barred = self.bars.of_run(run) if pinned is None else talk.barred_slots
        return replace(talk, former=former, pinned=pinned, barred_slots=barred)

    @cached_property
    def kept(self) -> tuple[Standing, ...]:
        """The places of all runs that stay where they are within what is planned."""
        runs = (run for group in self.movement.groups for run in group.runs if self.movement.is_anchored(run))
        return tuple(place for run in runs if (place := self.former(run)) is not None)

    def pin(self, run: Run) -> Pin | None:
        former = self.former(run)
        if former is not None and self.movement.is_anchored(run):
            return Pin(*former)
        starts = self.week.items[run.head].starts
        block = None if starts is None else self.grid.block_at(starts.instant)
        if starts is None or block is None:
            return None
        return Pin(block, None, self.grid.first_slot(block, starts.instant))

    def former(self, run: Run) -> Standing | None:
        """Where a run stands now, if that is a place of the problem."""
        cell = self.movement.cell_of(run)
        if cell is None:
            return None
        block, room = cell
        first = self.grid.first_slot(block, self.movement.placed[run.head].start)
        if first is None or first + self.slots[run.head] > self.grid.slots[block]:
            return None
        return Standing(block, room, first)
