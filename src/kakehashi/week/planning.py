"""Wishes that a timetable should heed, and the result of the last plan."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from kakehashi.frozen import FrozenMap
from kakehashi.week.moments import Moment
from kakehashi.week.part import Part
from kakehashi.week.scalars import Day, Minutes, Slug, To, ToBlock, ToInstitution, ToItem, ToPerson, ToRoom
from kakehashi.words import Text


class Availability(Part):
    """A stretch of time in which a person can, or cannot, take part."""

    person: ToPerson
    begins: Moment
    until: Moment
    possible: bool = False


class Preference(Part):
    """How gladly (positive) or unwillingly (negative) a session, symposium or item would be in a block or room."""

    of: Annotated[Slug, To("sessions", "symposia", "items")]
    block: ToBlock | None = None
    room: ToRoom | None = None
    weight: Annotated[int, Field(ge=-100, le=100)] = 1


class Precedence(Part):
    """One item must come before another."""

    first: ToItem
    then: ToItem


class Holiday(Part):
    """Days on which an institution's people do not work."""

    institution: ToInstitution
    days: tuple[Day, ...]
    name: Text = Text()


class Wishes(Part):
    """What a timetable should heed. Never public.

    `protocol` is the order in which institutions speak in ceremonies; each group of `apart` holds what must not run in
    parallel; `changeover` is the least number of minutes between two sessions in one room.
    """

    availability: tuple[Availability, ...] = ()
    preferences: tuple[Preference, ...] = ()
    protocol: tuple[ToInstitution, ...] = ()
    precedence: tuple[Precedence, ...] = ()
    apart: tuple[tuple[Annotated[Slug, To("sessions", "symposia", "items")], ...], ...] = ()
    changeover: Minutes = 0
    holidays: tuple[Holiday, ...] = ()


class PlanStatus(StrEnum):
    """What the planner could show."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


class Planning(Part):
    """The result of the last plan, for the timetable whose hash is `timetable`; with another hash it is stale.

    `objective` is the cost of the timetable found, `bound` a cost below which none can be, `gap` the distance between
    the two as a share of the objective. `burden` is what each institution bears of the cost, `price_of_fairness` what
    it costs all together that nobody bears too much; with the same `seed` the search goes the same way.
    """

    status: PlanStatus
    objective: int
    bound: int | None = None
    gap: Annotated[float, Field(ge=0)] | None = None
    burden: FrozenMap[ToInstitution, int] = FrozenMap()
    price_of_fairness: Annotated[float, Field(ge=0)] | None = None
    seed: int = 0
    timetable: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
