"""What hangs on one small thing: whatever shows it is made again, and it is one thing at a time that changes here."""

from typing import Any

import pytest
from tests.laws.test_publishing_remaking import made_plainly, made_watching
from tests.site.reading import PARTS, a_site
from tests.week.building import institution, item, session

from kakehashi.publishing.remaking import to_remake, told_by

ITEMS, SESSIONS, INSTITUTIONS = PARTS["items"], PARTS["sessions"], PARTS["institutions"]
POSITIONS = {"dean": {"title": {"en": "Dean"}}, "taster": {"title": {"en": "Taster"}}}
ADA = PARTS["people"]["ada"] | {"positions": POSITIONS}
SECOND = {
    "people": PARTS["people"] | {"ada": ADA},
    "sessions": SESSIONS | {"evening": session("2021-09-30T18:00", room="hall", symposium="leaf")},
    "symposia": {"leaf": {"title": {"en": "Leaf"}}, "cup": {"title": {"en": "Cup"}}},
    "items": ITEMS
    | {
        "tasting": item("evening", title={"en": "Tasting"}, symposium="cup"),
        "end": item("evening", 2, kind="closing-remarks"),
    },
}


def with_item(slug: str, **keys: Any) -> dict[str, Any]:
    items = SECOND["items"]
    return {"items": items | {slug: items[slug] | keys}}


CHANGES: dict[str, dict[str, Any]] = {
    "an item becomes a break": with_item("leaves", kind="break"),
    "a break becomes a talk": with_item("pause", kind="talk", title={"en": "Tea"}),
    "the first item of a day is cancelled": with_item("welcome", status="cancelled"),
    "a time is provisional": with_item("welcome", notes=[{"kind": "provisional", "about": "starts"}]),
    "all times are provisional": {"notes": [{"kind": "provisional", "about": "times"}]},
    "an item belongs to another symposium": with_item("tasting", symposium="leaf"),
    "an item moves by ten minutes": with_item("pause", minutes=20),
    "an item is closed": with_item("leaves", visibility="members"),
    "an abstract is written": with_item("tasting", abstract={"en": "Cups."}),
    "the city of a partner has another name": {
        "institutions": INSTITUTIONS | {"far": institution("Samovar institute", "Europe/Moscow", city={"en": "Kasan"})}
    },
    "a partner lives by another clock": {
        "institutions": INSTITUTIONS | {"far": institution("Samovar institute", "Asia/Omsk", city={"en": "Omsk"})}
    },
    "the host's city has another name": {
        "institutions": INSTITUTIONS | {"host": institution("Tea university", city={"en": "Kanazawa City"})}
    },
    "a person holds another position": {
        "people": {"ada": PARTS["people"]["ada"] | {"positions": {"rector": {"title": {"en": "Rector"}}}}}
    },
    "a person's positions stand in another order": {
        "people": {"ada": ADA | {"positions": dict(reversed(POSITIONS.items()))}}
    },
    "a session starts later": {"sessions": SECOND["sessions"] | {"opening": session("2021-09-29T16:00", room="hall")}},
    "a notice is put up": {"notices": [{"text": {"en": "Mind the kettle"}}]},
    "a programme begins": {"programmes": {"tea": {"name": {"en": "Tea"}}}},
    "a second day has nothing": {"days": ["2021-09-29", "2021-09-30", "2021-10-01"]},
    "a page gets an address": {"address": "https://example.org/other/"},
}


@pytest.fixture(scope="module")
def known() -> Any:
    site = a_site(**SECOND)
    return site, *made_watching(site)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_shows_a_change_is_made_again_and_not_everything(change: str, known: Any) -> None:
    before, files, reads, pieces, _ = known
    now = a_site(**SECOND | CHANGES[change])
    fresh = made_plainly(now)
    changed = {path for path, content in fresh.items() if path in files and files[path] != content}
    assert changed
    assert changed <= to_remake(reads, pieces, told_by(before, reads, pieces), now).stale
