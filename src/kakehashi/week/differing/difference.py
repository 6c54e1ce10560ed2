"""Everything that differs between two weeks."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from kakehashi.findings import Change
from kakehashi.week.differing import items, sessions
from kakehashi.week.differing.comparing import Side, by_slug, changed_fields, is_renamed, renamed, told
from kakehashi.week.document import Week
from kakehashi.week.naming import name_of
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
_UNSEEN = frozenset({"blocks", "wishes", "planning", "wanted"})
"""What readers only see through its consequences: the times, and the translations."""

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
    slug is one removed and one added. The order in which a collection stands in the document does not count, but that
    of a session's items does. A translation that comes or goes is a change, not another name.

    Told from both sides it is the same: what is added one way is removed the other way, and `old` and `new` change
    places. Of one part no two changes are told that exclude each other. Hand in what one audience sees (`VisibleWeek`)
    to have what that audience can know of; with whole weeks closed parts are told of too.
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
        place = (collection, slug)
        if before is None or after is None:
            yield told(codes.added if before is None else codes.removed, place, after or before)
            continue
        if before == after:
            continue
        yield from renamed(codes.renamed, place, before, after)
        known = frozenset({"title", "name", "names"} if is_renamed(before, after) else ())
        fields = changed_fields(before, after, known)
        if fields:
            yield told(codes.changed, place, after, fields=fields)


def _single(name: str, old: Week, new: Week) -> Iterator[Change]:
    before, after = getattr(old, name), getattr(new, name)
    if before != after:
        added, removed, changed = _SINGLE[name]
        code = added if before is None else removed if after is None else changed
        yield Change(code, (name,), {"what": name_of(after or before) or new.title})


def _notices(old: tuple[Notice, ...], new: tuple[Notice, ...]) -> Iterator[Change]:
    """Notices are known by their text; one with the same text and another time has changed.

    Each is matched with one of the other side at most, so that of two alike the one that went is told.
    """
    came, went = _without_same(new, old), _without_same(old, new)
    for number, notice in came:
        twin = next((other for other in went if other[1].text == notice.text), None)
        if twin is not None:
            went.remove(twin)
        yield Change("notice.added" if twin is None else "notice.changed", ("notices", number), {"what": notice.text})
    for number, notice in went:
        yield Change("notice.removed", ("notices", number), {"what": notice.text})


def _without_same(notices: tuple[Notice, ...], others: tuple[Notice, ...]) -> list[tuple[int, Notice]]:
    """The notices, with their numbers, for which the other side has none that is the same."""
    # A list, not a set: the same notice may stand twice, and then one of the two may go.
    left = list(others)
    unmatched = []
    for number, notice in enumerate(notices):
        if notice in left:
            left.remove(notice)
        else:
            unmatched.append((number, notice))
    return unmatched
