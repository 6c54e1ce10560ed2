"""The same part with its references led elsewhere and some of the parts within it left out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, TypeVar

from kakehashi.week.anatomy import Entries, Field, Leaf, Many, Matter, Shape, Within, fields_of
from kakehashi.week.part import Value

V = TypeVar("V", bound=Value)

Lead: TypeAlias = Callable[[tuple[str, ...], str], str | None]
"""Where a reference into these collections leads from now on; `None` for nowhere."""

Keep: TypeAlias = Callable[[Value], bool]
"""Whether a part within stays."""


def rebuilt(part: V, lead: Lead, keep: Keep) -> V | None:
    """The part with every reference led by `lead`, without the parts that `keep` refuses.

    What cannot be without its reference goes with it: a speaker without a person, an office without its institution.
    `None` when this befalls `part` itself. Parts in which nothing changes are the same objects.

    >>> from kakehashi.week.items import Item
    >>> item = Item.model_validate({"kind": "talk", "session": "opening", "speakers": [{"person": "ada"}]})
    >>> gone = rebuilt(item, lambda collections, slug: None if "people" in collections else slug, lambda part: True)
    >>> gone.session, gone.speakers
    ('opening', ())
    """
    return _Rebuilding(lead, keep).part(part)


@dataclass(frozen=True, slots=True)
class _Rebuilding:
    lead: Lead
    keep: Keep

    def part(self, part: V) -> V | None:
        if not self.keep(part):
            return None
        changes: dict[str, Any] = {}
        for field in _movable(type(part)):
            before = getattr(part, field.name)
            if not before:
                continue
            after = self.value(before, field.shape)
            if after is None and field.required:
                return None
            if after is not before:
                changes[field.name] = field.empty if after is None else after
        return part.model_copy(update=changes) if changes else part

    def value(self, value: Any, shape: Shape) -> Any:
        match shape:
            case Leaf():
                return self.lead(shape.collections, value) if shape.matter is Matter.REFERENCE else value
            case Within():
                return self.part(value)
            case Many(each):
                return self.many(value, each)
            case Entries():
                return self.entries(value, shape)

    def many(self, values: tuple[Any, ...], each: Shape) -> tuple[Any, ...]:
        after = tuple(new for new in (self.value(value, each) for value in values) if new is not None)
        # By identity: to compare whole parts would take longer than to make them anew.
        unchanged = len(after) == len(values) and all(new is old for new, old in zip(after, values, strict=True))
        return values if unchanged else after

    def entries(self, values: Any, shape: Entries) -> Any:
        after = {}
        for key, value in values.items():
            new_key = key if shape.key is None else self.value(key, shape.key)
            new = value if shape.value is None else self.value(value, shape.value)
            if new_key is not None and new is not None:
                after[new_key] = new
        unchanged = len(after) == len(values) and all(after.get(key) is value for key, value in values.items())
        return values if unchanged else type(values)(after)


@cache
def _movable(model: type[Value]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(model) if _moves(field.shape))


def _moves(shape: Shape | None) -> bool:
    match shape:
        case Leaf():
            return shape.matter is Matter.REFERENCE
        case Many():
            return _moves(shape.each)
        case Entries():
            return _moves(shape.key) or _moves(shape.value)
        case Within():
            return True
        case None:
            return False
