"""The fairness card: what a timetable asks of each institution, appearance by appearance, and the week's own record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Result, Solution, Status, burdens, means
from kakehashi.timetable.hours import weight_between
from kakehashi.timetable.posed import Posed
from kakehashi.timetable.reading import applied
from kakehashi.week import Week, timetable, timetable_digest
from kakehashi.week.planning import Burden, PlanLevel, Planning, PlanStatus
from kakehashi.words.zones import rules


@dataclass(frozen=True, slots=True)
class Hour:
    """When somebody of an institution has to be there for an item, on the clock that counts for it (aware).

    `burden` is what that weighs: minutes, each by its hour. Of what is shared by several institutions each bears a
    part.
    """

    item: str
    person: str
    start: datetime
    minutes: int
    burden: int


@dataclass(frozen=True, slots=True)
class Card:
    """What a timetable asks of an institution: `hours` in the order of time, and its burden, rounded up.

    `mean` is the burden divided by the live parts of its people, who listen included, each by their weight.
    """

    institution: str
    hours: tuple[Hour, ...]
    total: int
    mean: int

    @property
    def best(self) -> Hour | None:
        """The appearance that weighs least, the first of several; `None` where nobody of the institution appears."""
        return min(self.hours, key=lambda hour: hour.burden, default=None)

    @property
    def worst(self) -> Hour | None:
        """The appearance that weighs most, the first of several."""
        return max(self.hours, key=lambda hour: hour.burden, default=None)


def card(posed: Posed, solution: Solution) -> Mapping[str, Card]:
    """The card of each institution that bears anything or might, in the order of the document."""
    total, mean = burdens(posed.problem, solution), means(posed.problem, solution)
    hours: dict[str, list[Hour]] = {party.name: [] for party in posed.problem.parties}
    for institution, hour in _hours(posed, applied(posed.week, posed.read(solution))):
        hours[institution].append(hour)
    return FrozenMap(
        {name: Card(name, tuple(found), _whole(posed, total[name]), mean[name]) for name, found in hours.items()}
    )


def planning_of(posed: Posed, result: Result, alone: Mapping[str, int], least_total: int | None) -> Planning:
    """The record of a plan, for the week that its solution makes.

    `alone` has the least mean of each institution that any timetable has, `least_total` the least burden that all could
    bear together, both as the planner counts them. Who may read the record is kept from the record before. Raises
    `ValueError` for a result without a solution.
    """
    if result.solution is None or result.value is None:
        raise ValueError("a result without a timetable")
    together = sum(burdens(posed.problem, result.solution).values())
    changed = applied(posed.week, posed.read(result.solution))
    before = posed.week.planning
    kept = {} if before is None else {"visibility": before.visibility, "notes": before.notes}
    return Planning(
        status=PlanStatus.OPTIMAL if result.status is Status.OPTIMAL else PlanStatus.FEASIBLE,
        objective=result.value,
        bound=result.bound,
        gap=None if result.gap is None else max(result.gap, 0.0),
        levels=tuple(PlanLevel(value=level.value, bound=level.bound) for level in result.levels),
        burdens=_burdens(posed, result.solution, alone),
        total=_whole(posed, together),
        least_total=None if least_total is None else _whole(posed, least_total),
        price_of_fairness=_price(together, least_total),
        seed=result.seed,
        timetable=timetable_digest(timetable(changed)),
        **kept,
    )


def _burdens(posed: Posed, solution: Solution, alone: Mapping[str, int]) -> FrozenMap[str, Burden]:
    mean, appearing = means(posed.problem, solution), posed.bearing.appearing()
    return FrozenMap(
        {
            name: Burden(
                total=_whole(posed, parts),
                mean=mean[name],
                alone=alone.get(name),
                appearances=appearing.get(name, 0),
            )
            for name, parts in burdens(posed.problem, solution).items()
        }
    )


def _price(together: int, least: int | None) -> float | None:
    """How much more all bear together than they would have to, as a share; unknown where they would bear nothing."""
    if least is None or (not least and together):
        return None
    return (together - least) / least if least else 0.0


def _whole(posed: Posed, parts: int) -> int:
    return -(-parts // posed.scale)


def _hours(posed: Posed, week: Week) -> Iterator[tuple[str, Hour]]:
    for placed in timetable(week).placements:
        for one in posed.movement.people[placed.item] if placed.start < placed.end else ():
            for house, zone in zip(one.houses, one.zones, strict=True):
                weight = weight_between(zone, placed.start, placed.end)
                minutes = (placed.end - placed.start) // timedelta(minutes=1)
                yield house, Hour(placed.item, one.person, placed.start.astimezone(rules(zone)), minutes, weight)
