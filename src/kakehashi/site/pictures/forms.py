"""The forms of the week picture, in numbers: wide for a page, middle for a tablet, narrow for a telephone.

Each is drawn at about the size at which it is read, so that letters keep theirs: the wide drawing scaled to a telephone
has letters of four pixels.
"""

from typing import NamedTuple


class Form(NamedTuple):
    """Measures of a form, in units of its view."""

    kind: str
    large: bool
    whole: float
    hour: float
    calm_hour: float
    """The height of an hour where days are broad enough to hold titles: ten minutes are a line then."""
    broad: float
    """The width from which a day is broad."""
    most: float
    """The height past which hours shrink."""
    ruler: float
    shared: float
    """The width of a ruler, and of one that several cities share."""
    least_ruler: float
    """What a ruler needs when there are many."""
    neatline: float
    tick: float
    figures: float
    figures_drop: float
    figures_rise: float
    """Where the figures of an hour stand: right of the ruler's edge, below its line, above the last line."""
    head: float
    edge: float
    """The room between a ruler and the days."""
    day_gap: float
    lane_gap: float
    least_day: float
    least_lane: float
    letter: float
    pitch: float
    pad: float
    city: float
    city_pitch: float
    closed: float
    """How broad the edge of a block for members is."""


WIDE = Form(
    kind="wide-only",
    large=True,
    whole=1248,
    hour=108,
    calm_hour=108,
    broad=0,
    most=1400,
    ruler=58,
    shared=58,
    least_ruler=42,
    neatline=8,
    tick=13.5,
    figures=14.5,
    figures_drop=15,
    figures_rise=5,
    head=150,
    edge=6,
    day_gap=18,
    lane_gap=4,
    least_day=150,
    least_lane=56,
    letter=14,
    pitch=20,
    pad=9,
    city=13,
    city_pitch=16,
    closed=5,
)

MIDDLE = Form(
    kind="middle-only",
    large=True,
    whole=800,
    hour=108,
    calm_hour=108,
    broad=0,
    most=1200,
    ruler=40,
    shared=40,
    least_ruler=30,
    neatline=7,
    tick=11,
    figures=11,
    figures_drop=15,
    figures_rise=5,
    head=150,
    edge=5,
    day_gap=12,
    lane_gap=4,
    least_day=110,
    least_lane=36,
    letter=14,
    pitch=20,
    pad=6,
    city=13,
    city_pitch=16,
    closed=5,
)

NARROW = Form(
    kind="narrow-only",
    large=False,
    whole=328,
    hour=58,
    calm_hour=84,
    broad=100,
    most=900,
    ruler=22,
    shared=33,
    least_ruler=18,
    neatline=6,
    tick=8,
    figures=7,
    figures_drop=11,
    figures_rise=3,
    head=118,
    edge=4,
    day_gap=4,
    lane_gap=3,
    least_day=44,
    least_lane=17,
    letter=11,
    pitch=14,
    pad=4,
    city=11,
    city_pitch=14,
    closed=3,
)
