"""What a document is made of, read once from its types: parts within parts, and the leaves that laws speak of.

A law about every reference, every text or every media file of a week walks this anatomy and so never forgets a field
that is added later.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin, get_type_hints

from kakehashi.findings import Place
from kakehashi.frozen import FrozenMap
from kakehashi.week.moments import Moment
from kakehashi.week.part import Value
from kakehashi.week.scalars import MailAddress, MediaPath, To, WebAddress
from kakehashi.words import LanguageTag, Text


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
    """Every leaf of these matters within `part`, in the document's order; absent and empty values are left out."""
    gathering = _Gathering(frozenset(matters), [])
    gathering.part(part, place)
    return gathering.found


@dataclass(frozen=True, slots=True)
class _Gathering:
    matters: frozenset[Matter]
    found: list[Found]

    def part(self, part: Value, place: Place) -> None:
        name = type(part).__name__
        for field in _holding(type(part), self.matters):
            value = getattr(part, field.name)
            if value:
                self.value(value, field.shape, (*place, field.name), (name, field.name))

    def value(self, value: Any, shape: Shape, place: Place, owner: tuple[str, str]) -> None:
        match shape:
            case Leaf():
                self.leaf(value, shape, place, owner)
            case Within():
                self.part(value, place)
            case Many(each):
                for number, one in enumerate(value):
                    self.value(one, each, (*place, number), owner)
            case Entries(key, inner):
                for name, one in value.items():
                    if key is not None:
                        self.leaf(name, key, (*place, name), owner)
                    if inner is not None:
                        self.value(one, inner, (*place, name), owner)

    def leaf(self, value: Any, leaf: Leaf, place: Place, owner: tuple[str, str]) -> None:
        if leaf.matter in self.matters:
            self.found.append(Found(place, leaf, value, *owner))


@cache
def _holding(model: type[Value], matters: frozenset[Matter]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(model) if _holds(field.shape, matters))


def _holds(shape: Shape | None, matters: frozenset[Matter]) -> bool:
    match shape:
        case Leaf():
            return shape.matter in matters
        case Many():
            return _holds(shape.each, matters)
        case Entries():
            return _holds(shape.key, matters) or _holds(shape.value, matters)
        case Within():
            return bool(_holding(shape.model, matters))
        case None:
            return False
