"""The burdens of a week's hours: for each institution its day with its live appearances, and the mean that they cost.

All bands are days from 0 to 24 of their own clocks, so night lies at the same place in each, and a shade that runs down
behind them tells at a glance who appears early, late or by night.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.clocks import State, shade, state_at
from kakehashi.site.pictures.lanes import packed
from kakehashi.site.pictures.letters import cut, lines, width
from kakehashi.site.pictures.neatline import across, stretches
from kakehashi.site.pictures.svg import element, line, rect, text, view
from kakehashi.words import Words

LETTER, FIGURE, SMALL, PITCH = 14.0, 12.0, 11.0, 17.0
THICK = 8.0
GAP = 6.0
"""What parts a bar and its figures."""

TALLEST = 56.0
"""How high bars that overlap may stand above one another in all: with many, their lanes become narrower."""

SHARE: dict[State, float] = {"day": 5 / 6, "early": 1 / 2, "evening": 1 / 2, "night": 5 / 6}
"""How much of its lane a bar fills, by the part of the day in which it begins."""

LEAST = 1 / 12
"""The hours that a bar has at least: what takes no time is seen all the same."""


class Stay(NamedTuple):
    """A live appearance from the hour `first` of its own clock to before `last`, which may be past 24."""

    first: float
    last: float


class Borne(NamedTuple):
    """What an institution bears: its appearances, its mean, and the least mean that any timetable has for it alone."""

    name: str
    short: str
    clock: str
    stays: tuple[Stay, ...]
    mean: int
    alone: int | None
    host: bool = False


class _Bar(NamedTuple):
    """A piece of an appearance within one day, in the part of the day in which the whole begins."""

    first: float
    last: float
    state: State


@dataclass(frozen=True, slots=True)
class _Form:
    """Where things stand across a picture: hour 0, the width of an hour, and means with the room of the longest.

    `lane` is how far bars that overlap stand above one another.
    """

    kind: str
    whole: float
    left: float
    hour: float
    means: float
    longest: float
    lane: float
    broad: bool

    @property
    def right(self) -> float:
        return self.left + 24 * self.hour


WIDE = _Form("sized wide-only", 1248, 264, 29, 992, 160, 8, broad=True)
NARROW = _Form("sized narrow-only", 328, 8, 13, 206, 56, 6, broad=False)


@dataclass(frozen=True, slots=True)
class _Row:
    """An institution's row: bars in lanes above and below its neatline, and where that lies."""

    borne: Borne
    names: tuple[str, ...]
    above: tuple[tuple[_Bar, ...], ...]
    below: tuple[tuple[_Bar, ...], ...]
    top: float
    neat: float
    bottom: float


def burdens_picture(bearers: Sequence[Borne], words: Words) -> Markup:
    """The institutions one below another, wide and narrow; empty without any. A table beside it gives the figures.

    Bars stand on the neatline, low early and in the evening, and hang below it by night, as in a table of local times.
    The mean is filled, the least for the institution alone an outline; all means have one scale, from 0.
    """
    if not bearers:
        return Markup()
    return Markup("").join(_drawn(form, bearers, words) for form in (WIDE, NARROW))


def _drawn(form: _Form, bearers: Sequence[Borne], words: Words) -> Markup:
    rows = list(_rows(form, bearers))
    unit = _unit(form, bearers, words)
    drawn = [
        element("title", [words.say("Live appearances of each institution by its own clock, and its mean burden")]),
        element("desc", [_description(words)]),
        *(part for row in rows for part in _ground(form, row)),
        *_head(form, words),
        *(part for row in rows for part in _row(form, row, unit, words)),
    ]
    whole = view(-1, 0, form.whole + 2, rows[-1].bottom + 1)
    return element("svg", drawn, kind=f"burdens {form.kind}", viewBox=whole, role="img")


def _unit(form: _Form, bearers: Sequence[Borne], words: Words) -> float:
    """The width of one point, such that the longest bar leaves room for the broadest figures."""
    figures = max(sum(_figures_width(one, words)) for one in bearers)
    room = min(form.longest, form.whole - form.means - GAP - figures)
    return room / max(1, *(value for one in bearers for value in (one.mean, one.alone or 0)))


def _figures_width(one: Borne, words: Words) -> tuple[float, float]:
    """The room of the mean with the gap behind it, and of the least possible in brackets."""
    alone = 0.0 if one.alone is None else width(_bracketed(one.alone, words), SMALL)
    return width(words.number(one.mean), FIGURE) + GAP / 2, alone


def _bracketed(number: int, words: Words) -> str:
    return f"({words.number(number)})"


def _description(words: Words) -> str:
    return words.say(
        "A row for each institution, the highest mean first: its day from 0 to 24, dark by night, with a bar for each "
        "live appearance; with it the mean burden, filled, and the least possible for this institution alone, in "
        "outline. The table on this page gives the figures."
    )


def _rows(form: _Form, bearers: Sequence[Borne]) -> Iterator[_Row]:
    top = 26.0
    for one in bearers:
        bars = [bar for stay in one.stays for bar in _bars(stay)]
        above = tuple(tuple(lane) for lane in packed(bar for bar in bars if bar.state != "night"))
        below = tuple(tuple(lane) for lane in packed(bar for bar in bars if bar.state == "night"))
        names = tuple(_name(form, one))
        room = _height(form, above)
        neat = top + (max(room, PITCH * len(names)) + 12 if form.broad else room + PITCH + 14)
        bottom = neat + THICK + max(_height(form, below), 4) + 10
        yield _Row(one, names, above, below, top, neat, bottom)
        top = bottom


def _bars(stay: Stay) -> Iterator[_Bar]:
    """A stay on a dial of twenty-four hours: two pieces if it passes midnight."""
    part = state_at(stay.first)
    last = min(max(stay.last, stay.first + LEAST), stay.first + 24)
    yield _Bar(stay.first, min(last, 24), part)
    if last > 24:
        yield _Bar(0, last - 24, part)


def _height(form: _Form, lanes: Sequence[object]) -> float:
    return min(TALLEST, form.lane * len(lanes))


def _name(form: _Form, one: Borne) -> Iterator[str]:
    """The institution's name in two lines at most; in the narrow picture its short one."""
    if not form.broad:
        yield cut(one.short, form.means - 16, LETTER)
        return
    first, *more = lines(one.name, form.left - 24, LETTER)
    yield first
    if more:
        yield more[0] if len(more) == 1 else cut(f"{more[0]} {more[1]}", form.left - 24, LETTER)


def _ground(form: _Form, row: _Row) -> Iterator[Markup]:
    """The shades of evening, night and early morning behind a row; in the wide picture they join into columns."""
    top = row.top if form.broad else row.top + PITCH + 8
    for part in stretches(0, 24):
        shaded = {"night": "shade-night", "dusk": "shade"}.get(shade(part.state))
        if shaded:
            x, length = form.left + part.start * form.hour, (part.end - part.start) * form.hour
            yield rect(shaded, x, top, length, row.bottom - top)


def _head(form: _Form, words: Words) -> Iterator[Markup]:
    """The hours of the day, and in the wide picture what stands in its columns."""
    for hour in (0, 6, 12, 18, 24):
        yield text("fig mid", form.left + hour * form.hour, 16, str(hour))
    if form.broad:
        yield text("fine", 0, 16, words.say("Local time"))
        yield text("fine", form.means, 16, words.say("Mean burden (least possible)"))


def _row(form: _Form, row: _Row, unit: float, words: Words) -> Iterator[Markup]:
    yield line("grid", (0, row.top), (form.whole, row.top))
    yield from _named(form, row)
    yield across((form.left, row.neat), THICK, (0, 24), form.hour)
    noon = form.left + 12 * form.hour
    yield line("leader", (noon, row.neat + THICK), (noon, row.neat + THICK + 3))
    kind = "span host" if row.borne.host else "span"
    yield from _lanes(form, row.above, kind, row.neat, -1)
    yield from _lanes(form, row.below, kind, row.neat + THICK, 1)
    yield from _mean(form, row, unit, words)


def _named(form: _Form, row: _Row) -> Iterator[Markup]:
    kind = "lab hosted" if row.borne.host else "lab"
    if form.broad:
        base = row.neat - 6 - PITCH * (len(row.names) - 1)
        for number, name in enumerate(row.names):
            yield text(kind, 0, base + PITCH * number, name)
        yield text("fine", 0, row.neat + THICK + 2, cut(row.borne.clock, form.left - 24, SMALL))
    else:
        yield text(kind, 0, row.top + PITCH, row.names[0])


def _lanes(form: _Form, lanes: Sequence[Sequence[_Bar]], kind: str, base: float, direction: int) -> Iterator[Markup]:
    pitch = min(form.lane, TALLEST / max(1, len(lanes)))
    for number, lane in enumerate(lanes):
        for bar in lane:
            height = pitch * SHARE[bar.state]
            foot = base + direction * pitch * number
            top = foot if direction > 0 else foot - height
            yield rect(kind, form.left + bar.first * form.hour, top, (bar.last - bar.first) * form.hour, height)


def _mean(form: _Form, row: _Row, unit: float, words: Words) -> Iterator[Markup]:
    """The mean as a filled bar in the outline of the least for the institution alone, and both as figures."""
    middle = row.neat + THICK / 2 if form.broad else row.top + PITCH - 5
    mean, alone = row.borne.mean, row.borne.alone
    if alone:
        yield rect("outline", form.means, middle - 7, unit * alone, 14)
    if mean:
        yield rect("span", form.means, middle - 4, unit * mean, 8)
    after = form.means + unit * max(mean, alone or 0) + GAP
    yield text("fig", after, middle + 4.5, words.number(mean))
    if alone is not None:
        beside = after + _figures_width(row.borne, words)[0]
        yield text("fine", beside, middle + 4.5, _bracketed(alone, words))
