"""What a timetable breaks."""

from dataclasses import dataclass

from kakehashi.findings import Finding, Refused


@dataclass(frozen=True, slots=True)
class Violation(Finding):
    """A rule that a timetable breaks, as a finding: `timetable.what` at a talk, at a cell, or at a block.

    Its place is `("talks", name)`, `("cells", block, room)`, or `("blocks", name)` for what all rooms of a block have a
    part in. People read its values: there `slot` counts from 1.
    """


class ForeignSolution(Refused):
    """A timetable with names or slots that its problem does not have: there is nothing that it could be priced by."""
