"""What must come before what: by the wishes of the week, and by what an order of ceremony asks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeAlias

from kakehashi.timetable.moving import Group, Movement, Run
from kakehashi.timetable.stages import CEREMONY, FOLLOWING, PARTING, stages
from kakehashi.week import Week
from kakehashi.week.appearing import houses_of
from kakehashi.week.items import ItemKind

Pair: TypeAlias = tuple[str, str]
"""Two talks, of which the first must have ended when the second begins."""


def staged(movement: Movement) -> Mapping[str, int]:
    """The stage of each talk; where what is kept is out of order, its track has none."""
    week = movement.week
    found: dict[str, int] = {}
    for group in movement.groups:
        of_group: dict[str, int] = {}
        for runs in _by_session(group):
            kinds = stages([week.items[run.head] for run in runs])
            of_group |= {run.head: stage for run, stage in zip(runs, kinds, strict=True)}
        kept = sorted(
            (run.head for run in group.runs if movement.is_anchored(run)), key=lambda name: movement.placed[name].start
        )
        in_order = all(of_group[one] <= of_group[other] for one, other in pairwise(kept))
        found |= of_group if in_order else dict.fromkeys(of_group, 0)
    return found


def following(movement: Movement, stage: Mapping[str, int]) -> Mapping[str, frozenset[str]]:
    """The talks that each talk must follow; `stage` is what `staged` says.

    Wishes come first (precedence, then the order of protocol), and what a session's own order asks gives way to them:
    a pair that would close a circle with those before it is left out. Wishes of precedence are never left out. What is
    kept where it is follows nothing but what a wish of precedence about something that moves says.
    """
    kept = {run.head for group in movement.groups for run in group.runs if movement.is_anchored(run)}
    talk = {item: run.head for group in movement.groups for run in group.runs for item in run.items}
    wished = [
        (talk[one.first], talk[one.then])
        for one in movement.week.wishes.precedence
        if one.first in talk and one.then in talk and talk[one.first] != talk[one.then]
    ]
    after: defaultdict[str, set[str]] = defaultdict(set)
    for first, then in wished:
        if not {first, then} <= kept:
            after[then].add(first)
    for first, then in (*_in_protocol(movement, stage), *_in_its_session(movement, stage)):
        if then not in kept and not _follows(first, then, after):
            after[then].add(first)
    return {name: frozenset(earlier) for name, earlier in after.items()}


def _follows(name: str, other: str, after: Mapping[str, Iterable[str]]) -> bool:
    """Whether one talk follows another, over any number of steps."""
    ahead, seen = [name], {name}
    while ahead:
        for earlier in after.get(ahead.pop(), ()):
            if earlier == other:
                return True
            if earlier not in seen:
                seen.add(earlier)
                ahead.append(earlier)
    return False


def _in_protocol(movement: Movement, stage: Mapping[str, int]) -> Iterator[Pair]:
    """Items of ceremony of one track and one stage, in the order of protocol of their institutions."""
    week = movement.week
    for group in movement.groups:
        ranked = [(rank, run) for run in group.runs if (rank := _rank(week, run)) is not None]
        for (rank, one), (other_rank, other) in combinations(ranked, 2):
            if stage[one.head] == stage[other.head] and rank != other_rank:
                yield (one.head, other.head) if rank < other_rank else (other.head, one.head)


def _rank(week: Week, run: Run) -> int | None:
    """The place in the order of protocol of whoever speaks, the highest of several; `None` outside ceremonies."""
    item = week.items[run.head]
    if item.kind not in CEREMONY:
        return None
    houses = {*item.institutions, *(house for speaker in item.speakers for house in houses_of(week, item, speaker))}
    return next((number for number, house in enumerate(week.wishes.protocol) if house in houses), None)


def _in_its_session(movement: Movement, stage: Mapping[str, int]) -> Iterator[Pair]:
    """What a session's own order asks: breaks stay between what they part, questions behind what they are about."""
    week = movement.week
    for group in movement.groups:
        for runs in _by_session(group):
            for before, run in pairwise(runs):
                if week.items[run.head].kind in FOLLOWING:
                    yield before.head, run.head
                if week.items[before.head].kind is ItemKind.BREAK and stage[before.head] <= stage[run.head]:
                    yield before.head, run.head
            yield from _parted(movement.week, group, runs, stage)


def _parted(week: Week, group: Group, runs: Sequence[Run], stage: Mapping[str, int]) -> Iterator[Pair]:
    """What questions and discussions part: what is before them, and what comes later."""
    items = week.items
    for number, run in enumerate(runs):
        # Questions without a session are not about anything yet.
        if items[run.head].kind not in PARTING or run.session is None:
            continue
        later = [one for one in runs[number + 1 :] if stage[one.head] >= stage[run.head]]
        yield from ((before.head, run.head) for before in runs[:number] if stage[before.head] <= stage[run.head])
        yield from ((run.head, one.head) for one in later)
        # Of a session that ends with them, they are about whatever else is put into it.
        if all(stage[one.head] > stage[run.head] or items[one.head].kind in FOLLOWING for one in later):
            joined = (one for one in group.runs if one.session is None and stage[one.head] <= stage[run.head])
            yield from ((one.head, run.head) for one in joined)


def _by_session(group: Group) -> Iterator[Sequence[Run]]:
    """The runs of each session in their order; those without a session are each alone."""
    together: defaultdict[str, list[Run]] = defaultdict(list)
    for run in group.runs:
        if run.session is None:
            yield (run,)
        else:
            together[run.session].append(run)
    yield from together.values()
