"""The sample week, built once for all tests of the site."""

from datetime import UTC, datetime

import pytest
from tests.site.walking import BuiltSite

from kakehashi.cli.sample import sample_week
from kakehashi.folder import load
from kakehashi.site import site_of
from kakehashi.week import Visibility, Week, for_audience

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def sample() -> Week:
    """The sample week."""
    week = load(sample_week()).week
    assert week is not None
    return week


@pytest.fixture(scope="session")
def built_sample(sample: Week) -> BuiltSite:
    """Its public site."""
    return BuiltSite(site_of(for_audience(sample, Visibility.PUBLIC, MOMENT)))
