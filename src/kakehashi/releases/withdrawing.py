"""A release that is withdrawn: its record stays, readers are told so or are shown an earlier one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kakehashi.findings import Finding, Refused
from kakehashi.keys import SigningKey, canonical
from kakehashi.releases.disk import sync
from kakehashi.releases.layout import WITHDRAWN
from kakehashi.releases.records import HEX, entries, instant, instant_text, read_record, text, whole

FORMAT = "kakehashi-withdrawn/1"
_REASON = re.compile(r"[^\x00-\x1f\x7f]{1,1000}")
_TAG = re.compile(r"[A-Za-z0-9-]{2,35}")


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The release `number`, whose record has the hash `sha256`, was withdrawn at `instant` (UTC, whole seconds).

    `reason` is what readers are told, if anything; `to` the earlier release that they are shown since, if any.
    """

    number: int
    sha256: str
    instant: datetime
    reason: str | None
    to: int | None


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """Every withdrawal in a store, the oldest first, signed by the key with the fingerprint `key`."""

    week: str
    languages: tuple[str, ...]
    withdrawals: tuple[Withdrawal, ...]
    key: str

    def to_bytes(self) -> bytes:
        """The bytes of `withdrawn.json`."""
        return canonical(
            {
                "format": FORMAT,
                "week": self.week,
                "languages": self.languages,
                "withdrawals": [_written(one) for one in self.withdrawals],
                "key": self.key,
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> "Withdrawals":
        """The record of these bytes. Raises `ValueError` for any that `to_bytes` would not have written."""
        found = read_record(content, FORMAT)
        record = cls(
            week=text(found, "week", re.compile(".+")),
            languages=tuple(text({"tag": tag}, "tag", _TAG) for tag in entries(found, "languages")),
            withdrawals=tuple(_read(entry) for entry in entries(found, "withdrawals")),
            key=text(found, "key", HEX),
        )
        if record.to_bytes() != content:
            raise ValueError("not in the form in which it is written")
        return record


def withdrawals_in(store: Path) -> tuple[Withdrawal, ...]:
    """The withdrawals in a store, the oldest first. Raises `Refused` (`release.unreadable-record`)."""
    try:
        return Withdrawals.from_bytes((store / WITHDRAWN).read_bytes()).withdrawals
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise Refused([Finding("release.unreadable-record", values={"value": str(store / WITHDRAWN)})]) from error


def signed(record: Withdrawals, key: SigningKey) -> dict[str, bytes]:
    """The files of the record, by name."""
    content = record.to_bytes()
    return {WITHDRAWN: content, f"{WITHDRAWN}.sig": key.sign(content)}


def write_record(store: Path, files: dict[str, bytes]) -> None:
    """Puts the files of the record into a store, in place of those that are there, and onto the disk.

    The record itself comes last: until it is there, nothing is withdrawn. Raises `OSError`.
    """
    for name in sorted(files, reverse=True):
        new = store / f"{name}.new"
        new.write_bytes(files[name])
        sync(new)
        new.replace(store / name)
    sync(store)


def is_withdrawn(number: int, withdrawals: Sequence[Withdrawal]) -> bool:
    """Whether a release was withdrawn."""
    return any(one.number == number for one in withdrawals)


def _written(one: Withdrawal) -> dict[str, Any]:
    return {
        "number": one.number,
        "sha256": one.sha256,
        "instant": instant_text(one.instant),
        "reason": one.reason,
        "to": one.to,
    }


def _read(entry: object) -> Withdrawal:
    if not isinstance(entry, dict):
        raise ValueError("no withdrawal")
    return Withdrawal(
        number=whole(entry, "number", least=1),
        sha256=text(entry, "sha256", HEX),
        instant=instant(entry, "instant"),
        reason=None if entry.get("reason") is None else text(entry, "reason", _REASON),
        to=None if entry.get("to") is None else whole(entry, "to", least=1),
    )
