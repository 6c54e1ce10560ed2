"""Why a talk is where it is: every other place that it could have, and what that would cost and whom.

>>> from kakehashi.planner import Block, Place, Problem, Room, Solution, Talk, Term, Track
>>> talks = (Talk("leaves", "tea", order=1), Talk("cups", "tea"))
>>> problem = Problem((Block("morning", 2),), (Room("hall"),), (Track("tea"),), talks)
>>> found = Solution.of(problem, {"leaves": Place("morning", "hall", 0), "cups": Place("morning", "hall", 1)})
>>> [other] = price(problem, found, "leaves")
>>> other.place, sorted(other.moved), other.terms[Term.TALK_ORDER]
(Place(block='morning', room='hall', first=1), ['cups', 'leaves'], 1)
"""

from collections.abc import Mapping

from kakehashi.planner.comparing import Alternative, Comparison
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Problem
from kakehashi.planner.rearranging import ways
from kakehashi.planner.solution import Solution


def what_if(problem: Problem, solution: Solution, changes: Mapping[str, Place]) -> Alternative:
    """The timetable with these talks, one at least, where they are told to be, and all others where they are.

    Raises `ForeignSolution` where a talk would leave its block or stand where the problem has nothing, and `KeyError`
    for a talk that is unknown.
    """
    return Comparison(problem, solution).alternative(changes)


def price(problem: Problem, solution: Solution, talk: str) -> tuple[Alternative, ...]:
    """Every other place of a talk in cells that are free or of its track, in order of blocks, rooms and slots.

    There are up to three ways to have a place. The talk takes it, if it is free. It changes places with those that
    stand there, which may be all talks of another track's cell. Or it goes in before them, and later ones move on.
    Where no gap may be, sessions close up. Of one place every way is told that breaks no rule; if each breaks one, that
    which breaks fewest and moves fewest. Ways by which a talk would not fit into its block are none.

    Raises `ForeignSolution` for a timetable that has no price, and `KeyError` for a talk that is nowhere.
    """
    comparison = Comparison(problem, solution)
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
