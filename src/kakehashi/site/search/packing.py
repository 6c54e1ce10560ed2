"""Packs: what results show, a few dozen records to a file, found by the beginning of a result's identity.

Pagefind has a file for each record, which a large week would have by the ten thousand.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from kakehashi.site.search.record import Record

_FEW = 256
"""So many records or fewer are one pack; a reader loads it whole."""


def width(number: int) -> int:
    """How many hexadecimal digits of an identity name its pack, for a number of records.

    >>> [width(number) for number in (0, 256, 257, 5000)]
    [0, 0, 1, 2]
    """
    digits = 0
    while number > _FEW * 16**digits:
        digits += 1
    return digits


def packs(records: Mapping[str, Record]) -> Mapping[str, bytes]:
    """The files of packs by name, from the records by their identity: `pack/3f.json`, or `pack/all.json`."""
    digits = width(len(records))
    sorted_out: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for identity in sorted(records):
        beginning = identity.rpartition("_")[2][:digits]
        sorted_out[beginning][identity] = _shown(records[identity])
    return {f"pack/{beginning or 'all'}.json": _json(pack) for beginning, pack in sorted(sorted_out.items())}


def _shown(record: Record) -> dict[str, Any]:
    """What the list of results shows of a record, without what it does not have."""
    when = record.when
    told = {
        "href": record.href,
        "group": record.group.value,
        "title": record.title,
        "language": record.language,
        "when": when and {"at": when.at, "day": when.day, "time": when.time, "planned": when.planned},
        "facts": record.facts,
        "over": record.over,
    }
    return {name: value for name, value in told.items() if value}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
