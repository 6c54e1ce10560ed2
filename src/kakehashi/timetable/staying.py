"""Why an item stays where it is, or has no place at all: what no plan may move."""

from dataclasses import replace

from kakehashi.findings import Finding, Place, Severity
from kakehashi.timetable.posed import Posed
from kakehashi.week.naming import called


def staying(posed: Posed, item: str) -> Finding | None:
    """Why no plan moves an item; `None` if one may, from the place that it has."""
    code, place = _reason(posed, item)
    if code is None:
        return None
    return replace(Finding(code, place, {"what": called(posed.week, "items", item)}), severity=Severity.NOTE)


def _head_of(posed: Posed, item: str) -> str | None:
    """The talk of the problem with which an item goes; `None` for what is not planned."""
    return next((head for head, items in posed.names.talks.items() if item in items), None)


def _reason(posed: Posed, slug: str) -> tuple[str | None, Place]:
    week, item = posed.week, posed.week.items[slug]
    head = _head_of(posed, slug)
    if head is not None:
        former = posed.problem.talk[head].former
        return (None if former is not None else "explain.unplaced"), ("items", slug)
    session = week.sessions.get(item.session or "")
    if not item.status.takes_place:
        return "explain.called-off", ("items", slug, "status")
    if session is None or item.session is None:
        return "explain.of-no-session", ("items", slug)
    if session.pinned:
        return "explain.pinned", ("sessions", item.session, "pinned")
    if session.start is not None:
        return "explain.own-start", ("sessions", item.session, "start")
    return "explain.not-planned", ("items", slug)
