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
