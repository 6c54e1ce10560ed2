"""How the parts of a week hang together, as pages ask: who is in what, what stands where, found once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kakehashi.site.asking import question
from kakehashi.week import Placement, Timetable, timetable
from kakehashi.week.anatomy import Matter, leaves
from kakehashi.week.captions import NOTHING_READ, Captions, Cue, Read
from kakehashi.week.items import Item, ItemKind, Speaker
from kakehashi.week.organising import Attendance
from kakehashi.week.part import NoteKind
from kakehashi.week.people import Position, Shown
from kakehashi.week.symposia import Session
from kakehashi.week.timetable import items_by_session
from kakehashi.week.visibility import VisibleWeek
from kakehashi.words.zones import rules


@dataclass(frozen=True)
class Related:
    """A week with what follows from it. `captions` are files of the week that were read, as a site reads no disk."""

    week: VisibleWeek
    captions: Read = NOTHING_READ

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
