"""Rules that every timetable keeps, whatever it costs. Each tells all that breaks it.

A thing that is unknown is told once: no later rule asks for the track of an unknown talk, nor for the cells of an
unknown block.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kakehashi.findings import Value
from kakehashi.planner.checking.violation import Violation
from kakehashi.planner.places import Cell, Slot
from kakehashi.planner.problem import Problem
from kakehashi.planner.solution import Solution


def known_names(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Every talk, block, room and track is one of the problem's."""
    for talk, slots in solution.slots.items():
        if talk not in problem.talk:
            yield Violation("timetable.unknown-talk", ("talks", talk), {"value": talk})
        for cell in dict.fromkeys((slot.block, slot.room) for slot in slots):
            yield from _known_cell(problem, cell, ("talks", talk))
    for cell, track in solution.tracks.items():
        place = ("cells", *cell)
        yield from _known_cell(problem, cell, place)
        if track not in problem.track:
            yield Violation("timetable.unknown-track", place, {"value": track})


def within_the_block(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Every slot is one of those that its block has."""
    for talk, slots in solution.slots.items():
        for slot in slots:
            block = problem.block.get(slot.block)
            if block is not None and not 0 <= slot.number < block.slots:
                values: dict[str, Value] = {
                    "talk": talk,
                    "block": block.name,
                    "slot": slot.number + 1,
                    "expected": block.slots,
                }
                yield Violation("timetable.outside-block", ("talks", talk), values)


def every_talk_placed(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Every talk has as many slots as it needs."""
    for talk in problem.talks:
        number = len(solution.slots.get(talk.name, ()))
        values: dict[str, Value] = {"talk": talk.name, "value": number, "expected": talk.slots}
        if not number:
            yield Violation("timetable.talk-missing", ("talks", talk.name), values)
        elif number != talk.slots:
            yield Violation("timetable.wrong-length", ("talks", talk.name), values)


def every_talk_whole(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """The slots of a talk are consecutive ones of a single cell."""
    for talk in problem.talks:
        slots = solution.slots.get(talk.name, ())
        cells = {(slot.block, slot.room) for slot in slots}
        numbers = sorted(slot.number for slot in slots)
        if len(cells) > 1 or any(later != number + 1 for number, later in pairwise(numbers)):
            yield Violation("timetable.talk-split", ("talks", talk.name), {"talk": talk.name})


def one_talk_in_a_slot(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """No slot holds two talks."""
    held: defaultdict[Slot, dict[str, None]] = defaultdict(dict)
    for talk, slots in solution.slots.items():
        for slot in slots:
            held[slot][talk] = None
    for (block, room, number), talks in held.items():
        if len(talks) > 1:
            values: dict[str, Value] = {"block": block, "room": room, "slot": number + 1, "talks": tuple(talks)}
            yield Violation("timetable.slot-taken-twice", ("cells", block, room), values)


def under_its_track(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Every talk stands in a cell that names its track."""
    for name, slots in solution.slots.items():
        talk = problem.talk.get(name)
        for cell in dict.fromkeys((slot.block, slot.room) for slot in slots):
            if talk is None or not _is_known(problem, cell):
                continue
            named = solution.tracks.get(cell)
            values: dict[str, Value] = {"talk": name, "block": cell[0], "room": cell[1], "expected": talk.track}
            if named is None:
                yield Violation("timetable.no-track", ("talks", name), values)
            elif named != talk.track and named in problem.track:
                yield Violation("timetable.other-track", ("talks", name), values | {"value": named})


def no_track_without_talks(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Every cell that names a track holds a talk of it."""
    held: Counter[tuple[Cell, str]] = Counter(
        ((slot.block, slot.room), problem.talk[talk].track)
        for talk, slots in solution.slots.items()
        for slot in slots
        if talk in problem.talk
    )
    for cell, track in solution.tracks.items():
        if _is_known(problem, cell) and track in problem.track and not held[cell, track]:
            values: dict[str, Value] = {"value": track, "block": cell[0], "room": cell[1]}
            yield Violation("timetable.no-talk", ("cells", *cell), values)


def where_pinned(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Every talk that is pinned stands in its block, in its room and from its slot on, as far as its pin names them."""
    for talk in problem.talks:
        pin, slots = talk.pinned, solution.slots.get(talk.name, ())
        if pin is None or not slots:
            continue
        place = ("talks", talk.name)
        values: dict[str, Value] = {"talk": talk.name, "block": pin.block}
        in_block = all(slot.block == pin.block for slot in slots)
        if not in_block:
            yield Violation("timetable.pinned-to-block", place, values)
        if pin.room is not None and any(slot.room != pin.room for slot in slots):
            yield Violation("timetable.pinned-to-room", place, {"talk": talk.name, "room": pin.room})
        if in_block and pin.first is not None and pin.first != min(slot.number for slot in slots):
            yield Violation("timetable.pinned-to-slot", place, values | {"slot": pin.first + 1})


def never_where_barred(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """No talk stands in a block or a room that is barred for it or for its track."""
    for talk in problem.talks:
        track, slots = problem.track[talk.track], solution.slots.get(talk.name, ())
        for block in dict.fromkeys(slot.block for slot in slots):
            if block in talk.barred_blocks or block in track.barred_blocks:
                yield Violation("timetable.barred-block", ("talks", talk.name), {"talk": talk.name, "block": block})
        for room in dict.fromkeys(slot.room for slot in slots):
            if room in talk.barred_rooms or room in track.barred_rooms:
                yield Violation("timetable.barred-room", ("talks", talk.name), {"talk": talk.name, "room": room})


def in_sequence(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Every talk begins after the last slot of each talk that it follows: blocks follow each other, then slots."""
    order = {block.name: number for number, block in enumerate(problem.blocks)}
    when = {
        name: [(order[slot.block], slot.number) for slot in slots if slot.block in order]
        for name, slots in solution.slots.items()
    }
    for talk in problem.talks:
        for earlier in sorted(talk.after):
            if when.get(talk.name) and when.get(earlier) and min(when[talk.name]) <= max(when[earlier]):
                yield Violation("timetable.too-early", ("talks", talk.name), {"talk": talk.name, "expected": earlier})


def within_resources(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Of the talks that need a resource, no more fill the same slot of a block than there is of it."""
    for resource in problem.resources:
        needing: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
        for talk in problem.talks:
            for slot in solution.slots.get(talk.name, ()) if talk.name in resource.talks else ():
                needing[slot.block, slot.number][talk.name] = None
        for (block, number), talks in needing.items():
            if len(talks) > resource.amount:
                values: dict[str, Value] = {
                    "value": resource.name,
                    "block": block,
                    "slot": number + 1,
                    "talks": tuple(talks),
                    "expected": resource.amount,
                }
                yield Violation("timetable.resource-exceeded", ("blocks", block), values)


def never_in_barred_slots(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """No talk fills a slot that is barred for it."""
    for talk in problem.talks:
        for slot in solution.slots.get(talk.name, ()):
            if slot.number in talk.barred_slots.get(slot.block, ()):
                values: dict[str, Value] = {"talk": talk.name, "block": slot.block, "slot": slot.number + 1}
                yield Violation("timetable.barred-slot", ("talks", talk.name), values)


def never_in_closed_cells(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """No closed cell names a track or holds a talk."""
    held = {(slot.block, slot.room) for slots in solution.slots.values() for slot in slots}
    for cell in sorted(problem.closed & (held | set(solution.tracks))):
        yield Violation("timetable.closed-cell", ("cells", *cell), {"block": cell[0], "room": cell[1]})


def as_many_cells_as_sessions(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """No track is named by more cells than it may have."""
    number = Counter(solution.tracks.values())
    for track in problem.tracks:
        if track.most_cells is not None and number[track.name] > track.most_cells:
            values: dict[str, Value] = {"value": number[track.name], "expected": track.most_cells}
            yield Violation("timetable.too-many-cells", ("tracks", track.name), {"track": track.name, **values})


def in_stages(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """No talk begins before one of its track that has a lower stage."""
    order = {block.name: number for number, block in enumerate(problem.blocks)}
    begins = {
        name: min((order[slot.block], slot.number) for slot in slots if slot.block in order)
        for name, slots in solution.slots.items()
        if any(slot.block in order for slot in slots)
    }
    for track in problem.tracks:
        talks = [talk for talk in problem.talks_of[track.name] if talk.name in begins]
        for talk in talks:
            lower = [other for other in talks if other.stage < talk.stage and begins[other.name] > begins[talk.name]]
            if lower:
                values: dict[str, Value] = {"talk": talk.name, "expected": lower[0].name}
                yield Violation("timetable.before-its-stage", ("talks", talk.name), values)


def nobody_in_two_places(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Nobody who cannot be in two places is in two.

    Who presents is there in the slots of the talk, who chairs in every cell of the track for the whole block.
    """
    presented: dict[str, list[str]] = {person: [] for person in sorted(problem.alone)}
    for talk in problem.talks:
        for person in talk.presenters & problem.alone:
            presented[person].append(talk.name)
    for person, talks in presented.items():
        rooms = _chaired(problem, solution, person)
        filled: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
        for name in talks:
            for block, room in dict.fromkeys((slot.block, slot.room) for slot in solution.slots.get(name, ())):
                if rooms.get(block, set()) - {room}:
                    values: dict[str, Value] = {"person": person, "block": block, "talk": name}
                    yield Violation("timetable.chair-elsewhere", ("talks", name), values)
            for slot in solution.slots.get(name, ()):
                filled[slot.block, slot.number][name] = None
        for block, its in rooms.items():
            if len(its) > 1:
                yield Violation("timetable.chair-twice", ("blocks", block), {"person": person, "block": block})
        for (block, number), at_once in filled.items():
            if len(at_once) > 1:
                values = {"person": person, "block": block, "slot": number + 1, "talks": tuple(at_once)}
                yield Violation("timetable.person-twice", ("blocks", block), values)


def _chaired(problem: Problem, solution: Solution, person: str) -> Mapping[str, set[str]]:
    """The rooms of each block in which somebody chairs."""
    rooms: defaultdict[str, set[str]] = defaultdict(set)
    if chaired := {track.name for track in problem.tracks if person in track.chairs}:
        for (block, room), track in solution.tracks.items():
            if track in chaired:
                rooms[block].add(room)
    return rooms


def without_gaps(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """In an unbroken problem each talk that is not pinned to a slot begins its session, or when another talk ends."""
    filled = {slot for slots in solution.slots.values() for slot in slots}
    for talk in problem.talks if problem.unbroken else ():
        slots = solution.slots.get(talk.name, ())
        if not slots or (talk.pinned is not None and talk.pinned.first is not None):
            continue
        first = min(slots)
        if first.number > 0 and first._replace(number=first.number - 1) not in filled:
            values: dict[str, Value] = {"talk": talk.name, "block": first.block, "slot": first.number}
            yield Violation("timetable.gap", ("talks", talk.name), values)


RULES = (
    known_names,
    within_the_block,
    every_talk_placed,
    every_talk_whole,
    one_talk_in_a_slot,
    under_its_track,
    no_track_without_talks,
    where_pinned,
    never_where_barred,
    in_sequence,
    within_resources,
    never_in_barred_slots,
    never_in_closed_cells,
    as_many_cells_as_sessions,
    in_stages,
    nobody_in_two_places,
    without_gaps,
)
"""All rules, in the order in which what breaks them is told."""


def _known_cell(problem: Problem, cell: Cell, place: tuple[str, ...]) -> Iterator[Violation]:
    block, room = cell
    if block not in problem.block:
        yield Violation("timetable.unknown-block", place, {"value": block})
    if all(room != one.name for one in problem.rooms):
        yield Violation("timetable.unknown-room", place, {"value": room})


def _is_known(problem: Problem, cell: Cell) -> bool:
    return not list(_known_cell(problem, cell, ()))
