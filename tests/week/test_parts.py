"""Small laws of the parts themselves: notes, circles, positions, blocks, languages that stand in, names."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError
from tests.week.building import institution, item, person, session, week

from kakehashi.week import Visibility
from kakehashi.week.access import strictest
from kakehashi.week.items import SpeakerRole, Status
from kakehashi.week.naming import called, name_of
from kakehashi.week.part import NoteKind, Part
from kakehashi.week.people import Position


@pytest.mark.parametrize(
    ("notes", "kind", "about", "noted"),
    [
        ([{"kind": "provisional"}], "provisional", None, True),
        ([{"kind": "provisional"}], "provisional", "start", True),
        ([{"kind": "provisional", "about": "start"}], "provisional", "start", True),
        ([{"kind": "provisional", "about": "start"}], "provisional", "title", False),
        ([{"kind": "provisional", "about": "start"}], "provisional", None, False),
        ([{"kind": "invented"}], "provisional", "start", False),
        ([{"kind": "source"}, {"kind": "disputed"}], "disputed", None, True),
        ([], "source", None, False),
    ],
)
def test_a_note_speaks_of_one_key_or_of_the_whole(
    notes: list[dict[str, str]], kind: str, about: str | None, noted: bool
) -> None:
    assert Part.model_validate({"notes": notes}).noted(NoteKind(kind), about) is noted


def test_circles_go_from_open_to_closed() -> None:
    assert [Visibility(name).rank for name in ("public", "registered", "members", "staff")] == [0, 1, 2, 3]
    assert strictest([]) is Visibility.PUBLIC
    assert strictest([Visibility.STAFF, Visibility.PUBLIC, Visibility.MEMBERS]) is Visibility.STAFF


@pytest.mark.parametrize(
    ("begins", "until", "day", "held"),
    [
        ("2021-09-29", "2021-09-29", "2021-09-29", True),
        ("2021-09-29", "2021-09-29", "2021-09-28", False),
        ("2021-09-29", "2021-09-29", "2021-09-30", False),
        (None, "2021-03-31", "2021-03-31", True),
        (None, "2021-03-31", "2021-04-01", False),
        ("2021-04-01", None, "2021-03-31", False),
        (None, None, "1900-01-01", True),
    ],
)
def test_both_ends_of_a_position_belong_to_it(begins: str | None, until: str | None, day: str, held: bool) -> None:
    position = Position.model_validate({"title": {"en": "Rector"}, "begins": begins, "until": until})
    assert position.held_on(date.fromisoformat(day)) is held


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        ("01-01", "03-31", False),
        ("01-01", "04-01", True),
        ("05-01", "05-31", True),
        ("09-30", "12-31", True),
        ("10-01", "12-31", False),
    ],
)
def test_a_position_is_held_within_a_time_that_it_touches(first: str, last: str, held: bool) -> None:
    position = Position.model_validate({"title": {}, "begins": "2021-04-01", "until": "2021-09-30"})
    assert position.held_within(date.fromisoformat(f"2021-{first}"), date.fromisoformat(f"2021-{last}")) is held


def test_the_slots_of_a_block_follow_one_another() -> None:
    block = {"start": "2021-09-29T15:00[Asia/Tokyo]", "slots": 3, "slot_minutes": 25}
    assert week(blocks={"a": block}).blocks["a"].length == timedelta(minutes=75)


@pytest.mark.parametrize("keys", [{"slots": 0}, {"slots": 1001}, {"slot_minutes": 0}, {"slot_minutes": 601}])
def test_a_block_has_slots_and_each_has_minutes(keys: dict[str, int]) -> None:
    block = {"start": "2021-09-29T15:00[Asia/Tokyo]", "slots": 3, "slot_minutes": 25}
    with pytest.raises(ValidationError):
        week(blocks={"a": block | keys})


@pytest.mark.parametrize(
    ("fallback", "expected"),
    [
        ([], ("ja", "en", "ru")),
        (["en"], ("en", "ja", "ru")),
        (["ru", "en"], ("ru", "en", "ja")),
        (["de", "en"], ("de", "en", "ja", "ru")),
        (["ru", "en", "ja"], ("ru", "en", "ja")),
    ],
)
def test_languages_stand_in_for_one_another_in_a_stated_order_and_the_weeks_own_always_can(
    fallback: list[str], expected: tuple[str, ...]
) -> None:
    given = week(languages=["ja", "en", "ru"], fallback=fallback)
    assert (given.fallbacks, given.host_language) == (expected, "ja")


@pytest.mark.parametrize(
    ("status", "takes_place"),
    [("tentative", True), ("confirmed", True), ("postponed", False), ("withdrawn", False), ("cancelled", False)],
)
def test_what_is_tentative_still_takes_place_and_what_is_postponed_does_not(status: str, takes_place: bool) -> None:
    assert Status(status).takes_place is takes_place


def test_co_authors_and_supervisors_alone_may_stay_away() -> None:
    assert {role.value for role in SpeakerRole if not role.must_be_there} == {"co-author", "supervisor"}


@pytest.mark.parametrize(
    ("collection", "slug", "expected"),
    [
        ("people", "ada", {"en": "Ada", "ja": "エイダ"}),
        ("people", "nameless", "nameless"),
        ("people", "unknown", "unknown"),
        ("items", "talk", {"en": "A talk"}),
        ("items", "untitled", "untitled"),
        ("institutions", "home", {"en": "Tea university"}),
        ("sessions", "opening", {"en": "A session"}),
        ("rooms", None, None),
    ],
)
def test_a_part_is_called_by_title_name_or_names_and_else_by_its_slug(
    collection: str, slug: str | None, expected: Any
) -> None:
    given = week(
        people={
            "ada": person("Ada") | {"names": {"en": {"whole": "Ada", "short": "A."}, "ja": {"whole": "エイダ"}}},
            "nameless": {},
        },
        items={"talk": item(None), "untitled": item(None, title={})},
        institutions={"home": institution()},
        sessions={"opening": session()},
    )
    assert called(given, collection, slug) == expected


def test_what_is_named_for_a_machine_has_no_name_for_people() -> None:
    licence = week(licence={"name": "CC-BY-4.0"}).licence
    assert (name_of(licence), name_of(week().wishes)) == (None, None)
    assert name_of(week(report={}).report) is None


@pytest.mark.parametrize(
    "parts", [{"days": []}, {"languages": []}, {"zone": "Tokyo"}, {"slug": "Tea week"}, {"colour": "red"}]
)
def test_a_week_lacks_nothing_that_pages_need_and_has_nothing_that_nobody_knows(parts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        week(**parts)
