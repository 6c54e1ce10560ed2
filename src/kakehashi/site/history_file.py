"""`history.json`: the history of a week as a file of its releases, and back.

One history has one file, byte for byte: UTF-8, a line for each change and each address. The values of a change and the
addresses stand in the order of the alphabet, the languages of a text in its own.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from kakehashi.findings import Change, Finding, Refused, Value
from kakehashi.frozen import FrozenMap
from kakehashi.site.history import Entry, History
from kakehashi.week.differing import CODES
from kakehashi.week.scalars import Day, ZoneName
from kakehashi.words import Text
from kakehashi.words.zones import rules

PATH = "history.json"
FORMAT = "kakehashi-history/1"


# Writing


def history_bytes(history: History) -> bytes:
    """The file of a history."""
    entries = ",".join(_entry_written(entry) for entry in history.entries)
    gone = ",".join(f"\n  {_json(address)}: {_json(target)}" for address, target in sorted(history.gone.items()))
    return f'{{"format": {_json(FORMAT)},\n "entries": [{entries}],\n "gone": {{{gone}}}}}\n'.encode()


def _entry_written(entry: Entry) -> str:
    changes = ",".join(f"\n   {_json(_change(change))}" for change in entry.changes)
    return f'\n  {{"number": {entry.number}, "instant": {_json(_instant(entry.instant))}, "changes": [{changes}]}}'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _change(change: Change) -> dict[str, Any]:
    values = {name: _value(value) for name, value in sorted(change.values.items())}
    return {"code": change.code, "place": list(change.place), "values": values}


def _value(value: Value) -> Any:
    match value:
        case datetime():
            return {"instant": _instant(value), "zone": getattr(value.tzinfo, "key", None)}
        case date():
            return {"day": value.isoformat()}
        case Mapping():
            return {"text": dict(value)}
        case tuple():
            return list(value)
    return str(value) if isinstance(value, str) else value


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


# Reading


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class _Moment(_Strict):
    instant: Annotated[AwareDatetime, Field(strict=False)]
    zone: ZoneName | None

    def read(self) -> Value:
        return self.instant.astimezone(UTC if self.zone is None else rules(self.zone))


class _Day(_Strict):
    day: Annotated[Day, Field(strict=False)]

    def read(self) -> Value:
        return self.day


class _Wordings(_Strict):
    text: Text

    def read(self) -> Value:
        return self.text


_Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/([a-z0-9-]+/)?$", max_length=100)]
_Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
_Code = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$", max_length=80)]
_Plain: TypeAlias = bool | int | float | str | None


class _ChangeRead(_Strict):
    code: _Code
    place: list[str | int]
    values: dict[_Name, _Moment | _Day | _Wordings | list[str] | _Plain]


class _EntryRead(_Strict):
    number: Annotated[int, Field(ge=1)]
    instant: Annotated[AwareDatetime, Field(strict=False)]
    changes: list[_ChangeRead]


class _File(_Strict):
    format: Literal["kakehashi-history/1"]
    entries: list[_EntryRead]
    gone: dict[_Address, _Address | None]


def read_history(content: bytes) -> History:
    """The history that a file holds.

    Raises `Refused` with one finding (`history.unreadable`, or `history.wrong` at its place) for what is no such file.
    """
    try:
        found = _File.model_validate(json.loads(content.decode("utf-8"), object_pairs_hook=_once))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = tuple(str(part) for part in first["loc"])
        raise Refused([Finding("history.wrong", place, {"value": ".".join(place), "reason": first["type"]})]) from None
    # RecursionError: brackets in brackets; ValueError: no UTF-8, no JSON, a key twice, a number past all counting.
    except (ValueError, RecursionError):
        raise Refused([Finding("history.unreadable", values={"value": PATH})]) from None
    entries = tuple(_entry_read(one, number) for number, one in enumerate(found.entries))
    _descending(entries)
    return History(entries, FrozenMap(sorted(found.gone.items())))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _entry_read(entry: _EntryRead, number: int) -> Entry:
    changes = []
    for one in entry.changes:
        if one.code not in CODES:
            place = ("entries", number, one.code)
            raise Refused([Finding("history.wrong", place, {"value": one.code, "reason": "code"})])
        values = {name: _value_read(value) for name, value in one.values.items()}
        changes.append(Change(one.code, tuple(one.place), values))
    return Entry(entry.number, entry.instant.astimezone(UTC), tuple(changes))


def _value_read(value: Any) -> Value:
    if isinstance(value, _Moment | _Day | _Wordings):
        return value.read()
    return tuple(value) if isinstance(value, list) else value


def _descending(entries: tuple[Entry, ...]) -> None:
    numbers = [entry.number for entry in entries]
    if numbers != sorted(set(numbers), reverse=True):
        raise Refused([Finding("history.wrong", ("entries",), {"value": "entries", "reason": "number"})])
