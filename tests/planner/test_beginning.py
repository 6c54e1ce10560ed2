"""What a search begins with, before the solver: a timetable that keeps all rules, and one that is fairer."""

from hypothesis import given, settings
from tests.planner.drawing import planned, weekly

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Party, Place, Problem, Room, Solution, Talk, Term, Track, check, evaluate, means
from kakehashi.planner.searching.closing import closed, spread
from kakehashi.planner.searching.exchanging import exchanged
from kakehashi.planner.searching.filling import filled
from kakehashi.planner.searching.rooming import rehoused

OFTEN = settings(deadline=None, max_examples=300)


@OFTEN
@given(weekly())
def test_what_is_filled_in_is_sound(drawn: tuple[Problem, Solution]) -> None:
    about, _ = drawn
    found = filled(about)
    assert found is None or check(about, found) == ()


@OFTEN
@given(planned(demanding=False))
def test_talks_that_demand_nothing_mostly_find_a_place(drawn: tuple[Problem, Solution]) -> None:
    about, _ = drawn
    tracks = {talk.track for talk in about.talks}
    if len(tracks) <= len(about.rooms) and all(talk.slots == 1 for talk in about.talks):
        room_enough = len(about.talks) <= max(block.slots for block in about.blocks)
        assert filled(about) is not None or not room_enough


@OFTEN
@given(weekly())
def test_exchanging_talks_keeps_a_timetable_sound_and_makes_it_no_less_fair(
    drawn: tuple[Problem, Solution],
) -> None:
    about, timetable = drawn
    found = exchanged(about, timetable)
    assert check(about, found) == ()
    assert sorted(means(about, found).values(), reverse=True) <= sorted(means(about, timetable).values(), reverse=True)


def test_who_speaks_in_a_block_leads_a_session_of_another() -> None:
    tracks = (Track("tea"), Track("cake", chairs=frozenset(("Ada",))))
    talks = (Talk("leaves", "tea", presenters=frozenset(("Ada",))), Talk("crumbs", "cake"))
    blocks, rooms = (Block("morning", 1), Block("noon", 1)), (Room("hall"), Room("attic"))
    found = filled(Problem(blocks, rooms, tracks, talks, alone=frozenset(("Ada",))))
    assert found is not None
    assert {found.place(name).block for name in ("leaves", "crumbs")} == {"morning", "noon"}


def test_a_mean_counts_as_a_whole_number_when_talks_are_exchanged() -> None:
    # By the fraction it would be fairer: 9/5 and 6/5 instead of 10/5 and 5/5. As told, 2 and 2 instead of 2 and 1.
    lima = Party("lima", 5, {"l1": FrozenMap({"day": (10, 9)})})
    perth = Party("perth", 5, {"p1": FrozenMap({"day": (6, 5)})})
    talks = (Talk("l1", "tea"), Talk("p1", "tea"))
    about = Problem((Block("day", 2),), (Room("hall"),), (Track("tea"),), talks, unbroken=True, parties=(lima, perth))
    begun = Solution.of(about, {"l1": Place("day", "hall", 0), "p1": Place("day", "hall", 1)})
    assert exchanged(about, begun) == begun


def two_parties(*talks: Talk) -> Problem:
    """Lima dreads the first two slots of the day, Perth the last two."""
    lima = Party("lima", 2, {talk.name: FrozenMap({"day": (9, 9, 0, 0)}) for talk in talks if talk.name[0] == "l"})
    perth = Party("perth", 2, {talk.name: FrozenMap({"day": (0, 0, 9, 9)}) for talk in talks if talk.name[0] == "p"})
    return Problem((Block("day", 4),), (Room("hall"),), (Track("tea"),), talks, unbroken=True, parties=(lima, perth))


def test_two_talks_at_hours_that_suit_the_other_change_places() -> None:
    about = two_parties(Talk("l1", "tea"), Talk("l2", "tea"), Talk("p1", "tea"), Talk("p2", "tea"))
    begun = filled(about)
    assert begun is not None
    assert dict(means(about, begun)) == {"lima": 9, "perth": 9}
    assert dict(means(about, exchanged(about, begun))) == {"lima": 0, "perth": 0}


def test_a_talk_goes_to_a_session_of_its_own_if_that_helps_and_the_others_close_up() -> None:
    about = Problem(
        (Block("night", 3), Block("noon", 1)),
        (Room("hall"),),
        (Track("tea"),),
        (Talk("one", "tea"), Talk("two", "tea", slots=2)),
        unbroken=True,
        parties=(Party("lima", 1, {"one": FrozenMap({"night": (5, 5, 5)})}),),
    )
    begun = filled(about)
    assert begun is not None
    found = exchanged(about, begun)
    assert (found.place("one").block, found.place("two").first) == ("noon", 0)


@OFTEN
@given(weekly())
def test_closing_and_spreading_sessions_and_other_rooms_keep_a_timetable_sound_and_as_fair(
    drawn: tuple[Problem, Solution],
) -> None:
    about, timetable = drawn
    for found in (closed(about, timetable), spread(about, timetable), rehoused(about, timetable)):
        assert check(about, found) == ()
        now, before = (sorted(means(about, one).values(), reverse=True) for one in (found, timetable))
        assert now <= before
        assert len(found.tracks) <= len(timetable.tracks)


def test_a_session_does_not_go_to_a_block_that_is_too_short_for_it() -> None:
    blocks, rooms = (Block("morning", 2), Block("noon", 1)), (Room("hall"), Room("attic"))
    about = Problem(blocks, rooms, (Track("tea"),), tuple(Talk(name, "tea") for name in "abcd"))
    begun = Solution.of(about, {name: Place("morning", rooms[n % 2].name, n // 2) for n, name in enumerate("abcd")})
    assert spread(about, begun) == begun


def test_a_session_of_one_talk_is_closed_where_another_has_room() -> None:
    about = Problem(
        (Block("day", 2),), (Room("hall"), Room("attic")), (Track("tea"),), (Talk("one", "tea"), Talk("two", "tea"))
    )
    apart = Solution.of(about, {"one": Place("day", "hall", 0), "two": Place("day", "attic", 0)})
    assert len(closed(about, apart).tracks) == 1


def test_a_track_gets_the_same_room_in_every_block() -> None:
    about = Problem(
        (Block("early", 1), Block("late", 1)),
        (Room("hall"), Room("attic")),
        (Track("tea"), Track("cake")),
        (Talk("t1", "tea"), Talk("t2", "tea"), Talk("c1", "cake"), Talk("c2", "cake")),
    )
    crossed = {"t1": Place("early", "hall", 0), "c1": Place("early", "attic", 0)}
    crossed |= {"t2": Place("late", "attic", 0), "c2": Place("late", "hall", 0)}
    found = rehoused(about, Solution.of(about, crossed))
    assert evaluate(about, found)[Term.ROOMS_PER_TRACK] == 0


def test_of_two_sessions_at_once_one_goes_to_a_block_without_any() -> None:
    about = Problem(
        (Block("early", 1), Block("late", 1)),
        (Room("hall"), Room("attic")),
        (Track("tea"),),
        (Talk("one", "tea"), Talk("two", "tea")),
    )
    at_once = Solution.of(about, {"one": Place("early", "hall", 0), "two": Place("early", "attic", 0)})
    assert evaluate(about, spread(about, at_once))[Term.PARALLEL_TRACKS] == 0
