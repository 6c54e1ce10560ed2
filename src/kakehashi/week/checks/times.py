"""Times that cannot be, and times that are hard on somebody."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kakehashi.findings import Finding, Severity
from kakehashi.week.anatomy import Matter
from kakehashi.week.checks.case import Case, Engagement
from kakehashi.week.items import ItemKind
from kakehashi.week.moments import ClockFault, Moment, written_offset
from kakehashi.week.timetable import Span
from kakehashi.words.zones import rules

EVENING, MORNING = 23, 6
"""The hours between which people sleep."""


_FAULTS = {
    ClockFault.MISSING: ("clock.missing", Severity.ERROR),
    ClockFault.TWICE: ("clock.twice", Severity.WARNING),
    ClockFault.OFFSET: ("clock.offset", Severity.ERROR),
}


def clock_without_such_time(case: Case) -> Iterator[Finding]:
    """Wall times that the clocks of their zone jump over, show twice, or show at another offset than the one given."""
    for found in case.leaves(Matter.MOMENT):
        moment: Moment = found.value
        fault = moment.fault
        if fault is not None:
            code, severity = _FAULTS[fault]
            offsets = tuple(map(written_offset, moment.offsets))
            yield Finding(code, found.place, {"value": str(moment), "zone": moment.zone, "expected": offsets}, severity)


def pinned_over_predecessor(case: Case) -> Iterator[Finding]:
    """Items pinned to a start at which their predecessor still runs, or their session has not begun."""
    for session, items in case.public.sequence.items():
        span = case.timetable.by_session.get(session)
        ends = None if span is None else span.start
        for slug, item in items:
            placed = case.timetable.by_item.get(slug)
            if placed is None or ends is None or not item.status.takes_place:
                continue
            if item.starts is not None and placed.start < ends:
                values = {"item": case.name("items", slug), "at": case.local(placed.start), "until": case.local(ends)}
                yield Finding("item.starts-too-early", ("items", slug, "starts"), values)
            ends = max(ends, placed.end)


def session_outside_block(case: Case) -> Iterator[Finding]:
    """Sessions that begin before or end after the block they are in."""
    for span in case.timetable.spans:
        name = case.week.sessions[span.session].block
        block = None if name is None else case.week.blocks.get(name)
        if block is None:
            continue
        begins = block.start.instant
        if span.start < begins or span.end > begins + block.length:
            values = {
                "session": case.name("sessions", span.session),
                "block": block.name or name,
                "start": case.local(span.start),
                "end": case.local(span.end),
                "begins": case.local(begins),
                "until": case.local(begins + block.length),
            }
            place = ("sessions", span.session)
            yield _told_with_pin(case, span, begins + block.length, Finding("session.outside-block", place, values))


def items_longer_than_session(case: Case) -> Iterator[Finding]:
    """Sessions whose items need more minutes than the session has."""
    for span in case.timetable.spans:
        planned = case.week.sessions[span.session].minutes
        needed = (span.end - span.start) // timedelta(minutes=1)
        if planned is not None and needed > planned:
            values = {"session": case.name("sessions", span.session), "value": needed, "expected": planned}
            finding = Finding("session.items-too-long", ("sessions", span.session, "minutes"), values)
            yield _told_with_pin(case, span, span.start + timedelta(minutes=planned), finding)


_BY_START = {
    "session.outside-block": "session.outside-block-by-start",
    "session.items-too-long": "session.items-too-long-by-start",
}


def _told_with_pin(case: Case, span: Span, limit: datetime, finding: Finding) -> Finding:
    """What is told of a session that passes a limit; where a fixed start makes it do so, of the item that has it."""
    slug = _pushing(case, span, limit)
    if slug is None:
        return finding
    values = {"item": case.name("items", slug), "at": case.local(case.timetable.by_item[slug].start)}
    return Finding(_BY_START[finding.code], ("items", slug, "starts"), {**finding.values, **values})


def _pushing(case: Case, span: Span, limit: datetime) -> str | None:
    """The item that waits longest for its fixed start, in a session that would keep the limit if none had to wait."""
    ends, waits = span.start, {}
    for slug, item in case.public.sequence.get(span.session, []):
        placed = case.timetable.by_item[slug]
        if item.starts is not None and placed.start > ends:
            waits[slug] = placed.start - ends
        ends = placed.end
    kept_without = ends > limit >= ends - sum(waits.values(), timedelta())
    return max(waits, key=lambda slug: waits[slug]) if kept_without else None


def outside_the_days(case: Case) -> Iterator[Finding]:
    """Sessions and items on a day that is none of the week's, on the host's clock. Rehearsals may be on any day."""
    days = set(case.week.days)
    for span in case.timetable.spans:
        kinds = {item.kind for _, item in case.public.sequence.get(span.session, [])}
        day = case.local(span.start).date()
        if day not in days and kinds != {ItemKind.REHEARSAL}:
            values = {"session": case.name("sessions", span.session), "value": day}
            yield Finding("session.outside-days", ("sessions", span.session), values)
    for placed in case.timetable.placements:
        day = case.local(placed.start).date()
        in_time = case.local(case.timetable.by_session[placed.session].start).date() in days
        if in_time and day not in days and case.week.items[placed.item].kind is not ItemKind.REHEARSAL:
            values = {"item": case.name("items", placed.item), "value": day}
            yield Finding("item.outside-days", ("items", placed.item), values, Severity.WARNING)


def at_night(case: Case) -> Iterator[Finding]:
    """People who have to be there, live, between 23:00 and 06:00 on their own clock, and are not known to accept it."""
    accepted = case.week.wishes.nights
    for engagement in case.engagements:
        name = _clock(case, engagement)
        if name is None or engagement.person in accepted or case.house(engagement) in accepted:
            continue
        start, end = (instant.astimezone(rules(name)) for instant in (engagement.start, engagement.end))
        if _at_night(start, end):
            values = {
                "person": case.name("people", engagement.person),
                "what": case.engaged_in(engagement),
                "at": start,
                "zone": name,
            }
            yield Finding("time.night", engagement.place, values, Severity.WARNING)


def _at_night(start: datetime, end: datetime) -> bool:
    evening = start.replace(hour=EVENING, minute=0)
    return start.hour < MORNING or start >= evening or end > evening


def _clock(case: Case, engagement: Engagement) -> str | None:
    """The zone of a person's clock: their own, or that of the house they act for that day."""
    person = case.week.people.get(engagement.person)
    if person is not None and person.zone is not None:
        return person.zone
    institution = case.week.institutions.get(case.house(engagement) or "")
    return None if institution is None else institution.zone
