"""Records signed after a release was published: that something was taken out, or that only its record is kept."""

from kakehashi.findings import Finding, Severity, Value
from kakehashi.releases.keeping import Kept
from kakehashi.releases.layout import KEPT, KEPT_SIGNATURE, REDACTIONS, REDACTIONS_SIGNATURE
from kakehashi.releases.records import Record
from kakehashi.releases.redactions import Redactions
from kakehashi.releases.verifying.tree import LONGEST, Tree
from kakehashi.releases.verifying.trust import Keys

_LONGEST_REDACTIONS = 1 << 20
"""Bytes: some thousands of redactions."""


def redactions_of(tree: Tree, record: Record, keys: Keys, found: list[Finding]) -> Redactions | None:
    """What was taken out, each time told as a note. What is wrong with the account of it is added to `found`."""
    if not {REDACTIONS, REDACTIONS_SIGNATURE} & tree.files.keys():
        return None
    try:
        content = tree.read(REDACTIONS, _LONGEST_REDACTIONS)
        redactions = Redactions.from_bytes(content)
        signature = tree.read(REDACTIONS_SIGNATURE, LONGEST)
        _check(record, keys, (redactions.week, redactions.number, redactions.key), content, signature)
        if not redactions.follow(record.manifest) or redactions.redactions[0].instant < record.instant:
            raise ValueError("not from what was signed")
    except (OSError, ValueError):
        found.append(Finding("verify.bad-redactions", values={"value": REDACTIONS}))
        return None
    for one in redactions.redactions:
        values: dict[str, Value] = {"count": one.files, "day": one.instant.date()}
        found.append(Finding("verify.redacted", values=values, severity=Severity.NOTE))
    return redactions


def kept_of(tree: Tree, record: Record, keys: Keys, found: list[Finding]) -> Kept | None:
    """That only a record of the release is kept, told as a note. What is wrong with that is added to `found`."""
    if not {KEPT, KEPT_SIGNATURE} & tree.files.keys():
        return None
    try:
        content = tree.read(KEPT, LONGEST)
        kept = Kept.from_bytes(content)
        _check(record, keys, (kept.week, kept.number, kept.key), content, tree.read(KEPT_SIGNATURE, LONGEST))
        if kept.instant < record.instant:
            raise ValueError("before it was published")
    except (OSError, ValueError):
        found.append(Finding("verify.bad-kept", values={"value": KEPT}))
        return None
    found.append(Finding("verify.kept", values={"day": kept.instant.date()}, severity=Severity.NOTE))
    return kept


def _check(record: Record, keys: Keys, about: tuple[str, int, str], content: bytes, signature: bytes) -> None:
    """Raises `ValueError` when a later record is not of this release, or not signed by its key or one that follows."""
    week, number, key = about
    if (week, number) != (record.week, record.number):
        raise ValueError("another release's")
    if not keys.lead(record.key, key) or not keys.verify(key, signature, content):
        raise ValueError("not signed")
