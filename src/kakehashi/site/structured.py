"""schema.org descriptions of pages, for machines that read them (JSON-LD).

Only what the document says: a value that it lacks is left out, never guessed. Types and properties are those of
https://schema.org/Event, /Person, /CollegeOrUniversity and /VideoObject; a test holds them to that.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.frame import canonical
from kakehashi.site.reader import Reader
from kakehashi.site.shown.people import name_of
from kakehashi.week import Week
from kakehashi.week.items import Item, Status
from kakehashi.week.organising import OrganisationRole
from kakehashi.week.places import RoomKind

_EVENT_STATUS = {
    Status.CANCELLED: "https://schema.org/EventCancelled",
    Status.WITHDRAWN: "https://schema.org/EventCancelled",
    Status.POSTPONED: "https://schema.org/EventPostponed",
}


_MODES = {
    RoomKind.PLACE: "https://schema.org/OfflineEventAttendanceMode",
    RoomKind.STREAM: "https://schema.org/OnlineEventAttendanceMode",
}


def linked_data(description: Mapping[str, Any]) -> Markup:
    """The JSON of a description, safe inside a script element; empty values are left out.

    >>> linked_data({"@type": "Person", "name": "Ada </script>", "url": ""})
    Markup('{"@context":"https://schema.org","@type":"Person","name":"Ada \\\\u003c/script\\\\u003e"}')
    """
    filled = {"@context": "https://schema.org"} | {key: value for key, value in description.items() if value}
    text = json.dumps(filled, ensure_ascii=False, separators=(",", ":"))
    # A text with `</script>` in it would end the element.
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _address(r: Reader, kind: Kind, slug: str = "") -> str | None:
    return canonical(r, Address(r.language, kind, slug))


def week_event(r: Reader) -> Markup:
    """The week as an event of whole days, which have no offset: they are days on the host's calendar."""
    week = r.site.week
    hosts = [o.institution for o in week.organisations if o.role in (OrganisationRole.HOST, OrganisationRole.CO_HOST)]
    return linked_data(
        {
            "@type": "EducationEvent",
            "name": r.label(week.title),
            "description": r.plain(week.description, 300),
            "startDate": week.days[0].isoformat(),
            "endDate": week.days[-1].isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": _mode({session.room for session in week.sessions.values()}, week),
            "location": [{"@type": "Place", "name": r.label(week.place), "address": r.label(week.place)}]
            if week.place
            else None,
            "inLanguage": list(week.languages),
            "url": _address(r, Kind.HOME),
            "organizer": [_organisation(r, slug) for slug in hosts],
        }
    )


def event(r: Reader, slug: str) -> Markup:
    """An item as an event; while it has no time, without a start, which no reader of these may guess."""
    item = r.site.week.items[slug]
    placement = r.site.timetable.by_item.get(slug)
    return linked_data(
        {
            "@type": "Event",
            "name": r.heading_text(slug),
            "description": r.plain(item.abstract, 300),
            "startDate": r.local(placement.start).isoformat(timespec="minutes") if placement else None,
            "endDate": r.local(placement.end).isoformat(timespec="minutes") if placement else None,
            "eventStatus": _EVENT_STATUS.get(item.status, "https://schema.org/EventScheduled"),
            "eventAttendanceMode": _mode({placement.room}, r.site.week) if placement else None,
            "location": _location(r, placement.room, item) if placement and placement.room else None,
            "inLanguage": list(item.languages),
            "url": _address(r, Kind.ITEM, slug),
            "performer": [_person(r, s.person) for s in item.speakers if r.site.has_page(s.person)],
            "superEvent": _week(r),
        }
    )


def person(r: Reader, slug: str) -> Markup:
    """A person, with every other way in which the name is written, and where else he or she is known (ORCID)."""
    told = r.site.week.people[slug]
    names = [written.whole for written in told.names.values()]
    others = [other for other in (*names, *told.spellings) if other != names[0]]
    return linked_data(
        _person(r, slug)
        | {
            "alternateName": list(dict.fromkeys(others)),
            "sameAs": [address for address in (told.orcid, told.web) if address],
        }
    )


def institution(r: Reader, slug: str) -> Markup:
    """An institution, with its names in every language and where else it is known (its own page, ROR)."""
    told = r.site.week.institutions[slug]
    return linked_data(
        _organisation(r, slug)
        | {
            "alternateName": list(dict.fromkeys([*told.name.values(), *told.formal.values(), *told.spellings])),
            "sameAs": [address for address in (told.web, told.ror) if address],
        }
    )


def _mode(rooms: Collection[str | None], week: Week) -> str | None:
    """Whether one goes there, watches, or may do either; nothing while no room is known."""
    kinds = {week.rooms[room].kind for room in rooms if room is not None}
    if len(kinds) > 1:
        return "https://schema.org/MixedEventAttendanceMode"
    return _MODES[kinds.pop()] if kinds else None


def _location(r: Reader, room: str, item: Item) -> dict[str, Any]:
    """The place or the stream of an item; the address of a stream is that under which anyone may attend, if any."""
    told = r.site.week.rooms[room]
    attend = r.site.attendance_of(item)
    if told.kind is RoomKind.STREAM:
        address = {"url": attend.address} if attend and attend.address else {}
        return {"@type": "VirtualLocation", "name": r.label(told.name)} | address
    owner = r.site.week.institutions[told.institution] if told.institution else None
    parts = [r.label(text) for text in ((owner.name, owner.city) if owner else (r.site.week.place,)) if text]
    return {"@type": "Place", "name": r.label(told.name)} | ({"address": ", ".join(parts)} if parts else {})


def _week(r: Reader) -> dict[str, Any]:
    days = r.site.week.days
    described = {"@type": "EducationEvent", "name": r.label(r.site.week.title), "startDate": days[0].isoformat()}
    address = _address(r, Kind.HOME)
    return described | {"endDate": days[-1].isoformat()} | ({"url": address} if address else {})


def _organisation(r: Reader, slug: str) -> dict[str, Any]:
    told = r.site.week.institutions[slug]
    kind = "CollegeOrUniversity" if "university" in told.kind else "Organization"
    return {"@type": kind, "name": r.label(told.name)} | ({"url": told.web} if told.web else {})


def _person(r: Reader, slug: str) -> dict[str, Any]:
    named = name_of(r, slug)
    described = {"@type": "Person", "name": named.name.whole if named else ""}
    address = _address(r, Kind.PERSON, slug)
    return described | ({"url": address} if address else {})
