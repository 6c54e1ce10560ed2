"""How far a search has come."""

from dataclasses import dataclass, field

from kakehashi.planner.result import Incumbent, Level, Status
from kakehashi.planner.solution import Solution


@dataclass
class Course:
    """How far a search of so many aims has come: the timetable, what each aim has reached, and what was found when.

    `bounds` are of the aims in their order, as far as they were begun, each for those timetables that keep what the
    aims before it have reached. `bound` is known of the first aim without a timetable too. `open`: a run was cut
    off, so that more time may find more.
    """

    aims: int
    solution: Solution | None = None
    levels: list[Level] = field(default_factory=list)
    trace: list[Incumbent] = field(default_factory=list)
    infeasible: bool = False
    bound: int = 0
    bounds: list[int] = field(default_factory=list)
    open: bool = False

    @property
    def status(self) -> Status:
        """What is known at the end."""
        if self.solution is None:
            return Status.INFEASIBLE if self.infeasible else Status.UNKNOWN
        proven = len(self.levels) == self.aims and all(level.proven for level in self.levels)
        return Status.OPTIMAL if proven else Status.FEASIBLE
