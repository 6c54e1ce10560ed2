"""One module per kind of page: what its template is given. Each view is a function of a reader and a slug.

What a view returns is a frozen `Page` whose fields its template reads by name. A test holds the two together: a name
that a template reads is a field, and a field that no template reads is none.
"""

from collections.abc import Callable, Mapping

from kakehashi.site.addresses import Kind
from kakehashi.site.pages import (
    about,
    agreements,
    approval,
    association,
    ceremony,
    changes,
    home,
    institutions,
    items,
    people,
    programmes,
    recordings,
    report,
    search,
    symposia,
    times,
    timetables,
)
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader

View = Callable[[Reader, str], Page]
"""Makes a page of a part's slug, which is empty for a kind with a single page and the date for a day's."""

VIEWS: Mapping[Kind, View] = {
    Kind.HOME: home.home,
    Kind.TIMETABLE: timetables.overview,
    Kind.DAY: timetables.day,
    Kind.ITEM: items.item,
    Kind.SYMPOSIA: symposia.index,
    Kind.SYMPOSIUM: symposia.symposium,
    Kind.PEOPLE: people.index,
    Kind.PERSON: people.person,
    Kind.INSTITUTIONS: institutions.index,
    Kind.INSTITUTION: institutions.institution,
    Kind.PROGRAMMES: programmes.index,
    Kind.PROGRAMME: programmes.programme,
    Kind.AGREEMENTS: agreements.agreements,
    Kind.ASSOCIATION: association.association,
    Kind.RECORDINGS: recordings.index,
    Kind.RECORDING: recordings.recording,
    Kind.REPORT: report.report,
    Kind.TIMES: times.times,
    Kind.SEARCH: search.search,
    Kind.CHANGES: changes.changes,
    Kind.CEREMONY: ceremony.ceremony,
    Kind.APPROVAL: approval.approval,
    Kind.ABOUT: about.about,
    Kind.EMBED: timetables.embedded,
}
