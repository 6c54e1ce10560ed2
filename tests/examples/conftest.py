"""The sample week as its folder holds it, read once for all tests."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kakehashi.folder import Loaded, load
from kakehashi.week import Timetable, Visibility, VisibleWeek, Week, for_audience, timetable

FOLDER = Path(__file__).parents[2] / "examples" / "kanazawa-russian-week-2021"


@pytest.fixture(scope="session")
def folder() -> Path:
    """Where the sample week lies."""
    return FOLDER


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """The folder as it loads."""
    return load(FOLDER)


@pytest.fixture(scope="session")
def sample(loaded: Loaded) -> Week:
    """The sample week."""
    assert loaded.week is not None
    return loaded.week


@pytest.fixture(scope="session")
def placed(sample: Week) -> Timetable:
    """When everything in it happens."""
    return timetable(sample)


@pytest.fixture(scope="session")
def public(sample: Week) -> VisibleWeek:
    """What the public sees of it after the week."""
    return for_audience(sample, Visibility.PUBLIC, datetime(2021, 10, 8, tzinfo=UTC))
