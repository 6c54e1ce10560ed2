"""Small problems about tea and cake, and timetables of them as pictures.

A picture has a row for each room, the blocks parted by `|`, in each slot a talk's name or `-` for none.
"""

from collections.abc import Mapping
from typing import Any

from kakehashi.planner import Block, Problem, Room, Slot, Solution, Talk, Term, Track, evaluate
from kakehashi.planner.places import Cell

EARLY, NOON, LATE = BLOCKS = (Block("early", 2), Block("noon", 2), Block("late", 2))
ROOMS = (Room("hall"), Room("attic"))


def problem(*parts: Talk | Track, **others: Any) -> Problem:
    """Three blocks of two slots and two rooms, with these talks, and tracks besides those that they name."""
    talks = tuple(part for part in parts if isinstance(part, Talk))
    tracks = {part.name: part for part in parts if isinstance(part, Track)}
    for talk in talks:
        tracks.setdefault(talk.track, Track(talk.track))
    return Problem(**({"blocks": BLOCKS, "rooms": ROOMS, "tracks": tuple(tracks.values()), "talks": talks} | others))


def tea(name: str, **parts: Any) -> Talk:
    """A talk of the track `tea`."""
    return Talk(name, "tea", **parts)


def cake(name: str, **parts: Any) -> Talk:
    """A talk of the track `cake`."""
    return Talk(name, "cake", **parts)


def people(*names: str) -> frozenset[str]:
    """Some people."""
    return frozenset(names)


def laid(about: Problem, named: Mapping[Cell, str | None] | None = None, **rows: str) -> Solution:
    """The timetable of a picture; each cell names the track of its first talk, or what `named` says (`None`: none)."""
    slots: dict[str, list[Slot]] = {}
    tracks: dict[Cell, str | None] = {}
    for room, row in rows.items():
        for block, cell in zip(about.blocks, row.split("|"), strict=False):
            for number, talk in enumerate(cell.split()):
                if talk != "-":
                    slots.setdefault(talk, []).append(Slot(block.name, room, number))
                    tracks.setdefault((block.name, room), about.talk[talk].track)
    given = {cell: track for cell, track in (tracks | dict(named or {})).items() if track is not None}
    return Solution({talk: tuple(its) for talk, its in slots.items()}, given)


def terms(about: Problem, named: Mapping[Cell, str | None] | None = None, **rows: str) -> dict[Term, int]:
    """The terms of the timetable of a picture that are not 0, but for its cells, which one sees."""
    found = evaluate(about, laid(about, named, **rows))
    return {term: value for term, value in found.items() if value and term is not Term.CELLS}
