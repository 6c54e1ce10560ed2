"""What every other place of a talk would cost: nothing that could be is missing, and each figure is the checker's."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn
from tests.planner.building import BLOCKS, ROOMS, cake, laid, problem, tea
from tests.planner.drawing import filled, planned, weekly

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Party, Pin, Place, Problem, Slot, Solution, Term, check, evaluate, means
from kakehashi.planner.checking import ForeignSolution
from kakehashi.planner.prices import Alternative, price, what_if

Timetable = tuple[Problem, Solution, str]


@st.composite
def timetables(draw: DrawFn, given: st.SearchStrategy[tuple[Problem, Solution]]) -> Timetable:
    """A problem, a timetable and one of its talks."""
    about, solution = draw(given)
    placed = [name for name in about.talk if solution.slots.get(name)]
    assume(placed)
    return about, solution, draw(st.sampled_from(placed))


SOUND = timetables(planned() | weekly())


def told(about: Problem, solution: Solution, alternative: Alternative) -> None:
    """Asserts that all that is told of an alternative is what the checker says of its timetable."""
    after = alternative.solution
    before, its = evaluate(about, solution), evaluate(about, after)
    faults = check(about, after)
    assert len(alternative.violations) == len(faults)
    assert all(fault in alternative.violations for fault in faults)
    assert alternative.terms == {term: its[term] - before[term] for term in Term}
    were = means(about, solution)
    assert alternative.means == {party: mean - were[party] for party, mean in means(about, after).items()}


@given(SOUND)
def test_what_is_told_of_a_place_is_what_the_checker_says(given: Timetable) -> None:
    """Faults, terms and means of every alternative are those of its timetable, which moves what it says it moves."""
    about, solution, talk = given
    for alternative in price(about, solution, talk):
        told(about, solution, alternative)
        places = {name: solution.place(name) for name in about.talk}
        assert alternative.solution == Solution.of(about, {**places, **alternative.moved})
        assert all(places[name] != place for name, place in alternative.moved.items())
        assert alternative.place == alternative.moved[talk]


@given(timetables(filled()), st.data())
def test_a_change_of_whatever_is_no_timetable_is_told_as_well(given: Timetable, data: DataObject) -> None:
    """What a person made may have faults; a change of it is told with those that remain and those that come."""
    about, solution, talk = given
    told(about, solution, what_if(about, solution, {talk: data.draw(st.sampled_from(list(every_place(about, talk))))}))


@given(SOUND)
def test_no_sound_move_and_no_sound_exchange_is_missing(given: Timetable) -> None:
    """Whatever one talk can do alone, or two of one length by changing places, is among the alternatives."""
    about, solution, talk = given
    places = {name: solution.place(name) for name in about.talk}
    found = {alternative.solution for alternative in price(about, solution, talk)}
    moves = [{talk: place} for place in every_place(about, talk)]
    swaps = [
        {talk: places[other.name], other.name: places[talk]}
        for other in about.talks
        if other.slots == about.talk[talk].slots and other.name != talk
    ]
    for changes in moves + swaps:
        after = Solution.of(about, {**places, **changes})
        assert after == solution or after in found or check(about, after)


@given(SOUND)
def test_what_could_be_hides_what_could_not(given: Timetable) -> None:
    """A place for which a rule must be broken is told once; one that could be had is told in no such way."""
    alternatives = price(*given)
    for alternative in alternatives:
        same = [other for other in alternatives if other.place == alternative.place]
        assert len(same) == 1 or not any(other.violations for other in same)


def every_place(about: Problem, talk: str) -> Iterator[Place]:
    """Where a talk fits into a block."""
    for block, room in about.cells:
        for first in range(about.block[block].slots - about.talk[talk].slots + 1):
            yield Place(block, room, first)


def picture(about: Problem, solution: Solution) -> str:
    """The cells that are used, as in a picture of rows."""
    cells = {}
    for block, room in about.cells:
        held = {slot: name for name, slots in solution.slots.items() for slot in slots}
        row = [held.get(Slot(block, room, n), "-") for n in range(about.block[block].slots)]
        if set(row) != {"-"}:
            cells[f"{block} {room}"] = " ".join(row)
    return "; ".join(f"{cell}: {row}" for cell, row in cells.items())


def seen(about: Problem, solution: Solution, talk: str) -> dict[str, list[str]]:
    """The pictures of all alternatives with their faults."""
    return {
        picture(about, one.solution): [fault.code for fault in one.violations] for one in price(about, solution, talk)
    }


def test_where_no_gap_may_be_sessions_close_up_and_move_on() -> None:
    """A talk changes places, goes in before another one or behind it; what follows it moves up or on."""
    about = problem(*(tea(name) for name in "abc"), unbroken=True, blocks=BLOCKS[:2], rooms=ROOMS[:1])
    assert seen(about, laid(about, hall="a b|c -"), "a") == {
        "early hall: b a; noon hall: c -": [],
        "early hall: b -; noon hall: a c": [],
        "early hall: c b; noon hall: a -": [],
        "early hall: b -; noon hall: c a": [],
    }


def test_a_talk_takes_a_free_place_or_pushes_others_on() -> None:
    """Where gaps may be, others stay if the place is free, and move on no further than they must."""
    about = problem(tea("a"), tea("b"), tea("c"), blocks=(Block("early", 4),), rooms=ROOMS[:1])
    assert seen(about, laid(about, hall="b - c a"), "a") == {
        "early hall: a b c -": [],
        "early hall: a - c b": [],
        "early hall: b a c -": [],
        "early hall: b - a c": [],
    }


def test_a_talk_changes_places_with_a_whole_session_of_another_track() -> None:
    """Two talks go where a long one was. A session of which some would stay is no place for it."""
    about = problem(tea("a", slots=2), cake("b"), cake("c"), blocks=BLOCKS[:1])
    assert seen(about, laid(about, hall="a a", attic="b c"), "a") == {"early hall: b c; early attic: a a": []}
    assert seen(about, laid(about, hall="a a", attic="b c"), "b") == {"early hall: a a; early attic: c b": []}


def test_a_pinned_talk_stays_while_others_close_up() -> None:
    """What is pinned to a slot keeps it; the others of its session fill what is before it and behind."""
    pin = Pin("early", None, 1)
    about = problem(tea("a"), tea("b", pinned=pin), tea("c"), unbroken=True, blocks=(Block("early", 3),), rooms=ROOMS)
    assert seen(about, laid(about, hall="a b c"), "a") == {
        "early hall: c b a": [],
        "early hall: - b c; early attic: a - -": [],
    }


def test_the_least_bad_is_told_where_a_rule_must_be_broken() -> None:
    """A talk that is pinned to its block can be nowhere else: each place is told once, with what it breaks."""
    about = problem(tea("a", pinned=Pin("early")), tea("b"), unbroken=True, blocks=BLOCKS[:2], rooms=ROOMS[:1])
    assert seen(about, laid(about, hall="a -|b -"), "a") == {
        "noon hall: a b": ["timetable.pinned-to-block"],
        "noon hall: b a": ["timetable.pinned-to-block"],
    }


def test_whom_a_place_costs_is_told() -> None:
    """To move a talk into the night of one partner costs that partner, and is counted as a move."""
    night = FrozenMap({"a": FrozenMap({"early": (0, 0), "late": (30, 30)})})
    about = problem(
        tea("a", former=Place("early", "hall", 0)), parties=(Party("kazan", 2, night), Party("kanazawa", 1, borne=4))
    )
    alternative = what_if(about, laid(about, hall="a -"), {"a": Place("late", "hall", 1)})
    assert {term: cost for term, cost in alternative.terms.items() if cost} == {
        Term.MOVED: 1,
        Term.BURDEN: 30,
        Term.WORST: 11,
    }
    assert alternative.means == {"kazan": 15, "kanazawa": 0}


def test_a_change_to_nowhere_is_refused() -> None:
    """A talk that would leave its block has no price, nor has one that does not exist."""
    about = problem(tea("a", slots=2))
    solution = laid(about, hall="a a")
    with pytest.raises(ForeignSolution):
        what_if(about, solution, {"a": Place("early", "hall", 1)})
    for talk in ("b", "a"):
        with pytest.raises(KeyError):
            price(about, Solution({}, {}), talk)


def test_a_timetable_of_something_else_has_no_alternatives() -> None:
    """Where names are unknown there is nothing to compare with."""
    about = problem(tea("a"))
    found = Solution({"a": (Slot("early", "hall", 0),), "x": (Slot("now", "hall", 0),)}, {("early", "hall"): "tea"})
    with pytest.raises(ForeignSolution):
        price(about, found, "a")
