"""Characters that deceive the eye."""

import pytest
from tests.week.building import item, person, week
from tests.week.checks.finding import found, told

from kakehashi.week import Week


def entitled(title: str) -> Week:
    return week(items={"talk": item(None, title={"en": title})})


@pytest.mark.parametrize(
    ("title", "code", "value"),
    [
        ("gnp\u202ebiz", "text.turning", "U+202E"),
        ("a\u2066b", "text.turning", "U+2066"),
        ("soft\u200bware", "text.invisible", "U+200B"),
        ("\ufeffTalk", "text.invisible", "U+FEFF"),
        ("Talk\x07", "text.invisible", "U+0007"),
        ("Ta\u200dlk", "text.invisible", "U+200D"),
        ("tag\U000e0041", "text.invisible", "U+E0041"),
    ],
)
def test_a_character_that_cannot_be_seen_is_named(title: str, code: str, value: str) -> None:
    (finding,) = found(entitled(title), "text.")
    assert (finding.code, finding.place, finding.values["value"]) == (code, ("items", "talk", "title", "en"), value)


@pytest.mark.parametrize(
    "title",
    [
        "Two\nlines\tand a tab",
        "Hand\u00adbuch",
        "10\u00a0kg",
        "می\u200cخواهم",
        "👩\u200d🔬",
        "日本・ロシア",
        "Fun with α",
        "USA и Россия",
        "Ёлка",
    ],
)
def test_characters_that_languages_need_are_nothing_to_speak_of(title: str) -> None:
    assert told(entitled(title), "text.") == []


@pytest.mark.parametrize("name", ["Kaз", "Pавел", "Αnna", "Мάρια"])
def test_a_name_of_letters_from_two_scripts_is_doubtful(name: str) -> None:
    (finding,) = found(week(people={"ada": person(name)}), "text.")
    assert (finding.code, finding.place) == ("text.mixed-scripts", ("people", "ada", "names", "en", "whole"))
    assert finding.values["value"] == (name,)


def test_in_longer_texts_scripts_may_meet() -> None:
    assert told(week(items={"talk": item(None, abstract={"en": "a λ-term and a μm, xα"})}), "text.") == []
