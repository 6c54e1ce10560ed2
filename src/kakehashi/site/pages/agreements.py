"""The register of agreements and offices.

What no source tells is left out or said to be unknown, never made up: an agreement without a date stands last under
"Date not known", and a state that nobody tells is not shown at all.
"""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.agreements import (
    Signing,
    agreement_anchor,
    agreement_link,
    kind_of,
    office_anchor,
    office_at,
    parties,
    signed_by,
    signing,
    validity,
)
from kakehashi.site.shown.facts import Facts, lines, outward
from kakehashi.site.shown.marks import tags
from kakehashi.week.agreements import Agreement, AgreementState, Milestone, Office


class AgreementShown(NamedTuple):
    """An agreement of the register: when, what, between whom, signed by whom."""

    anchor: str
    part: Agreement
    date: str
    kind: str
    parties: Markup
    facts: Facts


class MilestoneShown(NamedTuple):
    """A step of an office: when as far as known, what, and whether it is done or planned."""

    date: str
    part: Milestone
    state: str


class OfficeShown(NamedTuple):
    """An office of the register with its steps in the order of time."""

    anchor: str
    part: Office
    kind: str
    state: str
    where: Markup
    facts: Facts
    milestones: tuple[MilestoneShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage(Page):
    """The register; `unknown` where an agreement has a state that no source tells."""

    over: str
    unknown: bool
    agreements: tuple[AgreementShown, ...]
    offices: tuple[OfficeShown, ...]


def agreements(r: Reader, slug: str) -> RegisterPage:
    """Agreements by the date of signing, those of unknown date last; then the offices in the document's order.

    Dates sort as texts, as far as they are known: a year stands before each of its months.
    """
    week = r.site.week
    shown = [(signing(r, told), name, told) for name, told in week.agreements.items()]
    dated = sorted(shown, key=lambda entry: (not entry[0].order, entry[0].order))
    counts = [
        r.words.count("%(count)s agreement", "%(count)s agreements", len(week.agreements)) if week.agreements else "",
        r.words.count("%(count)s office", "%(count)s offices", len(week.offices)) if week.offices else "",
    ]
    over = r.words.comma.join(count for count in counts if count)
    return RegisterPage(
        title=page_name(r.words, Kind.AGREEMENTS),
        description=over,
        over=over,
        unknown=any(told.state is AgreementState.UNKNOWN for told in week.agreements.values()),
        agreements=tuple(_agreement(r, name, told, when) for when, name, told in dated),
        offices=tuple(_office(r, name, told) for name, told in week.offices.items()),
    )


def _agreement(r: Reader, slug: str, told: Agreement, when: Signing) -> AgreementShown:
    return AgreementShown(
        anchor=agreement_anchor(slug),
        part=told,
        date=when.said or r.words.say("Date not known"),
        kind=kind_of(r, told),
        parties=parties(r, told),
        facts=_agreement_facts(r, told, when),
    )


def _agreement_facts(r: Reader, told: Agreement, when: Signing) -> Facts:
    signatories = lines(signed_by(r, one, when.order) for one in told.signatories)
    by, at = (
        (r.words.say("To be signed by"), r.words.say("To be signed at"))
        if when.ahead
        else (r.words.say("Signed by"), r.words.say("Signed at"))
    )
    return [
        (by, signatories),
        (r.words.say("Validity"), validity(r, told)),
        (r.words.say("State"), "" if told.state is AgreementState.UNKNOWN else r.called(told.state)),
        (at, _item(r, told.item)),
        (r.words.say("Text"), lines(_texts(r, told))),
    ]


def _item(r: Reader, item: str | None) -> Markup:
    if item is None:
        return Markup()
    return Markup('<a href="{}">{}</a> {}').format(r.to_item(item), r.heading(item), tags(r, item))


def _texts(r: Reader, told: Agreement) -> list[Markup]:
    found = [outward(told.address)] if told.address else []
    if told.file:
        said = r.words.say("Text of the agreement")
        found.insert(0, Markup('<a href="{}">{}</a>').format(r.media(told.file), said))
    return found


def _office(r: Reader, slug: str, told: Office) -> OfficeShown:
    return OfficeShown(
        anchor=office_anchor(r, slug),
        part=told,
        kind=r.called(told.kind),
        state=r.called(told.state),
        where=office_at(r, told),
        facts=_office_facts(r, told),
        milestones=tuple(_milestone(r, step) for step in _in_time(told)),
    )


def _office_facts(r: Reader, told: Office) -> Facts:
    return [
        (r.words.say("Agreement"), agreement_link(r, told.agreement) if told.agreement else ""),
        (r.words.say("Elsewhere"), outward(told.web) if told.web else ""),
    ]


def _in_time(told: Office) -> list[Milestone]:
    """Steps by date as far as it is known; a step without a date stays behind the one that it follows.

    A partial date sorts as a text, before every fuller one that begins with it.
    """
    last, keyed = "", []
    for step in told.milestones.values():
        last = step.date or last
        keyed.append((last, step))
    return [step for _, step in sorted(keyed, key=lambda entry: entry[0])]


def _milestone(r: Reader, step: Milestone) -> MilestoneShown:
    return MilestoneShown(
        date=r.words.partial_date(step.date) if step.date else "",
        part=step,
        state=r.words.say_in("milestone", "done") if step.done else r.words.say_in("milestone", "planned"),
    )
