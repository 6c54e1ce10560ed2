"""How closed each part of a week really is, once its session, its symposium and the moment are taken into account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from kakehashi.week.document import Week
from kakehashi.week.items import Item, ItemKind
from kakehashi.week.moments import Moment
from kakehashi.week.part import Visibility
from kakehashi.week.timetable import items_by_session


def strictest(circles: Iterable[Visibility]) -> Visibility:
    """The most closed of several circles; public when there is none.

    >>> strictest([Visibility.PUBLIC, Visibility.MEMBERS])
    <Visibility.MEMBERS: 'members'>
    """
    return max(circles, key=lambda circle: circle.rank, default=Visibility.PUBLIC)


@dataclass(frozen=True)
class Access:
    """What readers of a circle may see of a week at a moment.

    Three questions are kept apart: whether a part *exists* for them (`shows_symposium`, `out`), whether it *stands* in
    their timetable if only as a bare entry (`shows_session`, `stands`), and whether they may *read* it (`opens`). What
    is open stands. `at` is aware.
    """

    week: Week
    audience: Visibility
    at: datetime

    def admits(self, circle: Visibility) -> bool:
        """Whether what this circle may read is open to the audience."""
        return circle.rank <= self.audience.rank

    def out(self, visible_from: Moment | None) -> bool:
        """Whether the moment of becoming visible has come; for staff it always has."""
        return visible_from is None or self.audience is Visibility.STAFF or visible_from.instant <= self.at

    @cached_property
    def symposia(self) -> dict[str, Visibility]:
        """How closed each symposium is."""
        return {slug: symposium.visibility for slug, symposium in self.week.symposia.items()}

    @cached_property
    def sessions(self) -> dict[str, Visibility]:
        """How closed each session is: as itself and its symposium, whichever is stricter."""
        return {
            slug: strictest((session.visibility, self._of_symposium(session.symposium)))
            for slug, session in self.week.sessions.items()
        }

    @cached_property
    def items(self) -> dict[str, Visibility]:
        """How closed each item is: as itself, its session and its symposium, whichever is strictest."""
        return {slug: self._of_item(item) for slug, item in self.week.items.items()}

    def shows_symposium(self, slug: str | None) -> bool:
        """Whether the symposium exists for the audience."""
        return slug is not None and slug in self.symposia and self.admits(self.symposia[slug])

    def shows_session(self, slug: str | None) -> bool:
        """Whether the session stands in the audience's timetable, if only as a closed entry.

        What is the staff's own altogether does not: a staff session, one that holds nothing but rehearsals.
        """
        return slug in self._standing

    def opens(self, slug: str | None) -> bool:
        """Whether the audience may read what an item is: neither closed to it, nor still to come out, nor unknown."""
        item = None if slug is None else self.week.items.get(slug)
        return slug is not None and item is not None and self.admits(self.items[slug]) and self.out(item.visible_from)

    def stands(self, slug: str) -> bool:
        """Whether an item has an entry in what the audience sees, if only a bare one that keeps its time free."""
        session = self.week.items[slug].session
        # One whose session does not exist has no time to keep free, like one that has none.
        if session in self.week.sessions:
            return self.shows_session(session)
        return self.out(self.week.items[slug].visible_from) and (
            self.items[slug] is not Visibility.STAFF or self.admits(Visibility.STAFF)
        )

    @cached_property
    def sequence(self) -> dict[str, list[tuple[str, Item]]]:
        """The items of each session in their order."""
        return items_by_session(self.week)

    @cached_property
    def _standing(self) -> frozenset[str]:
        return frozenset(slug for slug in self.week.sessions if self._stands(slug))

    def _stands(self, slug: str) -> bool:
        items = self.sequence.get(slug, [])
        only_rehearsals = bool(items) and all(item.kind is ItemKind.REHEARSAL for _, item in items)
        return self.audience is Visibility.STAFF or not (only_rehearsals or self.sessions[slug] is Visibility.STAFF)

    def _of_symposium(self, slug: str | None) -> Visibility:
        return Visibility.PUBLIC if slug is None else self.symposia.get(slug, Visibility.PUBLIC)

    def _of_item(self, item: Item) -> Visibility:
        session = Visibility.PUBLIC if item.session is None else self.sessions.get(item.session, Visibility.PUBLIC)
        # A rehearsal is the staff's own, whatever its file says: a forgotten mark must not publish one.
        kind = Visibility.STAFF if item.kind is ItemKind.REHEARSAL else Visibility.PUBLIC
        return strictest((item.visibility, session, self._of_symposium(item.symposium), kind))
