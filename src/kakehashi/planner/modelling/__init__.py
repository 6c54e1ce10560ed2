"""The mathematics of a problem for CP-SAT: which tracks stand in which cells, which talks in which blocks.

`Variables` are what is decided, `terms` what each costs. `runs` adds when talks begin, for what is reckoned by the slot
and asks for no room; `places` also where, for small problems and a last proof. Nothing here is known to
`planner.checking`.
"""

from kakehashi.planner.modelling.bearing import BEARING, k_largest
from kakehashi.planner.modelling.groups import Group, conflicts, groups_of
from kakehashi.planner.modelling.packing import leave_room
from kakehashi.planner.modelling.places import EXACT, Places, along, exact_objective, starts
from kakehashi.planner.modelling.runs import Runs
from kakehashi.planner.modelling.terms import TERMS, objective_of
from kakehashi.planner.modelling.variables import Variables, bound_to_rules, declared

__all__ = [
    "BEARING",
    "EXACT",
    "TERMS",
    "Group",
    "Places",
    "Runs",
    "Variables",
    "along",
    "bound_to_rules",
    "conflicts",
    "declared",
    "exact_objective",
    "groups_of",
    "k_largest",
    "leave_room",
    "objective_of",
    "starts",
]
