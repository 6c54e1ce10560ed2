"""Why an item stays where it is, or has no place at all: what no plan may move."""

from kakehashi.findings import Finding, Place, Severity
from kakehashi.timetable.posed import Posed
from kakehashi.week import Week
from kakehashi.week.naming import called


def staying(posed: Posed, item: str) -> Finding | None:
    """Why no plan moves an item; `None` if one may, from the place that it has."""
    code, place = _reason(posed, item)
    return None if code is None else _told(posed.week, item, code, place)


def staying_by_its_session(week: Week, item: str) -> Finding | None:
    """Why no plan moves an item whose session has a place of its own, in whatever else of the week can be planned."""
    code, place = _reason_of_session(week, item)
    return None if code is None else _told(week, item, code, place)


def _told(week: Week, item: str, code: str, place: Place) -> Finding:
    return Finding(code, place, {"what": called(week, "items", item)}, Severity.NOTE)


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
    code, place = _reason_of_session(week, slug)
    return code or "explain.not-planned", place


def _reason_of_session(week: Week, slug: str) -> tuple[str | None, Place]:
    name = week.items[slug].session
    session = week.sessions.get(name or "")
    if session is not None and name is not None and week.items[slug].status.takes_place:
        if session.pinned:
            return "explain.pinned", ("sessions", name, "pinned")
        if session.start is not None:
            return "explain.own-start", ("sessions", name, "start")
    return None, ("items", slug)
