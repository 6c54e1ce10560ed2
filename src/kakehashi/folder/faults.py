"""What the document's types refuse, as findings: no word of the validator's own leaves this room.

The validator says a type of error and where; what was meant to stand there is known from the shape. So a leaf that its
type refuses is `shape.not-<kind>` (see `leaves.Kind`), with the known name nearest to what was found.
"""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from kakehashi.findings import Finding, Place, Value
from kakehashi.folder.leaves import Kind, choices, kind
from kakehashi.folder.lookalikes import odd_word
from kakehashi.folder.mistimed import mistimed
from kakehashi.folder.nearest import as_slug, nearest, nearest_zone
from kakehashi.folder.shapes import Clock, Duration, Group, Leaf, Many, Named, Shape, Wording, Years

_LONGEST_SHOWN = 200


def fault(error: ErrorDetails, root: Shape) -> Finding:
    """The finding that says what the validator's error says; places are relative to the root, whose shape is given.

    The finding has no source and does not know the key or the file: `loading` knows where the place is written.

    >>> from pydantic import ValidationError
    >>> from kakehashi.folder.shapes import group
    >>> from kakehashi.week.items import Item
    >>> try:
    ...     Item.model_validate({"kind": "talkk"})
    ... except ValidationError as error:
    ...     found = fault(error.errors()[0], group(Item))
    >>> found.code, found.place, found.values["nearest"]
    ('shape.not-one-of', ('kind',), 'talk')
    """
    place: Place = error["loc"]
    # The validator's own mark for the key of a mapping, as no key of ours is written.
    if place and place[-1] == "[key]":
        return _wrong_key(place[:-1], root)
    shape = shape_at(root, place)
    if error["type"] == "missing":
        return Finding("shape.missing", place, {"value": str(place[-1])})
    by_type = _BY_TYPE.get(error["type"])
    if by_type is not None:
        code, values = by_type(error)
        return Finding(code, place, values)
    return _of_shape(place, shape, error)


def follows(error: ErrorDetails) -> bool:
    """Whether an error only follows from others: a list whose every entry was refused is called too short too."""
    return error["type"] == "too_short" and bool(error["input"])


def shape_at(root: Shape, place: Place) -> Shape:
    """The shape of the value at a place of the long form; beyond what shapes describe it is a plain text."""
    shape = root
    for step in place:
        match shape:
            case Group():
                shape = shape.fields.get(str(step), _TEXT)
            case Many() | Years() | Named():
                shape = shape.of
            case _:
                return _TEXT
    return shape


_TEXT = Leaf(str)


def shortened(text: str) -> str:
    """A text as a finding quotes it: whole, or its beginning where it is long."""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _shown(value: Any) -> str | None:
    return shortened(str(value)) if isinstance(value, str | int | float) else None


def _wrong_key(place: Place, root: Shape) -> Finding:
    key = str(place[-1])
    if odd := odd_word(key):
        return Finding(odd.code, place, odd.values)
    parent = shape_at(root, place[:-1])
    if isinstance(parent, Wording) or (isinstance(parent, Named) and kind(parent.key) is Kind.LANGUAGE):
        return Finding("shape.not-a-language", place, {"value": _shown(key)})
    if isinstance(parent, Named) and kind(parent.key) is Kind.TEXT_KIND:
        return Finding("shape.not-a-text-kind", place, {"value": _shown(key)})
    return Finding("shape.not-a-slug", place, {"value": _shown(key), "nearest": as_slug(key)})


def _of_shape(place: Place, shape: Shape, error: ErrorDetails) -> Finding:
    values: dict[str, Value] = {"value": _shown(error["input"])}
    if isinstance(shape, Leaf):
        if odd := odd_word(str(error["input"])):
            return Finding(odd.code, place, values | odd.values)
        code, more = _of_leaf(shape, str(error["input"]))
        return Finding(code, place, values | more)
    return Finding(_BY_SHAPE[type(shape)], place, values)


_BY_SHAPE: Mapping[type, str] = {
    Clock: "shape.not-a-moment",
    Duration: "shape.not-a-duration",
    Wording: "shape.not-a-wording",
    Many: "shape.not-a-list",
    Years: "shape.not-years",
    Named: "shape.not-a-mapping",
    Group: "shape.not-a-mapping",
}


def _of_leaf(leaf: Leaf, found: str) -> tuple[str, dict[str, Value]]:
    words = choices(leaf)
    if words:
        return "shape.not-one-of", {"expected": words, "nearest": nearest(found, words)}
    what = kind(leaf)
    if what in (Kind.DAY, Kind.PARTIAL_DATE):
        code, more = mistimed(f"shape.not-{what}", found)
        return code, dict(more)
    proposal = _PROPOSALS.get(what)
    return f"shape.not-{what}", {} if proposal is None else {"nearest": proposal(found)}


_PROPOSALS: Mapping[Kind, Callable[[str], str | None]] = {Kind.SLUG: as_slug, Kind.ZONE: nearest_zone}


def _zone(error: ErrorDetails) -> tuple[str, dict[str, Value]]:
    written = str(error["input"])
    name = written.partition("[")[2].rstrip("]") or written
    return "shape.not-a-zone", {"value": _shown(name), "nearest": nearest_zone(name)}


def _empty(error: ErrorDetails) -> tuple[str, dict[str, Value]]:
    return "shape.empty", {}


def _too_long(error: ErrorDetails) -> tuple[str, dict[str, Value]]:
    return "shape.too-long", {"value": _shown(error["input"]), "most": error["ctx"]["max_length"]}


def _too_small(error: ErrorDetails) -> tuple[str, dict[str, Value]]:
    return "shape.too-small", {"value": _shown(error["input"]), "least": error["ctx"]["ge"]}


def _too_great(error: ErrorDetails) -> tuple[str, dict[str, Value]]:
    return "shape.too-great", {"value": _shown(error["input"]), "most": error["ctx"]["le"]}


_BY_TYPE: Mapping[str, Callable[[ErrorDetails], tuple[str, dict[str, Value]]]] = {
    "zone": _zone,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_too_long": _too_long,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_great,
}
