"""All the rules, in the order in which their findings are told."""

from collections.abc import Callable, Iterator
from datetime import date

from kakehashi.collecting import without_collecting
from kakehashi.findings import Finding
from kakehashi.week.captions import NOTHING_READ, Read
from kakehashi.week.checks import (
    addresses,
    characters,
    closed,
    collisions,
    consents,
    holding,
    office,
    publication,
    subtitles,
    times,
    wishes,
    wording,
)
from kakehashi.week.checks.case import Case
from kakehashi.week.document import Week
from kakehashi.week.private import Private
from kakehashi.week.references import dangling


def references_lead_somewhere(case: Case) -> Iterator[Finding]:
    """References to parts that do not exist."""
    return dangling(case.week)


RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    references_lead_somewhere,
    wording.nameless,
    publication.days_out_of_order,
    times.clock_without_such_time,
    times.pinned_over_predecessor,
    times.session_outside_block,
    times.items_longer_than_session,
    times.outside_the_days,
    collisions.room_taken_twice,
    collisions.person_taken_twice,
    publication.notice_without_time,
    wishes.stretch_without_time,
    publication.material_nowhere,
    publication.media_missing,
    addresses.private_address,
    consents.shown_without_consent,
    office.unknown_in_private,
    closed.closed_reference,
    closed.closed_conference,
    closed.closed_mention,
    holding.in_own_place,
    holding.position_not_held,
    holding.signatory_of_no_party,
    holding.role_only_asked,
    times.at_night,
    wishes.unavailable,
    wishes.on_holiday,
    office.overdue,
    office.changed_since_approved,
    characters.deceptive_characters,
    publication.stale_plan,
    publication.no_address,
    publication.pale_accent,
    subtitles.faulty_captions,
    wording.text_missing,
    wording.languages,
    publication.media_unused,
)
"""Every rule about a week: what cannot be first, then what is doubtful, last what is good to know."""


def check(
    week: Week,
    *,
    private: Private | None = None,
    today: date,
    media: frozenset[str] | None = None,
    captions: Read = NOTHING_READ,
) -> tuple[Finding, ...]:
    """Everything that is wrong or doubtful in a week, as of the day `today` in the host's zone.

    `private` is what the office knows beside it: without it nothing is said of consents, approvals and what is due.
    `media` are the paths of the files below `media/`; without them none is called missing or unused. `captions` are
    those of them that were read (`folder.read_captions`). Findings come in the order of `RULES`, each with its place in
    the document and none with a place in a file: `Loaded.located` adds it.
    """
    case = Case(week, today, private, media, captions)
    with without_collecting():
        return tuple(finding for rule in RULES for finding in rule(case))
