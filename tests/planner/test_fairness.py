"""What a timetable is compared with: the least mean of each party alone, and the least burden of all together."""

from hypothesis import HealthCheck, given, settings
from tests.planner.drawing import weekly
from tests.planner.exhausting import timetables

from kakehashi.planner import AnyOf, Compared, Level, Problem, Solution, TimeLimit, burdens, check, compared, means

PATIENT = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
ENDLESS = AnyOf(())


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
