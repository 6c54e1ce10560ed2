"""What a check finds in a week, told shortly."""

from datetime import date
from typing import Any

from kakehashi.findings import Finding
from kakehashi.week import Private, Week, check

TODAY = date(2021, 9, 1)


def found(week: Week, subject: str, today: date = TODAY, **besides: Any) -> list[Finding]:
    """The findings whose code begins with `subject`."""
    return [finding for finding in check(week, today=today, **besides) if finding.code.startswith(subject)]


def told(week: Week, subject: str, **besides: Any) -> list[tuple[str, str, str]]:
    """Code, severity and place of those findings."""
    return [
        (finding.code, finding.severity.value, "/".join(map(str, finding.place)))
        for finding in found(week, subject, **besides)
    ]


def private(**keys: Any) -> Private:
    """What an office knows beside the week."""
    return Private.model_validate(keys)
