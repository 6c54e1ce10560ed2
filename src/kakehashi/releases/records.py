"""`release.json`: what a release says of itself, and its form as bytes."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from kakehashi.keys import canonical

FORMAT = "kakehashi-release/1"

HEX = re.compile(r"[0-9a-f]{64}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_MOST = 2**53 - 1
"""Greater numbers are not the same in every program that reads JSON."""


@dataclass(frozen=True, slots=True)
class Link:
    """Which release came before: its number, and the SHA-256 of its `release.json`."""

    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """What `release.json` says. `instant` is in UTC, in whole seconds; `manifest` is the SHA-256 of `SHA256SUMS`,
    `files` the number of its lines, `size` the bytes of these files together; `key` the fingerprint of the key.
    """

    week: str
    number: int
    instant: datetime
    software: str
    languages: tuple[str, ...]
    predecessor: Link | None
    manifest: str
    files: int
    size: int
    key: str

    def to_bytes(self) -> bytes:
        """The bytes of `release.json`."""
        link = self.predecessor
        return canonical(
            {
                "format": FORMAT,
                "week": self.week,
                "number": self.number,
                "instant": instant_text(self.instant),
                "software": self.software,
                "languages": self.languages,
                "predecessor": None if link is None else {"number": link.number, "sha256": link.sha256},
                "manifest": self.manifest,
                "files": self.files,
                "bytes": self.size,
                "key": self.key,
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> "Record":
        """The record of these bytes. Raises `ValueError` for any that `to_bytes` would not have written."""
        found = read_record(content, FORMAT)
        link = found.get("predecessor")
        record = cls(
            week=text(found, "week", _SLUG),
            number=whole(found, "number", least=1),
            instant=instant(found, "instant"),
            software=text(found, "software", re.compile(r"[^\x00-\x1f\x7f]{1,200}")),
            languages=tuple(text({"tag": tag}, "tag", _TAG) for tag in entries(found, "languages")),
            predecessor=None if link is None else _link(link),
            manifest=text(found, "manifest", HEX),
            files=whole(found, "files", least=0),
            size=whole(found, "bytes", least=0),
            key=text(found, "key", HEX),
        )
        if (record.number == 1) != (record.predecessor is None) or (
            record.predecessor is not None and record.predecessor.number != record.number - 1
        ):
            raise ValueError("the number does not follow the predecessor's")
        # One record has one form: what is said twice, left out or added is seen here.
        if record.to_bytes() != content:
            raise ValueError("not in the form in which it is written")
        return record


def _link(found: object) -> Link:
    if not isinstance(found, dict):
        raise ValueError("no link")
    return Link(whole(found, "number", least=1), text(found, "sha256", HEX))


def instant_text(moment: datetime) -> str:
    """A moment as records write it: `2021-09-27T01:00:00Z`."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")


def read_record(content: bytes, form: str) -> Mapping[str, Any]:
    """The JSON object of a record of this format. Raises `ValueError`, also for what is too deep to be read."""
    try:
        found = json.loads(content.decode(), parse_constant=_refuse, parse_float=_refuse)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(found, dict) or found.get("format") != form:
        raise ValueError(f"not in the format {form}")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant[:20]} stands in no record")


def text(record: Mapping[str, Any], name: str, pattern: re.Pattern[str]) -> str:
    """A text of a record that matches a pattern whole. Raises `ValueError`."""
    found = record.get(name)
    if not isinstance(found, str) or pattern.fullmatch(found) is None:
        raise ValueError(f"{name} is not as it should be")
    return found


def whole(record: Mapping[str, Any], name: str, *, least: int) -> int:
    """A whole number of a record. Raises `ValueError`."""
    found = record.get(name)
    if type(found) is not int or not least <= found <= _MOST:
        raise ValueError(f"{name} is not as it should be")
    return found


def entries(record: Mapping[str, Any], name: str) -> list[Any]:
    """A list of a record. Raises `ValueError`."""
    found = record.get(name)
    if not isinstance(found, list):
        raise ValueError(f"{name} is not as it should be")
    return found


def instant(record: Mapping[str, Any], name: str) -> datetime:
    """A moment of a record. Raises `ValueError`."""
    return datetime.strptime(text(record, name, _INSTANT), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
