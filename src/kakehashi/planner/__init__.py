"""Timetables as mathematics: talks put into the slots of blocks and rooms. Knows names and slots, neither weeks nor
files.

A `Problem` says what there is and what each placement costs, a `Solution` where each talk stands, an `Objective` how
the terms of a timetable are weighed, `Ordered` aims one after another. `solve` finds the best that it can, and says how
much better another could be. `check` and `evaluate` share nothing with whatever found the solution. `explain` says why
there is no timetable, `price` what another place would cost; a `Party` is whoever bears the burden of hours.
docs/planner.md has each rule and each term in formulas, and why a bound holds; docs/planner-search.md, what is weak.

>>> from kakehashi.planner import Block, Objective, Problem, Room, Talk, Term, TimeLimit, Track, check, solve
>>> problem = Problem(
...     blocks=(Block("morning", slots=2),),
...     rooms=(Room("hall"), Room("attic")),
...     tracks=(Track("tea"), Track("cake")),
...     talks=(Talk("leaves", "tea", slots=2), Talk("crumbs", "cake", presenters=frozenset({"Ada"}))),
... )
>>> result = solve(problem, TimeLimit(10), objective=Objective.weighing({Term.ROOMS_PER_TRACK: 1}))
>>> result.status.value, result.value, check(problem, result.solution)
('optimal', 0, ())
"""

from kakehashi.planner.checking import Violation, burdens, check, evaluate, means
from kakehashi.planner.comparing import Alternative
from kakehashi.planner.conflicts import Conflict, explain
from kakehashi.planner.demands import Pin, Resource
from kakehashi.planner.fairness import Compared, compared, least_burden, least_mean
from kakehashi.planner.objective import Leximin, Objective, Ordered, Term
from kakehashi.planner.observing import Observer
from kakehashi.planner.parameters import InvalidParameters, Parameters
from kakehashi.planner.parties import Party
from kakehashi.planner.places import Place, Slot
from kakehashi.planner.prices import price, what_if
from kakehashi.planner.problem import Block, InvalidProblem, Problem, Room, Talk, Track
from kakehashi.planner.result import Incumbent, Level, Result, Status
from kakehashi.planner.solution import Solution
from kakehashi.planner.solving import solve
from kakehashi.planner.stopping import AnyOf, FirstFeasible, GapBelow, NoImprovement, Stop, TimeLimit
from kakehashi.planner.wishes import Wish, WishKind

__all__ = [
    "Alternative",
    "AnyOf",
    "Block",
    "Compared",
    "Conflict",
    "FirstFeasible",
    "GapBelow",
    "Incumbent",
    "InvalidParameters",
    "InvalidProblem",
    "Level",
    "Leximin",
    "NoImprovement",
    "Objective",
    "Observer",
    "Ordered",
    "Parameters",
    "Party",
    "Pin",
    "Place",
    "Problem",
    "Resource",
    "Result",
    "Room",
    "Slot",
    "Solution",
    "Status",
    "Stop",
    "Talk",
    "Term",
    "TimeLimit",
    "Track",
    "Violation",
    "Wish",
    "WishKind",
    "burdens",
    "check",
    "compared",
    "evaluate",
    "explain",
    "least_burden",
    "least_mean",
    "means",
    "price",
    "solve",
    "what_if",
]
