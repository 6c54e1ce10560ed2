"""How agreements and offices are told: in a register of their own, and shortly on an institution's page."""

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, SECOND, filled, within
from kakehashi.site.shown.facts import term
from kakehashi.site.shown.people import with_position
from kakehashi.week.agreements import (
    Agreement,
    AgreementForm,
    AgreementState,
    Office,
    OfficeState,
    Party,
    Signatory,
)

_OF_THE_PAGE = frozenset({"main", "h-agreements", "h-offices"})
"""Anchors that the register's page has for itself: a slug may be any word, and an id stands on a page once."""


class RegisterLine(NamedTuple):
    """An agreement or an office in one line: since when, what, of which kind, and where it is told."""

    date: str
    title: Markup
    kind: str
    order: str


class Signing(NamedTuple):
    """The date of an agreement in words, empty when unknown, and as a key to sort by; `ahead` while it is unsigned."""

    said: str
    order: str
    ahead: bool


def agreement_anchor(slug: str) -> str:
    """The anchor of an agreement in the register: its slug."""
    return f"agreement-{slug}" if slug in _OF_THE_PAGE else slug


def office_anchor(r: Reader, slug: str) -> str:
    """The anchor of an office in the register: its slug, unless an agreement has it."""
    return f"office-{slug}" if slug in _OF_THE_PAGE or slug in r.site.week.agreements else slug


def kind_of(r: Reader, told: Agreement) -> str:
    """What is agreed and in which form: "Memorandum: student exchange"."""
    if told.form is AgreementForm.UNKNOWN:
        return r.called(told.kind)
    return r.words.say("%(form)s: %(subject)s", form=r.called(told.form), subject=r.called(told.kind))


def parties(r: Reader, told: Agreement) -> Markup:
    """The parties in the agreed order, which is never sorted: who stands first was negotiated."""
    return r.listing(_party(r, party) for party in told.parties)


def _party(r: Reader, party: Party) -> Markup:
    return r.institution(party.institution) if party.institution else r.text(party.name)


def signing(r: Reader, told: Agreement) -> Signing:
    """When an agreement was or will be signed, else from when it holds.

    One that is not signed yet has the day of its ceremony, while that lies ahead and takes place.
    """
    if not _ahead(r, told):
        order = told.signed or told.begins or ""
        return Signing(_written(r, order), order, ahead=False)
    order = told.signed or _ceremony(r, told)
    if not order:
        return Signing(_written(r, told.begins or ""), told.begins or "", ahead=True)
    return Signing(r.words.say("%(day)s (planned)", day=_written(r, order)), order, ahead=True)


def _ahead(r: Reader, told: Agreement) -> bool:
    """Whether an agreement is still to be signed when the pages are made; one in force never is."""
    if told.signed is not None:
        # As texts: 2021-10 comes after 2021-09-30, and 2021-09 may be past.
        return told.signed > r.local(r.site.week.at).date().isoformat()
    return told.state is AgreementState.PREPARED or (told.state is AgreementState.UNKNOWN and bool(_ceremony(r, told)))


def _ceremony(r: Reader, told: Agreement) -> str:
    """The day of the ceremony at which an agreement is to be signed; nothing once it is past or does not happen."""
    placement = r.site.timetable.by_item.get(told.item or "")
    if placement is None or not r.site.week.items[placement.item].status.takes_place:
        return ""
    return r.site.day_of(placement.item).isoformat() if placement.end > r.site.week.at else ""


def signed_by(r: Reader, signatory: Signatory, day: str) -> Markup:
    """A signatory in the position of signing: the one that is named, else the only one held on that day."""
    if signatory.position is not None:
        held = r.site.week.people[signatory.person].positions.get(signatory.position)
    else:
        # A year or a month is no day: a position may have been taken up in it.
        held = r.site.sole_position(signatory.person, date.fromisoformat(day)) if day.count("-") == 2 else None
    return with_position(r, signatory.person, held)


def validity(r: Reader, told: Agreement) -> str:
    """From when until when an agreement holds, where a source tells it."""
    return term(r, told.begins, told.until)


def opened(told: Office) -> str:
    """The date of the last step of an office that is done, else of the first that is planned; empty when unknown."""
    done = [step.date for step in told.milestones.values() if step.done and step.date]
    planned = [step.date for step in told.milestones.values() if not step.done and step.date]
    return max(done) if done else min(planned, default="")


def office_at(r: Reader, told: Office) -> Markup:
    """Whose office it is, and where: the institution and its host, or the city."""
    of = r.institution(told.of)
    if told.at is not None:
        return filled(
            r.words.say("Office of %(owner)s at %(host)s", owner=FIRST, host=SECOND), of, r.institution(told.at)
        )
    if told.city:
        return filled(r.words.say("Office of %(owner)s in %(city)s", owner=FIRST, city=SECOND), of, r.text(told.city))
    return filled(r.words.say("Office of %(owner)s", owner=FIRST), of)


def lines_of(r: Reader, institution: str) -> tuple[RegisterLine, ...]:
    """The agreements to which an institution is a party and the offices of it or at it, by date; unknown dates last."""
    found = [
        _agreement_line(r, slug, told)
        for slug, told in r.site.week.agreements.items()
        if any(party.institution == institution for party in told.parties)
    ]
    found += [
        _office_line(r, slug, told) for slug, told in r.site.week.offices.items() if institution in (told.of, told.at)
    ]
    return tuple(sorted(found, key=lambda line: (not line.order, line.order)))


def _agreement_line(r: Reader, slug: str, told: Agreement) -> RegisterLine:
    when = signing(r, told)
    return RegisterLine(when.said, agreement_link(r, slug), kind_of(r, told), when.order)


def _office_line(r: Reader, slug: str, told: Office) -> RegisterLine:
    day = opened(told)
    kind = r.called(told.kind)
    if told.state is not OfficeState.UNKNOWN:
        kind = r.words.say("%(kind)s, %(state)s", kind=kind, state=within(r.called(told.state)))
    return RegisterLine(_written(r, day), _linked(r, office_anchor(r, slug), r.text(told.name)), kind, day)


def agreement_link(r: Reader, slug: str) -> Markup:
    """An agreement's title as a link to its place in the register."""
    return _linked(r, agreement_anchor(slug), r.text(r.site.week.agreements[slug].title))


def _written(r: Reader, day: str) -> str:
    return r.words.partial_date(day) if day else ""


def _linked(r: Reader, anchor: str, shown: Markup) -> Markup:
    return Markup('<a href="{}">{}</a>').format(r.to(Kind.AGREEMENTS, fragment=anchor), shown)
