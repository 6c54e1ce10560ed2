"""Why an item cannot be at a time: who is asleep, away, elsewhere or on holiday then, and what stands in its way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kakehashi.findings import Place, Stretch, Value
from kakehashi.timetable.barring import LUNCH, LUNCH_FROM, LUNCH_UNTIL, Bars, beside_noon, carers_of, whole_day
from kakehashi.timetable.grid import MINUTE
from kakehashi.timetable.hours import night_slots
from kakehashi.timetable.moving import Run
from kakehashi.timetable.posed import Posed
from kakehashi.week import Placement
from kakehashi.week.appearing import Appearance
from kakehashi.week.items import ItemKind
from kakehashi.week.naming import called
from kakehashi.words.zones import rules


@dataclass(frozen=True)
class Cause:
    """What keeps an item from some slots of a block: a code, the place in the document where it is said, its values.

    `person` is whose absence it is, and `zone` the clock of theirs that counts, where there is somebody.
    """

    code: str
    place: Place
    slots: frozenset[int]
    values: Mapping[str, Value] = field(default_factory=dict)
    person: str | None = None
    zone: str | None = None


def causes_of(posed: Posed, run: Run, block: str) -> Iterator[Cause]:
    """Everything that keeps a run from slots of a block."""
    found = _Causes(posed, run, block)
    for cause in found.all():
        if cause.slots:
            yield cause


def stretches_of(posed: Posed, block: str, slots: frozenset[int]) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of time (UTC) that some slots of a block make, in their order."""
    ordered = sorted(slots)
    starts = [slot for slot in ordered if slot - 1 not in slots]
    ends = [slot + 1 for slot in ordered if slot + 1 not in slots]
    for start, end in zip(starts, ends, strict=True):
        yield posed.grid.begins(block, start), posed.grid.begins(block, end)


def on_clock(zone: str, start: datetime, end: datetime) -> Stretch:
    """A stretch of time on the clock of a zone."""
    return Stretch(start.astimezone(rules(zone)), end.astimezone(rules(zone)))


@dataclass(frozen=True)
class _Causes:
    posed: Posed
    run: Run
    block: str

    def all(self) -> Iterator[Cause]:
        for one in Bars(self.posed.movement, self.posed.grid).people(self.run):
            yield self._night(one)
            yield from self._away(one)
            yield from self._busy(one)
            yield from self._holidays(one)
        yield from self._ordered()
        yield from self._beside()
        yield self._lunch()

    def _met(self, start: datetime, end: datetime) -> frozenset[int]:
        slots = dict(self.posed.grid.met(start, end)).get(self.block, range(0))
        return frozenset(slots)

    def _night(self, one: Appearance) -> Cause:
        grid, accepted = self.posed.grid, self.posed.week.wishes.nights
        place: Place = ("items", self.run.head)
        if one.clock is None or {one.person, *one.houses} & set(accepted):
            return Cause("conflict.night", place, frozenset())
        nights = night_slots(one.clock, grid.starts[self.block], grid.slots[self.block], grid.unit)
        return Cause("conflict.night", place, frozenset(nights), {}, one.person, one.clock)

    def _away(self, one: Appearance) -> Iterator[Cause]:
        for number, away in enumerate(self.posed.week.wishes.availability):
            if away.person == one.person and not away.possible:
                slots = self._met(away.begins.instant, away.until.instant)
                yield Cause("conflict.away", ("wishes", "availability", number), slots, {}, one.person, one.clock)

    def _busy(self, one: Appearance) -> Iterator[Cause]:
        movement, week = self.posed.movement, self.posed.week
        bars = Bars(movement, self.posed.grid)
        for fixed in movement.fixed_items:
            there = bars.people(Run((fixed.item,), fixed.item, fixed.session))
            if any(other.person == one.person for other in there):
                values = {"other": called(week, "items", fixed.item)}
                slots = self._met(fixed.start, fixed.end)
                yield Cause("conflict.busy", ("items", fixed.item), slots, values, one.person)
        for span in movement.fixed_sessions:
            if one.person in carers_of(week.sessions[span.session]):
                values = {"other": called(week, "sessions", span.session)}
                slots = self._met(span.start, span.end)
                yield Cause("conflict.busy", ("sessions", span.session), slots, values, one.person)

    def _holidays(self, one: Appearance) -> Iterator[Cause]:
        week = self.posed.week
        for number, holiday in enumerate(week.wishes.holidays):
            if one.houses[:1] == (holiday.institution,):
                zone = week.institutions[holiday.institution].zone
                values = {"institution": called(week, "institutions", holiday.institution)}
                for day in holiday.days:
                    slots = self._met(*whole_day(day, zone))
                    yield Cause("conflict.holiday", ("wishes", "holidays", number), slots, values)

    def _ordered(self) -> Iterator[Cause]:
        fixed, grid = self._fixed, self.posed.grid
        starts, ends = min(grid.starts.values()), max(grid.ends(block) for block in grid.blocks)
        for number, wish in enumerate(self.posed.week.wishes.precedence):
            place: Place = ("wishes", "precedence", number)
            if wish.then in self.run.items and wish.first in fixed:
                slots = self._met(starts, fixed[wish.first].end)
                yield Cause("conflict.after-fixed", place, slots, self._other(wish.first))
            if wish.first in self.run.items and wish.then in fixed:
                slots = self._met(fixed[wish.then].start, ends)
                yield Cause("conflict.before-fixed", place, slots, self._other(wish.then))

    def _beside(self) -> Iterator[Cause]:
        fixed = self._fixed
        for number, names in enumerate(self.posed.week.wishes.apart):
            named = self.posed.movement.items_named(names)
            for other in sorted(named & fixed.keys()) if named & set(self.run.items) else ():
                slots = self._met(fixed[other].start, fixed[other].end)
                yield Cause("conflict.beside-fixed", ("wishes", "apart", number), slots, self._other(other))

    def _lunch(self) -> Cause:
        item, grid = self.posed.week.items[self.run.head], self.posed.grid
        place: Place = ("items", self.run.head)
        if item.kind is not ItemKind.BREAK or item.minutes * MINUTE < LUNCH:
            return Cause("conflict.lunch", place, frozenset())
        barred = (slot for stretch in beside_noon(self.posed.week.zone, grid) for slot in self._met(*stretch))
        values = {"begin": f"{LUNCH_FROM:%H:%M}", "end": f"{LUNCH_UNTIL:%H:%M}"}
        return Cause("conflict.lunch", place, frozenset(barred), values)

    def _other(self, item: str) -> Mapping[str, Value]:
        return {"other": called(self.posed.week, "items", item)}

    @property
    def _fixed(self) -> Mapping[str, Placement]:
        return {one.item: one for one in self.posed.movement.fixed_items}
