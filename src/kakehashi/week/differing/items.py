"""How items differ: when, where, by whom, whether at all."""

from collections.abc import Iterator

from kakehashi.findings import Change, Place, Value
from kakehashi.week.differing.comparing import Side, by_slug, changed_fields, name_of, renamed
from kakehashi.week.items import Item, Status

CODES = frozenset(
    {
        "item.added",
        "item.removed",
        "item.renamed",
        "item.moved",
        "item.retimed",
        "item.timed",
        "item.untimed",
        "item.postponed",
        "item.withdrawn",
        "item.cancelled",
        "item.restored",
        "item.speaker-replaced",
        "item.speaker-added",
        "item.speaker-removed",
        "item.changed",
    }
)

_FATES = {
    Status.POSTPONED: "item.postponed",
    Status.WITHDRAWN: "item.withdrawn",
    Status.CANCELLED: "item.cancelled",
}


def items(old: Side, new: Side) -> Iterator[Change]:
    """Everything that differs between the items of two weeks."""
    for slug, before, after in by_slug(old.week.items, new.week.items):
        if before is None:
            yield _one("item.added", slug, after, at=new.start_of_item(slug))
        elif after is None:
            yield _one("item.removed", slug, before, at=old.start_of_item(slug))
        else:
            yield from _renewed(slug, before, after, old, new)


def _renewed(slug: str, before: Item, after: Item, old: Side, new: Side) -> Iterator[Change]:
    yield from renamed("item.renamed", ("items", slug, "title"), before, after)
    fate = _fate(before, after)
    moves = (*_moved(slug, before, after, old, new), *_retimed(slug, before, after, old, new))
    speakers = tuple(_speakers(slug, before, after, old, new))
    if fate is not None:
        yield _one(fate, slug, after)
    yield from moves
    yield from speakers
    # Order and pinned start show only in the time, of which the changes above tell.
    told = {"title", "order", "starts"}
    told |= {"status"} if fate else set()
    told |= {"session"} if moves else set()
    told |= {"speakers"} if speakers else set()
    fields = changed_fields(before, after, frozenset(told))
    if fields:
        yield _one("item.changed", slug, after, fields=fields)


def _fate(before: Item, after: Item) -> str | None:
    """Whether an item takes place after all, or no longer."""
    if before.status is after.status or (before.status.takes_place and after.status.takes_place):
        return None
    return _FATES.get(after.status, "item.restored")


def _moved(slug: str, before: Item, after: Item, old: Side, new: Side) -> Iterator[Change]:
    """Into another session. Into one at all, or out of any, is told by the time alone."""
    if before.session == after.session or before.session is None or after.session is None:
        return
    values = {"old": old.name("sessions", before.session), "new": new.name("sessions", after.session)}
    yield _one("item.moved", slug, after, **values)


def _retimed(slug: str, before: Item, after: Item, old: Side, new: Side) -> Iterator[Change]:
    """Another start, unless the whole session moved by as much: that is told of the session."""
    was, now = old.start_of_item(slug), new.start_of_item(slug)
    if was is None or now is None:
        if was is not None:
            yield _one("item.untimed", slug, after, old=was)
        elif now is not None:
            yield _one("item.timed", slug, after, new=now)
        return
    session_was, session_now = old.start_of_session(before.session), new.start_of_session(after.session)
    along = before.session == after.session and session_was is not None and session_now is not None
    if was != now and not (along and session_now - session_was == now - was):  # type: ignore[operator]
        yield _one("item.retimed", slug, after, old=was, new=now)


def _speakers(slug: str, before: Item, after: Item, old: Side, new: Side) -> Iterator[Change]:
    """Who no longer speaks, who does now, and who does in whose place."""
    were, roles = _people(before), {(one.person, one.in_place_of) for one in before.speakers}
    gone = dict.fromkeys(one.person for one in before.speakers if one.person not in _people(after))
    for number, speaker in enumerate(after.speakers):
        place: Place = ("items", slug, "speakers", number)
        absent = speaker.in_place_of
        if absent is not None and (speaker.person, absent) not in roles:
            gone.pop(absent, None)
            people = {"old": old.name("people", absent), "new": new.name("people", speaker.person)}
            yield Change("item.speaker-replaced", place, {"what": name_of(after) or slug, **people})
        elif speaker.person not in were:
            values = {"what": name_of(after) or slug, "person": new.name("people", speaker.person)}
            yield Change("item.speaker-added", place, values)
    for person in gone:
        yield _one("item.speaker-removed", slug, after, person=old.name("people", person))


def _people(item: Item) -> set[str]:
    return {speaker.person for speaker in item.speakers}


def _one(code: str, slug: str, item: Item, **values: Value) -> Change:
    return Change(code, ("items", slug), {"what": name_of(item) or slug, **values})
