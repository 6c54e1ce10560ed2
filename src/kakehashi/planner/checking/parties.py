"""Terms of the parties that bear a timetable, and of what it moves."""

from collections.abc import Mapping

from kakehashi.frozen import FrozenMap
from kakehashi.planner.checking.table import Table
from kakehashi.planner.problem import Problem
from kakehashi.planner.solution import Solution


def burdens(problem: Problem, solution: Solution) -> Mapping[str, int]:
    """What each party bears, by its name: what it bears anyway, and the strains of all slots that its talks fill."""
    found = {party.name: party.borne for party in problem.parties}
    for party in problem.parties:
        for talk, strain in party.strains.items():
            for slot in solution.slots.get(talk, ()):
                if slot.block in strain:
                    found[party.name] += strain[slot.block][slot.number]
    return FrozenMap(found)


def means(problem: Problem, solution: Solution) -> Mapping[str, int]:
    """The mean of each party, by its name: its burden divided by its size, rounded up to a whole number."""
    size = {party.name: party.size for party in problem.parties}
    return FrozenMap({name: -(-burden // size[name]) for name, burden in burdens(problem, solution).items()})


def burden(table: Table) -> int:
    """The burdens of all parties, added up."""
    return sum(burdens(table.problem, table.solution).values())


def worst(table: Table) -> int:
    """The largest mean of a party; 0 without parties."""
    return max(means(table.problem, table.solution).values(), default=0)


def cells(table: Table) -> int:
    """How many cells name a track."""
    return len(table.named)


def moved(table: Table) -> int:
    """What the talks cost that began at another time: in another block, or at another slot of theirs."""
    cost = 0
    for talk in table.problem.talks:
        slots = table.solution.slots.get(talk.name, ())
        if talk.former is not None and slots:
            first = min(slots, key=lambda slot: (table.block_index[slot.block], slot.number))
            if (first.block, first.number) != (talk.former.block, talk.former.first):
                cost += talk.moving
    return cost
