"""Parts of a week that go by another slug in a newer document and are evidently the same.

A slug is an address, so a part under a new one would else look like one that went and another that came.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any, TypeAlias, TypeVar

from kakehashi.week import Week
from kakehashi.week.items import Item
from kakehashi.week.naming import name_of
from kakehashi.week.part import Keyed, Part
from kakehashi.week.rebuilding import rebuilt

W = TypeVar("W", bound=Week)

Moves: TypeAlias = Mapping[str, Mapping[str, str]]
"""From the older to the newer slug of each part that moved, by its collection."""

# What others refer to comes first, so that the references of later ones can be compared.
_COLLECTIONS = (
    *("institutions", "people", "programmes", "rooms", "blocks", "symposia", "sessions", "items"),
    *("recordings", "agreements", "offices"),
)


def moves_between(old: Week, new: Week) -> Moves:
    """Which parts of `old` are in `new` under another slug.

    One that went and one that came are the same when their contents are, or else their kind and their name in every
    language (of items the people, too), and no other that went or came is like them.
    """
    moves: dict[str, Mapping[str, str]] = {}
    for collection in _COLLECTIONS:
        before, after = getattr(old, collection), getattr(new, collection)
        went = {slug: _led(part, moves) for slug, part in before.items() if slug not in after}
        came = {slug: part for slug, part in after.items() if slug not in before}
        if went and came:
            moves[collection] = _twins(went, came)
    return {collection: found for collection, found in moves.items() if found}


def under_new_slugs(week: W, moves: Moves) -> W:
    """The older week with the parts that moved under their newer slugs, references too."""
    if not moves:
        return week
    collections = {
        collection: Keyed((renamed.get(slug, slug), part) for slug, part in getattr(week, collection).items())
        for collection, renamed in moves.items()
    }
    return _led(week.model_copy(update=collections), moves)


P = TypeVar("P", bound=Part)


def _led(part: P, moves: Moves) -> P:
    """A part with its references to the newer slugs."""

    def lead(collections: tuple[str, ...], slug: str) -> str:
        return next((moves[c][slug] for c in collections if slug in moves.get(c, {})), slug)

    return (rebuilt(part, lead, lambda _: True) or part) if moves else part


def _twins(went: Mapping[str, Part], came: Mapping[str, Part]) -> dict[str, str]:
    same = _matched(went, came, lambda part: part)
    left = {slug: part for slug, part in went.items() if slug not in same}
    free = {slug: part for slug, part in came.items() if slug not in same.values()}
    return same | _matched(left, free, _called)


def _matched(went: Mapping[str, Part], came: Mapping[str, Part], like: Any) -> dict[str, str]:
    """Which of those that went is like exactly one that came, and is the only one to be so."""
    before, after = _alike(went, like), _alike(came, like)
    return {
        slugs[0]: after[mark][0]
        for mark, slugs in before.items()
        if mark is not None and len(slugs) == 1 and len(after.get(mark, ())) == 1
    }


def _alike(parts: Mapping[str, Part], like: Any) -> Mapping[Hashable, list[str]]:
    found: defaultdict[Hashable, list[str]] = defaultdict(list)
    for slug, part in parts.items():
        found[like(part)].append(slug)
    return found


def _called(part: Part) -> Hashable:
    """What a part is known by: its name and kind, of an item its people too; `None` for one without a name."""
    name = name_of(part)
    if not name:
        return None
    people = frozenset(speaker.person for speaker in part.speakers) if isinstance(part, Item) else None
    return name, getattr(part, "kind", None), people
