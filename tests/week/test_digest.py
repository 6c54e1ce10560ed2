"""A digest changes exactly with what it is a digest of."""

from typing import Any

import pytest
from tests.week.building import item, person, session, week
from tests.week.filling import filled

from kakehashi.week import Week, digest_of, timetable, timetable_digest
from kakehashi.week.items import Item


def digest(language: str = "en", **keys: Any) -> str:
    return digest_of(Item.model_validate(filled(Item, "talk") | keys), language)


@pytest.mark.parametrize(
    "edit",
    [
        {"title": {"en": "Other", "ja": "<talk.title>"}},
        {"minutes": 6},
        {"speakers": []},
        {"institutions": ["one", "two"]},
        {"starts": "2021-09-29T15:01[Asia/Tokyo]"},
        {"kind": "talk"},
    ],
)
def test_what_readers_of_a_language_are_shown_changes_its_digest(edit: dict[str, Any]) -> None:
    assert digest(**edit) != digest()


@pytest.mark.parametrize("edit", [{"title": {"en": "<talk.title>", "ja": "別"}}, {"notes": []}])
def test_another_language_and_the_offices_own_notes_do_not(edit: dict[str, Any]) -> None:
    assert digest(**edit) == digest()


def test_a_name_counts_in_its_language() -> None:
    ada = week(people={"ada": person()}).people["ada"]
    both = week(people={"ada": {"names": {"en": {"whole": "Ada"}, "ja": {"whole": "エイダ"}}}}).people["ada"]
    assert digest_of(ada, "en") == digest_of(both, "en")
    assert digest_of(ada, "ja") != digest_of(both, "ja")


def test_a_digest_stays_the_same_from_version_to_version() -> None:
    expected = "e031d31c0363dcd2bb41be06202415b620442822e9e15ed90f25b5eee817750c"
    assert digest_of(Item(kind="talk", title={"en": "A talk"}, minutes=10), "en") == expected  # type: ignore[arg-type]


def planned(**keys: Any) -> Week:
    return week(sessions={"opening": session()}, items={"talk": item(), "next": item(order=2)} | keys)


def test_a_timetables_digest_changes_with_every_placement_and_with_nothing_else() -> None:
    given = timetable_digest(timetable(planned()))
    assert timetable_digest(timetable(planned(talk=item(title={"en": "Other"})))) == given
    assert timetable_digest(timetable(planned(talk=item(minutes=11)))) != given
    assert timetable_digest(timetable(planned(talk=item(order=3)))) != given


def test_a_timetable_counts_its_rooms_and_an_item_without_one_is_in_none() -> None:
    rooms = {"rooms": {"hall": {"name": {"en": "Hall"}}, "none": {"name": {"en": "None"}}}}

    def of(room: str | None) -> str:
        return timetable_digest(timetable(week(**rooms, sessions={"opening": session(room=room)}, items={"a": item()})))

    assert len({of(None), of("hall"), of("none")}) == 3


def test_the_order_of_rooms_is_no_part_of_a_timetable() -> None:
    def of(*rooms: str) -> str:
        sessions = {slug: session(room=slug) for slug in ("hall", "attic")}
        items = {slug: item(slug) for slug in sessions}
        named = {slug: {"name": {"en": slug}} for slug in rooms}
        return timetable_digest(timetable(week(rooms=named, sessions=sessions, items=items)))

    assert of("hall", "attic") == of("attic", "hall")


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_the_order_of_what_is_listed_counts_in_every_language(language: str) -> None:
    assert digest(language, institutions=["a", "b"]) != digest(language, institutions=["b", "a"])


def test_a_speaker_under_another_name_is_no_other_talk() -> None:
    assert digest(speakers=[{"person": "ada"}]) == digest(speakers=[{"person": "ada"}])
    assert digest(speakers=[{"person": "ada"}]) != digest(speakers=[{"person": "ada", "role": "chair"}])
