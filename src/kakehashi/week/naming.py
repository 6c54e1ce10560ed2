"""What the parts of a week are called."""

from typing import Any

from kakehashi.findings import Value
from kakehashi.frozen import FrozenMap
from kakehashi.week.document import Week


def name_of(part: Any) -> FrozenMap[str, str] | None:
    """What a part is called in each language: its title, its name, a person's whole names.

    Empty where nobody has written one yet; `None` for a part that has no name by its nature, such as an attendance.
    """
    names = getattr(part, "names", None)
    if names is not None:
        return FrozenMap((tag, name.whole) for tag, name in names.items())
    text = getattr(part, "title", None) if hasattr(part, "title") else getattr(part, "name", None)
    # The name of a licence is no text in languages.
    return text if isinstance(text, FrozenMap) else None


def called(week: Week, collection: str, slug: str | None) -> Value:
    """What a part of a collection is called, ready to be a fact's value.

    Its slug while it is called nothing or does not exist: a fact may speak of a reference that leads nowhere.

    >>> week = Week.model_validate({
    ...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
    ...     "days": ["2021-09-29"], "rooms": {"hall": {"name": {"en": "Hall"}}},
    ... })
    >>> called(week, "rooms", "hall"), called(week, "rooms", "attic")
    (Text({'en': 'Hall'}), 'attic')
    """
    part = getattr(week, collection).get(slug)
    return slug if part is None else name_of(part) or slug
