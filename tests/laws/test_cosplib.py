"""Whatever a workbook of CoSPLib holds: it is read or refused, and a timetable that is written is the one read."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.formats.workbooks import tea, write_sheets

from kakehashi.findings import Refused
from kakehashi.formats.cosplib import read_instance, read_solution, write_solution
from kakehashi.planner import Block, Problem, Room, Slot, Solution, Talk, Track
from kakehashi.words import words_of

# What XML cannot hold no workbook can; these it can, and they are what may go wrong on the way.
NAMES = st.text(
    st.one_of(
        st.sampled_from(" =+-@'\"<>&_;.0123456789"), st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
    ),
    min_size=1,
    max_size=12,
).filter(lambda name: not name.startswith("#") and name.isprintable())
JUNK = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.times().map(lambda one: one.replace(microsecond=0)),
    st.dates(min_value=date(1900, 3, 1)),
    st.sampled_from(
        ["tea", "tea ", "cake", "am", "pm", "hall", "GMT+14", "25:00", "=1/0", "=A1", "#N/A", ", ", "1e3", "-5"]
    ),
    NAMES,
)


@st.composite
def timetables(draw: DrawFn) -> tuple[Problem, Solution]:
    """A problem with strange names, and whatever a file may say about it."""
    blocks = tuple(
        Block(name, draw(st.integers(1, 3))) for name in draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    )
    rooms = tuple(map(Room, draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))))
    tracks = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    slots = [Slot(block.name, room.name, number) for block in blocks for room in rooms for number in range(block.slots)]
    names = draw(st.lists(NAMES, max_size=len(slots), unique=True))
    talks = tuple(Talk(name, draw(st.sampled_from(tracks))) for name in names)
    problem = Problem(blocks, rooms, tuple(map(Track, tracks)), talks)
    held = draw(st.lists(st.sampled_from([None, *names]), min_size=len(slots), max_size=len(slots)))
    placed = {name: tuple(slot for slot, talk in zip(slots, held, strict=True) if talk == name) for name in names}
    named = {cell: draw(st.sampled_from([None, *tracks])) for cell in problem.cells}
    return problem, Solution(
        {name: those for name, those in placed.items() if those},
        {cell: track for cell, track in named.items() if track is not None},
    )


def in_order(solution: Solution) -> tuple[object, ...]:
    """A timetable whatever the order in which the slots of a talk are told."""
    return {talk: frozenset(slots) for talk, slots in solution.slots.items()}, dict(solution.tracks)


@given(timetables())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_what_is_read(given: tuple[Problem, Solution]) -> None:
    problem, solution = given
    with TemporaryDirectory() as folder:
        path = Path(folder, "sol.xlsx")
        write_solution(solution, problem, path)
        assert in_order(read_solution(path, problem)) == in_order(solution)


SHEETS = tea()
CELLS = [
    (name, row, column)
    for name, rows in SHEETS.items()
    for row, cells in enumerate(rows)
    for column in range(len(cells) + 1)
]


@given(st.lists(st.tuples(st.sampled_from(CELLS), JUNK), min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_junk_in_any_cell_is_refused_in_words_or_harmless(junk: list[tuple[tuple[str, int, int], object]]) -> None:
    sheets = tea()
    for (name, row, column), value in junk:
        cells = sheets[name][row]
        cells += [None] * (column + 1 - len(cells))
        cells[column] = value
    with TemporaryDirectory() as folder:
        path = write_sheets(sheets, Path(folder, "tea.xlsx"))
        try:
            assert read_instance(path).problem.tracks
        except Refused as refused:
            words = words_of("en")
            for finding in refused.findings:
                assert finding.source is not None
                assert "…" not in words.tell(finding)
                assert words.mend(finding) or not finding.code.startswith("cosplib.")
