"""Aims in order over problems that are reckoned by the slot: what is found is what trying everything finds."""

from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.planner.drawing import weekly
from tests.planner.exhausting import timetables

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    Block,
    FirstFeasible,
    Level,
    Leximin,
    Objective,
    Observer,
    Ordered,
    Party,
    Place,
    Problem,
    Result,
    Room,
    Solution,
    Status,
    Talk,
    Term,
    TimeLimit,
    Track,
    check,
    evaluate,
    means,
)
from kakehashi.planner.objective import OURS
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.pricing import aims_of
from kakehashi.planner.searching.ways import Ways
from kakehashi.planner.solving import solve

PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
WEEKLY = (*sorted(OURS), Term.TRACK_BLOCKS, Term.TRACK_ROOMS, Term.BLOCK_ROOMS, Term.TALK_BLOCKS, Term.ROOMS_PER_TRACK)
WEIGHTS = st.dictionaries(st.sampled_from(WEEKLY), st.integers(1, 9), max_size=4).map(Objective.weighing)
LEVELS = st.lists(st.one_of(st.just(Leximin()), WEIGHTS), min_size=1, max_size=3).map(
    lambda levels: Ordered(tuple(levels))
)


def solved(about: Problem, objective: Objective | Ordered) -> Result:
    return solve(about, TimeLimit(120), objective=objective)


def sound(about: Problem) -> list[Solution]:
    """Every sound timetable, by trying everything."""
    return [found for found in timetables(about) if not check(about, found)]


def worth(about: Problem, order: Ordered, found: Solution) -> tuple[int, ...]:
    """What an order makes of a timetable: the less, as words are in a dictionary, the better."""
    terms = evaluate(about, found)
    whole: list[int] = []
    for level in order.levels:
        if isinstance(level, Objective):
            whole.append(level.value(terms))
        else:
            whole += sorted(means(about, found).values(), reverse=True)
    return tuple(whole)


@PATIENT
@given(weekly(), LEVELS)
def test_the_best_of_an_order_is_what_trying_everything_finds(drawn: tuple[Problem, Solution], order: Ordered) -> None:
    about, _ = drawn
    found = solved(about, order)
    assert found.solution is not None
    assert check(about, found.solution) == ()
    assert worth(about, order, found.solution) == min(worth(about, order, one) for one in sound(about))
    assert found.status is Status.OPTIMAL
    assert tuple(level.value for level in found.levels) == (worth(about, order, found.solution) or (0,))


@PATIENT
@given(weekly(), WEIGHTS)
def test_one_sum_of_weights_is_made_as_small_as_can_be(drawn: tuple[Problem, Solution], objective: Objective) -> None:
    about, _ = drawn
    found = solved(about, objective)
    assert found.value == min(objective.value(evaluate(about, one)) for one in sound(about))
    assert found.status is Status.OPTIMAL


@PATIENT
@given(weekly(), st.data())
def test_a_problem_that_is_asked_too_much_has_no_timetable_or_one_that_keeps_all(
    drawn: tuple[Problem, Solution], data: st.DataObject
) -> None:
    about, _ = drawn
    closed = frozenset(cell for cell in about.cells if data.draw(st.booleans()))
    strict = about.replace(closed=about.closed | closed, alone=frozenset(("Ada", "Bo", "Cy")), unbroken=True)
    found = solve(strict, FirstFeasible(), objective=Objective.weighing({}))
    assert (found.solution is None) == (sound(strict) == [])
    assert found.status is (Status.INFEASIBLE if found.solution is None else Status.OPTIMAL)


@PATIENT
@given(weekly(), LEVELS)
def test_a_search_that_begins_with_a_timetable_never_ends_with_a_worse_one(
    drawn: tuple[Problem, Solution], order: Ordered
) -> None:
    about, timetable = drawn
    found = solve(about, TimeLimit(0), objective=order, start=timetable)
    assert found.solution is not None
    assert worth(about, order, found.solution) <= worth(about, order, timetable)


def hours(**strains: tuple[int, ...]) -> Party:
    """A party of one whose talks, by name, cost it so much in each slot of the only block."""
    return Party("lima", 1, {talk: FrozenMap({"day": costs}) for talk, costs in strains.items()})


def day(*talks: Talk, slots: int = 2, party: Party | None = None, unbroken: bool = False, alone: str = "") -> Problem:
    """One block, two rooms, and a track for each of the letters that talks begin with."""
    tracks = tuple(Track(name) for name in dict.fromkeys(talk.track for talk in talks))
    return Problem(
        (Block("day", slots),),
        (Room("hall"), Room("attic")),
        tracks,
        talks,
        unbroken=unbroken,
        alone=frozenset(alone.split()),
        parties=() if party is None else (party,),
    )


FAIR = Ordered((Leximin(),))


def fairest(about: Problem) -> Mapping[str, int]:
    """The means of the fairest timetable, once that is proven: a model that knows a rule less proves less."""
    found = solved(about, FAIR)
    assert found.status is Status.OPTIMAL
    return found.means


def test_a_session_without_gaps_begins_with_its_block_whatever_that_costs() -> None:
    lima = hours(early=(5, 0))
    assert fairest(day(Talk("early", "a"), party=lima)) == {"lima": 0}
    assert fairest(day(Talk("early", "a"), party=lima, unbroken=True)) == {"lima": 5}


def test_who_cannot_be_in_two_places_speaks_in_the_dearer_hour_too() -> None:
    ada = frozenset(("Ada",))
    lima = hours(one=(0, 5), other=(0, 5))
    both = Talk("one", "a", presenters=ada), Talk("other", "b", presenters=ada)
    assert fairest(day(*both, party=lima)) == {"lima": 0}
    assert fairest(day(*both, party=lima, alone="Ada")) == {"lima": 5}


def test_the_second_worst_off_counts_when_nothing_helps_the_worst() -> None:
    worst = Party("lima", 1, borne=9)
    second = Party("nairobi", 1, {"talk": FrozenMap({"day": (4, 0)})})
    about = day(Talk("talk", "a")).replace(parties=(worst, second))
    found = solved(about, FAIR)
    assert (found.means, found.levels) == ({"lima": 9, "nairobi": 0}, (Level(9, 9), Level(0, 0)))


def test_a_session_keeps_its_room_where_only_the_number_of_rooms_matters() -> None:
    about = day(Talk("one", "a", former=Place("day", "attic", 0)), Talk("other", "b", former=Place("day", "hall", 0)))
    found = solved(about, FAIR).solution
    assert found is not None
    assert [found.place(name).room for name in ("one", "other")] == ["attic", "hall"]


def test_a_talk_begins_in_any_minute_of_a_long_day() -> None:
    about = day(Talk("film", "a", slots=1100), Talk("talk", "a", after=frozenset(("film",))), slots=1200, unbroken=True)
    found = solved(about, FAIR)
    assert found.solution is not None
    assert found.solution.place("talk").first == 1100


def test_what_has_settled_the_rooms_is_kept_when_later_aims_move_sessions() -> None:
    costs = {"block_costs": FrozenMap({"monday": 1}), "room_costs": FrozenMap({"attic": 1})}
    about = Problem(
        (Block("monday", 1), Block("tuesday", 1)),
        (Room("hall"), Room("attic")),
        (Track("a", **costs),),
        (Talk("one", "a"),),
        # Nobody asked for cheap cells: without the first aim the attic would do as well.
        room_costs={("tuesday", "hall"): 10},
    )
    order = Ordered((Objective.weighing({Term.TRACK_ROOMS: 1}), Objective.weighing({Term.TRACK_BLOCKS: 1})))
    found = solved(about, order)
    assert found.solution is not None
    assert found.solution.place("one") == Place("tuesday", "hall", 0)
    assert (found.status, found.levels) == (Status.OPTIMAL, (Level(0, 0), Level(0, 0)))


@PATIENT
@given(weekly(), LEVELS, st.sampled_from((0.0, 1e-4, 1e-3)))
def test_what_is_told_of_each_aim_is_what_the_timetable_has(
    drawn: tuple[Problem, Solution], order: Ordered, effort: float
) -> None:
    about, timetable = drawn
    found = solve(about, TimeLimit(120), objective=order, start=timetable, effort=effort)
    assert found.solution is not None
    reached = worth(about, order, found.solution) or (0,)
    assert tuple(level.value for level in found.levels) == reached[: len(found.levels)]
    assert all(level.bound <= level.value for level in found.levels)


def test_with_the_same_effort_and_seed_the_same_timetable_is_found_and_with_more_no_worse_one() -> None:
    strains = {f"talk {n}": FrozenMap({"day": tuple((n * slot) % 7 for slot in range(8))}) for n in range(12)}
    talks = tuple(Talk(f"talk {n}", "ab"[n % 2], slots=1 + n % 5 // 4) for n in range(12))
    parties = tuple(Party(f"party {k}", 2, {name: strains[name] for name in list(strains)[k::3]}) for k in range(3))
    about = day(*talks, slots=8, unbroken=True).replace(parties=parties)
    order = Ordered((Leximin(), Objective.weighing({Term.ROOMS_PER_TRACK: 1, Term.CELLS: 1})))
    found = [solve(about, TimeLimit(120), objective=order, effort=effort, seed=3) for effort in (0.01, 0.01, 0.4)]
    assert found[0].solution is not None
    assert (found[0].solution, found[0].levels) == (found[1].solution, found[1].levels)
    assert found[2].solution is not None
    assert worth(about, order, found[2].solution) <= worth(about, order, found[0].solution)


def test_a_compacter_timetable_that_loses_what_is_settled_is_not_taken() -> None:
    late = Track("a", block_costs=FrozenMap({"late": 1}))
    blocks = Block("early", 1), Block("late", 2)
    about = Problem(blocks, (Room("hall"), Room("attic")), (late,), (Talk("one", "a"), Talk("other", "a")))
    order = Ordered((Objective.weighing({Term.TRACK_BLOCKS: 1}), Objective.weighing({Term.CELLS: 1})))
    first, second = aims_of(about, order)
    kept = Solution.of(about, {"one": Place("early", "hall", 0), "other": Place("early", "attic", 0)})
    lost = Solution.of(about, {"one": Place("late", "hall", 0), "other": Place("late", "hall", 1)})
    ways = Ways(about, order)
    ways.settle(first, 0)
    best = Best(about, second.price, lambda: 0.0, Observer(), floor=0)
    ways.offer(best, lost, kept)
    assert best.solution == kept
