"""A week made ready for pages: what every page looks up, found once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from markupsafe import Markup

from kakehashi.site.addresses import Address, Kind, day_slug
from kakehashi.site.history import NO_RELEASE, History
from kakehashi.week import Placement, Timetable, timetable
from kakehashi.week.anatomy import Matter, leaves
from kakehashi.week.captions import NOTHING_READ, Captions, Cue, Read
from kakehashi.week.items import Item, ItemKind, Speaker
from kakehashi.week.organising import Attendance, Notice
from kakehashi.week.part import NoteKind, Visibility
from kakehashi.week.people import Position, Shown
from kakehashi.week.symposia import Session
from kakehashi.week.timetable import items_by_session
from kakehashi.week.visibility import VisibleWeek
from kakehashi.words.zones import rules

T = TypeVar("T")
A = TypeVar("A")


def question(method: Callable[[Any, str], A]) -> Callable[[Any, str], A]:
    """Marks a method of a site by which a page learns one thing about a part and no more.

    A page that asks it need not be made again when something else about the part changes (see `watching`).
    """
    QUESTIONS.add(method.__name__)
    return method


QUESTIONS: set[str] = set()
"""The names of all such methods."""


@dataclass(frozen=True)
class Site:
    """The public face of one week.

    `assets` maps the name of a style sheet, script or font to its file below `assets/`, whose name holds a hash of its
    content. `draft` names the institution for whose approval the pages are made, if any: such pages carry a watermark.
    `history` is that of the week's releases, the one that these files make included, and `signed_by` the fingerprint of
    the key that signs it; files that are no release have neither. `captions` are files of the week that were read,
    since a site reads no disk. `pieces` are those of `lasting`, by name: whoever has some that would be made of this
    week just so may put them there.
    """

    week: VisibleWeek
    assets: Mapping[str, str] = field(default_factory=dict)
    draft: str | None = None
    digests: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    history: History = NO_RELEASE
    signed_by: str | None = None
    captions: Read = NOTHING_READ
    pieces: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _kept: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, made once per key: for what all pages of a language share. The key names its maker."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: T = self._kept[key]
        return kept

    def lasting(self, key: tuple[str, ...], make: Callable[[], Markup]) -> Markup:
        """A piece of a page, made once per key, which names its maker: what stands often on the largest pages.

        The next release may take it over from this one (see `watching`), so the key says all that it depends on but the
        week: its language, and the page too if it holds links.
        """
        name = " ".join(key)
        if name not in self.pieces:
            self.pieces[name] = make()
        return Markup(self.pieces[name])

    @cached_property
    def timetable(self) -> Timetable:
        """When everything happens."""
        return timetable(self.week)

    @cached_property
    def items_by_person(self) -> Mapping[str, tuple[str, ...]]:
        """The items in which a person has a role, in the order of time."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for slug, item in self.in_time:
            for person in dict.fromkeys(speaker.person for speaker in item.speakers):
                found[person].append(slug)
        return {person: tuple(items) for person, items in found.items()}

    @cached_property
    def items_by_institution(self) -> Mapping[str, tuple[str, ...]]:
        """The items of an institution and of those who speak for it, in the order of time."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for slug, _ in self.in_time:
            for institution in self.institutions_of(slug):
                found[institution].append(slug)
        return {institution: tuple(items) for institution, items in found.items()}

    @cached_property
    def people_by_institution(self) -> Mapping[str, tuple[str, ...]]:
        """The people with a position at an institution, in the document's order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for slug, person in self.week.people.items():
            for institution in dict.fromkeys(p.institution for p in person.positions.values() if p.institution):
                found[institution].append(slug)
        return {institution: tuple(people) for institution, people in found.items()}

    @cached_property
    def items_by_symposium(self) -> Mapping[str, tuple[str, ...]]:
        """The items of a symposium, in the order of time."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for slug, item in self.in_time:
            if item.symposium is not None:
                found[item.symposium].append(slug)
        return {symposium: tuple(items) for symposium, items in found.items()}

    @cached_property
    def items_by_session(self) -> Mapping[str, tuple[str, ...]]:
        """The items of a session in their order."""
        return {session: tuple(slug for slug, _ in row) for session, row in items_by_session(self.week).items()}

    @cached_property
    def recording_of(self) -> Mapping[str, str]:
        """The recording of an item, where there is one."""
        return {r.item: slug for slug, r in self.week.recordings.items() if r.item is not None}

    @cached_property
    def in_time(self) -> tuple[tuple[str, Item], ...]:
        """Every item: the placed ones in the order of time, then those to be announced."""
        placed = (placement.item for placement in self.timetable.placements)
        return tuple((slug, self.week.items[slug]) for slug in (*placed, *self.to_be_announced))

    @cached_property
    def to_be_announced(self) -> tuple[str, ...]:
        """Items that have no time yet."""
        return tuple(slug for slug in self.week.items if slug not in self.timetable.by_item)

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Placement, ...]]:
        """What begins on each day of the week by the host's clock; other days stand in when something lies there."""
        host = rules(self.week.zone)
        found: defaultdict[date, list[Placement]] = defaultdict(list)
        for day in (*self.week.days, *(span.start.astimezone(host).date() for span in self.timetable.spans)):
            found[day] = []
        for placement in self.timetable.placements:
            found[placement.start.astimezone(host).date()].append(placement)
        return {day: tuple(found[day]) for day in sorted(found)}

    @cached_property
    def hue_order(self) -> Mapping[str, int]:
        """The place of each exchange programme in the document, which decides its hue and shape."""
        return {slug: number for number, slug in enumerate(self.week.programmes)}

    @cached_property
    def sources(self) -> frozenset[str]:
        """The addresses of the sources that notes name anywhere in the week."""
        return frozenset(leaf.value for leaf in leaves(self.week, Matter.ADDRESS) if leaf.part == "Note")

    @question
    def kind_of(self, slug: str) -> ItemKind:
        """The kind of an item."""
        return self.week.items[slug].kind

    @question
    def takes_place(self, slug: str) -> bool:
        """Whether an item is still to be held, or was."""
        return self.week.items[slug].status.takes_place

    @question
    def sessions_of(self, symposium: str) -> frozenset[str]:
        """The sessions of a symposium, and those of others in which it has an item."""
        own = {slug for slug, session in self.week.sessions.items() if session.symposium == symposium}
        visiting = (item for item in self.week.items.values() if item.symposium == symposium)
        return frozenset(own | {item.session for item in visiting if item.session is not None})

    def institutions_of(self, slug: str) -> tuple[str, ...]:
        """The institutions that an item names, then those in whose positions its speakers speak."""
        item = self.week.items[slug]
        found = list(item.institutions)
        for speaker in item.speakers:
            position = self.position_of(speaker, slug)
            if position is not None and position.institution is not None:
                found.append(position.institution)
        return tuple(dict.fromkeys(found))

    def position_of(self, speaker: Speaker, slug: str) -> Position | None:
        """The position in which someone takes part in an item: the one that is named, else the only one of its day."""
        if speaker.position is not None:
            return self.week.people[speaker.person].positions.get(speaker.position)
        return self.sole_position(speaker.person, self.day_of(slug))

    def sole_position(self, person: str, day: date) -> Position | None:
        """The position that a person holds on a day; `None` for several, of which only the document can choose one."""
        held = [position for position in self.week.people[person].positions.values() if position.held_on(day)]
        return held[0] if len(held) == 1 else None

    def day_of(self, slug: str) -> date:
        """The day of an item by the host's clock; while it has no time, the week's first."""
        placement = self.timetable.by_item.get(slug)
        return placement.start.astimezone(rules(self.week.zone)).date() if placement else self.week.days[0]

    def session_of(self, item: Item) -> Session | None:
        """The session in which an item stands."""
        return None if item.session is None else self.week.sessions[item.session]

    def symposium_of(self, item: Item) -> str | None:
        """The symposium of an item: its own, else that of its session."""
        session = self.session_of(item)
        return item.symposium or (session.symposium if session else None)

    def programme_of(self, item: Item) -> str | None:
        """The exchange programme of an item, through its symposium."""
        symposium = self.symposium_of(item)
        return None if symposium is None else self.week.symposia[symposium].programme

    def attendance_of(self, item: Item) -> Attendance | None:
        """How to attend an item: as its session says, else its symposium, else the week."""
        session = self.session_of(item)
        symposium = self.symposium_of(item)
        own = session.attend if session else None
        return own or (self.week.symposia[symposium].attend if symposium else None) or self.week.attend

    @question
    def cues(self, path: str) -> tuple[Cue, ...]:
        """What a file of captions says, in the order of time; nothing of one that was not read."""
        return self.captions.get(path, Captions()).cues

    @property
    def for_others(self) -> bool:
        """Whether other websites may show what this one does: neither a draft nor a site of those within."""
        return self.draft is None and self.week.audience.rank == 0

    @cached_property
    def times_provisional(self) -> bool:
        """Whether the whole week says that its times are provisional."""
        return any(note.kind is NoteKind.PROVISIONAL and note.about == "times" for note in self.week.notes)

    @question
    def provisional(self, slug: str) -> bool:
        """Whether the time of an item is said to be provisional, by itself, its session or the whole week."""
        item = self.week.items[slug]
        session = self.session_of(item)
        return (
            self.times_provisional
            or item.noted(NoteKind.PROVISIONAL, "starts")
            or (session is not None and session.noted(NoteKind.PROVISIONAL, "start"))
        )

    def invented(self, item: Item) -> bool:
        """Whether an item is said to be invented."""
        return any(note.kind is NoteKind.INVENTED and note.about is None for note in item.notes)

    def has_page(self, person: str) -> bool:
        """Whether a person is shown by name and so has a page."""
        told = self.week.people[person]
        return told.shown is Shown.NAME and bool(told.names)

    def is_closed(self, item: Item) -> bool:
        """Whether an item's contents are closed to the readers of this site."""
        return self.week.closed(item)

    def has_item_page(self, item: Item) -> bool:
        """Whether an item says more than its place in the timetable does: breaks and closed ones do not."""
        return not self.is_closed(item) and bool(item.title or item.abstract or item.speakers)

    def sole(self, item: Item) -> bool:
        """Whether an item is the only one of its session."""
        return item.session is not None and len(self.items_by_session[item.session]) == 1

    def addresses(self, language: str) -> Iterator[Address]:
        """Every page of the site in a language."""
        week = self.week
        for kind in self.kinds:
            yield Address(language, kind)
        parts = {
            Kind.DAY: [day_slug(day) for day in self.by_day],
            Kind.ITEM: [slug for slug, item in week.items.items() if self.has_item_page(item)],
            Kind.SYMPOSIUM: list(week.symposia),
            Kind.PERSON: [slug for slug in week.people if self.has_page(slug)],
            Kind.INSTITUTION: list(week.institutions),
            Kind.PROGRAMME: list(week.programmes),
            Kind.RECORDING: list(week.recordings),
        }
        for kind, slugs in parts.items():
            yield from (Address(language, kind, slug) for slug in slugs)

    @question
    def moved_to(self, address: str) -> str | None:
        """Where the content of an earlier release's address is now (`items/keynote/`); `None` if it is no more."""
        return self.history.gone[address]

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The single pages that this week has, in the order of the navigation; `HOME` first, `ABOUT` last."""
        week = self.week
        present = {
            Kind.HOME: True,
            Kind.TIMETABLE: True,
            Kind.SYMPOSIA: bool(week.symposia),
            Kind.PEOPLE: any(self.has_page(slug) for slug in week.people),
            Kind.INSTITUTIONS: bool(week.institutions),
            Kind.PROGRAMMES: bool(week.programmes),
            Kind.AGREEMENTS: bool(week.agreements or week.offices),
            Kind.ASSOCIATION: week.association is not None,
            Kind.RECORDINGS: bool(week.recordings),
            Kind.REPORT: week.report is not None,
            Kind.TIMES: True,
            Kind.SEARCH: True,
            Kind.CEREMONY: week.audience is Visibility.STAFF,
            Kind.APPROVAL: self.draft is not None,
            Kind.CHANGES: bool(self.history.entries),
            Kind.ABOUT: True,
        }
        return tuple(kind for kind, there in present.items() if there)

    @cached_property
    def notices(self) -> tuple[tuple[Notice, bool], ...]:
        """The notices that are not over when the site is made, and of each whether its time is still to come.

        A page stays as it was made: what is to come waits in it for the script.
        """
        week = self.week
        running = (one for one in week.notices if one.until is None or one.until.instant > week.at)
        return tuple((one, one.begins is not None and one.begins.instant > week.at) for one in running)

    @cached_property
    def by_folder(self) -> Mapping[str, Address]:
        """Every page by its folder from the week's root."""
        every = (address for language in self.week.languages for address in self.addresses(language))
        return {address.folder: address for address in every}
