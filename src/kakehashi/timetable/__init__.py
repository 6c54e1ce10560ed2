"""Between a week and a planner's problem, both ways: what may be moved, what it costs, and what an answer means.

`pose(week)` makes a problem of a week, with everything that is needed to read its answer (`Posed`); `posed.read` turns
a solution into changes of the document, and `applied(week, changes)` makes the changed week. `card` tells what a
timetable asks of each institution, `planning_of` makes the record that the week keeps of it.

`present(posed)` is the timetable that a week has. `explanation` tells what every other place of an item would cost, and
whom, `staying` why it has none, `conflict_facts` why a week has no timetable: in the words of the week, not of slots.

`moving` parts a week into what moves and what stays, `grid` cuts its blocks into slots, `barring`, `sequence`,
`wishing` and `bearing` say what is forbidden, in which order, wished, and borne by whom, by the hours of `hours`.

>>> from kakehashi.planner import Place, Solution
>>> from kakehashi.week import Week, timetable
>>> week = Week.model_validate({
...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
...     "days": ["2027-05-10"], "rooms": {"hall": {"name": {"en": "Hall"}}},
...     "blocks": {"morning": {"start": "2027-05-10T10:00[Asia/Tokyo]", "slots": 2, "slot_minutes": 30}},
...     "symposia": {"tea": {"title": {"en": "Tea"}}},
...     "sessions": {"leaves": {"symposium": "tea"}},
...     "items": {"green": {"kind": "talk", "symposium": "tea", "minutes": 20}},
... })
>>> posed = pose(week)
>>> found = Solution.of(posed.problem, {"green": Place("morning", "hall", 0)})
>>> changes = posed.read(found)
>>> changes["sessions", "leaves", "block"], changes["items", "green", "session"]
('morning', 'leaves')
>>> timetable(applied(week, changes)).by_item["green"].start.isoformat()
'2027-05-10T01:00:00+00:00'
"""

from kakehashi.timetable.alternatives import Choice, Explanation, Local, Standing, explanation
from kakehashi.timetable.carding import Card, Hour, card, planning_of
from kakehashi.timetable.comparing import Present, present
from kakehashi.timetable.conflicting import conflict_facts
from kakehashi.timetable.posed import Changes, Names, Posed
from kakehashi.timetable.posing import pose
from kakehashi.timetable.reading import applied
from kakehashi.timetable.staying import staying, staying_by_its_session

__all__ = [
    "Card",
    "Changes",
    "Choice",
    "Explanation",
    "Hour",
    "Local",
    "Names",
    "Posed",
    "Present",
    "Standing",
    "applied",
    "card",
    "conflict_facts",
    "explanation",
    "planning_of",
    "pose",
    "present",
    "staying",
    "staying_by_its_session",
]
