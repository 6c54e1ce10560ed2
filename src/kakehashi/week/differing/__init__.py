"""What changed from one week document to the next, as facts that words tell in each language.

>>> from kakehashi.week.document import Week
>>> old = Week.model_validate({
...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
...     "days": ["2021-09-29"], "rooms": {"hall": {"name": {"en": "Hall"}}},
... })
>>> new = Week.model_validate(old.model_dump() | {"rooms": {"hall": {"name": {"en": "Great hall"}}}})
>>> [(change.code, change.values["new"]["en"]) for change in difference(old, new)]
[('room.renamed', 'Great hall')]
"""

from kakehashi.week.differing.difference import CODES, difference

__all__ = ["CODES", "difference"]
