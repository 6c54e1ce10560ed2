"""The model of runs: how many talks of a group begin in which slot of which block, whatever their room.

Talks that run at once in a block need as many cells, and that is enough: talks are intervals, and intervals of which
never more than c overlap can be put into c rows. So rooms need no variables of talks, and the model stays small where
many talks are alike. It is exact to the slot for rules and burdens; of rooms that single talks are barred from it
knows only what `variables` knows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.demands import firsts_of
from kakehashi.planner.modelling.variables import Variables

Moment: TypeAlias = tuple[int, int]
"""The number of a block, and of a slot of it, from 0."""
_total = cp_model.LinearExpr.sum


class Runs:
    """When talks begin, tied to the variables that know only their blocks.

    `begins[g][block, slot]`: how many talks of a group begin there. Moments that a group cannot begin at are missing.
    `means` are those of the parties, once an aim asks for them (`bearing.means`).
    """

    def __init__(self, made: Variables) -> None:
        self.made = made
        self.model = made.model
        self.begins: dict[int, dict[Moment, cp_model.IntVar]] = {}
        self.means: tuple[cp_model.IntVar, ...] | None = None
        self._declare()
        for rule in RULES:
            rule(self)

    def _declare(self) -> None:
        for number, group in enumerate(self.made.groups):
            talk = self.made.problem.talk[group.talks[0]]
            own = self.begins[number] = {}
            for block in sorted(group.blocks):
                reached = self._reached[group.track, block]
                for slot, may in enumerate(firsts_of(self.made.problem, talk, block)):
                    if may and (group.first is not None or slot in reached):
                        own[block, slot] = self.model.new_int_var(0, group.size, f"begins {number} {block} {slot}")
            for block in self.made.blocks:
                there = [begins for at, begins in own.items() if at[0] == block]
                self.model.add(_total(there) == self.made.held[number, block])

    @cached_property
    def _reached(self) -> Mapping[tuple[int, int], frozenset[int]]:
        """By track and block, the slots that a talk which is not pinned can begin in, if sessions have no gaps."""
        found: dict[tuple[int, int], frozenset[int]] = {}
        for track, numbers in self.made.groups_of_track.items():
            groups = [self.made.groups[g] for g in numbers]
            lengths = {group.slots for group in groups}
            for block in self.made.blocks:
                slots = self.made.problem.blocks[block].slots
                pins = {group.first + group.slots for group in groups if group.first is not None}
                unbroken = self.made.problem.unbroken
                found[track, block] = _sums({0, *pins}, lengths, slots) if unbroken else frozenset(range(slots))
        return found

    @cached_property
    def starting(self) -> Mapping[tuple[int, Moment], tuple[tuple[int, cp_model.IntVar], ...]]:
        """By track and moment, the groups with talks that may begin then, and how many do."""
        found: defaultdict[tuple[int, Moment], list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
        for number, own in self.begins.items():
            for at, begins in own.items():
                found[self.made.groups[number].track, at].append((number, begins))
        return {key: tuple(those) for key, those in found.items()}

    def running(self, groups: Iterable[int], at: Moment) -> Iterator[cp_model.IntVar]:
        """What has begun of some groups and fills a slot."""
        block, slot = at
        for number in groups:
            own, slots = self.begins[number], self.made.groups[number].slots
            yield from (own[block, first] for first in range(slot - slots + 1, slot + 1) if (block, first) in own)

    def moment(self, at: Moment) -> int:
        """How many slots come before, those of earlier blocks included."""
        return self.made.opens[at[0]] + at[1]

    def moments(self, groups: Iterable[int]) -> tuple[Moment, ...]:
        """Every moment at which a talk of some groups can begin, in order."""
        return tuple(sorted({at for number in groups for at in self.begins[number]}))


def _sums(first: set[int], lengths: set[int], end: int) -> frozenset[int]:
    """The numbers before `end` that come from one of `first` by adding lengths, each as often as one likes."""
    known = new = {one for one in first if one < end}
    while new:
        new = {one + length for one in new for length in lengths if one + length < end} - known
        known = known | new
    return frozenset(known)


def one_talk_in_a_slot(runs: Runs) -> None:
    """No more talks of a track run at once than cells name it. Nowhere do more run than where one begins."""
    for track, groups in runs.made.groups_of_track.items():
        for at in runs.moments(groups):
            runs.model.add(_total(list(runs.running(groups, at))) <= runs.made.count(track, at[0]))


def without_gaps(runs: Runs) -> None:
    """In an unbroken problem no more talks that are not pinned begin later in a block than others of the track end."""
    if not runs.made.problem.unbroken:
        return
    groups = runs.made.groups
    for (track, at), those in runs.starting.items():
        free = [begins for number, begins in those if groups[number].first is None]
        if at[1] > 0 and free:
            ended = [
                runs.begins[g][at[0], at[1] - groups[g].slots]
                for g in runs.made.groups_of_track[track]
                if (at[0], at[1] - groups[g].slots) in runs.begins[g]
            ]
            runs.model.add(_total(free) <= _total(ended))
    _named_from_the_beginning(runs)


def _named_from_the_beginning(runs: Runs) -> None:
    """Each cell that names a track begins with one of its talks, but for those that only hold pinned ones."""
    groups = runs.made.groups
    for track, numbers in runs.made.groups_of_track.items():
        for block in runs.made.blocks:
            first = [begins for _, begins in runs.starting.get((track, (block, 0)), ())]
            pinned = [runs.made.held[g, block] for g in numbers if groups[g].first]
            runs.model.add(runs.made.count(track, block) <= _total([*first, *pinned]))


def in_stages(runs: Runs) -> None:
    """Between two stages of a track lies a moment: of the earlier no talk begins after it, of the later none before."""
    for track, numbers in runs.made.groups_of_track.items():
        stages = sorted({runs.made.groups[g].stage for g in numbers})
        for stage in stages[1:]:
            _divided(runs, track, numbers, stage)


def _divided(runs: Runs, track: int, numbers: tuple[int, ...], stage: int) -> None:
    """`over[m]`: the moment that divides the stages from `stage` on from those before it is no later than the m-th."""
    moments = runs.moments(numbers)
    over = [runs.model.new_bool_var(f"over {track} {stage} {number}") for number in range(len(moments))]
    for before, after in pairwise(over):
        runs.model.add_implication(before, after)
    for place, at in enumerate(moments):
        those = runs.starting[track, at]
        later = [(g, begins) for g, begins in those if runs.made.groups[g].stage >= stage]
        earlier = [(g, begins) for g, begins in those if runs.made.groups[g].stage < stage]
        for _, begins in later:
            _only_if(runs, begins, over[place])
        for _, begins in earlier if place else ():
            _only_if(runs, begins, over[place - 1].negated())


def _only_if(runs: Runs, number: cp_model.IntVar, allowed: cp_model.LiteralT) -> None:
    runs.model.add(number == 0).only_enforce_if(~allowed)


def in_sequence(runs: Runs) -> None:
    """Each talk begins when those that it follows have ended: their moments, which keep to this, are what they are."""
    for name, moment in runs.made.moment.items():
        own = runs.begins[runs.made.group_of_talk[name]]
        runs.model.add(moment == _total([runs.moment(at) * begins for at, begins in own.items()]))


def within_resources(runs: Runs) -> None:
    """Of the talks that need a resource, no more fill the same slot of a block than there is of it."""
    for number, resource in enumerate(runs.made.problem.resources):
        groups = [g for g, group in enumerate(runs.made.groups) if number in group.resources]
        for at in runs.moments(groups):
            runs.model.add(_total(list(runs.running(groups, at))) <= resource.amount)


def nobody_in_two_places(runs: Runs) -> None:
    """Nobody who cannot be in two places presents two talks in the same slot."""
    problem = runs.made.problem
    presented: defaultdict[str, list[int]] = defaultdict(list)
    for talk in problem.talks:
        for person in talk.presenters & problem.alone:
            presented[person].append(runs.made.group_of_talk[talk.name])
    for person in sorted(presented):
        groups = presented[person]
        for at in runs.moments(groups) if len(groups) > 1 else ():
            runs.model.add(_total(list(runs.running(groups, at))) <= 1)


RULES: tuple[Callable[[Runs], None], ...] = (
    one_talk_in_a_slot,
    in_sequence,
    within_resources,
    in_stages,
    nobody_in_two_places,
    without_gaps,
)
"""The rules that ask for slots and for no room, in the checker's order."""
