"""Why a talk is where it is: every other place that it could have, and what that would cost and whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from kakehashi.frozen import FrozenMap
from kakehashi.planner.checking import Violation, check, evaluate, means
from kakehashi.planner.objective import Term
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Problem
from kakehashi.planner.rearranging import ways
from kakehashi.planner.solution import Solution


@dataclass(frozen=True, slots=True)
class Alternative:
    """A timetable that differs in a few talks: `moved` says where each of them would begin, the one asked about first.

    `violations` are those of the whole timetable: none if it could be. `terms` and `means` are differences, those of
    the alternative less those of the timetable as it is; whatever does not change is 0.
    """

    moved: FrozenMap[str, Place]
    solution: Solution
    violations: tuple[Violation, ...]
    terms: Mapping[Term, int]
    means: Mapping[str, int]

    @property
    def place(self) -> Place:
        """Where the talk that was asked about would begin."""
        return next(iter(self.moved.values()))


def what_if(problem: Problem, solution: Solution, changes: Mapping[str, Place]) -> Alternative:
    """The timetable with these talks, one at least, where they are told to be, and all others where they are.

    Raises `ForeignSolution` where a talk would leave its block or stand where the problem has nothing, and `KeyError`
    for a talk that is unknown.
    """
    return _Comparison(problem, solution).alternative(changes)


def price(problem: Problem, solution: Solution, talk: str) -> tuple[Alternative, ...]:
    """Every other place of a talk in cells that are free or of its track, in order of blocks, rooms and slots.

    There are up to three ways to have a place. The talk takes it, if it is free. It changes places with those that
    stand there, which may be all talks of another track's cell. Or it goes in before them, and later ones move on.
    Where no gap may be, sessions close up. Of one place every way is told that breaks no rule; if each breaks one, that
    which breaks fewest and moves fewest. Ways by which a talk would not fit into its block are none.

    Raises `KeyError` for a talk that is nowhere.
    """
    comparison = _Comparison(problem, solution)
    found: dict[Place, list[Alternative]] = {}
    for moved in dict.fromkeys(ways(problem, solution, talk)):
        alternative = comparison.alternative(moved)
        found.setdefault(alternative.place, []).append(alternative)
    rank = {cell: number for number, cell in enumerate(problem.cells)}
    places = sorted(found, key=lambda place: (rank[place.block, place.room], place.first))
    return tuple(alternative for place in places for alternative in _sound_or_best(found[place]))


def _sound_or_best(ways: list[Alternative]) -> list[Alternative]:
    sound = [way for way in ways if not way.violations]
    return sound or [min(ways, key=lambda way: (len(way.violations), len(way.moved)))]


class _Comparison:
    """A timetable, with which others are compared."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem, self._solution = problem, solution
        self._terms, self._means = evaluate(problem, solution), means(problem, solution)

    def alternative(self, changes: Mapping[str, Place]) -> Alternative:
        """The timetable with these changes."""
        solution = _changed(self._problem, self._solution, changes)
        terms, its_means = evaluate(self._problem, solution), means(self._problem, solution)
        return Alternative(
            moved=FrozenMap(changes),
            solution=solution,
            violations=check(self._problem, solution),
            terms=FrozenMap({term: value - self._terms[term] for term, value in terms.items()}),
            means=FrozenMap({party: mean - self._means[party] for party, mean in its_means.items()}),
        )


def _changed(problem: Problem, solution: Solution, changes: Mapping[str, Place]) -> Solution:
    """The timetable with these changes. Cells that they touch name the track of their other talks, if there are any."""
    new = Solution.of(problem, changes)
    old = [slot for name in changes for slot in solution.slots.get(name, ())]
    touched = {(slot.block, slot.room) for slot in old} | set(new.tracks)
    tracks = {cell: track for cell, track in solution.tracks.items() if cell not in touched}
    slots = {name: its for name, its in solution.slots.items() if name not in changes}
    for name, its in slots.items():
        tracks |= {(slot.block, slot.room): problem.talk[name].track for slot in its if slot[:2] in touched}
    return Solution({**slots, **new.slots}, {**new.tracks, **tracks})
