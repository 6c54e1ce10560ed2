"""The page of an item: when it is on every clock, who speaks in which position, in which languages, what came of it.

An item that is called off keeps its page and its time, struck through, for those who come by an old link; it shows no
local times and invites nobody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind, day_slug
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import begun
from kakehashi.site.shown.agreements import agreement_link
from kakehashi.site.shown.facts import Facts, languages, lines
from kakehashi.site.shown.people import link, position, stands_in
from kakehashi.site.shown.recordings import RecordingLine, recording_line
from kakehashi.site.shown.remarks import reason
from kakehashi.site.shown.sessions import room_told
from kakehashi.site.shown.times import day_of, ending, length
from kakehashi.site.structured import event
from kakehashi.week import Placement
from kakehashi.week.items import Delivery, Item, ItemKind, Speaker, SpeakerRole, Status
from kakehashi.week.organising import Attendance, Stage
from kakehashi.week.symposia import InterpretingMode


class Neighbour(NamedTuple):
    """The item before or after this one; without `placement` its time is to be announced."""

    slug: str
    placement: Placement | None


class SpeakerShown(NamedTuple):
    """Someone who takes part in an item; `position` is empty where the heading says it already."""

    slug: str
    heading: Markup
    role: str
    position: Markup
    in_place_of: Markup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage(Page):
    """An item; `placement` is `None` while it has no time; `awaited` while one is to be announced for it.

    `reason` says why it does not take place, if it does not.
    """

    slug: str
    item: Item
    reason: Markup
    placement: Placement | None
    planned: bool
    awaited: bool
    until: Markup | str
    programme: str | None
    crumbs: list[tuple[str, str]]
    facts: Facts
    people_heading: str
    people: tuple[SpeakerShown, ...]
    recording: RecordingLine | None
    attend: Attendance | None
    before: Neighbour | None
    after: Neighbour | None


def item(r: Reader, slug: str) -> ItemPage:
    """An item with its time on every clock, its speakers, its recording and its neighbours."""
    told = r.site.week.items[slug]
    placement = r.site.timetable.by_item.get(slug)
    before, after = _neighbours(r, slug)
    return ItemPage(
        title=r.heading_text(slug),
        description=r.plain(told.abstract, 200) or r.called(told.kind),
        structured=event(r, slug),
        slug=slug,
        item=told,
        reason=reason(r, told),
        placement=placement,
        planned=r.site.provisional(slug),
        awaited=placement is None and _awaited(told),
        until=ending(r, placement) if placement else "",
        programme=r.site.programme_of(told),
        crumbs=_crumbs(r, placement),
        facts=_facts(r, slug, told, placement),
        people_heading=r.words.count("Speaker", "Speakers", len(told.speakers)),
        people=tuple(_speaker(r, speaker, slug) for speaker in told.speakers),
        recording=_recording(r, slug),
        attend=_attend(r, told) if r.site.week.stage is not Stage.HELD else None,
        before=before,
        after=after,
    )


def _awaited(told: Item) -> bool:
    """Whether a time is to be announced for an item that has none: not for one that is off for good."""
    return told.status.takes_place or told.status is Status.POSTPONED


def _recording(r: Reader, slug: str) -> RecordingLine | None:
    recording = r.site.recording_of.get(slug)
    return None if recording is None else recording_line(r, recording, r.site.week.recordings[recording])


def _attend(r: Reader, told: Item) -> Attendance | None:
    return r.site.attendance_of(told) if told.status.takes_place else None


def _speaker(r: Reader, speaker: Speaker, slug: str) -> SpeakerShown:
    """A speaker by name with the position below; by the position alone where only that may be shown."""
    held = r.site.position_of(speaker, slug)
    named = r.site.has_page(speaker.person)
    told = Markup() if held is None else position(r, held)
    return SpeakerShown(
        slug=speaker.person,
        heading=link(r, speaker.person) if named or held is None else told,
        role="" if speaker.role is SpeakerRole.SPEAKER else r.called(speaker.role),
        position=told if named else Markup(),
        in_place_of=stands_in(r, speaker, slug),
    )


def _crumbs(r: Reader, placement: Placement | None) -> list[tuple[str, str]]:
    """The way back: the programme, and the item's day on the host's clock when it has one."""
    steps = [(r.to(Kind.TIMETABLE), r.words.say("Programme"))]
    if placement is not None:
        day = day_of(r, placement)
        steps.append((r.to(Kind.DAY, day_slug(day)), begun(r.words.day_short(day))))
    return steps


def _facts(r: Reader, slug: str, told: Item, placement: Placement | None) -> Facts:
    session = r.site.session_of(told)
    symposium = r.site.symposium_of(told)
    rows: Facts = []
    if placement is not None:
        day = r.words.say("Day") if told.status.takes_place else r.words.say("Was planned for")
        rows.append((day, r.words.day(day_of(r, placement))))
        rows.append((r.words.say("Length"), r.words.minutes(length(placement)) if length(placement) else ""))
    if (placement and r.site.provisional(slug)) or (placement is None and r.site.times_provisional and _awaited(told)):
        rows.append((r.words.say("Time"), r.words.say("Provisional")))
    if r.site.week.stage is Stage.HELD and _attend(r, told):
        rows.append((r.words.say("Attendance"), r.words.say("The week is over.")))
    if symposium is not None:
        link = Markup('<a href="{}">{}</a>').format(
            r.to(Kind.SYMPOSIUM, symposium), r.text(r.site.week.symposia[symposium].title)
        )
        rows.append((r.words.say("Symposium"), link))
    rows.append((r.words.say("Room"), room_told(r, session.room if session else None)))
    rows += _spoken(r, told)
    rows.append((r.words.say("Agreement"), lines(_agreements(r, slug))))
    rows.append((r.words.say("Institutions"), lines(r.institution(i) for i in r.site.institutions_of(slug))))
    rows.append((r.words.say("Title in other languages"), _other_titles(r, told)))
    return rows


def _spoken(r: Reader, told: Item) -> Facts:
    """How an item is given and in which languages. That it is live is the rule, and not said."""
    rows: Facts = []
    if told.delivery is not Delivery.LIVE:
        rows.append((r.words.say("Delivery"), r.called(told.delivery)))
    rows.append((r.words.say("Spoken in"), languages(r, told.languages)))
    rows.append((r.words.say("Slides in"), languages(r, told.slides)))
    rows += [(begun(r.called(mode)), lines(_pairs(r, told, mode))) for mode in InterpretingMode]
    return rows


def _pairs(r: Reader, told: Item, mode: InterpretingMode) -> Iterator[str]:
    """From which language into which an item is interpreted; a session may offer more than one of its items needs."""
    session = r.site.session_of(told)
    for offered in session.interpreting if session else ():
        if offered.mode is mode and (not told.languages or offered.source in told.languages):
            yield r.words.say(
                "%(source)s to %(target)s",
                source=r.words.language_name(offered.source),
                target=r.words.language_name(offered.target),
            )


def _agreements(r: Reader, slug: str) -> list[Markup]:
    """The agreements that are signed at an item."""
    return [agreement_link(r, name) for name, one in r.site.week.agreements.items() if one.item == slug]


def _other_titles(r: Reader, told: Item) -> Markup:
    """The title in every language but the one shown, so that a title can be found and cited in each."""
    shown = r.passage(told.title)
    return lines(
        Markup("<span{}>{}</span>").format(r.attributes(tag), text)
        for tag, text in told.title.items()
        if shown and tag != shown.language
    )


def _neighbours(r: Reader, slug: str) -> tuple[Neighbour | None, Neighbour | None]:
    """The items before and after this one in its session; a break is none."""
    session = r.site.week.items[slug].session
    if session is None:
        return None, None
    row = [one for one in r.site.items_by_session[session] if one == slug or not _is_break(r, one)]
    place = row.index(slug)
    before, after = row[:place][-1:], row[place + 1 :][:1]
    return _neighbour(r, before), _neighbour(r, after)


def _is_break(r: Reader, slug: str) -> bool:
    return r.site.kind_of(slug) is ItemKind.BREAK


def _neighbour(r: Reader, there: list[str]) -> Neighbour | None:
    return Neighbour(there[0], r.site.timetable.by_item.get(there[0])) if there else None
