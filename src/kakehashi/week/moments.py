"""A moment as people agree on it: a time on a wall clock, and the zone whose clock is meant."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kakehashi.week.scalars import zone_names
from kakehashi.words.zones import rules

# No seconds: nobody agrees on them, and one moment would have several spellings. `re.ASCII`, since `\d` has the digits
# of every script.
_FORM = re.compile(r"^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})([+-]\d{2}:\d{2})?\[([A-Za-z0-9_+/-]+)\]$", re.ASCII)


class ClockFault(StrEnum):
    """Why a wall time is no single moment: the clock jumps over it, shows it twice, or shows it at no such offset."""

    MISSING = "missing"
    TWICE = "twice"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class Moment:
    """`wall` on the clocks of `zone` (an IANA name); `offset` from UTC only where the wall time alone is ambiguous.

    Its written form is that of RFC 9557 with minutes: `2021-09-29T15:00[Asia/Tokyo]`,
    or `2021-10-31T02:30+01:00[Europe/Berlin]`.

    >>> Moment.parse("2021-09-29T15:00[Asia/Tokyo]").instant.isoformat()
    '2021-09-29T06:00:00+00:00'
    """

    wall: datetime
    zone: str
    offset: timedelta | None = None

    @classmethod
    def parse(cls, written: str) -> "Moment":
        """Reads the written form. Raises `ValueError` for another form, `LookupError` for an unknown zone."""
        match = _FORM.fullmatch(written)
        if match is None:
            raise ValueError(written)
        day, time, offset, name = match.groups()
        if name not in zone_names():
            raise LookupError(name)
        if not 1000 <= int(day[:4]) <= 9000:
            # Clocks of other zones, and days beside, must be dates too.
            raise ValueError(written)
        given = datetime.strptime(offset.replace(":", ""), "%z").utcoffset() if offset else None
        return cls(datetime.fromisoformat(f"{day}T{time}"), name, given)

    def __str__(self) -> str:
        offset = "" if self.offset is None else written_offset(self.offset)
        return f"{self.wall:%Y-%m-%dT%H:%M}{offset}[{self.zone}]"

    @property
    def instant(self) -> datetime:
        """The moment in UTC. Of a time shown twice the earlier; of one jumped over, as if the clock had not jumped."""
        if self.offset is not None:
            return self.wall.replace(tzinfo=timezone(self.offset)).astimezone(UTC)
        # `fold` is 0 here, by which Python takes the earlier of two and goes on with the old offset in a gap (PEP 495).
        return self.wall.replace(tzinfo=rules(self.zone)).astimezone(UTC)

    @property
    def fault(self) -> ClockFault | None:
        """Why the wall time is no single moment in its zone; `None` when it is one or a right offset settles it."""
        first = self.wall.replace(tzinfo=rules(self.zone))
        # A time that exists comes back from UTC as it went; one that the clock jumped over comes back as another.
        if first.astimezone(UTC).astimezone(rules(self.zone)).replace(tzinfo=None) != self.wall:
            return ClockFault.MISSING
        if self.offset is None:
            return ClockFault.TWICE if len(self.offsets) > 1 else None
        return None if self.offset in self.offsets else ClockFault.OFFSET

    @property
    def offsets(self) -> tuple[timedelta, ...]:
        """How far from UTC the zone's clocks are when they show the wall time; two where they are put back over it."""
        both = (self.wall.replace(tzinfo=rules(self.zone), fold=fold).utcoffset() for fold in (0, 1))
        return tuple(dict.fromkeys(offset for offset in both if offset is not None))

    @classmethod
    def _validated(cls, value: Any) -> "Moment":
        if isinstance(value, Moment):
            return value
        try:
            return cls.parse(value)
        except LookupError as error:
            raise PydanticCustomError("zone", "not a time zone") from error
        except (ValueError, TypeError) as error:
            raise PydanticCustomError("moment", "not a time of a day in a zone") from error

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validated, serialization=core_schema.to_string_ser_schema(when_used="json")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": _FORM.pattern}


def written_offset(offset: timedelta) -> str:
    """A distance from UTC as ISO 8601 writes it: `+09:00`, `-03:30`."""
    sign, minutes = ("-" if offset < timedelta(0) else "+"), abs(offset) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"
