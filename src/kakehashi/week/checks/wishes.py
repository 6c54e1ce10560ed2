"""What somebody wished, and what takes place all the same."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from kakehashi.findings import Finding, Severity
from kakehashi.week.checks.case import Case, Engagement
from kakehashi.week.planning import Availability
from kakehashi.words.zones import rules


def stretch_without_time(case: Case) -> Iterator[Finding]:
    """Stretches in which somebody can or cannot take part that end before they begin: they would spare nobody."""
    for number, stretch in enumerate(case.week.wishes.availability):
        if stretch.until.instant <= stretch.begins.instant:
            values = {
                "person": case.name("people", stretch.person),
                "begins": case.local(stretch.begins.instant),
                "until": case.local(stretch.until.instant),
            }
            yield Finding("wish.ends-first", ("wishes", "availability", number, "until"), values)


def unavailable(case: Case) -> Iterator[Finding]:
    """People who have to be there, live, in a stretch of time in which they cannot take part."""
    stretches: defaultdict[str, list[Availability]] = defaultdict(list)
    for stretch in case.week.wishes.availability:
        if not stretch.possible:
            stretches[stretch.person].append(stretch)
    for engagement in case.engagements if stretches else ():
        hindered = [one for one in stretches.get(engagement.person, ()) if _meet(engagement, one)]
        if hindered:
            values = {
                "person": case.name("people", engagement.person),
                "what": case.engaged_in(engagement),
                "at": case.local(engagement.start),
                "begins": case.local(hindered[0].begins.instant),
                "until": case.local(hindered[0].until.instant),
            }
            yield Finding("wish.unavailable", engagement.place, values, Severity.WARNING)


def _meet(engagement: Engagement, stretch: Availability) -> bool:
    return engagement.start < stretch.until.instant and stretch.begins.instant < _end(engagement)


def _end(engagement: Engagement) -> datetime:
    # Who has to be there for a moment without length has to be there.
    return max(engagement.end, engagement.start + timedelta(minutes=1))


def on_holiday(case: Case) -> Iterator[Finding]:
    """People who have to be there, live, on a day on which the institution they act for does not work, by its clock."""
    days = {(one.institution, day): one.name for one in case.week.wishes.holidays for day in one.days}
    for engagement in case.engagements if days else ():
        house = case.house(engagement)
        institution = case.week.institutions.get(house or "")
        if house is None or institution is None:
            continue
        day = engagement.start.astimezone(rules(institution.zone)).date()
        if (house, day) in days:
            values = {
                "person": case.name("people", engagement.person),
                "what": case.engaged_in(engagement),
                "institution": case.name("institutions", house),
                "day": day,
                "holiday": days[house, day],
            }
            yield Finding("wish.holiday", engagement.place, values, Severity.WARNING)
