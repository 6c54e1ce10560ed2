"""A small bilingual week, as a site and as its readers see it."""

from datetime import UTC, datetime
from typing import Any

from tests.week.building import institution, item, person, session, week

from kakehashi.site import Address, Kind, Site, site_of
from kakehashi.site.reader import Reader
from kakehashi.week import Visibility, for_audience

MOMENT = datetime(2021, 9, 1, tzinfo=UTC)

PARTS: dict[str, Any] = {
    "title": {"en": "Tea week", "ja": "お茶の週"},
    "languages": ["ja", "en"],
    "organisations": [{"institution": "host", "role": "host"}],
    "institutions": {
        "host": institution("Tea university", city={"en": "Kanazawa", "ja": "金沢"}),
        "far": institution("Samovar institute", "Europe/Moscow", city={"en": "Kazan", "ja": "カザン"}),
    },
    "people": {
        "ada": person(
            "Ada Tea",
            positions={"rector": {"title": {"en": "Rector of the Samovar institute"}, "institution": "far"}},
        )
    },
    "rooms": {"hall": {"name": {"en": "Hall", "ja": "会場"}}},
    "sessions": {"opening": session(room="hall")},
    "items": {
        "welcome": item(
            kind="opening-remarks", title={"en": "Welcome"}, speakers=[{"person": "ada", "position": "rector"}]
        ),
        "pause": item(order=2, kind="break", title={}),
        "leaves": item(order=3, title={"en": "On leaves", "ja": "茶葉"}, abstract={"en": "All about *leaves*."}),
        "later": item(session=None, title={"en": "Later"}),
    },
}


def a_site(**parts: Any) -> Site:
    """The public site of the small week, with these parts in place of its own."""
    return site_of(for_audience(week(**PARTS | parts), Visibility.PUBLIC, MOMENT))


def reader(site: Site, language: str = "en", kind: Kind = Kind.HOME, slug: str = "") -> Reader:
    """Someone who reads a page of it."""
    return Reader(site, Address(language, kind, slug))
