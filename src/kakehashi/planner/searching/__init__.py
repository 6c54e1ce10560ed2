"""How timetables are looked for: CP-SAT over the model, in rounds that begin with the best that is known."""

from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.rounds import search
from kakehashi.planner.searching.running import Limits

__all__ = ["Best", "Limits", "search"]
