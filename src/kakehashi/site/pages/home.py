"""The home page: the week's name, the whole week as one picture, day by day, the programmes, the clocks.

Picture and list are made of the same glance, so that both tell the same minutes. Where drawings do not fit, because a
week has too many clocks or parallel rooms for a screen, tables say the same.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind, day_slug
from kakehashi.site.glance import Glimpse, glance
from kakehashi.site.pages.page import Page
from kakehashi.site.pictures import Block, PictureDay, State, Subtitle, WeekPicture, flags, sample, week_picture
from kakehashi.site.pictures.flags import Width
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, filled
from kakehashi.site.shown.marks import mark, mark_for
from kakehashi.site.shown.times import clocks_at, host_city, host_place, host_zone, partner_places, zone_full
from kakehashi.site.structured import week_event
from kakehashi.week.organising import OrganisationRole


class HomeDay(NamedTuple):
    """A day as the home page lists it."""

    slug: str
    name: str
    entries: tuple[Glimpse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The week at once. Without a single time there is no `picture`, no beginning and no flags.

    The flags have a form for wide screens (`flags`) and one for telephones (`narrow_flags`), each `None` where it has
    no room for all its cities.
    """

    organisers: list[tuple[str, Markup]]
    times_said: Markup
    partners_elsewhere: bool
    picture: Markup | None
    picture_heading: str
    picture_note: str
    picture_key: Markup
    days: tuple[HomeDay, ...]
    begins: datetime | None
    flags: Markup | None
    narrow_flags: Markup | None
    flags_heading: str


def home(r: Reader, slug: str) -> HomePage:
    """What the home page shows, of whatever there is: without any time the picture and the flags are left out."""
    week = r.site.week
    found = glance(r)
    begins = _first(found)
    return HomePage(
        title=r.label(week.title),
        description=r.plain(week.description or week.motto, 200) or r.words.days(week.days),
        structured=week_event(r),
        organisers=organisers(r),
        times_said=_times(r),
        partners_elsewhere=bool(partner_places(r)),
        picture=_picture(r, found) if begins else None,
        picture_heading=_heading(r),
        picture_note=r.words.say(
            "From top to bottom: %(zone)s. At the edges: the partners' local time.", zone=host_zone(r)
        ),
        picture_key=_key(r),
        days=tuple(HomeDay(day_slug(day), r.words.day_short(day), tuple(there)) for day, there in found.items()),
        begins=begins,
        flags=_flags(r, begins, "wide") if begins else None,
        narrow_flags=_flags(r, begins, "narrow") if begins else None,
        flags_heading=_flags_heading(r, begins) if begins else "",
    )


def organisers(r: Reader) -> list[tuple[str, Markup]]:
    """The organisations by role, in the order of the roles and of the document."""
    rows: list[tuple[str, Markup]] = []
    for role in OrganisationRole:
        there = [r.institution(o.institution) for o in r.site.week.organisations if o.role is role]
        if there:
            rows.append((r.called(role), Markup("<br>").join(there)))
    return rows


def _times(r: Reader) -> Markup:
    """By which clock the page tells its times, and that they are provisional where the whole week says so."""
    if r.site.times_provisional:
        return filled(r.words.say("All times are provisional (dotted): %(zone)s", zone=FIRST), zone_full(r))
    return zone_full(r)


def _first(found: dict[date, list[Glimpse]]) -> datetime | None:
    return next((there[0].start for there in found.values() if there), None)


def _heading(r: Reader) -> str:
    """How many days in how many time zones; among one clock the days alone. Zones that agree count as one."""
    days = len(r.site.week.days)
    zones = len(clocks_at(r, _beginning(r)))
    told = r.words.count("%(count)s day", "%(count)s days", days)
    if zones < 2:
        return told
    return r.words.count("%(days)s in %(count)s time zone", "%(days)s in %(count)s time zones", zones, days=told)


def _beginning(r: Reader) -> datetime:
    """When the first item begins; while none has a time, the moment at which the pages are made."""
    placements = r.site.timetable.placements
    return placements[0].start if placements else r.site.week.at


def _picture(r: Reader, found: dict[date, list[Glimpse]]) -> Markup:
    days = tuple(
        PictureDay(
            date=day,
            names=(r.words.month(day), r.words.weekday(day)),
            short=r.words.weekday_short(day),
            blocks=tuple(_block(r, entry) for entry in there),
            subtitles=_subtitles(r, there),
        )
        for day, there in found.items()
    )
    return week_picture(WeekPicture(host_place(r), partner_places(r), days), r.words)


def _block(r: Reader, entry: Glimpse) -> Block:
    """A line of the glance as the picture draws it; `label` is what a screen reader reads of it, time first."""
    time = r.words.clock(r.local(entry.start))
    lines = [entry.plain, *entry.plain_detail]
    return Block(
        start=entry.start,
        end=entry.end,
        title="\n".join(lines),
        kind=entry.kind,
        label=" ".join([time, r.words.comma.join(lines)]),
        href=entry.href,
        lane=entry.room,
        mark=mark_for(r, entry.programme),
        language=entry.language,
        closed=entry.closed,
        planned=entry.planned,
        cancelled=entry.cancelled,
    )


def _subtitles(r: Reader, there: list[Glimpse]) -> tuple[Subtitle, ...]:
    """The symposia of a day in the order in which they begin, each once."""
    symposia = dict.fromkeys(entry.symposium for entry in there if entry.symposium)
    return tuple(
        Subtitle(
            r.label(r.site.week.symposia[slug].short or r.site.week.symposia[slug].title),
            mark_for(r, r.site.week.symposia[slug].programme),
        )
        for slug in symposia
    )


def _key(r: Reader) -> Markup:
    """How to read the picture: the parts of the day, then the mark of each exchange programme as a link."""
    samples: tuple[tuple[State, str], ...] = (
        ("day", r.words.say("working day (8 to 18)")),
        ("evening", r.words.say("early morning (6 to 8), evening (18 to 23)")),
        ("night", r.words.say("night (23 to 6)")),
    )
    spans = [Markup("<span>{}{}</span>").format(sample(state), said) for state, said in samples]
    for slug, programme in r.site.week.programmes.items():
        link = Markup('<a href="{}">{}</a>').format(
            r.to(Kind.PROGRAMME, slug), r.text(programme.short or programme.name)
        )
        spans.append(Markup("<span>{}{}</span>").format(mark(r, slug), link))
    return Markup('<p class="key">{}</p>').format(Markup("").join(spans))


def _flags(r: Reader, at: datetime, form: Width) -> Markup | None:
    return flags(at, clocks_at(r, at), r.words, form)


def _flags_heading(r: Reader, at: datetime) -> str:
    """What the flags answer, with the time as it stands in a sentence: in Japanese 15時, not 15:00."""
    return r.words.say(
        "What time it is for the partners when it is %(time)s in %(city)s",
        time=r.words.time_told(r.local(at)),
        city=host_city(r),
    )
