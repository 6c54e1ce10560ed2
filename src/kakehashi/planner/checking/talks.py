"""Terms of talks: what their slots cost, whether they stand in their order, and whether each is whole."""

from collections import Counter, defaultdict
from itertools import combinations

from kakehashi.planner.checking.table import Table
from kakehashi.planner.places import Cell

IN_PIECES = 10_000_000
"""For each cell in which a talk of several slots has not as many as it needs."""
SCATTERED = 1_000_000_000
"""For a talk of several slots whose slots do not follow one another, or that is nowhere."""


def talk_hours(table: Table) -> int:
    """How bad the hours are for those who present, for every slot."""
    return sum(talk.hour_costs.get(slot.block, 0) for slot, talk in table.held)


def talk_blocks(table: Table) -> int:
    """What the talks cost in their blocks, for every slot."""
    return sum(talk.block_costs.get(slot.block, 0) for slot, talk in table.held)


def talk_rooms(table: Table) -> int:
    """What the talks cost in their rooms, for every slot."""
    return sum(talk.room_costs.get(slot.room, 0) for slot, talk in table.held)


def talk_order(table: Table) -> int:
    """How often talks with an order run at once with one of their track, and how many stand at another place.

    Only cells that name a track are read. Places are counted in such a cell's track, talks without an order included.
    """
    return _ordered_at_once(table) + _out_of_order(table)


def _ordered_at_once(table: Table) -> int:
    at_once: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for slot, talk in table.held:
        if talk.order and (slot.block, slot.room) in table.solution.tracks:
            at_once[slot.block, slot.number][talk.name] = talk.track
    return sum(one == other for talks in at_once.values() for one, other in combinations(talks.values(), 2))


def _out_of_order(table: Table) -> int:
    lists: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for slot, talk in table.held:
        track = table.solution.tracks.get((slot.block, slot.room))
        if track is not None:
            # Where a talk was met before, it keeps its first place.
            lists[track].setdefault(talk.name, talk.order)
    return sum(order not in (0, place) for talks in lists.values() for place, order in enumerate(talks.values(), 1))


def split(table: Table) -> int:
    """The price of talks of several slots that are not whole, as CoSPLib has it; 0 for every sound timetable.

    Its way to find gaps is kept, that whoever compares the two sees the same figure: the numbers of the slots, in the
    order of blocks, rooms and slots, are added up, and so are all numbers from the first to the last of them.
    """
    numbers: dict[str, list[int]] = {talk.name: [] for talk in table.problem.talks if talk.slots > 1}
    pieces: Counter[tuple[Cell, str]] = Counter()
    for slot, talk in table.held:
        if talk.slots > 1:
            numbers[talk.name].append(slot.number)
            pieces[(slot.block, slot.room), talk.name] += 1
    if not all(numbers.values()):
        return SCATTERED
    in_pieces = sum(number != table.problem.talk[name].slots for (_, name), number in pieces.items())
    scattered = sum(sum(its) != sum(range(its[0], its[-1] + 1)) for its in numbers.values())
    return IN_PIECES * in_pieces + SCATTERED * scattered
