"""The week at a glance: short sessions item by item, long ones as one entry.

For the home page, where a symposium of thirty talks must not hide a ceremony of three. The timetable's own entries, one
for every item, are those of `site.grid`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from kakehashi.site.addresses import Kind, day_slug
from kakehashi.site.reader import Reader
from kakehashi.site.shown.marks import tags
from kakehashi.site.shown.people import ceremonial, ceremonial_text
from kakehashi.site.shown.sessions import session_title
from kakehashi.week import Placement, Span
from kakehashi.week.items import ItemKind

LONG = 5
"""A session with a title and more items than this stands as one line: an opening with five addresses is told speaker by
speaker, as protocol asks, and twenty talks of students are not."""

_BETWEEN = (ItemKind.BREAK, ItemKind.QUESTIONS)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A line of the week at a glance: an item, or a session of many.

    `plain`, `plain_detail` and `kind` are for drawings and labels; `title`, `detail` and `tags` for pages.
    """

    start: datetime
    end: datetime
    href: str
    title: Markup
    detail: Markup
    tags: Markup
    plain: str
    plain_detail: tuple[str, ...]
    kind: str
    language: str | None
    room: str | None
    programme: str | None
    symposium: str | None
    planned: bool
    closed: bool
    cancelled: bool


def glance(r: Reader) -> dict[date, list[Glimpse]]:
    """The lines of each day of the week, in the order of time; a day without any has an empty list.

    Breaks and questions are left out. A session of which nothing but such is known stands for itself.
    """
    found: dict[date, list[Glimpse]] = {day: [] for day in r.site.by_day}
    for span in r.site.timetable.spans:
        row = [slug for slug in r.site.items_by_session.get(span.session, ()) if _tells(r, slug)]
        session = r.site.week.sessions[span.session]
        if not row or (session.title and len(row) > LONG):
            shown = [_session_line(r, span)]
        else:
            shown = [_item_line(r, r.site.timetable.by_item[slug]) for slug in row]
        for entry in shown:
            found[r.local(entry.start).date()].append(entry)
    return {day: sorted(there, key=lambda entry: entry.start) for day, there in found.items()}


def _tells(r: Reader, slug: str) -> bool:
    return r.site.kind_of(slug) not in _BETWEEN


def _item_line(r: Reader, placement: Placement) -> Glimpse:
    slug = placement.item
    item = r.site.week.items[slug]
    shown = r.passage(item.title)
    closed = r.site.is_closed(item)
    people = [speaker for speaker in item.speakers if speaker.role.must_be_there][:3]
    detail = Markup(r.words.dot).join(ceremonial(r, speaker, slug) for speaker in people)
    return Glimpse(
        start=placement.start,
        end=placement.end,
        href=r.to_item(slug),
        title=r.heading(slug),
        detail=detail,
        tags=tags(r, slug),
        plain=r.heading_text(slug),
        plain_detail=(r.called(item.visibility),)
        if closed
        else tuple(ceremonial_text(r, speaker) for speaker in people),
        kind=r.called(item.kind),
        language=shown.language if shown and shown.language != r.language else None,
        room=placement.room,
        programme=r.site.programme_of(item),
        symposium=r.site.symposium_of(item),
        planned=r.site.provisional(slug),
        closed=closed,
        cancelled=not item.status.takes_place,
    )


def _session_line(r: Reader, span: Span) -> Glimpse:
    session = r.site.week.sessions[span.session]
    row = r.site.items_by_session.get(span.session, ())
    closed = r.site.week.closed(session)
    symposium = session.symposium
    shown = r.passage(session.title)
    return Glimpse(
        start=span.start,
        end=span.end,
        href=r.to(Kind.DAY, day_slug(r.local(span.start).date()), fragment=span.session),
        title=session_title(r, session),
        detail=Markup(),
        tags=Markup('<span class="tag members">{}</span>').format(r.called(session.visibility)) if closed else Markup(),
        plain=r.label(session.title) or r.words.say("Session"),
        plain_detail=(),
        kind=r.label(session.title) or r.words.say("Session"),
        language=shown.language if shown and shown.language != r.language else None,
        room=span.room,
        programme=r.site.week.symposia[symposium].programme if symposium else None,
        symposium=symposium,
        planned=bool(row) and r.site.provisional(row[0]),
        closed=closed,
        cancelled=False,
    )
