"""The fairness card, and the record of a plan that stands in the week."""

import pytest
from tests.timetable.building import at, in_a_row, of, posed, session, speaking, talk, week

from kakehashi.planner import Level, Result, Status
from kakehashi.timetable import Posed, applied, card, planning_of, pose
from kakehashi.week import Visibility, timetable, timetable_digest
from kakehashi.week.part import NoteKind
from kakehashi.week.planning import PlanLevel, PlanStatus

LEAVES = {"leaves": session("Leaves")}
KAZAN = {"ada": of("kazan")}
BOTH = {house: {"title": {"en": "Dean"}, "institution": house} for house in ("lima", "kazan")}


def solved(found: Posed, status: Status = Status.FEASIBLE, levels: tuple[Level, ...] = ()) -> Result:
    """A result with every talk in the hall in the afternoon, one behind the other."""
    return Result(in_a_row(found), status, 5, 3, {}, (), 7, 1.0, levels)


def test_the_card_tells_each_appearance_on_its_own_clock_with_the_best_and_the_worst() -> None:
    people = {"ada": of("tokyo"), "bob": of("lima")}
    items = {
        "green": talk(speakers=speaking("ada"), minutes=60),
        "black": talk(speakers=[*speaking("ada"), *speaking("bob")]),
    }
    blocks = {"afternoon": {"start": "2021-09-29T17:00[Asia/Tokyo]", "slots": 4, "slot_minutes": 30}}
    found = posed(blocks=blocks, sessions=LEAVES, items=items, people=people, wishes={"nights": ["bob"]})
    cards = card(found, at(found, black=("afternoon", "hall", 0), green=("afternoon", "hall", 1)))
    hours = [(one.item, one.person, one.start.isoformat(), one.minutes, one.burden) for one in cards["tokyo"].hours]
    assert hours == [
        ("black", "ada", "2021-09-29T17:00:00+09:00", 30, 0),
        ("green", "ada", "2021-09-29T17:30:00+09:00", 60, 30),
    ]
    assert {type(one.minutes) for one in cards["tokyo"].hours} == {int}
    assert (cards["tokyo"].best, cards["tokyo"].worst) == cards["tokyo"].hours
    assert (cards["tokyo"].total, cards["tokyo"].mean, cards["lima"].total) == (30, 15, 240)
    assert str(cards["lima"].hours[0].start) == "2021-09-29 03:00:00-05:00"


def test_the_record_of_a_plan_speaks_of_the_week_that_it_makes() -> None:
    before = {"status": "optimal", "objective": 0, "timetable": "0" * 64, "visibility": "members"}
    given = week(
        sessions=LEAVES,
        items={"green": talk(speakers=speaking("ada"))},
        people={"ada": of("lima")},
        wishes={"nights": ["ada"]},
        planning=before,
    )
    found = pose(given)
    record = planning_of(found, solved(found), {"lima": 200}, 160)
    changed = applied(given, found.read(in_a_row(found)))
    assert record.timetable == timetable_digest(timetable(changed))
    burden = record.burdens["lima"]
    assert (burden.total, burden.mean, burden.alone, burden.appearances) == (240, 240, 200, 1)
    assert (record.total, record.least_total, record.price_of_fairness) == (240, 160, 0.5)
    assert (record.objective, record.bound, record.gap, record.seed) == (5, 3, 0.4, 7)
    assert record.visibility is Visibility.MEMBERS


def test_where_nobody_would_have_to_bear_anything_fairness_has_no_price() -> None:
    found = posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=KAZAN)
    assert planning_of(found, solved(found), {}, 0).price_of_fairness == 0.0
    at_night = posed(
        sessions=LEAVES,
        items={"green": talk(speakers=speaking("ada"))},
        people={"ada": of("lima")},
        wishes={"nights": ["ada"]},
    )
    assert planning_of(at_night, solved(at_night), {}, 0).price_of_fairness is None


def test_a_search_without_a_timetable_leaves_no_record() -> None:
    found = posed(sessions=LEAVES, items={"green": talk()})
    with pytest.raises(ValueError, match="without a timetable"):
        planning_of(found, Result(None, Status.INFEASIBLE, None, 0, {}, (), 0, 1.0), {}, None)


def test_a_burden_that_is_shared_is_rounded_up_to_whole_minutes() -> None:
    blocks = {"afternoon": {"start": "2021-09-30T00:30[Asia/Tokyo]", "slots": 4, "slot_minutes": 5}}
    items = {"green": talk(minutes=5, speakers=speaking("ada"))}
    people = {"ada": {"positions": BOTH}}
    found = posed(blocks=blocks, sessions=LEAVES, items=items, people=people)
    # 0:30 in Tokyo is 18:30 in Moscow, where a minute weighs 1: half of 5 minutes.
    kazan = card(found, in_a_row(found))["kazan"]
    assert (repr(kazan.total), kazan.mean, [hour.burden for hour in kazan.hours]) == ("3", 5, [5])
    record = planning_of(found, solved(found), {}, None)
    assert (record.burdens["kazan"].total, record.total) == (3, 3)


def test_who_only_listens_has_a_card_without_hours() -> None:
    wishes = {"listeners": [{"institution": "lima", "weight": 2}], "nights": ["ada"]}
    items = {"green": talk(speakers=speaking("ada")), "bow": talk(minutes=0, speakers=speaking("bob"))}
    people = KAZAN | {"bob": of("tokyo")}
    found = posed(sessions=LEAVES, items=items, people=people, wishes=wishes)
    cards = card(found, in_a_row(found))
    assert [(one.institution, len(one.hours), one.total, one.mean) for one in cards.values()] == [
        ("kazan", 1, 0, 0),
        ("lima", 0, 480, 240),
    ]
    assert (cards["lima"].best, cards["lima"].worst) == (None, None)
    burdens = planning_of(found, solved(found), {"kazan": 0}, None).burdens
    assert [(name, one.alone, one.appearances) for name, one in burdens.items()] == [("kazan", 0, 1), ("lima", None, 0)]


def test_of_several_appearances_that_weigh_the_same_the_first_is_told() -> None:
    items = {name: talk(speakers=speaking("ada")) for name in ("green", "black", "white")}
    found = posed(sessions=LEAVES, items=items, people=KAZAN)
    (one,) = card(found, in_a_row(found)).values()
    assert one.best == one.worst == one.hours[0]


def test_what_takes_no_time_is_no_appearance() -> None:
    sessions = LEAVES | {"opening": session("Opening", None, start="2021-09-29T10:00[Asia/Tokyo]")}
    items = {
        "green": talk(speakers=speaking("ada")),
        "bow": talk("opening", order=1, minutes=0, speakers=speaking("ada")),
        "welcome": talk("opening", order=2, speakers=speaking("ada")),
    }
    found = posed(sessions=sessions, items=items, people={"ada": of("tokyo")})
    (one,) = card(found, in_a_row(found)).values()
    assert [hour.item for hour in one.hours] == ["welcome", "green"]


@pytest.mark.parametrize(
    ("status", "recorded"), [(Status.OPTIMAL, PlanStatus.OPTIMAL), (Status.FEASIBLE, PlanStatus.FEASIBLE)]
)
def test_the_record_says_what_is_proven(status: Status, recorded: PlanStatus) -> None:
    found = posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=KAZAN)
    record = planning_of(found, solved(found, status, (Level(5, 3), Level(-2, -7))), {}, None)
    assert (record.status, record.levels) == (recorded, (PlanLevel(value=5, bound=3), PlanLevel(value=-2, bound=-7)))
    assert (record.least_total, record.price_of_fairness, record.visibility) == (None, None, Visibility.STAFF)


def test_what_was_noted_of_the_record_is_noted_of_the_next() -> None:
    note = {"kind": "provisional", "about": "seed"}
    before = {"status": "optimal", "objective": 0, "timetable": "0" * 64, "notes": [note]}
    found = pose(week(sessions=LEAVES, items={"green": talk()}, planning=before))
    assert [(one.kind, one.about) for one in planning_of(found, solved(found), {}, None).notes] == [
        (NoteKind.PROVISIONAL, "seed")
    ]
