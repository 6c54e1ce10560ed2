"""The table of a day as a reader sees it: headings, rows of clocks, cells.

`grid` lays a day out and knows no words; here its moments become times on every clock, its entries what they say. One
table serves as grid and as list, so that what one sees and what a screen reader reads cannot differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from markupsafe import Markup, escape

from kakehashi.site.grid import Cell, Column, Entry, Grid, Row, grid_of
from kakehashi.site.pictures import shade
from kakehashi.site.pictures.clocks import Clock
from kakehashi.site.pictures.spoken import cities
from kakehashi.site.reader import Reader
from kakehashi.site.shown.entries import EntryShown, Listed, listed, together
from kakehashi.site.shown.marks import mark_for
from kakehashi.site.shown.times import clocks_through, comb, time
from kakehashi.site.shown.zones import local_time, offsets, other_day

MANY = 5
"""From so many columns on they are set closely, and from one less on a narrow screen."""

LEAST_STEM, LONGEST_ENDING = 4, 3
"""The letters of a word that must stay when it is declined, and how many may change at its end."""


class ClockHead(NamedTuple):
    """The heading over a clock: its cities, how far it is from UTC, its zone."""

    cities: tuple[str, ...]
    offset: str
    zone: str
    host: bool


class ColumnHead(NamedTuple):
    """The heading over a room: its name, the session if it holds a single one, the hue of its programme."""

    name: Markup
    note: Markup
    hue: str
    width: int


class ClockCell(NamedTuple):
    """What a clock shows when a row begins: the time, the part of the day, the weekday if it is another.

    `turn` is the weekday where a column has to name one: at its head and wherever its date changes. `quiet` where
    nothing begins and the part of the day stays what it was, so that the time would stand beside nothing.
    """

    time: Markup
    shade: str
    day: str
    turn: str
    cities: str
    host: bool
    quiet: bool


class CellShown(NamedTuple):
    """A cell with its size; `told` when it must name its room itself, `pause` in words.

    `shared` is the one entry of a break of all groups at once.
    """

    columns: int
    rows: int
    whole: bool
    told: bool
    pause: str
    entries: tuple[Listed, ...]
    shared: EntryShown | None = None


class RowShown(NamedTuple):
    """A row: the clocks west of the host, the host's, the cells, the clocks in the east."""

    kind: str
    west: tuple[ClockCell, ...]
    host: ClockCell
    cells: tuple[CellShown, ...]
    east: tuple[ClockCell, ...]
    comb: Markup

    @property
    def others(self) -> tuple[ClockCell, ...]:
        """Every clock but the host's."""
        return (*self.west, *self.east)


class DayTable(NamedTuple):
    """The whole table of a day."""

    west: tuple[ClockHead, ...]
    columns: tuple[ColumnHead, ...]
    east: tuple[ClockHead, ...]
    rows: tuple[RowShown, ...]

    @property
    def many(self) -> bool:
        """Whether the columns are set closely."""
        return self._width >= MANY

    @property
    def dense(self) -> bool:
        """Whether a narrow screen needs smaller letters for the columns."""
        return self._width == MANY - 1

    @property
    def single(self) -> bool:
        """Whether everything stands in one column."""
        return len(self.columns) == 1

    @property
    def _width(self) -> int:
        return sum(column.width for column in self.columns)


def entries_on(r: Reader, day: date) -> tuple[Entry, ...]:
    """What begins on a day of the host's calendar: its items, and sessions that have none yet."""
    items = [Entry(p.item, p.session, p.room, p.start, p.end) for p in r.site.by_day.get(day, ())]
    filled = {placement.session for placement in r.site.timetable.placements}
    empty = [
        Entry(None, span.session, span.room, span.start, span.end)
        for span in r.site.timetable.spans
        if span.session not in filled and r.local(span.start).date() == day
    ]
    return tuple(sorted((*items, *empty), key=lambda entry: entry.start))


def listed_on(r: Reader, day: date) -> tuple[Listed, ...]:
    """What begins on a day, each entry in its place, which is the same in every language and on every page."""
    return r.site.once(("listed_on", day), lambda: tuple(listed(r, entries_on(r, day))))


def day_table(r: Reader, day: date) -> DayTable:
    """The table of a day of the host's calendar; a day on which nothing begins has no rows."""
    there = listed_on(r, day)
    entries = tuple(one.entry for one in there)
    bounds = [min(e.start for e in entries), max(e.end for e in entries)] if entries else []
    grid = grid_of(entries, tuple(r.site.week.rooms), clocks_through(r, bounds))
    heads = tuple(_clock_head(r, clock, bounds) for clock in grid.clocks)
    cut = grid.host + 1
    places = {one.entry: one for one in there}
    return DayTable(
        west=heads[:cut],
        columns=tuple(_column_head(r, column, grid) for column in grid.columns),
        east=heads[cut:],
        rows=tuple(
            _row(r, grid, row, _clock_cells(r, grid, row, before, day), places)
            for before, row in zip((None, *grid.rows), grid.rows, strict=False)
        ),
    )


def _clock_head(r: Reader, clock: Clock, bounds: Sequence[datetime]) -> ClockHead:
    return ClockHead(clock.cities, offsets(r, clock.zone, bounds), clock.zone, clock.host)


def _column_head(r: Reader, column: Column, grid: Grid) -> ColumnHead:
    """A column goes by its room, else by its one session; the only column of a day always has a name.

    Rooms used one after another share a column: then each entry names its own, and a heading would be wrong for some.
    """
    week = r.site.week
    sessions = [week.sessions[slug] for slug in column.sessions]
    sole = sessions[0].title if len(sessions) == 1 else None
    symposia = {session.symposium for session in sessions}
    programmes = {week.symposia[slug].programme if slug else None for slug in symposia}
    shown = mark_for(r, programmes.pop()) if len(programmes) == 1 else None
    room = r.text(week.rooms[column.room].name) if column.room else Markup()
    held = r.text(sole) if sole and grid.width > 1 else Markup()
    if held and names(room, held):
        room = Markup()
    name = room or held or (r.text(sole) if sole else Markup())
    if not name and len(grid.columns) == 1:
        name = escape(r.words.say("Programme"))
    return ColumnHead(name, held if room else Markup(), f"p-{shown.hue}" if shown else "", column.width)


def names(room: str, session: str) -> bool:
    """Whether a room is called after a session, so that one of the two says it all, however its words are declined.

    >>> names("Mathematics room", "Mathematics"), names("Секция математики", "Математика"), names("Hall", "Opening")
    (True, True, False)
    """
    whole = room.casefold()
    return all(word[: max(LEAST_STEM, len(word) - LONGEST_ENDING)] in whole for word in session.casefold().split())


def _row(r: Reader, grid: Grid, row: Row, clocks: Iterator[ClockCell], places: Mapping[Entry, Listed]) -> RowShown:
    shown = tuple(clocks)
    cut = grid.host
    return RowShown(
        kind=_height(row),
        west=shown[:cut],
        host=shown[cut],
        cells=_shared(r, grid, row, places) or tuple(_cell(r, grid, cell, places) for cell in row.cells),
        east=shown[cut + 1 :],
        comb=comb(r, row.at) if row.begins else Markup(),
    )


def _height(row: Row) -> str:
    """How high a row stands at least, and whether a list leaves it out."""
    if not row.cells:
        return "m05 void"
    if not (row.begins or row.pauses):
        return "m10 void"
    steps = [step for step in (10, 20, 30, 40) if step <= max(row.minutes, 10)]
    return f"m{min(steps[-1], 20) if row.pauses else steps[-1]}"


def _clock_cells(r: Reader, grid: Grid, row: Row, before: Row | None, day: date) -> Iterator[ClockCell]:
    """What every clock shows when a row begins; `before` is the row above, `None` for the first."""
    still = not (row.begins or row.pauses)
    for place, (clock, part) in enumerate(zip(grid.clocks, row.states, strict=True)):
        told = other_day(r, row.at, clock.zone, day)
        same = before is not None and other_day(r, before.at, clock.zone, day) == told
        turn = "" if same else told or (r.words.weekday_short(day) if before is not None else "")
        yield ClockCell(
            time=_host_time(r, row) if clock.host else local_time(r, row.at, clock.zone),
            shade=shade(part),
            day=told,
            turn=turn,
            cities=cities(clock, r.words),
            host=clock.host,
            quiet=still and not turn and before is not None and before.states[place] == part,
        )


def _host_time(r: Reader, row: Row) -> Markup:
    slugs = [entry.item for cell in row.cells for entry in cell.entries if entry.item is not None]
    return time(r, row.at, planned=any(r.site.provisional(slug) for slug in slugs))


def _shared(r: Reader, grid: Grid, row: Row, places: Mapping[Entry, Listed]) -> tuple[CellShown, ...]:
    """One cell for a break of all groups at once; nothing where a row is not that."""
    rows = {cell.rows for cell in row.cells}
    filled = sum(cell.columns for cell in row.cells) == grid.width and all(cell.entries for cell in row.cells)
    if len(row.cells) < 2 or len(rows) > 1 or not filled:
        return ()
    one = together(r, [places[entry] for cell in row.cells for entry in cell.entries])
    return (CellShown(grid.width, rows.pop(), True, False, "", (), one),) if one else ()


def _cell(r: Reader, grid: Grid, cell: Cell, places: Mapping[Entry, Listed]) -> CellShown:
    whole = cell.columns == grid.width
    headed = {column.room for column in grid.columns}
    return CellShown(
        columns=cell.columns,
        rows=cell.rows,
        whole=whole and grid.width > 1,
        told=whole and (len(grid.columns) == 1 or {entry.room for entry in cell.entries}.isdisjoint(headed)),
        pause=pause_said(r, cell.pause) if cell.pause is not None else "",
        entries=tuple(places[entry] for entry in cell.entries),
    )


def pause_said(r: Reader, minutes: int) -> str:
    """A stretch in which nothing happens, in words."""
    hours, rest = divmod(minutes, 60)
    if hours and not rest:
        return r.words.count("Break, %(count)s hour", "Break, %(count)s hours", hours)
    if hours < 2:
        return r.words.say("Break, %(length)s", length=r.words.minutes(minutes))
    return r.words.count(
        "Break, %(count)s hour %(minutes)s", "Break, %(count)s hours %(minutes)s", hours, minutes=r.words.minutes(rest)
    )
