"""A problem as the model sees it: by numbers, with talks that no term tells apart counted together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from kakehashi.planner.modelling.demands import blocks_of, first_of, resources_of, rooms_of, sequences
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.parties import Strain
from kakehashi.planner.problem import NO_SLOTS, Problem, Slots, Talk

_PRESENTERS = (Term.PRESENTERS_BLOCK, Term.PRESENTERS_SLOT)
_ATTENDEES = (Term.ATTENDEES_BLOCK, Term.ATTENDEES_SLOT)


@dataclass(frozen=True, slots=True)
class Group:
    """Talks of one track that no term and no demand tells apart, in the order of the problem; each takes `slots` slots.

    `costs` is what each of them costs in a block, by the block's number, weights included. By number also: the `blocks`
    and `rooms` that each may stand in, the slot that it must begin in (`first`), the `resources` that it needs. Slots
    that are `barred` it may not fill; `strains` is what it costs the parties, by their numbers, where these count.
    """

    track: int
    talks: tuple[str, ...]
    slots: int
    order: int
    costs: tuple[int, ...]
    blocks: frozenset[int]
    rooms: frozenset[int]
    first: int | None
    resources: frozenset[int]
    stage: int = 0
    barred: Slots = NO_SLOTS
    strains: tuple[tuple[int, Strain], ...] = ()
    moving: int = 0

    @property
    def size(self) -> int:
        """How many talks there are."""
        return len(self.talks)


def groups_of(problem: Problem, objective: Objective, levels: tuple[Objective, ...] = ()) -> tuple[Group, ...]:
    """All talks of a problem, grouped as far as this objective, each of these and their demands tell them apart."""
    ordered = Term.TALK_ORDER in objective.weights
    in_rooms = Term.TALK_ROOMS in objective.weights
    pairs = [*conflicts(problem, objective), *sequences(problem), *apart(problem)]
    bound = {name for pair in pairs for name in pair}
    number = {track.name: place for place, track in enumerate(problem.tracks)}
    resources = resources_of(problem)
    strains = strains_of(problem) if objective.weights.keys() & {Term.BURDEN, Term.WORST} else {}
    found: defaultdict[tuple[Group, str, object, object], list[str]] = defaultdict(list)
    for talk in problem.talks:
        group = Group(
            track=number[talk.track],
            talks=(),
            slots=talk.slots,
            order=talk.order if ordered else 0,
            costs=block_costs(problem, objective, talk),
            blocks=blocks_of(problem, talk),
            rooms=rooms_of(problem, talk),
            first=first_of(talk),
            resources=resources[talk.name],
            stage=talk.stage,
            barred=talk.barred_slots,
            strains=strains.get(talk.name, ()),
            moving=talk.moving if Term.MOVED in objective.weights and talk.former is not None else 0,
        )
        alone = talk.name if talk.name in bound or group.order else ""
        each = tuple(block_costs(problem, level, talk) for level in levels)
        found[group, alone, frozenset(talk.room_costs.items()) if in_rooms else None, each].append(talk.name)
    return tuple(replace(group, talks=tuple(talks)) for (group, *_), talks in found.items())


def strains_of(problem: Problem) -> Mapping[str, tuple[tuple[int, Strain], ...]]:
    """By talk, what it costs each party that it costs something, by the party's number."""
    found: defaultdict[str, list[tuple[int, Strain]]] = defaultdict(list)
    for number, party in enumerate(problem.parties):
        for name, strain in party.strains.items():
            if any(map(any, strain.values())):
                found[name].append((number, strain))
    return {name: tuple(strains) for name, strains in found.items()}


def apart(problem: Problem) -> tuple[tuple[str, str], ...]:
    """The pairs of talks of people who cannot be in two places; of those who also chair, each talk with itself."""
    found: set[tuple[str, str]] = set()
    present = _by_person((talk.name, talk.presenters & problem.alone) for talk in problem.talks)
    leading = {person for track in problem.tracks for person in track.chairs}
    for person, talks in present.items():
        found.update(combinations(talks, 2))
        if person in leading:
            found.update((name, name) for name in talks)
    return tuple(sorted(found))


def block_costs(problem: Problem, objective: Objective, talk: Talk) -> tuple[int, ...]:
    """What a talk costs in each block, whatever its room: its hours and its own costs, for each slot that it takes."""
    hours, own = (objective.weights.get(term, 0) for term in (Term.TALK_HOURS, Term.TALK_BLOCKS))
    return tuple(
        talk.slots * (hours * talk.hour_costs.get(block.name, 0) + own * talk.block_costs.get(block.name, 0))
        for block in problem.blocks
    )


def conflicts(problem: Problem, objective: Objective) -> Mapping[tuple[str, str], frozenset[Term]]:
    """The pairs of talks (in the problem's order) that should not run at once, with the terms that would count them."""
    weighed = set(objective.weights)
    found: defaultdict[tuple[str, str], set[Term]] = defaultdict(set)
    for terms, pairs in ((_PRESENTERS, presenters_conflicts), (_ATTENDEES, attendees_conflicts)):
        counted = weighed.intersection(terms)
        if counted:
            for pair in pairs(problem):
                found[pair] |= counted
    return {pair: frozenset(terms) for pair, terms in found.items()}


def presenters_conflicts(problem: Problem) -> Iterator[tuple[str, str]]:
    """Pairs of talks that share a presenter, or of two tracks where one's chair presents the other's talk."""
    leading = _leading(problem)
    present = _by_person((talk.name, talk.presenters) for talk in problem.talks)
    yield from _pairs(problem, present, present, leading)


def attendees_conflicts(problem: Problem) -> Iterator[tuple[str, str]]:
    """Pairs of talks with a person who wishes to hear both, or to hear one and presents or leads the other."""
    leading = _leading(problem)
    hear = _by_person((talk.name, talk.attendees) for talk in problem.talks)
    present = _by_person((talk.name, talk.presenters) for talk in problem.talks)
    both = {person: [*hear.get(person, ()), *present.get(person, ())] for person in hear}
    yield from _pairs(problem, both, hear, leading)


def chairs_conflicts(problem: Problem) -> frozenset[tuple[int, int]]:
    """Pairs of tracks, by number, that share a chair."""
    every = enumerate(problem.tracks)
    return frozenset((i, j) for (i, one), (j, other) in combinations(every, 2) if one.chairs & other.chairs)


def _leading(problem: Problem) -> Mapping[str, list[str]]:
    """By person, the talks of the tracks that this person leads."""
    return _by_person((talk.name, problem.track[talk.track].chairs) for talk in problem.talks)


def _by_person(talks: Iterable[tuple[str, frozenset[str]]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, people in talks:
        for person in people:
            found[person].append(name)
    return found


def _pairs(
    problem: Problem,
    at_once: Mapping[str, list[str]],
    busy: Mapping[str, list[str]],
    leading: Mapping[str, list[str]],
) -> Iterator[tuple[str, str]]:
    place = {talk.name: number for number, talk in enumerate(problem.talks)}
    hearing = {person: set(talks) for person, talks in busy.items()}
    found: set[tuple[str, str]] = set()
    for person, talks in at_once.items():
        for one, other in combinations(dict.fromkeys(talks), 2):
            # Of two that somebody presents, nobody else hears: what counts for listeners has a listener in it.
            if one in hearing[person] or other in hearing[person]:
                found.add((one, other))
    for person, talks in busy.items():
        for one in talks:
            for other in leading.get(person, ()):
                if problem.talk[one].track != problem.talk[other].track:
                    found.add((one, other))
    yield from sorted(
        {(one, other) if place[one] < place[other] else (other, one) for one, other in found},
        key=lambda pair: (place[pair[0]], place[pair[1]]),
    )
