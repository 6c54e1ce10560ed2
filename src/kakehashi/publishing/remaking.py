"""Which files of a site have to be made again, when most of them were made for the release before."""

from collections.abc import Mapping
from dataclasses import dataclass

from kakehashi.publishing.relation import Relation
from kakehashi.site import Site
from kakehashi.site.answering import Answers
from kakehashi.site.watching import PIECE, Read
from kakehashi.week.sharing import same


@dataclass(frozen=True, slots=True)
class Remaking:
    """What would be made otherwise now: files and search indexes by their paths, and pieces of pages by their names."""

    stale: frozenset[str]
    stale_pieces: frozenset[str]


def told_by(site: Site, reads: Relation, pieces: Relation) -> Mapping[str, object]:
    """What a site answers to everything that was read of it for files and for pieces of pages."""
    answers = Answers(site)
    own = (thing for thing in {*reads.things, *pieces.things} if not thing.startswith(f"{PIECE}{_APART}"))
    return {thing: answers.to(read_of(thing)) for thing in own}


def to_remake(reads: Relation, pieces: Relation, before: Mapping[str, object], now: Site) -> Remaking:
    """What of a site would have other bytes if it were made of the site `now`, or might.

    `reads` tells what each thing was made of, `pieces` what each piece was, and `before` what the site that was made
    had `told_by` then. What asks nothing that the site `now` answers otherwise is the same byte for byte.
    """
    answers = Answers(now)
    differing = {thing for thing, answer in before.items() if not same(answer, answers.to(read_of(thing)))}
    stale_pieces: frozenset[str] = frozenset()
    while True:
        # A piece may hold another one.
        changed = differing | {thing_of((PIECE, "at", name)) for name in stale_pieces}
        found = pieces.files_with(changed)
        if found == stale_pieces:
            break
        stale_pieces = found
    return Remaking(reads.files_with(changed), stale_pieces)


_APART = "\x1f"
"""Between the parts of a read: the separator of units (ECMA-48, 8.3.55), which no slug and no name of ours holds."""


def thing_of(read: Read) -> str:
    """A read as the text by which relations know it."""
    return _APART.join(read)


def read_of(thing: str) -> Read:
    """The read that a text stands for."""
    of, how, key = thing.split(_APART)
    return of, how, key
