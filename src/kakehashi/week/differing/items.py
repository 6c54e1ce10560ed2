"""How items differ: when, where, by whom, whether at all."""

from collections.abc import Iterator

from kakehashi.findings import Change
from kakehashi.week.differing.comparing import Side, Timed, changed_fields, in_both, is_renamed, renamed, told
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


_ITEMS = Timed("items", "item.added", "item.removed", Side.start_of_item)


def items(old: Side, new: Side) -> Iterator[Change]:
    """Everything that differs between the items of two weeks."""
    return in_both(_ITEMS, _renewed, old, new)


def _renewed(slug: str, before: Item, after: Item, old: Side, new: Side) -> Iterator[Change]:
    if before == after and old.begins(slug) == new.begins(slug):
        # Most are, and what else is told of an item follows from these.
        return
    place = ("items", slug)
    yield from renamed("item.renamed", (*place, "title"), before, after)
    fate = _fate(before, after)
    moves = (*_moved(slug, before, after, old, new), *_retimed(slug, before, after, old, new))
    speakers = tuple(_speakers(slug, before, after, old, new))
    # In the order in which a reader wants to know: whether at all, then where and when, then who.
    if fate is not None:
        yield told(fate, place, after)
    yield from moves
    yield from speakers
    # Order and pinned start show only in the time, of which the changes above tell.
    known = {"order", "starts"}
    known |= {"title"} if is_renamed(before, after) else set()
    known |= {"status"} if fate else set()
    known |= {"session"} if moves else set()
    known |= {"speakers"} if speakers else set()
    fields = changed_fields(before, after, frozenset(known))
    if fields:
        yield told("item.changed", place, after, fields=fields)


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
    yield told("item.moved", ("items", slug), after, **values)


def _retimed(slug: str, before: Item, after: Item, old: Side, new: Side) -> Iterator[Change]:
    """Another start, unless the whole session moved by as much: that is told of the session."""
    was, now = old.start_of_item(slug), new.start_of_item(slug)
    if was is None or now is None:
        if was is not None:
            yield told("item.untimed", ("items", slug), after, old=was)
        elif now is not None:
            yield told("item.timed", ("items", slug), after, new=now)
        return
    session_was, session_now = old.start_of_session(before.session), new.start_of_session(after.session)
    along = before.session == after.session and session_was is not None and session_now is not None
    if was != now and not (along and session_now - session_was == now - was):  # type: ignore[operator]
        yield told("item.retimed", ("items", slug), after, old=was, new=now)


def _speakers(slug: str, before: Item, after: Item, old: Side, new: Side) -> Iterator[Change]:
    """Who no longer speaks, who does now, and who does in whose place. Nobody both comes and goes."""
    were, roles = _people(before), {(one.person, one.in_place_of) for one in before.speakers}
    gone = dict.fromkeys(one.person for one in before.speakers if one.person not in _people(after))
    # Someone with two roles comes once, and whoever comes in another's place need not be said to come as well.
    come = {one.person for one in after.speakers if one.in_place_of is not None}
    for number, speaker in enumerate(after.speakers):
        place = ("items", slug, "speakers", number)
        absent = speaker.in_place_of
        if absent is not None and (speaker.person, absent) not in roles:
            gone.pop(absent, None)
            people = {"old": old.name("people", absent), "new": new.name("people", speaker.person)}
            yield told("item.speaker-replaced", place, after, **people)
        elif speaker.person not in were | come:
            come.add(speaker.person)
            yield told("item.speaker-added", place, after, person=new.name("people", speaker.person))
    for person in gone:
        yield told("item.speaker-removed", ("items", slug), after, person=old.name("people", person))


def _people(item: Item) -> set[str]:
    return {speaker.person for speaker in item.speakers}
