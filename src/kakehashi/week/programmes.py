"""Exchange programmes (交流プログラム) and their yearly figures."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kakehashi.week.part import Keyed, Part
from kakehashi.week.scalars import Day, PartialDate, ToInstitution, ToPerson, WebAddress
from kakehashi.words import Text


class Direction(StrEnum):
    """派遣 and 受入: students sent by the lead institution, received by it, or another thing counted."""

    SENT = "sent"
    RECEIVED = "received"
    OTHER = "other"


Count = Annotated[int, Field(ge=0)]


class YearFigure(Part):
    """One year's plan and result. `None` means not counted, which is not 0."""

    year: Annotated[int, Field(ge=1900, le=2200)]
    plan: Count | None = None
    result: Count | None = None


class Figures(Part):
    """A series of yearly figures: what is counted, how, as of which day, after which source.

    A year that is not listed, or that has neither plan nor result, was not counted, which is not 0: charts leave a gap.
    """

    direction: Direction = Direction.OTHER
    counted: Text
    how: Text = Text()
    as_of: Day | None = None
    source: Text = Text()
    years: tuple[YearFigure, ...] = ()


class Programme(Part):
    """An exchange programme. Its place in the document decides its hue and shape on pages."""

    name: Text
    short: Text = Text()
    aims: Text = Text()
    since: PartialDate | None = None
    fields: tuple[Text, ...] = ()
    level: Text = Text()
    lead: ToInstitution | None = None
    coordinators: tuple[ToPerson, ...] = ()
    partners: tuple[ToInstitution, ...] = ()
    web: WebAddress | None = None
    figures: Keyed[Figures] = Keyed()
