"""Every sound timetable of a tiny problem, by trying everything: what a search is compared with.

It knows places alone: neither the solver nor the checker has a part in it.
"""

from collections.abc import Iterator, Mapping

from kakehashi.planner import Objective, Place, Problem, Solution, Talk, evaluate


def timetables(problem: Problem) -> Iterator[Solution]:
    """Each sound timetable of the problem, once."""
    return (Solution.of(problem, places) for places in _placed(problem, problem.talks, {}))


def best(problem: Problem, objective: Objective) -> int | None:
    """The least value that any sound timetable has; `None` if there is none."""
    return min((objective.value(evaluate(problem, found)) for found in timetables(problem)), default=None)


def _placed(problem: Problem, rest: tuple[Talk, ...], places: Mapping[str, Place]) -> Iterator[Mapping[str, Place]]:
    """These places with one for each of the other talks, in every way that leaves all of them sound."""
    if not rest:
        yield places
        return
    for place in _free(problem, rest[0], places):
        yield from _placed(problem, rest[1:], {**places, rest[0].name: place})


def _free(problem: Problem, talk: Talk, places: Mapping[str, Place]) -> Iterator[Place]:
    for cell in problem.cells:
        inside = [(problem.talk[name], at.first) for name, at in places.items() if (at.block, at.room) == cell]
        taken = {first + step for other, first in inside for step in range(other.slots)}
        if all(other.track == talk.track for other, _ in inside):
            for first in range(problem.block[cell[0]].slots - talk.slots + 1):
                if taken.isdisjoint(range(first, first + talk.slots)):
                    yield Place(*cell, first)
