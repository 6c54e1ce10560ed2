"""Who has to be there, and for whom."""

from typing import Any

import pytest
from tests.week.building import institution, item, person, week

from kakehashi.week.appearing import Appearance, appearances_in

HOUSES = {
    "tokyo": institution("Tokyo"),
    "kazan": institution("Kazan", "Europe/Moscow"),
    "lima": institution("Lima", "America/Lima"),
}


def held(house: str, **keys: Any) -> dict[str, Any]:
    return {"title": {"en": "Dean"}, "institution": house} | keys


def appearing(positions: dict[str, Any], zone: str | None = None, **keys: Any) -> tuple[Appearance, ...]:
    """Who has to be there in an item with Ada, who holds these positions."""
    given = week(
        institutions=HOUSES,
        people={"ada": person(positions=positions, zone=zone), "bob": person("Bob")},
        items={"talk": item(None, **({"speakers": [{"person": "ada"}]} | keys))},
    )
    return appearances_in(given, given.items["talk"])


def houses(positions: dict[str, Any], zone: str | None = None, **keys: Any) -> tuple[str, ...]:
    (one,) = appearing(positions, zone, **keys)
    return one.houses


BOTH = {"dean": held("kazan"), "guest": held("lima")}


def test_who_speaks_in_a_position_speaks_for_its_institution() -> None:
    assert houses(BOTH, speakers=[{"person": "ada", "position": "guest"}]) == ("lima",)


def test_else_for_every_institution_at_which_a_position_is_held_in_the_week() -> None:
    former = held("tokyo", until="2021-09-28")
    assert houses(BOTH | {"former": former}) == ("kazan", "lima")
    assert houses(BOTH | {"again": held("kazan")}) == ("kazan", "lima")
    # The week is on 29 and 30 September.
    last, first = held("tokyo", begins="2021-09-30"), held("tokyo", until="2021-09-29")
    assert houses(BOTH | {"new": last}) == houses(BOTH | {"old": first}) == ("kazan", "lima", "tokyo")
    assert houses(BOTH | {"next": held("tokyo", begins="2021-10-01")}) == ("kazan", "lima")


def test_of_these_only_for_those_that_the_item_names() -> None:
    assert houses(BOTH, institutions=["lima", "tokyo"]) == ("lima",)
    assert houses(BOTH, institutions=["tokyo"]) == ("kazan", "lima")


def test_who_has_no_position_speaks_for_those_of_the_item_on_the_own_clock_if_there_are_any() -> None:
    assert houses({}, institutions=["tokyo", "kazan"]) == ("tokyo", "kazan")
    assert houses({}, "Europe/Moscow", institutions=["tokyo", "kazan"]) == ("kazan",)
    assert houses({}, "Asia/Kathmandu", institutions=["tokyo", "kazan"]) == ("tokyo", "kazan")


def test_the_clock_is_the_persons_own_or_that_of_each_institution() -> None:
    assert appearing(BOTH) == (Appearance("ada", ("kazan", "lima"), ("Europe/Moscow", "America/Lima")),)
    assert appearing(BOTH, "Asia/Tokyo") == (Appearance("ada", ("kazan", "lima"), ("Asia/Tokyo",) * 2, "Asia/Tokyo"),)
    assert appearing({}) == (Appearance("ada", (), ()),)


def test_a_person_sleeps_by_the_own_clock_else_by_that_of_the_first_institution() -> None:
    found = [appearing(BOTH, "Asia/Tokyo"), appearing(BOTH), appearing({}, "Asia/Tokyo"), appearing({})]
    assert [one.clock for (one,) in found] == ["Asia/Tokyo", "Europe/Moscow", "Asia/Tokyo", None]


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ({"status": "postponed"}, []),
        ({"delivery": "recorded"}, []),
        ({"delivery": "read-out"}, ["ada"]),
        ({"delivery": "read-out", "speakers": [{"person": "ada"}, {"person": "bob", "role": "reader"}]}, ["bob"]),
        ({"speakers": [{"person": "ada"}, {"person": "ada", "role": "chair"}]}, ["ada"]),
        ({"speakers": [{"person": "ada", "role": "supervisor"}, {"person": "bob", "role": "host"}]}, ["bob"]),
    ],
)
def test_who_need_not_be_there_does_not_appear(keys: dict[str, Any], there: list[str]) -> None:
    assert [one.person for one in appearing({}, **keys)] == there


def test_somebody_whom_the_week_does_not_know_appears_for_those_that_the_item_names() -> None:
    stranger = {"speakers": [{"person": "zoe"}]}
    assert appearing({}, **stranger) == (Appearance("zoe", (), ()),)
    assert appearing({}, speakers=[{"person": "zoe", "position": "dean"}]) == (Appearance("zoe", (), ()),)
    assert appearing({}, **stranger, institutions=["kazan"]) == (Appearance("zoe", ("kazan",), ("Europe/Moscow",)),)
