"""Which demand of a week a timetable breaks, where a planner's check says which rule."""

from collections.abc import Iterable, Iterator, Mapping

from kakehashi.findings import Finding
from kakehashi.planner import Violation, Wish, WishKind
from kakehashi.timetable.demanding import Told, demand_facts
from kakehashi.timetable.posed import Posed

_OF_A_TALK: Mapping[str, tuple[WishKind, str | None]] = {
    "timetable.barred-room": (WishKind.BARRED_ROOM, "room"),
    "timetable.too-early": (WishKind.FOLLOWING, "expected"),
    "timetable.pinned-to-block": (WishKind.PINNED, None),
    "timetable.pinned-to-room": (WishKind.PINNED, None),
    "timetable.pinned-to-slot": (WishKind.PINNED, None),
}
"""The wishes of a talk that a violation speaks of, with the value that says of what."""
_OF_ANOTHER: Mapping[str, tuple[WishKind, str, str | None]] = {
    "timetable.resource-exceeded": (WishKind.SHARED, "value", None),
    "timetable.closed-cell": (WishKind.CLOSED, "block", "room"),
    "timetable.too-many-cells": (WishKind.FEW_CELLS, "track", None),
    "timetable.person-twice": (WishKind.ALONE, "person", None),
    "timetable.chair-twice": (WishKind.ALONE, "person", None),
    "timetable.chair-elsewhere": (WishKind.ALONE, "person", None),
}
"""The wishes of a track, a resource, a cell or a person."""


def broken_demands(posed: Posed, violations: Iterable[Violation]) -> tuple[Finding, ...]:
    """What a timetable breaks, in the words of the week; each demand once."""
    found: list[Finding] = []
    for violation in violations:
        found += [fact for fact in _facts(posed, violation) if fact not in found]
    return tuple(found)


def _facts(posed: Posed, violation: Violation) -> Iterator[Finding]:
    values = {name: str(value) for name, value in violation.values.items()}
    code = violation.code
    if code == "timetable.barred-slot":
        yield from _at_this_slot(posed, values["talk"], values["block"], int(values["slot"]) - 1)
    elif code in _OF_A_TALK:
        kind, what = _OF_A_TALK[code]
        yield from demand_facts(posed, Wish(kind, values["talk"], values[what] if what else ""))
    elif code in _OF_ANOTHER:
        other, of, what = _OF_ANOTHER[code]
        yield from demand_facts(posed, Wish(other, values[of], values[what] if what else ""))
    elif code == "timetable.barred-block":
        talk = posed.problem.talk[values["talk"]]
        own = values["block"] in talk.barred_blocks
        wish = (WishKind.BARRED_BLOCK, talk.name) if own else (WishKind.TRACK_BARRED_BLOCK, talk.track)
        yield from demand_facts(posed, Wish(*wish, values["block"]))
    elif code == "timetable.before-its-stage":
        yield from demand_facts(posed, Wish(WishKind.STAGES, posed.problem.talk[values["talk"]].track))
    elif code == "timetable.gap":
        yield Finding("conflict.gap", ("items", values["talk"]), {"what": Told(posed).item(values["talk"])})
    else:
        yield _as_it_is(posed, violation)


def _at_this_slot(posed: Posed, talk: str, block: str, slot: int) -> Iterator[Finding]:
    """Why a talk cannot be in one slot, and no other cause that its block has."""
    told = Told(posed)
    for cause in told.causes(talk, block):
        if slot in cause.slots:
            yield from told.barred(talk, block, cause)


def _as_it_is(posed: Posed, violation: Violation) -> Finding:
    """What is wrong with a timetable as such: a talk without a place, two in one slot."""
    if violation.place[:1] != ("talks",):
        return Finding(violation.code, (), violation.values)
    talk = str(violation.place[1])
    return Finding("conflict.out-of-place", ("items", talk), {"what": Told(posed).item(talk)})
