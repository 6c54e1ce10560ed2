"""Days and times as people write them elsewhere, and those that no calendar has."""

from pathlib import Path

import pytest
from tests.folder.writing import write

from kakehashi.folder import load
from kakehashi.folder.mistimed import mistimed
from kakehashi.words import words_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("11.10.2027 15:00", "2027-10-11 15:00"),
        ("1.9.2027 9:00", "2027-09-01 09:00"),
        ("11. 10. 2027 15.30", "2027-10-11 15:30"),
        ("2027/10/11 15:00", "2027-10-11 15:00"),
        ("2027.10.11 15h00", "2027-10-11 15:00"),
        ("2027年10月11日 15時00分", "2027-10-11 15:00"),
        ("2027年10月11日15:00", "2027-10-11 15:00"),
        ("10/31/2027 15:00", "2027-10-31 15:00"),
        ("31/10/2027 15:00", "2027-10-31 15:00"),
        ("10/10/2027 15:00", "2027-10-10 15:00"),
        ("2027-10-1 15:00", "2027-10-01 15:00"),
        ("2027-10-11 15.00", "2027-10-11 15:00"),
        ("11.10.2027 15:00 Europe/Moscow", "2027-10-11 15:00 Europe/Moscow"),
    ],
)
def test_a_time_is_offered_as_files_write_it(written: str, meant: str) -> None:
    assert mistimed("shape.not-a-moment", written) == ("shape.not-a-moment", {"nearest": meant})


def test_where_day_and_month_cannot_be_told_apart_both_readings_are_offered() -> None:
    assert mistimed("shape.not-a-moment", "10/11/2027 15:00") == (
        "shape.day-or-month",
        {"expected": "2027-11-10 15:00", "other": "2027-10-11 15:00"},
    )


@pytest.mark.parametrize(
    ("written", "code", "values"),
    [
        ("2027-10-32 15:00", "shape.no-such-day", {"most": 31}),
        ("2027-02-29 15:00", "shape.no-such-day", {"most": 28}),
        ("2028-02-30", "shape.no-such-day", {"most": 29}),
        ("2027-04-00", "shape.no-such-day", {"most": 30}),
        ("2027-13-01 15:00", "shape.no-such-month", {"nearest": "2027-01-13 15:00"}),
        ("2027-13-32 15:00", "shape.no-such-month", {"nearest": None}),
        ("2027-00-10", "shape.no-such-month", {"nearest": None}),
        ("2027-10-11 24:00", "shape.no-such-time", {}),
        ("2027-10-11 15:60", "shape.no-such-time", {}),
        ("2027-10-11", "shape.no-time", {}),
        ("15:00", "shape.no-day", {}),
    ],
)
def test_what_is_impossible_is_told_by_what_makes_it_so(written: str, code: str, values: dict[str, object]) -> None:
    assert mistimed("shape.not-a-moment", written) == (code, values)


@pytest.mark.parametrize("written", ["noon", "", "32.10.2027", "31.2.2027", "1.1.27", "2027-10-11 3pm", "٢٠٢٧-10-11"])
def test_what_nobody_can_read_keeps_its_code(written: str) -> None:
    assert mistimed("shape.not-a-moment", written) == ("shape.not-a-moment", {})


@pytest.mark.parametrize(
    ("name", "text", "line", "told"),
    [
        (
            "week.yaml",
            "blocks: {b: {start: 2027-10-32 15:00, slots: 1, slot_minutes: 1}}",
            6,
            "“2027-10-32 15:00” does not exist: that month has 31 days.",
        ),
        ("week.yaml", "sessions: {s: {start: 11.10.2027 15:00}}", 6, "“11.10.2027 15:00” is not a time on a day."),
        ("programmes.yaml", "tea: {name: T, since: 1/2/2018}", 1, "“1/2/2018” can mean two different days."),
        (
            "programmes.yaml",
            "tea: {name: T, since: 2018-02-30}",
            1,
            "“2018-02-30” does not exist: that month has 28 days.",
        ),
    ],
)
def test_a_day_is_told_as_it_was_written(tmp_path: Path, name: str, text: str, line: int, told: str) -> None:
    (finding,) = load(write(tmp_path, {name: text})).findings
    assert (finding.source and finding.source.line, words_of("en").tell(finding)) == (line, told)


@pytest.mark.parametrize("key", ["end", "Ends", "duration"])
@pytest.mark.parametrize("part", ["items: {i: {kind: talk, title: T, %s: 16:00}}", "sessions: {s: {%s: 16:00}}"])
def test_an_end_is_answered_with_the_minutes_from_which_it_follows(tmp_path: Path, part: str, key: str) -> None:
    finding = load(write(tmp_path, {"week.yaml": part % key})).findings[0]
    assert (finding.code, finding.values["value"]) == ("shape.length-in-minutes", key)
