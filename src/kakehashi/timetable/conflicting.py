"""Demands of a week that cannot hold together, and what it would be enough to allow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from kakehashi.findings import Finding, Severity, Value
from kakehashi.planner import Conflict, Wish, WishKind
from kakehashi.timetable.causes import on_clock, stretches_of
from kakehashi.timetable.demanding import Facts, Told, closed, demand_facts, following, of_shared
from kakehashi.timetable.posed import Posed
from kakehashi.week.naming import called


def conflict_facts(posed: Posed, conflict: Conflict) -> Facts:
    """Why a week cannot be planned: a head, then every demand that has a part in it, all of them errors.

    Then, as notes, what would be enough to give up: each of several alone, or some of them together.
    """
    if not conflict.proven:
        yield Finding("conflict.unknown")
        return
    if not conflict.wishes:
        yield Finding("conflict.without-wishes")
    else:
        yield Finding("conflict.found" if conflict.minimal else "conflict.among")
    for wish in conflict.wishes:
        yield from demand_facts(posed, wish)
    yield from _relaxation_facts(posed, conflict.relaxations)


def _relaxation_facts(posed: Posed, relaxations: Sequence[Sequence[Wish]]) -> Facts:
    single = [wishes for wishes in relaxations if len(wishes) == 1]
    if single:
        yield Finding("relaxation.any" if len(single) > 1 else "relaxation.one", severity=Severity.NOTE)
    for wishes in relaxations:
        if len(wishes) > 1:
            yield Finding("relaxation.together", severity=Severity.NOTE)
        yield from (relaxation_fact(posed, wish) for wish in wishes)


def relaxation_fact(posed: Posed, wish: Wish) -> Finding:
    """What would have to be done to give a wish up."""
    return replace(_RELAXATIONS[wish.kind](Told(posed), wish), severity=Severity.NOTE)


def _item_relaxed(code: str, told: Told, wish: Wish) -> Finding:
    return Finding(code, ("items", wish.of), {"what": told.item(wish.of), "start": told.start(wish.of)})


def _slots_allowed(told: Told, wish: Wish) -> Finding:
    causes = list(told.causes(wish.of, wish.what))
    barred = frozenset[int]().union(*(cause.slots for cause in causes))
    stretches = list(stretches_of(told.posed, wish.what, barred))
    start, end = stretches[0][0], stretches[-1][1]
    values: dict[str, Value] = {"what": told.item(wish.of), "when": on_clock(told.week.zone, start, end)}
    absent = {(cause.person, cause.zone) for cause in causes}
    person, zone = absent.pop() if len(absent) == 1 else (None, None)
    if person is None or zone is None:
        return Finding("relaxation.time", causes[0].place, values)
    values |= {"person": called(told.week, "people", person), "local": on_clock(zone, start, end)}
    return Finding("relaxation.person", causes[0].place, values)


def _block_allowed(told: Told, wish: Wish) -> Finding:
    return Finding("relaxation.time", ("items", wish.of), {"what": told.item(wish.of), "when": told.block(wish.what)})


def _room_allowed(told: Told, wish: Wish) -> Finding:
    room = called(told.week, "rooms", wish.what)
    if wish.kind is WishKind.TRACK_BARRED_ROOM:
        return Finding("relaxation.room", (), {"what": told.session(wish.of), "room": room})
    return Finding("relaxation.room", ("items", wish.of), {"what": told.item(wish.of), "room": room})


def _any_order(told: Told, wish: Wish) -> Finding:
    place = next(following(told, wish)).place
    return Finding("relaxation.order", place, {"what": told.item(wish.of), "other": told.item(wish.what)})


def _session_allowed(told: Told, wish: Wish) -> Finding:
    values = {"session": told.session(wish.of), "when": told.block(wish.what)}
    return Finding("relaxation.session-time", ("sessions", told.groups[wish.of].sessions[0]), values)


def _session_relaxed(code: str, told: Told, wish: Wish) -> Finding:
    return Finding(code, ("sessions", told.groups[wish.of].sessions[0]), {"session": told.session(wish.of)})


def _together(told: Told, wish: Wish) -> Finding:
    return of_shared("relaxation.at-once", "relaxation.at-once-all", told, wish)


def _open(told: Told, wish: Wish) -> Finding:
    values = {"room": called(told.week, "rooms", wish.what), "when": told.block(wish.of)}
    return Finding("relaxation.open", next(closed(told, wish)).place, values)


def _stand_in(told: Told, wish: Wish) -> Finding:
    return Finding("relaxation.stand-in", ("people", wish.of), {"person": called(told.week, "people", wish.of)})


_RELAXATIONS: Mapping[WishKind, Callable[[Told, Wish], Finding]] = {
    WishKind.PINNED: partial(_item_relaxed, "relaxation.another-start"),
    WishKind.PINNED_ROOM: partial(_item_relaxed, "relaxation.another-room"),
    WishKind.PINNED_SLOT: partial(_item_relaxed, "relaxation.another-slot"),
    WishKind.BARRED_BLOCK: _block_allowed,
    WishKind.BARRED_ROOM: _room_allowed,
    WishKind.BARRED_SLOTS: _slots_allowed,
    WishKind.FOLLOWING: _any_order,
    WishKind.TRACK_BARRED_BLOCK: _session_allowed,
    WishKind.TRACK_BARRED_ROOM: _room_allowed,
    WishKind.FEW_CELLS: partial(_session_relaxed, "relaxation.more-sessions"),
    WishKind.ONE_MORE_CELL: partial(_session_relaxed, "relaxation.one-more-session"),
    WishKind.STAGES: partial(_session_relaxed, "relaxation.stages"),
    WishKind.SHARED: _together,
    WishKind.ONE_MORE_SHARED: _together,
    WishKind.CLOSED: _open,
    WishKind.ALONE: _stand_in,
    WishKind.ONE_MORE_ROOM: lambda told, wish: Finding("relaxation.one-more-room", ("rooms",)),
    WishKind.ONE_MORE_BLOCK: lambda told, wish: Finding("relaxation.one-more-block", ("blocks",)),
}
"""What has to be done to give up each kind of wish."""
