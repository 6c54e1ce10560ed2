"""Which items come first in their session by their kind, and which last."""

from collections.abc import Mapping, Sequence

from kakehashi.frozen import FrozenMap
from kakehashi.week.items import Item, ItemKind

STAGES: Mapping[ItemKind, int] = FrozenMap(
    {
        ItemKind.OPENING_REMARKS: -3,
        ItemKind.SUPPORTING_MESSAGE: -2,
        ItemKind.CONGRATULATORY_ADDRESS: -2,
        ItemKind.AWARD: 1,
        ItemKind.CLOSING_REMARKS: 2,
    }
)
"""Of two items of a track the one with the lower stage begins first; every other kind has 0."""

CEREMONY = frozenset({ItemKind.OPENING_REMARKS, ItemKind.SUPPORTING_MESSAGE, ItemKind.CONGRATULATORY_ADDRESS})
"""What institutions speak in order of protocol."""

PARTING = frozenset({ItemKind.DISCUSSION, ItemKind.QUESTIONS})
"""What speaks of all that was before it in its session, and so stays behind that, and before what comes later."""

FOLLOWING = PARTING | {ItemKind.BREAK, ItemKind.PHOTOGRAPH}
"""What makes sense only behind what it follows, and so stays behind it."""


def has_its_place(item: Item) -> bool:
    """Whether an item ties its session to an order of its own, so that no other session may take its place."""
    return item.kind in STAGES or item.kind in FOLLOWING or item.kind is ItemKind.GENERAL_CONFERENCE


def stages(items: Sequence[Item]) -> tuple[int, ...]:
    """The stage of each item of a session, given in its order; what follows something has the stage of that.

    >>> kinds = ["opening-remarks", "photograph", "talk", "break", "closing-remarks"]
    >>> stages([Item.model_validate({"kind": kind}) for kind in kinds])
    (-3, -3, 0, 0, 2)
    """
    found: list[int] = []
    for item in items:
        before = found[-1] if found else 0
        found.append(before if item.kind in FOLLOWING else STAGES.get(item.kind, 0))
    return tuple(found)
