"""A bank: days that stand side by side under one set of clocks. A week that does not fit one is drawn in several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from kakehashi.site.pictures.axis import Axis, hour_height, runs
from kakehashi.site.pictures.clocks import Clock, clocks, offset
from kakehashi.site.pictures.days import PictureDay, WeekPicture
from kakehashi.site.pictures.forms import Form
from kakehashi.site.pictures.placing import Placed, placed
from kakehashi.words.zones import rules


class Ruler(NamedTuple):
    """A clock at an edge: `ahead` of the host's by so many hours, from `x` on, `width` wide."""

    clock: Clock
    ahead: float
    x: float
    width: float


class Column(NamedTuple):
    """A day between the edges."""

    day: PictureDay
    placed: tuple[Placed, ...]
    x: float
    width: float


@dataclass(frozen=True)
class Bank:
    """Days under one set of clocks, ready to be drawn."""

    form: Form
    host_zone: str
    at: datetime
    shown: tuple[Clock, ...]
    days: tuple[PictureDay, ...]

    @cached_property
    def rulers(self) -> tuple[Ruler, ...]:
        """West to host at the left edge, the east at the right."""
        home = offset(self.host_zone, self.at)
        widths = ruler_widths(self.shown, self.form)
        host = next(index for index, clock in enumerate(self.shown) if clock.host)
        east = self.form.whole - sum(widths[host + 1 :])
        starts = [
            sum(widths[:index]) if index <= host else east + sum(widths[host + 1 : index])
            for index in range(len(widths))
        ]
        return tuple(
            Ruler(clock, (offset(clock.zone, self.at) - home).total_seconds() / 3600, start, width)
            for clock, start, width in zip(self.shown, starts, widths, strict=True)
        )

    @cached_property
    def left(self) -> float:
        """Where the days' ground begins."""
        return max(ruler.x + ruler.width for ruler in self.rulers if ruler.ahead <= 0)

    @cached_property
    def right(self) -> float:
        """Where the days' ground ends."""
        return min((ruler.x for ruler in self.rulers if ruler.ahead > 0), default=self.form.whole)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The days, as broad as the lanes they need."""
        held = [placed(day, self.host_zone) for day in self.days]
        weights = [0.6 + 0.4 * bool(blocks) + 0.15 * (_most_lanes(blocks) - 1) for blocks in held]
        form, count = self.form, len(self.days)
        room = self.right - self.left - 2 * form.edge - 6 - form.day_gap * (count - 1)
        widths = _spread(room, weights, form.least_day)
        starts = [self.left + form.edge + sum(widths[:index]) + form.day_gap * index for index in range(count)]
        return tuple(Column(*column) for column in zip(self.days, held, starts, widths, strict=True))

    @cached_property
    def hours(self) -> tuple[tuple[int, int], ...]:
        """The host's hours that are shown."""
        return runs((one.first, one.last) for column in self.columns for one in column.placed)

    def parts(self, ruler: Ruler, first: int, last: int) -> Iterator[tuple[float, float, float]]:
        """A ruler's stretches (in the host's hours) with how far it is ahead in each: one, unless a clock changes."""
        start, ahead = float(first), self._ahead(ruler, first)
        # In steps of a quarter: an hour of UTC at which clocks change is 45 minutes past on a host's at +5:45.
        for quarter in range(4 * first + 1, 4 * last if self._changes(ruler, first, last) else 0):
            if (now := self._ahead(ruler, quarter / 4)) != ahead:
                yield start, quarter / 4, ahead
                start, ahead = quarter / 4, now
        yield start, last, ahead

    def _changes(self, ruler: Ruler, first: int, last: int) -> bool:
        # Each clock by itself: where both change within one night, the one may be as far ahead afterwards as before.
        zones = (ruler.clock.zone, self.host_zone)
        return any(offset(zone, self._moment(first)) != offset(zone, self._moment(last)) for zone in zones)

    def _ahead(self, ruler: Ruler, hour: float) -> float:
        at = self._moment(hour)
        return (offset(ruler.clock.zone, at) - offset(self.host_zone, at)).total_seconds() / 3600

    def _moment(self, hour: float) -> datetime:
        """The moment at which the host's clock shows an hour of the first day."""
        midnight = datetime.combine(self.days[0].date, time(0), tzinfo=rules(self.host_zone))
        return midnight + timedelta(hours=hour)

    def axis(self, head: float) -> Axis:
        """The axis under a head of that height."""
        broad = all(column.width >= self.form.broad for column in self.columns)
        usual = self.form.calm_hour if broad else self.form.hour
        return Axis(self.hours, head, hour_height(self.hours, usual, self.form.most))


def _spread(room: float, weights: Sequence[float], least: float) -> list[float]:
    """A share of the room for every weight, none below `least` unless there is not so much for all.

    What the small ones get on top the others give, in proportion to what they have above `least`.

    >>> _spread(100, [1, 1, 8], 20), _spread(30, [1, 1, 8], 20)
    ([20, 20, 60.0], [10.0, 10.0, 10.0])
    """
    least = min(least, room / len(weights))
    shares = [room * weight / sum(weights) for weight in weights]
    short = sum(least - share for share in shares if share < least)
    spare = sum(share - least for share in shares if share > least)
    return [least if share <= least else share - (share - least) * short / spare for share in shares]


def banks(picture: WeekPicture, form: Form) -> Iterator[Bank]:
    """The days of a picture, a new bank wherever the clocks of the places stand in another relation to the host's.

    Where a bank would be too full to read, its days are shared out evenly over more. A day on which a partner's clock
    changes before its last block ends stands in a bank of its own, whose ruler breaks at that hour.
    """

    def relation(day: PictureDay) -> tuple[float, ...]:
        at = moment(day, picture.host.zone)
        ends = (at, max((block.end for block in day.blocks), default=at))
        return tuple(
            (offset(place.zone, end) - offset(picture.host.zone, end)).total_seconds()
            for end in ends
            for place in picture.places
        )

    for _, group in groupby(picture.days, relation):
        days = tuple(group)
        at = moment(days[0], picture.host.zone)
        shown = clocks(picture.places, picture.host.zone, picture.host.city, at)
        for few in _shared_out(days, shown, form, picture.host.zone):
            yield Bank(form, picture.host.zone, at, shown, few)


def moment(day: PictureDay, zone: str) -> datetime:
    """The moment that stands for a day: its first start, or else noon."""
    noon = datetime.combine(day.date, time(12), tzinfo=rules(zone))
    return min((block.start for block in day.blocks), default=noon)


def ruler_widths(shown: Sequence[Clock], form: Form) -> list[float]:
    """How broad each ruler is: narrower where many of them would leave less than half for the days."""
    widths = [form.shared if len(clock.cities) > 1 else form.ruler for clock in shown]
    ratio = min(1.0, form.whole / 2 / sum(widths))
    return [max(form.least_ruler, width * ratio) for width in widths]


def _shared_out(
    days: Sequence[PictureDay], shown: Sequence[Clock], form: Form, zone: str
) -> Iterator[tuple[PictureDay, ...]]:
    room = form.whole - sum(ruler_widths(shown, form)) - 2 * form.edge
    needs = [max(form.least_day, form.least_lane * _most_lanes(placed(day, zone))) + form.day_gap for day in days]
    banks_needed = max(1, round(sum(needs) / room + 0.49))
    each = -(-len(days) // min(banks_needed, len(days)))
    for start in range(0, len(days), each):
        yield tuple(days[start : start + each])


def _most_lanes(blocks: Sequence[Placed]) -> int:
    return max((one.lanes for one in blocks), default=1)
