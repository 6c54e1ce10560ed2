"""By what a list can be narrowed down: only values that occur, and nothing that closed items would tell."""

from typing import Any

from tests.site.reading import PARTS, a_site, reader
from tests.week.building import item, session

from kakehashi.site.shown.filters import filters, marks, sitting_marks

PARTED: dict[str, Any] = {
    "languages": ["ja", "en"],
    "symposia": {
        "cups": {"title": {"en": "On cups of all kinds"}, "short": {"en": "Cups"}},
        "leaves": {"title": {"en": "On leaves"}},
        "empty": {"title": {"en": "On nothing"}},
    },
    "sessions": {"opening": session(symposium="leaves")},
    "items": {
        "one": item(languages=["ru", "en"], symposium="cups", institutions=["far"]),
        "two": item(order=2, languages=["ja"], speakers=[{"person": "ada"}]),
        "secret": item(order=3, languages=["de"], institutions=["host"], visibility="members"),
    },
}


def offered(**parts: Any) -> dict[str, list[str]]:
    """The choices of each filter, in words."""
    r = reader(a_site(**PARTED | parts))
    return {one.label: [choice.said for choice in one.choices] for one in filters(r, r.site.week.items)}


def test_choices_stand_in_the_order_of_the_week_and_then_of_their_tags() -> None:
    assert offered() == {
        "Symposium": ["Cups", "On leaves"],
        "Language": ["Japanese", "English", "Russian"],
        "Institution": ["Samovar institute"],
    }


def test_a_filter_that_could_choose_nothing_is_not_offered() -> None:
    assert offered(items={"plain": item(None)}) == {}


def test_an_item_answers_to_all_of_its_own_values() -> None:
    r = reader(a_site(**PARTED))
    assert marks(r, "one") == ' data-item data-symposium="cups" data-language="ru en" data-institution="far"'
    assert marks(r, "two") == ' data-item data-symposium="leaves" data-language="ja" data-institution="far"'


def test_a_closed_item_answers_to_none() -> None:
    assert marks(reader(a_site(**PARTED)), "secret") == " data-item"


def test_a_session_answers_to_what_one_of_its_open_items_answers_to() -> None:
    told = sitting_marks(reader(a_site(**PARTED)), "opening")
    assert told == ' data-sitting data-symposium="cups leaves" data-language="ru en ja" data-institution="far"'


def test_a_session_without_items_answers_to_its_symposium() -> None:
    assert sitting_marks(reader(a_site(**PARTED | {"items": {}})), "opening") == ' data-sitting data-symposium="leaves"'


def test_every_choice_is_the_answer_of_some_item_and_the_other_way_round() -> None:
    r = reader(a_site(**PARTS | PARTED))
    told = [marks(r, slug) for slug in r.site.week.items]
    for one in filters(r, r.site.week.items):
        values = {
            value
            for said in told
            if (found := said.partition(f' data-{one.name}="')[2])
            for value in found.split('"')[0].split()
        }
        assert {choice.value for choice in one.choices} == values
