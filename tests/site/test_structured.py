"""What machines read of a page (JSON-LD): only types and properties that schema.org has, with values of their kind."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.site.reading import PARTS, a_site
from tests.site.walking import parsed
from tests.week.building import institution, item, session

from kakehashi.site import Address, Kind, Site
from kakehashi.site.rendering import render

SCHEMA = "https://schema.org/"
EVENT = {
    "name", "description", "startDate", "endDate", "eventStatus", "eventAttendanceMode", "location", "inLanguage",
    "url", "organizer", "performer", "superEvent",
}  # fmt: skip
PROPERTIES: dict[str, set[str]] = {
    "Event": EVENT,
    "EducationEvent": EVENT,
    "Person": {"name", "alternateName", "url", "sameAs"},
    "Organization": {"name", "alternateName", "url", "sameAs"},
    "CollegeOrUniversity": {"name", "alternateName", "url", "sameAs"},
    "Place": {"name", "address"},
    "VirtualLocation": {"name", "url"},
    "VideoObject": {
        "name", "description", "url", "contentUrl", "thumbnailUrl", "uploadDate", "duration", "inLanguage", "license",
        "hasPart",
    },
    "Clip": {"name", "startOffset"},
}  # fmt: skip
"""The properties that schema.org (29.3) gives these types, as far as pages use them."""
DATE = r"\d{4}-\d{2}-\d{2}"
FORMS = {
    "startDate": rf"{DATE}(T\d{{2}}:\d{{2}}[+-]\d{{2}}:\d{{2}})?",
    "endDate": rf"{DATE}(T\d{{2}}:\d{{2}}[+-]\d{{2}}:\d{{2}})?",
    "uploadDate": DATE,
    "duration": r"PT\d+S",
    "url": r"https?://\S+",
    "contentUrl": r"https?://\S+",
    "thumbnailUrl": r"https?://\S+",
    "eventStatus": rf"{SCHEMA}Event(Scheduled|Cancelled|Postponed)",
    "eventAttendanceMode": rf"{SCHEMA}(Offline|Online|Mixed)EventAttendanceMode",
}
ROOMS = {
    "hall": {"name": {"en": "Hall"}, "kind": "place", "institution": "host"},
    "stream": {"name": {"en": "Main stream"}, "kind": "stream"},
}


def told(site: Site, kind: Kind, slug: str = "") -> dict[str, Any]:
    """What a page tells machines."""
    tree = parsed(render(site, Address("en", kind, slug)))
    (script,) = [s for s in tree.iter("script") if s.get("type") == "application/ld+json"]
    described: dict[str, Any] = json.loads(script.text or "")
    return described


def tea(parts: dict[str, Any] | None = None, **keys: Any) -> dict[str, Any]:
    """What the page of a talk tells machines."""
    return told(a_site(**{"items": {"tea": item(title={"en": "On tea"}, **keys)}} | (parts or {})), Kind.ITEM, "tea")


def faults(value: Any) -> Iterator[str]:
    """What schema.org does not know of a description and of all that stands in it."""
    if isinstance(value, list):
        for one in value:
            yield from faults(one)
    elif isinstance(value, dict):
        known = PROPERTIES.get(value["@type"], set())
        yield from (f"{value['@type']}.{name}" for name in value.keys() - known if not name.startswith("@"))
        for name, one in value.items():
            form = FORMS.get(name)
            if form and not re.fullmatch(form, one):
                yield f"{name}: {one}"
            yield from faults(one)


FULL: dict[str, Any] = {
    "rooms": ROOMS,
    "place": {"en": "Kanazawa"},
    "description": {"en": "A week of *tea*."},
    "institutions": PARTS["institutions"]
    | {
        "host": institution("Tea university", city={"en": "Kanazawa"}, web="https://tea.example/"),
        "ministry": institution("Ministry", kind="ministry", ror="https://ror.org/02hwp6a56"),
    },
    "attend": {"how": "open", "address": "https://example.org/watch"},
    "recordings": {
        "clip": {
            "title": {"en": "A clip"},
            "file": "clip.webm",
            "poster": "clip.png",
            "seconds": 72,
            "recorded": "2021-09-29",
            "language": "en",
            "licence": {"name": "CC-BY-4.0", "address": "https://creativecommons.org/licenses/by/4.0/"},
            "chapters": [{"at": 0, "title": {"en": "Title"}}],
        }
    },
}


@pytest.mark.parametrize(
    ("kind", "slug", "type_"),
    [
        (Kind.HOME, "", "EducationEvent"),
        (Kind.ITEM, "welcome", "Event"),
        (Kind.ITEM, "later", "Event"),
        (Kind.PERSON, "ada", "Person"),
        (Kind.INSTITUTION, "host", "CollegeOrUniversity"),
        (Kind.INSTITUTION, "ministry", "Organization"),
        (Kind.RECORDING, "clip", "VideoObject"),
    ],
)
@pytest.mark.parametrize("address", ["https://example.org/tea-week/", None], ids=["with an address", "without"])
def test_pages_say_only_what_schema_org_has_words_for(kind: Kind, slug: str, type_: str, address: str | None) -> None:
    described = told(a_site(**FULL | {"address": address}), kind, slug)
    assert (described["@context"], described["@type"]) == ("https://schema.org", type_)
    assert list(faults(described)) == []
    assert [name for name, value in described.items() if value in ("", [], {}, None)] == []


def test_the_start_of_an_item_is_told_on_the_hosts_clock_with_its_offset() -> None:
    described = tea(minutes=40)
    assert (described["startDate"], described["endDate"]) == ("2021-09-29T15:00+09:00", "2021-09-29T15:40+09:00")


def test_an_hour_that_exists_twice_is_told_apart_by_its_offset() -> None:
    berlin = {
        "zone": "Europe/Berlin",
        "days": ["2021-10-31"],
        "sessions": {
            "first": {"start": "2021-10-31T02:30+02:00[Europe/Berlin]"},
            "second": {"start": "2021-10-31T02:30+01:00[Europe/Berlin]"},
        },
        "items": {name: item(name, title={"en": name}) for name in ("first", "second")},
    }
    site = a_site(**berlin)
    starts = [told(site, Kind.ITEM, slug)["startDate"] for slug in ("first", "second")]
    assert starts == ["2021-10-31T02:30+02:00", "2021-10-31T02:30+01:00"]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("confirmed", "EventScheduled"),
        ("tentative", "EventScheduled"),
        ("postponed", "EventPostponed"),
        ("withdrawn", "EventCancelled"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_machines_are_told_what_became_of_an_item(status: str, state: str) -> None:
    assert tea(status=status)["eventStatus"] == SCHEMA + state


def test_what_has_no_time_yet_has_no_start_that_a_machine_could_take_for_one() -> None:
    described = tea(session=None)
    assert described.keys() & {"startDate", "endDate", "eventAttendanceMode", "location"} == set()


@pytest.mark.parametrize(
    ("room", "mode", "location"),
    [
        ("hall", "Offline", {"@type": "Place", "name": "Hall", "address": "Tea university, Kanazawa"}),
        (
            "stream",
            "Online",
            {"@type": "VirtualLocation", "name": "Main stream", "url": "https://example.org/watch"},
        ),
    ],
)
def test_an_item_is_where_its_room_is(room: str, mode: str, location: dict[str, str]) -> None:
    described = tea(FULL | {"sessions": {"opening": session(room=room)}, "items": {"tea": item(title={"en": "T"})}})
    assert described["eventAttendanceMode"] == f"{SCHEMA}{mode}EventAttendanceMode"
    assert described["location"] == location


@pytest.mark.parametrize(
    ("rooms", "mode"),
    [(["hall"], "Offline"), (["stream"], "Online"), (["hall", "stream"], "Mixed"), ([], None)],
)
def test_a_week_with_places_and_streams_is_mixed(rooms: list[str], mode: str | None) -> None:
    sessions = {room: session(room=room) for room in rooms}
    described = told(a_site(rooms=ROOMS, sessions=sessions, items={}), Kind.HOME)
    assert described.get("eventAttendanceMode") == (mode and f"{SCHEMA}{mode}EventAttendanceMode")


def test_only_those_who_are_shown_by_name_perform() -> None:
    people = {
        "ada": {"names": {"en": {"whole": "Ada Tea"}}},
        "hidden": {"names": {"en": {"whole": "Secret"}}, "shown": "affiliation"},
    }
    described = tea({"people": people}, speakers=[{"person": "ada"}, {"person": "hidden"}])
    assert [one["name"] for one in described["performer"]] == ["Ada Tea"]


def test_a_title_that_would_end_the_script_stays_text() -> None:
    # An end tag may hold more than its name, and `<!--` with `<script` would hide the true end (HTML, 13.2.5.27).
    hostile = "</script x='</script>'><script>alert(1)</script/> & <!-- <script>"
    site = a_site(items={"tea": item(title={"en": hostile})})
    assert told(site, Kind.ITEM, "tea")["name"] == hostile
