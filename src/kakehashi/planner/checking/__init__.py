"""Every rule and every term of a timetable, computed anew: what a search believes of its timetable is never asked.

Whoever doubts a timetable reads this package alone, so it is written to be read and not to be fast. It shares nothing
with whatever finds timetables but the types of problem, timetable and objective. `rules` holds a function for each
rule; `tracks`, `talks`, `people` and `parties` one for each term, all named as elsewhere; the formulas stand in
docs/planner.md.

>>> from kakehashi.planner import Block, Place, Problem, Room, Slot, Solution, Talk, Term, Track
>>> from kakehashi.planner.checking import check, evaluate
>>> problem = Problem(
...     (Block("morning", 2),), (Room("hall"),), (Track("tea"),), (Talk("leaves", "tea"), Talk("cups", "tea", order=1))
... )
>>> found = Solution.of(problem, {"leaves": Place("morning", "hall", 0), "cups": Place("morning", "hall", 1)})
>>> check(problem, found)
()
>>> evaluate(problem, found)[Term.TALK_ORDER]
1
>>> half = Solution({"leaves": (Slot("morning", "hall", 2),)}, {("morning", "hall"): "tea"})
>>> [violation.code for violation in check(problem, half)]
['timetable.outside-block', 'timetable.talk-missing']
"""

from kakehashi.planner.checking.checks import check, evaluate
from kakehashi.planner.checking.parties import burdens, means
from kakehashi.planner.checking.violation import ForeignSolution, Violation

__all__ = ["ForeignSolution", "Violation", "burdens", "check", "evaluate", "means"]
