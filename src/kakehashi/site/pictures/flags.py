"""The flags: one moment to be read, every clock a pole with its time and cities at the head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate
from typing import Literal

from markupsafe import Markup

from kakehashi.site.pictures.clocks import Clock, Reading, hour_of, readings
from kakehashi.site.pictures.letters import width
from kakehashi.site.pictures.neatline import across
from kakehashi.site.pictures.spoken import cities, tell
from kakehashi.site.pictures.svg import element, line, text, view
from kakehashi.words import Words

Width = Literal["wide", "narrow"]

LETTER, ROW, GAP = 14.0, 22.0, 7.0
THICK, TOOTH = 8.0, 11.0


@dataclass(frozen=True, slots=True)
class _Scale:
    hour: float
    whole: float


@dataclass(frozen=True, slots=True)
class _Pole:
    reading: Reading
    x: float
    time: str
    named: tuple[str, ...]
    """The cities, in the lines that they take."""

    @property
    def before(self) -> float:
        """What stands in front of the cities: the time, and a gap on either side of it."""
        return width(f"{self.time} ", LETTER) + 2 * GAP

    @property
    def width(self) -> float:
        return self.before + max(width(line, LETTER) for line in self.named)

    def folded(self, room: float) -> "_Pole":
        """The same with each city on a line of its own where they have not so much room beside one another."""
        if self.width <= room:
            return self
        # A comma of whichever script ends a line, as it ended the city before.
        return replace(self, named=tuple(re.findall(r"\S.*?(?:[,、，・]|$)", " ".join(self.named))))


SCALES = {"wide": _Scale(34, 856), "narrow": _Scale(13, 320)}


def flags(at: datetime, clocks: Sequence[Clock], words: Words, form: Width) -> Markup | None:
    """The moment `at` on every clock, each with its time and cities in words.

    The westernmost of flags that fly to the right has the highest pole, so each name stands over the poles east of it.

    Flags fly to the right, or else all to the left, so that no pole crosses a name and none leaves the picture. Where
    neither can be, cities that share a clock stand below one another; where even that is too broad, there is no picture
    (`None`): show a table of spans.
    """
    scale = SCALES[form]
    shown = sorted(readings(at, clocks), key=lambda one: hour_of(one.local))
    whole = [_pole(one, scale, words) for one in shown]
    folded = [pole.folded(scale.whole - pole.x) for pole in whole], [pole.folded(pole.x) for pole in whole]
    for eastward, westward in ((whole, whole), folded):
        if all(pole.x + pole.width <= scale.whole for pole in eastward):
            return _picture(scale, eastward, "right", tell(at, clocks, words))
        if all(pole.x - pole.width >= 0 for pole in westward):
            return _picture(scale, westward[::-1], "left", tell(at, clocks, words))
    return None


def _pole(reading: Reading, scale: _Scale, words: Words) -> _Pole:
    x = scale.hour * hour_of(reading.local) + 0.5
    return _Pole(reading, x, words.clock(reading.local), (_named(reading, words),))


def _named(reading: Reading, words: Words) -> str:
    named = cities(reading.clock, words)
    if reading.days < 0:
        named = words.say("%(cities)s, the day before", cities=named)
    if reading.days > 0:
        named = words.say("%(cities)s, the day after", cities=named)
    return named


def _picture(scale: _Scale, poles: Sequence[_Pole], flying: str, told: str) -> Markup:
    heads = list(accumulate((ROW * len(pole.named) for pole in poles), initial=5.0))
    top = heads[-1] + 13
    return element(
        "svg",
        [
            element("title", [told]),
            across((0.5, top), THICK, (0, 24), scale.hour),
            *(_hour_mark(scale, top, hour) for hour in (0, 6, 12, 18, 24)),
            *(_flag(pole, head, top, flying) for pole, head in zip(poles, heads, strict=False)),
        ],
        kind="sized wide-only" if scale is SCALES["wide"] else "sized narrow-only",
        viewBox=view(0, 0, scale.whole, top + 30),
        role="img",
    )


def _hour_mark(scale: _Scale, top: float, hour: int) -> Markup:
    x, end = 0.5 + scale.hour * hour, top + THICK
    kind = {0: "fine", 24: "fine end"}.get(hour, "fine mid")
    return line("leader", (x, end), (x, end + 5)) + text(kind, x - 0.5, end + 17, str(hour))


def _flag(pole: _Pole, head: float, top: float, flying: str) -> Markup:
    host = pole.reading.clock.host
    kind = " host" if host else ""
    side, x = (" end", pole.x - GAP) if flying == "left" else ("", pole.x + GAP)
    drawn = line(f"leader{kind}", (pole.x, top), (pole.x, head))
    drawn += line(f"stand{kind}", (pole.x, top), (pole.x, top - TOOTH))
    if host:
        drawn += element("circle", kind="host", cx=pole.x, cy=head, r=3.5)
    first, *others = pole.named
    face = f"lab{side}{' hosted' if host else ''}"
    drawn += text(face, x, head + 9, Markup('{}<tspan dx="7">{}</tspan>').format(pole.time, first))
    beside = x if flying == "left" else x + pole.before - GAP
    rows = (text(face, beside, head + 9 + ROW * row, line) for row, line in enumerate(others, start=1))
    return drawn + Markup("").join(rows)
