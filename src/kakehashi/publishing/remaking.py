"""Which files of a site have to be made again, when most of them were made for the release before."""

from collections.abc import Collection, Sequence

from kakehashi.publishing.relation import Relation
from kakehashi.site import Site, Work
from kakehashi.site.watching import Answers, Read


def to_make(works: Sequence[Work], reads: Relation, before: Site, now: Site, kept: Collection[str]) -> tuple[Work, ...]:
    """Those of the works that would give other bytes than before, or might.

    `reads` tells what each file of the site `before` was made of, and `kept` which files are still at hand. A file
    whose every read the site `now` answers as the one before did is the same byte for byte.
    """
    old, new = Answers(before), Answers(now)
    differing = {thing for thing in reads.things if old.to(read_of(thing)) != new.to(read_of(thing))}
    stale = reads.files_with(differing)
    known = reads.files
    return tuple(w for w in works if w.path in stale or w.path not in known or w.path not in kept)


_APART = "\x1f"
"""Between the parts of a read: the separator of units (ECMA-48, 8.3.55), which no slug and no name of ours holds."""


def thing_of(read: Read) -> str:
    """A read as the text by which relations know it."""
    return _APART.join(read)


def read_of(thing: str) -> Read:
    """The read that a text stands for."""
    return Read(*thing.split(_APART))
