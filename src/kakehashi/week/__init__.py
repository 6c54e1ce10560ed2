"""The week document as values, and the laws about it.

`Week` is one exchange week, complete and frozen. `timetable(week)` computes when everything happens;
`for_audience(week, audience, at)` takes out what an audience may not see, and what shows a week to anyone accepts only
the `VisibleWeek` that it returns; `check(week, ...)` finds what is wrong or doubtful beyond shape,
`difference(old, new)` what changed.

A module holds the types of one subject (`items`, `people`, `agreements`), or one law: `timetable` when things happen,
`visibility` who may see them (with `access` and `closing`), `references` what points to what. `anatomy` reads all types
once, so that a law about every text or reference needs no list of fields. Instants are aware and in UTC; lengths are
whole minutes; slugs name parts within their collection.

>>> from datetime import UTC, datetime
>>> week = Week.model_validate({
...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
...     "days": ["2021-09-29"],
...     "sessions": {"opening": {"start": "2021-09-29T15:00[Asia/Tokyo]"}},
...     "items": {
...         "welcome": {"kind": "opening-remarks", "session": "opening", "minutes": 10},
...         "vote": {"kind": "discussion", "title": {"en": "A vote"}, "session": "opening", "visibility": "members"},
...     },
... })
>>> timetable(week).by_item["welcome"].end.isoformat()
'2021-09-29T06:10:00+00:00'
>>> public = for_audience(week, Visibility.PUBLIC, datetime(2021, 9, 1, tzinfo=UTC))
>>> public.items["vote"].title, public.closed(public.items["vote"])
(Text({}), True)
"""

from kakehashi.week.checks import check, due
from kakehashi.week.differing import difference
from kakehashi.week.digest import approvable, digest_of, timetable_digest
from kakehashi.week.document import Week
from kakehashi.week.moments import Moment
from kakehashi.week.part import Visibility
from kakehashi.week.private import Private
from kakehashi.week.timetable import Placement, Span, Timetable, timetable
from kakehashi.week.visibility import VisibleWeek, for_audience

__all__ = [
    "Moment",
    "Placement",
    "Private",
    "Span",
    "Timetable",
    "Visibility",
    "VisibleWeek",
    "Week",
    "approvable",
    "check",
    "difference",
    "digest_of",
    "due",
    "for_audience",
    "timetable",
    "timetable_digest",
]
