"""Laws of the way from a week to a problem and back."""

from collections import defaultdict
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, reject, settings
from hypothesis import strategies as st
from tests.strategies import weeks
from tests.timetable.plannable import placings, plannable_weeks

from kakehashi.findings import Refused
from kakehashi.folder import dump, edit, load
from kakehashi.planner import Solution, burdens
from kakehashi.timetable import Posed, applied, card, pose
from kakehashi.week import Week, timetable
from kakehashi.week.items import Item
from kakehashi.words.zones import rules


def planned(week: Week, data: st.DataObject) -> tuple[Posed, Solution]:
    """A week as a problem, and a timetable of it. Weeks that cannot be planned are passed over."""
    try:
        posed = pose(week)
    except Refused:
        reject()
    solution = data.draw(placings(posed))
    if solution is None:
        reject()
    return posed, solution


@settings(max_examples=60)
@given(weeks(), st.booleans())
def test_any_week_is_posed_or_refused_with_reasons(week: Week, keep: bool) -> None:
    try:
        posed = pose(week, keep=keep)
    except Refused as refused:
        assert refused.findings
    else:
        assert posed.problem.talks


@given(plannable_weeks(), st.data())
def test_a_plan_read_back_gives_exactly_the_starts_that_were_planned(week: Week, data: st.DataObject) -> None:
    posed, solution = planned(week, data)
    before, after = timetable(week), timetable(applied(week, posed.read(solution)))
    for talk in posed.problem.talks:
        place = solution.place(talk.name)
        placed = after.by_item[talk.name]
        assert (placed.start, placed.room) == (posed.begins(solution, talk.name), place.room)
    moved = {item for items in posed.names.talks.values() for item in items}
    for item, placed in before.by_item.items():
        assert item in moved or after.by_item[item] == placed


@given(plannable_weeks(), st.data())
def test_a_plan_that_is_read_again_changes_nothing(week: Week, data: st.DataObject) -> None:
    posed, solution = planned(week, data)
    after = pose(applied(week, posed.read(solution)))
    stands = {talk.name: talk.former for talk in after.problem.talks}
    assert stands == {talk.name: solution.place(talk.name) for talk in posed.problem.talks}
    assert after.read(Solution.of(after.problem, {name: place for name, place in stands.items() if place})) == {}


@settings(max_examples=25)
@given(plannable_weeks(), st.data())
def test_what_a_plan_changes_can_be_written_into_the_folder(week: Week, data: st.DataObject) -> None:
    posed, solution = planned(week, data)
    changes = posed.read(solution)
    with TemporaryDirectory() as path:
        dump(week, Path(path))
        edit(Path(path), changes)
        assert load(Path(path)).week == applied(week, changes)


WEIGHT_BY_HOUR = [8] * 6 + [3, 1] + [0] * 10 + [1, 2, 3, 4, 5, 8]


@given(plannable_weeks(), st.data())
def test_burdens_are_those_counted_minute_by_minute_in_the_planned_week(week: Week, data: st.DataObject) -> None:
    posed, solution = planned(week, data)
    counted = recounted(applied(week, posed.read(solution)))
    burden = burdens(posed.problem, solution)
    assert {slug: Fraction(parts, posed.scale) for slug, parts in burden.items() if parts} == {
        slug: whole for slug, whole in counted.items() if whole
    }
    totals = {slug: one.total for slug, one in card(posed, solution).items()}
    assert totals == {slug: -(-parts // posed.scale) for slug, parts in burden.items()}


def recounted(week: Week) -> dict[str, Fraction]:
    """What each institution bears in a week, found without the code under test."""
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    for placed in timetable(week).placements:
        item = week.items[placed.item]
        if item.status == "cancelled":
            continue
        minutes = [placed.start + timedelta(minutes=number) for number in range(item.minutes)]
        for share, house, zone in shares(week, item):
            found[house] += share * sum(WEIGHT_BY_HOUR[at.astimezone(rules(zone)).hour] for at in minutes)
    return found


def shares(week: Week, item: Item) -> list[tuple[Fraction, str, str]]:
    """Who bears a minute of an item, by which share and which clock."""
    found = []
    if item.kind != "break":
        for wish in week.wishes.listeners:
            found.append((Fraction(wish.weight), wish.institution, week.institutions[wish.institution].zone))
    read = item.delivery == "read-out" and any(one.role == "reader" for one in item.speakers)
    there = {
        one.person: None
        for one in item.speakers
        if one.role != "co-author" and item.delivery != "recorded" and not (read and one.role == "speaker")
    }
    for person in there:
        one = week.people[person]
        held = dict.fromkeys(position.institution for position in one.positions.values() if position.institution)
        houses = [house for house in held if house in item.institutions] or list(held)
        if not houses:
            own = [house for house in item.institutions if week.institutions[house].zone == one.zone]
            houses = own or list(item.institutions)
        for house in houses:
            found.append((Fraction(1, len(houses)), str(house), one.zone or week.institutions[str(house)].zone))
    return found
