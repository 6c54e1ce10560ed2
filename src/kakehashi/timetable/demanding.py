"""What the rules of a planner's problem demand, in the words of a week: facts at the place where somebody wished it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from typing import TypeAlias

from kakehashi.findings import Finding, Place, Stretch, Value
from kakehashi.planner import Wish, WishKind
from kakehashi.timetable.barring import carers_of
from kakehashi.timetable.causes import Cause, causes_of, on_clock, stretches_of
from kakehashi.timetable.moving import Group, Run
from kakehashi.timetable.posed import Posed
from kakehashi.week import Week
from kakehashi.week.naming import called

Facts: TypeAlias = Iterator[Finding]

ON_ITS_CLOCK: Mapping[str, str] = {"conflict.night": "conflict.night-there", "conflict.away": "conflict.away-there"}
"""How an absence is told that the person's own clock shows otherwise than the host's."""


def demand_facts(posed: Posed, wish: Wish) -> Facts:
    """What a wish demands, in the words of the week; more than one fact where it has several causes."""
    yield from _DEMANDS[wish.kind](Told(posed), wish)


@dataclass(frozen=True)
class Told:
    """The parts of a week that the names of a problem stand for, ready to be told."""

    posed: Posed

    @property
    def week(self) -> Week:
        """The week."""
        return self.posed.week

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """What is planned, by the names of the tracks."""
        return {group.name: group for group in self.posed.movement.groups}

    @cached_property
    def runs(self) -> Mapping[str, Run]:
        """What is planned, by the names of the talks."""
        return {run.head: run for group in self.groups.values() for run in group.runs}

    def item(self, talk: str) -> Value:
        """What a talk is called."""
        return called(self.week, "items", talk)

    def session(self, track: str) -> Value:
        """A session; of several that may take each other's place, their symposium."""
        sessions = self.groups[track].sessions
        symposium = self.week.sessions[sessions[0]].symposium
        if len(sessions) > 1 and symposium is not None:
            return called(self.week, "symposia", symposium)
        return called(self.week, "sessions", sessions[0])

    def block(self, block: str) -> Stretch:
        """The time of a block on the host's clock."""
        return on_clock(self.week.zone, self.posed.grid.begins(block), self.posed.grid.ends(block))

    def start(self, talk: str) -> datetime | None:
        """When a pinned talk begins, on the host's clock."""
        pin = self.posed.problem.talk[talk].pinned
        if pin is None:
            return None
        begins = self.posed.grid.begins(pin.block, pin.first or 0)
        return on_clock(self.week.zone, begins, begins).start

    def causes(self, talk: str, block: str) -> Iterator[Cause]:
        """What keeps a talk from the slots that are barred for it, and nothing else."""
        barred = self.posed.problem.talk[talk].barred_slots.get(block, frozenset())
        left = set(barred)
        for cause in causes_of(self.posed, self.runs[talk], block):
            if slots := cause.slots & barred:
                left -= slots
                yield replace(cause, slots=slots)
        if left:
            yield Cause("conflict.barred", ("items", talk), frozenset(left))

    def barred(self, talk: str, block: str, cause: Cause) -> Facts:
        """The facts of a cause that keeps a talk from slots of a block: one for each stretch of time."""
        for start, end in stretches_of(self.posed, block, cause.slots):
            when = on_clock(self.week.zone, start, end)
            values: dict[str, Value] = {"what": self.item(talk), "when": when, **cause.values}
            if cause.person is not None:
                values["person"] = called(self.week, "people", cause.person)
            code = cause.code
            if code in ON_ITS_CLOCK and (local := self.elsewhere(cause.zone, start, end)) is not None:
                code, values = ON_ITS_CLOCK[code], {**values, "local": local}
            yield Finding(code, cause.place, values)

    def elsewhere(self, zone: str | None, start: datetime, end: datetime) -> Stretch | None:
        """A stretch of time on the clock of a zone, if that is known and does not show what the host's shows."""
        if zone is None:
            return None
        local, here = on_clock(zone, start, end), on_clock(self.week.zone, start, end)
        return None if local.start.utcoffset() == here.start.utcoffset() else local


def _pinned(told: Told, wish: Wish) -> Facts:
    kept = told.posed.week.items[wish.of].starts is None
    place: Place = ("items", wish.of) if kept else ("items", wish.of, "starts")
    values = {"what": told.item(wish.of), "start": told.start(wish.of)}
    yield Finding("conflict.kept" if kept else "conflict.pinned", place, values)


def _barred_slots(told: Told, wish: Wish) -> Facts:
    for cause in told.causes(wish.of, wish.what):
        yield from told.barred(wish.of, wish.what, cause)


def _barred_block(told: Told, wish: Wish) -> Facts:
    values = {"what": told.item(wish.of), "when": told.block(wish.what)}
    yield Finding("conflict.closes-a-day", ("items", wish.of, "kind"), values)


def _barred_room(told: Told, wish: Wish) -> Facts:
    values = {"what": told.item(wish.of), "room": called(told.week, "rooms", wish.what)}
    yield Finding("conflict.barred-room", ("items", wish.of), values)


def following(told: Told, wish: Wish) -> Facts:
    """Why an item comes after another: it is wished, or the order of a session or of protocol has it so."""
    values = {"what": told.item(wish.of), "other": told.item(wish.what)}
    items, earlier = told.runs[wish.of].items, told.runs[wish.what].items
    for number, one in enumerate(told.week.wishes.precedence):
        if one.first in earlier and one.then in items:
            yield Finding("conflict.following", ("wishes", "precedence", number), values)
            return
    together = told.runs[wish.of].session is not None and told.runs[wish.of].session == told.runs[wish.what].session
    yield Finding("conflict.in-order" if together else "conflict.in-protocol", ("items", wish.of), values)


def _session_barred(told: Told, wish: Wish) -> Facts:
    sessions = told.groups[wish.of].sessions
    values = {"session": told.session(wish.of), "when": told.block(wish.what)}
    cared = any(carers_of(told.week.sessions[slug]) for slug in sessions)
    code = "conflict.session-unattended" if cared else "conflict.block-too-short"
    yield Finding(code, ("sessions", sessions[0]), values)


def _session_barred_room(told: Told, wish: Wish) -> Facts:
    values = {"what": told.session(wish.of), "room": called(told.week, "rooms", wish.what)}
    yield Finding("conflict.barred-room", ("sessions", told.groups[wish.of].sessions[0]), values)


def _of_session(code: str, told: Told, wish: Wish) -> Facts:
    sessions = told.groups[wish.of].sessions
    yield Finding(code, ("sessions", sessions[0]), {"session": told.session(wish.of), "count": len(sessions)})


def _shared(told: Told, wish: Wish) -> Facts:
    yield of_shared("conflict.apart", "conflict.apart-all", told, wish)


def of_shared(two: str, more: str, told: Told, wish: Wish) -> Finding:
    """A fact about items that must not run at once: `two` is its code for two of them, `more` for any number."""
    talks = next(sorted(one.talks) for one in told.posed.problem.resources if one.name == wish.of)
    # Named for the group of wishes that it comes from, counted from 1.
    place: Place = ("wishes", "apart", int(wish.of.rpartition("-")[2]) - 1)
    if len(talks) == 2:
        return Finding(two, place, {"what": told.item(talks[0]), "other": told.item(talks[1])})
    return Finding(more, place, {"items": tuple(talks)})


def closed(told: Told, wish: Wish) -> Facts:
    """What a room is closed for during a block: a session that stays there, or the change over to one beside it."""
    when = told.block(wish.of)
    values: dict[str, Value] = {"room": called(told.week, "rooms", wish.what), "when": when}
    grid = told.posed.grid
    for span in told.posed.movement.fixed_sessions:
        if span.room == wish.what and any(block == wish.of for block, _ in grid.met(span.start, span.end)):
            values["session"] = called(told.week, "sessions", span.session)
            yield Finding("conflict.taken", ("sessions", span.session), values)
            return
    yield Finding("conflict.changing-over", ("wishes", "changeover"), values)


def _alone(told: Told, wish: Wish) -> Facts:
    yield Finding("conflict.alone", ("people", wish.of), {"person": called(told.week, "people", wish.of)})


_DEMANDS: Mapping[WishKind, Callable[[Told, Wish], Facts]] = {
    WishKind.PINNED: _pinned,
    WishKind.PINNED_ROOM: _pinned,
    WishKind.PINNED_SLOT: _pinned,
    WishKind.BARRED_BLOCK: _barred_block,
    WishKind.BARRED_ROOM: _barred_room,
    WishKind.BARRED_SLOTS: _barred_slots,
    WishKind.FOLLOWING: following,
    WishKind.TRACK_BARRED_BLOCK: _session_barred,
    WishKind.TRACK_BARRED_ROOM: _session_barred_room,
    WishKind.FEW_CELLS: partial(_of_session, "conflict.few-sessions"),
    WishKind.STAGES: partial(_of_session, "conflict.stages"),
    WishKind.SHARED: _shared,
    WishKind.CLOSED: closed,
    WishKind.ALONE: _alone,
}
"""What each kind of wish demands."""
