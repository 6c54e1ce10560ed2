"""Where talks stand: cells of a block and a room, the slots of a cell, and where a talk begins. All by name."""

from typing import NamedTuple, TypeAlias

Cell: TypeAlias = tuple[str, str]
"""A block and a room, by name."""


class Slot(NamedTuple):
    """One slot of a cell, by the names of its block and room; `number` counts from 0 within the block."""

    block: str
    room: str
    number: int


class Place(NamedTuple):
    """Where a talk begins: its cell and the number of its first slot, from 0."""

    block: str
    room: str
    first: int
