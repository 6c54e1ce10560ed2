"""Time zones as readers know them: a name of the clock, its distance from UTC, and from Moscow for Russians."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from gettext import NullTranslations
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from kakehashi.words.facts.marking import N_
from kakehashi.words.languages import base_of, locale_of

MINUS = "\N{MINUS SIGN}"
CONTEXT = "zone"
"""Under this context a catalogue may rename a clock, by its English name, that no native calls as Babel does."""

_PLACE = N_("%(place)s Time")
_MOSCOW = "Europe/Moscow"


def zone_name(zone: str, at: datetime, language: str, messages: NullTranslations) -> str:
    """The name of the clock that `zone` shows at the moment `at`: `Japan Standard Time`, `московское время`.

    A zone whose clock has no name of its own goes by its city; one without a city by its offset.
    """
    variant = _variant(zone, at)
    english = _name(zone, variant, locale_of("en"))
    if english is None:
        return _by_place(zone, at, language, messages)
    own = messages.pgettext(CONTEXT, english)
    return own if own != english else _name(zone, variant, locale_of(language)) or english


@cache
def english_names() -> frozenset[str]:
    """Every English name of a clock: what a catalogue may rename."""
    locale = locale_of("en")
    tables = (*locale.meta_zones.values(), *locale.time_zones.values())
    return frozenset(str(name) for names in tables for name in names.get("long", {}).values())


def offset(zone: str, at: datetime) -> str:
    """How far the clock of `zone` is from UTC at the aware moment `at`: `UTC+9`, `UTC+5:30`, `UTC−3`.

    In whole minutes, as clocks are set today; the sign is a minus (U+2212) and not a hyphen, which a line may end at.

    >>> from datetime import UTC
    >>> [offset("America/St_Johns", datetime(2021, month, 1, tzinfo=UTC)) for month in (1, 7)]
    ['UTC−3:30', 'UTC−2:30']
    """
    return "UTC" + _signed(_distance(zone, at))


def moscow_offset(zone: str, at: datetime, language: str) -> str | None:
    """How Russians tell each other the time of a zone of Russia: `МСК`, `МСК+4`; `None` to others and elsewhere."""
    if base_of(language) != "ru" or not _in_russia(zone):
        return None
    difference = _distance(zone, at) - _distance(_MOSCOW, at)
    return "МСК" + (_signed(difference) if difference else "")


@cache
def rules(zone: str) -> ZoneInfo:
    """The rules of an IANA zone by its name. Raises `zoneinfo.ZoneInfoNotFoundError` for a name that no zone has."""
    # Kept here: pages ask for the same few zones thousands of times, and `ZoneInfo` itself keeps only eight.
    return ZoneInfo(zone)


def _distance(zone: str, at: datetime) -> timedelta:
    return at.astimezone(rules(zone)).utcoffset() or timedelta(0)


def _signed(distance: timedelta) -> str:
    sign = MINUS if distance < timedelta(0) else "+"
    hours, minutes = divmod(abs(distance) // timedelta(minutes=1), 60)
    return f"{sign}{hours}:{minutes:02}" if minutes else f"{sign}{hours}"


def _variant(zone: str, at: datetime) -> str:
    """Which of a clock's names holds. Russian law calls clocks by their city, without "standard".

    Summer time is what is ahead of the year's other time; the flag in the zone's rules says otherwise of Dublin.
    """
    if _in_russia(zone):
        return "generic"
    # A day at the end of the last year that Python knows has no UTC.
    year = [at.replace(year=min(at.year, 9998), month=month, day=1) for month in (1, 7)]
    return "daylight" if _distance(zone, at) > min(_distance(zone, moment) for moment in year) else "standard"


@cache
def _name(zone: str, variant: str, locale: Locale) -> str | None:
    for key in _keys(zone):
        for names in (locale.time_zones.get(key, {}), locale.meta_zones.get(get_global("meta_zones").get(key, ""), {})):
            long = names.get("long", {})
            if variant in long or "standard" in long:
                return str(long.get(variant) or long["standard"])
    return None


def _keys(zone: str) -> Iterator[str]:
    """The names under which Babel may know a zone: its own, the one it stands for, and those that stand for that."""
    # CLDR keeps a zone under the name that it had first (Asia/Calcutta), whatever IANA calls it now.
    aliases = get_global("zone_aliases")
    canonical = aliases.get(zone, zone)
    yield zone
    yield canonical
    yield from (old for old, new in aliases.items() if new == canonical)


def city(zone: str, language: str) -> str:
    """The city for which a zone is named, as a language calls it; the zone's own last part where it has no name."""
    locale = locale_of(language)
    cities = (locale.time_zones.get(key, {}).get("city") for key in _keys(zone))
    return next((found for found in cities if found), zone.rpartition("/")[2].replace("_", " "))


def _by_place(zone: str, at: datetime, language: str, messages: NullTranslations) -> str:
    if "/" not in zone or zone.startswith("Etc/"):
        return offset(zone, at)
    return messages.gettext(_PLACE) % {"place": city(zone, language)}


@cache
def _in_russia(zone: str) -> bool:
    return any(get_global("zone_territories").get(key) == "RU" for key in _keys(zone))
