"""The week document as values, and the laws about it.

`Week` is one exchange week, complete and frozen. `timetable(week)` computes when everything happens.

>>> week = Week.model_validate({
...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
...     "days": ["2021-09-29"],
...     "sessions": {"opening": {"start": "2021-09-29T15:00[Asia/Tokyo]"}},
...     "items": {"welcome": {"kind": "opening-remarks", "session": "opening", "minutes": 10}},
... })
>>> timetable(week).by_item["welcome"].end.isoformat()
'2021-09-29T06:10:00+00:00'
"""

from kakehashi.week.document import Week
from kakehashi.week.moments import Moment
from kakehashi.week.timetable import Placement, Span, Timetable, timetable

__all__ = ["Moment", "Placement", "Span", "Timetable", "Week", "timetable"]
