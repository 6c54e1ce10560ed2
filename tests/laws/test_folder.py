"""Laws of the folder: what is written is read again, whatever stands in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import privates, weeks

from kakehashi.folder import dump, load
from kakehashi.week import Week
from kakehashi.week.private import Private


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(weeks())
def test_a_week_written_to_a_folder_is_read_as_an_equal_week(week: Week) -> None:
    with TemporaryDirectory() as folder:
        dump(week, Path(folder))
        loaded = load(Path(folder))
        assert (loaded.findings, loaded.week) == ((), week)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(weeks().flatmap(lambda week: st.tuples(st.just(week), privates(week))))
def test_what_is_private_is_written_and_read_beside_the_week(both: tuple[Week, Private]) -> None:
    week, private = both
    with TemporaryDirectory() as folder:
        dump(week, Path(folder), private)
        loaded = load(Path(folder))
        assert (loaded.findings, loaded.week, loaded.private) == ((), week, private)
