"""Texts that are missing, and languages that are not listed."""

from typing import Any

import pytest
from tests.week.building import item, person, week
from tests.week.checks.finding import found, told

from kakehashi.words import words_of

BOTH = {"languages": ["en", "ja"], "title": {"en": "Tea week", "ja": "お茶週間"}}


def test_a_text_is_wanted_in_every_language_of_the_week() -> None:
    given = week(**BOTH, items={"talk": item(None)})
    (finding,) = found(given, "text.missing")
    assert (finding.severity, finding.place) == ("warning", ("items", "talk", "title"))
    assert {**finding.values} == {
        **{"field": "Item.title", "language": "ja", "text": {"en": "A talk"}},
        **{"part": "talk", "key": "title"},
    }


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"title": {"en": "Tea week"}}, "“title” of “tea-week” is missing"),
        ({"contacts": [{"name": {"en": "Office"}}]}, "“contacts.name” of “tea-week” is missing"),
        ({"people": {"ada": person(positions={"dean": {"title": {"en": "Dean"}}})}}, "“positions.dean.title” of “ada”"),
    ],
)
def test_a_missing_text_is_told_by_the_keys_that_a_person_writes(parts: dict[str, Any], sentence: str) -> None:
    given = week(**{"slug": "tea-week", **BOTH, **parts})
    told = [words_of("en").tell(finding) for finding in found(given, "text.missing")]
    assert [sentence in one for one in told if "names" not in one] == [True]


def test_a_text_that_nobody_wrote_is_not_missing() -> None:
    assert told(week(**BOTH, items={"talk": item(None, title={})}), "text") == []


def test_the_week_may_want_a_kind_of_text_in_fewer_languages() -> None:
    wanted = {"Item.title": ["en"], "Person.names": ["en"]}
    given = week(**BOTH, wanted=wanted, items={"talk": item(None)}, people={"ada": person()})
    assert told(given, "text.missing") == []


def test_names_are_wanted_in_every_language_unless_they_are_not_shown() -> None:
    people = {"ada": person(), "carl": person(shown="affiliation")}
    assert told(week(**BOTH, people=people), "text.missing") == [("text.missing", "warning", "people/ada/names")]


def test_what_only_staff_read_needs_no_translation() -> None:
    given = week(
        **BOTH,
        wishes={"holidays": []},
        items={"talk": item(None, visibility="staff"), "sound": item(None, kind="rehearsal")},
        notes=[
            {"kind": "remark", "text": {"en": "open"}},
            {"kind": "remark", "text": {"en": "shut"}, "visibility": "staff"},
        ],
    )
    assert told(given, "text.missing") == [("text.missing", "warning", "notes/0/text")]


def test_a_part_that_has_to_be_named_has_a_name() -> None:
    given = week(
        title={}, rooms={"hall": {"name": {}}}, symposia={"medicine": {"title": {}}}, items={"i": item(title={})}
    )
    assert told(given, "text.empty") == [
        ("text.empty", "error", "title"),
        ("text.empty", "error", "rooms/hall/name"),
        ("text.empty", "error", "symposia/medicine/title"),
    ]


def test_who_is_shown_by_name_has_one() -> None:
    people = {"ada": {}, "carl": {"shown": "affiliation"}}
    assert told(week(people=people), "person") == [("person.nameless", "error", "people/ada")]


def test_a_language_that_the_week_does_not_list_is_noted_once() -> None:
    talk = item(None, title={"en": "A talk", "zh": "讲座"}, languages=["zh", "en"])
    (finding,) = found(week(items={"talk": talk}), "language")
    assert (finding.code, finding.severity) == ("language.not-listed", "note")
    assert (finding.values["value"], finding.values["count"]) == ("zh", 2)
