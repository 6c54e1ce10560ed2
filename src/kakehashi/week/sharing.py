"""Whether two values of documents read the same, and two documents of one week made of the same parts."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from kakehashi.frozen import FrozenMap
from kakehashi.week.part import Keyed
from kakehashi.week.visibility import VisibleWeek


def same(one: object, other: object) -> bool:
    """Whether two values are equal and in the same order throughout.

    Mappings are equal in any order, but pages show them in theirs.

    >>> one, other = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})
    >>> one == other, same(one, other), same((one,), (FrozenMap(one),))
    (True, False, True)
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, FrozenMap) and isinstance(other, FrozenMap):
        return tuple(one.keys()) == tuple(other.keys()) and _all_same(tuple(one.values()), tuple(other.values()))
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and _all_same(one, other)
    if isinstance(one, BaseModel):
        mine, theirs = one.__dict__, other.__dict__
        return all(mine[name] is theirs[name] or same(mine[name], theirs[name]) for name in type(one).model_fields)
    # An instant is the same one by every clock, but is written by its own.
    return one == other and (not isinstance(one, datetime) or str(one) == str(other))


def _all_same(ones: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    return all(one is other or same(one, other) for one, other in zip(ones, others, strict=True))


def sharing(week: VisibleWeek, older: VisibleWeek) -> VisibleWeek:
    """The same week, made of the parts of an older one wherever these are the same.

    What has stayed is then the very same object, so that whoever compares the two again and again need not go through
    it.
    """
    return week.model_copy(
        update={name: _shared(getattr(week, name), getattr(older, name)) for name in VisibleWeek.model_fields}
    )


def _shared(value: object, older: object) -> object:
    if isinstance(value, Keyed) and isinstance(older, Keyed):
        return Keyed((slug, _either(part, older.get(slug))) for slug, part in value.items())
    return _either(value, older)


def _either(value: object, older: object) -> object:
    return older if same(value, older) else value
