"""Which file of a folder holds which part of the document.

Loading, dumping, schemas and the reference ask here and nowhere else, so that a part moves to another file by one line.
"""

from collections.abc import Mapping

from kakehashi.folder.shapes import SLUG, Group, Leaf, Many, Named, Shape, group
from kakehashi.week import Week
from kakehashi.week.association import Association
from kakehashi.week.items import Item
from kakehashi.week.part import Value
from kakehashi.week.people import Person
from kakehashi.week.private import Private
from kakehashi.week.reporting import Report
from kakehashi.week.scalars import To
from kakehashi.week.symposia import Session, Symposium

_WEEK = group(Week)

ITEM = group(Item)

SESSION = group(Session).but(items=Named(SLUG, ITEM))
"""A session as files write it: with its items inside, in running order."""

SYMPOSIUM_FILE = group(Symposium).but(sessions=Named(SLUG, SESSION), items=Named(SLUG, ITEM))
"""`symposia/<slug>.yaml`: a symposium with its sessions and items."""

_ELSEWHERE = ("institutions", "people", "programmes", "recordings")

FILES: Mapping[str, Shape] = {
    "week": _WEEK.but(
        *_ELSEWHERE,
        "agreements",
        "offices",
        "association",
        "report",
        symposia=Many(Leaf(str, (*SLUG.marks, To("symposia")))),
        sessions=Named(SLUG, SESSION),
        items=Named(SLUG, ITEM),
    ),
    **{name: _WEEK.fields[name] for name in _ELSEWHERE},
    "agreements": Group(Week, {name: _WEEK.fields[name] for name in ("agreements", "offices")}),
    "association": group(Association),
    "report": group(Report),
    "private": group(Private),
}
"""The files beside one another, by name without `.yaml`, with the shape of each."""

COLLECTION_FILES = _ELSEWHERE
"""Files that are a single collection of the week, of the same name."""

PART_FILES = ("association", "report")
"""Files that are a single part of the week, of the same name."""

HOMES: Mapping[str, str] = {
    **{name: f"{name}.yaml" for name in (*_ELSEWHERE, *PART_FILES, "agreements")},
    **dict.fromkeys(("rooms", "blocks", "sessions", "items"), "week.yaml"),
    "offices": "agreements.yaml",
}
"""The file of each collection and part of the week, for whoever writes one into another file."""

_PHONE = "contacts: {%s: {telephone: …}}"
_MAIL = "contacts: {%s: {mail: …}}"
_JOIN = "join_links: {%s: …}"
PRIVATE_KEYS: Mapping[type[Value], Mapping[str, str]] = {
    Person: {
        **dict.fromkeys(("mail", "email", "e-mail", "mails", "emails"), _MAIL),
        **dict.fromkeys(("telephone", "phone", "tel", "mobile"), _PHONE),
    },
    Session: dict.fromkeys(("join", "join_link", "join-link", "join_links"), _JOIN),
}
"""Keys that people expect at a part and that would be published there, with what to write in `private.yaml` instead:
`%s` is the short name of the part."""

LENGTH_KEYS: Mapping[type[Value], frozenset[str]] = dict.fromkeys(
    (Item, Session), frozenset(("end", "ends", "until", "finish", "duration", "length"))
)
"""Keys that people expect at a part whose end follows from its `minutes`."""

NO_SYMPOSIUM = "none"
"""What an item or session inside a symposium's file says when it belongs to no symposium."""
