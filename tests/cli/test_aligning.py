"""Tables on a terminal, whose columns stand below one another and give way where there is little room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.cli.aligning import NARROWEST, table, width

CELLS = st.text("aé道ア ", min_size=1, max_size=40).map(str.strip).filter(bool)


@given(st.lists(st.tuples(CELLS, CELLS, st.just("12345")), min_size=1, max_size=5), st.integers(20, 120))
def test_a_table_takes_no_more_room_than_there_is_unless_its_cells_would_become_too_short(
    rows: list[tuple[str, str, str]], room: int
) -> None:
    told = table(rows, left=(0, 1), yielding=(0, 1), room=room)
    needed = NARROWEST + NARROWEST + 5 + 2 * 2
    assert max(map(width, told)) <= max(room, needed)
    assert all(line.endswith("12345") for line in told)


def test_where_there_is_room_nothing_is_shortened() -> None:
    assert table([("Institution", "1")], yielding=(0,), room=14) == ["Institution  1"]


@pytest.mark.parametrize("columns", ["16", "200"])
def test_the_room_is_that_of_the_terminal(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    (line,) = table([("An institution", "100")], yielding=(0,))
    assert line == {"16": "An institut…  100", "200": "An institution  100"}[columns]
