"""Terms of the cells that name a track. A cell that names none costs nothing here, whatever it holds."""

from collections import Counter
from itertools import combinations

from kakehashi.planner.checking.table import Table


def track_blocks(table: Table) -> int:
    """What the cells of each track cost in their blocks."""
    return sum(track.block_costs.get(block, 0) for block, _, track in table.named)


def track_rooms(table: Table) -> int:
    """What the cells of each track cost in their rooms."""
    return sum(track.room_costs.get(room, 0) for _, room, track in table.named)


def block_rooms(table: Table) -> int:
    """What it costs to use the cells."""
    return sum(table.problem.room_costs.get((block, room), 0) for block, room, _ in table.named)


def similar_tracks(table: Table) -> int:
    """The cost of every two cells of a block whose tracks are similar: two of one track beside one of another twice."""
    similar, cost = table.problem.similar, 0
    for one, other in combinations(table.named, 2):
        if one.block == other.block and one.track != other.track:
            cost += similar.get((one.track.name, other.track.name), 0)
            cost += similar.get((other.track.name, one.track.name), 0)
    return cost


def rooms_per_track(table: Table) -> int:
    """How many rooms the tracks use beyond one each."""
    used = {(track.name, room) for _, room, track in table.named}
    return sum(number - 1 for number in Counter(track for track, _ in used).values())


def parallel_tracks(table: Table) -> int:
    """How many cells the tracks have in a block beyond one each."""
    return sum(number - 1 for number in Counter((block, track.name) for block, _, track in table.named).values())


def consecutive_tracks(table: Table) -> int:
    """How many tracks leave out a block between two of theirs; how many it leaves out does not matter."""
    interrupted = 0
    for track in table.problem.tracks:
        used = {table.block_index[block] for block, _, its in table.named if its == track}
        if used and max(used) - min(used) + 1 > len(used):
            interrupted += 1
    return interrupted
