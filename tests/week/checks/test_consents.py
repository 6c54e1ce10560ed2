"""Nobody is shown who does not agree to it."""

from typing import Any

import pytest
from tests.week.building import item, person, week
from tests.week.checks.finding import private, told

from kakehashi.week import Week


def shown(**keys: Any) -> Week:
    """Ada speaks, with photograph, abstract and recording."""
    return week(
        people={"ada": person(photograph="ada.jpg", **keys), "absent": person("Absent")},
        items={"talk": item(None, abstract={"en": "Of tea"}, speakers=[{"person": "ada"}])},
        recordings={"film": {"title": {"en": "A film"}, "item": "talk"}},
    )


def consents(state: str, *purposes: str, who: str = "ada") -> dict[str, Any]:
    return {"private": private(consents={who: [{"purpose": purpose, "state": state} for purpose in purposes]})}


MORNING, NOON = "2021-09-29T09:00[Asia/Tokyo]", "2021-09-29T12:00[Asia/Tokyo]"

PLACES = {
    "name": "people/ada/names",
    "photograph": "people/ada/photograph",
    "abstract": "items/talk/abstract",
    "recording": "recordings/film",
}


@pytest.mark.parametrize("purpose", PLACES)
@pytest.mark.parametrize("state", ["refused", "withdrawn"])
def test_what_someone_refuses_cannot_be_shown(purpose: str, state: str) -> None:
    assert told(shown(), "consent", **consents(state, purpose)) == [(f"consent.{purpose}", "error", PLACES[purpose])]


@pytest.mark.parametrize("purpose", PLACES)
def test_what_someone_has_not_answered_is_doubtful(purpose: str) -> None:
    expected = [(f"consent.{purpose}-asked", "warning", PLACES[purpose])]
    assert told(shown(), "consent", **consents("asked", purpose)) == expected


def test_what_someone_gave_may_be_shown() -> None:
    assert told(shown(), "consent", **consents("given", *PLACES)) == []


def test_the_last_answer_counts() -> None:
    answers = [{"purpose": "name", "state": "refused"}, {"purpose": "name", "state": "given"}]
    assert told(shown(), "consent", private=private(consents={"ada": answers})) == []


def test_who_is_shown_by_affiliation_or_not_at_all_needs_no_consent_for_the_name() -> None:
    assert told(shown(shown="affiliation"), "consent", **consents("refused", "name", "photograph")) == []
    assert told(shown(), "consent", **consents("refused", "name", who="absent")) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("given", "2021-08-01"), ("withdrawn", "2021-08-02")], "error"),
        ([("withdrawn", "2021-08-02"), ("given", "2021-08-01")], "error"),
        ([("withdrawn", "2021-08-02"), ("given", "2021-08-03")], None),
        ([("refused", "2021-08-02"), ("given", "2021-08-02")], None),
        ([("given", "2021-08-02"), ("withdrawn", None)], "error"),
        ([("withdrawn", None), ("given", "2021-08-02")], None),
        ([("asked", "2021-08-03"), ("given", "2021-08-01")], "warning"),
    ],
)
def test_the_latest_answer_counts_by_its_date(answers: list[tuple[str, str | None]], expected: str | None) -> None:
    given = [{"purpose": "name", "state": state, "date": day} for state, day in answers]
    severities = [severity for _, severity, _ in told(shown(), "consent", private=private(consents={"ada": given}))]
    assert severities == ([expected] if expected else [])


def test_a_consent_for_one_purpose_is_none_for_another() -> None:
    given = consents("given", "name", "photograph")["private"].consents["ada"]
    refused = consents("refused", "recording")["private"].consents["ada"]
    assert told(shown(), "consent", private=private(consents={"ada": (*given, *refused)})) == [
        ("consent.recording", "error", "recordings/film")
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {"items": {"talk": item(None, speakers=[{"person": "ada"}], visibility="staff")}},
        {"items": {"sound": item(None, speakers=[{"person": "ada"}], kind="rehearsal")}},
        {"sessions": {"inner": {"chairs": ["ada"], "visibility": "staff"}}},
        {"wishes": {"availability": [{"person": "ada", "begins": MORNING, "until": NOON}]}},
    ],
)
def test_who_is_named_for_the_staff_alone_is_not_shown(parts: dict[str, Any]) -> None:
    given = week(people={"ada": person(photograph="ada.jpg")}, **parts)
    assert told(given, "consent", **consents("refused", *PLACES)) == []


@pytest.mark.parametrize(
    ("role", "abstract", "recording"),
    [
        ("speaker", True, True),
        ("co-author", True, True),
        ("moderator", False, True),
        ("reader", False, True),
        ("interpreter", False, True),
        ("supervisor", False, False),
    ],
)
def test_who_is_seen_in_a_recording_has_to_agree_to_it(role: str, abstract: bool, recording: bool) -> None:
    given = week(
        people={"ada": person()},
        items={"talk": item(None, abstract={"en": "Of tea"}, speakers=[{"person": "ada", "role": role}])},
        recordings={"film": {"title": {"en": "A film"}, "item": "talk"}},
    )
    expected = ["consent.abstract"] * abstract + ["consent.recording"] * recording
    assert [code for code, _, _ in told(given, "consent", **consents("refused", "abstract", "recording"))] == expected


def test_a_recording_for_the_staff_is_not_shown() -> None:
    film = {"title": {"en": "A film"}, "item": "talk", "visibility": "staff"}
    items = {"talk": item(None, speakers=[{"person": "ada"}])}
    given = week(people={"ada": person()}, items=items, recordings={"film": film})
    assert told(given, "consent", **consents("withdrawn", "recording")) == []
