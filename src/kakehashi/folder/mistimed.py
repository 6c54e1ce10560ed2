"""Days and times that cannot be read: what was meant, or what is impossible about them."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from kakehashi.findings import Value
from kakehashi.folder.lookalikes import odd_word

Explanation: TypeAlias = tuple[str, Mapping[str, Value]]
"""The code of a finding, and the values that its sentence names beside what was written."""

_YEAR_FIRST = re.compile(r"(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})日?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})[-/.] ?(\d{4})", re.ASCII)
_CLOCK = re.compile(r"[ T]*(\d{1,2})[:.h時](\d{2})分?(.*)", re.ASCII | re.DOTALL)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def mistimed(code: str, written: str) -> Explanation:
    """The finding about a day or time that was refused with `code`, as telling as can be.

    >>> mistimed("shape.not-a-day", "2027-10-32")
    ('shape.no-such-day', {'most': 31})
    >>> mistimed("shape.not-a-moment", "11.10.2027 9.30")
    ('shape.not-a-moment', {'nearest': '2027-10-11 09:30'})
    >>> mistimed("shape.not-a-day", "10/11/2027")
    ('shape.day-or-month', {'expected': '2027-11-10', 'other': '2027-10-11'})
    """
    odd = odd_word(written)
    if odd is not None:
        return odd.code, odd.values
    text = written.strip()
    impossible = _impossible(text)
    if impossible is not None:
        return impossible
    meant = [one for one in _rewritten(text) if one != written]
    if len(meant) > 1:
        return "shape.day-or-month", {"expected": meant[0], "other": meant[1]}
    if meant:
        return code, {"nearest": meant[0]}
    return _half(text) or code, {}


def _impossible(text: str) -> Explanation | None:
    match = _ISO.match(text)
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    if not 1 <= month <= 12:
        # Months and days may have changed places.
        swapped = f"{year:04}-{day:02}-{month:02}{text[match.end() :]}" if _exists(year, day, month) else None
        return "shape.no-such-month", {"nearest": swapped}
    if not _exists(year, month, day):
        return "shape.no-such-day", {"most": monthrange(year, month)[1]}
    clock = _CLOCK.match(text, match.end())
    late = clock is not None and (int(clock[1]) > 23 or int(clock[2]) > 59)
    return ("shape.no-such-time", {}) if late else None


def _exists(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _rewritten(text: str) -> Iterator[str]:
    """The days that a text can mean, as files write them, each with the time that follows it."""
    match = _YEAR_FIRST.match(text) or _YEAR_LAST.match(text)
    if match is None:
        return
    for year, month, day in dict.fromkeys(_readings(match)):
        if _exists(year, month, day):
            yield f"{date(year, month, day)}{_time(text[match.end() :])}"


def _readings(match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    if match.re is _YEAR_FIRST:
        yield int(match[1]), int(match[2]), int(match[3])
        return
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    yield year, second, first
    if match[2] != ".":
        # With points the day stands first everywhere; with strokes that differs between countries.
        yield year, first, second


def _time(text: str) -> str:
    match = _CLOCK.match(text)
    return f" {match[1]:0>2}:{match[2]}{match[3]}" if match else text.rstrip()


def _half(text: str) -> str | None:
    """The code of a moment of which only one half was written."""
    if _ISO.fullmatch(text):
        return "shape.no-time"
    return "shape.no-day" if re.fullmatch(r"\d{1,2}:\d{2}", text, re.ASCII) else None
