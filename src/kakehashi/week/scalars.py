"""The small values of the document: slugs, zones, addresses, partial dates, minutes, references."""

import re
import zoneinfo
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
"""The name of a part within its collection: lower case Latin letters, digits, single hyphens; it is an address too."""


@dataclass(frozen=True, slots=True)
class To:
    """Marks a slug that must name a part of one of these collections of the week."""

    collections: tuple[str, ...]

    def __init__(self, *collections: str) -> None:
        object.__setattr__(self, "collections", collections)


ToInstitution = Annotated[Slug, To("institutions")]
ToPerson = Annotated[Slug, To("people")]
ToProgramme = Annotated[Slug, To("programmes")]
ToRoom = Annotated[Slug, To("rooms")]
ToBlock = Annotated[Slug, To("blocks")]
ToSymposium = Annotated[Slug, To("symposia")]
ToSession = Annotated[Slug, To("sessions")]
ToItem = Annotated[Slug, To("items")]
ToAgreement = Annotated[Slug, To("agreements")]


@cache
def zone_names() -> frozenset[str]:
    """Every zone name that this machine knows."""
    return frozenset(zoneinfo.available_timezones())


def _known_zone(name: str) -> str:
    if name not in zone_names():
        raise PydanticCustomError("zone", "not a time zone")
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""A zone of the IANA database, such as `Asia/Tokyo`; never an offset, since offsets change by law."""

# Neither quotes nor angle brackets nor backslashes: addresses stand in attributes of HTML, in Markdown and in JSON, and
# browsers read a backslash as a slash. No `@` before the path, since what stands before it passes for the host.
WebAddress = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s/?#<>\"'`@\\]+(/[^\s<>\"'`\\]*)?([?#][^\s<>\"'`\\]*)?$", max_length=2000),
]
"""A public `http` or `https` address, with neither user name nor password in it."""

MailAddress = Annotated[str, StringConstraints(pattern=r"^[^\s@<>\"'&]+@[^\s@<>\"'&]+\.[^\s@<>\"'&]+$", max_length=254)]


def _inside_media(path: str) -> str:
    if any(part in ("", ".", "..") for part in path.split("/")):
        raise PydanticCustomError("media_path", "not a path below media/")
    return path


MediaPath = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9._/-]+$", max_length=200), AfterValidator(_inside_media)
]
"""A file below the folder's `media/`, in Latin letters, digits, `.`, `_`, `-`, parts parted by `/`."""


def _written_as_day(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[1-8][0-9]{3}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("day", "not a day written as YYYY-MM-DD")
    # pydantic would take a number for seconds since 1970.
    if isinstance(value, (int, float)):
        raise PydanticCustomError("day", "not a day written as YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written_as_day)]
"""A day of the calendar, written `2021-09-29`."""


# Missing parts stand for the first: only whether the whole can be a date is asked.
def _existing_date(written: str) -> str:
    year, month, day = ([int(part) for part in written.split("-")] + [1, 1])[:3]
    try:
        date(year, month, day)
    except ValueError as error:
        raise PydanticCustomError("partial_date", "no such date") from error
    return written


# `[0-9]`, since `\d` has the digits of every script, and dates of several scripts do not sort.
PartialDate = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_existing_date)
]
"""A date as far as it is known: `1998`, `2018-07` or `2018-01-17`. Sorts as text."""


def _with_its_sign(digits: str) -> str:
    return f"#{digits.removeprefix('#')}"


ColourCode = Annotated[
    str, StringConstraints(pattern=r"^#?[0-9A-Fa-f]{6}$", to_lower=True), AfterValidator(_with_its_sign)
]
"""A colour of sRGB as `#rrggbb`; written without the sign too, with which YAML begins a remark."""

TextKind = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z]{0,39}\.[a-z_]{1,40}$")]
"""A kind of text: a part and the key in it, such as `Item.title`."""

Minutes = Annotated[int, Field(ge=0, le=7 * 24 * 60)]
"""A length of time in whole minutes."""
