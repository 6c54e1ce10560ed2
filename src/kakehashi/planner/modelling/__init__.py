"""The mathematics of a problem for CP-SAT: which tracks stand in which cells, which talks in which blocks.

`Variables` are what is decided, `rules` what holds of them, `terms` what each costs. `runs` adds when talks begin, for
what is reckoned by the slot and asks for no room, and `bearing` what costs by it; `places` also where, for small
problems and a last proof, and `exact_terms` what that costs. A rule or a term has a function of the name that it has in
`planner.checking`, which knows nothing of all this; docs/planner.md sets them side by side.
"""

from kakehashi.planner.modelling.bearing import BEARING, k_largest
from kakehashi.planner.modelling.exact_terms import EXACT, exact_objective
from kakehashi.planner.modelling.groups import Group, conflicts, groups_of
from kakehashi.planner.modelling.packing import leave_room
from kakehashi.planner.modelling.places import Places, along, starts
from kakehashi.planner.modelling.rules import bound_to_rules, declared
from kakehashi.planner.modelling.runs import Runs
from kakehashi.planner.modelling.terms import TERMS, objective_of
from kakehashi.planner.modelling.variables import Variables

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
