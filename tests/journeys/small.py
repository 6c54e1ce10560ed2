"""A small week as a folder of pages, for what the sample week does not have."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.week.building import week

from kakehashi.site import site_files, site_of
from kakehashi.week import Visibility, for_audience

MADE = datetime(2021, 9, 1, tzinfo=UTC)


def small_site(folder: Path, **parts: Any) -> Path:
    """The public site of the small week with these parts, written into a folder."""
    for file in site_files(site_of(for_audience(week(**parts), Visibility.PUBLIC, MADE)), workers=1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder
