"""What came of verifying a release."""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from kakehashi.findings import Finding, Severity, Value, errors
from kakehashi.releases.records import Record
from kakehashi.releases.redactions import Redaction


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a release is what was signed, by whom as far as that is known, and everything that speaks against it.

    `findings` hold errors, each naming a file; a release verifies when there are none. `known` tells whether its key is
    the one that was named, or one that this key has confirmed; without a name, nobody can know. `record` is what the
    release says of itself, `None` when that cannot be read.
    """

    folder: Path
    record: Record | None
    known: bool
    redactions: tuple[Redaction, ...]
    findings: tuple[Finding, ...]

    @property
    def verifies(self) -> bool:
        """Whether nothing speaks against it. Not whether the right key signed it: see `known`."""
        return not errors(self.findings)

    def __bool__(self) -> NoReturn:
        raise TypeError("a verdict is no truth value: ask whether it verifies, and whether its key is known")

    @property
    def summary(self) -> Finding:
        """The verdict in one sentence."""
        record = self.record
        if record is None:
            return Finding("verify.fails-unread", values={"value": str(self.folder)})
        if not self.verifies:
            return Finding("verify.fails", values={**_told(record), "count": len(errors(self.findings))})
        if self.redactions:
            code = "verify.whole-redacted" if self.known else "verify.consistent-redacted"
        else:
            code = "verify.whole" if self.known else "verify.consistent"
        return Finding(code, values=_told(record), severity=Severity.NOTE)


def _told(record: Record) -> dict[str, Value]:
    return {
        "value": record.week,
        "number": record.number,
        # With its zone, which its sentence then tells.
        "instant": record.instant.astimezone(ZoneInfo("UTC")),
        "files": record.files,
        "key": record.key,
    }
