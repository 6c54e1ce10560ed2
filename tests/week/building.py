"""Small weeks to say something about: a valid one, and ways to vary it."""

from typing import Any

from kakehashi.week import Week

SMALL: dict[str, Any] = {
    "slug": "tea-week",
    "title": {"en": "Tea week"},
    "languages": ["en"],
    "zone": "Asia/Tokyo",
    "days": ["2021-09-29", "2021-09-30"],
    "address": "https://example.org/tea-week/",
}


def week(**parts: Any) -> Week:
    """A small week of two days in Tokyo, in English, with these keys besides."""
    return Week.model_validate(SMALL | parts)


def item(session: str | None = "opening", order: int = 1, **keys: Any) -> dict[str, Any]:
    """A talk of ten minutes in the session `opening`."""
    return {"kind": "talk", "title": {"en": "A talk"}, "session": session, "order": order, "minutes": 10} | keys


def session(start: str = "2021-09-29T15:00", zone: str = "Asia/Tokyo", **keys: Any) -> dict[str, Any]:
    """A session that starts at a wall time in Tokyo."""
    return {"title": {"en": "A session"}, "start": f"{start}[{zone}]"} | keys


def person(name: str = "Ada", **keys: Any) -> dict[str, Any]:
    """A person with a name in English."""
    return {"names": {"en": {"whole": name}}} | keys


def institution(name: str = "Tea university", zone: str = "Asia/Tokyo", **keys: Any) -> dict[str, Any]:
    """A university with a clock."""
    return {"name": {"en": name}, "zone": zone} | keys
