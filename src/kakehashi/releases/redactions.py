"""`redactions.json`: that something was taken out of a release after it was published, and never what."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kakehashi.keys import canonical
from kakehashi.releases.records import HEX, entries, instant, instant_text, read_record, text, whole

FORMAT = "kakehashi-redactions/1"


@dataclass(frozen=True, slots=True)
class Redaction:
    """Files were replaced or taken away, so that the manifest with the hash `before` became the one with `after`.

    `files` is the number of lines in which the two manifests differ, a path that is in one of them alone included.
    """

    instant: datetime
    files: int
    before: str
    after: str
    software: str


@dataclass(frozen=True, slots=True)
class Redactions:
    """All redactions of one release, the oldest first, signed by the key with the fingerprint `key`."""

    week: str
    number: int
    key: str
    redactions: tuple[Redaction, ...]

    @property
    def manifest(self) -> str:
        """The SHA-256 of the manifest that the release has after all of them."""
        return self.redactions[-1].after

    def follow(self, manifest: str) -> bool:
        """Whether they lead on from a manifest, each from where the one before ended, and no clock ran back."""
        steps = (manifest, *(redaction.after for redaction in self.redactions))
        instants = [redaction.instant for redaction in self.redactions]
        return all(
            one.before == step for one, step in zip(self.redactions, steps, strict=False)
        ) and instants == sorted(instants)

    def to_bytes(self) -> bytes:
        """The bytes of `redactions.json`."""
        return canonical(
            {
                "format": FORMAT,
                "week": self.week,
                "number": self.number,
                "redactions": [_written(redaction) for redaction in self.redactions],
                "key": self.key,
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> "Redactions":
        """The record of these bytes. Raises `ValueError` for any that `to_bytes` would not have written."""
        found = read_record(content, FORMAT)
        record = cls(
            week=text(found, "week", re.compile(".+")),
            number=whole(found, "number", least=1),
            key=text(found, "key", HEX),
            redactions=tuple(_read(entry) for entry in entries(found, "redactions")),
        )
        if not record.redactions or record.to_bytes() != content:
            raise ValueError("not in the form in which it is written")
        return record


def _written(redaction: Redaction) -> dict[str, Any]:
    return {
        "instant": instant_text(redaction.instant),
        "files": redaction.files,
        "manifest": {"from": redaction.before, "to": redaction.after},
        "software": redaction.software,
    }


def _read(entry: object) -> Redaction:
    if not isinstance(entry, dict) or not isinstance(manifest := entry.get("manifest"), dict):
        raise ValueError("no redaction")
    return Redaction(
        instant=instant(entry, "instant"),
        files=whole(entry, "files", least=1),
        before=text(manifest, "from", HEX),
        after=text(manifest, "to", HEX),
        software=text(entry, "software", re.compile(r"[^\x00-\x1f\x7f]{1,200}")),
    )
