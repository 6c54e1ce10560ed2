"""What of a week a planner may move, and what stays where it is (docs/decisions/0022-what-a-plan-may-move.md)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kakehashi.findings import Finding, Severity
from kakehashi.timetable.stages import has_its_place
from kakehashi.week import Placement, Span, Week, timetable
from kakehashi.week.appearing import Appearance, appearances_in
from kakehashi.week.items import Item
from kakehashi.week.naming import called
from kakehashi.week.symposia import Session
from kakehashi.week.timetable import items_by_session
from kakehashi.words.zones import rules


@dataclass(frozen=True, slots=True)
class Run:
    """Items that stay together: one that takes time, and those without minutes that go with it."""

    items: tuple[str, ...]
    head: str
    session: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Sessions that may take each other's place, mostly one alone, and what they hold between them."""

    name: str
    sessions: tuple[str, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Movement:
    """A week parted into what moves and what stays.

    With `keep` all stays that has a block and a room; `only` names the one symposium that is planned, if there is one.
    """

    week: Week
    keep: bool = False
    only: str | None = None

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """What is planned, in the order of the document."""
        joined: defaultdict[str, list[str]] = defaultdict(list)
        for item, track in self._unplaced.items():
            if track is not None and self.week.items[item].minutes:
                joined[track].append(item)
        found = []
        for name, sessions in self._parted.items():
            runs = [run for slug in sessions for run in runs_of(slug, self.sequence.get(slug, ()))]
            runs += [Run((item,), item, None) for item in joined.get(name, ())]
            if runs and not all(map(self.is_anchored, runs)):
                found.append(Group(name, sessions, tuple(runs)))
        return tuple(found)

    @cached_property
    def sequence(self) -> Mapping[str, Sequence[tuple[str, Item]]]:
        """The items of each session in their order."""
        return items_by_session(self.week)

    @cached_property
    def called_off(self) -> frozenset[str]:
        """The sessions that have items of which none takes place: they need neither a room nor anybody."""
        return frozenset(
            slug
            for slug, items in self.sequence.items()
            if items and not any(item.status.takes_place for _, item in items)
        )

    @cached_property
    def moving(self) -> frozenset[str]:
        """The sessions that are planned."""
        return frozenset(slug for group in self.groups for slug in group.sessions)

    @cached_property
    def people(self) -> Mapping[str, tuple[Appearance, ...]]:
        """Who has to be there live in each item."""
        return {slug: appearances_in(self.week, item) for slug, item in self.week.items.items()}

    @cached_property
    def placed(self) -> Mapping[str, Placement]:
        """Where each item of the week stands now."""
        return timetable(self.week).by_item

    @cached_property
    def fixed_items(self) -> tuple[Placement, ...]:
        """The items that stay where they are, and take place."""
        return tuple(
            one
            for one in self.placed.values()
            if one.session not in self.moving and self.week.items[one.item].status.takes_place
        )

    @cached_property
    def fixed_sessions(self) -> tuple[Span, ...]:
        """The sessions that stay where they are, and take place."""
        return tuple(
            span
            for span in timetable(self.week).spans
            if span.session not in self.moving and span.session not in self.called_off
        )

    def items_named(self, names: Iterable[str]) -> frozenset[str]:
        """Those of some names that mean items: of a name that a session or a symposium has too, that one is meant."""
        week = self.week
        return frozenset(one for one in names if one in week.items and one not in {*week.sessions, *week.symposia})

    def is_anchored(self, run: Run) -> bool:
        """Whether a run stays where it is because only the rest is planned."""
        return self.keep and self.cell_of(run) is not None

    def cell_of(self, run: Run) -> tuple[str, str] | None:
        """The block and the room in which a run is now; `None` without either, or where its session has neither."""
        session = self.week.sessions.get(run.session or "")
        if session is None or session.block is None or session.room is None:
            return None
        known = session.block in self.week.blocks and session.room in self.week.rooms
        return (session.block, session.room) if known else None

    @cached_property
    def _parted(self) -> Mapping[str, tuple[str, ...]]:
        """The sessions that may move, those that may take each other's place together, by the name of their track."""
        alike: defaultdict[object, list[str]] = defaultdict(list)
        for slug, session in self.week.sessions.items():
            if self._may_move(slug, session):
                alike[_kind(session) if self._is_plain(slug, session) else slug].append(slug)
        of = {sessions[0]: self.week.sessions[sessions[0]].symposium for sessions in alike.values()}
        several = Counter(of[sessions[0]] for sessions in alike.values() if len(sessions) > 1)
        named: dict[str, tuple[str, ...]] = {}
        for sessions in alike.values():
            symposium = of[sessions[0]]
            shared = symposium is not None and len(sessions) > 1 and several[symposium] == 1
            name = symposium if shared and symposium not in self.week.sessions else sessions[0]
            named[name or sessions[0]] = tuple(sessions)
        return named

    def _may_move(self, slug: str, session: Session) -> bool:
        if session.pinned or session.start is not None or slug in self.called_off:
            return False
        if self.only is not None and session.symposium != self.only:
            return False
        items = [item for _, item in self.sequence.get(slug, ())]
        if self.keep and self._runs_over(slug, session):
            return False
        # What takes no time fills no slot, and can be pinned to none; nor can what is outside every block.
        if items and not any(item.minutes for item in items):
            return False
        return not any(item.starts is not None and (not item.minutes or not self._in_a_block(item)) for item in items)

    def _runs_over(self, slug: str, session: Session) -> bool:
        """Whether something of a session stands outside its block, where it cannot be kept on a grid of blocks."""
        block = self.week.blocks.get(session.block or "")
        return block is not None and any(
            self.placed[item].start < block.start.instant or self.placed[item].end > block.start.instant + block.length
            for item, _ in self.sequence.get(slug, ())
        )

    def _in_a_block(self, item: Item) -> bool:
        return item.starts is not None and any(
            block.start.instant <= item.starts.instant < block.start.instant + block.length
            for block in self.week.blocks.values()
        )

    def _is_plain(self, slug: str, session: Session) -> bool:
        """Whether nothing about a session is its own: neither a title, nor a wish, nor anything that has its place."""
        wished = any(slug == one.of for one in self.week.wishes.preferences)
        apart = any(slug in group for group in self.week.wishes.apart)
        own = any(has_its_place(item) for _, item in self.sequence.get(slug, ()))
        return session.symposium is not None and not session.title and not wished and not apart and not own

    @cached_property
    def left_out(self) -> tuple[Finding, ...]:
        """What is not planned although it has no time yet: it may be, once somebody says more about it."""
        found = []
        for slug, track in self._unplaced.items():
            if track is None or not self.week.items[slug].minutes:
                code = "plan.item-of-no-session" if track is None else "plan.no-minutes"
                values = {"what": called(self.week, "items", slug)}
                found.append(Finding(code, ("items", slug), values, Severity.WARNING))
        return (*found, *self._started_elsewhere())

    def _started_elsewhere(self) -> Iterator[Finding]:
        """Sessions without a place that get none, since something of theirs has its start outside every block."""
        for slug, session in self.week.sessions.items():
            open_to_a_plan = session.start is None and session.block is None and not session.pinned
            if not open_to_a_plan or self.only not in (None, session.symposium):
                continue
            for name, item in self.sequence.get(slug, ()):
                if item.starts is not None and item.status.takes_place and not self._in_a_block(item):
                    start = item.starts.instant.astimezone(rules(self.week.zone))
                    of = {"what": called(self.week, "items", name), "session": called(self.week, "sessions", slug)}
                    values = {**of, "start": start}
                    yield Finding("plan.start-outside-blocks", ("items", name, "starts"), values, Severity.WARNING)

    @cached_property
    def _unplaced(self) -> Mapping[str, str | None]:
        """The track of each item without a session that is to take place, if it has exactly one to go to."""
        return {
            slug: self._homes.get(item.symposium)
            for slug, item in self.week.items.items()
            if item.session is None and item.status.takes_place and self.only in (None, item.symposium)
        }

    @cached_property
    def _homes(self) -> Mapping[str | None, str]:
        """The track of each symposium, and of none, to which an item goes that has no session: the only one without a
        title, or the only one; there may be no such track.
        """
        tracks: defaultdict[str | None, list[str]] = defaultdict(list)
        for name, sessions in self._parted.items():
            tracks[self.week.sessions[sessions[0]].symposium].append(name)
        titled = {slug for slug, session in self.week.sessions.items() if session.title}
        found: dict[str | None, str] = {}
        for symposium, names in tracks.items():
            untitled = [name for name in names if titled.isdisjoint(self._parted[name])]
            for only in (untitled, names):
                if len(only) == 1:
                    found.setdefault(symposium, only[0])
        return found


def _kind(session: Session) -> object:
    return (
        session.symposium,
        session.chairs,
        session.moderators,
        session.interpreting,
        session.visibility,
        session.attend,
        session.minutes,
    )


def runs_of(session: str, items: Sequence[tuple[str, Item]]) -> Iterator[Run]:
    """The runs of a session, in their order; none where no item takes time.

    What takes no time goes with the item before it, or with the first.
    """
    together: list[list[str]] = []
    heads: list[str] = []
    before: list[str] = []
    for slug, item in items:
        if item.minutes:
            together.append([*before, slug])
            heads.append(slug)
            before = []
        else:
            (together[-1] if together else before).append(slug)
    return (Run(tuple(run), head, session) for run, head in zip(together, heads, strict=True))
