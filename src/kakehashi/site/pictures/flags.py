"""The flags: one moment to be read, every clock a pole with its time and cities at the head."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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
    most: int


@dataclass(frozen=True, slots=True)
class _Pole:
    reading: Reading
    x: float
    label: tuple[str, str]

    @property
    def width(self) -> float:
        return width(" ".join(self.label), LETTER) + GAP


SCALES = {"wide": _Scale(34, 856, 3), "narrow": _Scale(13, 320, 1)}


def flags(at: datetime, clocks: Sequence[Clock], words: Words, form: Width) -> Markup | None:
    """The moment `at` on every clock, each with its time and cities in words.

    The westernmost of flags that fly to the right has the highest pole, so each name stands over the poles east of it.

    Flags fly to the right, or else all to the left, so that no pole crosses a name and none leaves the picture. Where
    neither can be, each clock is named by its first city alone; where that is too much still, there is no picture
    (`None`): show a table of spans.
    """
    scale = SCALES[form]
    shown = sorted(readings(at, clocks), key=lambda one: hour_of(one.local))
    for named in (lambda clock: cities(clock, words, scale.most), lambda clock: clock.cities[0]):
        poles = [
            _Pole(one, scale.hour * hour_of(one.local) + 0.5, _label(one, named(one.clock), words)) for one in shown
        ]
        if all(pole.x + GAP + pole.width <= scale.whole for pole in poles):
            return _picture(scale, poles, "right", tell(at, clocks, words))
        if all(pole.x - GAP - pole.width >= 0 for pole in poles):
            return _picture(scale, poles[::-1], "left", tell(at, clocks, words))
    return None


def _label(reading: Reading, named: str, words: Words) -> tuple[str, str]:
    if reading.days < 0:
        named = words.say("%(cities)s, the day before", cities=named)
    if reading.days > 0:
        named = words.say("%(cities)s, the day after", cities=named)
    return words.clock(reading.local), named


def _picture(scale: _Scale, poles: Sequence[_Pole], flying: str, told: str) -> Markup:
    top = ROW * len(poles) + 18
    return element(
        "svg",
        [
            element("title", [told]),
            across((0.5, top), THICK, (0, 24), scale.hour),
            *(_hour_mark(scale, top, hour) for hour in (0, 6, 12, 18, 24)),
            *(_flag(pole, 5 + ROW * row, top, flying) for row, pole in enumerate(poles)),
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
    time, named = pole.label
    words = Markup('{}<tspan dx="7">{}</tspan>').format(time, named)
    side, x = (" end", pole.x - GAP) if flying == "left" else ("", pole.x + GAP)
    drawn = line(f"leader{kind}", (pole.x, top), (pole.x, head))
    drawn += line(f"stand{kind}", (pole.x, top), (pole.x, top - TOOTH))
    if host:
        drawn += element("circle", kind="host", cx=pole.x, cy=head, r=3.5)
    return drawn + text(f"lab{side}{' hosted' if host else ''}", x, head + 9, words)
