"""Which files of a site have to be made again, when most of them were made for the release before."""

from collections.abc import Collection
from dataclasses import dataclass

from kakehashi.publishing.relation import Relation
from kakehashi.site import Site
from kakehashi.site.answering import Answers
from kakehashi.site.watching import PIECE, Read


@dataclass(frozen=True, slots=True)
class Remaking:
    """What would be made otherwise now: files and search indexes by their paths, and pieces of pages by their names."""

    stale: frozenset[str]
    stale_pieces: frozenset[str]


def to_remake(reads: Relation, pieces: Relation, before: Site, now: Site) -> Remaking:
    """What of the site `before` would have other bytes if it were made of the site `now`, or might.

    `reads` tells what each thing was made of, `pieces` what each piece was. What asks nothing that the site `now`
    answers otherwise is the same byte for byte.
    """
    differing = _differing(Answers(before), Answers(now), {*reads.things, *pieces.things})
    stale_pieces: frozenset[str] = frozenset()
    while True:
        # A piece may hold another one.
        changed = differing | {thing_of((PIECE, "at", name)) for name in stale_pieces}
        found = pieces.files_with(changed)
        if found == stale_pieces:
            break
        stale_pieces = found
    return Remaking(reads.files_with(changed), stale_pieces)


def _differing(old: Answers, new: Answers, things: Collection[str]) -> set[str]:
    own = (thing for thing in things if not thing.startswith(f"{PIECE}{_APART}"))
    return {thing for thing in own if old.to(read_of(thing)) != new.to(read_of(thing))}


_APART = "\x1f"
"""Between the parts of a read: the separator of units (ECMA-48, 8.3.55), which no slug and no name of ours holds."""


def thing_of(read: Read) -> str:
    """A read as the text by which relations know it."""
    return _APART.join(read)


def read_of(thing: str) -> Read:
    """The read that a text stands for."""
    of, how, key = thing.split(_APART)
    return of, how, key
