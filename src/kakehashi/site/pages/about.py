"""About the site: who holds the week, how the site speaks and tells time, what it is made with, its sources.

No page holds the number, hash or time of a release, or every page would change with each: only this one and that of
the changes do.
"""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi import __version__
from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.changes import release_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.elsewhere import elsewhere
from kakehashi.site.shown.facts import Facts, languages, lines, page_address, told_apart
from kakehashi.site.shown.notes import licence
from kakehashi.site.shown.remarks import caution, remarks
from kakehashi.site.shown.signed import signed
from kakehashi.site.shown.times import host_zone
from kakehashi.week.organising import Contact, OrganisationRole
from kakehashi.words import own_name


class OrganisationRow(NamedTuple):
    """An organisation in its role."""

    role: str
    name: Markup
    caution: Markup
    remarks: Markup


class ContactShown(NamedTuple):
    """An office that answers questions, and in which languages."""

    part: Contact
    institution: Markup | str
    languages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(Page):
    """Who holds the week, and how this site is made."""

    organisations: tuple[OrganisationRow, ...]
    contacts: tuple[ContactShown, ...]
    week_facts: Facts
    site_facts: Facts
    signed: Facts
    elsewhere: Facts
    sources: tuple[tuple[str, str], ...]
    notes: Markup


def about(r: Reader, slug: str) -> AboutPage:
    """The week's people in charge and the site's own facts."""
    week = r.site.week
    return AboutPage(
        title=page_name(r.words, Kind.ABOUT),
        description=r.words.say("Who holds the week, and how this site is made"),
        organisations=tuple(_organisations(r)),
        contacts=tuple(_contact(r, one) for one in week.contacts),
        week_facts=_week_facts(r),
        site_facts=_site_facts(r),
        signed=signed(r),
        elsewhere=elsewhere(r),
        sources=sources(r),
        notes=remarks(r, week),
    )


def _organisations(r: Reader) -> list[OrganisationRow]:
    return [
        OrganisationRow(r.called(one.role), r.institution(one.institution), caution(r, one), remarks(r, one))
        for role in OrganisationRole
        for one in r.site.week.organisations
        if one.role is role
    ]


def _contact(r: Reader, one: Contact) -> ContactShown:
    return ContactShown(one, r.institution(one.institution) if one.institution else "", languages(r, one.languages))


def _week_facts(r: Reader) -> Facts:
    week = r.site.week
    return [
        (r.words.say("Days"), r.words.days(week.days)),
        (r.words.say("Place"), r.text(week.place)),
        (r.words.say("State"), r.called(week.stage)),
        (r.words.say("Funding"), r.text(week.funding)),
    ]


def _site_facts(r: Reader) -> Facts:
    week = r.site.week
    here = Markup('<a href="{0}">{0}</a>').format(week.address) if week.address else ""
    return [
        (
            r.words.say("Languages"),
            lines(Markup("<span{}>{}</span>").format(r.attributes(t), own_name(t)) for t in week.languages),
        ),
        (r.words.say("Missing texts"), _fallback(r)),
        (r.words.say("Time zone"), lines([host_zone(r), week.zone])),
        (r.words.say("Licence"), licence(r, week.licence) if week.licence else ""),
        (r.words.say("Address"), here),
        (r.words.say("Version of the programme"), _release(r)),
        (r.words.say("Software"), r.words.say("Kakehashi, version %(version)s", version=__version__)),
    ]


def _release(r: Reader) -> Markup:
    """The release of which this page is a part, linked to what it changed."""
    entries = r.site.history.entries
    if not entries:
        return Markup()
    return Markup('<a href="{}">{}</a>').format(r.to(Kind.CHANGES), release_name(r, entries[0]))


def _fallback(r: Reader) -> str:
    """In which order other languages stand in for this page's."""
    others = [r.words.language_name(tag) for tag in r.site.week.fallbacks if tag != r.language]
    if not others:
        return ""
    return r.words.say(
        "A text that does not exist in %(language)s is shown in the first of these that has it: %(languages)s. It is "
        "marked as such.",
        language=r.words.language_name(r.language),
        languages=r.words.comma.join(others),
    )


def sources(r: Reader) -> tuple[tuple[str, str], ...]:
    """The sources that notes name anywhere in the week, each once: its address, and what a reader calls it."""
    return tuple(sorted(told_apart(set(r.site.sources), page_address).items(), key=lambda entry: (entry[1], entry[0])))
