"""What the parts of a week are called where several have one name."""

from typing import Any

from tests.week.building import institution, week

from kakehashi.week.naming import called


def halls(**rooms: dict[str, Any]) -> list[Any]:
    """What rooms are called that are all named Hall."""
    houses = {"tea": institution("Tea university") | {"short": {"en": "TU", "ja": "茶大"}}, "leaf": institution("Leaf")}
    named = {slug: {"name": {"en": "Hall", "ja": "ホール"}} | room for slug, room in rooms.items()}
    given = week(institutions=houses, rooms=named | {"attic": {"name": {"en": "Attic"}, "kind": "place"}})
    assert called(given, "rooms", "attic") == {"en": "Attic"}
    return [called(given, "rooms", slug) for slug in rooms]


def test_a_room_whose_name_no_other_has_is_called_by_it_alone() -> None:
    assert halls(one={"institution": "tea"}) == [{"en": "Hall", "ja": "ホール"}]


def test_halls_of_two_houses_are_told_apart_by_the_house() -> None:
    assert halls(one={"institution": "tea"}, two={"institution": "leaf"}) == [
        {"en": "Hall (TU)", "ja": "ホール（茶大）"},
        {"en": "Hall (Leaf)", "ja": "ホール（Leaf）"},
    ]


def test_a_hall_and_its_stream_are_told_apart_by_how_one_attends() -> None:
    assert halls(one={"kind": "place"}, two={"kind": "stream"}) == [
        {"en": "Hall (on site)", "ja": "ホール（現地）"},
        {"en": "Hall (online)", "ja": "ホール（オンライン）"},
    ]


def test_halls_that_differ_in_nothing_else_are_told_apart_by_their_slugs() -> None:
    assert [room["en"] for room in halls(one={}, two={})] == ["Hall (one)", "Hall (two)"]
