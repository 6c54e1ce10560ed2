"""Releases of the small week, one after another, as sites."""

from datetime import UTC, datetime
from typing import Any

from tests.site.reading import MOMENT, PARTS
from tests.week.building import week

from kakehashi.site import History, Site, next_history, site_of
from kakehashi.week import Visibility, VisibleWeek, for_audience

RELEASED = datetime(2021, 9, 27, 1, tzinfo=UTC)
FINGERPRINT = "0123456789abcdef" * 4


def public(**parts: Any) -> VisibleWeek:
    """The small week as everyone sees it, with these parts in place of its own."""
    return for_audience(week(**PARTS | parts), Visibility.PUBLIC, MOMENT)


def items(*without: str, **given: Any) -> dict[str, Any]:
    """The items of the small week, some of them gone, some given anew or changed."""
    kept = {slug: one for slug, one in PARTS["items"].items() if slug not in without}
    return kept | {slug.replace("_", "-"): kept.get(slug.replace("_", "-"), {}) | one for slug, one in given.items()}


def history_of(*weeks: VisibleWeek) -> History:
    """The history of releases of these weeks, one after another, all made at `RELEASED`."""
    history, old = History(), None
    for number, new in enumerate(weeks, 1):
        history, old = next_history(history, old, new, number, RELEASED), new
    return history


def released(*weeks: VisibleWeek) -> Site:
    """The site of the last of these releases."""
    return site_of(weeks[-1], history=history_of(*weeks), signed_by=FINGERPRINT)
