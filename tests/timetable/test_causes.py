"""Why a talk cannot be at a time: each cause is named, at the place where somebody wished it, for exactly its slots."""

from typing import Any

import pytest
from tests.timetable.building import block, session, talk, week

from kakehashi.findings import Place
from kakehashi.timetable import pose
from kakehashi.timetable.demanding import Told

FIXED = {"title": {"en": "Fixed"}, "start": "2021-09-29T10:30[Asia/Tokyo]", "room": "attic"}
"""A session that stays, from the second half-hour of the morning on."""


def people() -> dict[str, Any]:
    """Ada, who is at work in Tokyo."""
    position = {"title": {"en": "Professor"}, "institution": "tokyo"}
    return {"ada": {"names": {"en": {"whole": "Ada"}}, "positions": {"professor": position}}}


SPEAKS = [{"person": "ada"}]
CASES: list[tuple[str, Place, set[int], dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    (
        "conflict.away",
        ("wishes", "availability", 0),
        {0, 1},
        {"speakers": SPEAKS},
        {},
        {
            "availability": [
                {
                    "person": "ada",
                    "begins": "2021-09-29T09:00[Asia/Tokyo]",
                    "until": "2021-09-29T10:50[Asia/Tokyo]",
                }
            ]
        },
    ),
    (
        "conflict.holiday",
        ("wishes", "holidays", 0),
        {0, 1, 2, 3},
        {"speakers": SPEAKS},
        {},
        {"holidays": [{"institution": "tokyo", "days": ["2021-09-29"]}]},
    ),
    ("conflict.busy", ("items", "fixed"), {1}, {"speakers": SPEAKS}, {"speakers": SPEAKS}, {}),
    (
        "conflict.after-fixed",
        ("wishes", "precedence", 0),
        {0, 1},
        {},
        {},
        {"precedence": [{"first": "fixed", "then": "samovar"}]},
    ),
    (
        "conflict.before-fixed",
        ("wishes", "precedence", 0),
        {1, 2, 3},
        {},
        {},
        {"precedence": [{"first": "samovar", "then": "fixed"}]},
    ),
    ("conflict.beside-fixed", ("wishes", "apart", 0), {1}, {}, {}, {"apart": [["samovar", "fixed"]]}),
    # Slots of an hour: a break of that length may begin at eleven.
    ("conflict.lunch", ("items", "samovar"), {0}, {"kind": "break", "minutes": 60}, {}, {}),
]


@pytest.mark.parametrize(
    ("code", "place", "slots", "talking", "fixed", "wishes"), CASES, ids=[case[0] for case in CASES]
)
def test_a_cause_is_named_for_exactly_the_slots_that_it_bars(
    code: str, place: Place, slots: set[int], talking: dict[str, Any], fixed: dict[str, Any], wishes: dict[str, Any]
) -> None:
    posed = pose(
        week(
            people=people(),
            # All slots of half an hour, of which the first begins at ten.
            blocks={"morning": block("2021-09-29T10:00"), "evening": block("2021-09-30T17:00")},
            sessions={"leaves": session("Leaves"), "stays": FIXED},
            items={"samovar": talk(**talking), "fixed": talk("stays", **fixed)},
            wishes=wishes,
        )
    )
    barred = posed.problem.talk["samovar"].barred_slots["morning"]
    assert [(one.code, one.place, one.slots) for one in Told(posed).causes("samovar", "morning")] == [
        (code, place, frozenset(slots))
    ]
    assert barred == slots
