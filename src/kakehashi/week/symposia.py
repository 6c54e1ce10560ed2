"""Symposia and sessions: what items are grouped by, in subject and in time."""

from enum import StrEnum

from kakehashi.week.moments import Moment
from kakehashi.week.organising import Attendance
from kakehashi.week.part import Part, Visibility
from kakehashi.week.scalars import (
    Minutes,
    ToBlock,
    ToInstitution,
    ToPerson,
    ToProgramme,
    ToRoom,
    ToSymposium,
)
from kakehashi.words import LanguageTag, Text


class Symposium(Part):
    """A gathering on one subject, of an exchange programme or of several institutions in agreed order.

    It may have several sessions, on several days; all that belongs to it is at least as closed as itself.
    """

    title: Text
    short: Text = Text()
    programme: ToProgramme | None = None
    organisers: tuple[ToInstitution, ...] = ()
    chairs: tuple[ToPerson, ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    description: Text = Text()
    attend: Attendance | None = None
    visibility: Visibility = Visibility.PUBLIC


class InterpretingMode(StrEnum):
    """同時通訳 or 逐次通訳."""

    SIMULTANEOUS = "simultaneous"
    CONSECUTIVE = "consecutive"


class Interpreting(Part):
    """Interpreting offered in a session, and by whom where that is known."""

    source: LanguageTag
    target: LanguageTag
    mode: InterpretingMode = InterpretingMode.SIMULTANEOUS
    interpreter: ToPerson | None = None


class Session(Part):
    """An unbroken stay in one room. It starts at `start`, or else when its `block` starts; items follow in order.

    `minutes` is its planned length, from its first to its last; without it the block's end counts, or that of the last
    item. With neither start nor block its time is to be announced. `pinned` forbids the planner to move it.
    """

    title: Text = Text()
    symposium: ToSymposium | None = None
    room: ToRoom | None = None
    block: ToBlock | None = None
    start: Moment | None = None
    pinned: bool = False
    minutes: Minutes | None = None
    chairs: tuple[ToPerson, ...] = ()
    moderators: tuple[ToPerson, ...] = ()
    interpreting: tuple[Interpreting, ...] = ()
    attend: Attendance | None = None
    visibility: Visibility = Visibility.PUBLIC
