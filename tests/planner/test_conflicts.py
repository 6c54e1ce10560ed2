"""Why there is no timetable: what is blamed is to blame, none of it too much, and what should help does."""

from collections.abc import Iterable
from itertools import combinations, count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.planner.building import cake, people, problem, tea
from tests.planner.exhausting import timetables

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, InvalidProblem, Pin, Problem, Resource, Room, Talk, TimeLimit, Track
from kakehashi.planner.conflicts import Conflict, explain
from kakehashi.planner.wishes import Wish, WishKind, less, only, together, wishes_of, wishing, without

HALL = (Room("hall"),)
KIND = WishKind
ADA = people("Ada")


def feasible(about: Problem) -> bool:
    """Whether there is a timetable, by trying everything."""
    return next(timetables(about), None) is not None


def some(names: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    """Mostly none of these, or else one."""
    return st.one_of(st.just(frozenset[str]()), st.sampled_from(names).map(lambda name: frozenset({name})))


@st.composite
def demanding(draw: DrawFn) -> Problem:
    """A tiny problem whose talks and tracks wish so much that most of these have no timetable."""
    blocks = tuple(Block(f"block {n}", draw(st.integers(1, 2))) for n in range(draw(st.integers(1, 2))))
    at, where = tuple(block.name for block in blocks), ("hall", "attic")
    pins = st.builds(Pin, st.sampled_from(at), st.sampled_from((None, *where)), st.sampled_from((None, 0)))
    talks: list[Talk] = []
    for number in range(draw(st.integers(1, 4))):
        talk = Talk(
            name=f"talk {number}",
            track=draw(st.sampled_from(("tea", "cake"))),
            presenters=draw(some(("Ada", "Bo"))),
            pinned=draw(st.none() | pins),
            barred_blocks=draw(some(at)),
            barred_rooms=draw(some(where)),
            barred_slots=FrozenMap({name: frozenset({0}) for name in draw(some(at))}),
            after=draw(some(tuple(one.name for one in talks))) if talks else frozenset(),
            stage=draw(st.integers(-1, 1)),
        )
        talks.append(talk)
    tracks = [
        Track(name, draw(some(("Ada",))), barred_rooms=draw(some(where)), most_cells=draw(st.none() | st.just(1)))
        for name in ("tea", "cake")
    ]
    crew = Resource("crew", 1, frozenset(talk.name for talk in talks if draw(st.booleans())))
    closed = frozenset({cell for cell in [(at[0], "hall")] if draw(st.booleans())})
    try:
        return Problem(
            blocks, tuple(map(Room, where)), tuple(tracks), tuple(talks), resources=(crew,), closed=closed, alone=ADA
        )
    except InvalidProblem:
        assume(False)
        raise


@given(demanding())
def test_what_is_blamed_cannot_hold_together_and_without_any_of_it_the_rest_can(about: Problem) -> None:
    """A conflict is told of problems without a timetable and of no others; nothing in it could be left out."""
    conflict = explain(about, feasible=feasible)
    assert (conflict is None) == feasible(about)
    if conflict is not None:
        wishes = list(wishes_of(about))
        assert conflict.proven
        assert conflict.minimal
        assert not feasible(without(about, [wish for wish in wishes if wish not in conflict.wishes]))
        for given_up in together(conflict.wishes):
            kept = [wish for wish in conflict.wishes if wish not in given_up]
            assert feasible(without(about, [wish for wish in wishes if wish not in kept]))


def helps(about: Problem, given_up: Iterable[Wish]) -> bool:
    return feasible(without(about, given_up))


@given(demanding())
def test_relaxations_help_and_nothing_of_them_can_be_kept(about: Problem) -> None:
    """Whatever is told helps, and neither without one of its wishes nor with less than one of them."""
    conflict = explain(about, feasible=feasible)
    for given_up in conflict.relaxations if conflict is not None and conflict.wishes else ():
        assert helps(about, given_up)
        for wish in given_up:
            others = [one for one in given_up if one != wish]
            assert not helps(about, others)
            assert not any(helps(about, [*others, part]) for part in less(about, wish))


@given(demanding())
def test_no_relaxation_that_is_as_small_is_missing(about: Problem) -> None:
    """Any one wish that helps is told, or else of any two that do what is enough, or else some of more."""
    conflict = explain(about, feasible=feasible)
    if conflict is None or not conflict.wishes:
        return
    told = [frozenset(given_up) for given_up in conflict.relaxations]
    wishes = together(wishes_of(about))
    helping = [whole for whole in wishes if helps(about, whole)]
    for whole in helping:
        parts = [part for one in whole for part in (one, *less(about, one))]
        alone = [frozenset((part,)) for part in whole if len(whole) > 1 and helps(about, (part,))]
        assert set(alone) <= set(told)
        assert any(given_up <= set(parts) for given_up in told)
    pairs = [one + other for one, other in combinations(wishes, 2) if helps(about, one + other)]
    for pair in () if helping else pairs:
        parts = [part for one in pair for part in (one, *less(about, one))]
        assert any(given_up <= set(parts) for given_up in told)
    assert told


BLOCK = (Block("early", 2),)
TWO = (Block("early", 1), Block("noon", 1))
NOON = FrozenMap({"noon": frozenset({0})})
ATTIC = people("attic")


CASES: list[tuple[Problem, list[Wish], list[Wish] | None]] = [
    (
        problem(*(tea(name, pinned=Pin("early", "hall", 0)) for name in "ab"), tea("c", pinned=Pin("late"))),
        [Wish(KIND.PINNED, "a"), Wish(KIND.PINNED, "b")],
        [Wish(kind, talk) for talk in "ab" for kind in (KIND.PINNED_ROOM, KIND.PINNED_SLOT)],
    ),
    (
        problem(tea("a", barred_blocks=people("early"), barred_slots=NOON), cake("c"), blocks=TWO),
        [Wish(KIND.BARRED_BLOCK, "a", "early"), Wish(KIND.BARRED_SLOTS, "a", "noon")],
        None,
    ),
    (
        problem(Track("tea", barred_blocks=people("early")), tea("a", barred_slots=NOON), blocks=TWO),
        [Wish(KIND.BARRED_SLOTS, "a", "noon"), Wish(KIND.TRACK_BARRED_BLOCK, "tea", "early")],
        None,
    ),
    (
        problem(tea("a", barred_rooms=ATTIC), closed=frozenset({("early", "hall")}), blocks=BLOCK),
        [Wish(KIND.BARRED_ROOM, "a", "attic"), Wish(KIND.CLOSED, "early", "hall")],
        None,
    ),
    (
        problem(
            Track("tea", barred_rooms=ATTIC),
            tea("a", slots=2),
            cake("b", barred_rooms=ATTIC),
            cake("c"),
            blocks=BLOCK,
        ),
        [Wish(KIND.BARRED_ROOM, "b", "attic"), Wish(KIND.TRACK_BARRED_ROOM, "tea", "attic")],
        None,
    ),
    (
        problem(Track("tea", most_cells=1), tea("a", slots=2), tea("b"), blocks=BLOCK),
        [Wish(KIND.FEW_CELLS, "tea")],
        [Wish(KIND.ONE_MORE_CELL, "tea")],
    ),
    (
        problem(
            *(tea("a", slots=2), cake("c", slots=2)),
            blocks=BLOCK,
            resources=(Resource("crew", 1, people("a", "c")), Resource("camera", 1, people("a"))),
        ),
        [Wish(KIND.SHARED, "crew")],
        [Wish(KIND.ONE_MORE_SHARED, "crew")],
    ),
    (problem(tea("a", after=people("c")), cake("c"), blocks=TWO[:1]), [Wish(KIND.FOLLOWING, "a", "c")], None),
    (
        problem(tea("a", presenters=ADA), cake("c", presenters=ADA), blocks=TWO[:1], alone=people("Ada", "Bo")),
        [Wish(KIND.ALONE, "Ada")],
        None,
    ),
    (
        problem(tea("a", stage=1, pinned=Pin("early", None, 0)), tea("b"), blocks=BLOCK, rooms=HALL),
        [Wish(KIND.PINNED, "a"), Wish(KIND.STAGES, "tea")],
        [Wish(KIND.PINNED_SLOT, "a"), Wish(KIND.STAGES, "tea")],
    ),
]
"""Problems, what is to blame, and what is enough to give up, each alone: what is to blame if nothing is said."""


@pytest.mark.parametrize(
    ("about", "blamed", "enough"),
    CASES,
    ids=[
        *("pins", "hours and a block", "hours and a block of the track", "a room and a closed cell", "rooms"),
        *("sessions", "a resource", "a sequence", "a person", "stages"),
    ],
)
def test_each_kind_of_wish_can_be_to_blame(about: Problem, blamed: list[Wish], enough: list[Wish] | None) -> None:
    """What cannot hold together is told in the order of the problem, and each of it as what could be given up."""
    conflict = explain(about, feasible=feasible)
    given_up = tuple((wish,) for wish in enough or blamed)
    assert conflict == Conflict(tuple(blamed), given_up, proven=True, minimal=True)


def test_the_solver_finds_out_what_trying_everything_does() -> None:
    """Who says nothing of how to answer is answered by the solver, which tells the same conflicts."""
    for about, blamed, _ in CASES:
        assert explain(about, stop=TimeLimit(60)) == explain(about, feasible=feasible)
        assert explain(without(about, blamed)) is None


def test_no_time_is_no_answer() -> None:
    """A search that may not begin finds nothing out, so nothing is claimed."""
    assert explain(CASES[0][0], stop=TimeLimit(0)) == Conflict((), (), proven=False, minimal=False)


@given(demanding(), st.booleans(), st.data())
def test_fewer_talks_are_never_harder(about: Problem, unbroken: bool, data: st.DataObject) -> None:
    """If some talks have no timetable, no more have all of them; those with wishes are some of them."""
    about = about.replace(unbroken=unbroken)
    names = data.draw(st.sampled_from([wishing(about), frozenset(list(about.talk)[1:])]))
    assert feasible(only(about, names)) or not feasible(about)


def test_talks_without_wishes() -> None:
    """A talk has wishes of its own, or its track has them, or what it needs, whom it follows, who presents it."""
    about = problem(
        *(tea("a", after=people("b")), tea("b"), tea("c"), tea("d", presenters=ADA), tea("e", presenters=people("Bo"))),
        Track("cake", most_cells=2),
        *(cake("f"), tea("g", pinned=Pin("late")), tea("h", stage=1), tea("i")),
        resources=(Resource("crew", 1, people("i")),),
        alone=ADA,
    )
    assert wishing(about) == frozenset("abdfghi")


def test_two_conflicts_need_two_to_give_in() -> None:
    """Where two pairs of pins collide, no single pin helps: of one of each pair it is told how little would do."""
    there, then = Pin("early", "hall", 0), Pin("late", "hall", 0)
    about = problem(*(tea(name, pinned=there) for name in "ab"), *(tea(name, pinned=then) for name in "cd"))
    conflict = explain(about, feasible=feasible)
    assert conflict is not None
    assert conflict.wishes == (Wish(KIND.PINNED, "a"), Wish(KIND.PINNED, "b"))
    assert conflict.relaxations == tuple(
        (Wish(KIND.PINNED_ROOM, one), Wish(KIND.PINNED_ROOM, other)) for one, other in ("ac", "ad", "bc", "bd")
    )


def test_of_two_who_must_give_in_neither_gives_up_more_than_is_needed() -> None:
    """Two talks are wanted at the same time by who cannot come at two others: one block of each would do."""
    blocks = tuple(Block(name, 1) for name in ("early", "noon", "late"))
    never = people("early", "noon")
    talks = (tea(name, barred_blocks=never) for name in "abc")
    conflict = explain(problem(*talks, blocks=blocks, rooms=HALL), feasible=feasible)
    assert conflict is not None
    assert [[(wish.of, wish.what) for wish in given_up] for given_up in conflict.relaxations] == [
        [(one, "noon"), (other, "early")] for one, other in ("ab", "ac", "bc")
    ]


def test_with_effort_the_same_is_told_again_and_with_none_of_it_nothing() -> None:
    """What the solver may spend in all decides what is found out, and no clock does."""
    for about, _, _ in CASES[:3]:
        told = explain(about, effort=20.0)
        assert told == explain(about, feasible=feasible) == explain(about, effort=20.0)
    assert explain(CASES[0][0], effort=0.0) == Conflict((), (), proven=False, minimal=False)


def test_when_the_time_is_over_no_more_is_asked() -> None:
    """Each look at the clock takes a second of the three that there are: the rest is left open."""
    seconds = count()
    conflict = explain(CASES[0][0], stop=TimeLimit(3), clock=lambda: float(next(seconds)))
    assert conflict == Conflict((), (), proven=False, minimal=False)
    assert next(seconds) < 10


def test_too_little_room_is_nobodys_wish() -> None:
    """Two tracks cannot share the only cell, whatever is given up: another room would help, and so would a block."""
    about = problem(tea("a", pinned=Pin("early")), cake("c"), blocks=BLOCK, rooms=HALL)
    more = ((Wish(KIND.ONE_MORE_ROOM),), (Wish(KIND.ONE_MORE_BLOCK),))
    assert explain(about, feasible=feasible) == Conflict((), more, proven=True, minimal=True)
    assert [one.name for one in without(about, more[0]).rooms] == ["hall", "+++++"]
    assert without(about, more[1]).blocks[1].slots == 2


def test_a_wish_that_may_not_be_given_up_is_not_blamed() -> None:
    """Of two pins only the one is told that is up for talk; the other stays as hard as a rule."""
    about = problem(*(tea(name, pinned=Pin("early", "hall", 0)) for name in "ab"))
    conflict = explain(about, wishes=[Wish(KIND.PINNED, "b")], feasible=feasible)
    assert conflict is not None
    assert conflict.wishes == (Wish(KIND.PINNED, "b"),)


def test_what_is_not_found_out_is_not_claimed() -> None:
    """Without an answer to the first question nothing is told; without one to a later, not that nothing is too much."""
    about = problem(*(tea(name, pinned=Pin("early", "hall", 0)) for name in "ab"))
    assert explain(about, feasible=lambda _: None) == Conflict((), (), proven=False, minimal=False)
    conflict = explain(about, feasible=lambda asked: False if asked == about else None)
    assert conflict == Conflict(tuple(wishes_of(about)), (), proven=True, minimal=False)


def test_a_few_dozen_questions_do_for_hundreds_of_talks() -> None:
    """Of 900 wishes of 300 talks two are found that collide, though each question is one of the solver."""
    everywhere = people("early", "noon")
    talks = [tea(f"talk {n}", pinned=Pin("late", "hall", 0), barred_blocks=everywhere) for n in range(300)]
    about = problem(*talks, blocks=tuple(Block(name, 300) for name in ("early", "noon", "late")))
    asked: list[Problem] = []

    def two_of_them_collide(some: Problem) -> bool:
        asked.append(some)
        return some.talk["talk 77"].pinned is None or "noon" not in some.talk["talk 211"].barred_blocks

    conflict = explain(about, feasible=two_of_them_collide)
    assert conflict is not None
    barred = (Wish(KIND.BARRED_BLOCK, "talk 211", block) for block in ("early", "noon"))
    assert conflict.wishes == (Wish(KIND.PINNED, "talk 77"), *barred)
    assert len(asked) < 48
