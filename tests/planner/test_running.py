"""What one run of the solver may tell of all timetables."""

from collections.abc import Callable

from tests.planner.building import cake, laid, people, problem, tea

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    Block,
    FirstFeasible,
    GapBelow,
    Objective,
    Observer,
    Problem,
    Room,
    Solution,
    Stop,
    Talk,
    Term,
    TimeLimit,
    Track,
    check,
    evaluate,
)
from kakehashi.planner.searching import Effort, Limits
from kakehashi.planner.searching.arranging import Arranger, Plan
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.reading import coarse
from kakehashi.planner.searching.running import Allowance, Run, offer


def test_a_run_that_found_nothing_says_nothing_of_how_good_a_timetable_can_be() -> None:
    # To stand late is worth something, so every timetable is better than 0, which the solver begins with.
    blocks = tuple(Block(f"block {n}", 4) for n in range(12))
    worth = FrozenMap({f"block {n}": -n for n in range(12)})
    tracks = tuple(Track(f"track {n}") for n in range(8))
    talks = tuple(Talk(f"talk {n}", f"track {n % 8}", slots=1 + n % 3, block_costs=worth) for n in range(60))
    about = Problem(blocks, (Room("hall"), Room("attic"), Room("lawn")), tracks, talks)
    objective = Objective.weighing({Term.TALK_BLOCKS: 1, Term.ROOMS_PER_TRACK: 1, Term.CONSECUTIVE_TRACKS: 1})
    best = Best.of(about, objective, lambda: 0.0, Observer())
    floor = best.bound
    run = Run(coarse(about, objective, 3), best, bounds=True)
    run.go(Limits(TimeLimit(60), Effort(1.0), workers=1, seed=0), Allowance(effort=1e-9, seconds=None))
    assert (best.solution, best.bound) == (None, floor)


# Ada speaks in both tracks: in the same slot if each track goes by the names of its talks.
CLASHING = problem(
    tea("cups", presenters=people("Ada")), tea("leaves"), cake("crumbs", presenters=people("Ada")), cake("icing")
)
AT_ONCE = Objective.weighing({Term.PRESENTERS_SLOT: 1})
MORNING = Plan(
    {("early", "tea"): ("hall",), ("early", "cake"): ("attic",)},
    {("early", "tea"): ("leaves", "cups"), ("early", "cake"): ("crumbs", "icing")},
)


def test_a_timetable_that_is_wanted_at_once_is_the_first_that_fits_and_with_time_a_good_one() -> None:
    arranger = Arranger(CLASHING, AT_ONCE)
    hurried, careful = arranger.arranged(MORNING, lambda: 0), arranger.arranged(MORNING, lambda: 60)
    assert hurried is not None
    assert careful is not None
    assert [check(CLASHING, each) for each in (hurried, careful)] == [(), ()]
    assert [AT_ONCE.value(evaluate(CLASHING, each)) for each in (hurried, careful)] == [1, 0]


def offered(stop: Stop, seconds_spent: float, known: Solution | None = None) -> list[float | None]:
    """In how many seconds a timetable is asked for when so many have been spent."""
    best = Best.of(CLASHING, AT_ONCE, lambda: seconds_spent, Observer())
    if known is not None:
        best.found(known)
    asked: list[float | None] = []

    def making(left: Callable[[], float | None]) -> Solution | None:
        asked.append(left())
        return Arranger(CLASHING, AT_ONCE).arranged(MORNING, left)

    offer(making, best, Limits(stop, None, workers=1, seed=0))
    assert best.solution is not None
    return asked


def test_the_first_timetable_is_had_as_soon_as_can_be_and_then_made_good_in_the_time_that_is_left() -> None:
    assert offered(TimeLimit(10), seconds_spent=4) == [0, 6]
    assert offered(TimeLimit(10), seconds_spent=11) == [0]
    assert offered(FirstFeasible(), seconds_spent=4) == [0]


def test_without_a_limit_a_timetable_is_made_as_good_as_can_be() -> None:
    known = laid(CLASHING, hall="cups leaves", attic="crumbs icing")
    assert offered(GapBelow(0), seconds_spent=4, known=known) == [None]
