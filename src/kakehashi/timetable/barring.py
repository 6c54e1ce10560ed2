"""When a talk cannot be: its people are elsewhere, away, asleep or on holiday, or what it must follow is fixed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import NamedTuple

from kakehashi.frozen import FrozenMap
from kakehashi.planner.places import Cell
from kakehashi.planner.problem import Slots
from kakehashi.timetable.grid import MINUTE, Grid
from kakehashi.timetable.hours import night_slots
from kakehashi.timetable.moving import Group, Movement, Run
from kakehashi.week import Placement
from kakehashi.week.appearing import Appearance
from kakehashi.week.items import ItemKind
from kakehashi.week.symposia import Session
from kakehashi.words.zones import rules

LUNCH = timedelta(minutes=40)
"""A break of this length is one for lunch, and stands between these two times of the host's clock."""
LUNCH_FROM, LUNCH_UNTIL = time(11), time(14, 30)


class Stretch(NamedTuple):
    """From a moment to a later one (aware)."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Bars:
    """Everything that keeps talks from slots, and sessions from blocks and cells."""

    movement: Movement
    grid: Grid

    def of_run(self, run: Run) -> Slots:
        """The slots that a run must not fill, by block."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for stretch in self._stretches(run):
            for block, slots in self.grid.met(*stretch):
                found[block].update(slots)
        for one in self.people(run):
            for block, nights in self._nights(one):
                found[block].update(nights)
        return FrozenMap({block: frozenset(found[block]) for block in self.grid.blocks if found[block]})

    def blocks_of(self, group: Group) -> frozenset[str]:
        """The blocks in which a group has no session: one who cares for it is away or busy, or it would not fit."""
        week = self.movement.week
        carers = {person for slug in group.sessions for person in carers_of(week.sessions[slug])}
        busy = (block for person in carers for one in self._busy.get(person, ()) for block, _ in self.grid.met(*one))
        longest = max((week.sessions[slug].minutes or 0 for slug in group.sessions), default=0)
        short = (block for block, slots in self.grid.slots.items() if slots * self.grid.unit < longest)
        return frozenset((*busy, *short))

    def blocks_of_run(self, run: Run) -> frozenset[str]:
        """The blocks that are barred for a run by its kind: a general conference closes a day."""
        items = self.movement.week.items
        if all(items[slug].kind is not ItemKind.GENERAL_CONFERENCE for slug in run.items):
            return frozenset()
        clock = rules(self.movement.week.zone)
        last = {self.grid.starts[block].astimezone(clock).date(): block for block in self.grid.blocks}
        return frozenset(self.grid.blocks) - set(last.values())

    def closed(self) -> frozenset[Cell]:
        """The cells in which a session stands that stays, or from which the room could not change over to it."""
        changeover = self.movement.week.wishes.changeover * MINUTE
        return frozenset(
            (block, span.room)
            for span in self.movement.fixed_sessions
            if span.room is not None and span.room in self.movement.week.rooms
            # A session without length still takes its room for the moment.
            for block, _ in self.grid.met(span.start - changeover, max(span.end, span.start + MINUTE) + changeover)
        )

    def people(self, run: Run) -> tuple[Appearance, ...]:
        """Everyone who has to be there for a run."""
        return tuple(one for slug in run.items for one in self.movement.people[slug])

    def _stretches(self, run: Run) -> Iterator[Stretch]:
        for one in self.people(run):
            yield from self._busy.get(one.person, ())
            if one.houses:
                yield from self._holidays.get(one.houses[0], ())
        yield from self._around_the_fixed(run)
        yield from self._beside_the_fixed(run)
        head = self.movement.week.items[run.head]
        if head.kind is ItemKind.BREAK and head.minutes * MINUTE >= LUNCH:
            yield from beside_noon(self.movement.week.zone, self.grid)

    def _nights(self, one: Appearance) -> Iterator[tuple[str, Iterable[int]]]:
        accepted = self.movement.week.wishes.nights
        if one.clock is not None and not {one.person, *one.houses} & set(accepted):
            for block, start in self.grid.starts.items():
                yield block, night_slots(one.clock, start, self.grid.slots[block], self.grid.unit)

    def _around_the_fixed(self, run: Run) -> Iterator[Stretch]:
        """Before the end of what comes first and is fixed, and after the beginning of what is to follow."""
        placed = self._fixed
        for wish in self.movement.week.wishes.precedence:
            if wish.then in run.items and wish.first in placed:
                yield Stretch(self._beginning, placed[wish.first].end)
            if wish.first in run.items and wish.then in placed:
                yield Stretch(placed[wish.then].start, self._end)

    def _beside_the_fixed(self, run: Run) -> Iterator[Stretch]:
        """While something takes place that must not run at the same time."""
        for group in self.movement.week.wishes.apart:
            named = self.movement.items_named(group)
            if named & set(run.items):
                fixed = (self._fixed[slug] for slug in named if slug in self._fixed)
                yield from (Stretch(one.start, one.end) for one in fixed)

    @cached_property
    def _fixed(self) -> Mapping[str, Placement]:
        return {one.item: one for one in self.movement.fixed_items}

    @cached_property
    def _beginning(self) -> datetime:
        return min(self.grid.starts.values())

    @cached_property
    def _end(self) -> datetime:
        return max(self.grid.ends(block) for block in self.grid.blocks)

    @cached_property
    def _busy(self) -> Mapping[str, list[Stretch]]:
        """When each person is away, or has to be where nothing is moved."""
        week = self.movement.week
        found: defaultdict[str, list[Stretch]] = defaultdict(list)
        for placed in self.movement.fixed_items:
            for one in self.movement.people[placed.item]:
                found[one.person].append(Stretch(placed.start, placed.end))
        for span in self.movement.fixed_sessions:
            for person in carers_of(week.sessions[span.session]):
                found[person].append(Stretch(span.start, span.end))
        for away in week.wishes.availability:
            if not away.possible:
                found[away.person].append(Stretch(away.begins.instant, away.until.instant))
        return found

    @cached_property
    def _holidays(self) -> Mapping[str, list[Stretch]]:
        """The days on which an institution does not work, from midnight to midnight of its clock."""
        found: defaultdict[str, list[Stretch]] = defaultdict(list)
        for holiday in self.movement.week.wishes.holidays:
            institution = self.movement.week.institutions.get(holiday.institution)
            if institution is not None:
                found[holiday.institution] += [whole_day(day, institution.zone) for day in holiday.days]
        return found


def beside_noon(zone: str, grid: Grid) -> Iterator[Stretch]:
    """When it is too early or too late for lunch by the clock of a zone, on every day of the blocks."""
    clock = rules(zone)
    days = {grid.begins(block).astimezone(clock).date() for block in grid.blocks}
    # A block is no longer than a day, and so ends on the next one at the latest.
    for day in sorted(days | {day + timedelta(days=1) for day in days}):
        whole = whole_day(day, zone)
        yield Stretch(whole.start, datetime.combine(day, LUNCH_FROM, clock))
        yield Stretch(datetime.combine(day, LUNCH_UNTIL, clock), whole.end)


def whole_day(day: date, zone: str) -> Stretch:
    """A day from midnight to midnight by the clock of a zone."""
    clock = rules(zone)
    return Stretch(datetime.combine(day, time(), clock), datetime.combine(day + timedelta(days=1), time(), clock))


def carers_of(session: Session) -> tuple[str, ...]:
    """Who has to be there for a whole session: chairs, moderators and interpreters."""
    interpreters = (one.interpreter for one in session.interpreting if one.interpreter is not None)
    return tuple(dict.fromkeys((*session.chairs, *session.moderators, *interpreters)))
