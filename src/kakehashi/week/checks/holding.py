"""Positions that are not held, signatories of nobody listed, roles that are only asked."""

from collections.abc import Iterator
from datetime import date

from kakehashi.findings import Finding, Severity
from kakehashi.week.agreements import Signatory
from kakehashi.week.checks.case import Case
from kakehashi.week.items import Speaker
from kakehashi.week.organising import Consent
from kakehashi.week.references import in_positions


def position_not_held(case: Case) -> Iterator[Finding]:
    """People who speak or sign in a position that they do not hold on that day."""
    for place, one in in_positions(case.week):
        person = case.week.people.get(one.person)
        position = person.positions.get(one.position) if person and one.position is not None else None
        days = _days(case, str(place[1]), one)
        if position is not None and days and not any(position.held_on(day) for day in days):
            values = {
                "person": case.name("people", one.person),
                "position": position.title,
                "value": days[0],
                "begins": position.begins,
                "until": position.until,
            }
            yield Finding("person.position-not-held", (*place, "position"), values, Severity.WARNING)


def _days(case: Case, slug: str, one: Speaker | Signatory) -> tuple[date, ...]:
    """The day on which someone acts; the week's days while an item has none; none for an inexact date of signing."""
    if isinstance(one, Signatory):
        signed = case.week.agreements[slug].signed or ""
        return (date.fromisoformat(signed),) if len(signed) == len("2021-10-01") else ()
    placed = case.timetable.by_item.get(slug)
    return case.week.days if placed is None else (case.local(placed.start).date(),)


def signatory_of_no_party(case: Case) -> Iterator[Finding]:
    """Signatories for an institution that is no party to the agreement."""
    for slug, agreement in case.week.agreements.items():
        parties = {party.institution for party in agreement.parties}
        for number, signatory in enumerate(agreement.signatories):
            if signatory.party is not None and signatory.party not in parties:
                values = {
                    "person": case.name("people", signatory.person),
                    "institution": case.name("institutions", signatory.party),
                    "agreement": case.name("agreements", slug),
                }
                place = ("agreements", slug, "signatories", number, "party")
                yield Finding("agreement.no-such-party", place, values, Severity.WARNING)


def role_only_asked(case: Case) -> Iterator[Finding]:
    """Organisations that have been asked for their name and have not granted it: pages leave them out."""
    for number, organisation in enumerate(case.week.organisations):
        if organisation.state is Consent.ASKED:
            values = {"institution": case.name("institutions", organisation.institution)}
            yield Finding("organisation.asked", ("organisations", number, "state"), values, Severity.WARNING)
