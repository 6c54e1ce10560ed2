"""The shape of the document, read off its types: where a table, a list or a text stands, and which short-hands it has.

Loading, dumping, schemas and the reference all follow these shapes, so the dialect is said once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from kakehashi.frozen import FrozenMap
from kakehashi.week.agreements import Party
from kakehashi.week.items import Item, Speaker
from kakehashi.week.moments import Moment
from kakehashi.week.organising import Attendance, Licence
from kakehashi.week.part import Note, Value
from kakehashi.week.people import Name
from kakehashi.week.programmes import YearFigure
from kakehashi.week.recordings import Chapter, Recording
from kakehashi.week.scalars import To
from kakehashi.words import ProperName, Text

SHORT_FOR: Mapping[type[Value], str] = {
    Attendance: "how",
    Licence: "name",
    Name: "whole",
    Note: "kind",
    Party: "institution",
    Speaker: "person",
}
"""Parts for which a single text may stand, and the key that it gives."""

# Whole numbers to the document; that people write these as a player shows them is said here alone.
_SECONDS = {(Chapter, "at"), (Recording, "seconds")}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text that the document types: `type` is that type, `marks` what its annotation adds (limits, references)."""

    type: Any
    marks: tuple[Any, ...] = ()

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections of the week in which this slug must name a part; empty when it is no reference."""
        return next((mark.collections for mark in self.marks if isinstance(mark, To)), ())


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in several languages, or one in the host's language."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment: `2021-09-29 15:00`, with a zone after it where that is not the host's."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Seconds, also written `1:12`."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list; a single value stands for a list of one."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Years:
    """Yearly figures as a mapping from the year."""

    of: "Group"


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from names (slugs, languages; `key` describes them) to values of one shape."""

    key: Leaf
    of: "Shape"

    @property
    def by_language(self) -> bool:
        """Whether the names are languages, as those of a person's names."""
        return isinstance(self.of, Group) and self.of.model is Name


@dataclass(frozen=True, slots=True)
class Group:
    """A part: its keys with their shapes. `model` is its type, `required` the keys it cannot do without."""

    model: type[Value]
    fields: Mapping[str, "Shape"] = field(hash=False)
    required: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What findings call this kind of part: `year figure` for a `YearFigure`."""
        return re.sub("(?<=[a-z])(?=[A-Z])", " ", self.model.__name__).lower()

    @property
    def short(self) -> str | None:
        """The key that a single text gives, for parts that may be written so."""
        return SHORT_FOR.get(self.model)

    def but(self, *without: str, **more: "Shape") -> "Group":
        """The same part without some keys and with others, as a file writes it.

        >>> from kakehashi.week.places import Block
        >>> sorted(group(Block).but("start", items=Wording()).fields)
        ['items', 'name', 'notes', 'slot_minutes', 'slots']
        """
        kept = {key: shape for key, shape in self.fields.items() if key not in without}
        return Group(self.model, kept | more, self.required - set(without))


Shape: TypeAlias = Leaf | Wording | Clock | Duration | Many | Years | Named | Group


@cache
def group(model: type[Value]) -> Group:
    """The shape of a part, from the annotations of its type.

    >>> from kakehashi.week.places import Room
    >>> room = group(Room)
    >>> room.name, sorted(room.required), type(room.fields["name"]).__name__, room.fields["institution"].collections
    ('room', ['name'], 'Wording', ('institutions',))
    """
    hints = get_type_hints(model, include_extras=True)
    fields = {name: _shape(hints[name], model, name) for name in model.model_fields}
    required = frozenset(name for name, info in model.model_fields.items() if info.is_required())
    return Group(model, fields, required)


def _shape(hint: Any, model: type[Value], name: str) -> Shape:
    hint = _without_none(hint)
    if (model, name) in _SECONDS:
        return Duration()
    origin, arguments = get_origin(hint), get_args(hint)
    # What is annotated about a list (that it may not be empty) is for the types; here it is a list.
    if origin is Annotated and get_origin(arguments[0]) is tuple:
        hint, origin, arguments = arguments[0], tuple, get_args(arguments[0])
    if origin is tuple:
        of = _shape(arguments[0], model, "")
        return Years(of) if isinstance(of, Group) and of.model is YearFigure else Many(of)
    if isinstance(origin, type) and issubclass(origin, FrozenMap):
        key = _leaf(arguments[0]) if len(arguments) > 1 else SLUG
        return Named(key, _shape(arguments[-1], model, ""))
    return _single(hint)


def _single(hint: Any) -> Shape:
    if hint in (Text, ProperName):
        return Wording()
    if hint is Moment:
        return Clock()
    if isinstance(hint, type) and issubclass(hint, Value):
        return group(hint)
    return _leaf(hint)


def _leaf(hint: Any) -> Leaf:
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        return Leaf(inner, tuple(_plain_marks(marks)))
    return Leaf(hint)


def _plain_marks(marks: list[Any]) -> list[Any]:
    return [part for mark in marks for part in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    return hint


def _slug_leaf() -> Leaf:
    hint = get_type_hints(Item, include_extras=True)["session"]
    inner, *marks = get_args(_without_none(hint))
    return Leaf(inner, tuple(mark for mark in marks if not isinstance(mark, To)))


SLUG = _slug_leaf()
"""The name of a part within its collection."""
