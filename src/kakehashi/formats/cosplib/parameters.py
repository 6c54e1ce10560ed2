"""The sheet `parameters`: which hours suit, and how the terms of a timetable are weighed."""

from kakehashi.formats.cosplib.cells import Sheet
from kakehashi.formats.cosplib.hours import Hours
from kakehashi.planner import Objective, Term

_VALUES, _WEIGHTS = 1, 4
"""Columns B and E; what stands beside them are labels for people."""

_WEIGHED = (
    Term.TRACK_BLOCKS,
    Term.TRACK_ROOMS,
    Term.BLOCK_ROOMS,
    Term.SIMILAR_TRACKS,
    Term.ROOMS_PER_TRACK,
    Term.PARALLEL_TRACKS,
    Term.CONSECUTIVE_TRACKS,
    Term.TALK_HOURS,
    Term.TALK_ORDER,
    Term.TALK_BLOCKS,
    Term.TALK_ROOMS,
    Term.PRESENTERS_BLOCK,
    Term.ATTENDEES_BLOCK,
    Term.CHAIRS,
    Term.PRESENTERS_SLOT,
    Term.ATTENDEES_SLOT,
)
"""What each weight of the sheet weighs, from its second row on."""


def read_objective(sheet: Sheet) -> Objective:
    """The sum that is to be small. A weight of 0 or below switches its term off; split talks always count, once."""
    weights = {term: sheet.whole(1 + number, _WEIGHTS) or 0 for number, term in enumerate(_WEIGHED)}
    return Objective.weighing({**weights, Term.SPLIT: 1})


def read_hours(sheet: Sheet) -> Hours:
    """Which hours suit, and what the others cost."""
    return Hours(
        zone=sheet.offset(1, _VALUES) or 0,
        suitable=(sheet.minutes(3, _VALUES) or 0, sheet.minutes(4, _VALUES) or 0),
        less_suitable=(sheet.minutes(6, _VALUES) or 0, sheet.minutes(7, _VALUES) or 0),
        less_suitable_cost=sheet.whole(8, _VALUES) or 0,
        unsuitable_cost=sheet.whole(10, _VALUES) or 0,
    )
