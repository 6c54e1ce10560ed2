from datetime import UTC, datetime, timedelta

from tests.site.pictures.drawings import jst, named, place, read

from kakehashi.site.pictures import sky


def bars(start, minutes, zone="Asia/Tokyo", host=False):
    drawn = sky(start, start + timedelta(minutes=minutes), zone, host)
    return [place(one, "x", "y", "width", "height") for one in named(drawn, "rect", "span")]


def test_a_session_in_the_working_day_stands_high_on_the_neatline():
    assert bars(jst(15), 150) == [(150.5, 3, 25, 5)]


def test_in_the_evening_it_is_low_and_by_night_it_hangs_below():
    assert bars(jst(20), 60) == [(200.5, 5, 10, 3)]
    assert bars(jst(1), 60) == [(10.5, 13, 10, 5)]


def test_what_passes_midnight_goes_on_at_the_left_in_the_state_of_its_start():
    assert bars(jst(22), 180) == [(220.5, 5, 20, 3), (0.5, 5, 10, 3)]


def test_more_than_a_day_fills_the_day():
    assert bars(jst(15), 60 * 40) == [(150.5, 3, 90, 5), (0.5, 3, 150, 5)]


def test_a_session_lasts_as_long_as_it_lasts_where_the_clocks_change_in_it():
    before_the_change = datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert bars(before_the_change, 60, "Europe/Berlin") == [(25.5, 13, 10, 5)]


def test_only_the_hosts_bar_is_marked_and_the_drawing_is_hidden_from_readers():
    assert len(named(sky(jst(15), jst(16), "Asia/Tokyo", True), "rect", "span host")) == 1
    assert len(named(sky(jst(15), jst(16), "Europe/Moscow", False), "rect", "span host")) == 0
    assert read(sky(jst(15), jst(16), "Asia/Tokyo", True))[0].get("aria-hidden") == "true"
