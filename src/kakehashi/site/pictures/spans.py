"""The sky of a cell: when something lasts, within the twenty-four hours of one place."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from markupsafe import Markup

from kakehashi.site.pictures.clocks import State, hour_of, state
from kakehashi.site.pictures.neatline import across
from kakehashi.site.pictures.svg import element, line, rect
from kakehashi.words.zones import rules

HOUR, LEFT, TOP, THICK = 10.0, 0.5, 8.0, 5.0
HEIGHT = {"day": 5.0, "early": 3.0, "evening": 3.0, "night": 5.0}


def sky(start: datetime, end: datetime, zone: str, host: bool) -> Markup:
    """The stretch from `start` to `end` over the day of `zone`, as wide as its cell; a word beside it must say so.

    It is hidden from screen readers, and stretched with its cell (`preserveAspectRatio="none"`): it holds no text.

    The bar stands on the neatline, low early and in the evening, and hangs below it by night: what counts is the state
    at its start. Past midnight it goes on at the left.
    """
    local = start.astimezone(rules(zone))
    return _drawn(hour_of(local), (end - start).total_seconds() / 3600, state(local), "span host" if host else "span")


# What is drawn depends on local hours alone, and a day's sessions begin at the same few: most skies repeat.
@lru_cache(maxsize=4096)
def _drawn(first: float, length: float, part: State, kind: str) -> Markup:
    bars = (_bar(kind, *piece, part) for piece in _pieces(first, length))
    noon = LEFT + 12 * HOUR
    return element(
        "svg",
        [
            across((LEFT, TOP), THICK, (0, 24), HOUR),
            *bars,
            line("leader", (noon, TOP + THICK), (noon, TOP + THICK + 3)),
        ],
        kind="stretch",
        viewBox="0 0 241 18",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _pieces(first: float, length: float) -> Iterator[tuple[float, float]]:
    """The hours of a stretch on a dial of twenty-four: two pieces if it passes midnight."""
    last = first + min(length, 24)
    yield first, min(last, 24)
    if last > 24:
        yield 0, last - 24


def _bar(kind: str, first: float, last: float, part: State) -> Markup:
    top = TOP + THICK if part == "night" else TOP - HEIGHT[part]
    return rect(kind, LEFT + first * HOUR, top, (last - first) * HOUR, HEIGHT[part])
