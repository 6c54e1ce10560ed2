"""The head of a day in the week picture: its numeral, its names, what it is about."""

from collections.abc import Iterator

from markupsafe import Markup

from kakehashi.site.pictures.banks import Bank, Column
from kakehashi.site.pictures.days import Subtitle
from kakehashi.site.pictures.forms import Form
from kakehashi.site.pictures.letters import cut, width
from kakehashi.site.pictures.marks import Mark, outline
from kakehashi.site.pictures.svg import element, figure, text

ROWS = 3
"""Subtitles of a day that get a row; of the others the marks alone follow in the last one."""


def rows_height(bank: Bank) -> float:
    """What more than one row of subtitles adds to the head."""
    if not bank.form.large:
        return 0
    return 20 * (max((min(ROWS, len(column.day.subtitles)) for column in bank.columns), default=1) - 1 or 0)


def heads(bank: Bank, head: float) -> Iterator[Markup]:
    """The heads of all days, above the height `head`; names stand in full where those of every day have room, so that
    days look alike."""
    if not bank.form.large:
        whole = all(width(_weekday(column), bank.form.city) <= column.width for column in bank.columns)
        for column in bank.columns:
            yield from _narrow(column, head, bank.form, whole)
        return
    whole = all(width(name, 14) <= _room_beside(column) for column in bank.columns for name in column.day.names)
    for column in bank.columns:
        yield from _wide(column, head, max(0, rows_height(bank)), whole)


def _room_beside(column: Column) -> float:
    """The room to the right of a day's numeral, up to the next one's."""
    return column.width - 42 * len(str(column.day.date.day))


def _wide(column: Column, head: float, more: float, whole: bool) -> Iterator[Markup]:
    numeral, room = str(column.day.date.day), _room_beside(column)
    base, x = head - 58 - more, column.x - 4
    yield text("serif num", x, base, numeral)
    beside = x + 42 * len(numeral) + 14
    for index, name in enumerate(column.day.names if whole else (column.day.short,)):
        yield text("t14", beside, base - 24 + 20 * index, cut(name, room, 14))
    shown, others = column.day.subtitles[:ROWS], column.day.subtitles[ROWS:]
    for index, subtitle in enumerate(shown):
        last = others if index == len(shown) - 1 else ()
        yield from _subtitle(subtitle, last, (column.x, head - 23 - more + 20 * index), column.width)


def _subtitle(
    subtitle: Subtitle, others: tuple[Subtitle, ...], place: tuple[float, float], room: float
) -> Iterator[Markup]:
    x, y = place
    marks = [other.mark for other in others if other.mark is not None]
    if subtitle.mark is not None:
        yield mark_at(subtitle.mark, x, y - 10, 1.15)
        x += 18
    shown = cut(subtitle.text, room - 18 * len(marks) - (x - place[0]), 14)
    yield text("t14", x, y, shown)
    start = x + width(shown, 14) + 8
    for index, mark in enumerate(marks):
        yield mark_at(mark, start + 18 * index, y - 10, 1.15)


def _weekday(column: Column) -> str:
    return column.day.names[-1] if column.day.names else column.day.short


def _narrow(column: Column, head: float, form: Form, whole: bool) -> Iterator[Markup]:
    yield text("serif num s", column.x - 1, head - 34, str(column.day.date.day))
    shown = _weekday(column) if whole else cut(column.day.short, column.width, form.city)
    yield text("t11", column.x, head - 18, shown)
    marks = [subtitle.mark for subtitle in column.day.subtitles if subtitle.mark is not None]
    for index, mark in enumerate(marks[: int(column.width // 12)]):
        yield mark_at(mark, column.x + 12 * index, head - 13, 0.85)


def mark_at(mark: Mark, x: float, y: float, scale: float) -> Markup:
    """A programme's mark with its corner at a point."""
    place = f"translate({figure(x)} {figure(y)}) scale({figure(scale)})"
    return element("g", [outline(mark, 10)], kind="mark", transform=place)
