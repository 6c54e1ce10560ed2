"""How sessions differ: when and in which room."""

from collections.abc import Iterator

from kakehashi.findings import Change, Value
from kakehashi.week.differing.comparing import Side, by_slug, changed_fields, name_of, renamed
from kakehashi.week.symposia import Session

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


def sessions(old: Side, new: Side) -> Iterator[Change]:
    """Everything that differs between the sessions of two weeks."""
    for slug, before, after in by_slug(old.week.sessions, new.week.sessions):
        if before is None:
            yield _one("session.added", slug, after, at=new.start_of_session(slug))
        elif after is None:
            yield _one("session.removed", slug, before, at=old.start_of_session(slug))
        else:
            yield from _renewed(slug, before, after, old, new)


def _renewed(slug: str, before: Session, after: Session, old: Side, new: Side) -> Iterator[Change]:
    place = ("sessions", slug)
    yield from renamed("session.renamed", (*place, "title"), before, after)
    yield from _moved(slug, before, after, old, new)
    was, now = old.start_of_session(slug), new.start_of_session(slug)
    if was != now:
        code = "session.untimed" if now is None else "session.timed" if was is None else "session.retimed"
        yield _one(code, slug, after, old=was, new=now)
    times = {"start", "block"} if was != now else set()
    fields = changed_fields(before, after, frozenset({"title", "room", *times}))
    if fields:
        yield _one("session.changed", slug, after, fields=fields)


def _moved(slug: str, before: Session, after: Session, old: Side, new: Side) -> Iterator[Change]:
    if before.room == after.room:
        return
    code = "session.unroomed" if after.room is None else "session.roomed" if before.room is None else "session.moved"
    yield _one(code, slug, after, old=old.name("rooms", before.room), new=new.name("rooms", after.room))


def _one(code: str, slug: str, session: Session, **values: Value) -> Change:
    return Change(code, ("sessions", slug), {"what": name_of(session) or slug, **values})
