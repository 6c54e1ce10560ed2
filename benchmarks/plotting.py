"""A plot of seconds by number of items, both on logarithmic axes, as an SVG."""

from collections.abc import Iterator, Sequence
from math import log10

WIDTH, HEIGHT, LEFT, BOTTOM = 560, 360, 60, 40
SERIES = (("load", "#1d3f78"), ("check", "#477941"), ("build", "#a71e31"))
FIRST_ITEMS, LAST_ITEMS = 1.0, 5.0
FIRST_SECONDS, LAST_SECONDS = -2.0, 2.0


def plot(rows: list[dict[str, float]], series: Sequence[tuple[str, str]] = SERIES) -> str:
    """The SVG of the rows of a benchmark: a line for each key of `series`, in its colour."""
    drawn = "".join([*_axes(), *(part for name, colour in series for part in _series(rows, name, colour))])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12" role="img"><title>Seconds by number of items</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fbfaf7"/>{drawn}</svg>\n'
    )


def _x(items: float) -> float:
    return LEFT + (log10(items) - FIRST_ITEMS) / (LAST_ITEMS - FIRST_ITEMS) * (WIDTH - LEFT - 70)


def _y(seconds: float) -> float:
    share = (log10(max(seconds, 0.01)) - FIRST_SECONDS) / (LAST_SECONDS - FIRST_SECONDS)
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 20)


def _axes() -> Iterator[str]:
    for power in range(int(FIRST_SECONDS), int(LAST_SECONDS) + 1):
        y = _y(10.0**power)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - 70}" stroke="#d2d1cb"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>'
    for power in range(int(FIRST_ITEMS), int(LAST_ITEMS) + 1):
        x = _x(10.0**power)
        yield f'<text x="{x:.1f}" y="{HEIGHT - 16}" text-anchor="middle">{10**power:,} items</text>'


def _series(rows: list[dict[str, float]], name: str, colour: str) -> Iterator[str]:
    points = [(_x(row["items"]), _y(row[name])) for row in rows if name in row]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for x, y in points:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'
    if points:
        yield f'<text x="{points[-1][0] + 8:.1f}" y="{points[-1][1] + 4:.1f}" fill="{colour}">{name}</text>'
