"""An item is explained, in a timetable that has its faults too."""

import json
from pathlib import Path
from typing import Any

import pytest

from kakehashi.cli import run

WEEK = """\
slug: tea-week
title: Tea week
languages: [en]
zone: Asia/Tokyo
days: [2027-05-10]
rooms:
  hall: {name: Hall}
  attic: {name: Attic}
blocks:
  morning: {start: 2027-05-10 09:00, slots: 2, slot_minutes: 30}
  noon: {start: 2027-05-10 12:00, slots: 2, slot_minutes: 30}
  later: {start: 2027-05-10 15:00, slots: 2, slot_minutes: 30}
sessions:
  leaves:
    title: Leaves
    block: noon
    room: hall
    items:
      samovar: {kind: talk, title: The samovar, minutes: 30, speakers: boris}
  cups:
    title: Cups
    pinned: true
    block: morning
    room: attic
    items:
      handles: {kind: talk, title: Handles, minutes: 30}
  crumbs:
    title: Crumbs
    items:
      plates: {kind: talk, title: Plates, minutes: 30}
items:
  lost: {kind: talk, title: Lost, minutes: 30}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A week with a talk at six in the morning of its speaker, for somebody who reads English."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    Path("week").mkdir()
    Path("week", "week.yaml").write_text(WEEK, "utf-8")
    Path("week", "institutions.yaml").write_text("kazan: {name: Kazan, zone: Europe/Moscow, country: RU}\n", "utf-8")
    people = "boris: {names: Boris Ivanov, positions: {chair: {title: Chair, institution: kazan}}}\n"
    Path("week", "people.yaml").write_text(people, "utf-8")
    return tmp_path / "week"


def explain(capsys: pytest.CaptureFixture[str], item: str) -> tuple[list[str], Any]:
    """Codes and result of an explanation."""
    assert run(["explain", "week", item, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    return [finding["code"] for finding in answer["findings"]], answer["result"]


def test_a_better_place_is_named_and_a_timetable_that_is_not_complete_is_explained_all_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    codes, result = explain(capsys, "samovar")
    assert codes == ["explain.incomplete", "explain.better"]
    best = result["choices"][0]
    assert (best["place"]["start"], best["better"], best["means"]) == (
        "2027-05-10T15:00:00+09:00",
        True,
        {"kazan": -90},
    )


@pytest.mark.parametrize(
    ("item", "code"),
    [("handles", "explain.pinned"), ("plates", "explain.unplaced"), ("lost", "explain.of-no-session")],
)
def test_what_has_no_place_or_none_that_moves_says_why(
    capsys: pytest.CaptureFixture[str], item: str, code: str
) -> None:
    assert explain(capsys, item) == ([code], {"item": item, "place": None, "choices": []})


def test_a_timetable_that_breaks_a_demand_says_so_and_blames_no_other_place_for_it(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    early = WEEK.replace("block: noon", "block: morning")
    (folder / "week.yaml").write_text(early, "utf-8")
    codes, result = explain(capsys, "samovar")
    assert codes[:3] == ["explain.incomplete", "explain.unsound", "conflict.night-there"]
    possible = [choice["place"]["start"] for choice in result["choices"] if not choice["forbidden"]]
    assert "2027-05-10T12:00:00+09:00" in possible


def test_that_somebody_is_away_forbids_a_place_rather_than_custom_does(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    asked = "      asked: {kind: questions, title: Questions, minutes: 30, speakers: boris}\n  cups:"
    away = "wishes:\n  availability:\n    - {person: boris, begins: 2027-05-10 12:00, until: 2027-05-10 12:30}\n"
    (folder / "week.yaml").write_text(WEEK.replace("  cups:", asked, 1) + away, "utf-8")
    assert run(["explain", "week", "asked"]) == 0
    told = capsys.readouterr().out
    assert "2 places: “Questions” cannot be on Monday 10\N{NO-BREAK SPACE}May 2027 12:00–12:30 (UTC+9): Boris" in told


def test_a_room_at_the_same_hour_has_a_head_of_its_own_and_inner_quotation_marks_are_inner_ones(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "week.yaml").write_text(WEEK.replace("{name: Hall}", "{name: The “big” hall}"), "utf-8")
    assert run(["explain", "week", "samovar"]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.endswith("in “The ‘big’ hall”.")
    assert rest[rest.index("At the same time") + 2].startswith("Mon 12:00  Attic")


def test_what_is_called_off_is_said_to_keep_its_time_only(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    with_another = "      jugs: {kind: talk, title: Jugs, minutes: 30}\n  cups:"
    week = WEEK.replace("speakers: boris", "status: cancelled").replace("  cups:", with_another)
    (folder / "week.yaml").write_text(week, "utf-8")
    assert run(["explain", "week", "samovar"]) == 0
    assert capsys.readouterr().out.startswith("“The samovar” does not take place and keeps its time, from Monday")


def test_a_session_with_a_start_of_its_own_is_explained_where_nothing_can_be_planned(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    session = "{start: 2027-05-10 12:00, items: {samovar: {kind: talk, title: The samovar, minutes: 30}}}"
    without_blocks = f"{WEEK.partition('blocks:')[0]}sessions: {{leaves: {session}}}\n"
    (folder / "week.yaml").write_text(without_blocks, "utf-8")
    assert explain(capsys, "samovar")[0] == ["explain.own-start"]
