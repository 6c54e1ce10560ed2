"""Whose clocks a picture shows, in which order, and what part of the day each of them tells.

The parts of the day are those of a clock on the wall and not of the sun: people are awake, at work and asleep by their
clocks, in June as in December, and a band must tell the same for the same hour in every week.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from kakehashi.words.zones import rules

State = Literal["night", "early", "day", "evening"]

NIGHT, EARLY, DAY, EVENING = 23, 6, 8, 18
"""The hours at which night, early morning, working day and evening begin on any clock.

The night is that of the check which asks who would have to take part in it, so that pictures and findings agree.
"""

BEGINNINGS: tuple[tuple[int, State], ...] = ((EARLY, "early"), (DAY, "day"), (EVENING, "evening"), (NIGHT, "night"))
"""When a clock changes state, and to what."""


class Place(NamedTuple):
    """A city in the page's language, and its IANA zone."""

    city: str
    zone: str


class Clock(NamedTuple):
    """The cities that share one local time, in the zone that stands for them; `host` if the week's host is there."""

    cities: tuple[str, ...]
    zone: str
    host: bool = False


class Reading(NamedTuple):
    """What a clock shows at one moment. `days` is -1 on the day before the host's date, 1 on the day after."""

    clock: Clock
    local: datetime
    state: State
    days: int


def clocks(places: Iterable[Place], host_zone: str, host_city: str, *at: datetime) -> tuple[Clock, ...]:
    """The clocks of `places` and of the host: west first, one for those that agree at each of the moments `at`.

    Give the first and the last moment that a table shows: cities share a column only where they agree at both.
    Within a clock, cities keep the order of `places`, the host's before them.

    >>> from datetime import UTC
    >>> partners = [Place("Kazan", "Europe/Moscow"), Place("Saint Petersburg", "Europe/Moscow")]
    >>> [clock.cities for clock in clocks(partners, "Asia/Tokyo", "Kanazawa", datetime(2021, 10, 1, tzinfo=UTC))]
    [('Kazan', 'Saint Petersburg'), ('Kanazawa',)]
    """
    host = Place(host_city, host_zone)
    sharing = {_offsets(host_zone, at): [host]}
    for place in places:
        sharing.setdefault(_offsets(place.zone, at), []).append(place)
    return tuple(
        Clock(tuple(dict.fromkeys(place.city for place in there)), there[0].zone, host in there)
        for _, there in sorted(sharing.items(), key=lambda entry: entry[0])
    )


def _offsets(zone: str, moments: Iterable[datetime]) -> tuple[timedelta, ...]:
    return tuple(offset(zone, at) for at in moments)


def offset(zone: str, at: datetime) -> timedelta:
    """How far `zone` is ahead of UTC at a moment (aware).

    >>> from datetime import UTC
    >>> [offset("Europe/Berlin", datetime(2021, month, 1, tzinfo=UTC)).total_seconds() / 3600 for month in (7, 12)]
    [2.0, 1.0]
    """
    return at.astimezone(rules(zone)).utcoffset() or timedelta(0)


def hour_of(local: datetime) -> float:
    """The hour that a clock shows, with its minutes as a fraction: the place on a band of 24 hours.

    >>> hour_of(datetime(2021, 9, 29, 14, 45))
    14.75
    """
    return local.hour + local.minute / 60


def state(local: datetime) -> State:
    """What part of the day a clock tells: night from 23 to 6, early to 8, working day to 18, evening to 23."""
    return state_at(hour_of(local))


def state_at(hour: float) -> State:
    """The part of the day at an hour, which may be below 0 or past 24.

    >>> [state_at(hour) for hour in (5.75, 6, 8, 18, 23, 24 + 7, -2)]
    ['night', 'early', 'day', 'evening', 'night', 'early', 'evening']
    """
    hour %= 24
    if hour < EARLY or hour >= NIGHT:
        return "night"
    return "early" if hour < DAY else "day" if hour < EVENING else "evening"


def shade(part: State) -> str:
    """The class of a table cell or a drawing in that part of the day; empty for the working day."""
    return {"night": "night", "early": "dusk", "day": "", "evening": "dusk"}[part]


def readings(at: datetime, shown: Iterable[Clock]) -> tuple[Reading, ...]:
    """What each clock shows at the moment `at`, the dates beside the host's."""
    pairs = [(clock, at.astimezone(rules(clock.zone))) for clock in shown]
    today = next((local.date() for clock, local in pairs if clock.host), at.date())
    return tuple(Reading(clock, local, state(local), (local.date() - today).days) for clock, local in pairs)
