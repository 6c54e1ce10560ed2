"""Whom a timetable burdens: the parties of a problem, universities mostly, and how much each bears.

A party's burden is what the slots of its talks strain it with, added up; its mean is what counts when the worst-off
party is looked for (`objective.Leximin`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from kakehashi.findings import Finding
from kakehashi.frozen import FrozenMap
from kakehashi.planner.demands import MOST

if TYPE_CHECKING:
    from kakehashi.planner.problem import Problem

Strain: TypeAlias = FrozenMap[str, tuple[int, ...]]
"""What each slot of a block costs, by the block's name; nothing in blocks that are not named. Never below 0."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who bears what: `strains` says by talk what each slot that the talk fills costs this party.

    Its mean is its burden divided by `size` (at least 1), rounded up to a whole number. `borne` is burden that no
    timetable takes away.
    """

    name: str
    size: int
    strains: Mapping[str, Strain] = field(default_factory=FrozenMap)
    borne: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "strains", FrozenMap(self.strains))

    def mean(self, burden: int) -> int:
        """The mean of a burden (that of the talks; `borne` comes on top), rounded up."""
        return -(-(self.borne + burden) // self.size)


def party_faults(problem: "Problem") -> Iterator[Finding]:
    """Everything in the parties of a problem that is of no use, or names what does not exist."""
    for party in problem.parties:
        place = ("parties", party.name)
        if not 1 <= party.size <= MOST:
            yield Finding("problem.no-size", place, {"value": party.size})
        if not 0 <= party.borne <= MOST:
            yield Finding("problem.strain-out-of-range", place, {"value": party.borne})
        for name, strain in party.strains.items():
            if name not in problem.talk:
                yield Finding("problem.unknown-talk", place, {"value": name})
            yield from _strain_faults(problem, place, strain)


def _strain_faults(problem: "Problem", place: tuple[str, ...], strain: Strain) -> Iterator[Finding]:
    for name, slots in strain.items():
        block = problem.block.get(name)
        if block is None:
            yield Finding("problem.unknown-block", place, {"value": name})
        elif len(slots) != block.slots:
            yield Finding("problem.strain-of-other-slots", place, {"value": len(slots), "expected": block.slots})
        if any(not 0 <= cost <= MOST for cost in slots):
            yield Finding("problem.strain-out-of-range", place, {"value": max(slots, key=abs)})
