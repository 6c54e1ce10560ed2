"""What a document is made of, read once from its types: parts within parts, and the leaves that laws speak of.

A law about every reference, every text or every media file of a week walks this anatomy and so never forgets a field
that is added later.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from kakehashi.findings import Place
from kakehashi.frozen import FrozenMap
from kakehashi.week.moments import Moment
from kakehashi.week.part import Value
from kakehashi.week.scalars import MailAddress, MediaPath, To, WebAddress
from kakehashi.words import LanguageTag, ProperName, Text


class Matter(Enum):
    """What a leaf holds."""

    REFERENCE = auto()
    TEXT = auto()
    WORDS = auto()
    LANGUAGE = auto()
    MEDIA = auto()
    ADDRESS = auto()
    MAIL = auto()
    MOMENT = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of a field; a reference leads into one of `collections`."""

    matter: Matter
    collections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values of one shape."""

    each: "Shape"


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, of whose keys or values at least one has a shape."""

    key: "Leaf | None"
    value: "Shape | None"


@dataclass(frozen=True, slots=True)
class Within:
    """A part within a part."""

    model: type[Value]


Shape: TypeAlias = Leaf | Many | Entries | Within

_ALIASES: tuple[tuple[Any, Matter], ...] = (
    (MediaPath, Matter.MEDIA),
    (LanguageTag, Matter.LANGUAGE),
    (WebAddress, Matter.ADDRESS),
    (MailAddress, Matter.MAIL),
    (Text, Matter.TEXT),
    (ProperName, Matter.TEXT),
    (Moment, Matter.MOMENT),
    (str, Matter.WORDS),
)


class Field(NamedTuple):
    """A field of a part that has leaves or parts in it, and what it holds when it holds nothing."""

    name: str
    shape: Shape
    required: bool
    empty: Any


@cache
def fields_of(model: type[Value]) -> tuple[Field, ...]:
    """The fields of a kind of part in which something is to be found, in the order of its definition."""
    hints = get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        shape = _shape(hints[name])
        if shape is not None:
            found.append(Field(name, shape, field.is_required(), None if field.is_required() else field.default))
    return tuple(found)


def _shape(hint: Any) -> Shape | None:
    for alias, matter in _ALIASES:
        if hint == alias:
            return Leaf(matter)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(hint)
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return _shape(inner)
    if origin is tuple:
        each = _shape(arguments[0])
        return None if each is None else Many(each)
    if isinstance(origin, type) and issubclass(origin, FrozenMap):
        return _entries(arguments)
    return Within(hint) if isinstance(hint, type) and issubclass(hint, Value) else None


def _annotated(hint: Any) -> Shape | None:
    inner, *metadata = get_args(hint)
    for mark in metadata:
        if isinstance(mark, To):
            return Leaf(Matter.REFERENCE, mark.collections)
    return _shape(inner) if get_origin(inner) is tuple else None


def _entries(arguments: tuple[Any, ...]) -> Shape | None:
    # `Keyed` has one argument, as its keys are always slugs: the names of parts, and nothing that a law speaks of.
    keys = _shape(arguments[0]) if len(arguments) == 2 else None
    key = keys if isinstance(keys, Leaf) and keys.matter is not Matter.WORDS else None
    value = _shape(arguments[-1])
    return None if key is None and value is None else Entries(key, value)


class Found(NamedTuple):
    """A leaf with its place, the kind of part it stands in (`Item`) and the field there (`title`)."""

    place: Place
    leaf: Leaf
    value: Any
    part: str
    field: str


def leaves(part: Value, *matters: Matter, place: Place = ()) -> list[Found]:
    """Every leaf of these matters within `part`, in the document's order; absent and empty values are left out.

    >>> from kakehashi.week.items import Item
    >>> item = Item.model_validate({"kind": "talk", "title": {"en": "Tea"}, "speakers": [{"person": "ada"}]})
    >>> [(found.place, found.value) for found in leaves(item, Matter.TEXT, Matter.REFERENCE)]
    [(('title',), Text({'en': 'Tea'})), (('speakers', 0, 'person'), 'ada')]
    """
    found: list[Found] = []
    _gather(part, place, frozenset(matters), found)
    return found


def at(part: Value, place: Place) -> Any:
    """What stands at a place within `part`, a value or whole parts. Raises `LookupError` where nothing can stand.

    The key of a mapping has the place of its value, so for a leaf that is a key this gives what stands under it.
    """
    here: Any = part
    for step in place:
        if isinstance(here, Value) and step in type(here).model_fields:
            here = getattr(here, str(step))
        elif isinstance(here, (Mapping, tuple)):
            here = cast(Any, here)[step]
        else:
            raise LookupError(place)
    return here


_Gatherer: TypeAlias = Callable[[Any, Place, list[Found]], None]
"""Adds the leaves of a value at a place. One is made for each field of each kind of part, since weeks are large."""


def _gather(part: Value, place: Place, matters: frozenset[Matter], found: list[Found]) -> None:
    for name, gather in _gatherers(type(part), matters):
        value = getattr(part, name)
        # Most fields of most parts are empty: these are passed over before a place is made for them.
        if value:
            gather(value, (*place, name), found)


@cache
def _gatherers(model: type[Value], matters: frozenset[Matter]) -> tuple[tuple[str, _Gatherer], ...]:
    fields = ((field.name, _gatherer(field.shape, matters, (model.__name__, field.name))) for field in fields_of(model))
    return tuple((name, gather) for name, gather in fields if gather is not None)


def _gatherer(shape: Shape | None, matters: frozenset[Matter], owner: tuple[str, str]) -> _Gatherer | None:
    match shape:
        case Leaf():
            return _of_leaf(shape, owner) if shape.matter in matters else None
        case Within():
            return _of_part(matters) if _gatherers(shape.model, matters) else None
        case Many(each):
            return _of_many(_gatherer(each, matters, owner))
        case Entries(key, value):
            return _of_entries(_gatherer(key, matters, owner), _gatherer(value, matters, owner))
        case None:
            return None


def _of_leaf(leaf: Leaf, owner: tuple[str, str]) -> _Gatherer:
    part, field = owner

    def gather(value: Any, place: Place, found: list[Found]) -> None:
        found.append(Found(place, leaf, value, part, field))

    return gather


def _of_part(matters: frozenset[Matter]) -> _Gatherer:
    def gather(value: Any, place: Place, found: list[Found]) -> None:
        _gather(value, place, matters, found)

    return gather


def _of_many(each: _Gatherer | None) -> _Gatherer | None:
    if each is None:
        return None

    def gather(values: Any, place: Place, found: list[Found]) -> None:
        for number, value in enumerate(values):
            each(value, (*place, number), found)

    return gather


def _of_entries(keys: _Gatherer | None, values: _Gatherer | None) -> _Gatherer | None:
    if keys is None and values is None:
        return None

    def gather(entries: Any, place: Place, found: list[Found]) -> None:
        for key, value in entries.items():
            inner = (*place, key)
            if keys is not None:
                keys(key, inner, found)
            if values is not None:
                values(value, inner, found)

    return gather
