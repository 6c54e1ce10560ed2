"""The neatline, the one element of all bands: night full, early and evening half, the working day open.

It is the frame of an old map, whose black and white degrees tell longitude. As it differs in thickness and not in
colour, it says the same in print, to somebody who sees no colours, and in colours that a reader has set.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.clocks import BEGINNINGS, State, state_at
from kakehashi.site.pictures.svg import rect


class Stretch(NamedTuple):
    """Hours of one clock in one part of the day; they may run below 0 or past 24."""

    start: float
    end: float
    state: State


def stretches(first: float, last: float) -> Iterator[Stretch]:
    """The parts of the day between two hours of a clock.

    >>> [(part.start, part.end, part.state) for part in stretches(16, 24.5)]
    [(16, 18, 'day'), (18, 23, 'evening'), (23, 24.5, 'night')]
    """
    start = first
    while start < last:
        end = min(last, next_change(start))
        yield Stretch(start, end, state_at(start))
        start = end


def next_change(hour: float) -> float:
    """The first hour after `hour` at which a clock changes state.

    >>> next_change(6), next_change(23.5), next_change(-1)
    (8, 30.0, 6)
    """
    midnight = 24 * (hour // 24)
    return min(
        midnight + days * 24 + begins
        for days in (0, 1)
        for begins, _ in BEGINNINGS
        if midnight + days * 24 + begins > hour
    )


# A list of items has a comb for each start and a table a sky for each cell: the same few bands, thousands of times.
@cache
def across(place: tuple[float, float], thick: float, hours: tuple[float, float], hour: float) -> Markup:
    """A neatline from left to right: `hours` of a clock, each `hour` units wide, from the corner `place`."""
    x, y = place
    drawn = [rect("sky", x, y, (hours[1] - hours[0]) * hour, thick)]
    for part in stretches(*hours):
        left, width = x + (part.start - hours[0]) * hour, (part.end - part.start) * hour
        if part.state == "night":
            drawn.append(rect("night", left, y, width, thick))
        elif part.state != "day":
            drawn.append(rect("dusk", left, y + thick / 2, width, thick / 2))
    return Markup("").join(drawn)


def down(place: tuple[float, float], thick: float, hours: tuple[float, float], hour: float) -> Markup:
    """A neatline from top to bottom, its ticks to the right."""
    x, y = place
    drawn = [rect("sky", x, y, thick, (hours[1] - hours[0]) * hour)]
    for part in stretches(*hours):
        top, height = y + (part.start - hours[0]) * hour, (part.end - part.start) * hour
        if part.state == "night":
            drawn.append(rect("night", x, top, thick, height))
        elif part.state != "day":
            drawn.append(rect("dusk", x, top, thick / 2, height))
    return Markup("").join(drawn)


def sample(state: State) -> Markup:
    """A piece of the neatline for a key, in one part of the day."""
    drawn = rect("sky", 0.5, 0.5, 40, 7)
    if state == "night":
        drawn += rect("night", 0.5, 0.5, 40, 7)
    elif state != "day":
        drawn += rect("dusk", 0.5, 4, 40, 3.5)
    return Markup('<svg width="42" height="8" viewBox="0 0 42 8" aria-hidden="true">{}</svg>').format(drawn)
