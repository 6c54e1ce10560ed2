"""The frame: days side by side on the host's clock, and along both edges, west to east, the clocks of the partners."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from markupsafe import Markup

from kakehashi.site.pictures.axis import Axis
from kakehashi.site.pictures.banks import Bank, Column, banks
from kakehashi.site.pictures.blocks import drawn_block
from kakehashi.site.pictures.days import WeekPicture
from kakehashi.site.pictures.edges import names_height, rulers, shades
from kakehashi.site.pictures.fitting import Box
from kakehashi.site.pictures.forms import MIDDLE, NARROW, WIDE, Form
from kakehashi.site.pictures.heads import heads, rows_height
from kakehashi.site.pictures.placing import Placed
from kakehashi.site.pictures.spoken import cities, joined
from kakehashi.site.pictures.svg import element, line, view
from kakehashi.words import Words
from kakehashi.words.zones import rules


def week_picture(picture: WeekPicture, words: Words, prefix: str = "week") -> Markup:
    """The week in every form, of which the style sheet shows one; `prefix` keeps their ids apart from others'.

    A list of the same must stand below it: blocks are links with labels, in the order of the days and of time, but
    hours, shades and names are a drawing and hidden from screen readers. A picture without days is empty.
    """
    drawn = [
        _drawn(bank, picture, words, f"{prefix}-{form.kind[0]}{number}")
        for form in (WIDE, MIDDLE, NARROW)
        for number, bank in enumerate(banks(picture, form), start=1)
    ]
    return Markup("").join(drawn)


def _drawn(bank: Bank, picture: WeekPicture, words: Words, name: str) -> Markup:
    form = bank.form
    head = max(form.head + max(0, rows_height(bank)), names_height(bank))
    axis = bank.axis(head)
    ground = [*shades(bank, axis), *_hour_lines(bank, axis), *rulers(bank, axis), *heads(bank, head)]
    links = (
        drawn_block(one.block, _box(one, column, axis, form), form, bank.host_zone, words) for column, one in _all(bank)
    )
    return element(
        "svg",
        [
            element("title", [_title(bank, words)], id=f"{name}t"),
            element("desc", [_description(bank, picture, words)], id=f"{name}d"),
            element("g", ground, aria_hidden="true"),
            *links,
        ],
        kind=f"week sized {form.kind}",
        viewBox=view(-1, 0, form.whole + 2, axis.bottom + 3),
        aria_labelledby=f"{name}t",
        aria_describedby=f"{name}d",
    )


def _all(bank: Bank) -> Iterator[tuple[Column, Placed]]:
    yield from ((column, one) for column in bank.columns for one in column.placed)


def _box(one: Placed, column: Column, axis: Axis, form: Form) -> Box:
    top, bottom = axis.y(one.first), axis.y(one.last)
    width = (column.width - form.lane_gap * (one.lanes - 1)) / one.lanes
    return Box(column.x + one.lane * (width + form.lane_gap), top, max(width, 2), max(bottom - top, 4))


def _hour_lines(bank: Bank, axis: Axis) -> Iterator[Markup]:
    right = bank.right - (6 if bank.right < bank.form.whole else 0)
    for first, last, y in axis.spans:
        for hour in range(last - first + 1):
            at = y + hour * axis.hour
            yield line("grid hour", (bank.left, at), (right, at))


def _title(bank: Bank, words: Words) -> str:
    days = words.days([day.date for day in bank.days])
    return words.say("The days from left to right, their hours from top to bottom: %(days)s", days=days)


def _description(bank: Bank, picture: WeekPicture, words: Words) -> str:
    midnight = datetime.combine(bank.days[0].date, time(0), tzinfo=rules(bank.host_zone))
    first, last = midnight + timedelta(hours=bank.hours[0][0]), midnight + timedelta(hours=bank.hours[-1][1])
    return words.say(
        "Hours %(hours)s, %(zone)s. At the edges, from west to east, the local time of: %(places)s. "
        "The list of the days on this page says the same.",
        hours=words.span(first, last),
        zone=words.zone_name(bank.host_zone, bank.at),
        places=joined([cities(ruler.clock, words) for ruler in bank.rulers], words),
    )
