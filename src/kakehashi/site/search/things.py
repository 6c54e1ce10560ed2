"""What can be found beside items and people: symposia, institutions, exchange programmes, recordings, the register."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kakehashi.site.addresses import Kind
from kakehashi.site.reader import Reader
from kakehashi.site.search.called import href, listed, named, people_told, titled, written
from kakehashi.site.search.record import Group, Record
from kakehashi.site.shown.agreements import agreement_anchor, kind_of, office_anchor, signing
from kakehashi.site.shown.places import place
from kakehashi.site.shown.recordings import running_time
from kakehashi.week.agreements import Party


def things(r: Reader) -> Iterator[Record]:
    """The records of everything that is no item and no person, in the order of the navigation."""
    yield from _symposia(r)
    yield from _institutions(r)
    yield from _programmes(r)
    yield from _agreements(r)
    yield from _offices(r)
    yield from _recordings(r)


def _symposia(r: Reader) -> Iterator[Record]:
    days = _days(r)
    for slug, told in r.site.week.symposia.items():
        title, language = titled(r, told.title)
        yield Record(
            href(r, Kind.SYMPOSIUM, slug),
            Group.SYMPOSIA,
            title,
            language,
            facts=listed(r.words.days(days[slug]) if slug in days else "", _houses_told(r, told.organisers)),
            names=listed(*told.title.values(), *told.short.values()),
            texts=listed(*_of_houses(r, told.organisers), *_of_people(r, told.chairs), r.label(told.description)),
        )


def _days(r: Reader) -> Mapping[str, list[date]]:
    """The days on which each symposium has sessions, on the host's clock."""
    found: defaultdict[str, set[date]] = defaultdict(set)
    for span in r.site.timetable.spans:
        symposium = r.site.week.sessions[span.session].symposium
        if symposium is not None:
            found[symposium].add(r.local(span.start).date())
    return {symposium: sorted(days) for symposium, days in found.items()}


def _institutions(r: Reader) -> Iterator[Record]:
    for slug, told in r.site.week.institutions.items():
        title, language = titled(r, told.name)
        yield Record(
            href(r, Kind.INSTITUTION, slug),
            Group.INSTITUTIONS,
            title,
            language,
            facts=listed(r.called(told.kind), place(r, told)),
            names=listed(*written(told)),
            texts=listed(*told.city.values(), r.label(told.description)),
        )


def _programmes(r: Reader) -> Iterator[Record]:
    for slug, told in r.site.week.programmes.items():
        title, language = titled(r, told.name)
        partners = (*([told.lead] if told.lead else []), *told.partners)
        yield Record(
            href(r, Kind.PROGRAMME, slug),
            Group.PROGRAMMES,
            title,
            language,
            facts=listed(r.words.dot.join(r.label(field) for field in told.fields)),
            names=listed(*told.name.values(), *told.short.values()),
            texts=listed(r.label(told.aims), *_of_houses(r, partners), *_of_people(r, told.coordinators)),
        )


def _agreements(r: Reader) -> Iterator[Record]:
    for slug, told in r.site.week.agreements.items():
        title, language = titled(r, told.title)
        signatories = tuple(one.person for one in told.signatories)
        yield Record(
            href(r, Kind.AGREEMENTS, fragment=agreement_anchor(slug)),
            Group.AGREEMENTS,
            title,
            language,
            facts=listed(signing(r, told).said, kind_of(r, told)),
            names=listed(*told.title.values()),
            texts=listed(*_of_parties(r, told.parties), *_of_people(r, signatories), r.label(told.summary)),
        )


def _offices(r: Reader) -> Iterator[Record]:
    for slug, told in r.site.week.offices.items():
        title, language = titled(r, told.name)
        houses = tuple(one for one in (told.of, told.at) if one is not None)
        yield Record(
            href(r, Kind.AGREEMENTS, fragment=office_anchor(r, slug)),
            Group.AGREEMENTS,
            title,
            language,
            facts=listed(r.called(told.kind), r.label(told.city)),
            names=listed(*told.name.values()),
            texts=listed(
                *_of_houses(r, houses),
                r.label(told.description),
                *(r.label(step.what) for step in told.milestones.values()),
            ),
        )


def _recordings(r: Reader) -> Iterator[Record]:
    week = r.site.week
    for slug, told in week.recordings.items():
        title, language = titled(r, told.title)
        speakers = () if told.item is None else tuple(one.person for one in week.items[told.item].speakers)
        named_ones = tuple(one for one in dict.fromkeys(speakers) if r.site.has_page(one))
        yield Record(
            href(r, Kind.RECORDING, slug),
            Group.RECORDINGS,
            title,
            language,
            facts=listed(running_time(told.seconds), people_told(r, named_ones)),
            names=listed(*told.title.values(), *_of_people(r, named_ones)),
            texts=listed(r.label(told.description), *(r.label(chapter.title) for chapter in told.chapters)),
        )


def _houses_told(r: Reader, houses: Iterable[str]) -> str:
    return r.words.comma.join(r.label(r.site.week.institutions[one].name) for one in houses)


def _of_houses(r: Reader, houses: Iterable[str]) -> Iterator[str]:
    for one in houses:
        yield from written(r.site.week.institutions[one])


def _of_people(r: Reader, people: Iterable[str]) -> Iterator[str]:
    """The names of those among some people who are shown by name."""
    for one in people:
        if r.site.has_page(one):
            yield from named(r.site.week.people[one])


def _of_parties(r: Reader, parties: Iterable[Party]) -> Iterator[str]:
    for one in parties:
        if one.institution is None:
            yield from one.name.values()
        else:
            yield from written(r.site.week.institutions[one.institution])
