"""What may be told of how two weeks differ: things by the names that readers know, people while they are there."""

from collections.abc import Iterable, Iterator
from datetime import date

from kakehashi.findings import Change, Value
from kakehashi.site.addresses import Address, Kind
from kakehashi.site.history import CAME, REPLACED
from kakehashi.site.reader import Reader
from kakehashi.site.shown.sessions import session_title
from kakehashi.site.site import Site
from kakehashi.week import difference
from kakehashi.week.items import ItemKind
from kakehashi.week.naming import called
from kakehashi.words import Text
from kakehashi.words.zones import rules


def told(was: Site, now: Site) -> Iterator[Change]:
    """What a release of `now` says of how it differs from `was`, its predecessor under the newer slugs."""
    found = difference(was.week, now.week)
    rewritten = {change.place[1] for change in found if change.code == "person.changed"}
    for change in found:
        if change.code.startswith("person."):
            yield from _of_person(change, now, rewritten)
        elif change.code.startswith("item.speaker-"):
            yield from (_dated(one, was, now) for one in _of_speaker(change, was, now))
        elif not _is_rest(change, was, now):
            yield _dated(change, was, now)


def _of_person(change: Change, now: Site, rewritten: Iterable[str | int]) -> Iterator[Change]:
    """What is told of someone, unless that person went or is shown without a name. An older name is not kept."""
    slug = str(change.place[1])
    if slug not in now.week.people or not now.has_page(slug):
        return
    values = {name: value for name, value in change.values.items() if name not in ("what", "old", "new")}
    if change.code == "person.renamed":
        if slug not in rewritten:
            yield Change("person.changed", ("people", slug), {"people": (slug,), "fields": ("names",)})
    else:
        yield Change(change.code, ("people", slug), {"people": (slug,), **values})


def _of_speaker(change: Change, was: Site, now: Site) -> Iterator[Change]:
    """Who takes part in an item, as far as they are still in the week by name."""
    item = str(change.place[1])
    values = {name: value for name, value in change.values.items() if name not in ("old", "new", "person")}
    if change.code == "item.speaker-removed":
        people = _who(change.values["person"], item, was)
        if people and all(by_name(now, person) for person in people):
            yield Change(change.code, change.place, {**values, "people": people})
        return
    speaker = now.week.items[item].speakers[int(change.place[3])]
    if not by_name(now, speaker.person):
        return
    if change.code == REPLACED and by_name(now, speaker.in_place_of):
        yield Change(REPLACED, change.place, {**values, "people": (speaker.person, str(speaker.in_place_of))})
    else:
        yield Change(CAME, change.place, {**values, "people": (speaker.person,)})


def _who(name: Value, item: str, was: Site) -> tuple[str, ...]:
    """Who of an item's people is called so; of two who are, the first stands for both."""
    people = dict.fromkeys(speaker.person for speaker in was.week.items[item].speakers)
    return tuple(person for person in people if called(was.week, "people", person) == name)[:1]


def by_name(site: Site, person: str | None) -> bool:
    """Whether somebody is in the week and shown by name."""
    return person is not None and person in site.week.people and site.has_page(person)


def _is_rest(change: Change, was: Site, now: Site) -> bool:
    """Whether it is a break without a name that changed: of these only the times of other things tell."""
    if change.place[:1] != ("items",):
        return False
    items = now.week.items if change.place[1] in now.week.items else was.week.items
    item = items[str(change.place[1])]
    return item.kind is ItemKind.BREAK and not item.title


def _dated(change: Change, was: Site, now: Site) -> Change:
    """The change with names in place of slugs, and for what happens at a time its day (`day`, on the host's clock)."""
    collection = change.place[0] if change.place else ""
    if collection not in ("items", "sessions"):
        return change
    slug = str(change.place[1])
    values = dict(change.values)
    site = now if slug in getattr(now.week, str(collection)) else was
    if isinstance(values.get("what"), str):
        values["what"] = _stand_in(site, str(collection), slug)
    if change.code == "item.moved":
        values |= {name: _session_name(s, values[name]) for name, s in (("old", was), ("new", now))}
    day = _day(site, str(collection), slug)
    return Change(change.code, change.place, values if day is None else {**values, "day": day})


def _stand_in(site: Site, collection: str, slug: str) -> Text:
    """What something without a title is called on pages, in each language of the week."""
    readers = [Reader(site, Address(language, Kind.HOME)) for language in site.week.languages]
    if collection == "items":
        return Text({r.language: r.heading_text(slug) for r in readers})
    session = site.week.sessions[slug]
    symposium = site.week.symposia.get(session.symposium or "")
    if symposium is not None and symposium.title:
        return symposium.title
    return Text({r.language: session_title(r, session).striptags() for r in readers})


def _session_name(site: Site, name: Value) -> Value:
    return _stand_in(site, "sessions", name) if isinstance(name, str) else name


def _day(site: Site, collection: str, slug: str) -> date | None:
    spans = site.timetable.by_item if collection == "items" else site.timetable.by_session
    span = spans.get(slug)
    return None if span is None else span.start.astimezone(rules(site.week.zone)).date()
