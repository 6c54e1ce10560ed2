"""The sheet `submissions`: the talks, who gives and who hears them, and what they cost in each session and room."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kakehashi.formats.cosplib.cells import Sheet
from kakehashi.formats.cosplib.hours import Hours
from kakehashi.frozen import FrozenMap
from kakehashi.planner import Talk

TRACK, SLOTS, ORDER, ZONE, PRESENTERS, ATTENDEES, FIRST_COST = range(1, 8)
"""The columns; costs in sessions and then in rooms follow, headed by their names."""

MOST_SLOTS = 1_000
"""The longest session, in slots."""

_NEVER = -1
"""Stands for a blank place in the order until it is known how many talks the track has."""


@dataclass(frozen=True)
class Around:
    """What talks refer to: the other sheets, the hours that suit, and each session's time (start, end; in minutes)."""

    tracks: Sheet
    sessions: Sheet
    rooms: Sheet
    hours: Hours
    times: Mapping[str, tuple[int, int]]


def read_talks(sheet: Sheet, around: Around) -> tuple[Talk, ...]:
    """The talks in their order. A track without talks is a fault too."""
    for column, header in ((TRACK, "Track"), (ZONE, "Time Zone")):
        if sheet.there and sheet.table.at(0, column) != header:
            sheet.fault("cosplib.wrong-header", 0, column, value=sheet.text(0, column), expected=header)
    sessions, rooms = _cost_columns(sheet, around)
    talks = [_talk(sheet, row, name, around, (sessions, rooms)) for name, row in sheet.names.items()]
    numbers = Counter(talk.track for talk in talks)
    for track, row in around.tracks.names.items():
        if sheet.there and track not in numbers:
            around.tracks.fault("cosplib.track-without-talks", row, 0, value=track)
    return tuple(_ordered(talk, numbers) for talk in talks)


def _cost_columns(sheet: Sheet, around: Around) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The columns of costs in sessions and in rooms, by name; first all sessions, then all rooms."""
    names = list(sheet.headers(0).items())
    headed = [(name, column) for name, column in names if column >= FIRST_COST]
    border = FIRST_COST + len(around.sessions.names)
    groups = ((around.sessions, range(FIRST_COST, border)), (around.rooms, range(border, sheet.table.width)))
    found: list[Mapping[str, int]] = []
    for known, columns in groups:
        group = {name: column for name, column in headed if column in columns}
        # How many columns sessions take is not known without them.
        if around.sessions.there and around.rooms.there:
            found.append({name: at for name, at in group.items() if sheet.is_known(name, 0, at, known)})
            sheet.all_there(group, known)
        else:
            found.append({})
    return found[0], found[1]


def _talk(
    sheet: Sheet, row: int, name: str, around: Around, columns: tuple[Mapping[str, int], Mapping[str, int]]
) -> Talk:
    track = sheet.text(row, TRACK)
    if track is None:
        sheet.fault("cosplib.no-track", row, TRACK, value=name)
    else:
        sheet.is_known(track, row, TRACK, around.tracks)
    zone = sheet.offset(row, ZONE)
    hours = {} if zone is None else {session: around.hours.cost(*at, zone) for session, at in around.times.items()}
    blank_order = sheet.table.at(row, ORDER) is None
    costs = ({other: cost for other, at in group.items() if (cost := sheet.cost(row, at))} for group in columns)
    in_sessions, in_rooms = map(FrozenMap, costs)
    return Talk(
        name,
        track or "",
        slots=sheet.whole(row, SLOTS, least=1, most=MOST_SLOTS) or 1,
        order=_NEVER if blank_order else sheet.whole(row, ORDER, least=0) or 0,
        presenters=sheet.people(row, PRESENTERS),
        attendees=sheet.people(row, ATTENDEES),
        hour_costs=FrozenMap({session: cost for session, cost in hours.items() if cost}),
        block_costs=in_sessions,
        room_costs=in_rooms,
    )


def _ordered(talk: Talk, numbers: Mapping[str, int]) -> Talk:
    """CoSPLib counts a blank place in the order as one that is always missed: so does one after the track's last."""
    return replace(talk, order=numbers[talk.track] + 1) if talk.order == _NEVER else talk
