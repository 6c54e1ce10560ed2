"""The edges of a week picture: a ruler for every clock, its cities above it, and the shade that dusk and night cast."""

from collections.abc import Iterator

from markupsafe import Markup

from kakehashi.site.pictures.axis import Axis
from kakehashi.site.pictures.banks import Bank, Ruler
from kakehashi.site.pictures.forms import Form
from kakehashi.site.pictures.letters import cut, is_upright, width
from kakehashi.site.pictures.neatline import down, stretches
from kakehashi.site.pictures.svg import line, rect, text

TALLEST = 200.0
"""The room above a ruler for the name of a city, at most; of a longer name as much as fits is shown."""


def names_height(bank: Bank) -> float:
    """The room that the cities' names need above the rulers: the longest of them, turned or standing upright."""
    form = bank.form
    longest = max(width(name, form.city) for ruler in bank.rulers for name in _names(ruler, form))
    return min(TALLEST, longest) + 12


def shades(bank: Bank, axis: Axis) -> Iterator[Markup]:
    """Evening, night and early morning as grounds: each in its ruler's column, the host's under the days as well.

    Dusk so comes down the picture as a staircase from east to west.
    """
    for ruler in bank.rulers:
        right = bank.right if ruler.clock.host else ruler.x + ruler.width
        for first, last, ahead, y in _stretches(bank, ruler, axis):
            for part in stretches(first + ahead, last + ahead):
                if part.state == "day":
                    continue
                top = y + (part.start - first - ahead) * axis.hour
                kind = "shade-night" if part.state == "night" else "shade"
                yield rect(kind, ruler.x, top, right - ruler.x, (part.end - part.start) * axis.hour)


def rulers(bank: Bank, axis: Axis) -> Iterator[Markup]:
    """Every clock's neatline with its hours, and its cities above."""
    for ruler in bank.rulers:
        thick = min(bank.form.neatline, ruler.width / 4)
        for first, last, ahead, y in _stretches(bank, ruler, axis):
            hours = (first + ahead, last + ahead)
            yield down((ruler.x + 0.5, y), thick, hours, axis.hour)
            yield from _hours(ruler, hours, y, axis.hour, bank.form)
        yield from _cities(ruler, axis.top, bank.form)


def _stretches(bank: Bank, ruler: Ruler, axis: Axis) -> Iterator[tuple[float, float, float, float]]:
    """The host's hours of a ruler's stretches, how far it is ahead in them, and the height at which they begin."""
    for run_first, run_last, y in axis.spans:
        for first, last, ahead in bank.parts(ruler, run_first, run_last):
            yield first, last, ahead, y + (first - run_first) * axis.hour


def _hours(ruler: Ruler, hours: tuple[float, float], y: float, scale: float, form: Form) -> Iterator[Markup]:
    """The whole hours of a clock: a tick at each, its figure below, or above where it would pass the end."""
    # In a zone of half or three quarter hours these lie between the lines of the host's.
    first, last = hours
    suffix = " host" if ruler.clock.host else ""
    for hour in range(-int(-first // 1), int(last // 1) + 1):
        at = y + (hour - first) * scale
        below = at + form.figures_drop <= y + (last - first) * scale
        baseline = at + form.figures_drop if below else at - form.figures_rise
        yield line(f"leader{suffix}", (ruler.x + 0.5, at), (ruler.x + 0.5 + form.tick, at))
        yield text(
            _kind(ruler, form.letter, "fig "), ruler.x + min(form.figures, ruler.width * 0.32), baseline, str(hour % 24)
        )


def _kind(ruler: Ruler, size: float, face: str = "") -> str:
    return f"{face}t{size:.0f}{' hosted' if ruler.clock.host else ''}"


def _names(ruler: Ruler, form: Form) -> list[str]:
    """The cities of a ruler in as many lines as stand beside one another above it."""
    room = max(1, int((ruler.width - 4) // form.city_pitch))
    cities = ruler.clock.cities
    if len(cities) <= room:
        return list(cities)
    return [*cities[: room - 1], f"{cities[room - 1]} +{len(cities) - room}"]


def _cities(ruler: Ruler, head: float, form: Form) -> Iterator[Markup]:
    kind = _kind(ruler, form.city)
    for index, name in enumerate(_names(ruler, form)):
        shown = cut(name, TALLEST, form.city)
        x = ruler.x + form.city_pitch * index
        if is_upright(shown):
            yield text(f"tate {kind}", x + 7, head - 10 - width(shown, form.city), shown)
        else:
            yield text(kind, x + form.city * 0.8, head - 9, shown, turned=-90)
