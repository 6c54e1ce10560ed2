"""How sessions differ: when, how long and in which room, and in which order their items stand."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from kakehashi.findings import Change
from kakehashi.week.differing.comparing import Side, Timed, changed_fields, in_both, is_renamed, renamed, told
from kakehashi.week.symposia import Session
from kakehashi.week.timetable import planned_length

CODES = frozenset(
    {
        "session.added",
        "session.removed",
        "session.renamed",
        "session.moved",
        "session.roomed",
        "session.unroomed",
        "session.retimed",
        "session.timed",
        "session.untimed",
        "session.changed",
    }
)


_SESSIONS = Timed("sessions", "session.added", "session.removed", Side.start_of_session)


def sessions(old: Side, new: Side) -> Iterator[Change]:
    """Everything that differs between the sessions of two weeks."""
    return in_both(_SESSIONS, _renewed, old, new)


def _renewed(slug: str, before: Session, after: Session, old: Side, new: Side) -> Iterator[Change]:
    place = ("sessions", slug)
    yield from renamed("session.renamed", (*place, "title"), before, after)
    yield from _moved(slug, before, after, old, new)
    was, now = old.start_of_session(slug), new.start_of_session(slug)
    if was != now:
        code = "session.untimed" if now is None else "session.timed" if was is None else "session.retimed"
        yield told(code, place, after, old=was, new=now)
    known = (
        {"room"} | ({"start", "block"} if was != now else set()) | ({"title"} if is_renamed(before, after) else set())
    )
    fields = changed_fields(before, after, frozenset(known))
    # Neither shows in the session's own fields: one follows from its block, the other from its items.
    if _lasts_otherwise(slug, before, after, old, new) and not {"minutes", "block"} & {*fields}:
        fields += ("block",)
    if _in_another_order(slug, old, new):
        fields += ("items",)
    if fields:
        yield told("session.changed", place, after, fields=fields)


def _moved(slug: str, before: Session, after: Session, old: Side, new: Side) -> Iterator[Change]:
    if before.room == after.room:
        return
    code = "session.unroomed" if after.room is None else "session.roomed" if before.room is None else "session.moved"
    rooms = {"old": old.name("rooms", before.room), "new": new.name("rooms", after.room)}
    yield told(code, ("sessions", slug), after, **rooms)


def _lasts_otherwise(slug: str, before: Session, after: Session, old: Side, new: Side) -> bool:
    """Whether it is shorter or longer because it was planned so, and not because its items need less or more."""
    was, now = old.table.by_session.get(slug), new.table.by_session.get(slug)
    if was is None or now is None or was.end - was.start == now.end - now.start:
        return False
    return planned_length(old.week, before) != planned_length(new.week, after)


def _in_another_order(slug: str, old: Side, new: Side) -> bool:
    """Whether items that have no time, or one together, have changed places. Of all others the times tell it."""
    in_common = {name for name, _ in old.sequence.get(slug, ())} & {name for name, _ in new.sequence.get(slug, ())}

    def together(side: Side) -> dict[tuple[datetime | None, datetime | None], list[str]]:
        groups = defaultdict(list)
        for name, _ in side.sequence.get(slug, ()):
            if name in in_common:
                groups[old.start_of_item(name), new.start_of_item(name)].append(name)
        return groups

    return together(old) != together(new)
