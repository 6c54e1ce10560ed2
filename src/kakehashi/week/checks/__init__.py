"""Checks of a week beyond its shape: one module per subject, one function per rule.

Impossible things are errors, matters of judgement warnings, and notes only inform. Each rule takes the case and yields
findings; `check` runs them all.

>>> from datetime import date
>>> from kakehashi.week.document import Week
>>> week = Week.model_validate({
...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en", "ja"], "zone": "Asia/Tokyo",
...     "days": ["2021-09-29"], "address": "https://example.org/tea-week/",
... })
>>> [(finding.code, finding.values["language"]) for finding in check(week, today=date(2021, 9, 1))]
[('text.missing', 'ja')]
"""

from kakehashi.week.checks.office import due
from kakehashi.week.checks.running import RULES, check

__all__ = ["RULES", "check", "due"]
