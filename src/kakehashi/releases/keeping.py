"""Old releases kept as a record: what they were stays provable, the files go.

Of a release that is kept as a record stay its record and signature, its manifest, its chain, its keys and redactions,
and the files whose names are hashes of their content: pages that somebody has kept open ask for those.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kakehashi.keys import SigningKey, canonical
from kakehashi.releases.cloning import link
from kakehashi.releases.disk import Written
from kakehashi.releases.former import Former, Release
from kakehashi.releases.layout import (
    KEPT,
    KEPT_SIGNATURE,
    KEYS,
    MANIFEST,
    RECORD,
    REDACTIONS,
    REDACTIONS_SIGNATURE,
    SIGNATURE,
    STAYING,
)
from kakehashi.releases.records import HEX, instant, instant_text, read_record, text, whole

FORMAT = "kakehashi-kept/1"
_BESIDE = (MANIFEST, RECORD, SIGNATURE, REDACTIONS, REDACTIONS_SIGNATURE)


@dataclass(frozen=True, slots=True)
class Kept:
    """That a release is kept as a record only, since `instant`: signed by the key with the fingerprint `key`."""

    week: str
    number: int
    instant: datetime
    key: str

    def to_bytes(self) -> bytes:
        """The bytes of `kept.json`."""
        at = instant_text(self.instant)
        return canonical({"format": FORMAT, "week": self.week, "number": self.number, "instant": at, "key": self.key})

    @classmethod
    def from_bytes(cls, content: bytes) -> "Kept":
        """The record of these bytes. Raises `ValueError` for any that `to_bytes` would not have written."""
        found = read_record(content, FORMAT)
        record = cls(
            week=text(found, "week", re.compile(".+")),
            number=whole(found, "number", least=1),
            instant=instant(found, "instant"),
            key=text(found, "key", HEX),
        )
        if record.to_bytes() != content:
            raise ValueError("not in the form in which it is written")
        return record


@dataclass(frozen=True, slots=True)
class Policy:
    """Which releases keep their files: the newest `last` of them, and those of the last `days` days."""

    last: int | None
    days: int | None

    def superfluous(self, releases: Sequence[Release], current: int | None, now: datetime) -> tuple[Release, ...]:
        """Releases (the oldest first) whose files may go: never the current one, never the newest.

        With both rules a release goes when neither keeps it; with none, nothing goes. `now` is aware.
        """
        if self.last is None and self.days is None:
            return ()
        newest = {release.number for release in releases[-max(1, self.last or 0) :]}
        since = now if self.days is None else now - timedelta(days=self.days)
        return tuple(
            release
            for release in releases
            if release.number not in newest
            and release.number != current
            and not is_kept(release.folder)
            and release.record.instant < since
        )


def is_kept(folder: Path) -> bool:
    """Whether a release is there as a record only."""
    return (folder / KEPT).is_file()


def make_record(former: Former, folder: Path, at: datetime, key: SigningKey, keys: Former) -> int:
    """Makes the folder of a release that is kept as a record only; the bytes of the files that are not in it.

    `keys` is the newest release, whose keys lead to the one that signs now. Raises `OSError`.
    """
    release = former.release
    folder.mkdir(0o755)
    written = Written(folder)

    def take(path: str, source: Path) -> None:
        written.make_folder(path.rpartition("/")[0])
        if not (folder / path).exists():
            link(str(source), str(folder / path))

    for name in _BESIDE:
        if (release.folder / name).exists():
            take(name, release.folder / name)
    gone = 0
    for path in former.sums:
        if path.startswith(STAYING):
            take(path, release.folder / path)
        else:
            gone += (release.folder / path).stat().st_size
    for path in keys.sums:
        if path.startswith(f"{KEYS}/"):
            take(path, keys.release.folder / path)
    record = Kept(
        release.record.week, release.number, at.astimezone(UTC).replace(microsecond=0), key.public.fingerprint
    ).to_bytes()
    written.write(KEPT, record)
    written.write(KEPT_SIGNATURE, key.sign(record))
    written.settle(len(former.sums))
    return gone
