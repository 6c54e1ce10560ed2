"""The chart of yearly figures: plan as an outline, result filled, what was not counted as a dash with the word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.letters import cut, lines, width
from kakehashi.site.pictures.marks import HUES
from kakehashi.site.pictures.svg import element, figure, line, rect, text, view
from kakehashi.words import Words

TALL = 80.0
"""The height of the largest figure."""

WHOLE = 360.0
"""The width of a chart; years that do not fit go on below."""

LETTER, SMALL, PITCH = 12.0, 11.0, 13.0

AXIS = 20.0
"""The room of the years between the lines of the axis."""


@dataclass(frozen=True, slots=True)
class Value:
    """A year's plan and result; `None` is not counted, which is not 0."""

    plan: int | None
    result: int | None

    @property
    def counted(self) -> tuple[int, ...]:
        """What is known of the two."""
        return tuple(count for count in (self.plan, self.result) if count is not None)


class Series(NamedTuple):
    """What is counted, and its values in the order of the chart's years."""

    name: str
    values: tuple[Value, ...]


class Chart(NamedTuple):
    """One or more series over the same years. Of two, the first stands up and the second hangs down."""

    title: str
    years: tuple[str, ...]
    series: tuple[Series, ...]


class _Panel(NamedTuple):
    """A series on its axis at `base`, growing in `direction` (-1 up, 1 down); `unit` is the height of one counted."""

    name: str
    hue: str
    base: float
    direction: int
    unit: float


def figures_chart(chart: Chart, words: Words) -> Markup:
    """The chart; a table beside it must give the numbers. Two series share an axis, others stand one below another.

    All series have one scale, from 0: heights can be compared within a chart. A plan alone is an outline, a result is
    filled, and what was not counted is a dash with the word, never a bar of no height, which would say 0.
    """
    largest = max((count for one in chart.series for value in one.values for count in value.counted), default=0)
    panels, height = _panels(chart, TALL / max(1, largest))
    each = _years_in_a_row(chart, words)
    drawn = [element("title", [chart.title])]
    starts = range(0, max(1, len(chart.years)), each)
    for row, start in enumerate(starts):
        shown = _row(chart, panels, slice(start, start + each), WHOLE / each, words)
        drawn.append(element("g", shown, transform=f"translate(0 {figure(row * height)})"))
    return element("svg", drawn, kind="chart sized", viewBox=view(-1, 0, WHOLE + 2, height * len(starts)), role="img")


def _years_in_a_row(chart: Chart, words: Words) -> int:
    """As many as the widest figure allows, shared out evenly over the rows."""
    counts = (words.number(count) for one in chart.series for value in one.values for count in value.counted)
    slot = max([54.0, *(width(label, LETTER) + 10 for label in (*chart.years, *counts))])
    most, count = max(1, int(WHOLE // slot)), max(1, len(chart.years))
    return -(-count // -(-count // most))


def _panels(chart: Chart, unit: float) -> tuple[list[_Panel], float]:
    """Where each series stands, and the height of a row."""
    room = 52 + TALL
    if len(chart.series) == 2:
        up, down = chart.series
        return [
            _Panel(up.name, HUES[2], room, -1, unit),
            _Panel(down.name, HUES[0], room + AXIS, 1, unit),
        ], room + AXIS + TALL + 66
    below = room + AXIS + 18
    panels = [
        _Panel(one.name, HUES[(2 + 2 * index) % 4], room + below * index, -1, unit)
        for index, one in enumerate(chart.series)
    ]
    return panels, below * len(panels)


def _row(chart: Chart, panels: Sequence[_Panel], years: slice, slot: float, words: Words) -> Iterator[Markup]:
    for base in sorted({panel.base for panel in panels if panel.direction < 0}):
        yield from (line("leader", (0, y), (WHOLE, y)) for y in (base, base + AXIS))
        for index, year in enumerate(chart.years[years]):
            yield text("fig mid", slot * (index + 0.5), base + 15, year)
    for panel, series in zip(panels, chart.series, strict=True):
        up = panel.direction < 0
        yield text("lab", 0, panel.base - TALL - 36 if up else panel.base + TALL + 52, panel.name)
        for index, value in enumerate(series.values[years]):
            yield from _value(panel, value, slot * (index + 0.5), slot, words)


def _value(panel: _Panel, value: Value, middle: float, slot: float, words: Words) -> Iterator[Markup]:
    broad = min(46.0, slot - 12)
    if value.plan is not None:
        yield _bar("outline", panel, middle, broad, value.plan)
    if value.result is not None:
        yield _bar(panel.hue, panel, middle, broad * 0.65, value.result)
    end = panel.base + panel.direction * panel.unit * max(value.counted, default=0)
    if value.result is None:
        yield from _uncounted(end, panel.direction, middle, slot, words)
    else:
        yield text("fig mid", middle, end - 5 if panel.direction < 0 else end + 15, words.number(value.result))


def _bar(kind: str, panel: _Panel, middle: float, broad: float, count: int) -> Markup:
    height = panel.unit * count
    top = panel.base - height if panel.direction < 0 else panel.base
    return rect(kind, middle - broad / 2, top, broad, height)


def _uncounted(end: float, direction: int, middle: float, slot: float, words: Words) -> Iterator[Markup]:
    """A dash where the figure would stand, and the word for it on the side away from the axis."""
    rows = lines(words.say("not counted"), slot - 2, SMALL)
    dash = end + 7 * direction
    first = dash - 5 - PITCH * (len(rows) - 1) if direction < 0 else dash + 13
    yield line("stand", (middle - 6, dash), (middle + 6, dash))
    for index, row in enumerate(rows):
        yield text("fine mid", middle, first + PITCH * index, cut(row, slot, SMALL))
