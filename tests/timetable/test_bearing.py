"""What a timetable asks of institutions, and the card that tells of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.timetable.building import at, of, posed, session, speaking, talk, week

from kakehashi.findings import Refused
from kakehashi.planner import Result, Status, burdens, means
from kakehashi.timetable import Posed, applied, card, planning_of, pose
from kakehashi.timetable.hours import weight_between
from kakehashi.week import Visibility, timetable, timetable_digest

LEAVES = {"leaves": session("Leaves")}
KAZAN = {"ada": of("kazan")}


def solved(found: Posed, first: int = 0) -> Result:
    """A result with every talk in the hall in the afternoon, one behind the other."""
    places, slot = {}, first
    for one in found.problem.talks:
        places[one.name] = ("afternoon", "hall", slot)
        slot += one.slots
    return Result(at(found, **places), Status.FEASIBLE, 5, 3, {}, (), 7, 1.0)


def at_hour(hour: int, zone: str = "UTC") -> int:
    start = datetime(2021, 9, 29, hour, tzinfo=UTC)
    return weight_between(zone, start, start + timedelta(minutes=1))


def test_minutes_weigh_nothing_by_day_more_by_evening_and_most_by_night() -> None:
    assert [at_hour(hour) for hour in range(24)] == [8, 8, 8, 8, 8, 8, 3, 1, *[0] * 10, 1, 2, 3, 4, 5, 8]


def test_a_clock_that_is_put_back_in_between_is_followed() -> None:
    # On 31 October 2021 the clocks of Berlin went back from 3:00 to 2:00 at 1:00 UTC.
    start = datetime(2021, 10, 31, 4, 30, tzinfo=UTC)
    assert weight_between("Europe/Berlin", start, start + timedelta(hours=1)) == 30 * 8 + 30 * 3


def test_a_speaker_is_borne_by_the_institution_by_the_speakers_own_clock() -> None:
    found = posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=KAZAN)
    # 15:00 in Tokyo is 9:00 in Moscow, where nothing weighs; in Lima it is 1:00.
    assert burdens(found.problem, solved(found).solution) == {"kazan": 0}  # type: ignore[arg-type]
    at_night = {"ada": of("kazan", zone="America/Lima")}
    found = posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=at_night)
    assert burdens(found.problem, solved(found).solution) == {"kazan": 30 * 8}  # type: ignore[arg-type]


@pytest.mark.parametrize("keys", [{"delivery": "recorded"}, {"status": "cancelled"}, {"speakers": []}])
def test_what_nobody_has_to_be_there_for_burdens_nobody(keys: dict[str, Any]) -> None:
    items = {"green": talk(speakers=speaking("ada")) | keys, "black": talk(speakers=speaking("bob"))}
    people = {"ada": of("lima"), "bob": of("tokyo")}
    assert [party.name for party in posed(sessions=LEAVES, items=items, people=people).problem.parties] == ["tokyo"]


def test_who_speaks_for_two_institutions_is_borne_by_halves() -> None:
    posts = {house: {"title": {"en": "Dean"}, "institution": house} for house in ("lima", "kazan")}
    people = {"ada": {"positions": posts, "zone": "America/Lima"}}
    found = posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=people)
    assert (found.scale, [party.size for party in found.problem.parties]) == (2, [1, 1])
    result = solved(found)
    assert {name: one.total for name, one in card(found, result.solution).items()} == {"kazan": 120, "lima": 120}  # type: ignore[arg-type]
    one_post = posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada", position="lima"))}, people=people)
    assert [party.name for party in one_post.problem.parties] == ["lima"]


def test_a_student_without_a_position_is_borne_by_the_institution_of_the_item() -> None:
    items = {"green": talk(speakers=speaking("ada"), institutions=["lima"])}
    assert [party.name for party in posed(sessions=LEAVES, items=items, people={"ada": {}}).problem.parties] == ["lima"]


def test_what_stays_is_borne_too_if_it_takes_time() -> None:
    sessions = LEAVES | {"opening": session("Opening", None, start="2021-09-29T22:30[Asia/Tokyo]")}
    items = {
        "green": talk(speakers=speaking("ada")),
        "welcome": talk("opening", order=1, speakers=speaking("ada")),
        "thanks": talk("opening", order=2, speakers=speaking("ada")),
        "bow": talk("opening", order=3, minutes=0, speakers=speaking("ada")),
    }
    found = posed(sessions=sessions, items=items, people={"ada": of("tokyo")})
    (party,) = found.problem.parties
    assert (party.borne, party.size) == (30 * 5 + 30 * 8, 3)
    assert means(found.problem, solved(found).solution) == {"tokyo": 130}  # type: ignore[arg-type]


def test_listeners_weigh_as_many_and_hear_recordings_but_no_breaks() -> None:
    wishes = {"listeners": [{"institution": "lima", "weight": 3, "symposium": "tea"}]}
    items = {
        "green": talk(delivery="recorded"),
        "pause": talk(kind="break"),
        "off": talk(status="cancelled"),
        "layers": talk("cream", symposium="cake"),
    }
    sessions = LEAVES | {"cream": session("Cream", "cake")}
    (party,) = posed(sessions=sessions, items=items, wishes=wishes).problem.parties
    assert (party.size, set(party.strains)) == (3, {"green"})
    assert party.strains["green"]["afternoon"] == (3 * 30 * 8,) * 4


def test_listeners_beside_speakers_that_are_shared_count_whole() -> None:
    posts = {house: {"title": {"en": "Dean"}, "institution": house} for house in ("tokyo", "kazan")}
    wishes = {"listeners": [{"institution": "lima", "weight": 1}], "nights": ["ada"]}
    items = {"green": talk(speakers=speaking("ada"))}
    found = posed(sessions=LEAVES, items=items, people={"ada": {"positions": posts}}, wishes=wishes)
    assert {party.name: party.size for party in found.problem.parties} == {"tokyo": 1, "kazan": 1, "lima": 2}
    result = solved(found)
    assert card(found, result.solution)["lima"].total == 30 * 8  # type: ignore[arg-type]


def test_more_listeners_than_can_be_counted_are_refused() -> None:
    posts = {name: {"title": {"en": "Dean"}, "institution": name} for name in ("lima", "kazan", "tokyo")}
    wishes = {"listeners": [{"institution": "lima", "weight": 1000}] * 300}
    with pytest.raises(Refused) as refused:
        people = {"ada": {"positions": posts}}
        posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=people, wishes=wishes)
    assert [(one.code, one.place) for one in refused.value.findings] == [
        ("plan.too-much-burden", ("institutions", "lima"))
    ]


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
    result = solved(found)
    record = planning_of(found, result, {"lima": 200}, 160)
    assert result.solution is not None
    changed = applied(given, found.read(result.solution))
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
