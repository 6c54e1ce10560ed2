"""The mark of an exchange programme: a hue and a shape, given by its place in the document.

Never by colour alone (WCAG 2.2, success criterion 1.4.1): whoever cannot tell the hues apart has the shapes.
"""

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.svg import element, figure

HUES = ("odo", "kusa", "ai", "murasaki")
"""The hues by their class in the style sheet. Their lightness differs as much as their colour."""

DEEP = frozenset({"ai", "kusa"})
"""The hues that carry text in the colour of paper at 4.5 : 1 or more (WCAG 2.2, 1.4.3); the others carry ink."""

SHAPES = ("circle", "triangle", "square", "diamond", "half-disc", "ring", "cross")


class Mark(NamedTuple):
    """A hue and a shape."""

    hue: str
    shape: str

    @property
    def on(self) -> str:
        """The class of text that stands on the hue."""
        return "deep" if self.hue in DEEP else "pale"


def mark(index: int) -> Mark:
    """The mark of the programme at `index` of the document: four hues and seven shapes in turn.

    No two of the first twenty-eight programmes have both in common; the fifth has the first one's hue.

    >>> mark(0), mark(4)
    (Mark(hue='odo', shape='circle'), Mark(hue='odo', shape='half-disc'))
    """
    return Mark(HUES[index % len(HUES)], SHAPES[index % len(SHAPES)])


def inline_mark(shown: Mark) -> Markup:
    """A mark as small as the text beside it, which names the programme."""
    return element("svg", [outline(shown, 10)], kind="mark", viewBox="0 0 10 10", aria_hidden="true")


def large_shape(shown: Mark) -> Markup:
    """A mark as a picture of its own, as wide as its place."""
    return element("svg", [outline(shown, 56)], kind="shape", viewBox="0 0 56 56", aria_hidden="true")


def outline(shown: Mark, size: float) -> Markup:
    """The shape alone, inside a square of `size` at the origin, its outline within."""
    middle = size / 2
    if shown.shape == "circle":
        return element("circle", kind=shown.hue, cx=middle, cy=middle, r=middle - 0.5)
    if shown.shape == "square":
        return element("rect", kind=shown.hue, x=0.75, y=0.75, width=size - 1.5, height=size - 1.5)
    return element("path", kind=shown.hue, d=PATHS[shown.shape](size), fill_rule="evenodd")


def _triangle(size: float) -> str:
    return _polygon((size / 2, 0.4), (size - 0.3, size - 0.6), (0.3, size - 0.6))


def _diamond(size: float) -> str:
    return _polygon((size / 2, 0.3), (size - 0.3, size / 2), (size / 2, size - 0.3), (0.3, size / 2))


def _half_disc(size: float) -> str:
    radius = figure(size / 2 - 0.5)
    return f"M0.5 {figure(size * 0.75)}a{radius} {radius} 0 0 1 {figure(size - 1)} 0Z"


def _ring(size: float) -> str:
    return _circle(size / 2, size / 2 - 0.5) + _circle(size / 2, size / 4.4)


def _cross(size: float) -> str:
    ends = (0.7, 0.7 + (size - 1.4) / 3, size - 0.7 - (size - 1.4) / 3, size - 0.7)
    a, b, c, d = ends
    return _polygon((b, a), (c, a), (c, b), (d, b), (d, c), (c, c), (c, d), (b, d), (b, c), (a, c), (a, b), (b, b))


def _polygon(*corners: tuple[float, float]) -> str:
    return "M" + "L".join(f"{figure(x)} {figure(y)}" for x, y in corners) + "Z"


def _circle(middle: float, radius: float) -> str:
    start, turn, across = figure(middle - radius), figure(radius), figure(2 * radius)
    return f"M{start} {figure(middle)}a{turn} {turn} 0 1 0 {across} 0a{turn} {turn} 0 1 0 -{across} 0Z"


PATHS: dict[str, Callable[[float], str]] = {
    "triangle": _triangle,
    "diamond": _diamond,
    "half-disc": _half_disc,
    "ring": _ring,
    "cross": _cross,
}
