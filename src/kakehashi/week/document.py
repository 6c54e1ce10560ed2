"""The week document: one exchange week as plain, typed, frozen values."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from kakehashi.frozen import FrozenMap
from kakehashi.week.agreements import Agreement, Office
from kakehashi.week.association import Association
from kakehashi.week.institutions import Institution
from kakehashi.week.items import Item
from kakehashi.week.organising import Attendance, Contact, Licence, Link, Logo, Notice, Organisation, Stage
from kakehashi.week.part import Keyed, Part
from kakehashi.week.people import Person
from kakehashi.week.places import Block, Room
from kakehashi.week.planning import Planning, Wishes
from kakehashi.week.programmes import Programme
from kakehashi.week.recordings import Recording
from kakehashi.week.reporting import Report
from kakehashi.week.scalars import ColourCode, Day, Slug, TextKind, WebAddress, ZoneName
from kakehashi.week.symposia import Session, Symposium
from kakehashi.words import LanguageTag, Text


class Week(Part):
    """A whole week. Collections are keyed by slug, in the order of the document.

    `languages` are those of the week, the host's first. `wanted` says for a kind of text (`Item.title`) in which
    languages it is wanted; every other text that pages show is wanted in all. `fallback` is the order in which another
    language stands in for a missing one; empty means that of `languages`.
    """

    slug: Slug
    title: Text
    motto: Text = Text()
    description: Text = Text()
    languages: Annotated[tuple[LanguageTag, ...], Field(min_length=1)]
    fallback: tuple[LanguageTag, ...] = ()
    wanted: FrozenMap[TextKind, tuple[LanguageTag, ...]] = FrozenMap()
    zone: ZoneName
    days: Annotated[tuple[Day, ...], Field(min_length=1)]
    place: Text = Text()
    address: WebAddress | None = None
    stage: Stage = Stage.ANNOUNCED
    organisations: tuple[Organisation, ...] = ()
    funding: Text = Text()
    attend: Attendance | None = None
    contacts: tuple[Contact, ...] = ()
    logos: tuple[Logo, ...] = ()
    links: tuple[Link, ...] = ()
    accent: ColourCode | None = None
    notices: tuple[Notice, ...] = ()
    licence: Licence | None = None
    institutions: Keyed[Institution] = Keyed()
    people: Keyed[Person] = Keyed()
    programmes: Keyed[Programme] = Keyed()
    rooms: Keyed[Room] = Keyed()
    blocks: Keyed[Block] = Keyed()
    symposia: Keyed[Symposium] = Keyed()
    sessions: Keyed[Session] = Keyed()
    items: Keyed[Item] = Keyed()
    planning: Planning | None = None
    wishes: Wishes = Wishes()
    recordings: Keyed[Recording] = Keyed()
    agreements: Keyed[Agreement] = Keyed()
    offices: Keyed[Office] = Keyed()
    association: Association | None = None
    report: Report | None = None

    @property
    def host_language(self) -> str:
        """The host's language: the first of the week."""
        return self.languages[0]

    # Kept, although the model is frozen: a cached property writes past `__setattr__`.
    @cached_property
    def fallbacks(self) -> tuple[str, ...]:
        """The languages tried in order where a text lacks the reader's own."""
        return self.fallback + tuple(tag for tag in self.languages if tag not in self.fallback)
