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

# CLDR has a comma after the English weekday, 水曜日 in full where a Japanese programme has （水）, and in Russian a
# zero before the hour, which Russian typography leaves out.
_OWN: Mapping[str, Mapping[str, str]] = {
    "en": {"day": "EEEE d MMMM y"},
    "ja": {"day": "y年M月d日（EEE）", "day_short": "M月d日（EEE）", "span": "〜", "told": "H時m分", "hour": "H時"},
    "ru": {"clock": "H:mm"},
}
# In Japanese each end has its weekday. In Russian a dash between words stands in spaces, one between numbers does not,
# and «г.» follows the year; CLDR has the same short dash everywhere.
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
    """A day by a CLDR date pattern (Unicode Technical Standard #35, part 4); number and name stay on one line.

    >>> written(date(2021, 9, 29), "d MMMM", "ru").replace(NO_BREAK, "_")
    '29_сентября'
    """
    text = _SPACES.sub(" ", format_date(day, pattern, locale_of(language)))
    return _BEFORE_NAME.sub(NO_BREAK, text)


def range_of(first: date, last: date, language: str) -> str:
    """The days from `first` to `last`, naming month and year once where that is enough.

    By the greatest field in which the two differ (CLDR, interval formats); `last` is not before `first`.

    >>> range_of(date(2021, 12, 31), date(2022, 1, 1), "de").replace(NO_BREAK, " ")
    '31. Dezember 2021 – 1. Januar 2022'
    """
    patterns = patterns_of(language)
    if first == last:
        return written(first, patterns.day if _weekdays_in_ranges(language) else patterns.date, language)
    differs = "d" if (first.year, first.month) == (last.year, last.month) else "M" if first.year == last.year else "y"
    start, end = patterns.ranges[differs]
    return written(first, start, language) + written(last, end, language)


def runs(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The unbroken runs among `days`, in order, each by its first and last day.

    >>> [(first.day, last.day) for first, last in runs(date(2021, 9, day) for day in (3, 1, 2, 7, 2))]
    [(1, 3), (7, 7)]
    """
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


# A site tells a few hundred times of day many thousands of times, and Babel reads the pattern anew for each.
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
    # Not every language has every skeleton: CLDR's rule is to take the nearest that it has.
    found = match_skeleton(skeleton, locale.datetime_skeletons)
    return str(locale.datetime_skeletons[found].pattern) if found else str(locale.date_formats["long"].pattern)


def _with_names_in_full(pattern: str) -> str:
    return _NAME.sub(lambda match: _IN_FULL.get(match[0][0], match[0]), pattern)


def _ranges(locale: Locale) -> Mapping[str, Ends]:
    # Most languages have the interval with a short name of the month only; the name is then put in full.
    formats = locale.interval_formats
    by_difference = formats.get("yMMMMd") or formats["yMMMd"]
    return {name: _ends(by_difference[name]) for name in ("d", "M", "y")}


def _ends(parts: list[str]) -> Ends:
    first, last = (_with_names_in_full(part) for part in parts)
    # Newer versions of CLDR set the dash between two figures in thin spaces too, which would become wide ones.
    return re.sub("(?<=d)\u2009–\u2009$", "–", first), last
