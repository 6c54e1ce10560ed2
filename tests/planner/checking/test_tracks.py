"""What the cells of tracks cost. Expected figures follow CoSPLib's definitions and are counted by hand."""

from tests.planner.building import cake, problem, tea, terms

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Room, Term, Track


def test_track_blocks() -> None:
    """Each cell of a track costs what the track pays for its block: two of 5 and one of 2; noon is free to it."""
    paying = Track("tea", block_costs=FrozenMap({"early": 5, "late": 2}))
    about = problem(paying, *map(tea, "abcde"))
    assert terms(about, hall="a b|d -|e -", attic="c -") == {
        Term.TRACK_BLOCKS: 12,
        Term.ROOMS_PER_TRACK: 1,
        Term.PARALLEL_TRACKS: 1,
    }


def test_track_rooms() -> None:
    """Each cell of a track costs what the track pays for its room, however many talks it holds."""
    paying = Track("tea", room_costs=FrozenMap({"attic": 7}))
    about = problem(paying, *map(tea, "abc"), cake("d"))
    assert terms(about, hall="d -", attic="a b|c -") == {Term.TRACK_ROOMS: 14}


def test_block_rooms() -> None:
    """A cell that is used costs its own price once; a cell that nobody uses costs nothing."""
    about = problem(
        *map(tea, "ab"), room_costs={("early", "hall"): 30, ("noon", "hall"): 400, ("early", "attic"): 5000}
    )
    assert terms(about, hall="a b") == {Term.BLOCK_ROOMS: 30}


def test_a_cell_that_names_no_track_is_used_for_nothing() -> None:
    """A talk in a cell without a track escapes what tracks cost, and the price of the cell too."""
    paying = Track("tea", block_costs=FrozenMap({"early": 5}), room_costs=FrozenMap({"hall": 5}))
    about = problem(paying, tea("a", order=2), room_costs={("early", "hall"): 30})
    assert terms(about, {("early", "hall"): None}, hall="a -") == {}


def test_similar_tracks() -> None:
    """Two rooms of tea against one of cake count twice; tracks in different blocks do not meet."""
    rooms = (Room("hall"), Room("attic"), Room("shed"))
    about = problem(*map(tea, "ab"), *map(cake, "cd"), rooms=rooms, similar={("tea", "cake"): 10})
    assert terms(about, hall="a -|d -", attic="b -", shed="c -") == {
        Term.SIMILAR_TRACKS: 20,
        Term.ROOMS_PER_TRACK: 2,
        Term.PARALLEL_TRACKS: 1,
    }


def test_a_pair_of_similar_tracks_has_no_first() -> None:
    """A pair costs the same whichever track is in the first room, and the sum where it is given both ways."""
    rows = {"hall": "a -", "attic": "c -"}
    for similar, cost in (
        ({("tea", "cake"): 10}, 10),
        ({("cake", "tea"): 10}, 10),
        ({("cake", "tea"): 10, ("tea", "cake"): 3}, 13),
    ):
        assert terms(problem(tea("a"), cake("c"), similar=similar), **rows) == {Term.SIMILAR_TRACKS: cost}


def test_a_track_is_not_similar_to_itself() -> None:
    """Two rooms of one track are parallel, not similar."""
    about = problem(*map(tea, "ab"), similar={("tea", "tea"): 10})
    assert terms(about, hall="a -", attic="b -") == {Term.PARALLEL_TRACKS: 1, Term.ROOMS_PER_TRACK: 1}


def test_rooms_per_track() -> None:
    """Each room beyond a track's first counts 1, however often it is used; a track that is nowhere counts nothing."""
    rooms = (Room("hall"), Room("attic"), Room("shed"))
    about = problem(Track("honey"), *map(tea, "abcd"), cake("e"), rooms=rooms)
    assert terms(about, hall="a -", attic="e -|b -", shed="- -|- -|c d") == {Term.ROOMS_PER_TRACK: 2}


def test_parallel_tracks() -> None:
    """A track that has three rooms in a block counts 2 there, whatever another track does."""
    rooms = tuple(map(Room, ("hall", "attic", "shed", "porch")))
    about = problem(*map(tea, "abcd"), cake("e"), rooms=rooms)
    assert terms(about, hall="a -", attic="b -|d -", shed="c -", porch="e -") == {
        Term.PARALLEL_TRACKS: 2,
        Term.ROOMS_PER_TRACK: 2,
    }


def test_consecutive_tracks() -> None:
    """A track that leaves out blocks between its own counts 1, however many it leaves out and however often."""
    blocks = tuple(Block(name, 1) for name in ("one", "two", "three", "four", "five", "six"))
    about = problem(*map(tea, "abc"), *map(cake, "de"), blocks=blocks)
    assert terms(about, hall="a|-|b|-|-|c", attic="-|-|-|-|d|e") == {Term.CONSECUTIVE_TRACKS: 1}


def test_every_track_that_leaves_out_a_block_counts() -> None:
    """Two tracks with a gap are two."""
    about = problem(*map(tea, "ab"), *map(cake, "cd"))
    assert terms(about, hall="a -|- -|b -", attic="c -|- -|d -") == {Term.CONSECUTIVE_TRACKS: 2}


def test_a_track_may_begin_late_and_end_early() -> None:
    """Before its first block and after its last a track leaves out nothing."""
    assert terms(problem(*map(tea, "ab")), hall="- -|a b|- -") == {}


def test_a_cell_that_only_names_a_track_costs_like_any_other() -> None:
    """A named cell without talks has its price and bridges a gap, as CoSPLib has it; the rules refuse it."""
    about = problem(*map(tea, "ab"), room_costs={("noon", "hall"): 4})
    assert terms(about, hall="a -|- -|b -") == {Term.CONSECUTIVE_TRACKS: 1}
    assert terms(about, {("noon", "hall"): "tea"}, hall="a -|- -|b -") == {Term.BLOCK_ROOMS: 4}
