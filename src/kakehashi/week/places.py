"""Rooms (places and streams) and blocks (stretches of time that sessions may use)."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kakehashi.week.moments import Moment
from kakehashi.week.part import Part
from kakehashi.week.scalars import ToInstitution
from kakehashi.words import Text


class RoomKind(StrEnum):
    """A room that one enters, or a stream that one watches."""

    PLACE = "place"
    STREAM = "stream"


class Room(Part):
    """Where a session is held. The order of the document is that of the columns of a timetable: the main hall first.

    `institution` is the house in which a place lies; `how_to_find` is for those who come.
    """

    name: Text
    kind: RoomKind = RoomKind.STREAM
    institution: ToInstitution | None = None
    how_to_find: Text = Text()
    seats: Annotated[int, Field(ge=0)] | None = None


class Block(Part):
    """A stretch of time in equal slots, counted in real minutes: one over a change of the clocks keeps its length.

    A session without a start of its own begins with its block, and ends with it unless it says how long it is.
    """

    name: Text = Text()
    start: Moment
    slots: Annotated[int, Field(ge=1, le=1000)]
    slot_minutes: Annotated[int, Field(ge=1, le=600)]

    @property
    def length(self) -> timedelta:
        """From the start of the first slot to the end of the last."""
        return timedelta(minutes=self.slots * self.slot_minutes)
