"""Laws of moments in any zone of the world: what is written is read again, and is what the clock shows then."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.week import Moment
from kakehashi.week.moments import ClockFault, written_offset

ZONES = st.sampled_from(sorted(available_timezones()))
FIRST, LAST = datetime(1970, 1, 2), datetime(2037, 1, 1)  # noqa: DTZ001 - a wall clock has no zone
WALLS = st.datetimes(FIRST, LAST).map(lambda wall: wall.replace(second=0, microsecond=0))
OFFSETS = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timedelta(minutes=15 * quarters))
MOMENTS = st.builds(Moment, WALLS, ZONES, st.none() | OFFSETS)


def shown(moment: Moment) -> datetime:
    """What the clocks of its zone show at the moment."""
    return moment.instant.astimezone(ZoneInfo(moment.zone)).replace(tzinfo=None)


@given(MOMENTS)
def test_a_moment_is_read_as_it_was_written(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@given(MOMENTS)
def test_a_moment_without_a_fault_is_what_its_clocks_show_then(moment: Moment) -> None:
    if moment.fault is None:
        assert shown(moment) == moment.wall
    if moment.fault is ClockFault.OFFSET:
        assert shown(moment) != moment.wall


@given(WALLS, ZONES)
def test_a_time_of_a_clock_is_missing_when_no_offset_gives_it_and_twice_when_two_do(wall: datetime, zone: str) -> None:
    moment = Moment(wall, zone)
    settled = [Moment(wall, zone, offset) for offset in moment.offsets]
    right = [one for one in settled if shown(one) == wall]
    expected = {0: ClockFault.MISSING, 1: None, 2: ClockFault.TWICE}[len(right)]
    assert moment.fault is expected
    assert [one.fault for one in right] == [None] * len(right)


@given(st.datetimes(FIRST, LAST, timezones=st.just(UTC)), ZONES)
def test_what_a_clock_shows_at_any_instant_is_that_instant_once_its_offset_is_told(at: datetime, zone: str) -> None:
    at = at.replace(second=0, microsecond=0)
    local = at.astimezone(ZoneInfo(zone))
    moment = Moment(local.replace(tzinfo=None, fold=0), zone, local.utcoffset())
    assert (moment.fault, moment.instant) == (None, at)


@given(OFFSETS)
def test_an_offset_is_written_as_python_reads_it(offset: timedelta) -> None:
    assert datetime.strptime(written_offset(offset), "%z").utcoffset() == offset
