"""For whom and for when a site is built."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kakehashi.cli import run

WEEK = """\
slug: tea-week
title: Tea week
languages: en
zone: Asia/Tokyo
days: 2021-09-29
items:
  welcome: {kind: talk, title: Welcome, minutes: 10}
  surprise: {kind: talk, title: Surprise, minutes: 10, visible_from: 2021-09-29 09:00}
  rehearsal: {kind: talk, title: Rehearsal, minutes: 10, visibility: staff}
"""


@pytest.fixture
def items(tmp_path: Path) -> Callable[..., set[str]]:
    """Builds the tea week with some options; the items that have a page."""
    (tmp_path / "week").mkdir()
    (tmp_path / "week" / "week.yaml").write_text(WEEK, "utf-8")

    def build(*options: str) -> set[str]:
        assert run(["build", str(tmp_path / "week"), "--to", str(tmp_path / "site"), *options]) == 0
        return {page.parent.name for page in (tmp_path / "site").glob("en/items/*/index.html")}

    return build


@pytest.mark.parametrize(
    ("at", "seen"),
    [
        ("2021-09-29T00:00:00", {"welcome", "surprise"}),
        ("2021-09-28T23:59:59", {"welcome"}),
        ("2021-09-29", {"welcome", "surprise"}),
        ("2021-09-29T09:00:00+09:00", {"welcome", "surprise"}),
        ("2021-09-29T08:59:59+09:00", {"welcome"}),
        ("2021-09-28T20:30:00-03:30", {"welcome", "surprise"}),
    ],
)
def test_a_moment_is_in_utc_unless_it_says_otherwise(items: Callable[..., set[str]], at: str, seen: set[str]) -> None:
    assert items("--at", at) == seen


def test_staff_sees_what_is_closed_and_what_is_not_yet_told(items: Callable[..., set[str]]) -> None:
    assert items("--audience", "staff", "--at", "2021-09-01") == {"welcome", "surprise", "rehearsal"}


def test_a_site_for_others_leaves_nothing_of_one_for_staff(items: Callable[..., set[str]]) -> None:
    items("--audience", "staff", "--at", "2021-09-01")
    assert items("--audience", "public", "--at", "2021-09-01") == {"welcome"}
