"""The comb: one moment, every clock a tooth at its own hour of one shared day."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from kakehashi.site.pictures.clocks import Clock, Reading, hour_of, readings
from kakehashi.site.pictures.neatline import across
from kakehashi.site.pictures.spoken import tell
from kakehashi.site.pictures.svg import element, line
from kakehashi.words import Words

HOUR, LEFT, TOP, THICK = 5.0, 2.5, 14.5, 5.0
REACH = {"day": 11.0, "early": 6.0, "evening": 6.0, "night": 6.0}
"""How far a tooth stands up from the neatline, or hangs down from it by night."""


def comb(at: datetime, clocks: Sequence[Clock], words: Words) -> Markup:
    """The moment `at` on every clock, 126 by 27: for lists and cells.

    Teeth keep their distances all week and slide as the day goes on, so that two combs can be compared at a glance.
    Teeth stand high in the working day, low early and in the evening, and hang by night. The host's is drawn last and
    wears a head. A foot to the left says that a clock is still on the day before the host's, to the right on the next.
    """
    shown = sorted(readings(at, clocks), key=lambda reading: reading.clock.host)
    return element(
        "svg",
        [
            # A drawing's name is the `title` that is its first child: elsewhere some browsers do not find it.
            element("title", [tell(at, clocks, words)]),
            across((LEFT, TOP), THICK, (0, 24), HOUR),
            *(_tooth(reading) for reading in shown),
        ],
        kind="comb",
        viewBox="0 0 126 27",
        width="126",
        height="27",
        role="img",
    )


def _tooth(reading: Reading) -> Markup:
    hangs = reading.state == "night"
    x = LEFT + HOUR * hour_of(reading.local)
    root = TOP + THICK if hangs else TOP
    tip = root + REACH[reading.state] * (1 if hangs else -1)
    kind = ("hang" if hangs else "stand") + (" host" if reading.clock.host else "")
    drawn = line(kind, (x, root), (x, tip))
    if reading.days:
        drawn += line(kind, (x, tip), (x + 4 * reading.days, tip))
    if reading.clock.host:
        drawn += element("circle", kind="host", cx=x, cy=tip, r=2.5)
    return drawn
