"""Positions that are not held, signatories of nobody listed, roles that are only asked."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from kakehashi.findings import Finding, Severity, Value
from kakehashi.week.agreements import Signatory
from kakehashi.week.checks.case import Case
from kakehashi.week.items import Speaker
from kakehashi.week.organising import Consent
from kakehashi.week.references import in_positions


def position_not_held(case: Case) -> Iterator[Finding]:
    """People who speak or sign in a position that they do not hold then: on that day, or in that month or year."""
    for place, one in in_positions(case.week):
        person = case.week.people.get(one.person)
        position = person.positions.get(one.position) if person and one.position is not None else None
        when = _when(case, str(place[1]), one)
        if position is None or not when or any(position.held_within(*_period(written)) for written in when):
            continue
        exact = len(when[0]) == _EXACT
        values: dict[str, Value] = {
            "person": case.name("people", one.person),
            "position": position.title,
            "value": date.fromisoformat(when[0]) if exact else when[0],
            "begins": position.begins,
            "until": position.until,
        }
        code = "person.position-not-held" if exact else "person.position-not-held-in"
        yield Finding(code, (*place, "position"), values, Severity.WARNING)


_EXACT = len("2021-10-01")


def _when(case: Case, slug: str, one: Speaker | Signatory) -> tuple[str, ...]:
    """When someone acts, as a partial date: the day of the item, on which there is none any day of the week."""
    if isinstance(one, Signatory):
        # Many an old agreement is known without its date: of these nothing can be said.
        signed = case.week.agreements[slug].signed
        return () if signed is None else (signed,)
    placed = case.timetable.by_item.get(slug)
    days = case.week.days if placed is None else (case.local(placed.start).date(),)
    return tuple(day.isoformat() for day in days)


def _period(written: str) -> tuple[date, date]:
    """The first and the last day that a partial date may mean."""
    year, *rest = map(int, written.split("-"))
    first_month, last_month = (rest[0], rest[0]) if rest else (1, 12)
    first, last = (rest[1], rest[1]) if len(rest) == 2 else (1, monthrange(year, last_month)[1])
    return date(year, first_month, first), date(year, last_month, last)


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
    """Organisations that have been asked for their name and have not granted it: no page names them in that role.

    A partner keeps its own page and its clock all the same, as it would without the role.
    """
    for number, organisation in enumerate(case.week.organisations):
        if organisation.state is Consent.ASKED:
            institution = case.week.institutions.get(organisation.institution)
            code = "organisation.asked-partner" if institution and institution.partner else "organisation.asked"
            values = {"institution": case.name("institutions", organisation.institution)}
            yield Finding(code, ("organisations", number, "state"), values, Severity.WARNING)


def in_own_place(case: Case) -> Iterator[Finding]:
    """People who are said to speak in their own place: one of the two names is still to be written."""
    for slug, item in case.week.items.items():
        for number, speaker in enumerate(item.speakers):
            if speaker.in_place_of == speaker.person:
                values = {"person": case.name("people", speaker.person), "item": case.name("items", slug)}
                yield Finding("speaker.in-own-place", ("items", slug, "speakers", number, "in_place_of"), values)
