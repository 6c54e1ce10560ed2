"""From a folder to a week that has been checked as of a moment."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kakehashi.cli.sources import checked, host_day
from kakehashi.folder import load

WEEK = """
slug: tea-week
title: Tea week
languages: [en]
zone: Asia/Tokyo
days: [2021-09-29]
address: https://example.org/
"""
PRIVATE = """
requests:
  programme: {what: title, due: 2021-08-31}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "week.yaml").write_text(WEEK, encoding="utf-8")
    (tmp_path / "private.yaml").write_text(PRIVATE, encoding="utf-8")
    return tmp_path


def test_what_is_due_is_overdue_from_the_hosts_midnight_on(folder: Path) -> None:
    before, after = datetime(2021, 8, 31, 14, 59, tzinfo=UTC), datetime(2021, 8, 31, 15, 0, tzinfo=UTC)
    assert [finding.code for finding in checked(folder, before).findings] == []
    assert [finding.code for finding in checked(folder, after).findings] == ["due.title"]


def test_the_hosts_day_is_that_of_the_hosts_clock(folder: Path) -> None:
    week = load(folder).week
    assert week is not None
    assert host_day(week, datetime(2021, 12, 31, 15, 0, tzinfo=UTC)) == date(2022, 1, 1)
