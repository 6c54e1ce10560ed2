"""Everything that differs between two weeks."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from kakehashi.findings import Change
from kakehashi.week.differing import items, sessions
from kakehashi.week.differing.comparing import Side, by_slug, changed_fields, name_of, renamed
from kakehashi.week.document import Week
from kakehashi.week.organising import Notice


class Codes(NamedTuple):
    """What is said of a part that came, went, is called otherwise, has changed."""

    added: str
    removed: str
    renamed: str
    changed: str


CATALOGUES = {
    "symposia": Codes("symposium.added", "symposium.removed", "symposium.renamed", "symposium.changed"),
    "institutions": Codes("institution.added", "institution.removed", "institution.renamed", "institution.changed"),
    "people": Codes("person.added", "person.removed", "person.renamed", "person.changed"),
    "programmes": Codes("programme.added", "programme.removed", "programme.renamed", "programme.changed"),
    "rooms": Codes("room.added", "room.removed", "room.renamed", "room.changed"),
    "agreements": Codes("agreement.added", "agreement.removed", "agreement.renamed", "agreement.changed"),
    "offices": Codes("office.added", "office.removed", "office.renamed", "office.changed"),
    "recordings": Codes("recording.added", "recording.removed", "recording.renamed", "recording.changed"),
}
_SINGLE = {
    "association": ("association.added", "association.removed", "association.changed"),
    "report": ("report.added", "report.removed", "report.changed"),
}

_ELSEWHERE = frozenset({"items", "sessions", "notices", "title", *_SINGLE, *CATALOGUES})
_UNSEEN = frozenset({"blocks", "wishes", "planning"})
"""What readers only see through its consequences: the times."""

CODES = frozenset(
    {
        *items.CODES,
        *sessions.CODES,
        *chain.from_iterable(CATALOGUES.values()),
        *chain.from_iterable(_SINGLE.values()),
        *("notice.added", "notice.removed", "notice.changed", "week.renamed", "week.changed"),
    }
)
"""The code of every change that can be told."""


def difference(old: Week, new: Week) -> tuple[Change, ...]:
    """What changed from `old` to `new`, as a reader would see it; nothing when they show the same.

    One change of a session's time is told of the session and not of each item that moves with it. A part under a new
    slug is one removed and one added. The order in which a collection stands in the document does not count.
    """
    sides = Side.of(old), Side.of(new)
    return tuple(
        chain(
            _week(old, new),
            _notices(old.notices, new.notices),
            sessions.sessions(*sides),
            items.items(*sides),
            chain.from_iterable(_catalogue(collection, old, new) for collection in CATALOGUES),
            chain.from_iterable(_single(name, old, new) for name in _SINGLE),
        )
    )


def _week(old: Week, new: Week) -> Iterator[Change]:
    if old.title != new.title:
        yield Change("week.renamed", ("title",), {"old": old.title, "new": new.title})
    names = (name for name in Week.model_fields if name not in _ELSEWHERE | _UNSEEN)
    fields = tuple(name for name in names if getattr(old, name) != getattr(new, name))
    if fields:
        yield Change("week.changed", (), {"what": new.title, "fields": fields})


def _catalogue(collection: str, old: Week, new: Week) -> Iterator[Change]:
    codes = CATALOGUES[collection]
    for slug, before, after in by_slug(getattr(old, collection), getattr(new, collection)):
        place, named = (collection, slug), {"what": name_of(after or before) or slug}
        if before is None or after is None:
            yield Change(codes.added if before is None else codes.removed, place, named)
            continue
        yield from renamed(codes.renamed, place, before, after)
        fields = changed_fields(before, after, _names_told(before, after))
        if fields:
            yield Change(codes.changed, place, {**named, "fields": fields})


def _names_told(before: object, after: object) -> frozenset[str]:
    """The field of a part's name, when what `renamed` tells is all that is new in it."""
    return frozenset({"title", "name", "names"}) if name_of(before) != name_of(after) else frozenset()


def _single(name: str, old: Week, new: Week) -> Iterator[Change]:
    before, after = getattr(old, name), getattr(new, name)
    if before != after:
        added, removed, changed = _SINGLE[name]
        code = added if before is None else removed if after is None else changed
        yield Change(code, (name,), {"what": name_of(after or before) or new.title})


def _notices(old: tuple[Notice, ...], new: tuple[Notice, ...]) -> Iterator[Change]:
    """Notices are known by their text; one with the same text and another time has changed."""
    gone = [notice for notice in old if notice not in new]
    texts, kept = {notice.text for notice in gone}, {notice.text for notice in new if notice not in old}
    for number, notice in enumerate(new):
        if notice not in old:
            code = "notice.changed" if notice.text in texts else "notice.added"
            yield Change(code, ("notices", number), {"what": notice.text})
    for number, notice in enumerate(old):
        if notice in gone and notice.text not in kept:
            yield Change("notice.removed", ("notices", number), {"what": notice.text})
