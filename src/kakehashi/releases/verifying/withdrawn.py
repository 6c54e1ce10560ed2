"""The record of what was withdrawn from a store."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kakehashi.findings import Finding, Severity, Value
from kakehashi.releases.layout import KEYS, RECORD, WITHDRAWN
from kakehashi.releases.verifying.tree import Tree, digest_of
from kakehashi.releases.verifying.trust import keys_in
from kakehashi.releases.verifying.verdict import Verdict
from kakehashi.releases.withdrawing import Withdrawal, Withdrawals

_LONGEST = 1 << 20


def withdrawn(store: Path, verdicts: Sequence[Verdict]) -> Iterator[Finding]:
    """Every withdrawal as a note; an error when their record is not signed by a key that follows the releases'."""
    names = {name for name in (WITHDRAWN, f"{WITHDRAWN}.sig") if (store / name).is_file()}
    if not names:
        return
    try:
        found = _record(store, names, verdicts[-1])
    except (OSError, ValueError):
        yield Finding("verify.bad-withdrawn", values={"value": WITHDRAWN})
        return
    for one in found:
        values: dict[str, Value] = {"number": one.number, "day": one.instant.date()}
        yield Finding("verify.withdrawn", (str(one.number),), values, Severity.NOTE)


def _record(store: Path, names: set[str], newest: Verdict) -> Sequence[Withdrawal]:
    """What was withdrawn. Raises `OSError`, and `ValueError` for a record that is not to be believed."""
    files = Tree(store, {name: (store / name).stat().st_size for name in names})
    content = files.read(WITHDRAWN, _LONGEST)
    record = Withdrawals.from_bytes(content)
    # The newest release has the keys of all.
    release = Tree(newest.folder)
    for path in sorted((newest.folder / KEYS).iterdir()):
        release.files[f"{KEYS}/{path.name}"] = path.stat().st_size
    keys = keys_in(release, [])
    signed = keys.verify(record.key, files.read(f"{WITHDRAWN}.sig", _LONGEST), content)
    if newest.record is None or record.week != newest.record.week or not signed:
        raise ValueError("another week's, or not signed")
    if not keys.lead(newest.record.key, record.key) and not keys.lead(record.key, newest.record.key):
        raise ValueError("signed by a key that is not theirs")
    for one in record.withdrawals:
        if digest_of(store / str(one.number) / RECORD) not in (None, one.sha256):
            raise ValueError("of another release")
    return record.withdrawals
