"""People who are shown although they have not agreed to it."""

from collections.abc import Iterator

from kakehashi.findings import Finding, Place, Severity
from kakehashi.week.checks.case import Case
from kakehashi.week.items import SpeakerRole
from kakehashi.week.part import Visibility
from kakehashi.week.people import Shown
from kakehashi.week.private import ConsentState, Purpose
from kakehashi.week.references import references

_CODES = {
    Purpose.NAME: ("consent.name", "consent.name-asked"),
    Purpose.PHOTOGRAPH: ("consent.photograph", "consent.photograph-asked"),
    Purpose.ABSTRACT: ("consent.abstract", "consent.abstract-asked"),
    Purpose.RECORDING: ("consent.recording", "consent.recording-asked"),
}
"""What is said of someone who does not agree, and of someone who has not answered."""


def shown_without_consent(case: Case) -> Iterator[Finding]:
    """Names, photographs, abstracts and recordings shown of people who refused or withdrew (an error) or were asked.

    The last answer for a purpose counts; someone who was never asked is not spoken of.
    """
    if case.private is None:
        return
    shown = {purpose: dict(places) for purpose, places in _shown(case).items()}
    for person, consents in case.private.consents.items():
        answers = {consent.purpose: consent for consent in consents}
        for purpose, consent in answers.items():
            place = shown[purpose].get(person)
            if place is not None and consent.state is not ConsentState.GIVEN:
                yield _without(case, person, purpose, consent.state, place)


def _without(case: Case, person: str, purpose: Purpose, state: ConsentState, place: Place) -> Finding:
    asked = state is ConsentState.ASKED
    code = _CODES[purpose][asked]
    values = {"person": case.name("people", person)}
    return Finding(code, place, values, Severity.WARNING if asked else Severity.ERROR)


def _shown(case: Case) -> dict[Purpose, list[tuple[str, Place]]]:
    """For each purpose the people shown, each with a place that shows them."""
    named = {found.value for found in references(case.week) if found.leaf.collections == ("people",)}
    people = [(slug, one) for slug, one in case.week.people.items() if slug in named and one.shown is Shown.NAME]
    speeches = [
        (slug, speaker.person)
        for slug, item in case.week.items.items()
        if case.public.items[slug] is not Visibility.STAFF
        for speaker in item.speakers
        if speaker.role in (SpeakerRole.SPEAKER, SpeakerRole.CO_AUTHOR)
    ]
    recorded = {one.item: slug for slug, one in case.week.recordings.items() if one.visibility is not Visibility.STAFF}
    items = case.week.items
    return {
        Purpose.NAME: [(slug, ("people", slug, "names")) for slug, _ in people],
        Purpose.PHOTOGRAPH: [(slug, ("people", slug, "photograph")) for slug, one in people if one.photograph],
        Purpose.ABSTRACT: [(who, ("items", item, "abstract")) for item, who in speeches if items[item].abstract],
        Purpose.RECORDING: [(who, ("recordings", recorded[item])) for item, who in speeches if item in recorded],
    }
