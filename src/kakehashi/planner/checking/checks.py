"""All rules and all terms of a timetable at once."""

from collections.abc import Callable, Mapping

from kakehashi.frozen import FrozenMap
from kakehashi.planner.checking import parties, people, talks, tracks
from kakehashi.planner.checking.rules import RULES, known_names, within_the_block
from kakehashi.planner.checking.table import Table
from kakehashi.planner.checking.violation import ForeignSolution, Violation
from kakehashi.planner.objective import Term
from kakehashi.planner.problem import Problem
from kakehashi.planner.solution import Solution

TERMS: Mapping[Term, Callable[[Table], int]] = {
    Term.TRACK_BLOCKS: tracks.track_blocks,
    Term.TRACK_ROOMS: tracks.track_rooms,
    Term.BLOCK_ROOMS: tracks.block_rooms,
    Term.SIMILAR_TRACKS: tracks.similar_tracks,
    Term.ROOMS_PER_TRACK: tracks.rooms_per_track,
    Term.PARALLEL_TRACKS: tracks.parallel_tracks,
    Term.CONSECUTIVE_TRACKS: tracks.consecutive_tracks,
    Term.TALK_HOURS: talks.talk_hours,
    Term.TALK_ORDER: talks.talk_order,
    Term.TALK_BLOCKS: talks.talk_blocks,
    Term.TALK_ROOMS: talks.talk_rooms,
    Term.PRESENTERS_BLOCK: people.presenters_block,
    Term.ATTENDEES_BLOCK: people.attendees_block,
    Term.CHAIRS: people.chairs,
    Term.PRESENTERS_SLOT: people.presenters_slot,
    Term.ATTENDEES_SLOT: people.attendees_slot,
    Term.SPLIT: talks.split,
    Term.CELLS: parties.cells,
    Term.MOVED: parties.moved,
    Term.BURDEN: parties.burden,
    Term.WORST: parties.worst,
}


def check(problem: Problem, solution: Solution) -> tuple[Violation, ...]:
    """Everything that keeps this from being a timetable of the problem; empty for a sound one.

    Sound timetables place every talk whole, each in slots of its own, in cells that name its track, and name no track
    where none of its talks is; they keep all pins, bars, orders in time and resources of the problem. Conflicts between
    people are no violations but for those who cannot be in two places: they have a price.
    """
    return tuple(violation for rule in RULES for violation in rule(problem, solution))


def evaluate(problem: Problem, solution: Solution) -> Mapping[Term, int]:
    """Every term of a timetable, unweighed, as CoSPLib counts it.

    Unsound timetables are priced just so, that figures can be compared: a talk without a track escapes most terms, and
    one that is nowhere costs nothing, but for `Term.SPLIT`. Only where names or slots are unknown there is nothing to
    count, and `ForeignSolution` is raised with all of these.
    """
    foreign = [violation for rule in (known_names, within_the_block) for violation in rule(problem, solution)]
    if foreign:
        raise ForeignSolution(foreign)
    table = Table(problem, solution)
    return FrozenMap({term: count(table) for term, count in TERMS.items()})
