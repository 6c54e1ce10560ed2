"""The drawings of the sample week's pictures: pure functions from a time to an SVG."""

import math
from itertools import pairwise
from typing import TypeAlias

WIDTH, HEIGHT = 960, 540
TITLE_UNTIL, GARDEN_UNTIL, END = 12.0, 60.0, 72.0
"""Seconds of the clip at which its three parts end."""

Colour: TypeAlias = tuple[int, int, int]
PAPER, INK, ENJI, AI = "#fbfaf7", "#171c26", "#a71e31", "#1d3f78"
KUSA, MURASAKI, ODO, SOFT = "#477941", "#bd80b7", "#ebc160", "#505561"
SERIF = "font-family='Source Serif 4, Noto Serif CJK JP, Noto Serif, serif'"
SANS = "font-family='Noto Sans CJK JP, Noto Sans, sans-serif'"

TITLES = (
    (40, "ロシアの持続可能なライフスタイル ダーチャ"),
    (32, "Russia’s Sustainable Lifestyle Dacha"),
    (32, "Устойчивый образ жизни по-русски: дача"),
)
SAYS_SAMPLE = "サンプル動画 · Sample clip · Демонстрационный ролик"
ENDING = (
    (38, "この動画は講演の録画ではありません"),
    (30, "This is not a recording of the lecture"),
    (30, "Это не запись доклада"),
)
SKY: tuple[tuple[float, Colour], ...] = (
    (3.0, (23, 28, 38)),
    (5.5, (189, 128, 183)),
    (8.0, (214, 228, 238)),
    (12.0, (228, 238, 244)),
    (17.0, (235, 214, 160)),
    (19.5, (189, 118, 120)),
    (22.0, (23, 28, 38)),
)
"""Colours of the sky by the hour of the garden's clock."""


def share(value: float, start: float, end: float) -> float:
    """How far `value` has come from `start` to `end`, held between 0 and 1."""
    return min(1.0, max(0.0, (value - start) / (end - start)))


def sky(hour: float) -> str:
    """The colour of the sky, between the two named hours around `hour`."""
    for (begins, first), (until, second) in pairwise(SKY):
        if hour <= until:
            part = share(hour, begins, until)
            red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
            return f"rgb({red},{green},{blue})"
    return "rgb(23,28,38)"


def svg(content: str) -> str:
    """A whole drawing of the clip's size."""
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>{content}</svg>"


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A filled rectangle."""
    return f"<rect x='{x:.1f}' y='{y:.1f}' width='{width:.1f}' height='{height:.1f}' fill='{fill}'/>"


def disc(x: float, y: float, radius: float, fill: str, more: str = "") -> str:
    """A filled circle."""
    return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{radius:.1f}' fill='{fill}' {more}/>"


def path(steps: str, fill: str = "none", more: str = "") -> str:
    """A path; `more` holds its stroke."""
    return f"<path d='{steps}' fill='{fill}' {more}/>"


def shapes(drawn: float) -> str:
    """Circle, triangle and square, as far as the brush has come (0 to 1)."""
    stroke = f"stroke-width='7' stroke-linecap='round' pathLength='1' stroke-dasharray='{drawn:.3f} 2'"
    return (
        path("M 120 92 a 34 34 0 1 1 -.1 0", more=f"stroke='{AI}' {stroke}")
        + path("M 226 92 L 264 158 L 188 158 Z", more=f"stroke='{KUSA}' {stroke}")
        + path("M 300 92 h 66 v 66 h -66 Z", more=f"stroke='{MURASAKI}' {stroke}")
    )


def lines_of(lines: tuple[tuple[int, str], ...], top: float) -> str:
    """Lines of text under one another, each in its size."""
    drawn = []
    for size, text in lines:
        top += size * 1.6
        drawn.append(f"<text x='84' y='{top:.0f}' font-size='{size}' fill='{INK}' {SERIF}>{text}</text>")
    return "".join(drawn)


def card(lines: tuple[tuple[int, str], ...], drawn: float) -> str:
    """A still page with lines of text; the three shapes are drawn as time goes on."""
    small = f"<text x='84' y='478' font-size='22' fill='{SOFT}' {SANS}>{SAYS_SAMPLE}</text>"
    return svg(rect(0, 0, WIDTH, HEIGHT, PAPER) + shapes(drawn) + lines_of(lines, 200) + small)


def sun(hour: float) -> str:
    """The sun on its way from 5 to 20 o'clock; the moon and stars before and after."""
    if 5 <= hour <= 20:
        turn = math.pi * (hour - 5) / 15
        return disc(480 - 400 * math.cos(turn), 400 - 320 * math.sin(turn), 34, ENJI)
    stars = "".join(disc(97 * n % 900 + 30, 61 * n % 180 + 24, 2, PAPER) for n in range(1, 15))
    return disc(760, 96, 26, PAPER) + disc(772, 90, 24, sky(hour)) + stars


def house(hour: float) -> str:
    """A wooden house with carved frames; its window is lit in the evening."""
    pane = ODO if hour >= 18.5 else "#d2d1cb"
    boards = "".join(rect(150, 262 + 20 * n, 220, 2, "#5d4a36") for n in range(1, 6))
    frame = rect(236, 290, 62, 62, PAPER) + rect(243, 297, 48, 48, pane) + rect(265, 297, 4, 48, PAPER)
    roof = path("M 128 264 L 260 168 L 392 264 Z", AI) + path("M 196 264 L 260 216 L 324 264 Z", PAPER)
    return rect(320, 176, 26, 60, "#7d4a3f") + rect(150, 262, 220, 120, "#8a6f52") + boards + roof + frame


def smoke(hour: float) -> str:
    """Smoke over the chimney in the evening."""
    if hour < 18:
        return ""
    return "".join(
        disc(333 + 10 * math.sin(hour * 2 + n), 164 - 22 * n, 7 + 2 * n, PAPER, f"opacity='{0.5 - n * 0.1:.1f}'")
        for n in range(4)
    )


def plant(x: float, y: float, kind: int, grown: float) -> str:
    """One plant of a bed, from nothing (0) to full size (1): a round one, a pointed one, a square one."""
    size = 26 * grown
    if size < 1:
        return ""
    if kind == 0:
        return disc(x, y - size / 2, size / 2, KUSA) + disc(x, y - size / 2, size / 4, "#8fb184")
    if kind == 1:
        return path(f"M {x:.1f} {y - size * 1.5:.1f} L {x + size / 2:.1f} {y:.1f} L {x - size / 2:.1f} {y:.1f} Z", KUSA)
    return rect(x - size / 2, y - size, size, size, "#6b8f3c") + rect(x - size / 6, y - size, size / 3, size, KUSA)


def beds(hour: float) -> str:
    """Three beds whose plants grow from morning to evening."""
    drawn = []
    for row in range(3):
        top = 418 + 30 * row
        drawn.append(rect(470 - 40 * row, top, 420 + 20 * row, 12, "#5d4a36"))
        grown = share(hour, 6.5 + row, 17 + row)
        drawn += [plant(500 - 40 * row + 48 * n, top + 2, row, grown) for n in range(8)]
    return "".join(drawn)


def tree(hour: float) -> str:
    """An apple tree; the apples redden in the afternoon."""
    places = ((706, 292), (744, 262), (772, 300), (730, 318), (796, 272), (690, 262))
    size = 8 * share(hour, 13, 17)
    apples = "".join(disc(x, y, size, ENJI) for x, y in places) if size >= 1 else ""
    crown = disc(716, 282, 52, KUSA) + disc(768, 278, 58, KUSA) + disc(744, 236, 50, KUSA)
    return rect(736, 310, 16, 96, "#5d4a36") + crown + apples


def rain(hour: float) -> str:
    """A shower about noon."""
    if not 11 <= hour <= 13.5:
        return ""
    drops = []
    for n in range(26):
        x, y = 37 * n % 520 + 400, (53 * n + hour * 400) % 300 + 110
        drops.append(path(f"M {x} {y:.0f} l -6 18", more=f"stroke='{AI}' stroke-width='2'"))
    return "<g opacity='.6'>" + "".join(drops) + "</g>"


def band(hour: float) -> str:
    """The daylight band under the picture: black is night, white is day; the red tooth is now."""
    left, wide = 84.0, (WIDTH - 168) / 24
    bar = (
        rect(left, 512, wide * 24, 10, PAPER)
        + rect(left, 512, wide * 6, 10, INK)
        + rect(left + wide * 23, 512, wide, 10, INK)
    )
    dusk = rect(left + wide * 6, 517, wide * 2, 5, INK) + rect(left + wide * 18, 517, wide * 5, 5, INK)
    outline = path(f"M {left} 512 h {wide * 24} v 10 h {-wide * 24} Z", more=f"stroke='{INK}'")
    now = left + wide * hour
    return (
        rect(0, 496, WIDTH, 44, PAPER)
        + bar
        + dusk
        + outline
        + rect(now - 2, 502, 4, 20, ENJI)
        + disc(now, 502, 6, ENJI)
    )


def garden(time: float) -> str:
    """A day in the garden: `time` of the clip becomes an hour between 4 and 22."""
    hour = 4 + 18 * share(time, TITLE_UNTIL, GARDEN_UNTIL)
    ground = path("M 0 382 Q 480 344 960 382 V 540 H 0 Z", "#7c9a5e")
    fence = "".join(rect(12 + 34 * n, 352, 10, 46, PAPER) for n in range(4)) + rect(0, 366, 150, 6, PAPER)
    scene = rect(0, 0, WIDTH, HEIGHT, sky(hour)) + sun(hour) + ground + fence + house(hour) + smoke(hour)
    return svg(scene + tree(hour) + beds(hour) + rain(hour) + band(hour))


def frame(time: float) -> str:
    """The drawing at `time` seconds."""
    if time < TITLE_UNTIL:
        return card(TITLES, share(time, 1, 8))
    return garden(time) if time < GARDEN_UNTIL else card(ENDING, 1 - share(time, 63, 70))


def shore(mirrored: bool) -> str:
    """A green shore at the left edge, or at the right one."""
    turned = f"<g transform='matrix(-1 0 0 1 {WIDTH} 0)'>" if mirrored else "<g>"
    return turned + path("M 0 296 Q 130 288 205 344 Q 232 372 214 420 Q 200 480 236 540 H 0 Z", "#7c9a5e") + "</g>"


def garden_of_kanazawa() -> str:
    """A two-legged stone lantern and a pine."""
    pine = rect(50, 180, 10, 124, "#5d4a36") + path("M 55 92 L 96 178 L 14 178 Z M 55 138 L 106 236 L 4 236 Z", KUSA)
    legs = path("M 132 250 Q 122 286 112 316 M 156 250 Q 176 286 196 352", more=f"stroke='{SOFT}' stroke-width='9'")
    return (
        pine
        + legs
        + rect(122, 222, 44, 28, SOFT)
        + path("M 102 222 L 144 192 L 186 222 Z", SOFT)
        + disc(144, 236, 8, ODO)
    )


def house_by_the_angara() -> str:
    """A wooden house between two birches."""
    marks = "".join(rect(x + n % 2 * 4, 214 + 16 * n, 4, 3, INK) for x in (791, 923) for n in range(5))
    birches = "".join(rect(x, 190, 8, 116, PAPER) + disc(x + 4, 172, 32, KUSA) for x in (791, 923))
    walls = (
        rect(820, 240, 86, 62, "#8a6f52") + path("M 806 242 L 863 196 L 920 242 Z", AI) + rect(850, 256, 28, 28, ODO)
    )
    return birches + marks + walls


def three_shapes_on_water() -> str:
    """Circle, triangle and square: the three exchange programmes."""
    wide = "stroke-width='6'"
    circle = disc(384, 440, 32, "none", f"stroke='{AI}' {wide}")
    triangle = path("M 480 406 l 36 64 h -72 Z", more=f"stroke='{KUSA}' {wide}")
    return circle + triangle + path("M 546 410 h 60 v 60 h -60 Z", more=f"stroke='{MURASAKI}' {wide}")


def bridge() -> str:
    """The report's picture: a bridge over the sea between two shores."""
    ground = rect(0, 0, WIDTH, 336, "#e4edf3") + disc(480, 136, 58, ODO) + rect(0, 336, WIDTH, 204, "#bccddb")
    piers = "".join(rect(x, top, 12, 372 - top, INK) for x, top in ((300, 262), (474, 236), (648, 262)))
    deck = path("M 150 336 Q 480 146 810 336", more=f"stroke='{ENJI}' stroke-width='16'")
    rail = path("M 176 296 Q 480 124 784 296", more=f"stroke='{ENJI}' stroke-width='5'")
    over = piers + deck + rail + shore(mirrored=False) + shore(mirrored=True)
    return svg(ground + over + three_shapes_on_water() + garden_of_kanazawa() + house_by_the_angara())
