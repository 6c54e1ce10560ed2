"""Short-hands into the long form: nodes and a shape become the plain values that the document's types validate.

Only kinds are judged here (a text, a list, keys) and keys are known or unknown; whether a text is a day, a zone or one
of some words is for the types. So every fault is found once, and where both could speak, this module speaks first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kakehashi.findings import Finding, Place, Value
from kakehashi.folder.layout import HOMES, LENGTH_KEYS, PRIVATE_KEYS
from kakehashi.folder.lookalikes import odd_sign, odd_word
from kakehashi.folder.mistimed import mistimed
from kakehashi.folder.nearest import nearest
from kakehashi.folder.nodes import Listing, Node, Scalar, Table, kind_of
from kakehashi.folder.shapes import Clock, Duration, Group, Leaf, Many, Named, Shape, Wording, Years
from kakehashi.folder.sources import SourceFile

MOMENT = re.compile(
    r"^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?: ?([+-]\d{2}:\d{2}))?(?: +([A-Za-z0-9_+/-]+))?$", re.ASCII
)
"""Day, hour, minutes, perhaps an offset, perhaps a zone."""

DURATION = re.compile(r"^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$", re.ASCII)
"""Hours, minutes and seconds, parted by colons."""

# Where keys should stand, a text may be a key whose colon is none.
_KEYS_WANTED = ("shape.not-a-mapping", "shape.not-years")

# Told apart from everything that can be written, the empty text and the empty mapping included.
_NOTHING: Any = object()


@dataclass(frozen=True, slots=True)
class Host:
    """What short-hands leave out: the host's language and zone."""

    language: str
    zone: str


MOST_MEANT = 500
"""After so many faults in one file nobody is told any more which key was probably meant: guessing takes time."""


class Expander:
    """Expands the nodes of one file. `findings` tell what has the wrong kind or an unknown key, with places relative to
    the file's root; what is wrong is left out of the result, so that the rest can be judged."""

    def __init__(self, file: SourceFile, host: Host) -> None:
        self.file = file
        self.host = host
        self.findings: list[Finding] = []
        self._path: list[str | int] = []
        self._acts: dict[type, Callable[[Node, Any], Any]] = {
            Leaf: self._leaf,
            Wording: self._wording,
            Clock: self._clock,
            Duration: self._duration,
            Many: self._many,
            Years: self._years,
            Named: self._named,
            Group: self._group,
        }

    def expand(self, node: Node, shape: Shape) -> Any:
        """The long form of a file's root; an empty mapping when there is nothing to expand.

        >>> from kakehashi.folder.layout import ITEM
        >>> from kakehashi.folder.reading import read_yaml
        >>> file = SourceFile("x.yaml", "{title: 茶, speakers: ada, minuts: 5}")
        >>> read_yaml(file)
        []
        >>> expander = Expander(file, Host("ja", "Asia/Tokyo"))
        >>> expander.expand(file.root, ITEM)
        {'title': {'ja': '茶'}, 'speakers': [{'person': 'ada'}]}
        >>> [(fault.code, fault.place, fault.values["nearest"]) for fault in expander.findings]
        [('shape.unknown-key', ('minuts',), 'minutes')]
        """
        found = self._expand(node, shape)
        return {} if found is _NOTHING else found

    def _expand(self, node: Node, shape: Shape) -> Any:
        if isinstance(node, Scalar) and not node.text and not node.style:
            return _NOTHING
        return self._acts[shape.__class__](node, shape)

    def _fault(self, code: str, node: Node, *, at: int | None = None, **values: Value) -> Any:
        index = node.start if at is None else at
        place = tuple(self._path)
        key = last_key(place) or self.file.name
        self.findings.append(self.file.finding(code, index, place, key=key, **values))
        return _NOTHING

    def _wrong_kind(self, code: str, node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self._fault(code, node, value=kind_of(node))
        if code in _KEYS_WANTED and (odd := odd_sign(self.file.text[node.start : node.end])):
            return self._fault(odd.code, node, at=node.start + odd.position, **odd.values)
        return self._fault(code, node, value=node.text)

    def _leaf(self, node: Node, shape: Leaf) -> Any:
        if isinstance(node, Scalar):
            return node.text
        return self._not_a_name(node, shape) if shape.collections else self._wrong_kind("shape.not-a-text", node)

    def _not_a_name(self, node: Listing | Table, shape: Leaf) -> Any:
        """Speakers may say in which position they act, chairs may not: what was written for the one is met here."""
        collection = shape.collections[0]
        name = node.values.get("person") if isinstance(node, Table) else None
        meant = name.text if isinstance(name, Scalar) else None
        code = "shape.not-a-person" if collection == "people" else "shape.not-a-name"
        return self._fault(code, node, value=kind_of(node), collection=collection, nearest=meant)

    def _wording(self, node: Node, shape: Wording) -> Any:
        if isinstance(node, Scalar):
            return {self.host.language: node.text}
        if isinstance(node, Table):
            return self._entries(node, _LEAF)
        return self._wrong_kind("shape.not-a-wording", node)

    def _clock(self, node: Node, shape: Clock) -> Any:
        match = MOMENT.match(node.text.strip()) if isinstance(node, Scalar) else None
        if match is None:
            return self._no_moment(node)
        day, hour, minutes, offset, zone = match.groups()
        # RFC 9557, as `Moment.parse` reads it; a day or time that does not exist is for the type to refuse.
        return f"{day}T{hour:0>2}:{minutes}{offset or ''}[{zone or self.host.zone}]"

    def _no_moment(self, node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong_kind("shape.not-a-moment", node)
        code, values = mistimed("shape.not-a-moment", node.text)
        told: dict[str, Any] = {"value": node.text, **values}
        return self._fault(code, node, **told)

    def _duration(self, node: Node, shape: Duration) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong_kind("shape.not-a-duration", node)
        match = DURATION.match(node.text.strip())
        if match is None:
            return node.text
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds

    def _many(self, node: Node, shape: Many) -> Any:
        if isinstance(node, Listing):
            return [self._inside(number, entry, shape.of) for number, entry in enumerate(node.items)]
        return [self._inside(0, node, shape.of)]

    def _inside(self, number: int, node: Node, shape: Shape) -> Any:
        """An entry of a list: one that cannot be expanded keeps its place, so that the others keep their numbers."""
        self._path.append(number)
        found = self._expand(node, shape)
        if found is _NOTHING and _is_nothing(node):
            self._fault("shape.empty", node)
        self._path.pop()
        return {} if found is _NOTHING else found

    def _years(self, node: Node, shape: Years) -> Any:
        if isinstance(node, Listing):
            return self._many(node, Many(shape.of))
        if not isinstance(node, Table):
            return self._wrong_kind("shape.not-years", node)
        return [
            {**self._inside(number, value, shape.of), "year": year}
            for number, (year, value) in enumerate(node.entries())
        ]

    def _named(self, node: Node, shape: Named) -> Any:
        if isinstance(node, Table):
            return self._entries(node, shape.of)
        if isinstance(node, Scalar) and shape.by_language:
            return {self.host.language: {"whole": node.text}}
        return self._wrong_kind("shape.not-a-mapping", node)

    def _entries(self, node: Table, shape: Shape) -> dict[str, Any]:
        expanded = {}
        for key, value in node.entries():
            self._path.append(key)
            found = self._expand(value, shape)
            if found is _NOTHING and isinstance(shape, Group) and _is_nothing(value):
                found = {}
            if found is not _NOTHING:
                expanded[key] = found
            self._path.pop()
        return expanded

    def _group(self, node: Node, shape: Group) -> Any:
        if isinstance(node, Table):
            return self._fields(node, shape)
        if isinstance(node, Scalar) and shape.short is not None:
            return {shape.short: node.text}
        return self._wrong_kind("shape.not-a-mapping", node)

    def _fields(self, node: Table, shape: Group) -> dict[str, Any]:
        expanded = {}
        for key, value in node.entries():
            self._path.append(key)
            if key not in shape.fields:
                self._unknown_key(key, node, shape)
            elif (found := self._expand(value, shape.fields[key])) is not _NOTHING:
                expanded[key] = found
            self._path.pop()
        return expanded

    def _unknown_key(self, key: str, node: Table, shape: Group) -> None:
        at = node.keys[key].start
        # Where a thing belongs is a better answer than which key resembles it, so that comes first.
        if len(self._path) == 1 and key in HOMES:
            self._fault("shape.key-of-other-file", node, at=at, value=key, expected=HOMES[key])
            return
        if form := PRIVATE_KEYS.get(shape.model, {}).get(key.lower()):
            slug = self._path[-2] if len(self._path) > 1 else "…"
            self._fault("shape.private-key", node, at=at, value=key, expected=form % slug)
            return
        if key.lower() in LENGTH_KEYS.get(shape.model, ()):
            self._fault("shape.length-in-minutes", node, at=at, value=key)
            return
        if odd := odd_word(key):
            self._fault(odd.code, node, at=at + odd.position, **odd.values)
            return
        where = keys_to(self.file.name, tuple(self._path[:-1]))
        meant = None
        if len(self.findings) < MOST_MEANT:
            meant = nearest(key, shape.fields.keys() - node.keys.keys()) or nearest(key, shape.fields)
        known = None if meant else tuple(shape.fields)
        self._fault("shape.unknown-key", node, at=at, value=key, where=where, nearest=meant, expected=known)


_LEAF = Leaf(str)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.nothing


def keys_to(file: str, steps: Place) -> str:
    """A part of a file as its writer finds it: by the keys above it, or as the file itself.

    >>> keys_to("week.yaml", ("sessions", "opening", "chairs", 0)), keys_to("people.yaml", ())
    ('sessions.opening.chairs', 'people.yaml')
    """
    return ".".join(step for step in steps if isinstance(step, str)) or file


def last_key(place: Place) -> str:
    """The key that a place ends in, whatever numbers follow it: what a sentence about the place names."""
    return next((step for step in reversed(place) if isinstance(step, str)), "")
