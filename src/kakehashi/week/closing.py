"""The collections of a week without what is closed: what goes wholly, and what stays as a bare entry."""

from collections.abc import Container
from typing import TypeVar

from kakehashi.week.access import Access
from kakehashi.week.association import Association
from kakehashi.week.document import Week
from kakehashi.week.items import Item, ItemKind
from kakehashi.week.organising import Consent
from kakehashi.week.part import Keyed, Note, NoteKind, Part, Visibility
from kakehashi.week.planning import Wishes
from kakehashi.week.recordings import Recording
from kakehashi.week.symposia import Session

P = TypeVar("P", bound=Part)

LATER = "later"
"""Stands in the slug of an item that is still to come out, since its own would tell what it is."""


def opened(access: Access) -> Week:
    """The week without closed parts and contents. References to what has gone may dangle yet.

    Nothing that stays moves: closed items and sessions keep what the timetable follows from, and only that.
    """
    week = access.week
    changes = {
        "wishes": Wishes(),
        "organisations": tuple(one for one in week.organisations if one.state is Consent.GRANTED),
        "symposia": only(week.symposia, [slug for slug in week.symposia if access.shows_symposium(slug)]),
        "sessions": _sessions(access),
        "items": _items(access),
        "recordings": Keyed((slug, one) for slug, one in week.recordings.items() if _shows_recording(one, access)),
        "agreements": Keyed((slug, one) for slug, one in week.agreements.items() if access.out(one.visible_from)),
        "offices": Keyed((slug, one) for slug, one in week.offices.items() if access.out(one.visible_from)),
        "association": _association(week.association, access),
    }
    # Copied without validation, which would refuse the references that dangle until they are settled.
    return week.model_copy(update=changes)


def only(parts: Keyed[P], slugs: Container[str]) -> Keyed[P]:
    """The parts with these slugs, in the document's order."""
    return Keyed((slug, part) for slug, part in parts.items() if slug in slugs)


def _sessions(access: Access) -> Keyed[Session]:
    return Keyed(
        (slug, _session(session, access.sessions[slug], access))
        for slug, session in access.week.sessions.items()
        if access.shows_session(slug)
    )


def _session(session: Session, circle: Visibility, access: Access) -> Session:
    if access.admits(circle):
        return session
    # Made from nothing rather than emptied: a field that is added later stays closed until someone opens it here.
    return Session(
        symposium=session.symposium if access.shows_symposium(session.symposium) else None,
        room=session.room,
        block=session.block,
        start=session.start,
        pinned=session.pinned,
        minutes=session.minutes,
        visibility=circle,
        notes=_marks(session, "start"),
    )


def _items(access: Access) -> Keyed[Item]:
    """The items that stand; those still to come out are known by their place in the session."""
    taken = {slug for slug, item in access.week.items.items() if access.out(item.visible_from)}
    entries: dict[str, Item] = {}
    for slug, item in access.week.items.items():
        if access.stands(slug):
            name = slug if access.out(item.visible_from) else _later(slug, item, access, taken)
            entries[name] = _item(slug, item, access)
    return Keyed(entries)


def _later(slug: str, item: Item, access: Access, taken: set[str]) -> str:
    place = [name for name, _ in access.sequence[item.session or ""]].index(slug) + 1
    stem = (item.session or "")[:60].rstrip("-")
    name = f"{stem}-{LATER}-{place}"
    # A slug of the document may happen to look like ours.
    while name in taken:
        name += "x"
    taken.add(name)
    return name


def _item(slug: str, item: Item, access: Access) -> Item:
    if access.opens(slug):
        return item
    out = access.out(item.visible_from)
    # As with sessions. Of what is still to come out not even kind and status are told: they would be the news.
    return Item(
        kind=item.kind if out else ItemKind.OTHER,
        symposium=item.symposium if out and access.shows_symposium(item.symposium) else None,
        session=item.session,
        order=item.order,
        minutes=item.minutes,
        starts=item.starts,
        status=item.status if out else Item.model_fields["status"].default,
        visibility=access.items[slug],
        notes=_marks(item, "starts"),
    )


def _marks(part: Part, about: str) -> tuple[Note, ...]:
    """That the time which stays is provisional; without the note's words."""
    return (Note(kind=NoteKind.PROVISIONAL, about=about),) if part.noted(NoteKind.PROVISIONAL, about) else ()


def _shows_recording(recording: Recording, access: Access) -> bool:
    return access.admits(recording.visibility) and (
        recording.item is None or recording.item not in access.week.items or access.opens(recording.item)
    )


def _association(association: Association | None, access: Access) -> Association | None:
    if association is None:
        return None
    agenda = tuple(point for point in association.agenda if access.admits(point.visibility))
    return association.model_copy(update={"agenda": agenda})
