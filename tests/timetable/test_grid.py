"""Blocks as slots."""

from typing import Any

import pytest
from tests.timetable.building import block, posed, session, talk

from kakehashi.findings import Refused

SESSIONS = {"leaves": session()}


def test_a_slot_is_as_long_as_divides_every_block_and_every_item() -> None:
    found = posed(sessions=SESSIONS, items={"green": talk(minutes=20), "black": talk(minutes=50)})
    assert found.names.unit == 10
    assert {one.name: one.slots for one in found.problem.blocks} == {"morning": 12, "afternoon": 12}
    assert {one.name: one.slots for one in found.problem.talks} == {"green": 2, "black": 5}


def test_a_fixed_start_begins_with_a_slot() -> None:
    found = posed(sessions=SESSIONS, items={"green": talk(starts="2021-09-29T10:25[Asia/Tokyo]")})
    pinned = found.problem.talk["green"].pinned
    assert (found.names.unit, pinned and pinned.block, pinned and pinned.first) == (5, "morning", 5)


def test_blocks_stand_in_the_order_of_time_whatever_their_clock() -> None:
    blocks = {"late": block("2021-09-29T09:00", zone="Europe/Moscow"), "early": block("2021-09-29T12:00")}
    found = posed(blocks=blocks, sessions=SESSIONS, items={"green": talk()})
    assert [one.name for one in found.problem.blocks] == ["early", "late"]
    assert found.names.blocks["late"].isoformat() == "2021-09-29T06:00:00+00:00"


@pytest.mark.parametrize(
    ("blocks", "wishes", "code"),
    [
        ({"one": block("2021-09-29T10:00"), "two": block("2021-09-29T11:30")}, {}, "plan.blocks-overlap"),
        ({"one": block("2021-09-29T10:00", slots=49)}, {}, "plan.block-too-long"),
        ({"one": block("2021-09-29T10:00", slots=48)}, {}, "plan.too-many-slots"),
    ],
)
def test_blocks_that_cannot_be_planned_are_refused(blocks: dict[str, Any], wishes: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        posed(blocks=blocks, wishes=wishes, sessions=SESSIONS, items={"green": talk(minutes=31)})
    assert [finding.code for finding in refused.value.findings] == [code]


def test_blocks_too_close_to_change_over_are_told_and_planned() -> None:
    blocks = {"one": block("2021-09-29T10:00"), "two": block("2021-09-29T12:05")}
    assert posed(blocks=blocks, wishes={"changeover": 5}, sessions=SESSIONS, items={"green": talk()}).findings == ()
    found = posed(blocks=blocks, wishes={"changeover": 10}, sessions=SESSIONS, items={"green": talk()})
    assert [(one.code, one.values["value"], one.severity) for one in found.findings] == [
        ("plan.blocks-too-close", 5, "warning")
    ]
