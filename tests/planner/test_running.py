"""What one run of the solver may tell of all timetables."""

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Objective, Observer, Problem, Room, Talk, Term, TimeLimit, Track
from kakehashi.planner.searching import Effort, Limits
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.reading import coarse
from kakehashi.planner.searching.running import Allowance, Run


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
