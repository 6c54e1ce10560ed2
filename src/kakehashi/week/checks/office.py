"""What the office knows beside the week: what is due, and what has changed since it was approved."""

from collections.abc import Iterator, Mapping
from datetime import date

from kakehashi.findings import Finding, Severity, Value
from kakehashi.week.checks.case import Case
from kakehashi.week.digest import digest_of
from kakehashi.week.document import Week
from kakehashi.week.part import Part
from kakehashi.week.private import Approval, Private, Request, Wanted
from kakehashi.week.references import dangling_within

PRIVATE = "private"
"""The first step of every place in what the office knows; its first key follows."""

_DUE = {
    Wanted.TITLE: "due.title",
    Wanted.ABSTRACT: "due.abstract",
    Wanted.VIDEO: "due.video",
    Wanted.SLIDES: "due.slides",
    Wanted.BIOGRAPHY: "due.biography",
    Wanted.PHOTOGRAPH: "due.photograph",
    Wanted.TRANSLATION: "due.translation",
    Wanted.APPROVAL: "due.approval",
    Wanted.OTHER: "due.other",
}


def due(week: Week, private: Private, today: date) -> tuple[Finding, ...]:
    """What has been asked and has not come, the most urgent first: overdue a warning, else a note.

    Requests without a day come last. The values are `who`, `item` (what it is for), `what`, `due`, and `contact`: the
    mail address, the telephone number and the remark by which the office knows a person, or the public contacts of an
    institution. What is due `today` (on the host's calendar) is not overdue yet: the whole day is the sender's.
    """
    case = Case(week, today, private)
    waiting = [(slug, request) for slug, request in private.requests.items() if request.received is None]
    waiting.sort(key=lambda entry: (entry[1].due or date.max, entry[0]))
    return tuple(_waiting(case, slug, request) for slug, request in waiting)


def overdue(case: Case) -> Iterator[Finding]:
    """What was due before today and has not come."""
    if case.private is not None:
        yield from (one for one in due(case.week, case.private, case.today) if one.severity is Severity.WARNING)


def _waiting(case: Case, slug: str, request: Request) -> Finding:
    late = request.due is not None and request.due < case.today
    values: dict[str, Value] = {
        "who": _who(case, request),
        "item": case.name("items", request.item) if request.item is not None else case.week.title,
        "what": request.what.value,
        "due": request.due,
        "contact": tuple(_contact(case, request)),
    }
    code = _DUE[request.what] if request.due is not None else "due.some-day"
    return Finding(code, (PRIVATE, "requests", slug), values, Severity.WARNING if late else Severity.NOTE)


def _who(case: Case, request: Request) -> Value:
    if request.person is not None:
        return case.name("people", request.person)
    return None if request.institution is None else case.name("institutions", request.institution)


def _contact(case: Case, request: Request) -> Iterator[str]:
    known = case.private.contacts.get(request.person) if case.private and request.person is not None else None
    if known is not None:
        yield from filter(None, (known.mail, known.telephone, known.remark))
    for contact in case.week.contacts if request.person is None and request.institution is not None else ():
        if contact.institution == request.institution:
            yield from filter(None, (contact.mail, contact.telephone))


def unknown_in_private(case: Case) -> Iterator[Finding]:
    """References of the office's own file that lead nowhere."""
    if case.private is not None:
        yield from dangling_within(case.private, case.week, (PRIVATE,))
        # Which collection the slug leads into stands beside it, so its type cannot say so and no reference is found.
        for number, approval in enumerate(case.private.approvals):
            if _approved(case, approval) is None:
                values = {"value": approval.part, "collection": approval.collection, "nearest": None}
                yield Finding("reference.unknown", (PRIVATE, "approvals", number, "part"), values)


def changed_since_approved(case: Case) -> Iterator[Finding]:
    """Parts that read otherwise, in a language, than when a partner approved them."""
    for number, approval in enumerate(case.private.approvals if case.private else ()):
        part = _approved(case, approval)
        if part is not None and digest_of(part, approval.language) != approval.digest:
            values = {
                "what": case.name(approval.collection, approval.part),
                "institution": case.name("institutions", approval.institution),
                "by": approval.by,
                "day": approval.date,
                "language": approval.language,
            }
            yield Finding("approval.changed", (PRIVATE, "approvals", number), values, Severity.WARNING)


def _approved(case: Case, approval: Approval) -> Part | None:
    parts = getattr(case.week, approval.collection, None)
    found = parts.get(approval.part) if isinstance(parts, Mapping) else None
    return found if isinstance(found, Part) else None
