"""Wishes that a timetable should heed, and the result of the last plan."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from kakehashi.frozen import FrozenMap
from kakehashi.week.moments import Moment
from kakehashi.week.part import Part, Visibility
from kakehashi.week.scalars import (
    Day,
    Minutes,
    Slug,
    To,
    ToBlock,
    ToInstitution,
    ToItem,
    ToPerson,
    ToRoom,
    ToSymposium,
)
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


class Listeners(Part):
    """People of an institution who listen, live and by its clock: to everything, or to one symposium.

    They count in what their institution bears as `weight` people who speak would.
    """

    institution: ToInstitution
    weight: Annotated[int, Field(ge=1, le=1000)]
    symposium: ToSymposium | None = None


AimWeight = Annotated[int, Field(ge=0, le=1000)]
"""How much one aim of a plan counts; 0 for not at all."""


class Weights(Part):
    """How much each aim of a plan counts, where all are to be added up instead of going one before the other.

    `fairness` weighs a minute of the worst-off institution's mean burden, `wishes` a point of a wish that is not met,
    `moves` an item that begins at another time than before, `compactness` a room or a session more than is needed.
    """

    fairness: AimWeight = 1
    wishes: AimWeight = 1
    moves: AimWeight = 1
    compactness: AimWeight = 1


class Wishes(Part):
    """What a timetable should heed. Never public.

    `protocol` is the order in which institutions speak in ceremonies; each group of `apart` holds what must not run in
    parallel; `changeover` is the least number of minutes between two sessions in one room. `nights` are people, and
    institutions all of whose people, may speak live by night. Without `weights` the aims of a plan go one before the
    other: fairness, then wishes, then compactness.
    """

    availability: tuple[Availability, ...] = ()
    preferences: tuple[Preference, ...] = ()
    protocol: tuple[ToInstitution, ...] = ()
    precedence: tuple[Precedence, ...] = ()
    apart: tuple[tuple[Annotated[Slug, To("sessions", "symposia", "items")], ...], ...] = ()
    changeover: Minutes = 0
    holidays: tuple[Holiday, ...] = ()
    listeners: tuple[Listeners, ...] = ()
    nights: tuple[Annotated[Slug, To("institutions", "people")], ...] = ()
    weights: Weights | None = None


class PlanStatus(StrEnum):
    """What the planner could show."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


class Burden(Part):
    """What a plan asks of one institution: minutes that its people speak or listen, weighed by their local hour.

    `total` adds them all up, and `mean` divides them by the parts that its people take, of which those who listen have
    as many as they weigh; both are rounded up. `alone` is the least mean that any timetable has for this institution,
    `appearances` counts the live parts of those who have to be there.
    """

    total: Annotated[int, Field(ge=0)]
    mean: Annotated[int, Field(ge=0)]
    alone: Annotated[int, Field(ge=0)] | None = None
    appearances: Annotated[int, Field(ge=0)] = 0


class PlanLevel(Part):
    """One aim of a plan: what was reached, and a value that no timetable is below which keeps the aims before it."""

    value: int
    bound: int


class Planning(Part):
    """The result of the last plan, for the timetable whose hash is `timetable`; with another hash it is stale.

    `objective` is the cost of the timetable found, `bound` a cost below which none can be, `gap` the distance between
    the two as a share of the objective; of aims that go one before the other they speak of the first, and `levels` has
    all. `burdens` is what each institution bears, `total` what all bear together, `least_total` the least that all
    could bear together; `price_of_fairness` is what `total` has more, as a share of `least_total`. With the same `seed`
    the search goes the same way. `visibility` says who may read any of it.
    """

    status: PlanStatus
    objective: int
    bound: int | None = None
    gap: Annotated[float, Field(ge=0)] | None = None
    levels: tuple[PlanLevel, ...] = ()
    burdens: FrozenMap[ToInstitution, Burden] = FrozenMap()
    total: Annotated[int, Field(ge=0)] | None = None
    least_total: Annotated[int, Field(ge=0)] | None = None
    price_of_fairness: Annotated[float, Field(ge=0)] | None = None
    seed: int = 0
    timetable: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    visibility: Visibility = Visibility.STAFF
