"""In what order a search of one objective asks its models, seen by what it knows after little effort."""

from random import Random

import pytest

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, FirstFeasible, Objective, Problem, Room, Talk, Term, TimeLimit, Track, check, solve
from kakehashi.planner.objective import OURS
from kakehashi.planner.searching import rounds

EVERYTHING = Objective.weighing({term: 1 + number % 4 for number, term in enumerate(sorted(set(Term) - OURS))})


def small() -> Problem:
    """Sixteen talks of six tracks in nine cells, of which each has something to mind."""
    draw = Random(2)
    blocks = tuple(Block(name, 2 + number % 2) for number, name in enumerate(("early", "noon", "late")))
    rooms = tuple(map(Room, ("hall", "attic", "lawn")))
    tracks = tuple(
        Track(
            f"track {number}",
            frozenset({f"chair {number % 3}"}),
            FrozenMap({block.name: draw.choice((0, 0, 3, 7)) for block in blocks}),
            FrozenMap({room.name: draw.choice((0, 2, 5)) for room in rooms}),
        )
        for number in range(6)
    )
    talks = tuple(
        Talk(
            f"talk {number}",
            f"track {number % 6}",
            order=draw.choice((0, 1, 2, 3)),
            presenters=frozenset({f"person {draw.randrange(6)}"}),
            attendees=frozenset({f"person {draw.randrange(6)}"}),
            block_costs=FrozenMap({block.name: draw.choice((0, 0, 4)) for block in blocks}),
        )
        for number in range(16)
    )
    return Problem(blocks, rooms, tracks, talks, similar={("track 0", "track 1"): 5, ("track 2", "track 3"): 5})


def ordered() -> Problem:
    """A conference of six tracks whose talks all have their place."""
    tracks = tuple(Track(f"track {number}") for number in range(6))
    talks = tuple(
        Talk(f"talk {place} of {track.name}", track.name, slots=1 + place % 2, order=place + 1)
        for track in tracks
        for place in range(10)
    )
    blocks = tuple(Block(name, 5) for name in ("early", "noon", "late"))
    return Problem(blocks, tuple(Room(f"room {number}") for number in range(8)), tracks, talks)


def test_of_a_small_problem_it_is_soon_known_how_good_a_timetable_can_be() -> None:
    """The model down to the slot alone, which knows every term, takes far longer to say anything of it."""
    result = solve(small(), TimeLimit(600), objective=EVERYTHING, effort=2.0)
    assert result.value is not None
    assert result.bound >= 0.75 * result.value


def test_where_talks_have_an_order_the_first_timetable_does_not_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the model of cells was asked")

    monkeypatch.setattr(rounds, "coarse", never)
    result = solve(ordered(), FirstFeasible(), objective=Objective.weighing({Term.TALK_ORDER: 1}), effort=2.0)
    assert result.solution is not None
    assert check(ordered(), result.solution) == ()
