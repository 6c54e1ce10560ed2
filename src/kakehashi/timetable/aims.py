"""What a plan is for: fairness between institutions, then wishes, then compactness; or all of them weighed."""

from kakehashi.planner import Leximin, Objective, Ordered, Term
from kakehashi.week.planning import Weights

MOVED = 10
"""How many points it costs to begin at another time than before: as much as a wish of weight 10 that is not met."""

WISHES = (Term.TRACK_BLOCKS, Term.TRACK_ROOMS, Term.TALK_BLOCKS, Term.TALK_ROOMS, Term.SIMILAR_TRACKS)
COMPACTNESS = (Term.ROOMS_PER_TRACK, Term.CONSECUTIVE_TRACKS, Term.PARALLEL_TRACKS, Term.CELLS)


def objective_of(weights: Weights | None, parts: int) -> Objective | Ordered:
    """The aims of a plan whose wishes are counted in `parts` of a point: in order, or weighed where the week says how.

    In the order, being moved counts among the wishes.
    """
    if weights is None:
        wishes = Objective.weighing(dict.fromkeys(WISHES, 1) | {Term.MOVED: MOVED * parts})
        return Ordered((Leximin(), wishes, Objective.weighing(dict.fromkeys(COMPACTNESS, 1))))
    return Objective.weighing(
        dict.fromkeys(WISHES, weights.wishes)
        | dict.fromkeys(COMPACTNESS, weights.compactness * parts)
        | {Term.WORST: weights.fairness * parts, Term.MOVED: weights.moves * parts}
    )
