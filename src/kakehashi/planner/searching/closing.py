"""Compacter timetables without a solver: fewer sessions, and fewer of a track at once.

Sessions with the fewest talks are closed, and their talks go to the ends of others of their track; of those that run
beside another of their track, some go as a whole to a block with fewer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from kakehashi.planner.checking import check
from kakehashi.planner.places import Cell, Place
from kakehashi.planner.problem import Problem, Track
from kakehashi.planner.searching.exchanging import Exchange
from kakehashi.planner.solution import Solution


def closed(problem: Problem, solution: Solution) -> Solution:
    """A sound timetable with at most as many sessions as this sound one, and no less fair."""
    exchange = Exchange(problem, solution)
    for cell in sorted(exchange.sessions, key=lambda cell: (exchange.ends[cell], cell)):
        step = _emptied(problem, exchange, cell)
        if step is not None:
            _taken(exchange, step)
    return _sound(problem, solution, exchange)


def spread(problem: Problem, solution: Solution) -> Solution:
    """A sound timetable with as many sessions as this sound one, no more of a track at once, and no less fair."""
    exchange = Exchange(problem, solution)
    for track in problem.tracks:
        own = sorted(cell for cell, name in exchange.tracks.items() if name == track.name)
        number = Counter(block for block, _ in own)
        for cell in own:
            for there in _free_cells(problem, exchange, track, number, number[cell[0]] - 2):
                if _taken(exchange, _as_a_whole(exchange, cell, there)):
                    number[cell[0]] -= 1
                    number[there[0]] += 1
                    break
    return _sound(problem, solution, exchange)


def _taken(exchange: Exchange, step: Mapping[str, Place]) -> bool:
    """Makes a step if it can be made and is no less fair, and says whether it did."""
    if not step or not exchange.is_fair(step) or not exchange.is_possible(step):
        return False
    exchange.take(step)
    return True


def _sound(problem: Problem, before: Solution, exchange: Exchange) -> Solution:
    found = Solution.of(problem, exchange.places)
    return before if check(problem, found) else found


def _free_cells(problem: Problem, exchange: Exchange, track: Track, number: Counter[str], most: int) -> list[Cell]:
    """One free cell of each block with so many sessions of the track at most, if it may be there, the fewest first.

    None for those whose chairs may be busy.
    """
    if most < 0 or track.chairs & problem.alone:
        return []
    found: dict[str, Cell] = {}
    for cell in problem.cells:
        if number[cell[0]] <= most and cell not in exchange.tracks and exchange.may_name(cell, track):
            found.setdefault(cell[0], cell)
    return sorted(found.values(), key=lambda cell: number[cell[0]])


def _as_a_whole(exchange: Exchange, cell: Cell, there: Cell) -> dict[str, Place]:
    """A session moved with all its talks; nothing if one of them may not move."""
    names = exchange.sessions[cell]
    if not names <= exchange.movers.keys():
        return {}
    return {name: Place(*there, exchange.places[name].first) for name in sorted(names)}


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
