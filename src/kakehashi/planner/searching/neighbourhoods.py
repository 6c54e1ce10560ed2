"""Which part of a timetable is decided anew while the rest stays, and what has paid (large-neighbourhood search).

After Shaw (1998); that kinds are chosen by what they have been worth is by Ropke and Pisinger (2006).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TypeAlias

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import Variables
from kakehashi.planner.parameters import USUAL, Parameters

_REMEMBERED = 0.85
"""How much of what a kind has been worth remains from one of its rounds to the next."""
_WORTH = 0.1
"""What a kind is worth at least: none is given up."""

Values: TypeAlias = Mapping[int, int]
"""What variables are in a solution, by their indices."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is decided anew, by numbers: all of some tracks, all that stands in some blocks; of tracks that are `moving`
    the rooms alone.
    """

    tracks: frozenset[int] = frozenset()
    blocks: frozenset[int] = frozenset()
    moving: frozenset[int] = frozenset()

    def frees(self, track: int, block: int) -> bool:
        """Whether it is open what of a track stands in a block."""
        return track in self.tracks or block in self.blocks


@dataclass(frozen=True)
class Standing:
    """Where tracks stand, by numbers: `cells` of track, block and room, or -1 for a room where there are none."""

    tracks: range
    blocks: range
    cells: frozenset[tuple[int, int, int]]

    @classmethod
    def of(cls, made: Variables, values: Values) -> "Standing":
        """What a solution says."""
        if made.roomless:
            cells = frozenset((track, block, -1) for (track, block), used in made.used.items() if values[used.index])
        else:
            cells = frozenset(at for at, cell in made.cell.items() if values[cell.index])
        return cls(made.tracks, made.blocks, cells)

    @cached_property
    def sharing_a_block(self) -> Mapping[int, tuple[int, ...]]:
        """The tracks that stand in a block with each track, itself among them."""
        return self._sharing(lambda cell: cell[1])

    @cached_property
    def sharing_a_room(self) -> Mapping[int, tuple[int, ...]]:
        """The tracks that stand in a room that each track stands in."""
        return self._sharing(lambda cell: cell[2])

    @cached_property
    def torn(self) -> tuple[int, ...]:
        """The tracks that leave out a block between two of theirs."""
        at: dict[int, set[int]] = {}
        for track, block, _ in self.cells:
            at.setdefault(track, set()).add(block)
        return tuple(track for track, those in sorted(at.items()) if max(those) - min(those) >= len(those))

    def _sharing(self, key: Callable[[tuple[int, int, int]], int]) -> Mapping[int, tuple[int, ...]]:
        at: dict[int, set[int]] = {}
        for cell in self.cells:
            at.setdefault(key(cell), set()).add(cell[0])
        found: dict[int, set[int]] = {track: {track} for track in self.tracks}
        for tracks in at.values():
            for track in tracks:
                found[track] |= tracks
        return {track: tuple(sorted(those)) for track, those in found.items()}


Choosing: TypeAlias = Callable[[Standing, float, Random], Part]
"""Chooses a part that is about such a share of all."""


def some_tracks(standing: Standing, share: float, chance: Random) -> Part:
    """Any tracks."""
    return Part(tracks=_some(standing.tracks, _many(standing.tracks, share), chance))


def some_blocks(standing: Standing, share: float, chance: Random) -> Part:
    """Any blocks."""
    return Part(blocks=_some(standing.blocks, _many(standing.blocks, share), chance))


def blocks_in_a_row(standing: Standing, share: float, chance: Random) -> Part:
    """Blocks that follow each other."""
    many = _many(standing.blocks, share)
    first = chance.randint(0, len(standing.blocks) - many)
    return Part(blocks=frozenset(range(first, first + many)))


def torn_tracks(standing: Standing, share: float, chance: Random) -> Part:
    """Tracks that leave out a block, and any others where these are few."""
    many = _many(standing.tracks, share)
    torn = _some(standing.torn, many, chance)
    return Part(
        tracks=torn | _some([track for track in standing.tracks if track not in torn], many - len(torn), chance)
    )


def tracks_at_once(standing: Standing, share: float, chance: Random) -> Part:
    """A track with some that stand in its blocks."""
    return _around(standing, standing.sharing_a_block, share, chance)


def tracks_next_door(standing: Standing, share: float, chance: Random) -> Part:
    """A track with some that stand in its rooms."""
    return _around(standing, standing.sharing_a_room, share, chance)


def some_rooms(standing: Standing, share: float, chance: Random) -> Part:
    """The rooms of any tracks."""
    return Part(moving=_some(standing.tracks, _many(standing.tracks, share), chance))


def _around(standing: Standing, sharing: Mapping[int, tuple[int, ...]], share: float, chance: Random) -> Part:
    track = chance.choice(standing.tracks)
    others = [other for other in sharing[track] if other != track]
    return Part(tracks=_some(others, _many(standing.tracks, share) - 1, chance) | {track})


def _many(all_of_them: range, share: float) -> int:
    return min(len(all_of_them), max(2, round(share * len(all_of_them))))


def _some(numbers: Iterable[int], many: int, chance: Random) -> frozenset[int]:
    known = list(numbers)
    return frozenset(chance.sample(known, min(many, len(known))))


@dataclass(slots=True)
class Kind:
    """A way to choose a part, the share that it chooses, and what it has been worth."""

    choose: Choosing
    share: float
    worth: float = 1.0


class Kinds:
    """Ways to choose a part, by chance: the more often one has paid, the more often it is tried."""

    def __init__(self, ways: Iterable[tuple[Choosing, float]], seed: int, parameters: Parameters = USUAL) -> None:
        self._parameters = parameters
        self._kinds = [Kind(choose, share) for choose, share in ways]
        self._chance = Random(seed)

    def next(self, standing: Standing) -> tuple[Kind, Part]:
        """The kind that is to be tried, and its part."""
        kind = self._chance.choices(self._kinds, [kind.worth for kind in self._kinds])[0]
        return kind, kind.choose(standing, kind.share, self._chance)

    def tried(self, kind: Kind, *, better: bool, ended: bool) -> None:
        """Takes whether it paid, and whether the part was searched to the end."""
        kind.worth = max(_WORTH, kind.worth * _REMEMBERED + better)
        own = self._parameters
        if ended:
            kind.share = min(1.0, kind.share * own.part_growth)
        else:
            kind.share = max(own.smallest_part, kind.share * own.part_shrinkage)


def kept(made: Variables, values: Values, part: Part) -> cp_model.CpModel:
    """The model in which everything but a part is as these values say."""
    model: cp_model.CpModel = made.model.clone()
    fixed = [
        cell
        for (track, block, _), cell in made.cell.items()
        if track not in part.moving and not part.frees(track, block)
    ]
    fixed += [used for (track, block), used in made.used.items() if not part.frees(track, block)]
    model.add_bool_and([variable if values[variable.index] else ~variable for variable in fixed])
    for (track, block), number in made.number.items():
        if not part.frees(track, block):
            model.add(number == values[number.index])
    for track in sorted(part.moving):
        for block in made.blocks:
            cells = [made.cell[track, block, room] for room in made.rooms]
            model.add(cp_model.LinearExpr.sum(cells) == sum(values[cell.index] for cell in cells))
    for (group, block), held in made.held.items():
        if not part.frees(made.groups[group].track, block):
            model.add(held == values[held.index])
    return model
