"""A first timetable by construction: how many cells of each block a track has, then in which rooms, then when.

The counts are improved part by part before rooms are looked for. What rooms cost is learnt on the way: to house the
sessions of a block as cheaply as can be gives rents, which say of every block what its cells cost at least.
"""

from collections.abc import Callable, Iterator
from functools import partial

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.counting import Counted, counted
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem
from kakehashi.planner.searching.arranging import Arranger, Plan
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.housing import Housing
from kakehashi.planner.searching.matching import matched, rents
from kakehashi.planner.searching.neighbourhoods import (
    Kinds,
    Part,
    Standing,
    Values,
    blocks_in_a_row,
    kept,
    some_blocks,
    some_tracks,
    torn_tracks,
    tracks_at_once,
)
from kakehashi.planner.searching.reading import Making, Value, View, hints_of, talks_of
from kakehashi.planner.searching.running import Allowance, Limits, hurry, offer
from kakehashi.planner.solution import Solution

_FIRST = 10.0
"""Deterministic seconds for the first counts."""
_HINTS = 0.2
"""Deterministic seconds to complete what is known of a timetable."""
_LEAST = 0.01
"""What a round counts at least: to make its model takes time as well."""
_LEARNS = 3
"""How many rents are learnt at once."""
_ENOUGH, _OFTEN = 0.8, 8
"""A timetable is made when the counts cost no more than this part of those that one was made of before; and every so
many rounds, if they cost less at all.
"""
_WAYS = (
    (some_tracks, 0.1),
    (torn_tracks, 0.05),
    (tracks_at_once, 0.1),
    (some_blocks, 0.25),
    (blocks_in_a_row, 0.25),
)


class Construction:
    """Counts of one problem, from any to good ones, with timetables on the way, which go to `best`.

    `status` says whether there are counts at all.
    """

    def __init__(self, problem: Problem, objective: Objective, best: Best) -> None:
        self.status = cp_model.UNKNOWN
        self._spent = 0.0
        self._problem, self._best = problem, best
        self._counted = counted(problem, objective)
        self._arranger = Arranger(problem, objective)
        self._housing = Housing(problem, objective)
        self._values: Values = {}
        self._cost: int | None = None
        self._offered = 0

    def go(self, limits: Limits, allowance: Allowance) -> None:
        """Improves counts until that does not pay, or the limits are reached; those of the best timetable, if any."""
        self._spent, self._cost = 0.0, None
        over = partial(self._over, limits, allowance, self._best.now.seconds)
        self._begin(limits, allowance)
        own, idle, rounds = limits.parameters, 0, 0
        kinds = Kinds(_WAYS, limits.seed, own)
        while self._cost is not None and idle < own.construction_patience and not over():
            kind, part = kinds.next(Standing.of(self._counted.made, self._values))
            before = self._cost
            status = self._solve(kept(self._counted.made, self._values, part), limits, own.round_effort)
            better = self._cost < before
            kinds.tried(kind, better=better, ended=status in (cp_model.OPTIMAL, cp_model.INFEASIBLE))
            idle, rounds = 0 if better else idle + 1, rounds + 1
            if self._cost < self._offered and (self._cost <= self._offered * _ENOUGH or rounds % _OFTEN == 0):
                self._offer(limits)
        # Where effort has ended it, whoever has more of it does not come by here.
        if self._cost is not None and self._cost < self._offered and not limits.over:
            self._offer(limits)

    def view(self) -> View:
        """The model of counts with what was learnt of rooms, for a run that bounds."""

        def read(value: Value) -> Making:
            made = self._counted.made
            variables = [*made.number.values(), *made.held.values()]
            return partial(self._timetable, {variable.index: value(variable) for variable in variables})

        return View(self._counted.made.model.clone(), read, self._hints)

    def _hints(self, solution: Solution) -> Iterator[tuple[cp_model.IntVar, int]]:
        """What all variables are in a timetable: with some of them left out, the solver seldom finds it again."""
        made = self._counted.made
        known = {variable.index: value for variable, value in hints_of(made, solution)}
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.catch_sigint_signal = False
        solver.parameters.max_deterministic_time = _HINTS
        if solver.solve(kept(made, known, Part())) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            known = dict(enumerate(solver.response_proto.solution))
        for index, value in known.items():
            yield made.model.get_int_var_from_proto_index(index), value

    def _over(self, limits: Limits, allowance: Allowance, begun: float) -> bool:
        """Whether there is nothing left for a whole round."""
        if self._best.proven or limits.stop.reached(self._best.now):
            return True
        effort = limits.parameters.round_effort
        if allowance.effort is not None and allowance.effort - self._spent < effort:
            return True
        if not limits.begins(effort):
            return True
        return allowance.seconds is not None and self._best.now.seconds - begun >= allowance.seconds

    def _begin(self, limits: Limits, allowance: Allowance) -> None:
        """Any counts, or those of the best timetable."""
        made = self._counted.made
        if self._best.solution is not None:
            self._values = {variable.index: value for variable, value in hints_of(made, self._best.solution)}
            model = kept(made, self._values, Part())
        else:
            model = made.model.clone()
            model.proto.clear_objective()
        for piece in Allowance(_FIRST, allowance.seconds).pieces(limits):
            self.status = self._solve(model, limits, piece.effort or _FIRST, piece.seconds)
            if self.status != cp_model.UNKNOWN:
                break
        if self._cost is not None:
            self._offer(limits)

    def _solve(
        self, model: cp_model.CpModel, limits: Limits, effort: float, seconds: float | None = None
    ) -> cp_model.CpSolverStatus:
        """Takes the solution of a model if it costs less, with rooms that are matched block by block."""
        solver = cp_model.CpSolver()
        given = solver.parameters
        given.num_workers, given.random_seed, given.linearization_level = 1, limits.seed, 2
        # Ours are the signals.
        given.catch_sigint_signal = False
        given.max_deterministic_time = effort
        if self._values:
            hurry(solver)
        if (left := limits.seconds_left(self._best.now)) is not None:
            given.max_time_in_seconds = left if seconds is None else min(left, seconds)
        for index, value in self._values.items():
            model.proto.solution_hint.vars.append(index)
            model.proto.solution_hint.values.append(value)
        status = solver.solve(model)
        spent = max(solver.response_proto.deterministic_time, _LEAST)
        self._spent += spent
        if limits.effort is not None:
            limits.effort.spend(spent)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            values = dict(enumerate(solver.response_proto.solution))
            cost = self._priced(values)
            if cost is not None and (self._cost is None or cost < self._cost):
                self._cost, self._values = cost, values
        return status

    def _priced(self, values: Values) -> int | None:
        """What counts cost with the cheapest rooms of each block; rents are learnt of blocks that cost more than known.

        `None` if the sessions of a block cannot be housed.
        """
        made, prices, housing = self._counted.made, self._counted.prices, self._counted.housing
        cost, dearer = _objective_value(self._counted, values), []
        for block in made.blocks:
            cells = [values[made.number[track, block].index] for track in made.tracks]
            sessions = [own for own, number in zip(prices[block], cells, strict=True) for _ in range(number)]
            rooms = matched(sessions, len(self._problem.rooms))
            if rooms is None:
                return None
            more = sum(own[room] for own, room in zip(sessions, rooms, strict=True)) - values[housing[block].index]
            cost += more
            if more > 0:
                dearer.append((-more, rents(sessions, rooms, len(self._problem.rooms))))
        for _, own_rents in sorted(dearer)[:_LEARNS]:
            self._counted.learn(own_rents)
        return cost

    def _offer(self, limits: Limits) -> None:
        assert self._cost is not None
        self._offered = self._cost
        offer(partial(self._timetable, self._values), self._best, limits)

    def _timetable(self, values: Values, left: Callable[[], float | None]) -> Solution | None:
        """The timetable of counts, if their sessions find rooms and their talks fit; `Making` says in what time."""
        made, problem = self._counted.made, self._problem
        talks = talks_of(made, lambda variable: values[variable.index])
        named = {at: (problem.blocks[at[1]].name, problem.tracks[at[0]].name) for at in made.number}
        rooms = self._housing.housed(
            {at: values[number.index] for at, number in made.number.items()},
            {at: [problem.talk[name] for name in talks.get(of, ())] for at, of in named.items()},
        )
        if rooms is None:
            return None
        where = {named[at]: tuple(problem.rooms[room].name for room in its) for at, its in rooms.items()}
        return self._arranger.arranged(Plan(where, talks), left)


def _objective_value(about: Counted, values: Values) -> int:
    objective = about.made.model.proto.objective
    terms = zip(objective.vars, objective.coeffs, strict=True)
    return round(objective.offset) + sum(int(factor) * values[int(index)] for index, factor in terms)
