"""What a timetable asks of institutions."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.timetable.building import in_a_row, of, posed, session, speaking, talk

from kakehashi.findings import Refused
from kakehashi.planner import burdens, means
from kakehashi.timetable import card
from kakehashi.timetable.hours import weight_between

LEAVES = {"leaves": session("Leaves")}
KAZAN = {"ada": of("kazan")}


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
    assert burdens(found.problem, in_a_row(found)) == {"kazan": 0}
    at_night = {"ada": of("kazan", zone="America/Lima")}
    found = posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=at_night)
    assert burdens(found.problem, in_a_row(found)) == {"kazan": 30 * 8}


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
    solution = in_a_row(found)
    assert {name: one.total for name, one in card(found, solution).items()} == {"kazan": 120, "lima": 120}
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
    assert means(found.problem, in_a_row(found)) == {"tokyo": 130}


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
    solution = in_a_row(found)
    assert card(found, solution)["lima"].total == 30 * 8


def test_more_listeners_than_can_be_counted_are_refused() -> None:
    posts = {name: {"title": {"en": "Dean"}, "institution": name} for name in ("lima", "kazan", "tokyo")}
    wishes = {"listeners": [{"institution": "lima", "weight": 1000}] * 300}
    with pytest.raises(Refused) as refused:
        people = {"ada": {"positions": posts}}
        posed(sessions=LEAVES, items={"green": talk(speakers=speaking("ada"))}, people=people, wishes=wishes)
    assert [(one.code, one.place) for one in refused.value.findings] == [
        ("plan.too-much-burden", ("institutions", "lima"))
    ]


def test_several_of_one_institution_in_one_item_are_borne_each() -> None:
    at_night = {"ada": of("kazan", zone="America/Lima"), "bob": of("kazan", zone="America/Lima"), "cy": of("kazan")}
    found = posed(
        sessions=LEAVES,
        items={"green": talk(speakers=[*speaking("ada"), *speaking("bob"), *speaking("cy")])},
        people=at_night,
        wishes={"nights": ["ada", "bob"]},
    )
    assert [(party.name, party.size) for party in found.problem.parties] == [("kazan", 3)]
    assert burdens(found.problem, in_a_row(found)) == {"kazan": 2 * 30 * 8}


def test_every_live_appearance_is_one_whether_it_moves_or_stays() -> None:
    sessions = LEAVES | {"opening": session("Opening", None, start="2021-09-29T10:00[Asia/Tokyo]")}
    posts = {house: {"title": {"en": "Dean"}, "institution": house} for house in ("lima", "kazan")}
    items = {
        "green": talk(speakers=[*speaking("ada"), *speaking("bob")]),
        "black": talk(speakers=speaking("bob"), delivery="recorded"),
        "welcome": talk("opening", speakers=speaking("bob")),
    }
    found = posed(sessions=sessions, items=items, people={"ada": {"positions": posts}, "bob": of("kazan")})
    assert found.bearing.appearing() == {"lima": 1, "kazan": 3}


def test_an_item_is_heard_as_one_of_its_own_symposium_or_else_of_its_sessions() -> None:
    wishes = {"listeners": [{"institution": "lima", "weight": 1, "symposium": "tea"}]}
    items = {
        "green": talk(symposium=None),
        "black": talk(),
        "layers": talk(symposium="cake"),
        "white": talk("cream", symposium="tea"),
        "crumbs": talk("cream", symposium=None),
        "lost": talk(None, symposium=None),
    }
    sessions = LEAVES | {"cream": session("Cream", "cake")}
    found = posed(sessions=sessions, items=items, wishes=wishes)
    heard = [item for item in items if found.bearing.bearers(item)]
    assert heard == ["green", "black", "white"]
