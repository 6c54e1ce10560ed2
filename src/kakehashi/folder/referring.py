"""References that lead nowhere, in a document whose types have refused it.

The week itself looks for these (`kakehashi.week.references`) once there is one. Until then a misspelt name would be
told only after every other fault is mended, so the plain values are looked through here.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from kakehashi.findings import Finding, Place
from kakehashi.folder.nearest import nearest
from kakehashi.folder.shapes import Group, Leaf, Many, Named, Shape, Years

PROPOSALS = 50
"""For so many of them the nearest name is sought; looking for thousands takes too long."""


def unknown_references(values: Any, shape: Shape, known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Each slug in `values` (the long form of `shape`) that should name a part and names none.

    `known` are the slugs of each collection; references into one that is not there are not judged. Places are relative
    to `values`. What has the wrong kind is passed over: that is a fault of its own.

    >>> from kakehashi.week.symposia import Session
    >>> from kakehashi.folder.shapes import group
    >>> (fault,) = unknown_references({"room": "hal", "chairs": ["ada"]}, group(Session), {
    ...     "rooms": frozenset({"hall"}), "people": frozenset({"ada"})})
    >>> fault.place, fault.values["nearest"]
    (('room',), 'hall')
    """
    number = count(1)
    for place, slug, collections in _references(values, shape, ()):
        if not all(name in known for name in collections):
            continue
        names = frozenset[str]().union(*(known[name] for name in collections))
        if slug not in names:
            meant = nearest(slug, names) if next(number) <= PROPOSALS else None
            yield Finding("reference.unknown", place, {"value": slug, "nearest": meant, "collection": collections[0]})


def _references(value: Any, shape: Shape, place: Place) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    match shape, value:
        case Leaf(), str() if shape.collections and value:
            yield place, value, shape.collections
        case Many() | Years(), list():
            for number, entry in enumerate(value):
                yield from _references(entry, shape.of, (*place, number))
        case Named(), dict():
            for key, entry in value.items():
                yield from _references(key, shape.key, (*place, key))
                yield from _references(entry, shape.of, (*place, key))
        case Group(), dict():
            for key, entry in value.items():
                if key in shape.fields:
                    yield from _references(entry, shape.fields[key], (*place, key))
