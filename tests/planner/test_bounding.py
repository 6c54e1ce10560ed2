"""How fair a timetable can be at the most: no timetable is fairer than the problem of one track says."""

from itertools import accumulate, repeat

import pytest
from hypothesis import HealthCheck, given, settings
from tests.planner.drawing import weekly
from tests.planner.exhausting import timetables

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    Block,
    Leximin,
    Observer,
    Ordered,
    Party,
    Place,
    Problem,
    Room,
    Solution,
    Talk,
    TimeLimit,
    Track,
    check,
    means,
)
from kakehashi.planner.searching import in_order
from kakehashi.planner.searching.aiming import excess, sought
from kakehashi.planner.searching.bounding import Bounding, as_of_one_track, of_one_track
from kakehashi.planner.searching.in_order import search_in_order
from kakehashi.planner.searching.running import Allowance, Limits

PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
LIMITS = Limits(TimeLimit(120), None, 1, 0)
AMPLE = Allowance(None, 60.0)


def sums(about: Problem, found: Solution) -> tuple[int, ...]:
    """The largest mean of a party, the sum of the two largest, and so on."""
    return tuple(accumulate(sorted(means(about, found).values(), reverse=True)))


def bounding(about: Problem) -> Bounding:
    return Bounding(about, lambda: 0.0)


@PATIENT
@given(weekly())
def test_each_timetable_is_one_of_the_problem_that_asks_for_less_and_as_fair(drawn: tuple[Problem, Solution]) -> None:
    about, timetable = drawn
    as_one = as_of_one_track(about, timetable)
    assert check(of_one_track(about), as_one) == ()
    assert means(of_one_track(about), as_one) == means(about, timetable)


@PATIENT
@given(weekly())
def test_no_timetable_is_below_a_bound_that_keeps_what_was_settled_before(drawn: tuple[Problem, Solution]) -> None:
    about, timetable = drawn
    settled = sums(about, timetable)
    every = [sums(about, one) for one in timetables(about) if not check(about, one)]
    known = bounding(about)
    for number in range(len(settled)):
        keeping = [one[number] for one in every if all(map(int.__le__, one[:number], settled))]
        assert known.bound(settled[:number], LIMITS, repeat(AMPLE)) <= min(keeping)


@PATIENT
@given(weekly())
def test_the_fairest_of_one_track_is_what_trying_everything_finds(drawn: tuple[Problem, Solution]) -> None:
    about, timetable = drawn
    alone = of_one_track(about)
    wanted = bounding(alone).fairest(as_of_one_track(about, timetable), LIMITS, repeat(AMPLE))
    assert wanted is not None
    best = min(sums(alone, one) for one in timetables(alone) if not check(alone, one))
    assert tuple(accumulate(sorted(wanted.values(), reverse=True))) == best


@PATIENT
@given(weekly())
def test_what_everybody_has_in_a_timetable_is_found_when_it_is_looked_for(drawn: tuple[Problem, Solution]) -> None:
    about, timetable = drawn
    found, ended = sought(about, means(about, timetable), LIMITS, AMPLE, lambda: 0.0)
    assert ended
    assert found is not None
    assert check(about, found) == ()
    assert excess(about, means(about, timetable), found) == 0


def test_a_bound_is_what_is_left_when_the_steps_before_are_settled_worse() -> None:
    strains = {name: FrozenMap({"day": costs}) for name, costs in (("lima", (5, 2)), ("perth", (4, 3)))}
    parties = tuple(Party(name, 1, {name: strain}) for name, strain in strains.items())
    talks = Talk("lima", "tea"), Talk("perth", "tea")
    about = Problem((Block("day", 2),), (Room("hall"),), (Track("tea"),), talks, parties=parties)
    known = bounding(about)
    assert known.bound((), LIMITS, repeat(AMPLE)) == 4
    assert known.bound((4,), LIMITS, repeat(AMPLE)) == 6
    # Lima first: 5 and 3 are more together, but a fifth to whoever has settled that.
    assert known.bound((5,), LIMITS, repeat(AMPLE)) == 6


def test_without_steps_nothing_is_found_out_but_what_everybody_bears_anyway() -> None:
    about = Problem(
        (Block("day", 2),),
        (Room("hall"),),
        (Track("tea"),),
        (Talk("talk", "tea"),),
        parties=(Party("lima", 1, {"talk": FrozenMap({"day": (3, 3)})}, borne=2), Party("perth", 2, borne=9)),
    )
    late = Solution.of(about, {"talk": Place("day", "hall", 1)})
    known = bounding(about)
    assert known.fairest(late, LIMITS, iter(())) is None
    assert known.bound((), LIMITS, iter(())) == 5


def test_what_is_as_fair_for_others_is_not_looked_for_since_it_may_be_worse_in_later_aims(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late = FrozenMap({"early": (0,), "late": (5,)})
    parties = tuple(Party(name, 1, {name: late}) for name in ("ada", "bob"))
    talks = tuple(Talk(name, "tea") for name in ("ada", "bob"))
    about = Problem((Block("early", 1), Block("late", 1)), (Room("hall"),), (Track("tea"),), talks, parties=parties)
    start = Solution.of(about, {"ada": Place("early", "hall", 0), "bob": Place("late", "hall", 0)})
    sought_for: list[object] = []

    def noted(*given: object) -> tuple[None, bool]:
        sought_for.append(given)
        return None, True

    monkeypatch.setattr(Bounding, "fairest", lambda *_: {"ada": 5, "bob": 0})
    monkeypatch.setattr(in_order, "sought", noted)
    search_in_order(about, Ordered((Leximin(),)), start, LIMITS, lambda: 0.0, Observer())
    assert sorted(means(about, start).values()) == [0, 5]
    assert sought_for == []
