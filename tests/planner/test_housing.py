"""Sessions get the cheapest rooms of their blocks, those that their talks need, and those of their track elsewhere."""

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Objective, Pin, Problem, Room, Talk, Term, Track
from kakehashi.planner.searching.housing import Housing
from kakehashi.planner.searching.matching import matched, rents

HALL, ATTIC, LAWN = range(3)
ROOMS = (Room("hall"), Room("attic"), Room("lawn"))
FEW_ROOMS = Objective.weighing({Term.TRACK_ROOMS: 1, Term.ROOMS_PER_TRACK: 3})


def day_and_night(*talks: Talk, tracks: tuple[Track, ...] = (Track("tea"),)) -> Problem:
    """A problem of two blocks and three rooms."""
    return Problem((Block("day", 2), Block("night", 2)), ROOMS, tracks, talks)


@given(st.lists(st.dictionaries(st.integers(0, 3), st.integers(-5, 9)), max_size=4))
@example([{0: -2, 1: 5}, {0: -3}, {2: 0}, {3: 0}])
def test_rooms_are_as_cheap_as_can_be_and_their_rents_prove_it(prices: list[dict[int, int]]) -> None:
    sums = [
        sum(own[room] for own, room in zip(prices, rooms, strict=False))
        for rooms in permutations(range(4))
        if all(room in own for own, room in zip(prices, rooms, strict=False))
    ]
    found = matched(prices, 4)
    if not sums:
        assert found is None
        return
    assert found is not None
    assert len(set(found)) == len(prices)
    assert sum(own[room] for own, room in zip(prices, found, strict=True)) == min(sums)
    asked = rents(prices, found, 4)
    assert max(asked) <= 0
    pays = sum(min(price - asked[room] for room, price in own.items()) for own in prices)
    assert pays + sum(asked) == min(sums)


def test_a_further_room_is_taken_only_where_that_is_cheaper_than_what_it_costs() -> None:
    for saved, rooms in ((2, (HALL, HALL)), (4, (HALL, ATTIC))):
        problem = Problem(
            (Block("day", 1), Block("night", 1)),
            ROOMS,
            (Track("tea"),),
            (Talk("leaves", "tea"), Talk("cups", "tea")),
            room_costs={("day", "attic"): 9, ("night", "hall"): saved, ("day", "lawn"): 9, ("night", "lawn"): 9},
        )
        objective = Objective.weighing({Term.BLOCK_ROOMS: 1, Term.ROOMS_PER_TRACK: 3})
        found = Housing(problem, objective).housed({(0, 0): 1, (0, 1): 1}, {})
        assert found == {(0, 0): rooms[:1], (0, 1): rooms[1:]}


def test_a_block_that_was_housed_first_follows_those_that_come_after_it() -> None:
    # By day the attic is as good as the hall; by night only the attic is open to tea.
    tea = Track("tea", room_costs=FrozenMap({"lawn": 9}))
    problem = day_and_night(Talk("leaves", "tea"), Talk("cups", "tea"), tracks=(tea,))
    problem = problem.replace(closed=frozenset({("night", "hall"), ("night", "lawn")}))
    found = Housing(problem, FEW_ROOMS).housed({(0, 0): 1, (0, 1): 1}, {})
    assert found == {(0, 0): (ATTIC,), (0, 1): (ATTIC,)}


def test_a_session_is_where_all_its_talks_may_be_and_of_several_one_is_where_a_talk_needs_it() -> None:
    one = Talk("leaves", "tea", barred_rooms=frozenset({"hall"}))
    other = Talk("cups", "tea", pinned=Pin("day", "lawn"))
    problem = day_and_night(one, other)
    housing = Housing(problem, FEW_ROOMS)
    assert housing.housed({(0, 0): 1}, {(0, 0): [one, other]}) == {(0, 0): (LAWN,)}
    found = housing.housed({(0, 0): 2}, {(0, 0): [one, other]})
    assert found is not None
    assert LAWN in found[0, 0]


def test_a_track_returns_to_the_rooms_that_it_has_had() -> None:
    problem = day_and_night(Talk("leaves", "tea"))
    assert Housing(problem, FEW_ROOMS, {0: {LAWN}}).housed({(0, 0): 1}, {}) == {(0, 0): (LAWN,)}


def test_without_a_room_for_each_session_there_is_no_way() -> None:
    cake = Track("cake", barred_rooms=frozenset({"hall", "attic"}))
    problem = day_and_night(tracks=(Track("tea"), cake))
    housing = Housing(problem, FEW_ROOMS)
    assert housing.housed({(0, 0): 2, (1, 0): 1}, {}) is not None
    assert housing.housed({(0, 0): 1, (1, 0): 2}, {}) is None
    assert housing.housed({(0, 0): 4}, {}) is None
