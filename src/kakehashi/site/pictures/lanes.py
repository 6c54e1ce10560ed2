"""Lanes: what overlaps stands side by side, in the week picture by hours and in the table of a day by rows."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Extent(Protocol):
    """Something that reaches from `first` to before `last`, in hours or in rows."""

    @property
    def first(self) -> float:
        """Where it begins."""

    @property
    def last(self) -> float:
        """Where it has ended: what begins here does not overlap it."""


E = TypeVar("E", bound=Extent)


def clusters(extents: Iterable[E]) -> Iterator[list[E]]:
    """Those that overlap, directly or through others, together; in the order of their beginnings.

    Clusters share no moment, so each may use the whole width for itself.
    """
    cluster: list[E] = []
    for extent in sorted(extents, key=lambda extent: extent.first):
        if cluster and extent.first >= max(other.last for other in cluster):
            yield cluster
            cluster = []
        cluster.append(extent)
    if cluster:
        yield cluster


def packed(extents: Iterable[E]) -> list[list[E]]:
    """As few lanes as can hold extents without an overlap within a lane.

    Each takes the first lane that is free when it begins (the greedy colouring of an interval graph): the lanes are as
    many as ever overlap at one moment, and no arrangement needs fewer.
    """
    lanes: list[list[E]] = []
    for extent in sorted(extents, key=lambda extent: extent.first):
        free = next((lane for lane in lanes if lane[-1].last <= extent.first), None)
        if free is None:
            lanes.append([extent])
        else:
            free.append(extent)
    return lanes
