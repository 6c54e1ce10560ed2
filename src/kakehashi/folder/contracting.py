"""The long form into short-hands: the document's values become what a person would write."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from kakehashi.folder.emitting import Flow, Plain, Written
from kakehashi.folder.expanding import Host
from kakehashi.folder.leaves import Kind, kind
from kakehashi.folder.shapes import Clock, Duration, Group, Leaf, Many, Named, Shape, Wording, Years
from kakehashi.week.moments import Moment
from kakehashi.week.part import Value
from kakehashi.words import Text


def contract(value: Any, shape: Shape, host: Host) -> Written:
    """The shortest way to write a value of this shape in the folder of a host: the inverse of `Expander.expand`.

    Keys at their defaults are left out, the host's language and zone are not named, and a part of which only one key is
    said is written as that key's text where the dialect has such a short-hand.

    >>> from kakehashi.folder.shapes import group
    >>> from kakehashi.week.items import Item
    >>> item = Item(kind="talk", title={"ja": "茶"}, speakers=[{"person": "ada"}, {"person": "bob", "role": "chair"}])
    >>> contract(item, group(Item), Host("ja", "Asia/Tokyo"))
    {'kind': 'talk', 'title': '茶', 'speakers': ['ada', {'person': 'bob', 'role': 'chair'}]}
    """
    return _ACTS[type(shape)](value, shape, host)


def _leaf(value: Any, leaf: Leaf, host: Host) -> Written:
    if isinstance(value, bool):
        return Plain("true" if value else "false")
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int | float | date):
        return Plain(value)
    return Plain(value) if kind(leaf) is Kind.PARTIAL_DATE else str(value)


def wording(text: Text, host: Host) -> Written:
    """A text: in the host's language alone without naming it."""
    return text[host.language] if list(text) == [host.language] else dict(text)


def clock(moment: Moment, host: Host) -> Plain:
    """A moment: day and time, an offset where the time alone is ambiguous, a zone where it is not the host's.

    >>> clock(Moment.parse("2021-09-29T09:00[Europe/Moscow]"), Host("ja", "Asia/Tokyo"))
    '2021-09-29 09:00 Europe/Moscow'
    """
    # Cut out of the long form, which alone decides how an offset is written.
    offset = str(moment)[len("2021-09-29T09:00") :].partition("[")[0]
    zone = "" if moment.zone == host.zone else moment.zone
    return Plain(" ".join(part for part in (f"{moment.wall:%Y-%m-%d %H:%M}", offset, zone) if part))


def duration(seconds: int) -> Plain:
    """Seconds as people read a player's clock.

    >>> duration(3672), duration(72), duration(12)
    ('1:01:12', '1:12', '12')
    """
    minutes, rest = divmod(seconds, 60)
    # `expanding.DURATION` takes at most three digits of hours or minutes; what is longer is written in seconds.
    if minutes >= 1000:
        return Plain(f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes < 60_000 else seconds)
    if minutes >= 60:
        return Plain(f"{minutes // 60}:{minutes % 60:02}:{rest:02}")
    return Plain(f"{minutes}:{rest:02}" if minutes else seconds)


def _many(values: Sequence[Any], shape: Many, host: Host) -> Written:
    written = [contract(value, shape.of, host) for value in values]
    return written[0] if len(written) == 1 and isinstance(written[0], str) else written


def _years(values: Sequence[Any], shape: Years, host: Host) -> Written:
    written: dict[str, Written] = {Plain(value.year): _year(value, shape, host) for value in values}
    # Two figures of one year cannot be two keys.
    if len(written) < len(values):
        return [contract(value, shape.of, host) for value in values]
    return written


def _year(value: Any, shape: Years, host: Host) -> Written:
    figures = part(value, shape.of, host, without=("year",))
    plain = isinstance(figures, Mapping) and all(isinstance(figure, Plain) for figure in figures.values())
    return Flow(figures) if plain and isinstance(figures, Mapping) else figures


def _named(values: Mapping[str, Any], shape: Named, host: Host) -> Written:
    written = {name: contract(value, shape.of, host) for name, value in values.items()}
    alone = written.get(host.language)
    return alone if shape.by_language and len(written) == 1 and isinstance(alone, str) else written


def part(value: Value, shape: Group, host: Host, without: Sequence[str] = ()) -> Written:
    """A part: keys that differ from their defaults, notes last; a single text where the part has such a short-hand."""
    names = sorted((name for name in shape.fields if name not in without), key=lambda name: name == "notes")
    written = {
        name: contract(getattr(value, name), shape.fields[name], host)
        for name in names
        if name in shape.required or getattr(value, name) != default(value, name)
    }
    only = written.get(shape.short) if shape.short else None
    return only if len(written) == 1 and isinstance(only, str) and not without else written


def default(value: Value, name: str) -> Any:
    """What a part says when it leaves a key out."""
    return type(value).model_fields[name].default


_ACTS: Mapping[type, Callable[[Any, Any, Host], Written]] = {
    Leaf: _leaf,
    Wording: lambda value, shape, host: wording(value, host),
    Clock: lambda value, shape, host: clock(value, host),
    Duration: lambda value, shape, host: duration(value),
    Many: _many,
    Years: _years,
    Named: _named,
    Group: part,
}
