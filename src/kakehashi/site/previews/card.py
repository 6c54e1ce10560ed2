"""The preview picture as a drawing: the week's name, its days, its programmes, and every clock at its beginning.

It is seen at a third of its size in somebody's messages, so there is little on it and all of it is large. It has the
light colours alone: nobody tells the picture in which mode it is shown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kakehashi.site.pictures.marks import Mark, outline
from kakehashi.site.pictures.svg import element, rect, text, view
from kakehashi.site.previews.faces import faces, width
from kakehashi.site.previews.setting import LEADING, set_title
from kakehashi.words import Words

WIDTH, HEIGHT = 1200, 630
"""The size of the picture in pixels, which the networks that show previews ask for."""

_LEFT, _RIGHT, _TOP, _FOOT = 64, 1136, 56, 586
_ACROSS = _RIGHT - _LEFT
_SHAPE, _SHAPES = 48, 6
_SMALL = 30
_TALLEST = 300
"""The most that the clocks take of the height."""
_DAY = 817
"""How far the band of a day reaches in the drawing of flags, whose words may go on to the right of it."""

_STYLE = """
text {{ fill: #171c26; font-family: {faces}; }}
.soft, .fine {{ fill: #505561; }} .lab {{ font-size: 15px; }} .fine {{ font-size: 12px; }}
.end {{ text-anchor: end; }} .mid {{ text-anchor: middle; }} .hosted {{ fill: {accent}; }}
.paper {{ fill: #fbfaf7; }} .ink, .night, .dusk {{ fill: #171c26; }}
.sky {{ fill: #fbfaf7; stroke: #171c26; stroke-width: .75; }}
.stand, .hang, .leader {{ stroke: #171c26; stroke-width: 1.5; fill: none; }} .leader {{ stroke-width: .75; }}
.host {{ stroke: {accent}; fill: {accent}; }} line.host {{ stroke-width: 2; }} .hosted {{ stroke: none; }}
.shape {{ stroke: #171c26; stroke-width: 1; }}
.ai {{ fill: #1d3f78; }} .kusa {{ fill: #477941; }} .murasaki {{ fill: #bd80b7; }} .odo {{ fill: #ebc160; }}
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a preview picture; words that the faces lack are empty, and `clocks` is a drawing or nothing.

    `accent` is the colour of the host's clock, as `#rrggbb`.
    """

    title: str
    days: str
    marks: Sequence[Mark]
    clocks: Markup | None
    accent: str


def draw(card: Card, words: Words) -> str:
    """The card as SVG of 1200 by 630."""
    families = ", ".join(f'"{face.family}"' for face in faces(words.language))
    height = _height(card.clocks)
    inside = [
        element("style", [Markup(_STYLE.format(faces=families, accent=card.accent))]),
        rect("paper", 0, 0, WIDTH, HEIGHT),
        rect("ink", _LEFT, _TOP, _ACROSS, 4),
        *_head(card, words),
        *_title(card, words, _FOOT - height - 20),
    ]
    if card.clocks is not None:
        # The drawing has a size of its own: within a viewport it takes that of the place.
        inside.append(
            element("svg", [card.clocks], x=_LEFT, y=_FOOT - height, width=_across(card.clocks), height=height)
        )
    return element(
        "svg", inside, xmlns="http://www.w3.org/2000/svg", width=WIDTH, height=HEIGHT, viewBox=view(0, 0, WIDTH, HEIGHT)
    )


def _head(card: Card, words: Words) -> Iterator[Markup]:
    """The days at the left, the shapes of the programmes at the right."""
    shown = card.marks[:_SHAPES]
    first = _RIGHT - len(shown) * (_SHAPE + 16) + 16
    size = _SMALL * min(1.0, (first - _LEFT - 32) / max(1.0, width(card.days, _SMALL, words.language)))
    yield _words("soft", _LEFT, _TOP + 62, card.days, size)
    for number, mark in enumerate(shown):
        place = f"translate({first + number * (_SHAPE + 16)} {_TOP + 28})"
        yield element("g", [outline(mark, _SHAPE)], kind="shape", transform=place)


def _title(card: Card, words: Words, foot: float) -> Iterator[Markup]:
    top = _TOP + 92
    shown = set_title(card.title, words, (_ACROSS, foot - top))
    # A little above the middle of its room, where the eye expects what stands alone.
    start = top + (foot - top - shown.height) * 0.42
    for number, line in enumerate(shown.lines):
        yield _words("name", _LEFT, start + (number * LEADING + 0.95) * shown.size, line, shown.size)


def _across(clocks: Markup) -> float:
    """The width at which the band of a drawing is as broad as the rule at the head."""
    whole, _ = _size(clocks)
    return _ACROSS * whole / min(whole, _DAY)


def _height(clocks: Markup | None) -> float:
    if clocks is None:
        return 0
    whole, down = _size(clocks)
    return _across(clocks) * down / whole


def _size(clocks: Markup) -> tuple[float, float]:
    across, down = re.findall(r'viewBox="0 0 (\S+) (\S+)"', clocks)[0]
    return float(across), float(down)


def fits(clocks: Markup) -> bool:
    """Whether a drawing of clocks leaves room for the name."""
    return _height(clocks) <= _TALLEST


def _words(kind: str, x: float, y: float, words: str, size: float) -> Markup:
    drawn = text(kind, x, y, words)
    return Markup(str(drawn).replace("<text ", f'<text font-size="{size:.2f}" ', 1)) if words else Markup()
