"""What each key of the dialect means, in a sentence: for editors' completion and for the reference."""

import inspect

from kakehashi.folder.packaged import packaged
from kakehashi.week.part import Value


def meaning(model: type[Value], key: str) -> str:
    """The meaning of a key of a part. Raises `KeyError` for a key without one, which a test prevents.

    >>> from kakehashi.week.items import Item
    >>> meaning(Item, "minutes")
    'How long it is.'
    """
    meanings = packaged("meanings.yaml")
    own = meanings.get(model.__name__, {})
    return own[key] if key in own else meanings["any"][key]


def summary(model: type[Value]) -> str:
    """What a part is: the docstring of its type in one line."""
    return " ".join((inspect.getdoc(model) or "").split())
