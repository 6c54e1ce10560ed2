"""What every rule looks at: the week, what follows from it, and what the office knows beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kakehashi.findings import Place, Value
from kakehashi.week.access import Access, strictest
from kakehashi.week.anatomy import Found, Matter, at, leaves
from kakehashi.week.appearing import is_there
from kakehashi.week.captions import NOTHING_READ, Read
from kakehashi.week.document import Week
from kakehashi.week.items import SpeakerRole
from kakehashi.week.naming import called
from kakehashi.week.part import Visibility
from kakehashi.week.private import Private
from kakehashi.week.timetable import Span, Timetable, timetable
from kakehashi.words.zones import rules


class Engagement(NamedTuple):
    """A stretch of time for which somebody has to be there, and for what."""

    person: str
    role: SpeakerRole
    position: str | None
    session: str
    start: datetime
    end: datetime
    place: Place


@dataclass(frozen=True)
class Case:
    """One week under examination on the day `today` of the host's calendar; `media` are the files that exist, if known,
    and `captions` those of them that were read.

    What several rules ask is found once and kept: the timetable, the leaves by matter, who has to be where. "Shown" is
    what others than staff may read, today or once it comes out.
    """

    week: Week
    today: date
    private: Private | None = None
    media: frozenset[str] | None = None
    captions: Read = NOTHING_READ

    @cached_property
    def timetable(self) -> Timetable:
        """When everything happens."""
        return timetable(self.week)

    @cached_property
    def public(self) -> Access:
        """What the public may see on that day."""
        # As the day begins: what comes out in its course is not out for pages that are built in the morning.
        return Access(self.week, Visibility.PUBLIC, datetime.combine(self.today, time(), rules(self.week.zone)))

    def leaves(self, *matters: Matter) -> Iterator[Found]:
        """Every leaf of the week of these matters."""
        return chain.from_iterable(self._leaves[matter] for matter in matters)

    @cached_property
    def _leaves(self) -> dict[Matter, list[Found]]:
        by_matter: dict[Matter, list[Found]] = {matter: [] for matter in Matter}
        for found in leaves(self.week, *Matter):
            by_matter[found.leaf.matter].append(found)
        return by_matter

    @cached_property
    def shown_texts(self) -> tuple[Found, ...]:
        """Every text and every word in a place that others than staff may read."""
        return tuple(self.shown(self.leaves(Matter.TEXT, Matter.WORDS)))

    def shown(self, found: Iterable[Found]) -> Iterator[Found]:
        """Those leaves that others than staff may read."""
        closed = self._staff_places
        for leaf in found:
            place = leaf.place
            # Wishes are the staff's own, and a plan's result has no words that a page would show.
            if place[0] in ("wishes", "planning") or place[:2] in closed or place[:3] in closed:
                continue
            if not self._in_closed_note(leaf):
                yield leaf

    @cached_property
    def _staff_places(self) -> frozenset[Place]:
        circles: dict[Place, Visibility] = {
            (collection, slug): circle
            for collection in ("sessions", "items", "symposia")
            for slug, circle in getattr(self.public, collection).items()
        }
        for slug, recording in self.week.recordings.items():
            of_item = self.public.items.get(recording.item or "", Visibility.PUBLIC)
            circles["recordings", slug] = strictest((recording.visibility, of_item))
        agenda = self.week.association.agenda if self.week.association else ()
        circles |= {("association", "agenda", number): point.visibility for number, point in enumerate(agenda)}
        return frozenset(place for place, circle in circles.items() if circle is Visibility.STAFF)

    def _in_closed_note(self, leaf: Found) -> bool:
        return leaf.part == "Note" and at(self.week, leaf.place[:-1]).visibility is Visibility.STAFF

    @cached_property
    def called_off(self) -> frozenset[str]:
        """The sessions that have items of which none takes place: they need neither their room nor anybody."""
        return frozenset(
            session
            for session, items in self.public.sequence.items()
            if not any(item.status.takes_place for _, item in items)
        )

    @cached_property
    def engagements(self) -> tuple[Engagement, ...]:
        """Everyone's engagements in what takes place: in live parts, and in the care of sessions."""
        return (*self._of_items(), *self._of_sessions())

    def _of_items(self) -> Iterator[Engagement]:
        for slug, placed in self.timetable.by_item.items():
            item = self.week.items[slug]
            for number, speaker in enumerate(item.speakers):
                if item.status.takes_place and is_there(item, speaker.role):
                    place = ("items", slug, "speakers", number)
                    yield Engagement(
                        speaker.person,
                        speaker.role,
                        speaker.position,
                        placed.session,
                        placed.start,
                        placed.end,
                        place,
                    )

    def _of_sessions(self) -> Iterator[Engagement]:
        for span in self.timetable.spans:
            if span.session in self.called_off:
                continue
            session = self.week.sessions[span.session]
            for role, key in ((SpeakerRole.CHAIR, "chairs"), (SpeakerRole.MODERATOR, "moderators")):
                for number, person in enumerate(getattr(session, key)):
                    yield _care(person, role, span, (key, number))
            for number, interpreting in enumerate(session.interpreting):
                if interpreting.interpreter is not None:
                    within = ("interpreting", number, "interpreter")
                    yield _care(interpreting.interpreter, SpeakerRole.INTERPRETER, span, within)

    def house(self, engagement: Engagement) -> str | None:
        """The institution for which somebody acts in an engagement, by the position named for it or held that day."""
        person = self.week.people.get(engagement.person)
        if person is None:
            return None
        named = person.positions.get(engagement.position) if engagement.position is not None else None
        day = self.local(engagement.start).date()
        # The position named for the occasion counts even if it is not held that day: another rule tells of that.
        for position in (named, *person.positions.values()):
            if (
                position is not None
                and position.institution is not None
                and (position is named or position.held_on(day))
            ):
                return position.institution
        return None

    def engaged_in(self, engagement: Engagement) -> Value:
        """What the item or the session of an engagement is called."""
        collection, slug = engagement.place[:2]
        return self.name(str(collection), str(slug))

    def local(self, instant: datetime) -> datetime:
        """The instant on the host's clock."""
        return instant.astimezone(rules(self.week.zone))

    def name(self, collection: str, slug: str) -> Value:
        """What a part is called in each language, or its slug while it is called nothing."""
        return called(self.week, collection, slug)


def _care(person: str, role: SpeakerRole, span: Span, within: Place) -> Engagement:
    return Engagement(person, role, None, span.session, span.start, span.end, ("sessions", span.session, *within))
