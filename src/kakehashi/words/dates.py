"""Days, ranges of days and times of day, as each language writes them.

Babel knows almost every language; `_OWN` and `_OWN_RANGES` hold only where a native writes otherwise than Babel does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import TypeVar

from babel import Locale
from babel.dates import format_date, format_time, match_skeleton

from kakehashi.words.languages import base_of, locale_of
from kakehashi.words.typography import NO_BREAK

T = TypeVar("T")
Ends = tuple[str, str]
"""The patterns of the first and of the last day of a range; the first one ends in the dash."""

_OWN: Mapping[str, Mapping[str, str]] = {
    "en": {"day": "EEEE d MMMM y"},
    "ja": {"day": "y年M月d日（EEE）", "day_short": "M月d日（EEE）", "span": "〜", "told": "H時m分", "hour": "H時"},
    "ru": {"clock": "H:mm"},
}
_OWN_RANGES: Mapping[str, Mapping[str, Ends]] = {
    "ja": {
        "d": ("y年M月d日（EEE）〜", "d日（EEE）"),
        "M": ("y年M月d日（EEE）〜", "M月d日（EEE）"),
        "y": ("y年M月d日（EEE）〜", "y年M月d日（EEE）"),
    },
    "ru": {
        "d": ("d–", "d MMMM y 'г'."),
        "M": ("d MMMM — ", "d MMMM y 'г'."),
        "y": ("d MMMM y 'г'. — ", "d MMMM y 'г'."),
    },
}
_NAME = re.compile(r"'[^']*'|[Ec]+|M{3,}|L{3,}")
_IN_FULL = {"E": "EEEE", "c": "EEEE", "M": "MMMM", "L": "LLLL"}
# CLDR writes narrow spaces, for which not every face has room.
_SPACES = re.compile(r"[\u2009\u202f]")
_BEFORE_NAME = re.compile(r"(?<=\d) (?=[^\W\d])|(?<=\d\.) (?=[^\W\d])| (?=—)")


@dataclass(frozen=True, slots=True)
class Patterns:
    """How one language writes days: CLDR date patterns, and for ranges one pair per greatest difference (y, M, d).

    `clock` is for lists and tables, `told` for a time within a sentence, `hour` for one at a full hour.
    """

    day: str
    day_short: str
    date: str
    month: str
    year: str
    clock: str
    span: str
    told: str
    hour: str
    ranges: Mapping[str, Ends]


@cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language: its own where it has some, else Babel's with every name in full."""
    locale, own = locale_of(language), _of(language, _OWN) or {}
    return Patterns(
        day=own.get("day", str(locale.date_formats["full"].pattern)),
        day_short=own.get("day_short", _with_names_in_full(_skeleton(locale, "MMMMEEEEd"))),
        date=str(locale.date_formats["long"].pattern),
        month=_skeleton(locale, "yMMMM"),
        year=_skeleton(locale, "y"),
        clock=own.get("clock", _skeleton(locale, "Hm")),
        span=own.get("span", "–"),
        told=own.get("told", own.get("clock", _skeleton(locale, "Hm"))),
        hour=own.get("hour", own.get("clock", _skeleton(locale, "Hm"))),
        ranges=_of(language, _OWN_RANGES) or _ranges(locale),
    )


@lru_cache(maxsize=4096)
def written(day: date, pattern: str, language: str) -> str:
    """A day by a CLDR pattern; number and name stay on one line."""
    text = _SPACES.sub(" ", format_date(day, pattern, locale_of(language)))
    return _BEFORE_NAME.sub(NO_BREAK, text)


def range_of(first: date, last: date, language: str) -> str:
    """The days from `first` to `last`, naming month and year once where that is enough."""
    patterns = patterns_of(language)
    if first == last:
        return written(first, patterns.day if _weekdays_in_ranges(language) else patterns.date, language)
    differs = "d" if (first.year, first.month) == (last.year, last.month) else "M" if first.year == last.year else "y"
    start, end = patterns.ranges[differs]
    return written(first, start, language) + written(last, end, language)


def runs(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The unbroken runs among `days`, in order, each by its first and last day."""
    ordered = sorted(set(days))
    starts = [day for day in ordered if day - timedelta(days=1) not in ordered]
    ends = [day for day in ordered if day + timedelta(days=1) not in ordered]
    return zip(starts, ends, strict=True)


def partial_date(text: str, language: str) -> str:
    """A date as far as it is known: `2018`, `2018-07` or `2018-01-17`; other text stays as it is."""
    patterns = patterns_of(language)
    for form, pattern in (("%Y", patterns.year), ("%Y-%m", patterns.month), ("%Y-%m-%d", patterns.date)):
        try:
            return written(datetime.strptime(text, form).date(), pattern, language)  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return text


def clock(local: datetime, language: str) -> str:
    """The time of day that a wall clock shows, in 24 hours: `15:00`."""
    return _clock(local.hour, local.minute, patterns_of(language).clock, language)


def told(local: datetime, language: str) -> str:
    """A time of day as it stands in a sentence: `15:00`, where Japanese writes 15時 and 15時30分."""
    patterns = patterns_of(language)
    return _clock(local.hour, local.minute, patterns.told if local.minute else patterns.hour, language)


@cache
def _clock(hour: int, minute: int, pattern: str, language: str) -> str:
    return format_time(time(hour, minute), pattern, locale=locale_of(language))


def _of(language: str, table: Mapping[str, T]) -> T | None:
    """A language's entry, which holds in its regions too; only English differs too much from region to region."""
    base = base_of(language)
    return table.get(language) or (table.get(base) if base != "en" else None)


def _weekdays_in_ranges(language: str) -> bool:
    return "E" in patterns_of(language).ranges["d"][0]


def _skeleton(locale: Locale, skeleton: str) -> str:
    found = match_skeleton(skeleton, locale.datetime_skeletons)
    return str(locale.datetime_skeletons[found].pattern) if found else str(locale.date_formats["long"].pattern)


def _with_names_in_full(pattern: str) -> str:
    return _NAME.sub(lambda match: _IN_FULL.get(match[0][0], match[0]), pattern)


def _ranges(locale: Locale) -> Mapping[str, Ends]:
    formats = locale.interval_formats
    by_difference = formats.get("yMMMMd") or formats["yMMMd"]
    return {name: _ends(by_difference[name]) for name in ("d", "M", "y")}


def _ends(parts: list[str]) -> Ends:
    first, last = (_with_names_in_full(part) for part in parts)
    return first, last
