"""Timetables that differ in a few talks, compared by the parts in which they differ.

Every figure is the checker's. Of a sound timetable it is asked about a part, small enough to be asked hundreds of
times: the talks in the blocks, and those of the tracks, that a change touches. Of the rest no rule and no term says
anything else after the change than before.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kakehashi.frozen import FrozenMap
from kakehashi.planner.checking import Violation, burdens, check, evaluate
from kakehashi.planner.objective import Term
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Problem
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


class Comparison:
    """A timetable, with which others are compared. Raises `ForeignSolution` if it has no price."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._whole = _Part(problem, solution)
        self._worst = self._whole.terms[Term.WORST]
        self._parts: dict[tuple[frozenset[str], frozenset[str]], _Part] = {}
        self._linked: defaultdict[str, set[str]] = defaultdict(set)
        for talk in problem.talks:
            for earlier in talk.after:
                self._linked[talk.name].add(problem.talk[earlier].track)
                self._linked[earlier].add(talk.track)

    def alternative(self, changes: Mapping[str, Place]) -> Alternative:
        """The timetable in which these talks begin there. Raises `ForeignSolution` if it has no price."""
        before = self._part(changes)
        after = _Part(before.problem, _changed(before, changes))
        terms = {term: value - before.terms[term] for term, value in after.terms.items()}
        means, worst = self._means(before, after)
        return Alternative(
            moved=FrozenMap(changes),
            solution=_changed(self._whole, changes),
            violations=after.violations,
            terms=FrozenMap({**terms, Term.WORST: worst}),
            means=means,
        )

    def _means(self, before: "_Part", after: "_Part") -> tuple[FrozenMap[str, int], int]:
        """By how much the mean of each party is more, and by how much the largest of them."""
        were, are = {}, {}
        for party in self._whole.problem.parties:
            burden = self._whole.burdens[party.name] - party.borne
            were[party.name] = party.mean(burden)
            are[party.name] = party.mean(burden + after.burdens[party.name] - before.burdens[party.name])
        more = FrozenMap({name: are[name] - were[name] for name in are})
        return more, max(are.values(), default=0) - self._worst

    def _part(self, changes: Mapping[str, Place]) -> "_Part":
        """What the changes touch; all if anything is unsound, for then a fault far away may be told otherwise."""
        problem, solution = self._whole.problem, self._whole.solution
        if self._whole.violations:
            return self._whole
        blocks = {place.block for place in changes.values()} | {solution.place(name).block for name in changes}
        tracks = {problem.talk[name].track for name in changes}.union(*(self._linked[name] for name in changes))
        key = frozenset(blocks), frozenset(tracks)
        if key not in self._parts:
            talks = (name for name, talk in problem.talk.items() if talk.track in tracks)
            there = (name for name, slots in solution.slots.items() if slots[0].block in blocks)
            self._parts[key] = self._whole.of({*talks, *there})
        return self._parts[key]


@dataclass(frozen=True)
class _Part:
    """Some talks of a problem with their timetable, and what the checker says of it, asked once."""

    problem: Problem
    solution: Solution

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        return check(self.problem, self.solution)

    @cached_property
    def terms(self) -> Mapping[Term, int]:
        return evaluate(self.problem, self.solution)

    @cached_property
    def burdens(self) -> Mapping[str, int]:
        return burdens(self.problem, self.solution)

    def of(self, names: set[str]) -> "_Part":
        """What there is of these talks."""
        slots = {name: its for name, its in self.solution.slots.items() if name in names}
        cells = {(slot.block, slot.room) for its in slots.values() for slot in its}
        problem = self.problem.replace(
            talks=tuple(replace(one, after=one.after & names) for one in self.problem.talks if one.name in names),
            resources=tuple(replace(one, talks=one.talks & names) for one in self.problem.resources),
            parties=tuple(
                replace(one, strains={name: strain for name, strain in one.strains.items() if name in names})
                for one in self.problem.parties
            ),
        )
        tracks = {cell: track for cell, track in self.solution.tracks.items() if cell in cells}
        return _Part(problem, Solution(slots, tracks))


def _changed(part: _Part, changes: Mapping[str, Place]) -> Solution:
    """The timetable with these changes. Cells that they touch name the track of their other talks, if there are any."""
    new, solution = Solution.of(part.problem, changes), part.solution
    old = [slot for name in changes for slot in solution.slots.get(name, ())]
    touched = {(slot.block, slot.room) for slot in old} | set(new.tracks)
    tracks = {cell: track for cell, track in solution.tracks.items() if cell not in touched}
    slots = {name: its for name, its in solution.slots.items() if name not in changes}
    for name, its in slots.items():
        tracks |= {(slot.block, slot.room): part.problem.talk[name].track for slot in its if slot[:2] in touched}
    return Solution({**slots, **new.slots}, {**new.tracks, **tracks})
