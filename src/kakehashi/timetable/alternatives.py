"""Why an item is where it is: every other place that it could have, what that would cost, and whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kakehashi.findings import Finding, Severity
from kakehashi.frozen import FrozenMap
from kakehashi.planner import Alternative, Ordered, Place, Term, means, price
from kakehashi.timetable.aims import COMPACTNESS, WISHES
from kakehashi.timetable.breaking import broken_demands
from kakehashi.timetable.comparing import Present, present
from kakehashi.timetable.posed import Posed
from kakehashi.week.naming import called
from kakehashi.words.zones import rules


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an item begins: on the host's clock, in which room and block."""

    item: str
    start: datetime
    room: str
    block: str


@dataclass(frozen=True, slots=True)
class Local:
    """When somebody of an institution would have to be there, on the clock that counts."""

    institution: str
    person: str
    start: datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that an item could have.

    `moved` are the other items that would begin elsewhere. `means` are the institutions whose mean burden would change,
    and by how much; `wishes` is how many points more of the wishes would not be met, `compactness` how many rooms or
    sessions more it would take. `forbidden` are the demands that it would break and the timetable does not break now.
    `better`: nothing forbids it, and by the aims of a plan it is better than what is. `rank` orders by these aims.
    """

    place: Standing
    moved: tuple[Standing, ...]
    local: tuple[Local, ...]
    means: Mapping[str, int]
    wishes: float
    compactness: int
    forbidden: tuple[Finding, ...]
    better: bool
    rank: tuple[float, ...]


def standing(posed: Posed, talk: str, place: Place) -> Standing:
    """Where a talk begins at a place of its problem."""
    start = posed.grid.begins(place.block, place.first).astimezone(rules(posed.week.zone))
    return Standing(talk, start, place.room, place.block)


def locals_of(posed: Posed, talk: str, start: datetime) -> tuple[Local, ...]:
    """Who has to be there when a talk begins at a moment (aware), by whose clock."""
    return tuple(
        Local(house, one.person, start.astimezone(rules(zone)))
        for one in posed.bearing.appearances(talk)
        for house, zone in zip(one.houses, one.zones, strict=True)
    )


def choices(posed: Posed, present: Present, talk: str) -> tuple[Choice, ...]:
    """Every other place of a talk: those that could be, the best first, then those that something forbids."""
    pricing = _Pricing(posed, present)
    found = [pricing.choice(one) for one in price(posed.problem, present.solution, talk)]
    return tuple(sorted(found, key=lambda one: (bool(one.forbidden), one.rank)))


@dataclass(frozen=True)
class Explanation:
    """An item that may move: where it is, by whose clocks, and where else it could be, the best first."""

    posed: Posed
    item: str
    present: Present
    place: Standing
    local: tuple[Local, ...]
    choices: tuple[Choice, ...]

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What the present timetable lacks, and every demand that it breaks, as warnings: it is priced all the same."""
        missing = self.present.missing
        lacking = [Finding("explain.incomplete", values={"count": len(missing)}, severity=Severity.WARNING)]
        wrong = [one for one in self.present.violations if one.code != "timetable.talk-missing"]
        broken = [replace(fact, severity=Severity.WARNING) for fact in broken_demands(self.posed, wrong)]
        unsound = [Finding("explain.unsound", values={"count": len(broken)}, severity=Severity.WARNING)]
        return (*(lacking if missing else ()), *(unsound if broken else ()), *broken)

    @property
    def verdict(self) -> Finding:
        """Whether the item could be better placed by moving it, and what would make room for it, alone."""
        better = sum(choice.better for choice in self.choices)
        possible = sum(not choice.forbidden for choice in self.choices)
        code = "explain.better" if better else "explain.best" if possible else "explain.nowhere-else"
        values = {"what": called(self.posed.week, "items", self.item), "count": better or possible}
        return Finding(code, values=values, severity=Severity.NOTE)


def explanation(posed: Posed, item: str) -> Explanation:
    """Why an item is where it is. Raises `KeyError` for one that has no place or that no plan moves (`staying`)."""
    now = present(posed)
    talk = {one: head for head, items in posed.names.talks.items() for one in items}[item]
    place = standing(posed, talk, now.places[talk])
    return Explanation(posed, item, now, place, locals_of(posed, talk, place.start), choices(posed, now, talk))


class _Pricing:
    """Prices alternatives of one timetable by the aims of its plan."""

    def __init__(self, posed: Posed, present: Present) -> None:
        self._posed, self._present = posed, present
        self._means = means(posed.problem, present.solution)
        self._rank = self._ranked(self._means, dict.fromkeys(Term, 0))

    def choice(self, one: Alternative) -> Choice:
        """An alternative in the words of the week."""
        posed = self._posed
        new = [found for found in one.violations if found not in self._present.violations]
        rank = self._ranked({name: mean + one.means[name] for name, mean in self._means.items()}, one.terms)
        talk, *others = one.moved
        place = standing(posed, talk, one.place)
        forbidden = broken_demands(posed, new)
        return Choice(
            place=place,
            moved=tuple(standing(posed, other, one.moved[other]) for other in others),
            local=locals_of(posed, talk, place.start),
            means=FrozenMap({name: more for name, more in one.means.items() if more}),
            wishes=_sum(one.terms, WISHES) / posed.parts,
            compactness=_sum(one.terms, COMPACTNESS),
            forbidden=forbidden,
            better=not forbidden and rank < self._rank,
            rank=(*rank, len(others)),
        )

    def _ranked(self, reached: Mapping[str, int], terms: Mapping[Term, int]) -> tuple[float, ...]:
        """What the aims come to, one before the other; being moved is left out, as everything else would be."""
        objective = self._posed.objective
        wishes, compactness = _sum(terms, WISHES), _sum(terms, COMPACTNESS)
        if isinstance(objective, Ordered):
            return (*sorted(reached.values(), reverse=True), wishes, compactness)
        return (objective.value({**terms, Term.MOVED: 0}),)


def _sum(terms: Mapping[Term, int], some: Sequence[Term]) -> int:
    return sum(terms[term] for term in some)
