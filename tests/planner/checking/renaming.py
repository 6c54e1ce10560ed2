"""A problem under other names."""

from dataclasses import replace
from typing import Any

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Party, Pin, Place, Problem, Resource, Room, Talk, Track
from kakehashi.planner.problem import Costs, Slots


def renamed_problem(problem: Problem) -> Problem:
    """The problem with a stroke behind every name, as in mathematics."""

    def names(given: frozenset[str]) -> frozenset[str]:
        return frozenset(f"{name}'" for name in given)

    def costs(given: Costs) -> Costs:
        return FrozenMap({f"{name}'": cost for name, cost in given.items()})

    def pin(given: Pin | None) -> Pin | None:
        return given and Pin(f"{given.block}'", given.room and f"{given.room}'", given.first)

    def slots(given: Slots) -> Slots:
        return FrozenMap({f"{name}'": numbers for name, numbers in given.items()})

    def place(given: Place | None) -> Place | None:
        return given and Place(f"{given.block}'", f"{given.room}'", given.first)

    def track(one: Track) -> Track:
        return replace(
            one,
            name=f"{one.name}'",
            chairs=names(one.chairs),
            block_costs=costs(one.block_costs),
            room_costs=costs(one.room_costs),
            barred_blocks=names(one.barred_blocks),
            barred_rooms=names(one.barred_rooms),
        )

    def talk(one: Talk) -> Talk:
        sets = ("presenters", "attendees", "barred_blocks", "barred_rooms", "after")
        prices = ("hour_costs", "block_costs", "room_costs")
        parts: dict[str, Any] = {part: names(getattr(one, part)) for part in sets}
        parts |= {part: costs(getattr(one, part)) for part in prices}
        parts |= {"pinned": pin(one.pinned), "former": place(one.former), "barred_slots": slots(one.barred_slots)}
        return replace(one, name=f"{one.name}'", track=f"{one.track}'", **parts)

    def party(one: Party) -> Party:
        strains = {f"{name}'": FrozenMap({f"{b}'": s for b, s in its.items()}) for name, its in one.strains.items()}
        return replace(one, name=f"{one.name}'", strains=FrozenMap(strains))

    return problem.replace(
        blocks=tuple(replace(block, name=f"{block.name}'") for block in problem.blocks),
        rooms=tuple(Room(f"{room.name}'") for room in problem.rooms),
        tracks=tuple(track(one) for one in problem.tracks),
        talks=tuple(talk(one) for one in problem.talks),
        similar={(f"{one}'", f"{other}'"): cost for (one, other), cost in problem.similar.items()},
        room_costs={(f"{block}'", f"{room}'"): cost for (block, room), cost in problem.room_costs.items()},
        resources=tuple(Resource(f"{one.name}'", one.amount, names(one.talks)) for one in problem.resources),
        closed=frozenset((f"{block}'", f"{room}'") for block, room in problem.closed),
        alone=names(problem.alone),
        parties=tuple(party(one) for one in problem.parties),
    )
