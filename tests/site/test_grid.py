"""The table of a day, as one would draw it by hand."""

from datetime import UTC, datetime

from kakehashi.site.grid import Cell, Entry, Grid, grid_of
from kakehashi.site.pictures import Clock

LONDON = Clock(("London",), "Etc/UTC", host=True)
VLADIVOSTOK = Clock(("Vladivostok",), "Asia/Vladivostok")
ROOMS = ("hall", "club", "garden")


def entry(item: str | None, session: str, room: str | None, start: str, end: str) -> Entry:
    return Entry(item, session, room, moment(start), moment(end))


def moment(told: str) -> datetime:
    return datetime.fromisoformat(f"2021-09-{told}").replace(tzinfo=UTC)


def drawn(grid: Grid) -> dict[str, list[str]]:
    """Each row's cells: where, how wide and how high, and what stands there; `-` is a gap, `~30` a pause."""
    return {f"{row.at:%d %H:%M}": [shown(cell) for cell in row.cells] for row in grid.rows}


def shown(cell: Cell) -> str:
    size = f"{cell.column}:{cell.columns}x{cell.rows}"
    entries = "+".join(one.item or one.session for one in cell.entries)
    return f"{size} ~{cell.pause}" if cell.pause is not None else f"{size} {entries or '-'}"


def test_a_day_without_entries_has_no_rows() -> None:
    assert grid_of([], ROOMS, [LONDON]) == Grid((LONDON,), (), ())


def test_parallel_rooms_stand_side_by_side_in_the_order_of_the_week() -> None:
    grid = grid_of(
        [
            entry("b", "games", "club", "29 09:00", "29 10:00"),
            entry("a", "morning", "hall", "29 09:00", "29 09:30"),
            entry("c", "morning", "hall", "29 09:30", "29 10:00"),
        ],
        ROOMS,
        [LONDON],
    )
    assert [column.room for column in grid.columns] == ["hall", "club"]
    assert drawn(grid) == {"29 09:00": ["0:1x1 a", "1:1x2 b"], "29 09:30": ["0:1x1 c"]}


def test_what_has_its_time_to_itself_takes_the_whole_width_and_a_gap_is_one_pause() -> None:
    grid = grid_of(
        [
            entry("opening", "plenary", None, "29 09:00", "29 09:30"),
            entry("a", "morning", "hall", "29 10:00", "29 11:00"),
            entry("b", "games", "club", "29 10:00", "29 11:00"),
        ],
        ROOMS,
        [LONDON],
    )
    assert drawn(grid) == {
        "29 09:00": ["0:2x1 opening"],
        "29 09:30": ["0:2x1 ~30"],
        "29 10:00": ["0:1x1 a", "1:1x1 b"],
    }


def test_rooms_used_one_after_another_share_a_column_without_a_name() -> None:
    grid = grid_of(
        [entry("a", "morning", "hall", "29 09:00", "29 10:00"), entry("b", "noon", "club", "29 10:00", "29 11:00")],
        ROOMS,
        [LONDON],
    )
    assert [(column.room, column.sessions) for column in grid.columns] == [(None, ("morning", "noon"))]


def test_two_sessions_in_one_room_at_once_share_the_width_of_its_column() -> None:
    grid = grid_of(
        [entry("a", "morning", "hall", "29 09:00", "29 10:00"), entry("b", "double", "hall", "29 09:30", "29 10:00")],
        ROOMS,
        [LONDON],
    )
    assert [(column.room, column.width) for column in grid.columns] == [("hall", 2)]
    assert drawn(grid) == {"29 09:00": ["0:1x2 a", "1:1x1 -"], "29 09:30": ["1:1x1 b"]}


def test_parallel_sessions_without_a_room_each_have_a_column() -> None:
    grid = grid_of(
        [entry("a", "one", None, "29 09:00", "29 10:00"), entry("b", "two", None, "29 09:00", "29 10:00")],
        ROOMS,
        [LONDON],
    )
    assert [column.sessions for column in grid.columns] == [("one",), ("two",)]


def test_items_without_a_length_share_the_cell_of_their_start() -> None:
    grid = grid_of(
        [entry("a", "draft", "hall", "29 09:00", "29 09:00"), entry("b", "draft", "hall", "29 09:00", "29 09:00")],
        ROOMS,
        [LONDON],
    )
    assert drawn(grid) == {"29 09:00": ["0:1x1 a+b"]}


def test_a_session_without_items_has_a_cell_of_its_own() -> None:
    grid = grid_of([entry(None, "later", "hall", "29 09:00", "29 10:00")], ROOMS, [LONDON])
    assert drawn(grid) == {"29 09:00": ["0:1x1 later"]}


def test_an_item_may_run_past_midnight() -> None:
    grid = grid_of([entry("a", "night", "hall", "29 23:30", "30 00:30")], ROOMS, [LONDON])
    assert drawn(grid) == {"29 23:30": ["0:1x1 a"]}


def test_a_row_begins_where_a_clock_passes_into_the_evening() -> None:
    grid = grid_of([entry("a", "morning", "hall", "29 07:30", "29 08:30")], ROOMS, [LONDON, VLADIVOSTOK])
    assert [(f"{row.at:%H:%M}", row.states) for row in grid.rows] == [
        ("07:30", ("early", "day")),
        ("08:00", ("day", "evening")),
    ]


def test_the_hosts_clock_is_found_among_the_others() -> None:
    assert grid_of([], ROOMS, [VLADIVOSTOK, LONDON]).host == 1
