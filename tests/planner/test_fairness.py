"""What a timetable is compared with: the least mean of each party alone, and the least burden of all together."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from tests.planner.drawing import weekly
from tests.planner.exhausting import timetables

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    AnyOf,
    Block,
    Compared,
    Level,
    Party,
    Pin,
    Place,
    Problem,
    Room,
    Solution,
    Talk,
    TimeLimit,
    Track,
    burdens,
    check,
    compared,
    least_burden,
    least_mean,
    means,
)

PATIENT = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
ENDLESS = AnyOf(())

STRAINS = {"lima": (9, 2, 5), "perth": (1, 8, 6)}
TWO = Problem(
    (Block("day", 3),),
    (Room("hall"),),
    (Track("tea"),),
    tuple(Talk(name, "tea") for name in STRAINS),
    parties=tuple(Party(name, 2, {name: FrozenMap({"day": its})}, borne=4) for name, its in STRAINS.items()),
)
"""Two parties of two people, each with a talk on a day of three slots, and each with four to bear anyway."""
FOUND = Solution.of(TWO, {"lima": Place("day", "hall", 0), "perth": Place("day", "hall", 1)})
LIMA, PERTH = Level(3, 3), Level(3, 3)
"""The least means: 6 for two people, and 5, rounded up."""
GIVEN = Compared({"lima": Level(7, 2), "perth": Level(6, 2)}, Level(25, 8))
"""What is known without a question: what `FOUND` asks of each, and what nothing takes away."""


@PATIENT
@given(weekly())
def test_the_least_of_each_and_of_all_is_what_trying_everything_finds(drawn: tuple[Problem, Solution]) -> None:
    about, timetable = drawn
    found = compared(about, timetable, TimeLimit(120))
    sound = [one for one in timetables(about) if not check(about, one)]
    for party in about.parties:
        least = min(means(about, one)[party.name] for one in sound)
        assert found.alone[party.name] == Level(least, least)
    least = min(sum(burdens(about, one).values()) for one in sound)
    assert found.together == Level(least, least)


@PATIENT
@given(weekly())
def test_where_effort_counts_the_comparison_is_the_same_again(drawn: tuple[Problem, Solution]) -> None:
    about, timetable = drawn
    found = compared(about, timetable, ENDLESS, effort=2.0, seed=3)
    assert found == compared(about, timetable, ENDLESS, effort=2.0, seed=3)
    assert all(level.value <= means(about, timetable)[name] for name, level in found.alone.items())


@PATIENT
@given(weekly())
def test_where_no_time_is_left_each_has_what_the_timetable_gives(drawn: tuple[Problem, Solution]) -> None:
    about, timetable = drawn
    reached, borne = means(about, timetable), sum(party.borne for party in about.parties)
    alone = {party.name: Level(reached[party.name], party.mean(0)) for party in about.parties}
    together = Level(sum(burdens(about, timetable).values()), borne)
    assert compared(about, timetable, TimeLimit(0)) == Compared(alone, together)


def test_each_is_compared_with_what_is_best_for_it_alone() -> None:
    assert compared(TWO, FOUND, TimeLimit(60)) == Compared({"lima": LIMA, "perth": PERTH}, Level(11, 11))
    assert least_mean(TWO, "lima", TimeLimit(60)) == LIMA
    assert least_mean(TWO, "perth", TimeLimit(60)) == PERTH
    assert least_burden(TWO, TimeLimit(60)) == Level(11, 11)


def test_what_cannot_be_planned_has_no_least() -> None:
    both = TWO.replace(talks=tuple(Talk(name, "tea", pinned=Pin("day", None, 0)) for name in ("lima", "perth")))
    assert least_mean(both, "lima", TimeLimit(60)) is None
    assert least_burden(both, TimeLimit(60)) is None


def test_of_a_party_that_is_not_there_nothing_is_least() -> None:
    with pytest.raises(KeyError):
        least_mean(TWO, "milk", TimeLimit(60))


def test_no_question_is_put_when_the_time_or_the_effort_is_over() -> None:
    for seconds in (0, 0.15):
        assert least_mean(TWO, "lima", TimeLimit(seconds)) is None
        assert least_burden(TWO, TimeLimit(seconds)) is None
    hours = count(0, 3600)
    assert compared(TWO, FOUND, TimeLimit(60), clock=lambda: float(next(hours))) == GIVEN
    assert compared(TWO, FOUND, ENDLESS, effort=0.0) == GIVEN


def test_no_question_has_more_than_its_share_of_the_time() -> None:
    """For less than a fifth of a second none is put: of three, only the last has as much."""
    found = compared(TWO, FOUND, TimeLimit(0.39), clock=lambda: 0.0)
    assert (found.together, found.alone["lima"]) == (GIVEN.together, GIVEN.alone["lima"])
