"""A release taken away from readers: they see a notice, or an earlier release; the record of it stays."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.keys import SigningKey
from kakehashi.publishing.document import WEEK_FILE, read_week
from kakehashi.releases import Release, Store, variants
from kakehashi.releases.disk import Written, hindered, remove
from kakehashi.releases.keeping import is_kept
from kakehashi.releases.layout import MANIFEST, WITHDRAWN
from kakehashi.releases.manifest import manifest_bytes
from kakehashi.releases.replacing import replace_all
from kakehashi.releases.store import NOTICE
from kakehashi.releases.withdrawing import Withdrawal, Withdrawals, is_withdrawn, signed, withdrawals_in, write_record
from kakehashi.site import site_of
from kakehashi.site.withdrawn import withdrawn_files
from kakehashi.week import VisibleWeek


@dataclass(frozen=True, slots=True)
class Withdrawer:
    """Who withdraws releases of a week. `at` (aware) is the moment of it."""

    store: Store
    key: SigningKey
    at: datetime
    waiting: Callable[[], None]

    def withdraw(self, number: int, reason: str | None, to: int | None) -> Withdrawal:
        """Withdraws a release; of the current one, readers are shown the release `to`, or without one the notice.

        `reason` is told to readers. To undo it, release again. Raises `Refused`, and readers then see what they saw:
        `withdrawal.no-release`, `withdrawal.twice`, `withdrawal.not-shown` (a `to` for what readers do not see),
        `withdrawal.cannot-show` (a `to` that is withdrawn or kept as a record only), `redaction.unreadable` (a week of
        which no notice can be made), and what the disk refuses. What the disk has stopped in the midst is done by
        withdrawing again.
        """
        with self.store.held(self.waiting):
            releases = {release.number: release for release in self.store.releases()}
            current = self.store.current
            shown = current is not None and current.number == number
            # Withdrawn and shown all the same is one that was stopped before readers were turned away.
            earlier = tuple(one for one in withdrawals_in(self.store.folder) if not (shown and one.number == number))
            release = self._named(number, releases, earlier)
            if to is not None:
                _check_shown(number, to, releases, earlier, shown=shown)
            withdrawal = Withdrawal(
                number, release.sha256, self.at.astimezone(UTC).replace(microsecond=0), reason, to if shown else None
            )
            record = Withdrawals(
                release.record.week, release.record.languages, (*earlier, withdrawal), self.key.public.fingerprint
            )
            self._apply(signed(record, self.key), release, withdrawal, shown=shown)
            return withdrawal

    def _named(self, number: int, releases: Mapping[int, Release], earlier: tuple[Withdrawal, ...]) -> Release:
        if number not in releases:
            known = tuple(map(str, releases))
            raise Refused([Finding("withdrawal.no-release", values={"value": number, "expected": known})])
        if is_withdrawn(number, earlier):
            raise Refused([Finding("withdrawal.twice", values={"value": number})])
        return releases[number]

    def _apply(self, record: dict[str, bytes], release: Release, withdrawal: Withdrawal, *, shown: bool) -> None:
        aside = self.store.aside
        try:
            if shown and withdrawal.to is None:
                week = _week_of(release)
                aside.mkdir(0o755)
                make_notice(aside / NOTICE, week, withdrawal.reason, record)
                replace_all(self.store.folder, aside)
            write_record(self.store.folder, record)
            # Last: what readers see changes in one step, when everything else is there.
            if shown:
                self.store.show(NOTICE if withdrawal.to is None else str(withdrawal.to))
        except OSError as error:
            raise hindered(error, self.store.folder) from error
        finally:
            remove(aside)


def _week_of(release: Release) -> VisibleWeek:
    try:
        return read_week((release.folder / WEEK_FILE).read_bytes(), release.record.instant)
    except ValueError as error:
        raise Refused([Finding("redaction.unreadable", values={"value": str(release.folder)})]) from error


def make_notice(folder: Path, week: VisibleWeek, reason: str | None, record: Mapping[str, bytes]) -> None:
    """Makes the folder that readers are shown in place of a week. Raises `OSError`."""
    folder.mkdir(0o755)
    written = Written(folder)
    sums: dict[str, str] = {}
    files = {file.path: file.content for file in withdrawn_files(site_of(week), reason)}
    for path, content in (files | dict(record)).items():
        packed = {path + ending: smaller for ending, smaller in variants(path, content).items()}
        for name, written_content in ({path: content} | packed).items():
            written.write(name, written_content)
            sums[name] = hashlib.sha256(written_content).hexdigest()
    written.write(MANIFEST, manifest_bytes(sums))
    written.settle(len(sums))


def make_notice_anew(
    store: Store, folder: Path, week: VisibleWeek, key: SigningKey, clean: Callable[[str], str]
) -> dict[str, bytes]:
    """The files of the record of withdrawals with their reasons cleaned, if that changes any.

    Where there is a notice, it is made anew in `folder`. Raises `OSError`, and `Refused` for a record that is damaged.
    """
    earlier = withdrawals_in(store.folder)
    if not earlier:
        return {}
    cleaned = tuple(replace(one, reason=one.reason and clean(one.reason)) for one in earlier)
    old = Withdrawals.from_bytes((store.folder / WITHDRAWN).read_bytes())
    record = signed(replace(old, withdrawals=cleaned, key=key.public.fingerprint), key)
    if (store.folder / NOTICE).is_dir():
        make_notice(folder, week, cleaned[-1].reason, record)
    return record if cleaned != earlier else {}


def _check_shown(
    number: int, to: int, releases: Mapping[int, Release], earlier: tuple[Withdrawal, ...], *, shown: bool
) -> None:
    if not shown:
        raise Refused([Finding("withdrawal.not-shown", values={"value": number})])
    if to not in releases or to == number or is_withdrawn(to, earlier) or is_kept(releases[to].folder):
        possible = tuple(
            str(one)
            for one, release in releases.items()
            if one != number and not is_withdrawn(one, earlier) and not is_kept(release.folder)
        )
        raise Refused([Finding("withdrawal.cannot-show", values={"value": to, "expected": possible})])
