"""A small picture for each search: its value and its bound against the seconds, as one SVG."""

from collections.abc import Iterator
from math import log10
from typing import Any

WIDTH, HEIGHT, ACROSS = 240, 150, 3
LEFT, TOP, RIGHT, BOTTOM = 44, 26, 12, 24
VALUE, BOUND, BEAT = "#1d3f78", "#a71e31", "#73736d"


def traces(rows: list[dict[str, Any]], seconds: int) -> str:
    """The SVG of all rows; values stand on a logarithmic axis of their own, from 1."""
    drawn = "".join(part for number, row in enumerate(rows) for part in _panel(number, row, seconds))
    down = (len(rows) + ACROSS - 1) // ACROSS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * ACROSS} {HEIGHT * down + 24}" '
        f'font-family="sans-serif" font-size="10" role="img"><title>Value and bound against time</title>'
        f'<rect width="100%" height="100%" fill="#fbfaf7"/>{drawn}'
        f'<text x="{LEFT}" y="{HEIGHT * down + 14}"><tspan fill="{VALUE}">value</tspan> '
        f'<tspan fill="{BOUND}">bound</tspan> <tspan fill="{BEAT}">value to beat</tspan></text></svg>\n'
    )


def _panel(number: int, row: dict[str, Any], seconds: int) -> Iterator[str]:
    x0, y0 = number % ACROSS * WIDTH, number // ACROSS * HEIGHT
    known = [n[name] for n in row["trace"] for name in ("value", "bound") if n[name] is not None]
    top = max(1.0, log10(max([*known, row["beat"] or 1, 10])))
    yield f'<g transform="translate({x0} {y0})"><text x="{LEFT}" y="16" font-weight="bold">{row["instance"]}</text>'
    yield f'<path d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="#d2d1cb"/>'
    for power in range(int(top) + 1):
        yield f'<text x="{LEFT - 4}" y="{_y(10**power, top) + 3:.1f}" text-anchor="end">{_short(10**power)}</text>'
    yield f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 10}" text-anchor="end">{seconds} s</text>'
    if row["beat"] is not None:
        y = _y(row["beat"], top)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{BEAT}" stroke-dasharray="3 3"/>'
    for name, colour in (("value", VALUE), ("bound", BOUND)):
        yield f'<path d="{_steps(row, name, top, seconds)}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
    yield "</g>"


def _steps(row: dict[str, Any], name: str, top: float, seconds: int) -> str:
    points = [(now["seconds"], now[name]) for now in row["trace"] if now[name] is not None]
    if not points:
        return "M0 0"
    way = [f"M{_x(points[0][0], seconds):.1f} {_y(points[0][1], top):.1f}"]
    for at, value in points[1:]:
        way.append(f"H{_x(at, seconds):.1f}V{_y(value, top):.1f}")
    return "".join([*way, f"H{_x(min(row['seconds'], seconds), seconds):.1f}"])


def _x(at: float, seconds: int) -> float:
    return LEFT + min(at / seconds, 1) * (WIDTH - LEFT - RIGHT)


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - log10(max(value, 1)) / top * (HEIGHT - BOTTOM - TOP)


def _short(number: int) -> str:
    return f"{number // 10**6}M" if number >= 10**6 else f"{number // 1000}k" if number >= 1000 else str(number)
