"""What a timetable costs its parties, and what it moves, in the model of runs; named as in `checking.parties`."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.runs import Moment, Runs
from kakehashi.planner.modelling.terms import Cost
from kakehashi.planner.objective import Term
from kakehashi.planner.parties import Party
from kakehashi.planner.problem import Problem

_total = cp_model.LinearExpr.sum


def moved(runs: Runs) -> Cost:
    """What the talks cost that began at another time: of each group as many are kept as begin where its talks did."""
    problem = runs.made.problem
    blocks = {block.name: number for number, block in enumerate(problem.blocks)}
    cost: list[cp_model.LinearExprT] = []
    for number, group in enumerate(runs.made.groups):
        formers: defaultdict[Moment, int] = defaultdict(int)
        for name in group.talks:
            former = problem.talk[name].former
            if former is not None and group.moving:
                formers[blocks[former.block], former.first] += 1
        cost.append(group.moving * sum(formers.values()))
        for at, there in formers.items():
            if at in runs.begins[number]:
                kept = runs.model.new_int_var(0, there, f"kept {number} {at}")
                runs.model.add(kept <= runs.begins[number][at])
                cost.append(-group.moving * kept)
    return _total(cost)


def burdens(runs: Runs) -> tuple[cp_model.LinearExpr, ...]:
    """What each party bears, by its number."""
    problem = runs.made.problem
    found: list[list[cp_model.LinearExprT]] = [[party.borne] for party in problem.parties]
    for number, group in enumerate(runs.made.groups):
        for party, strain in group.strains:
            for (block, slot), begins in runs.begins[number].items():
                cost = sum(strain.get(problem.blocks[block].name, ())[slot : slot + group.slots])
                if cost:
                    found[party].append(cost * begins)
    return tuple(_total(costs) for costs in found)


def burden(runs: Runs) -> Cost:
    """The burdens of all parties, added up."""
    return _total(list(burdens(runs)))


def means(runs: Runs) -> tuple[cp_model.IntVar, ...]:
    """The mean of each party, by its number: no less than its burden divided by its size. Made once for a model."""
    if runs.means is None:
        runs.means = _means(runs)
    return runs.means


def _means(runs: Runs) -> tuple[cp_model.IntVar, ...]:
    problem = runs.made.problem
    found = []
    for party, borne in zip(problem.parties, burdens(runs), strict=True):
        mean = runs.model.new_int_var(party.mean(0), party.mean(_most(problem, party)), f"mean {party.name}")
        runs.model.add(party.size * mean >= borne)
        found.append(mean)
    return tuple(found)


def _most(problem: Problem, party: Party) -> int:
    """What a party bears of its talks at the most."""
    return sum(
        max(map(max, strain.values()), default=0) * problem.talk[name].slots for name, strain in party.strains.items()
    )


def worst(runs: Runs) -> Cost:
    """The largest mean of a party."""
    return k_largest(runs, 1)


def k_largest(runs: Runs, number: int) -> Cost:
    """The sum of so many of the largest means, once it is made as small as can be.

    It is the least of k t + d_1 + ... + d_n over all t and all d_i >= 0 with d_i >= x_i - t (Ogryczak and Sliwinski,
    On solving linear programs with the ordered weighted averaging objective, 2003).
    """
    those = means(runs)
    if not those:
        return _total([0])
    top = max(party.mean(_most(runs.made.problem, party)) for party in runs.made.problem.parties)
    level = runs.model.new_int_var(0, top, f"level {number}")
    if number == 1:
        for one in those:
            runs.model.add(one <= level)
        return _total([level])
    over = []
    for one in those:
        above = runs.model.new_int_var(0, top, f"above {number}")
        runs.model.add(above >= one - level)
        over.append(above)
    return _total([number * level, *over])


BEARING: Mapping[Term, Callable[[Runs], Cost]] = {Term.MOVED: moved, Term.BURDEN: burden, Term.WORST: worst}
"""The terms that only the slots decide."""
