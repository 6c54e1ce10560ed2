"""What a plan places that had no place yet, as a table, and what it changes besides, as sentences."""

from collections.abc import Iterator

from kakehashi.cli.aligning import shortened, table
from kakehashi.cli.planning import Planned
from kakehashi.findings import Change
from kakehashi.timetable import applied
from kakehashi.week import Placement, Span, Week, difference, timetable
from kakehashi.week.naming import called
from kakehashi.words import Words
from kakehashi.words.telling import value
from kakehashi.words.zones import rules

FEW = 60
"""Of more lines the table has those of sessions alone, and of more changes their number is told: `--json` has all."""
WIDEST = 70
"""Columns of a title."""
_PLACING = {"session.timed", "session.roomed", "item.timed"}
"""The changes that the table tells, of sessions that had no time before."""


def changes_of(plan: Planned) -> tuple[Change, ...]:
    """What a reader would see change."""
    week = plan.posed.week
    return difference(week, applied(week, plan.changes))


def outcome_lines(plan: Planned, words: Words) -> Iterator[str]:
    """Sessions that had no time before, with their items; then, in sentences, what changes of the others."""
    week, after = plan.posed.week, applied(plan.posed.week, plan.changes)
    placed = _newly_placed(week, after)
    if placed:
        yield words.say("New in the timetable")
        yield from _table(after, placed, words)
        yield ""
    told = [change for change in difference(week, after) if not _in_table(change, after, placed)]
    if told:
        yield words.say("What changes")
        yield from (words.tell(change) for change in told[:FEW])
        if len(told) > FEW:
            yield words.count("… and %(count)s more change", "… and %(count)s more changes", len(told) - FEW)
        yield ""


def _newly_placed(before: Week, after: Week) -> dict[str, Span]:
    known = timetable(before).by_session
    return {span.session: span for span in timetable(after).spans if span.session not in known}


def _in_table(change: Change, after: Week, placed: dict[str, Span]) -> bool:
    if change.code not in _PLACING:
        return False
    slug = str(change.place[1])
    return (slug if change.place[0] == "sessions" else after.items[slug].session) in placed


def _table(week: Week, placed: dict[str, Span], words: Words) -> list[str]:
    items = [one for one in timetable(week).placements if one.session in placed]
    shown = items if len(items) + len(placed) <= FEW else []
    rows = [(words.say("Start"), words.say("Room"), words.say("What"))]
    for session, span in placed.items():
        rows.append(_session_row(week, span, words))
        rows += [_item_row(week, one, words) for one in shown if one.session == session]
    return table(rows, left=(0, 1, 2), yielding=(1, 2))


def _session_row(week: Week, span: Span, words: Words) -> tuple[str, str, str]:
    start = span.start.astimezone(rules(week.zone))
    room = value(words, called(week, "rooms", span.room))
    title = shortened(value(words, called(week, "sessions", span.session)), WIDEST)
    return f"{words.weekday_short(start)} {words.clock(start)}", room, title


def _item_row(week: Week, one: Placement, words: Words) -> tuple[str, str, str]:
    start = one.start.astimezone(rules(week.zone))
    title = shortened(value(words, called(week, "items", one.item)), WIDEST)
    if not week.items[one.item].status.takes_place:
        title = words.say("%(title)s (called off)", title=title)
    return f"  {words.clock(start)}", "", f"  {title}"
