"""What an hour of the day costs whoever has to be awake then: the one table by which burdens are counted."""

from datetime import datetime, timedelta
from functools import lru_cache
from itertools import accumulate

from kakehashi.words.zones import rules

NIGHT = 8
"""What a minute of night weighs. Nobody is planned there who does not accept it."""

WEIGHTS = (
    *(NIGHT, NIGHT, NIGHT, NIGHT, NIGHT, NIGHT, 3, 1),
    *(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    *(1, 2, 3, 4, 5, NIGHT),
)
"""What a minute weighs, by its hour on the clock of whoever bears it: nothing from 8:00 to 18:00, one more for every
hour that the evening goes on, and most from 23:00 to 6:00.
"""

_MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=4096)
def minute_weights(zone: str, start: datetime, minutes: int) -> tuple[int, ...]:
    """What each minute weighs from `start` (aware) on, by the clock of a zone, whatever it does meanwhile."""
    clock = rules(zone)
    return tuple(WEIGHTS[(start + number * _MINUTE).astimezone(clock).hour] for number in range(minutes))


def weight_between(zone: str, start: datetime, end: datetime) -> int:
    """What the minutes from `start` to `end` weigh together by the clock of a zone.

    >>> from datetime import UTC, datetime
    >>> begins, ends = (datetime(2027, 5, 10, *time, tzinfo=UTC) for time in ((14, 50), (15, 10)))
    >>> weight_between("Europe/Moscow", begins, ends)
    10
    """
    return sum(minute_weights(zone, start, (end - start) // _MINUTE))


@lru_cache(maxsize=4096)
def slot_weights(zone: str, start: datetime, slots: int, unit: int) -> tuple[int, ...]:
    """What each of so many slots of `unit` minutes weighs, the first of which begins at `start`."""
    upto = (0, *accumulate(minute_weights(zone, start, slots * unit)))
    return tuple(upto[(number + 1) * unit] - upto[number * unit] for number in range(slots))


@lru_cache(maxsize=4096)
def night_slots(zone: str, start: datetime, slots: int, unit: int) -> tuple[int, ...]:
    """The slots, counted from 0, of which any minute is night by the clock of a zone."""
    weights = minute_weights(zone, start, slots * unit)
    return tuple(number for number in range(slots) if NIGHT in weights[number * unit : (number + 1) * unit])
