"""The mathematics of a problem for CP-SAT: which tracks stand in which cells, which talks in which blocks.

`Variables` are what is decided, `terms` what each costs. `places` goes down to the slot, for small problems and a last
proof. Nothing here is known to `planner.checking`.
"""

from kakehashi.planner.modelling.groups import Group, conflicts, groups_of
from kakehashi.planner.modelling.places import EXACT, Places, exact_objective, starts
from kakehashi.planner.modelling.terms import TERMS, objective_of
from kakehashi.planner.modelling.variables import Variables, declared, leave_room

__all__ = [
    "EXACT",
    "TERMS",
    "Group",
    "Places",
    "Variables",
    "conflicts",
    "declared",
    "exact_objective",
    "groups_of",
    "leave_room",
    "objective_of",
    "starts",
]
