"""The pages that a partner is asked to approve, in every language of the week.

The site of a draft has all pages, so that a partner sees its own among the others; this one lists which are its own,
and gives the office the lines by which to note that they have been approved.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.people import name
from kakehashi.site.site import Site
from kakehashi.words import own_name
from kakehashi.words.facts.marking import N_

_KINDS: Mapping[Kind, str] = {
    Kind.INSTITUTION: N_("The institution’s page"),
    Kind.PERSON: N_("People"),
    Kind.SYMPOSIUM: N_("Symposia"),
    Kind.ITEM: N_("Programme items"),
}


class PageRow(NamedTuple):
    """A page to approve: what it tells of, and its address in each language."""

    title: Markup
    versions: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPage(Page):
    """The pages to approve, by kind: a heading and its rows. `noted` are the lines for the office, by language."""

    count: str
    groups: tuple[tuple[str, tuple[PageRow, ...]], ...]
    noted: tuple[tuple[str, str], ...]


def approval(r: Reader, slug: str) -> ApprovalPage:
    """The pages that speak of the institution for whose approval this site is made, by kind."""
    draft = r.site.draft or ""
    pages = tuple(pages_to_approve(r.site, draft, r.language))
    groups = [(heading, [page for page in pages if page.kind is kind]) for kind, heading in _KINDS.items()]
    return ApprovalPage(
        title=page_name(r.words, Kind.APPROVAL),
        description=r.words.count("%(count)s page", "%(count)s pages", len(pages)),
        count=r.words.count("%(count)s page", "%(count)s pages", len(pages)),
        groups=tuple((r.words.say(said), tuple(_row(r, page) for page in there)) for said, there in groups if there),
        noted=tuple((tag, _noted(r.site, pages, tag)) for tag in r.site.week.languages) if r.site.digests else (),
    )


_COLLECTIONS: Mapping[Kind, str] = {
    Kind.INSTITUTION: "institutions",
    Kind.PERSON: "people",
    Kind.SYMPOSIUM: "symposia",
    Kind.ITEM: "items",
}


def _noted(site: Site, pages: Iterable[Address], language: str) -> str:
    """Lines for `approvals` of private.yaml: all that is known of an approval before it is given."""
    return "\n".join(
        f"  - {{collection: {_COLLECTIONS[page.kind]}, part: {page.slug}, institution: {site.draft}, "
        f"language: {language}, by: NAME, date: DATE, digest: {digest}}}"
        for page in pages
        if (digest := site.digests.get((_COLLECTIONS[page.kind], page.slug, language)))
    )


def pages_to_approve(site: Site, institution: str, language: str) -> Iterator[Address]:
    """The pages in a language that speak of an institution: its own, its people's, its symposia's, its items'."""
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


def _row(r: Reader, page: Address) -> PageRow:
    versions = ((tag, own_name(tag), r.here.to(page.in_language(tag))) for tag in r.site.week.languages)
    return PageRow(_title(r, page), tuple(versions))


def _title(r: Reader, page: Address) -> Markup:
    if page.kind is Kind.PERSON:
        return name(r, page.slug)
    if page.kind is Kind.ITEM:
        return r.heading(page.slug)
    week = r.site.week
    told = week.symposia[page.slug].title if page.kind is Kind.SYMPOSIUM else week.institutions[page.slug].name
    return r.text(told)
