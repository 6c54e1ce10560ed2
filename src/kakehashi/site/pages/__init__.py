"""One module per kind of page: what its template is given. Each view is a function of a reader and a slug."""

from collections.abc import Callable, Mapping
from typing import Any

from kakehashi.site.addresses import Kind
from kakehashi.site.pages import (
    about,
    agreements,
    approval,
    association,
    ceremony,
    home,
    institutions,
    items,
    people,
    programmes,
    recordings,
    report,
    symposia,
    times,
    timetables,
)
from kakehashi.site.reader import Reader

View = Callable[[Reader, str], Mapping[str, Any]]
"""What a template is given beside `r`, `week` and `frame`: always `title` (plain) and `description` (plain)."""

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
    Kind.CEREMONY: ceremony.ceremony,
    Kind.APPROVAL: approval.approval,
    Kind.ABOUT: about.about,
}
