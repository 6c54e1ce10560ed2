"""The chart of yearly figures: plan as an outline, result filled, what was not counted as a dash with the word."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kakehashi.site.pictures.letters import lines, width
from kakehashi.site.pictures.marks import HUES
from kakehashi.site.pictures.svg import element, line, rect, text, view
from kakehashi.words import Words

TALL = 80.0
"""The height of the largest figure."""

LETTER, SMALL, PITCH = 12.0, 11.0, 13.0


@dataclass(frozen=True, slots=True)
class Value:
    """A year's plan and result; `None` is not counted, which is not 0."""

    plan: int | None
    result: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted, and its values in the order of the chart's years."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One or more series over the same years. Of two, the first stands up and the second hangs down."""

    title: str
    years: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class _Panel:
    """A series on its axis at `base`, growing in `direction` (-1 up, 1 down)."""

    series: Series
    hue: str
    base: float
    direction: int


def figures_chart(chart: Chart, words: Words) -> Markup:
    """The chart; a table beside it must give the numbers. Two series share an axis, others stand one below another."""
    largest = max((count for one in chart.series for value in one.values for count in _counts(value)), default=0)
    slot = max(56.0, *(_slot(chart, words)))
    whole = max(440.0, slot * len(chart.years))
    slot = whole / max(1, len(chart.years))
    panels, height = _panels(chart)
    drawn = [element("title", [chart.title])]
    for panel in panels:
        drawn += _panel(panel, (slot, TALL / max(1, largest)), words)
    bases = sorted({panel.base for panel in panels if panel.direction < 0})
    for base in bases:
        drawn += [text("fig mid", slot * (index + 0.5), base + 15, year) for index, year in enumerate(chart.years)]
        drawn += [line("leader", (0, y), (whole, y)) for y in (base, base + 20)]
    return element("svg", drawn, kind="chart sized", viewBox=view(-1, 0, whole + 2, height), role="img")


def _counts(value: Value) -> Iterator[int]:
    yield from (count for count in (value.plan, value.result) if count is not None)


def _slot(chart: Chart, words: Words) -> Iterator[float]:
    """What the widest figure and year need."""
    yield from (width(year, LETTER) + 12 for year in chart.years)
    yield from (
        width(words.number(count), LETTER) + 8
        for one in chart.series
        for value in one.values
        for count in _counts(value)
    )


def _panels(chart: Chart) -> tuple[list[_Panel], float]:
    """Where each series stands, and the height of the whole."""
    room = 30 + TALL
    if len(chart.series) == 2:
        up, down = chart.series
        return [_Panel(up, HUES[2], room, -1), _Panel(down, HUES[0], room + 20, 1)], room + 20 + TALL + 46
    below = room + 44
    return [
        _Panel(one, HUES[(2 + 2 * index) % 4], room + below * index, -1) for index, one in enumerate(chart.series)
    ], below * len(chart.series)


def _panel(panel: _Panel, unit: tuple[float, float], words: Words) -> Iterator[Markup]:
    slot, scale = unit
    name = 14 if panel.direction < 0 else TALL + 42
    yield text("lab", 0, (panel.base - TALL - 30 if panel.direction < 0 else panel.base) + name, panel.series.name)
    for index, value in enumerate(panel.series.values):
        yield from _value(panel, value, (slot * (index + 0.5), slot), scale, words)


def _value(panel: _Panel, value: Value, place: tuple[float, float], scale: float, words: Words) -> Iterator[Markup]:
    middle, slot = place
    broad = min(46.0, slot - 14)
    heights = [scale * count for count in _counts(value)]
    if value.plan is not None:
        yield _bar("outline", panel, middle, broad, scale * value.plan)
    if value.result is not None:
        yield _bar(panel.hue, panel, middle, broad * 0.65, scale * value.result)
        top = max(heights)
        y = panel.base - top - 5 if panel.direction < 0 else panel.base + top + 15
        yield text("fig mid", middle, y, words.number(value.result))
        return
    yield from _uncounted(panel, middle, slot, words)


def _bar(kind: str, panel: _Panel, middle: float, broad: float, height: float) -> Markup:
    top = panel.base - height if panel.direction < 0 else panel.base
    return rect(kind, middle - broad / 2, top, broad, height)


def _uncounted(panel: _Panel, middle: float, slot: float, words: Words) -> Iterator[Markup]:
    rows = lines(words.say("not counted"), slot - 4, SMALL)
    start = panel.base - 8 - PITCH * (len(rows) - 1) if panel.direction < 0 else panel.base + 24
    dash = start - 14
    yield line("stand", (middle - 6, dash), (middle + 6, dash))
    for index, row in enumerate(rows):
        yield text("fine mid", middle, start + PITCH * index, row)
