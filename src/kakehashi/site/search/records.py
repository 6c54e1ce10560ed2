"""What can be found on a week's site, as a reader of one language sees it."""

from collections.abc import Iterator
from datetime import datetime

from kakehashi.site.addresses import Address, Kind, day_slug
from kakehashi.site.naming import page_name
from kakehashi.site.reader import Reader
from kakehashi.site.search.called import href, listed, named, people_told, titled, written
from kakehashi.site.search.record import Group, Record, When
from kakehashi.site.search.things import things
from kakehashi.site.sentences import begun
from kakehashi.site.shown.people import name_of
from kakehashi.site.shown.positions import in_week
from kakehashi.site.site import Site
from kakehashi.week.items import Item, ItemKind
from kakehashi.words import Text


def search_records(site: Site, language: str) -> tuple[Record, ...]:
    """Everything that can be found in one language, in a fixed order; of what is closed to this site's readers nothing.

    A person who is shown by affiliation alone has no record, and nothing is found by his or her names.
    """
    r = Reader(site, Address(language, Kind.SEARCH))
    return (*_items(r), *_people(r), *things(r), *_pages(r))


def _items(r: Reader) -> Iterator[Record]:
    for slug, item in r.site.week.items.items():
        # A break has a page where it has a title, and nobody looks for it.
        if r.site.has_item_page(item) and item.kind is not ItemKind.BREAK:
            yield _item(r, slug, item)


def _item(r: Reader, slug: str, item: Item) -> Record:
    week = r.site.week
    session, symposium = r.site.session_of(item), r.site.symposium_of(item)
    people = tuple(dict.fromkeys(speaker.person for speaker in item.speakers if r.site.has_page(speaker.person)))
    around = [session.title] if session else []
    around += [week.symposia[symposium].title] if symposium else []
    around += [week.rooms[session.room].name] if session and session.room else []
    title, language = titled(r, item.title)
    return Record(
        href=href(r, Kind.ITEM, slug),
        group=Group.ITEMS,
        title=title or r.heading_text(slug),
        language=language,
        when=_when(r, slug),
        facts=listed(r.kind_beside(slug), people_told(r, people)),
        over=not item.status.takes_place,
        names=(*item.title.values(), *(name for person in people for name in named(week.people[person]))),
        texts=listed(
            r.label(item.abstract),
            *(r.label(text) for text in around),
            *(name for one in r.site.institutions_of(slug) for name in written(week.institutions[one])),
        ),
    )


def _when(r: Reader, slug: str) -> When | None:
    placement = r.site.timetable.by_item.get(slug)
    return None if placement is None else _moment(r, placement.start, r.site.provisional(slug))


def _moment(r: Reader, start: datetime, planned: bool) -> When:
    # Many items begin together, and writing a time in words takes longer than all else here.
    at, day, time = r.site.once(("search moment", r.language, start), lambda: _told(r, start))
    return When(at, day, time, planned)


def _told(r: Reader, start: datetime) -> tuple[str, str, str]:
    local = r.local(start)
    return local.isoformat(timespec="minutes"), begun(r.words.day(local.date())), r.words.clock(local)


def _people(r: Reader) -> Iterator[Record]:
    week = r.site.week
    for slug, person in week.people.items():
        shown = name_of(r, slug) if r.site.has_page(slug) else None
        if shown is None:
            continue
        held = in_week(r, slug)
        positions = person.positions.values()
        houses = dict.fromkeys(one.institution for one in positions if one.institution)
        yield Record(
            href=href(r, Kind.PERSON, slug),
            group=Group.PEOPLE,
            title=shown.name.whole,
            language="" if shown.language == r.language else shown.language,
            facts=listed(*(r.label(one.title) for one in held)),
            names=named(person),
            texts=listed(
                *(text for one in positions for text in (r.label(one.title), r.label(one.unit))),
                *(name for house in houses for name in written(week.institutions[house])),
                r.label(person.biography),
            ),
        )


def _pages(r: Reader) -> Iterator[Record]:
    """The days of the programme, and the pages that stand alone with what they say themselves."""
    for day in r.site.by_day:
        yield Record(
            href(r, Kind.DAY, day_slug(day)), Group.PAGES, begun(r.words.day(day)), facts=(r.words.say("Programme"),)
        )
    week = r.site.week
    said = {
        Kind.HOME: (week.motto, week.description, week.place, week.funding),
        Kind.ASSOCIATION: tuple(_of_association(r)),
        Kind.REPORT: tuple(_of_report(r)),
    }
    for kind in r.site.kinds:
        if kind is not Kind.SEARCH:
            title = r.label(week.title) if kind is Kind.HOME else page_name(r.words, kind)
            texts = listed(*(r.label(text) for text in said.get(kind, ())))
            names = listed(*week.title.values()) if kind is Kind.HOME else ()
            yield Record(href(r, kind), Group.PAGES, title, names=names, texts=texts)


def _of_association(r: Reader) -> Iterator[Text]:
    told = r.site.week.association
    if told is not None:
        yield from (told.name, told.short, told.purpose, told.membership)
        yield from (officer.title for officer in told.officers.values())
        yield from (event.what for event in told.history)
        yield from (point.title for point in told.agenda)


def _of_report(r: Reader) -> Iterator[Text]:
    told = r.site.week.report
    if told is not None:
        yield told.summary
        for section in told.sections.values():
            yield from (section.heading, section.text)
        yield from (figure.label for figure in told.figures.values())
        yield from (picture.caption for picture in told.pictures)
