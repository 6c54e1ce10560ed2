"""A room or a person in two places at once."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from kakehashi.findings import Finding, Severity, Term, Value
from kakehashi.week.checks.case import Case, Engagement
from kakehashi.week.items import SpeakerRole
from kakehashi.week.timetable import Span
from kakehashi.words.facts.marking import N_

_AS = {
    SpeakerRole.SPEAKER: Term(N_("speaker")),
    SpeakerRole.CHAIR: Term(N_("chair")),
    SpeakerRole.MODERATOR: Term(N_("moderator")),
    SpeakerRole.READER: Term(N_("reader")),
    SpeakerRole.INTERPRETER: Term(N_("interpreter")),
    SpeakerRole.SIGNATORY: Term(N_("signatory")),
    SpeakerRole.HOST: Term(N_("master of ceremonies")),
}
"""As what somebody has to be there: every role of `must_be_there`."""


def room_taken_twice(case: Case) -> Iterator[Finding]:
    """Sessions that overlap in one room, and those that follow sooner than the room can change over."""
    changeover = timedelta(minutes=case.week.wishes.changeover)
    last: dict[str, Span] = {}
    # Of those that begin together the longest first: one that has no minutes yet falls into it, whatever their order.
    for span in sorted(case.timetable.spans, key=lambda span: (span.start, span.start - span.end)):
        if span.room is None or span.session in case.called_off:
            continue
        before = last.get(span.room)
        if before is not None and span.start < before.end:
            yield _in_room(case, "collision.room", before, span)
        elif before is not None and span.start - before.end < changeover:
            gap = (span.start - before.end) // timedelta(minutes=1)
            yield _in_room(case, "collision.changeover", before, span, gap=gap, expected=case.week.wishes.changeover)
        # The session that ends last is the one that later ones run into.
        if before is None or span.end > before.end:
            last[span.room] = span


def _in_room(case: Case, code: str, before: Span, span: Span, **values: Value) -> Finding:
    values = {
        "room": case.name("rooms", span.room or ""),
        "session": case.name("sessions", span.session),
        "other": case.name("sessions", before.session),
        "at": case.local(span.start),
        **values,
    }
    severity = Severity.ERROR if code == "collision.room" else Severity.WARNING
    return Finding(code, ("sessions", span.session), values, severity)


def person_taken_twice(case: Case) -> Iterator[Finding]:
    """People who have to be in two sessions at the same time."""
    by_person: defaultdict[str, list[Engagement]] = defaultdict(list)
    for engagement in case.engagements:
        by_person[engagement.person].append(engagement)
    for person, engagements in by_person.items():
        for before, after in _overlapping(sorted(engagements, key=lambda one: (one.start, one.start - one.end))):
            yield Finding(
                "collision.person",
                after.place,
                {
                    "person": case.name("people", person),
                    "what": case.engaged_in(after),
                    "role": _AS[after.role],
                    "other": case.engaged_in(before),
                    "other_role": _AS[before.role],
                    "at": case.local(after.start),
                },
            )


def _overlapping(engagements: list[Engagement]) -> Iterator[tuple[Engagement, Engagement]]:
    """For each engagement the longest earlier one that runs into it in another session; in the order of time."""
    longest: dict[str, Engagement] = {}
    for engagement in engagements:
        others = [one for one in longest.values() if one.session != engagement.session and one.end > engagement.start]
        if others:
            yield max(others, key=lambda one: one.end), engagement
        longest = {one.session: one for one in longest.values() if one.end > engagement.start}
        own = longest.get(engagement.session)
        if own is None or engagement.end > own.end:
            longest[engagement.session] = engagement
