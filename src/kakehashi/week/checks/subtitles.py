"""Files of captions that a player would not show, or not wholly."""

from collections.abc import Iterator

from kakehashi.findings import Finding, Severity
from kakehashi.week.captions import Captions
from kakehashi.week.checks.case import Case


def faulty_captions(case: Case) -> Iterator[Finding]:
    """Captions that are no WebVTT, or hold some that are none: of each kind of fault the first in a file."""
    for slug, recording in case.week.recordings.items():
        for language, path in recording.captions.items():
            faults = case.captions.get(path, Captions()).faults
            first = {one.code: one for one in reversed(faults)}
            for fault in sorted(first.values(), key=lambda one: one.line):
                place = ("recordings", slug, "captions", language)
                yield Finding(fault.code, place, {"value": path, "line": fault.line}, Severity.WARNING)
