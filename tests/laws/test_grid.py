"""Laws of the table of a day, over days of every kind."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.site.grid import Cell, Entry, Grid, grid_of
from kakehashi.site.pictures import Clock
from kakehashi.site.pictures.clocks import state

ROOMS = tuple(f"room-{number}" for number in range(10))
HOSTS = ("Asia/Tokyo", "Europe/Berlin", "Asia/Kathmandu", "America/Lima")
PARTNERS = ("Europe/Moscow", "Asia/Kolkata", "Asia/Vladivostok", "Africa/Nairobi", "Europe/London")
# Clocks in Europe go back during the second of these days.
DAYS = (datetime(2021, 9, 29, tzinfo=UTC), datetime(2021, 10, 30, 22, tzinfo=UTC))


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[Entry], Grid]:
    """A day of up to eight sessions of up to five items, in up to ten rooms or none, and its table."""
    day = draw(st.sampled_from(DAYS))
    entries: list[Entry] = []
    for number in range(draw(st.integers(1, 8))):
        entries += draw(sessions(f"session-{number}", day))
    entries.sort(key=lambda entry: entry.start)
    host, *others = draw(st.permutations((draw(st.sampled_from(HOSTS)), *PARTNERS)))
    clocks = [Clock((host,), host, host=True), *(Clock((zone,), zone) for zone in others[: draw(st.integers(0, 4))])]
    return entries, grid_of(entries, ROOMS, clocks)


@st.composite
def sessions(draw: st.DrawFn, slug: str, day: datetime) -> list[Entry]:
    """A session's items one after another; some pinned, some without a length; or none."""
    room = draw(st.sampled_from((None, *ROOMS)))
    at = day + timedelta(minutes=draw(st.integers(0, 24 * 12)) * 5)
    minutes = st.sampled_from((0, 5, 10, 15, 20, 45, 180))
    found = []
    for number in range(draw(st.integers(1, 5))):
        starts = at + timedelta(minutes=draw(st.sampled_from((0, 0, 0, 30, -5))))
        at = starts + timedelta(minutes=draw(minutes))
        found.append(Entry(f"{slug}-item-{number}", slug, room, starts, at))
    return found if draw(st.integers(0, 9)) else [Entry(None, slug, room, at, at + timedelta(hours=1))]


def covered(grid: Grid) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Every place of the table, by row and column, with the cell that covers it."""
    for number, row in enumerate(grid.rows):
        for cell in row.cells:
            for line in range(number, number + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    yield (line, column), cell


@given(grids())
def test_every_entry_of_the_day_stands_in_exactly_one_cell(made: tuple[list[Entry], Grid]) -> None:
    entries, grid = made
    assert Counter(entry for row in grid.rows for cell in row.cells for entry in cell.entries) == Counter(entries)


@given(grids())
def test_cells_cover_the_whole_table_and_never_each_other(made: tuple[list[Entry], Grid]) -> None:
    _, grid = made
    places = [place for place, _ in covered(grid)]
    assert sorted(places) == [(row, column) for row in range(len(grid.rows)) for column in range(grid.width)]


@given(grids())
def test_a_cell_reaches_from_the_start_of_its_entries_to_their_end(made: tuple[list[Entry], Grid]) -> None:
    _, grid = made
    ends = [row.at for row in grid.rows[1:]] + [grid.rows[-1].at + timedelta(minutes=grid.rows[-1].minutes)]
    for number, row in enumerate(grid.rows):
        for cell in row.cells:
            for entry in cell.entries:
                assert entry.start == row.at
                assert entry.start == entry.end or entry.end <= ends[number + cell.rows - 1]
            if any(entry.end > entry.start for entry in cell.entries):
                assert ends[number + cell.rows - 1] == max(entry.end for entry in cell.entries)


@given(grids())
def test_sessions_in_different_rooms_never_share_a_column_while_both_run(made: tuple[list[Entry], Grid]) -> None:
    _, grid = made
    for row, places in by_row(grid).items():
        rooms = {cell.entries[0].room for cell in places if cell.entries}
        wide = [cell for cell in places if cell.entries and cell.columns == grid.width]
        assert grid.width == 1 or len(rooms) <= 1 or wide == [], row


def by_row(grid: Grid) -> dict[int, list[Cell]]:
    found: dict[int, list[Cell]] = {row: [] for row in range(len(grid.rows))}
    for (row, _), cell in covered(grid):
        if cell not in found[row]:
            found[row].append(cell)
    return found


@given(grids())
def test_a_session_stands_under_the_heading_of_its_room_or_over_the_whole_width(
    made: tuple[list[Entry], Grid],
) -> None:
    _, grid = made
    headings = [column for column in grid.columns for _ in range(column.width)]
    for row in grid.rows:
        for cell in row.cells:
            for entry in cell.entries:
                if entry.room in {column.room for column in grid.columns} - {None}:
                    assert headings[cell.column].room == headings[cell.column + cell.columns - 1].room == entry.room


@given(grids())
def test_rows_begin_at_every_start_and_end_and_where_a_clock_changes_and_nowhere_else(
    made: tuple[list[Entry], Grid],
) -> None:
    entries, grid = made
    moments = {row.at for row in grid.rows} | {grid.rows[-1].at + timedelta(minutes=grid.rows[-1].minutes)}
    bounds = {moment for entry in entries for moment in (entry.start, entry.end)}
    assert bounds <= moments
    for moment in moments - bounds:
        assert any(told(clock, moment) != told(clock, moment - timedelta(minutes=1)) for clock in grid.clocks)


def told(clock: Clock, at: datetime) -> str:
    return state(at.astimezone(ZoneInfo(clock.zone)))


@given(grids())
def test_the_ruler_tells_each_clock_right_from_the_first_minute_of_a_row_to_its_last(
    made: tuple[list[Entry], Grid],
) -> None:
    _, grid = made
    for row in grid.rows:
        last = row.at + timedelta(minutes=max(row.minutes - 1, 0))
        for moment in (row.at, last):
            assert row.states == tuple(told(clock, moment) for clock in grid.clocks)


@given(grids())
def test_a_pause_is_where_nothing_happens_and_nothing_else_is(made: tuple[list[Entry], Grid]) -> None:
    entries, grid = made
    places = by_row(grid)
    for number, row in enumerate(grid.rows):
        quiet = not any(entry.start <= row.at < entry.end or entry.start == row.at for entry in entries)
        assert any(cell.pause is not None for cell in places[number]) == quiet


@given(grids())
def test_a_room_is_as_many_columns_wide_as_ever_run_in_it_at_once(made: tuple[list[Entry], Grid]) -> None:
    entries, grid = made
    for column in grid.columns[:-1]:
        there = [entry for entry in entries if entry.session in column.sessions]
        assert column.width == most_at_once(there, grid)


def most_at_once(entries: list[Entry], grid: Grid) -> int:
    """How many cells stand side by side at most: items of a session that begin together share one."""
    together = {(entry.session, entry.start): entry for entry in sorted(entries, key=lambda entry: entry.end)}
    return max(
        sum(entry.start <= row.at < entry.end or entry.start == row.at for entry in together.values())
        for row in grid.rows
    )


@given(grids())
def test_read_row_by_row_the_entries_stand_in_the_order_of_their_starts(made: tuple[list[Entry], Grid]) -> None:
    # The list is the same table unstacked, so this is its order too.
    _, grid = made
    read = [entry for row in grid.rows for cell in row.cells for entry in cell.entries]
    assert [entry.start for entry in read] == sorted(entry.start for entry in read)


@given(grids())
def test_entries_that_begin_together_stand_in_the_order_of_their_columns(made: tuple[list[Entry], Grid]) -> None:
    _, grid = made
    for row in grid.rows:
        assert [cell.column for cell in row.cells] == sorted(cell.column for cell in row.cells)


@given(grids())
def test_the_minutes_of_all_rows_are_those_from_the_first_start_to_the_last_end(made: tuple[list[Entry], Grid]) -> None:
    entries, grid = made
    last = max(entry.end for entry in entries) - min(entry.start for entry in entries)
    assert sum(row.minutes for row in grid.rows) == last // timedelta(minutes=1)
    assert all(row.minutes > 0 for row in grid.rows[:-1])
