"""What sessions cost at least, by counting alone: known at once of problems of any size, before a model is made.

A track whose talks need c cells, in b blocks where it may be, has c - min(b, c) of them beside others of its own, and c
/ b or more in one block, each of them in a room of its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from kakehashi.planner.modelling.demands import blocks_of
from kakehashi.planner.modelling.packing import weighed
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.problem import Problem, Track


def least_of_sessions(problem: Problem, objective: Objective) -> int:
    """The sum of what the sessions of all tracks cost at least, by their number, beside each other, and by rooms."""
    return sum(_least(problem, objective, track) for track in problem.tracks if problem.talks_of[track.name])


def _least(problem: Problem, objective: Objective, track: Track) -> int:
    open_cells = _open_cells(problem, track)
    blocks = sum(1 for cells in open_cells.values() if cells)
    cells = max(_fewest(need, sizes, open_cells) for need, sizes in _needs(problem, track, open_cells))
    if not blocks or not cells:
        return 0
    of_cells, of_parallel, of_rooms = (objective.weights.get(term, 0) for term in _COUNTED)
    return of_cells * cells + of_parallel * (cells - min(blocks, cells)) + of_rooms * (-(-cells // blocks) - 1)


_COUNTED = (Term.CELLS, Term.PARALLEL_TRACKS, Term.ROOMS_PER_TRACK)


def _open_cells(problem: Problem, track: Track) -> Mapping[int, int]:
    """By its number, how many cells of each block the track may have."""
    alike = {
        (talk.slots, talk.pinned, talk.barred_blocks, talk.barred_slots): talk for talk in problem.talks_of[track.name]
    }
    blocks = frozenset[int]().union(*(blocks_of(problem, talk) for talk in alike.values()))
    rooms = [room.name for room in problem.rooms if room.name not in track.barred_rooms]
    closed = Counter(block for block, room in problem.closed if room not in track.barred_rooms)
    return {number: len(rooms) - closed[problem.blocks[number].name] for number in sorted(blocks)}


def _needs(problem: Problem, track: Track, open_cells: Mapping[int, int]) -> Iterator[tuple[int, Mapping[int, int]]]:
    """What the talks of a track need in sum, with how much of it a cell of each block has: in several measures.

    Slots; how many talks of some length or more fit, one after another; and where all blocks are equally long, dual
    feasible functions (Fekete and Schepers, 2001).
    """
    lengths = Counter(talk.slots for talk in problem.talks_of[track.name])
    slots = {number: problem.blocks[number].slots for number in open_cells}
    yield sum(length * many for length, many in lengths.items()), slots
    for length in lengths:
        longer = sum(many for other, many in lengths.items() if other >= length)
        yield longer, {number: own // length for number, own in slots.items()}
    if len(set(slots.values())) == 1:
        size = next(iter(slots.values()))
        for parts in {size // length + 1 for length in lengths if length > 1}:
            need = sum(weighed(length, size, parts) * many for length, many in lengths.items())
            yield need, dict.fromkeys(slots, size * (parts - 1))


def _fewest(need: int, sizes: Mapping[int, int], open_cells: Mapping[int, int]) -> int:
    """How many cells have so much together, the largest first; all there are where these are too few."""
    cells = 0
    for block in sorted(sizes, key=lambda block: -sizes[block]):
        if need <= 0 or not sizes[block]:
            break
        taken = min(open_cells[block], -(-need // sizes[block]))
        cells += taken
        need -= taken * sizes[block]
    return cells
