"""People who are shown although they have not agreed to it."""

from collections.abc import Iterable, Iterator

from kakehashi.findings import Finding, Place, Severity
from kakehashi.week.anatomy import Matter
from kakehashi.week.checks.case import Case
from kakehashi.week.items import SpeakerRole
from kakehashi.week.part import Visibility
from kakehashi.week.people import Shown
from kakehashi.week.private import ConsentState, PersonalConsent, Purpose

_CODES = {
    Purpose.NAME: ("consent.name", "consent.name-asked"),
    Purpose.PHOTOGRAPH: ("consent.photograph", "consent.photograph-asked"),
    Purpose.ABSTRACT: ("consent.abstract", "consent.abstract-asked"),
    Purpose.RECORDING: ("consent.recording", "consent.recording-asked"),
}
"""What is said of someone who does not agree, and of someone who has not answered."""


_AUTHORS = (SpeakerRole.SPEAKER, SpeakerRole.CO_AUTHOR)


def shown_without_consent(case: Case) -> Iterator[Finding]:
    """Names, photographs, abstracts and recordings shown of people who refused or withdrew (an error) or were asked.

    The latest answer for a purpose counts: by its date, or by its place in the list where one of two has none. Someone
    who was never asked is not spoken of.
    """
    if case.private is None:
        return
    shown = {purpose: dict(places) for purpose, places in _shown(case).items()}
    for person, consents in case.private.consents.items():
        for purpose, consent in _answers(consents).items():
            place = shown[purpose].get(person)
            if place is not None and consent.state is not ConsentState.GIVEN:
                yield _without(case, person, purpose, consent.state, place)


def _answers(consents: Iterable[PersonalConsent]) -> dict[Purpose, PersonalConsent]:
    answers: dict[Purpose, PersonalConsent] = {}
    for consent in consents:
        before = answers.get(consent.purpose)
        dated = before is not None and before.date is not None and consent.date is not None
        # Someone may write a letter that came late below one that was written after it.
        if before is None or not dated or before.date <= consent.date:  # type: ignore[operator]
            answers[consent.purpose] = consent
    return answers


def _without(case: Case, person: str, purpose: Purpose, state: ConsentState, place: Place) -> Finding:
    asked = state is ConsentState.ASKED
    code = _CODES[purpose][asked]
    values = {"person": case.name("people", person)}
    return Finding(code, place, values, Severity.WARNING if asked else Severity.ERROR)


def _shown(case: Case) -> dict[Purpose, list[tuple[str, Place]]]:
    """For each purpose the people shown to others than staff, each with a place that shows them."""
    mentions = case.shown(case.leaves(Matter.REFERENCE))
    named = {found.value for found in mentions if found.leaf.collections == ("people",)}
    items = case.week.items
    people = [(slug, one) for slug, one in case.week.people.items() if slug in named and one.shown is Shown.NAME]
    parts = [
        (slug, speaker)
        for slug, item in items.items()
        if case.public.items[slug] is not Visibility.STAFF
        for speaker in item.speakers
    ]
    # Of several recordings of an item the last: one place that shows somebody is enough to act.
    recorded = {one.item: slug for slug, one in case.week.recordings.items() if one.visibility is not Visibility.STAFF}
    return {
        Purpose.NAME: [(slug, ("people", slug, "names")) for slug, _ in people],
        Purpose.PHOTOGRAPH: [(slug, ("people", slug, "photograph")) for slug, one in people if one.photograph],
        Purpose.ABSTRACT: [
            (one.person, ("items", item, "abstract"))
            for item, one in parts
            if one.role in _AUTHORS and items[item].abstract
        ],
        Purpose.RECORDING: [
            (one.person, ("recordings", recorded[item]))
            for item, one in parts
            if item in recorded and (one.role.must_be_there or one.role in _AUTHORS)
        ],
    }
