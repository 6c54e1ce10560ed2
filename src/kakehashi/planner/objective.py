"""What makes one timetable better than another: terms, each a whole number, and how they are weighed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kakehashi.frozen import FrozenMap

MOST = 10**7
"""The largest weight."""


class Term(StrEnum):
    """What is counted, the less the better. Formulas: docs/planner.md; the same names in `checking` and `modelling`.

    All but `OURS` are those of CoSPLib (Pylyavskyy, Kheiri, Jacko: Conference Scheduling Problem Library, 1.0.2), whose
    sessions are our blocks.
    """

    TRACK_BLOCKS = "track-blocks"
    TRACK_ROOMS = "track-rooms"
    BLOCK_ROOMS = "block-rooms"
    SIMILAR_TRACKS = "similar-tracks"
    ROOMS_PER_TRACK = "rooms-per-track"
    PARALLEL_TRACKS = "parallel-tracks"
    CONSECUTIVE_TRACKS = "consecutive-tracks"
    TALK_HOURS = "talk-hours"
    TALK_ORDER = "talk-order"
    TALK_BLOCKS = "talk-blocks"
    TALK_ROOMS = "talk-rooms"
    PRESENTERS_BLOCK = "presenters-block"
    ATTENDEES_BLOCK = "attendees-block"
    CHAIRS = "chairs"
    PRESENTERS_SLOT = "presenters-slot"
    ATTENDEES_SLOT = "attendees-slot"
    SPLIT = "split"
    CELLS = "cells"
    MOVED = "moved"
    BURDEN = "burden"
    WORST = "worst"


OURS = frozenset({Term.CELLS, Term.MOVED, Term.BURDEN, Term.WORST})
"""The terms that CoSPLib does not have: sessions held, talks at another time than before, burdens of all parties added
up, and the largest mean of a party.
"""


@dataclass(frozen=True, slots=True)
class Objective:
    """A sum of terms, each times its weight (a whole number above 0). Terms without a weight do not count."""

    weights: FrozenMap[Term, int]

    @classmethod
    def weighing(cls, weights: Mapping[Term, int]) -> "Objective":
        """The sum with these weights; one of 0 or below switches its term off.

        Raises `ValueError` for one above `MOST`: sums could leave the 64 bits in which the solver computes.
        """
        if max(weights.values(), default=0) > MOST:
            raise ValueError(f"a weight above {MOST}")
        return cls(FrozenMap({term: weight for term, weight in weights.items() if weight > 0}))

    def value(self, terms: Mapping[Term, int]) -> int:
        """The sum for a timetable with these terms."""
        return sum(weight * terms[term] for term, weight in self.weights.items())

    def __iter__(self) -> Iterator[tuple[Term, int]]:
        return iter(self.weights.items())


@dataclass(frozen=True, slots=True)
class Leximin:
    """Fairness as an order: the largest mean of a party is as small as can be, then the second largest, and so on.

    Of two timetables the fairer is the one whose means, sorted from the largest, are less as words are in a dictionary
    (leximin, after Rawls and Sen; in a model by sums of the k largest: Ogryczak and Sliwinski, 2006).
    """


@dataclass(frozen=True, slots=True)
class Ordered:
    """Several aims, each of which decides only between timetables that are equal in all that come before it."""

    levels: tuple[Objective | Leximin, ...]
