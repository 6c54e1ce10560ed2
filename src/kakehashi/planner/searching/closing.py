"""Fewer sessions: those with the fewest talks are closed, and their talks go to the ends of others of their track."""

from collections.abc import Iterator

from kakehashi.planner.checking import check
from kakehashi.planner.places import Cell, Place
from kakehashi.planner.problem import Problem
from kakehashi.planner.searching.exchanging import Exchange
from kakehashi.planner.solution import Solution


def closed(problem: Problem, solution: Solution) -> Solution:
    """A sound timetable with at most as many sessions as this sound one, and no less fair."""
    exchange = Exchange(problem, solution)
    for cell in sorted(exchange.sessions, key=lambda cell: (exchange.ends[cell], cell)):
        step = _emptied(problem, exchange, cell)
        if step is not None and exchange.is_fair(step) and exchange.is_possible(step):
            exchange.take(step)
    found = Solution.of(problem, exchange.places)
    return solution if check(problem, found) else found


def _emptied(problem: Problem, exchange: Exchange, cell: Cell) -> dict[str, Place] | None:
    """Where the talks of a session go, long ones first, each as cheaply as it can; `None` if they find no room."""
    names = exchange.sessions[cell]
    if not names or not names <= exchange.movers.keys():
        return None
    ends = dict(exchange.ends)
    step: dict[str, Place] = {}
    for name in sorted(names, key=lambda name: (-problem.talk[name].slots, name)):
        mover = exchange.movers[name]
        open_ends = [place for place in _ends(problem, exchange, ends, cell, name) if mover.may_be(place)]
        if not open_ends:
            return None
        step[name] = place = min(open_ends, key=lambda place: (mover.strain(place), place))
        ends[place[:2]] += mover.talk.slots
    return step


def _ends(problem: Problem, exchange: Exchange, ends: dict[Cell, int], cell: Cell, name: str) -> Iterator[Place]:
    talk = problem.talk[name]
    if len({other.stage for other in problem.talks_of[talk.track]}) > 1:
        return
    for other, end in ends.items():
        fits = end + talk.slots <= problem.block[other[0]].slots
        if fits and other != cell and exchange.tracks.get(other) == talk.track:
            yield Place(*other, end)
