"""Which files of a site have to be made again, when most of them were made for the release before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kakehashi.publishing.relation import Relation
from kakehashi.site import Site, Work
from kakehashi.site.watching import PIECE, Answers, Read


@dataclass(frozen=True, slots=True)
class Remaking:
    """The works to be done, and the pieces of pages that would be others now; all that was made of neither stays."""

    works: tuple[Work, ...]
    stale_pieces: frozenset[str]


def to_make(
    works: Sequence[Work], reads: Relation, pieces: Relation, before: Site, now: Site, kept: Collection[str]
) -> Remaking:
    """Those of the works that would give other bytes than before, or might.

    `reads` tells what each file of the site `before` was made of, `pieces` what each piece was, and `kept` which files
    are still at hand. What asks nothing that the site `now` answers otherwise is the same byte for byte.
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
    stale, known = reads.files_with(changed), reads.files
    again = (work for work in works if work.path in stale or work.path not in known or work.path not in kept)
    return Remaking(tuple(again), stale_pieces)


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
