"""Laws of terms and rules, whatever the problem and the timetable."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.planner.checking.renaming import renamed_problem
from tests.planner.drawing import filled, planned

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Problem, Room, Slot, Solution, Talk, Term, Track, evaluate
from kakehashi.planner.checking import check
from kakehashi.planner.problem import Costs

PRICED = {
    *(Term.TRACK_BLOCKS, Term.TRACK_ROOMS, Term.BLOCK_ROOMS, Term.SIMILAR_TRACKS),
    *(Term.TALK_HOURS, Term.TALK_BLOCKS, Term.TALK_ROOMS),
}
PEOPLE = {
    *(Term.PRESENTERS_BLOCK, Term.ATTENDEES_BLOCK, Term.PRESENTERS_SLOT, Term.ATTENDEES_SLOT, Term.CHAIRS),
}
BETWEEN_ROOMS = PEOPLE | {Term.SIMILAR_TRACKS, Term.ROOMS_PER_TRACK, Term.PARALLEL_TRACKS}

FEW = settings(max_examples=settings().max_examples // 2)
Planned = tuple[Problem, Solution]


def but(terms: Mapping[Term, int], *left_out: Term) -> dict[Term, int]:
    """All terms but these."""
    return {term: value for term, value in terms.items() if term not in left_out}


def only(terms: Mapping[Term, int], some: Iterable[Term]) -> dict[Term, int]:
    """These terms alone."""
    return {term: terms[term] for term in some}


def moved(solution: Solution, blocks: Mapping[str, str], rooms: Mapping[str, str]) -> Solution:
    """The timetable with blocks and rooms under other names."""
    return Solution(
        {name: tuple(Slot(blocks[b], rooms[r], n) for b, r, n in slots) for name, slots in solution.slots.items()},
        {(blocks[block], rooms[room]): track for (block, room), track in solution.tracks.items()},
    )


def same(names: Iterable[Block | Room | Track | Talk]) -> dict[str, str]:
    """Each thing under its own name."""
    return {one.name: one.name for one in names}


@FEW
@given(planned())
def test_a_sound_timetable_breaks_no_rule_and_tears_no_talk(given: Planned) -> None:
    """Whatever is placed whole under its track passes."""
    assert check(*given) == ()
    assert evaluate(*given)[Term.SPLIT] == 0


@FEW
@given(filled())
def test_the_order_in_which_things_are_told_changes_nothing(given: Planned) -> None:
    """Neither talks nor tracks nor what a timetable tells of them has a first; only blocks and rooms have."""
    problem, solution = given
    shuffled = problem.replace(tracks=problem.tracks[::-1], talks=problem.talks[::-1])
    told = Solution(
        {talk: slots[::-1] for talk, slots in reversed(list(solution.slots.items()))},
        dict(reversed(list(solution.tracks.items()))),
    )
    assert evaluate(shuffled, told) == evaluate(problem, solution)
    assert bool(check(shuffled, told)) == bool(check(problem, solution))


@FEW
@given(filled())
def test_names_mean_nothing(given: Planned) -> None:
    """With every block, room, track, talk and person under another name, all terms and faults are the same."""
    problem, solution = given
    renamed = renamed_problem(problem)
    told = Solution(
        {f"{talk}'": tuple(Slot(f"{b}'", f"{r}'", n) for b, r, n in slots) for talk, slots in solution.slots.items()},
        {(f"{block}'", f"{room}'"): f"{track}'" for (block, room), track in solution.tracks.items()},
    )
    assert evaluate(renamed, told) == evaluate(problem, solution)
    assert [one.code for one in check(renamed, told)] == [one.code for one in check(problem, solution)]


@FEW
@given(planned())
def test_rooms_in_another_order_change_the_order_of_parallel_tracks_alone(given: Planned) -> None:
    """Which room comes first matters only to the places of talks, and only where a track has two rooms at once."""
    problem, solution = given
    turned = problem.replace(rooms=problem.rooms[::-1])
    before, after = evaluate(problem, solution), evaluate(turned, solution)
    assert but(before, Term.TALK_ORDER) == but(after, Term.TALK_ORDER)
    assert before[Term.PARALLEL_TRACKS] or before == after


@FEW
@given(planned(demanding=False))
def test_rooms_without_costs_can_be_exchanged(given: Planned) -> None:
    """Where no room costs anything and none is demanded, the sessions of two rooms may change places."""
    problem, solution = given
    free = problem.replace(
        room_costs={},
        tracks=tuple(replace(track, room_costs=FrozenMap()) for track in problem.tracks),
        talks=tuple(replace(talk, room_costs=FrozenMap()) for talk in problem.talks),
    )
    names = [room.name for room in problem.rooms]
    exchanged = moved(solution, same(problem.blocks), dict(zip(names, reversed(names), strict=True)))
    assert check(free, exchanged) == ()
    assert but(evaluate(free, solution), Term.TALK_ORDER) == but(evaluate(free, exchanged), Term.TALK_ORDER)


@FEW
@given(planned(demanding=False))
def test_backwards_in_time_only_the_order_is_another(given: Planned) -> None:
    """With the last block first, a timetable is as good as before but for the places of its talks."""
    problem, solution = given
    backwards = problem.replace(blocks=problem.blocks[::-1])
    assert check(backwards, solution) == ()
    before, after = evaluate(problem, solution), evaluate(backwards, solution)
    assert but(before, Term.TALK_ORDER) == but(after, Term.TALK_ORDER)


@FEW
@given(filled(), st.integers(0, 5))
def test_prices_times_a_number(given: Planned, times: int) -> None:
    """All costs times a number are what they cost times that number; what has no costs is as before."""
    problem, solution = given

    def dearer(costs: Mapping[str, int]) -> Costs:
        return FrozenMap({name: times * cost for name, cost in costs.items()})

    dear = problem.replace(
        tracks=tuple(
            replace(one, block_costs=dearer(one.block_costs), room_costs=dearer(one.room_costs))
            for one in problem.tracks
        ),
        talks=tuple(
            replace(
                one,
                hour_costs=dearer(one.hour_costs),
                block_costs=dearer(one.block_costs),
                room_costs=dearer(one.room_costs),
            )
            for one in problem.talks
        ),
        similar={pair: times * cost for pair, cost in problem.similar.items()},
        room_costs={cell: times * cost for cell, cost in problem.room_costs.items()},
    )
    before = evaluate(problem, solution)
    assert evaluate(dear, solution) == {
        term: times * value if term in PRICED else value for term, value in before.items()
    }


@FEW
@given(filled())
def test_a_price_for_everywhere_is_paid_by_the_slot_and_by_the_cell(given: Planned) -> None:
    """Who costs 1 everywhere costs as much as there are slots of talks, or cells of tracks."""
    problem, solution = given
    blocks = FrozenMap(dict.fromkeys(problem.block, 1))
    rooms = FrozenMap({room.name: 1 for room in problem.rooms})
    even = problem.replace(
        tracks=tuple(replace(one, block_costs=blocks, room_costs=rooms) for one in problem.tracks),
        talks=tuple(replace(one, hour_costs=blocks, block_costs=blocks, room_costs=rooms) for one in problem.talks),
        room_costs=dict.fromkeys(problem.cells, 1),
    )
    slots, cells = sum(map(len, solution.slots.values())), len(solution.tracks)
    assert only(evaluate(even, solution), PRICED - {Term.SIMILAR_TRACKS}) == {
        **dict.fromkeys((Term.TALK_HOURS, Term.TALK_BLOCKS, Term.TALK_ROOMS), slots),
        **dict.fromkeys((Term.TRACK_BLOCKS, Term.TRACK_ROOMS, Term.BLOCK_ROOMS), cells),
    }


@FEW
@given(planned())
def test_without_people_nobody_is_in_two_places(given: Planned) -> None:
    """Where nobody presents, listens or chairs there is no conflict."""
    problem, solution = given
    nobody = problem.replace(
        tracks=tuple(replace(one, chairs=frozenset()) for one in problem.tracks),
        talks=tuple(replace(one, presenters=frozenset(), attendees=frozenset()) for one in problem.talks),
    )
    assert only(evaluate(nobody, solution), PEOPLE) == dict.fromkeys(PEOPLE, 0)


@FEW
@given(planned(), st.sampled_from(("Ada", "Bo", "Cy")))
def test_who_stays_at_home_makes_nothing_worse(given: Planned, person: str) -> None:
    """A person less is never a conflict more."""
    problem, solution = given
    without = problem.replace(
        tracks=tuple(replace(one, chairs=one.chairs - {person}) for one in problem.tracks),
        talks=tuple(
            replace(one, presenters=one.presenters - {person}, attendees=one.attendees - {person})
            for one in problem.talks
        ),
    )
    before, after = evaluate(problem, solution), evaluate(without, solution)
    assert all(after[term] <= before[term] for term in PEOPLE)


@FEW
@given(planned())
def test_conflicts_in_a_slot_are_conflicts_in_the_block(given: Planned) -> None:
    """Nobody is in two places in a slot who is not in its block: talks of one slot have no more of these than those."""
    problem, solution = given
    terms = evaluate(problem, solution)
    longest = max((talk.slots for talk in problem.talks), default=1)
    assert terms[Term.PRESENTERS_SLOT] <= longest * terms[Term.PRESENTERS_BLOCK]
    assert terms[Term.ATTENDEES_SLOT] <= longest * terms[Term.ATTENDEES_BLOCK]


@FEW
@given(filled(most_rooms=1))
def test_in_one_room_nothing_is_at_once(given: Planned) -> None:
    """Where there is one room, no two things can stand in each other's way."""
    problem, solution = given
    assert only(evaluate(problem, solution), BETWEEN_ROOMS) == dict.fromkeys(BETWEEN_ROOMS, 0)


@FEW
@given(planned(), st.data())
def test_whatever_is_done_to_a_sound_timetable_is_found(given: Planned, data: st.DataObject) -> None:
    """A slot lost, gained or moved, a talk upon another, a track renamed, lost or named where none is."""
    problem, solution = given
    spoilt = data.draw(st.sampled_from([None, *spoils(problem, solution)]))
    assume(spoilt is not None)
    assert check(problem, spoilt) != ()


def spoils(problem: Problem, solution: Solution) -> Iterable[Solution]:
    """The timetable, spoilt in one place, in all those ways that leave none."""
    every = [
        Slot(block.name, room.name, n) for block in problem.blocks for room in problem.rooms for n in range(block.slots)
    ]
    taken = {slot for slots in solution.slots.values() for slot in slots}
    for talk, slots in solution.slots.items():
        others = [slot for slot in every if slot not in slots]
        yield Solution({**solution.slots, talk: slots[1:]}, solution.tracks)
        yield from (Solution({**solution.slots, talk: (*slots, slot)}, solution.tracks) for slot in others)
        if len(slots) > 1:
            yield Solution({**solution.slots, talk: slots[:1] * len(slots)}, solution.tracks)
        if len(slots) > 2:
            torn = ((slots[0], slot, *slots[2:]) for slot in others)
            yield from (Solution({**solution.slots, talk: its}, solution.tracks) for its in torn)
        for slot in (taken - set(slots)) if len(slots) == 1 else ():
            yield Solution({**solution.slots, talk: (slot,)}, solution.tracks)
    for cell in problem.cells:
        named = solution.tracks.get(cell)
        yield from (
            Solution(solution.slots, {**solution.tracks, cell: track}) for track in problem.track if track != named
        )
        if named is not None:
            yield Solution(solution.slots, {at: track for at, track in solution.tracks.items() if at != cell})
