"""Workbooks of CoSPLib, checked and priced as CoSPLib does it; the figures are counted by hand from its definitions."""

from pathlib import Path
from typing import Any

import pytest
from tests.formats.workbooks import tea, write_sheets

from kakehashi.formats.cosplib import Instance, read_instance, read_solution
from kakehashi.planner import Term
from kakehashi.planner.checking import check, evaluate
from kakehashi.planner.objective import OURS

ROOMS = [None, "hall", "attic"]
AM, PM = ["am", "tea ", "cake"], ["pm", "cake", "tea "]


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    """The conference about tea."""
    return read_instance(write_sheets(tea(), tmp_path / "tea.xlsx"))


def told(path: Path, instance: Instance, *rows: list[Any]) -> tuple[list[str], dict[Term, int], int]:
    """Of a timetable with these rows below the rooms: the codes of its faults, CoSPLib's terms but for 0, its value."""
    solution = read_solution(write_sheets({"sol": [ROOMS, *rows]}, path / "sol.xlsx"), instance.problem)
    terms = evaluate(instance.problem, solution)
    codes = [violation.code for violation in check(instance.problem, solution)]
    counted = {term: value for term, value in terms.items() if value and term not in OURS}
    return codes, counted, instance.objective.value(terms)


def test_a_timetable_is_priced(instance: Instance, tmp_path: Path) -> None:
    """Each term counts as the library defines it, and its weight if that is above 0."""
    talks = [["am", "leaves", "crumbs"], ["am", "leaves", None], ["pm", None, "water"], ["pm", "icing", None]]
    assert told(tmp_path, instance, AM, PM, [], *talks) == (
        [],
        {
            Term.TRACK_BLOCKS: 5 + 6,
            Term.TRACK_ROOMS: 2,
            Term.BLOCK_ROOMS: 1,
            Term.SIMILAR_TRACKS: 9 + 9,
            Term.ROOMS_PER_TRACK: 2,
            Term.TALK_HOURS: 10,
            Term.TALK_ORDER: 1,
            Term.TALK_ROOMS: 4,
            # Cleo wants to hear of leaves and presents crumbs meanwhile; by the block this weighs nothing here.
            Term.ATTENDEES_BLOCK: 1,
            Term.ATTENDEES_SLOT: 1,
        },
        100 * 11 + 10 * 2 + 1 * 1 + 5 * 18 + 2 * 2 + 6 * 10 + 7 * 1 + 9 * 4 + 30 * 1,
    )


def test_a_talk_that_the_library_lets_through_torn(instance: Instance, tmp_path: Path) -> None:
    """A talk in two sessions has a price in the library; here it is no timetable, and has the same price."""
    talks = [["am", None, "crumbs"], ["am", "leaves", None], ["pm", "leaves", None], ["pm", "water", "icing"]]
    codes, terms, value = told(tmp_path, instance, ["am", "tea ", "cake"], ["pm", "tea ", "cake"], [], *talks)
    assert (codes, terms[Term.SPLIT]) == (["timetable.talk-split"], 1_020_000_000)
    assert value == 1_020_000_000 + 100 * 11 + 10 * 4 + 1 + 5 * 18 + 6 * 10 + 7 * 1 + 8 * 7


def test_a_timetable_that_names_no_tracks(instance: Instance, tmp_path: Path) -> None:
    """Without tracks most terms are escaped, as in the library; here it is no timetable."""
    talks = [["am", "leaves", "crumbs"], ["am", "leaves", None], ["pm", None, "water"], ["pm", "icing", None]]
    codes, terms, _ = told(tmp_path, instance, ["am"], ["pm"], [], *talks)
    assert set(codes) == {"timetable.no-track"}
    assert terms == {Term.TALK_HOURS: 10, Term.TALK_ROOMS: 4, Term.ATTENDEES_BLOCK: 1, Term.ATTENDEES_SLOT: 1}
