"""A number sign that was meant as part of a text, and comments that are comments."""

from pathlib import Path

import pytest
from tests.folder.writing import write

from kakehashi.findings import Severity
from kakehashi.folder import load
from kakehashi.folder.reading import MOST_FAULTS, read_yaml
from kakehashi.folder.sources import SourceFile


def cut(text: str) -> list[tuple[int, int, object, object]]:
    """Line and column of each sign that cuts a text, with what is left of the text and how to write it whole."""
    return [
        (one.source.line, one.source.column, one.values["value"], one.values["expected"])
        for one in read_yaml(SourceFile("week.yaml", text))
        if one.source and one.code == "shape.hash"
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "left", "whole"),
    [
        ("title: Session #2\n", 1, 16, "Session", '"Session #2"'),
        ("a:\n  - b: Talk  #5 and more  \r\n", 2, 14, "Talk", '"Talk #5 and more"'),
        ("{ja: 講演 #5\n, en: x}", 1, 9, "講演", '"講演 #5"'),
        ("a: x # y\nb: Talk #5\n", 2, 9, "Talk", '"Talk #5"'),
        ("- C #sharp\n", 1, 5, "C", '"C #sharp"'),
    ],
)
def test_a_sign_behind_a_text_is_told_with_the_text_that_was_meant(
    text: str, line: int, column: int, left: str, whole: str
) -> None:
    assert cut(text) == [(line, column, left, whole)]


@pytest.mark.parametrize(
    "text",
    [
        "minutes: 15 # to be settled\n",
        "title: Session#2\n",
        "title: 'Session #2'\n",
        'title: "Session #2"\n',
        "title: |\n  Session #2\n",
        "#2\ntitle: Session\n  #3\n",
        "title: x ##\n",
        "title: #2\n",
    ],
)
def test_a_comment_with_a_space_and_a_sign_within_a_text_are_nothing_to_tell(text: str) -> None:
    assert cut(text) == []


def test_it_is_a_warning_and_the_week_is_read(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {"week.yaml": "motto: Ice #1\n"}))
    assert loaded.week is not None and loaded.week.motto["ja"] == "Ice"
    assert [(one.code, one.severity) for one in loaded.findings] == [("shape.hash", Severity.WARNING)]


def test_of_endless_signs_so_many_are_told() -> None:
    assert len(cut("- a #1\n" * 3 * MOST_FAULTS)) == MOST_FAULTS


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("accent: #0e4c9e\n", 1, 9), ("a:\n  b: #one\n  c: x\n", 2, 6), ("a: #one", 1, 4)],
)
def test_a_value_that_is_only_a_comment_is_told_as_one_that_is_not_there(text: str, line: int, column: int) -> None:
    (found,) = read_yaml(SourceFile("week.yaml", text))
    assert (found.code, found.source and (found.source.line, found.source.column)) == (
        "shape.hash-alone",
        (line, column),
    )


@pytest.mark.parametrize(
    "text", ["accent: # none yet\n", "accent: \n#one: x\n", "a:\n  #one\n  b: x\n", "a: '' #one\n"]
)
def test_a_comment_of_its_own_is_none(text: str) -> None:
    assert [one.code for one in read_yaml(SourceFile("week.yaml", text)) if one.code == "shape.hash-alone"] == []
