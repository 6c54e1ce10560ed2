"""What a document is made of, found from its types and never from a list of fields."""

from typing import Any

import pytest
from tests.week.building import institution, item, person, week
from tests.week.filling import full_week

from kakehashi.week import Week
from kakehashi.week.anatomy import Entries, Leaf, Many, Matter, Within, at, fields_of, leaves
from kakehashi.week.items import Item, Speaker
from kakehashi.week.people import Person


def told(given: Week, *matters: Matter) -> list[tuple[str, Any]]:
    return [("/".join(map(str, found.place)), found.value) for found in leaves(given, *matters)]


def test_texts_are_found_in_parts_lists_and_maps_in_the_documents_order() -> None:
    given = week(
        people={"ada": person(positions={"dean": {"title": {"en": "Dean"}}})},
        items={"talk": item(None, notes=[{"kind": "remark", "text": {"en": "Note"}}])},
    )
    assert told(given, Matter.TEXT) == [
        ("title", {"en": "Tea week"}),
        ("people/ada/positions/dean/title", {"en": "Dean"}),
        ("items/talk/notes/0/text", {"en": "Note"}),
        ("items/talk/title", {"en": "A talk"}),
    ]


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        (Matter.LANGUAGE, [("languages/0", "en"), ("people/ada/names/en", "en"), ("items/talk/languages/0", "ja")]),
        (Matter.MEDIA, [("people/ada/photograph", "ada.jpg")]),
        (Matter.ADDRESS, [("address", "https://example.org/tea-week/"), ("people/ada/web", "https://example.org/ada")]),
        (Matter.MAIL, [("contacts/0/mail", "office@example.org")]),
        (Matter.WORDS, [("contacts/0/telephone", "+81 76"), ("people/ada/names/en/whole", "Ada")]),
    ],
)
def test_each_matter_is_found_where_it_is(matter: Matter, expected: list[tuple[str, str]]) -> None:
    given = week(
        contacts=[{"name": {"en": "Office"}, "mail": "office@example.org", "telephone": "+81 76"}],
        people={"ada": person(web="https://example.org/ada", photograph="ada.jpg")},
        items={"talk": item(None, languages=["ja"])},
    )
    assert told(given, matter) == expected


def test_a_leaf_knows_the_part_and_the_field_in_which_it_stands() -> None:
    given = week(institutions={"home": institution(city={"en": "Kanazawa"})})
    found = [(one.part, one.field) for one in leaves(given, Matter.TEXT)]
    assert found == [("Week", "title"), ("Institution", "name"), ("Institution", "city")]


def test_what_is_absent_or_empty_is_not_found() -> None:
    assert told(week(items={"talk": item(None, title={})}), Matter.TEXT, Matter.REFERENCE) == [
        ("title", {"en": "Tea week"})
    ]


def test_a_place_can_be_begun_elsewhere() -> None:
    talk = week(items={"talk": item("opening")}).items["talk"]
    (found,) = leaves(talk, Matter.REFERENCE, place=("items", "talk"))
    assert found.place == ("items", "talk", "session")


def test_nothing_is_found_of_no_matter() -> None:
    assert leaves(full_week()) == []


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((), "week"),
        (("slug",), "tea-week"),
        (("days", 1), "2021-09-30"),
        (("items", "talk", "speakers", 0, "person"), "ada"),
        (("title", "en"), "Tea week"),
    ],
)
def test_at_a_place_stands_what_is_there(place: tuple[str | int, ...], expected: str) -> None:
    given = week(items={"talk": item(None, speakers=[{"person": "ada"}])})
    assert str(at(given, place)) == (str(given) if expected == "week" else expected)


@pytest.mark.parametrize(
    "place",
    [
        ("colour",),
        ("items", "unknown"),
        ("days", 2),
        ("slug", "en"),
        ("title", "ja"),
        ("days", "first"),
        ("model_fields",),
    ],
)
def test_at_a_place_that_cannot_be_nothing_stands(place: tuple[str | int, ...]) -> None:
    with pytest.raises((LookupError, TypeError)):
        at(week(), place)


def test_shapes_are_read_off_the_types() -> None:
    shapes = {field.name: field.shape for field in fields_of(Item)}
    assert shapes["session"] == Leaf(Matter.REFERENCE, ("sessions",))
    assert shapes["speakers"] == Many(Within(Speaker))
    assert shapes["languages"] == Many(Leaf(Matter.LANGUAGE))
    assert "minutes" not in shapes and "kind" not in shapes
    names = next(field for field in fields_of(Person) if field.name == "names")
    assert isinstance(names.shape, Entries) and names.shape.key == Leaf(Matter.LANGUAGE)


def test_a_field_knows_whether_it_may_be_empty_and_what_it_is_then() -> None:
    fields = {field.name: field for field in fields_of(Speaker)}
    assert (fields["person"].required, fields["person"].empty) == (True, None)
    assert (fields["in_place_of"].required, fields["in_place_of"].empty) == (False, None)
    assert (fields["notes"].required, fields["notes"].empty) == (False, ())
