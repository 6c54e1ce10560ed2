"""An entry of the timetable as a reader sees it, in a cell of the grid or a line of the list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup, escape

from kakehashi.site.addresses import Kind, day_slug
from kakehashi.site.grid import Entry
from kakehashi.site.reader import Reader
from kakehashi.site.shown.filters import marks
from kakehashi.site.shown.marks import tags
from kakehashi.site.shown.people import ceremonial
from kakehashi.site.shown.sessions import room_name, session_title
from kakehashi.site.shown.times import until
from kakehashi.week.items import ItemKind

_SAID_ELSEWHERE = (ItemKind.TALK, ItemKind.STUDENT_PRESENTATION, ItemKind.BREAK, ItemKind.OTHER)
"""Kinds that the title and the speaker make plain."""

TAKEN = frozenset({"main", "said", "zone", "as-grid", "as-list"})
"""Names of places on the page that an item or session of the same name must leave alone."""


@dataclass(frozen=True, slots=True)
class EntryShown:
    """An entry with its anchor and what it says to the filters; without `href` its title leads nowhere.

    It stands under its start, so that of its times the end alone is told (`until`). `also` are the anchors of entries
    for which this one stands too.
    """

    anchor: str
    marks: Markup
    href: str
    title: Markup
    cancelled: bool
    closed: bool
    rest: bool
    room: Markup
    session: Markup
    session_href: str
    until: Markup
    line: Markup
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listed:
    """An entry in its place: whether another session runs beside it, and whether the room or the session named last
    before it is its own.
    """

    entry: Entry
    beside: bool
    room_named: bool
    session_named: bool

    @cached_property
    def key(self) -> str:
        """All that decides what the entry says, but the week."""
        one = self.entry
        times = f"{one.start.isoformat()} {one.end.isoformat()}"
        place = "".join("ny"[flag] for flag in (self.beside, self.room_named, self.session_named))
        return f"{one.item or '-'} {one.session} {one.room or '-'} {times} {place}"


def listed(r: Reader, entries: Sequence[Entry]) -> Iterator[Listed]:
    """The entries of a day in their places; they are given in the order of their starts."""
    beside = _beside(entries)
    before: Entry | None = None
    for entry in entries:
        if entry in beside:
            yield Listed(entry, beside=True, room_named=False, session_named=False)
            before = None
            continue
        same_room = before is not None and before.room == entry.room
        same_session = before is not None and before.session == entry.session
        yield Listed(entry, beside=False, room_named=same_room, session_named=same_session)
        before = before if _is_rest(r, entry) else entry


def entry_shown(r: Reader, one: Listed) -> EntryShown:
    """What an entry says in its place.

    What runs beside others names its session, or its room where it has no session's title to name. What has its time
    to itself names both, but only where they change, and a break never.
    """
    entry = one.entry
    told = _item(r, entry, entry.item) if entry.item is not None else _session(r, entry)
    if one.beside:
        return replace(told, room=Markup() if told.session else told.room)
    return replace(
        told,
        room=Markup() if told.rest or one.room_named else told.room,
        session=Markup() if told.rest or one.session_named else told.session,
    )


def _is_rest(r: Reader, entry: Entry) -> bool:
    return entry.item is not None and r.site.kind_of(entry.item) is ItemKind.BREAK


def _beside(entries: Sequence[Entry]) -> set[Entry]:
    """Those beside which another session runs."""
    return {one for pair in _side_by_side(entries) for one in pair}


def _side_by_side(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    running: list[Entry] = []
    for entry in entries:
        running = [one for one in running if one.end > entry.start]
        yield from ((one, entry) for one in running if one.session != entry.session)
        running.append(entry)


def together(r: Reader, places: Sequence[Listed]) -> EntryShown | None:
    """One entry for breaks of every group that differ in nothing but the group; `None` where they are not that."""
    if not all(_is_rest(r, one.entry) for one in places):
        return None
    first, *others = (entry_shown(r, one) for one in places)
    if any(_apart_from_group(one) != _apart_from_group(first) for one in others):
        return None
    anchors = tuple(one.anchor for one in others if one.anchor)
    return replace(first, room=Markup(), session=Markup(), session_href="", also=anchors)


def _apart_from_group(shown: EntryShown) -> EntryShown:
    return replace(shown, anchor="", href="", room=Markup(), session=Markup(), session_href="")


def _item(r: Reader, entry: Entry, slug: str) -> EntryShown:
    item = r.site.week.items[slug]
    closed = r.site.is_closed(item)
    session = r.site.week.sessions[entry.session]
    several = bool(session.title) and not r.site.sole(item)
    return EntryShown(
        anchor="" if slug in TAKEN else slug,
        marks=marks(r, slug),
        href=r.to(Kind.ITEM, slug) if r.site.has_item_page(item) else "",
        title=r.heading(slug),
        cancelled=not item.status.takes_place,
        closed=closed,
        rest=item.kind is ItemKind.BREAK,
        room=room_name(r, entry.room),
        session=r.text(session.title) if several else Markup(),
        session_href=session_href(r, entry),
        until=until(r, entry.start, entry.end) if entry.end > entry.start else Markup(),
        line=line(r, slug),
    )


def _session(r: Reader, entry: Entry) -> EntryShown:
    session = r.site.week.sessions[entry.session]
    closed = r.site.week.closed(session)
    symposium = Markup(' data-symposium="{}"').format(session.symposium) if session.symposium else Markup()
    return EntryShown(
        anchor="",
        marks=Markup(" data-item") + symposium,
        href=session_href(r, entry),
        title=session_title(r, session),
        cancelled=False,
        closed=closed,
        rest=False,
        room=room_name(r, entry.room),
        session=Markup(),
        session_href="",
        until=until(r, entry.start, entry.end) if entry.end > entry.start else Markup(),
        line=escape(r.called(session.visibility)) if closed else Markup(),
    )


def session_href(r: Reader, entry: Entry) -> str:
    """A link to a session on the page of the day on which it begins; past midnight that is not the entry's."""
    start = r.site.timetable.by_session[entry.session].start
    return r.to(Kind.DAY, day_slug(r.local(start).date()), fragment=entry.session)


def line(r: Reader, slug: str) -> Markup:
    """What stands below a title: the kind where it tells something, who, in which languages, how certain."""
    item = r.site.week.items[slug]
    kind = Markup() if item.kind in _SAID_ELSEWHERE else escape(r.kind_beside(slug))
    who = people_in(r, slug) or [r.listing(r.institution_name(institution) for institution in item.institutions)]
    spoken = Markup(", ").join(
        Markup('<abbr title="{}">{}</abbr>').format(r.words.language_name(tag), tag.upper()) for tag in item.languages
    )
    return Markup(r.words.dot).join(part for part in (kind, *who, spoken, tags(r, slug)) if part)


def kind_and_people(r: Reader, slug: str) -> Markup:
    """What stands below an item's title in a list: its kind unless the title says it, and who takes part."""
    return Markup(r.words.dot).join(part for part in (escape(r.kind_beside(slug)), *people_in(r, slug)) if part)


def people_in(r: Reader, slug: str) -> list[Markup]:
    """Those who take part in an item, each with the position; a list parts them by dots, as each may hold a comma."""
    return [ceremonial(r, speaker, slug) for speaker in r.site.week.items[slug].speakers]
