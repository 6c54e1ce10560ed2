"""Requests per second as bars, a pair for each page and number of connections, as an SVG."""

from collections.abc import Iterator

WIDTH, LEFT, TOP, BAR, GAP = 640, 150, 34, 14, 18
COLOURS = {"nginx": "#8a8f98", "kakehashi": "#1d3f78"}


def bars(rows: list[dict[str, object]]) -> str:
    """The SVG of the rows of the benchmark of serving."""
    most = max(_number(row) for row in rows)
    drawn, height = "".join(_drawn(rows, most)), TOP + len(rows) // 2 * (2 * BAR + GAP) + 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="12" role="img"><title>Requests per second</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fbfaf7"/>{drawn}</svg>\n'
    )


def _drawn(rows: list[dict[str, object]], most: float) -> Iterator[str]:
    yield f'<text x="{LEFT}" y="20" font-weight="bold">Requests per second</text>'
    for number, row in enumerate(rows):
        y = TOP + number // 2 * (2 * BAR + GAP) + number % 2 * BAR
        width = _number(row) / most * (WIDTH - LEFT - 150)
        if number % 2 == 0:
            yield (
                f'<text x="{LEFT - 10}" y="{y + BAR + 4}" text-anchor="end">'
                f"{row['page']}, {row['connections']} at once</text>"
            )
        yield f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR - 1}" fill="{COLOURS[str(row["server"])]}"/>'
        yield f'<text x="{LEFT + width + 6:.1f}" y="{y + 11}">{row["server"]} {_number(row):,.0f}</text>'


def _number(row: dict[str, object]) -> float:
    return float(str(row["requests_per_second"]))
