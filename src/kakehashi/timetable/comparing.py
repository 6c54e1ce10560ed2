"""A week's timetable as it is, laid beside its problem: what a plan begins with, and what an explanation speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kakehashi.planner import Place, Solution, Violation, check
from kakehashi.timetable.posed import Posed


@dataclass(frozen=True)
class Present:
    """The places that talks of a problem have now.

    `missing` have none, or one that no plan could give them: outside their block, or between two slots.
    """

    posed: Posed
    places: Mapping[str, Place]

    @property
    def missing(self) -> tuple[str, ...]:
        """The talks without a place, in the order of the problem."""
        return tuple(talk.name for talk in self.posed.problem.talks if talk.name not in self.places)

    @cached_property
    def solution(self) -> Solution:
        """The timetable that these places make; of an incomplete one, what there is of it."""
        return Solution.of(self.posed.problem, self.places)

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """What keeps it from being a timetable; what is missing is among it."""
        return check(self.posed.problem, self.solution)

    @property
    def sound(self) -> Solution | None:
        """The timetable, unless something keeps it from being one."""
        return None if self.violations else self.solution


def present(posed: Posed) -> Present:
    """The timetable that a week has, as far as it is one of its problem."""
    return Present(posed, {talk.name: talk.former for talk in posed.problem.talks if talk.former is not None})
