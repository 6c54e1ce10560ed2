"""Demands of a week that cannot hold together, and what it would be enough to allow."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import pairwise

from kakehashi.findings import Finding, Severity, Stretch, Value
from kakehashi.planner import Conflict, Wish, WishKind
from kakehashi.timetable.causes import on_clock, stretches_of
from kakehashi.timetable.demanding import Facts, Told, closed, demand_facts, following, of_shared
from kakehashi.timetable.hours import weight_between
from kakehashi.timetable.posed import Posed
from kakehashi.week.naming import called

FEW = 5
"""So many times are told at which it would be enough to allow an item, those first that are easiest to bear."""


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
    yield from _joined(posed, (fact for wish in conflict.wishes for fact in demand_facts(posed, wish)))
    yield from _relaxation_facts(posed, conflict.relaxations)


def _joined(posed: Posed, facts: Iterable[Finding]) -> Facts:
    """The facts, those that say the same of block after block made one: between blocks there is nothing to plan."""
    grid = posed.grid
    next_start = {grid.ends(one): grid.begins(other) for one, other in pairwise(grid.blocks)}
    found: list[Finding] = []
    last: dict[object, int] = {}
    for fact in facts:
        same = fact.code, fact.place, tuple((name, fact.values[name]) for name in fact.values if name not in _TIMES)
        before = found[last[same]] if same in last else None
        if before is not None and fact.code not in _NIGHTS and _follow(before, fact, next_start):
            found[last[same]] = replace(before, values={**before.values, **_extended(before, fact)})
        else:
            last[same] = len(found)
            found.append(fact)
    yield from found


_TIMES = ("when", "local")
_NIGHTS = ("conflict.night", "conflict.night-there")
"""Between two nights there is a day."""


def _follow(before: Finding, fact: Finding, next_start: Mapping[datetime, datetime]) -> bool:
    one, other = before.values.get("when"), fact.values.get("when")
    return isinstance(one, Stretch) and isinstance(other, Stretch) and next_start.get(one.end) == other.start


def _extended(before: Finding, fact: Finding) -> Mapping[str, Value]:
    """The times of a fact, which go on until those of another end."""
    times = ((name, before.values.get(name), fact.values.get(name)) for name in _TIMES)
    return {
        name: Stretch(one.start, other.end)
        for name, one, other in times
        if isinstance(one, Stretch) and isinstance(other, Stretch)
    }


def _relaxation_facts(posed: Posed, relaxations: Sequence[Sequence[Wish]]) -> Facts:
    single = [wishes[0] for wishes in relaxations if len(wishes) == 1]
    if single:
        yield Finding("relaxation.any" if len(single) > 1 else "relaxation.one", severity=Severity.NOTE)
        yield from _each_enough(posed, single)
    for wishes in relaxations:
        if len(wishes) > 1:
            yield Finding("relaxation.together", severity=Severity.NOTE)
            yield from (relaxation_fact(posed, wish) for wish in wishes)


def _each_enough(posed: Posed, single: Sequence[Wish]) -> Facts:
    """What is enough alone, each; of many times of one item the easiest to bear."""
    times: dict[str, list[Finding]] = {}
    for wish in single:
        fact = relaxation_fact(posed, wish)
        if wish.kind is WishKind.BARRED_SLOTS:
            times.setdefault(wish.of, []).append(fact)
        else:
            yield fact
    for facts in times.values():
        yield from sorted(facts, key=_hardship)[:FEW]
        if len(facts) > FEW:
            yield Finding("relaxation.more-times", values={"count": len(facts) - FEW}, severity=Severity.NOTE)


def _hardship(fact: Finding) -> int:
    """What the time weighs on the clock of whoever would have to be there, or on the host's."""
    when = fact.values.get("local", fact.values.get("when"))
    zone = getattr(when.start.tzinfo, "key", None) if isinstance(when, Stretch) else None
    return weight_between(zone, when.start, when.end) if zone is not None and isinstance(when, Stretch) else 0


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
    if person is None:
        return Finding("relaxation.time", causes[0].place, values)
    values["person"] = called(told.week, "people", person)
    if (local := told.elsewhere(zone, start, end)) is None:
        return Finding("relaxation.person", causes[0].place, values)
    return Finding("relaxation.person-there", causes[0].place, {**values, "local": local})


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
