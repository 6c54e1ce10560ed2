"""A partner's own pages, for its approval: which they are."""

from collections.abc import Iterator

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.site import Site


def pages_to_approve(site: Site, institution: str, language: str) -> Iterator[Address]:
    """The pages in a language that speak of an institution: its own, its people's, its items', its symposia's."""
    week = site.week
    yield Address(language, Kind.INSTITUTION, institution)
    for person in site.people_by_institution.get(institution, ()):
        if site.has_page(person):
            yield Address(language, Kind.PERSON, person)
    for slug, symposium in week.symposia.items():
        if institution in symposium.organisers:
            yield Address(language, Kind.SYMPOSIUM, slug)
    for slug in site.items_by_institution.get(institution, ()):
        if site.has_item_page(week.items[slug]):
            yield Address(language, Kind.ITEM, slug)
