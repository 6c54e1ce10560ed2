"""What talks cost. Expected figures follow CoSPLib's definitions and are counted by hand."""

from tests.planner.building import cake, laid, problem, tea, terms

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Room, Solution, Term, evaluate

FIVE = (Block("early", 5), Block("late", 5))


def test_talk_hours() -> None:
    """A talk of three slots in a bad hour counts three times."""
    about = problem(tea("a", slots=3, hour_costs=FrozenMap({"early": 10})), tea("b"), blocks=FIVE)
    assert terms(about, hall="a a a b -") == {Term.TALK_HOURS: 30}
    assert terms(about, hall="b|a a a") == {}


def test_talk_blocks() -> None:
    """A talk of two slots pays its price of the block for both of them."""
    about = problem(tea("a", slots=2, block_costs=FrozenMap({"early": 4, "late": 90})))
    assert terms(about, hall="a a") == {Term.TALK_BLOCKS: 8}


def test_talk_rooms() -> None:
    """A talk of two slots pays its price of the room for both of them."""
    about = problem(tea("a", slots=2, room_costs=FrozenMap({"attic": 6, "hall": 90})))
    assert terms(about, attic="a a") == {Term.TALK_ROOMS: 12}


def test_costs_below_zero() -> None:
    """A wish to be somewhere is a cost below zero."""
    about = problem(tea("a", block_costs=FrozenMap({"early": -4})))
    assert terms(about, hall="a -") == {Term.TALK_BLOCKS: -4}


def test_talks_in_a_cell_without_a_track_still_pay() -> None:
    """What talks pay by the slot does not ask for the track of their cell."""
    costs = FrozenMap({"early": 1})
    about = problem(tea("a", hour_costs=costs, block_costs=costs, room_costs=FrozenMap({"hall": 1})))
    assert terms(about, {("early", "hall"): None}, hall="a -") == {
        Term.TALK_HOURS: 1,
        Term.TALK_BLOCKS: 1,
        Term.TALK_ROOMS: 1,
    }


def test_talk_order() -> None:
    """The order is the exact place in the whole track: one talk that comes too early shifts all that follow."""
    about = problem(*(tea(name, order=place) for place, name in enumerate("abcd", 1)))
    assert terms(about, hall="a b|c d") == {}
    assert terms(about, hall="a b|d c") == {Term.TALK_ORDER: 2}
    assert terms(about, hall="d a|b c") == {Term.TALK_ORDER: 4}


def test_talks_without_an_order_take_places() -> None:
    """A talk that may stand anywhere is counted when the others' places are; itself it is never out of place."""
    about = problem(tea("any"), tea("a", order=1), tea("b", order=2))
    assert terms(about, hall="a b|any -") == {}
    assert terms(about, hall="any a|b -") == {Term.TALK_ORDER: 2}


def test_an_order_beyond_the_track_is_never_met() -> None:
    """Who should be third of two is out of place everywhere."""
    about = problem(tea("a", order=3), tea("b"))
    assert terms(about, hall="a b") == terms(about, hall="b a") == {Term.TALK_ORDER: 1}


def test_places_go_through_a_room_before_the_next() -> None:
    """In a block in which a track has two rooms, all of the first room's talks come before those of the second."""
    about = problem(tea("a", order=1), tea("b", order=2), tea("c", order=3), tea("any"))
    parallel = {Term.PARALLEL_TRACKS: 1, Term.ROOMS_PER_TRACK: 1}
    assert terms(about, hall="a b", attic="any c") == parallel | {Term.TALK_ORDER: 2}
    assert terms(about, hall="a b", attic="c any") == parallel | {Term.TALK_ORDER: 1}


def test_places_are_those_of_talks_and_not_of_slots() -> None:
    """A talk of two slots has one place."""
    about = problem(tea("a", order=1, slots=2), tea("b", order=2))
    assert terms(about, hall="a a|b -") == {}


def test_ordered_talks_at_once() -> None:
    """Two talks of a track that both have an order and run at once count 1 for each slot that they share."""
    about = problem(tea("a", order=1, slots=2), tea("b", order=2, slots=2))
    parallel = {Term.PARALLEL_TRACKS: 1, Term.ROOMS_PER_TRACK: 1}
    assert terms(about, hall="a a", attic="b b") == parallel | {Term.TALK_ORDER: 2}
    assert terms(about, hall="a a", attic="- -|b b") == {Term.ROOMS_PER_TRACK: 1}
    either = problem(tea("a", order=1, slots=2), tea("b", slots=2))
    assert terms(either, hall="a a", attic="b b") == parallel


def test_talks_of_two_tracks_have_no_order_between_them() -> None:
    """Ordered talks of different tracks may run at once."""
    assert terms(problem(tea("a", order=1), cake("b", order=1)), hall="a -", attic="b -") == {}


def test_order_is_read_from_what_cells_name() -> None:
    """A stranger in a cell of tea has a place there; a talk in a cell without a track has none and meets nobody."""
    about = problem(tea("a", order=1), tea("b", order=2), cake("x", order=9))
    assert terms(about, {("early", "hall"): "tea"}, hall="x a|b -") == {Term.TALK_ORDER: 3}
    assert terms(about, {("early", "attic"): None}, hall="b -", attic="a -|x -") == {Term.TALK_ORDER: 2}


def test_a_torn_talk_keeps_its_first_place() -> None:
    """A talk that goes on in another block is listed once, where it begins."""
    about = problem(tea("a", order=1, slots=2), tea("b", order=2))
    assert terms(about, hall="a -|b a") == {Term.SPLIT: 20_000_000}


def test_split() -> None:
    """A talk in two pieces pays for both; if its slots do not follow one another by number, much more."""
    about = problem(tea("a", slots=2), blocks=FIVE)
    assert terms(about, hall="- - a a -") == {}
    assert terms(about, hall="a - a - -") == {Term.SPLIT: 1_000_000_000}
    assert terms(about, hall="a - - - -|- a - - -") == {Term.SPLIT: 20_000_000}
    assert terms(about, hall="- a - - -|- a - - -") == {Term.SPLIT: 1_020_000_000}


def test_too_few_and_too_many_slots_are_pieces() -> None:
    """A cell in which a talk has not as many slots as it needs counts, whether too few or too many."""
    about = problem(tea("a", slots=3), blocks=FIVE)
    assert terms(about, hall="a a - - -") == terms(about, hall="a a a a -") == {Term.SPLIT: 10_000_000}


def test_every_torn_talk_counts() -> None:
    """Prices of torn talks add up."""
    about = problem(tea("a", slots=2), tea("b", slots=2), blocks=FIVE)
    assert terms(about, hall="a b a b -") == {Term.SPLIT: 2_000_000_000}


def test_a_long_talk_that_is_nowhere() -> None:
    """If a talk of several slots is nowhere, that is the whole price of torn ones; a short one is missed by no term."""
    about = problem(tea("a", slots=2), tea("b", slots=2), tea("c"), blocks=FIVE)
    assert terms(about, hall="- - - - -") == {Term.SPLIT: 1_000_000_000}
    assert terms(about, hall="a - a - -") == {Term.SPLIT: 1_000_000_000}
    assert terms(about, hall="a a b b -") == {}


def test_gaps_are_found_as_in_cosplib() -> None:
    """Slot numbers 0, 3, 3 add up to what 0, 1, 2, 3 do: CoSPLib sees two cells that hold too few, but no gap."""
    about = problem(tea("a", slots=3), blocks=FIVE)
    assert terms(about, hall="a - - a -|- - - a -") == {Term.SPLIT: 20_000_000}


def test_a_talk_of_one_slot_cannot_be_torn() -> None:
    """Talks of one slot have no part in the price of torn ones, though one stands in two rooms."""
    about = problem(tea("a"), rooms=(Room("hall"), Room("attic")))
    assert evaluate(about, laid(about, hall="a -", attic="- a"))[Term.SPLIT] == 0
    assert evaluate(about, Solution({}, {}))[Term.SPLIT] == 0
