"""How times appear on pages: on the host's clock, with the partners' beside it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from markupsafe import Markup, escape

from kakehashi.site.pictures.clocks import Clock, Place, clocks, readings
from kakehashi.site.pictures.comb import comb as comb_picture
from kakehashi.site.pictures.spans import sky
from kakehashi.site.pictures.spoken import cities, state_word
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, SECOND, filled
from kakehashi.week import Moment, Placement
from kakehashi.words.zones import rules


def time(r: Reader, instant: datetime, *, planned: bool = False) -> Markup:
    """A time of day on the host's clock, in a form that the zone chooser can turn.

    The class `at` is what the chooser looks for; `datetime` has the offset, so that the moment is known without the
    week's zone. `planned` draws it dotted: provisional.
    """
    local = r.local(instant)
    form, instant_told = "at planned" if planned else "at", local.isoformat(timespec="minutes")
    # A page has hundreds of these, and `Markup.format` takes ten times as long.
    return Markup(f'<time class="{form}" datetime="{instant_told}">{escape(r.words.clock(local))}</time>')


def day_of(r: Reader, placement: Placement) -> date:
    """The day on the host's clock on which a placement begins."""
    return r.local(placement.start).date()


def host_city(r: Reader) -> str:
    """The city by whose clock the week is told: that of the first organisation in its zone, else the zone's own."""
    return r.site.once(("host_city", r.language), lambda: _host_city(r))


def _host_city(r: Reader) -> str:
    week = r.site.week
    for organisation in week.organisations:
        institution = week.institutions[organisation.institution]
        if institution.zone == week.zone and institution.city:
            return r.label(institution.city)
    return r.words.zone_city(week.zone)


def host_place(r: Reader) -> Place:
    """The host's city and zone."""
    return Place(host_city(r), r.site.week.zone)


def partner_places(r: Reader) -> tuple[Place, ...]:
    """The cities and zones of the partners elsewhere, in the document's order; the host's clock is the host's alone."""
    return r.site.once(("partner_places", r.language), lambda: tuple(_partner_places(r)))


def _partner_places(r: Reader) -> Iterator[Place]:
    yield from (
        Place(r.label(institution.city) or r.words.zone_city(institution.zone), institution.zone)
        for institution in r.site.week.institutions.values()
        if institution.partner and institution.zone != r.site.week.zone
    )


def clocks_at(r: Reader, at: datetime) -> tuple[Clock, ...]:
    """The clocks of the host and of every partner at a moment, west first."""
    return r.site.once(
        ("clocks_at", r.language, at), lambda: clocks(partner_places(r), r.site.week.zone, host_city(r), at)
    )


def clocks_through(r: Reader, moments: Sequence[datetime]) -> tuple[Clock, ...]:
    """The clocks of the host and of every partner, west first; two share one if they agree at all of these moments."""
    return clocks(partner_places(r), r.site.week.zone, host_city(r), *moments)


def comb(r: Reader, at: datetime) -> Markup:
    """The comb of one moment: every clock as a line on a band of 24 hours. Made once, as many items begin together."""
    return r.site.once(("comb", r.language, at), lambda: comb_picture(at, clocks_at(r, at), r.words))


class LocalSpan(NamedTuple):
    """One clock's row in the table of local times; `other_day` names its date where that is another than the host's."""

    cities: str
    span: str
    offset: str
    other_day: str
    state: str
    host: bool
    drawing: Markup


def local_spans(r: Reader, start: datetime, end: datetime) -> tuple[LocalSpan, ...]:
    """When something is on every clock, west first; what runs side by side shares its rows."""
    return r.site.once(("local_spans", r.language, start, end), lambda: tuple(_local_spans(r, start, end)))


def _local_spans(r: Reader, start: datetime, end: datetime) -> Iterator[LocalSpan]:
    yield from (
        LocalSpan(
            cities=cities(reading.clock, r.words),
            span=r.words.span(reading.local, end.astimezone(rules(reading.clock.zone))),
            offset=offset(r, reading.clock.zone, start),
            other_day=r.words.day_short(reading.local.date()) if reading.days else "",
            state=state_word(reading.state, r.words),
            host=reading.clock.host,
            drawing=sky(start, end, reading.clock.zone, reading.clock.host),
        )
        for reading in readings(start, clocks_at(r, start))
    )


def offset(r: Reader, zone_name: str, at: datetime) -> str:
    """The offset from UTC, and where the language's readers count so, from Moscow: `UTC+7 (МСК+4)`."""
    moscow = r.words.moscow_offset(zone_name, at)
    told = r.words.offset(zone_name, at)
    return f"{told} ({moscow})" if moscow else told


def host_zone(r: Reader, at: datetime | None = None) -> str:
    """The host's clock in words: "Japan Standard Time (Kanazawa, UTC+9)"."""
    week = r.site.week
    moment = at or noon(r, week.days[0])
    return r.words.say(
        "%(zone)s (%(city)s, %(offset)s)",
        zone=r.words.zone_name(week.zone, moment),
        city=host_city(r),
        offset=r.words.offset(week.zone, moment),
    )


def zone_full(r: Reader, at: datetime | None = None) -> Markup:
    """The name of the clock by which times are told, in full; the chooser changes it."""
    return Markup("<span data-zone-name>{}</span>").format(host_zone(r, at))


def zone_short(r: Reader, at: datetime | None = None) -> Markup:
    """The city and offset of the clock by which times are told; the chooser changes it."""
    told = r.words.offset(r.site.week.zone, at or noon(r, r.site.week.days[0]))
    said = r.words.say("%(city)s (%(offset)s)", city=host_city(r), offset=told)
    return Markup('<span data-zone-name="short">{}</span>').format(said)


def zone_city(r: Reader) -> Markup:
    """The city by whose clock times are told, to stand beside each of them; the chooser changes it."""
    return Markup('<span class="zone" data-zone-name="city">{}</span>').format(host_city(r))


def noon(r: Reader, day: date) -> datetime:
    """Noon of a day on the host's clock: a moment that every zone has once, since clocks change at night."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=rules(r.site.week.zone))


def moment(r: Reader, told: Moment) -> str:
    """A moment in words: day, time and zone of the host's clock."""
    local = r.local(told.instant)
    return r.words.say(
        "%(day)s, %(time)s %(zone)s",
        day=r.words.day(local.date()),
        time=r.words.clock(local),
        zone=r.words.zone_name(r.site.week.zone, local),
    )


def ending(r: Reader, placement: Placement) -> Markup:
    """What stands small below a big start: until when, on which clock."""
    said = r.words.say("until %(time)s, %(zone)s", time=FIRST, zone=SECOND)
    return filled(said, time(r, placement.end), zone_short(r, placement.start))


def span(r: Reader, start: datetime, end: datetime, *, planned: bool = False) -> Markup:
    """From a start to an end on the host's clock, as the zone chooser can turn it; one time if they are one."""
    if start == end:
        return time(r, start, planned=planned)
    return time(r, start, planned=planned) + until(r, start, end, planned=planned)


def until(r: Reader, start: datetime, end: datetime, *, planned: bool = False) -> Markup:
    """The end of a span whose start stands beside it already: "–15:40"."""
    # How a language parts two times stands between a time and itself.
    dash = r.words.span(start, start).replace(r.words.clock(start), "")
    return escape(dash) + time(r, end, planned=planned)


def length(placement: Placement) -> int:
    """The length of a placement in minutes."""
    return (placement.end - placement.start) // timedelta(minutes=1)
