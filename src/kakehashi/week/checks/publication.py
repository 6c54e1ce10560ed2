"""What a publication needs: an address, files and links to them, days in order, a readable colour, no stale plan."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from kakehashi.findings import Finding, Place, Severity
from kakehashi.week.anatomy import Matter
from kakehashi.week.checks.case import Case
from kakehashi.week.colours import accent
from kakehashi.week.digest import timetable_digest


def no_address(case: Case) -> Iterator[Finding]:
    """A week without a public address: canonical links, feeds and language links of search engines are left out."""
    if case.week.address is None:
        yield Finding("week.no-address", ("address",), {}, Severity.WARNING)


def days_out_of_order(case: Case) -> Iterator[Finding]:
    """Days that go back or repeat (an error), and days with others between them."""
    for number, (before, day) in enumerate(pairwise(case.week.days), start=1):
        values = {"value": day, "other": before}
        if day <= before:
            yield Finding("days.order", ("days", number), values)
        elif day - before > timedelta(days=1):
            yield Finding("days.gap", ("days", number), values, Severity.WARNING)


def pale_accent(case: Case) -> Iterator[Finding]:
    """An accent colour in which text could not be read on light pages: they show a darker shade of it."""
    colour = case.week.accent
    if colour is not None and (shown := accent(colour).light) != colour:
        yield Finding("week.pale-accent", ("accent",), {"value": colour, "shown": shown}, Severity.WARNING)


def notice_without_time(case: Case) -> Iterator[Finding]:
    """Notices that end before they begin."""
    for number, notice in enumerate(case.week.notices):
        if notice.begins is not None and notice.until is not None and notice.until.instant <= notice.begins.instant:
            values = {"begins": case.local(notice.begins.instant), "until": case.local(notice.until.instant)}
            yield Finding("notice.ends-first", ("notices", number, "until"), values)


def stale_plan(case: Case) -> Iterator[Finding]:
    """A plan's result that speaks of another timetable than the week's: it is not shown."""
    planning = case.week.planning
    # By digest and not by date: whoever moves an item back to where it was makes the result true again.
    if planning is not None and planning.timetable != timetable_digest(case.timetable):
        yield Finding("planning.stale", ("planning", "timetable"), {}, Severity.WARNING)


def material_nowhere(case: Case) -> Iterator[Finding]:
    """Materials of an item without a file and without an address, so that their link would lead nowhere."""
    for slug, item in case.week.items.items():
        for number, material in enumerate(item.materials):
            if material.file is None and material.address is None:
                values = {"material": material.label, "item": case.name("items", slug)}
                yield Finding("material.nowhere", ("items", slug, "materials", number), values)


def media_missing(case: Case) -> Iterator[Finding]:
    """Media files that the week names and that do not exist."""
    for place, path in _named(case):
        if case.media is not None and path not in case.media:
            yield Finding("media.missing", place, {"value": path})


def media_unused(case: Case) -> Iterator[Finding]:
    """Media files that exist and that no part of the week names."""
    named = {path for _, path in _named(case)}
    for path in sorted((case.media or frozenset()) - named):
        yield Finding("media.unused", (), {"value": path}, Severity.NOTE)


def _named(case: Case) -> list[tuple[Place, str]]:
    return [(found.place, found.value) for found in case.leaves(Matter.MEDIA)]
