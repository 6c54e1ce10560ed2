"""The chain of records from a release to the first one."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kakehashi.findings import Finding, Severity, Value
from kakehashi.releases.layout import CHAIN
from kakehashi.releases.records import Record
from kakehashi.releases.verifying.tree import LONGEST, Tree
from kakehashi.releases.verifying.trust import Keys

_NAME = re.compile(r"([1-9][0-9]{0,8})\.json")


@dataclass(frozen=True, slots=True)
class _Known:
    path: str
    record: Record
    content: bytes


def followed(tree: Tree, last: Record, keys: Keys, faulty: frozenset[str]) -> Iterator[Finding]:
    """Everything that is wrong between the release whose record is `last` and the first, and changes of the key.

    Files in `faulty` have been told of already.
    """
    numbers = sorted(number for number in _numbers(tree) if number < last.number)
    yield from _stray(tree, last.number)
    yield from _gaps(numbers, last.number, faulty)
    after = last
    for number in reversed(numbers):
        path = f"{CHAIN}/{number}.json"
        if {path, f"{path}.sig"} & faulty:
            continue
        found = _read(tree, path, number)
        if found is None:
            yield Finding("verify.bad-record", values={"value": path})
            continue
        yield from _signed(tree, found, keys)
        yield from _of_week(found, last)
        if after.number == number + 1:
            yield from _linked(found, after, keys)
        after = found.record


def _numbers(tree: Tree) -> frozenset[int]:
    names = (path.partition("/")[2] for path in tree.below(CHAIN))
    return frozenset(int(found[1]) for name in names if (found := _NAME.fullmatch(name)))


def _read(tree: Tree, path: str, number: int) -> _Known | None:
    """A record of the chain; `None` for one that cannot be read or has another number."""
    try:
        content = tree.read(path, LONGEST)
        record = Record.from_bytes(content)
    except (OSError, ValueError):
        return None
    return _Known(path, record, content) if record.number == number else None


def _signed(tree: Tree, found: _Known, keys: Keys) -> Iterator[Finding]:
    if found.record.key not in keys.known:
        yield Finding("verify.no-key", values={"value": found.record.key})
        return
    try:
        signed = keys.verify(found.record.key, tree.read(f"{found.path}.sig", LONGEST), found.content)
    except (OSError, ValueError):
        signed = False
    if not signed:
        yield Finding("verify.bad-signature", values={"value": found.path, "key": found.record.key})


def _linked(found: _Known, after: Record, keys: Keys) -> Iterator[Finding]:
    record = found.record
    if after.predecessor is None or after.predecessor.sha256 != hashlib.sha256(found.content).hexdigest():
        yield Finding("verify.chain-broken", values={"value": found.path, "number": after.number})
    if after.instant < record.instant:
        yield Finding("verify.chain-back", values={"value": found.path, "number": after.number})
    if after.key != record.key:
        values: dict[str, Value] = {"number": after.number, "value": after.key, "expected": record.key}
        if keys.lead(record.key, after.key):
            yield Finding("verify.key-confirmed", values=values, severity=Severity.NOTE)
        else:
            yield Finding("verify.key-changed", values=values, severity=Severity.WARNING)


def _of_week(found: _Known, last: Record) -> Iterator[Finding]:
    if found.record.week != last.week:
        values = {"value": found.path, "found": found.record.week, "expected": last.week}
        yield Finding("verify.chain-week", values=values)


def _stray(tree: Tree, last: int) -> Iterator[Finding]:
    """What stands in the folder of the chain and belongs to no release before this one."""
    for path in tree.below(CHAIN):
        found = _NAME.fullmatch(path.partition("/")[2].removesuffix(".sig"))
        if found is None or int(found[1]) >= last:
            yield Finding("verify.chain-stray", values={"value": path})


def _gaps(numbers: list[int], last: int, faulty: frozenset[str]) -> Iterator[Finding]:
    """Every run of records that is not there."""
    for before, after in zip([0, *numbers], [*numbers, last], strict=True):
        if after - before == 2 and f"{CHAIN}/{before + 1}.json" not in faulty:
            yield Finding("verify.chain-missing", values={"value": f"{CHAIN}/{before + 1}.json"})
        elif after - before > 2:
            first, final = f"{CHAIN}/{before + 1}.json", f"{CHAIN}/{after - 1}.json"
            yield Finding("verify.chain-gap", values={"value": first, "last": final})
