"""Two documents of one week are made of the same parts, and no difference between them is lost."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.laws.test_folder_edits import edits

from kakehashi.week import Visibility, VisibleWeek, Week, for_audience
from kakehashi.week.sharing import same, sharing

AT = datetime(2021, 9, 1, tzinfo=UTC)


def visible(week: Week) -> VisibleWeek:
    return for_audience(week, Visibility.PUBLIC, AT)


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(edits())
def test_a_week_made_of_the_parts_of_another_says_what_it_said(edit: tuple[Week, Any, Any, Week]) -> None:
    older, newer = visible(edit[0]), visible(edit[3])
    shared = sharing(newer, older)
    assert shared.model_dump_json() == newer.model_dump_json()
    again = sharing(visible(edit[0]), older)
    assert all(getattr(again, name) is getattr(older, name) for name in ("title", "wishes", "days", "zone"))
    assert all(part is older.items[slug] for slug, part in again.items.items())


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(edits())
def test_weeks_are_the_same_exactly_when_they_are_written_alike(edit: tuple[Week, Any, Any, Week]) -> None:
    older, newer = edit[0], edit[3]
    assert same(older, newer) == (older.model_dump_json() == newer.model_dump_json())
    assert same(older, Week.model_validate_json(older.model_dump_json()))
