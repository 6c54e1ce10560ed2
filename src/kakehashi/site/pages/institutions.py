"""Institutions: an index with their clocks, and a page for each.

An institution is shown with its distance from UTC and from the host before anything else: for whom the week is at which
hour is what partners ask first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site import structured
from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.agreements import RegisterLine, lines_of
from kakehashi.site.shown.clocks import OwnClock, own_clock
from kakehashi.site.shown.facts import Facts, crumbs, lines, outward
from kakehashi.site.shown.marks import mark
from kakehashi.site.shown.places import place
from kakehashi.site.shown.positions import PersonLine, people_of
from kakehashi.site.shown.remarks import caution
from kakehashi.site.shown.times import noon, offset
from kakehashi.week.institutions import Institution
from kakehashi.week.organising import OrganisationRole
from kakehashi.words.facts.marking import N_

_ROLES: Mapping[OrganisationRole, str] = {
    OrganisationRole.HOST: N_("Host of the week"),
    OrganisationRole.CO_HOST: N_("Co-host of the week"),
    OrganisationRole.AUSPICES: N_("The week is held under its auspices"),
    OrganisationRole.COOPERATION: N_("Cooperates in the week"),
}


class InstitutionRow(NamedTuple):
    """An institution in the index."""

    link: Markup
    caution: Markup
    kind: str
    place: str
    offset: str
    roles: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionsPage(Page):
    """Institutions that take part, and others that are spoken of."""

    count: str
    partners: tuple[InstitutionRow, ...]
    others: tuple[InstitutionRow, ...]


def index(r: Reader, slug: str) -> InstitutionsPage:
    """Institutions of the week: those that take part with their clocks, then others that are spoken of.

    Both in the document's order, which a host settles by protocol and no alphabet may change.
    """
    week = r.site.week
    partners = [name for name, told in week.institutions.items() if told.partner]
    others = [name for name, told in week.institutions.items() if not told.partner]
    count = r.words.count("%(count)s institution takes part", "%(count)s institutions take part", len(partners))
    return InstitutionsPage(
        title=page_name(r.words, Kind.INSTITUTIONS),
        description=count,
        count=count,
        partners=tuple(_row(r, name) for name in partners),
        others=tuple(_row(r, name) for name in others),
    )


def _row(r: Reader, slug: str) -> InstitutionRow:
    told = r.site.week.institutions[slug]
    return InstitutionRow(
        link=r.institution(slug),
        caution=caution(r, told),
        kind=r.called(told.kind),
        place=place(r, told),
        offset=offset(r, told.zone, noon(r, r.site.week.days[0])),
        roles=roles(r, slug, without=OrganisationRole.COOPERATION),
    )


def roles(r: Reader, slug: str, without: OrganisationRole | None = None) -> str:
    """What an institution is to the week, `without` a role that in a list most others would have too."""
    held = [one.role for one in r.site.week.organisations if one.institution == slug]
    there = [_ROLES[role] for role in held if role is not without]
    return r.words.comma.join(r.words.say(role) for role in there)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionPage(Page):
    """An institution; `items` are slugs in the order of time."""

    told: Institution
    crumbs: list[tuple[str, str]]
    over: str
    clock: OwnClock
    facts: Facts
    items: tuple[str, ...]
    people: tuple[PersonLine, ...]
    agreements: tuple[RegisterLine, ...]


def institution(r: Reader, slug: str) -> InstitutionPage:
    """An institution with its clock beside the host's, its part in the week, its people, its agreements and offices."""
    told = r.site.week.institutions[slug]
    clock = own_clock(r, told.zone, r.label(told.city) or r.words.zone_city(told.zone))
    return InstitutionPage(
        title=r.label(told.name),
        description=r.plain(told.description, 200) or place(r, told),
        structured=structured.institution(r, slug),
        told=told,
        crumbs=crumbs(r, Kind.INSTITUTIONS),
        over=r.words.dot.join(part for part in (r.called(told.kind), roles(r, slug)) if part),
        clock=clock,
        facts=_facts(r, slug, told, clock),
        items=r.site.items_by_institution.get(slug, ()),
        people=tuple(people_of(r, slug)),
        agreements=lines_of(r, slug),
    )


def _facts(r: Reader, slug: str, told: Institution, clock: OwnClock) -> Facts:
    return [
        (r.words.say("Formal name"), _formal(r, told)),
        *_other_names(r, told),
        (r.words.say("Also written"), lines(told.spellings)),
        (r.words.say("Part of"), r.institution(told.part_of) if told.part_of else ""),
        (r.words.say("Includes"), lines(r.institution(i) for i in _parts(r, slug))),
        (r.words.say("Place"), place(r, told)),
        (r.words.say("Clock"), clock.name),
        (r.words.say("Changes during the week"), clock.changes),
        (r.words.say("Exchange programmes"), lines(_programmes(r, slug))),
        (r.words.say("Organises"), lines(_symposia(r, slug))),
        (r.words.say("Elsewhere"), lines([*([outward(told.web)] if told.web else []), _ror(told)])),
    ]


def _formal(r: Reader, told: Institution) -> Markup:
    """The formal name in the page's own language, where it is another than the name in use."""
    formal = told.formal.get(r.language)
    return Markup() if formal in (None, told.name.get(r.language)) else r.text(told.formal)


def _other_names(r: Reader, told: Institution) -> Facts:
    """Names in every other language, the formal one where there is one."""
    shown = r.passage(told.name)
    return [
        (
            r.words.say("In %(language)s", language=r.words.language_name(tag)),
            Markup("<span{}>{}</span>").format(r.attributes(tag), told.formal.get(tag) or told.name.get(tag, "")),
        )
        for tag in dict.fromkeys((*told.name, *told.formal))
        if tag != r.language and (shown is None or tag != shown.language or tag in told.formal)
    ]


def _parts(r: Reader, slug: str) -> list[str]:
    """The institutions that name this one as what they are part of."""
    return [name for name, one in r.site.week.institutions.items() if one.part_of == slug]


def _programmes(r: Reader, slug: str) -> list[Markup]:
    """The exchange programmes that an institution leads or takes part in, each with its mark."""
    return [
        Markup('{}<a href="{}">{}</a>').format(mark(r, name), r.to(Kind.PROGRAMME, name), r.text(one.short or one.name))
        for name, one in r.site.week.programmes.items()
        if slug == one.lead or slug in one.partners
    ]


def _symposia(r: Reader, slug: str) -> list[Markup]:
    return [
        Markup('<a href="{}">{}</a>').format(r.to(Kind.SYMPOSIUM, name), r.text(one.title))
        for name, one in r.site.week.symposia.items()
        if slug in one.organisers
    ]


def _ror(told: Institution) -> Markup:
    """The institution in the Research Organization Registry, which tells it apart whatever it is called."""
    if told.ror is None:
        return Markup()
    return Markup('<a href="{}" rel="noopener">ROR {}</a>').format(told.ror, told.ror.removeprefix("https://ror.org/"))
