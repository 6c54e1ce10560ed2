"""A store, verified: each of its releases, and that they are one history."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kakehashi.findings import Finding, errors
from kakehashi.releases.layout import CHAIN, MANIFEST, RECORD
from kakehashi.releases.store import CURRENT, NOTICE, numbers_in
from kakehashi.releases.verifying.tree import digest_of
from kakehashi.releases.verifying.verdict import Verdict
from kakehashi.releases.verifying.whole import verify_release
from kakehashi.releases.verifying.withdrawn import withdrawn


@dataclass(frozen=True, slots=True)
class StoreVerdict:
    """The verdict on every release of a store, the oldest first, and what is wrong with the store itself."""

    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]

    @property
    def verifies(self) -> bool:
        """Whether nothing speaks against any of them."""
        return not errors(self.findings) and all(verdict.verifies for verdict in self.verdicts)


def is_release(folder: Path) -> bool:
    """Whether a folder is a release, perhaps a damaged one."""
    return os.path.lexists(folder / RECORD) or os.path.lexists(folder / MANIFEST)


def is_store(folder: Path) -> bool:
    """Whether a folder holds releases and is none itself."""
    if is_release(folder):
        return False
    return (folder / CURRENT).is_symlink() or bool(numbers_in(folder))


def verify_store(folder: Path, fingerprint: str | None) -> StoreVerdict:
    """Every release of a store, and that each is the one in the chains of the others.

    With `fingerprint`, the newest release is held against that key. The older ones are known by its chain, which names
    the hash of each.
    """
    numbers = numbers_in(folder)
    verdicts = [_at(folder, number, fingerprint if number == numbers[-1] else None) for number in numbers]
    findings = [*_current(folder, numbers)]
    if verdicts:
        apart = {finding.place[0]: finding for finding in _apart(folder, numbers)}
        findings += [*apart.values(), *withdrawn(folder, verdicts)]
        known = verdicts[-1].known and verdicts[-1].verifies
        verdicts[:-1] = [
            replace(verdict, known=known and verdict.folder.name not in apart) for verdict in verdicts[:-1]
        ]
    return StoreVerdict(tuple(verdicts), tuple(findings))


def _at(folder: Path, number: int, fingerprint: str | None) -> Verdict:
    """The verdict on the release in a numbered folder, whose name is part of what it says."""
    verdict = verify_release(folder / str(number), fingerprint)
    found = verdict.findings
    if verdict.record is not None and verdict.record.number != number:
        found = (*found, Finding("verify.other-number", values={"value": RECORD, "number": verdict.record.number}))
    return replace(verdict, findings=tuple(replace(one, place=(str(number),)) for one in found))


def _current(folder: Path, numbers: list[int]) -> Iterator[Finding]:
    pointer = folder / CURRENT
    target = str(pointer.readlink()) if pointer.is_symlink() else None
    # Readers of a release that was withdrawn may be shown a notice instead. Without any release, it speaks of none.
    if not numbers or target not in [NOTICE, *(str(number) for number in numbers)] or not pointer.is_dir():
        yield Finding("verify.no-current", values={"value": CURRENT})


def _apart(folder: Path, numbers: list[int]) -> Iterator[Finding]:
    """Every release that is not the one of its number in the chain of the newest."""
    newest = folder / str(numbers[-1])
    for number in numbers[:-1]:
        chained = digest_of(newest / CHAIN / f"{number}.json")
        own = digest_of(folder / str(number) / RECORD)
        if chained is not None and own is not None and chained != own:
            yield Finding("verify.chain-apart", (str(number),), {"value": RECORD, "number": numbers[-1]})
