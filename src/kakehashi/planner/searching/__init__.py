"""How timetables are looked for: CP-SAT over the model, in rounds or aim by aim, from the best that is known on."""

from kakehashi.planner.searching.choosing import search
from kakehashi.planner.searching.course import Course
from kakehashi.planner.searching.effort import Effort
from kakehashi.planner.searching.running import Limits

__all__ = ["Course", "Effort", "Limits", "search"]
