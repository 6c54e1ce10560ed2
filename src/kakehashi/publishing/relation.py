"""Which files have to do with which things, kept small and found again quickly.

A site of 18,000 pages reads a million things, but only some 20,000 different ones. Each thing has a number; a file has
the numbers of its things, in one long array.
"""

import json
import struct
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_HEAD = struct.Struct("<4sI")
_MAGIC = b"krl1"


class Relation:
    """From files (by their paths) to things, which are texts.

    >>> shows = Relation.of({"a.html": ["tea", "cake"], "b.html": ["tea"]})
    >>> sorted(shows.files_with({"cake"})), sorted(shows.of_file("b.html"))
    (['a.html'], ['tea'])
    """

    def __init__(self, things: Sequence[str], numbers: Mapping[str, "array[int]"]) -> None:
        self.things = things
        self._numbers = numbers

    @classmethod
    def of(cls, things: Mapping[str, Iterable[str]]) -> "Relation":
        """The relation that these files have to these things."""
        return cls((), {}).with_files(things, without=())

    @property
    def files(self) -> Collection[str]:
        """The paths of all files, those without things included."""
        return self._numbers.keys()

    @property
    def related(self) -> frozenset[str]:
        """The things that any file has to do with. A thing that no file has any more may be among `things` yet."""
        used: set[int] = set()
        for numbers in self._numbers.values():
            used.update(numbers)
        return frozenset(self.things[number] for number in used)

    def of_file(self, path: str) -> Iterator[str]:
        """The things of a file."""
        return (self.things[number] for number in self._numbers[path])

    def files_with(self, things: Collection[str]) -> frozenset[str]:
        """The files that have to do with any of the things."""
        if not things:
            return frozenset()
        sought = {number for number, thing in enumerate(self.things) if thing in things}
        return frozenset(path for path, numbers in self._numbers.items() if not sought.isdisjoint(numbers))

    def with_files(self, things: Mapping[str, Iterable[str]], without: Collection[str]) -> "Relation":
        """The relation with these files in place of those of the same paths, and without some others."""
        known = {thing: number for number, thing in enumerate(self.things)}
        numbers = {path: old for path, old in self._numbers.items() if path not in without and path not in things}
        for path, own in things.items():
            numbers[path] = array("I", [known.setdefault(thing, len(known)) for thing in own])
        return Relation(tuple(known), numbers)

    def packed(self) -> bytes:
        """The relation as bytes, which `unpacked` reads on a machine of the same byte order."""
        head = {"things": list(self.things), "files": {path: len(own) for path, own in self._numbers.items()}}
        written = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
        return _HEAD.pack(_MAGIC, len(written)) + written + b"".join(own.tobytes() for own in self._numbers.values())

    @classmethod
    def unpacked(cls, packed: bytes) -> "Relation":
        """The relation that was packed. Raises `ValueError` for anything else."""
        try:
            magic, length = _HEAD.unpack_from(packed)
            head = json.loads(packed[_HEAD.size : _HEAD.size + length])
            every = array("I")
            every.frombytes(packed[_HEAD.size + length :])
            things, counts = head["things"], head["files"]
            whole = magic == _MAGIC and sum(counts.values()) == len(every) and max(every, default=-1) < len(things)
        except (struct.error, ValueError, KeyError, TypeError) as error:
            raise ValueError("no packed relation") from error
        if not whole:
            raise ValueError("no packed relation")
        numbers, start = {}, 0
        for path, count in counts.items():
            numbers[path] = every[start : start + count]
            start += count
        return cls(things, numbers)
