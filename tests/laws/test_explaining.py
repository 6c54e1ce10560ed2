"""Laws of what is told of a week's demands: nothing that a search heeds is without words, and the words are right."""

from hypothesis import given, reject, settings
from hypothesis import strategies as st
from tests.timetable.plannable import placings, plannable_weeks

from kakehashi.findings import Refused
from kakehashi.planner import Place, Solution, check, means
from kakehashi.planner.wishes import less, wishes_of
from kakehashi.timetable import Posed, pose
from kakehashi.timetable.alternatives import choices
from kakehashi.timetable.breaking import broken_demands
from kakehashi.timetable.comparing import Present
from kakehashi.timetable.conflicting import relaxation_fact
from kakehashi.timetable.demanding import Told, demand_facts
from kakehashi.week import Week
from kakehashi.week.anatomy import at
from kakehashi.words import words_of
from kakehashi.words.telling import UNKNOWN

ENGLISH = words_of("en")


def posed_of(week: Week) -> Posed:
    """A week as a problem; weeks that cannot be planned are passed over."""
    try:
        return pose(week)
    except Refused:
        reject()


@given(plannable_weeks())
def test_every_slot_that_is_barred_has_a_cause_that_can_be_named(week: Week) -> None:
    posed = posed_of(week)
    told = Told(posed)
    for talk in posed.problem.talks:
        for block, slots in talk.barred_slots.items():
            causes = list(told.causes(talk.name, block))
            assert frozenset().union(*(cause.slots for cause in causes)) == slots
            assert all(cause.code != "conflict.barred" for cause in causes)


@given(plannable_weeks())
def test_every_wish_can_be_told_and_given_up_in_words_at_a_place_of_the_week(week: Week) -> None:
    posed = posed_of(week)
    for wish in wishes_of(posed.problem):
        facts = [
            *demand_facts(posed, wish),
            *(relaxation_fact(posed, one) for one in (wish, *less(posed.problem, wish))),
        ]
        assert len(facts) > 1
        for fact in facts:
            assert UNKNOWN not in ENGLISH.tell(fact), fact
            assert ENGLISH.tell(fact) != fact.code
            at(week, fact.place)


@settings(max_examples=40)
@given(plannable_weeks(), st.data())
def test_another_place_costs_what_the_timetable_with_it_is_reckoned_at(week: Week, data: st.DataObject) -> None:
    posed = posed_of(week)
    solution = data.draw(placings(posed))
    if solution is None:
        reject()
    places = {talk.name: solution.place(talk.name) for talk in posed.problem.talks}
    present = Present(posed, places)
    before = means(posed.problem, present.solution)
    talk = data.draw(st.sampled_from(sorted(places)))
    for choice in choices(posed, present, talk):
        moved = {one.item: one for one in (choice.place, *choice.moved)}
        there = {
            name: place
            if name not in moved
            else place._replace(
                block=moved[name].block,
                room=moved[name].room,
                first=posed.grid.first_slot(moved[name].block, moved[name].start),
            )
            for name, place in places.items()
        }
        other = Present(posed, there)
        after = means(posed.problem, other.solution)
        assert dict(choice.means) == {name: mean - before[name] for name, mean in after.items() if mean != before[name]}
        assert bool(choice.forbidden) == any(one not in present.violations for one in other.violations)


@settings(max_examples=40)
@given(plannable_weeks(), st.data())
def test_whatever_a_timetable_breaks_is_told_in_the_words_of_the_week(week: Week, data: st.DataObject) -> None:
    posed = posed_of(week)
    blocks, rooms = posed.grid.blocks, tuple(week.rooms)
    places = {}
    for talk in posed.problem.talks:
        block = data.draw(st.sampled_from(blocks))
        first = data.draw(st.integers(0, max(posed.grid.slots[block] - talk.slots, 0)))
        places[talk.name] = (block, data.draw(st.sampled_from(rooms)), first)
    solution = Solution.of(posed.problem, {name: Place(*place) for name, place in places.items()})
    violations = check(posed.problem, solution)
    facts = broken_demands(posed, violations)
    assert bool(facts) == bool(violations)
    for fact in facts:
        assert UNKNOWN not in ENGLISH.tell(fact), fact
