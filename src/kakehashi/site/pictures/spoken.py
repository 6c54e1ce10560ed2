"""What the drawings of clocks say in words, for those who hear a page and for labels."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from kakehashi.site.pictures.clocks import Clock, Reading, State, readings
from kakehashi.words import Words


def cities(clock: Clock, words: Words, most: int | None = None) -> str:
    """The cities of a clock in one line; past `most` of them only how many more there are.

    >>> from kakehashi.words import words_of
    >>> cities(Clock(("Kazan", "Moscow", "Perm"), "Europe/Moscow"), words_of("en"), most=2)
    'Kazan, Moscow +1'
    """
    shown = clock.cities if most is None else clock.cities[:most]
    line = shown[0] if shown else ""
    for city in shown[1:]:
        line = words.say_in("cities that share a clock", "%(cities)s, %(city)s", cities=line, city=city)
    more = len(clock.cities) - len(shown)
    return words.say("%(cities)s +%(number)s", cities=line, number=words.number(more)) if more else line


def state_word(state: State, words: Words) -> str:
    """The name of a part of the day."""
    if state == "night":
        return words.say("night")
    if state == "early":
        return words.say("early morning")
    return words.say("working day") if state == "day" else words.say("evening")


def tell(at: datetime, clocks: Iterable[Clock], words: Words) -> str:
    """Every clock's time and part of the day at one moment, in one line: what a comb or flags say to a screen reader.

    A date is told where it is another than the host's; what the drawing shows to the eye, this says and nothing more.
    """
    return joined([_reading(reading, words) for reading in readings(at, clocks)], words)


def joined(parts: Sequence[str], words: Words) -> str:
    """Parts that may hold commas, in one line."""
    line = parts[0] if parts else ""
    for part in parts[1:]:
        line = words.say_in("clocks of one moment", "%(clocks)s; %(clock)s", clocks=line, clock=part)
    return line


def _reading(reading: Reading, words: Words) -> str:
    told = {
        "cities": cities(reading.clock, words),
        "time": words.clock(reading.local),
        "state": state_word(reading.state, words),
    }
    if reading.days < 0:
        return words.say("%(cities)s the day before, %(time)s (%(state)s)", **told)
    if reading.days > 0:
        return words.say("%(cities)s the day after, %(time)s (%(state)s)", **told)
    return words.say("%(cities)s %(time)s (%(state)s)", **told)
