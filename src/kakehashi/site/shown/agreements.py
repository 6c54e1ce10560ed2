"""How agreements and offices are told: in a register of their own, and shortly on an institution's page."""

from dataclasses import dataclass

from markupsafe import Markup

from kakehashi.site.addresses import Kind
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, SECOND, filled
from kakehashi.site.shown.facts import term
from kakehashi.site.shown.people import with_position
from kakehashi.week.agreements import Agreement, AgreementForm, Office, OfficeState, Party, Signatory
from kakehashi.week.items import Speaker

_OF_THE_PAGE = frozenset({"main", "h-agreements", "h-offices"})
"""Anchors that the register's page has for itself."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """An agreement or an office in one line: since when, what, of which kind, and where it is told."""

    date: str
    title: Markup
    kind: str
    order: str


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
    """The parties in the agreed order."""
    return r.listing(_party(r, party) for party in told.parties)


def _party(r: Reader, party: Party) -> Markup:
    return r.institution(party.institution) if party.institution else r.text(party.name)


def signed_by(r: Reader, signatory: Signatory) -> Markup:
    """A signatory in the position in which he or she signs."""
    return with_position(r, Speaker(person=signatory.person, position=signatory.position))


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
    date = told.signed or told.begins or ""
    return RegisterLine(
        _written(r, date), _linked(r, agreement_anchor(slug), r.text(told.title)), kind_of(r, told), date
    )


def _office_line(r: Reader, slug: str, told: Office) -> RegisterLine:
    date = opened(told)
    kind = r.called(told.kind)
    if told.state is not OfficeState.UNKNOWN:
        kind = r.words.say("%(kind)s, %(state)s", kind=kind, state=r.called(told.state).lower())
    return RegisterLine(_written(r, date), _linked(r, office_anchor(r, slug), r.text(told.name)), kind, date)


def _written(r: Reader, date: str) -> str:
    return r.words.partial_date(date) if date else ""


def _linked(r: Reader, anchor: str, shown: Markup) -> Markup:
    return Markup('<a href="{}">{}</a>').format(r.to(Kind.AGREEMENTS, fragment=anchor), shown)
