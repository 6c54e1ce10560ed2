"""In what ways a talk could have another place: those that stand there go elsewhere, or move on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kakehashi.frozen import FrozenMap
from kakehashi.planner.places import Cell, Place
from kakehashi.planner.problem import Problem
from kakehashi.planner.solution import Solution


def ways(problem: Problem, solution: Solution, talk: str) -> Iterator[FrozenMap[str, Place]]:
    """Where the talk and those that make room for it would begin, in each way; the talk first.

    Whether a way keeps the rules is not asked, but for two: talks stay within their block and among their track.
    Raises `KeyError` for a talk that is nowhere.
    """
    return _Ways(problem, solution, talk).all()


class _Standing(NamedTuple):
    """A talk in a cell, and what decides on its place in the order of the cell: first slot, and a rank among equals."""

    first: int
    rank: int
    talk: str


class _Ways:
    def __init__(self, problem: Problem, solution: Solution, talk: str) -> None:
        self._problem, self._talk = problem, problem.talk[talk]
        self._places = {name: solution.place(name) for name, slots in solution.slots.items() if slots}
        self._at = self._places[talk]
        self._cells: dict[Cell, list[_Standing]] = {cell: [] for cell in problem.cells}
        for name, at in self._places.items():
            if name != talk:
                self._cells[at.block, at.room].append(_Standing(at.first, 0, name))

    def all(self) -> Iterator[FrozenMap[str, Place]]:
        for cell, others in self._cells.items():
            for first in self._begins(cell, others):
                for cells in self._rearranged(cell, others, first):
                    moved = self._moved(cells)
                    if moved is not None:
                        yield moved

    def _begins(self, cell: Cell, others: Iterable[_Standing]) -> Iterable[int]:
        """The slots of a cell in which the talk could begin: any; without gaps, where others begin or end."""
        if not self._problem.unbroken:
            return range(self._problem.block[cell[0]].slots - self._talk.slots + 1)
        return sorted({0, *(one.first for one in others), *(self._end(one) for one in others)})

    def _rearranged(
        self, cell: Cell, others: Sequence[_Standing], first: int
    ) -> Iterator[Mapping[Cell, list[_Standing]]]:
        """The talks of the cells that change when the talk begins in this slot."""
        home, new = (self._at.block, self._at.room), _Standing(first, -1, self._talk.name)
        left = self._cells[home]
        if self._of_track(others) and not any(one.first < first < self._end(one) for one in others):
            yield {home: left, cell: [*others, new]}
        covered = [one for one in others if one.first < first + self._talk.slots and first < self._end(one)]
        stay = [one for one in others if one not in covered]
        if covered and self._of_track(stay) and (self._of_track(covered) or not left):
            coming = [_Standing(self._at.first, rank, one.talk) for rank, one in enumerate(covered)]
            yield {home: [*stay, new, *coming]} if cell == home else {home: [*left, *coming], cell: [*stay, new]}

    def _moved(self, cells: Mapping[Cell, Sequence[_Standing]]) -> FrozenMap[str, Place] | None:
        """What begins elsewhere than before; `None` if the talk does not, or something does not fit."""
        moved: dict[str, Place] = {}
        for cell, standing in cells.items():
            end = 0
            for one in sorted(standing):
                place = Place(*cell, self._begin(cell[0], one, end))
                end = place.first + self._problem.talk[one.talk].slots
                if place != self._places[one.talk]:
                    moved[one.talk] = place
            if end > self._problem.block[cell[0]].slots:
                return None
        name = self._talk.name
        return FrozenMap({name: moved.pop(name), **moved}) if name in moved else None

    def _begin(self, block: str, one: _Standing, end: int) -> int:
        """Where a talk begins behind those that end in a slot: at once where no gap may be, if it is not pinned."""
        if not self._problem.unbroken:
            return max(end, one.first)
        pin = self._problem.talk[one.talk].pinned
        return max(end, pin.first) if pin and pin.block == block and pin.first is not None else end

    def _end(self, one: _Standing) -> int:
        return one.first + self._problem.talk[one.talk].slots

    def _of_track(self, some: Iterable[_Standing]) -> bool:
        return all(self._problem.talk[one.talk].track == self._talk.track for one in some)
