from kakehashi.site.pictures.axis import BREAK, Axis, hour_height, runs


def test_the_axis_runs_from_an_hour_before_the_first_start_to_the_last_end():
    assert runs([(14, 14.5), (15, 17.5), (18.75, 19.75)]) == ((13, 20),)


def test_long_empty_stretches_are_folded_away():
    assert runs([(1.5, 2.5), (15, 16.5), (23, 25.5)]) == ((1, 3), (14, 17), (22, 26))


def test_a_start_at_midnight_has_no_hour_before_it():
    assert runs([(0, 1)]) == ((0, 1),)


def test_a_moment_without_length_has_an_hour_around_it():
    assert runs([(0, 0)]) == ((0, 1),)


def test_a_week_without_blocks_shows_a_working_day():
    assert runs([]) == ((9, 18),)


def test_heights_follow_the_hours_and_step_over_a_fold():
    axis = Axis(((1, 3), (14, 17)), top=150, hour=100)
    assert [axis.y(hour) for hour in (1, 2.5, 14, 17)] == [150, 300, 350 + BREAK, 650 + BREAK]
    assert axis.bottom == 650 + BREAK


def test_an_hour_that_is_folded_away_or_before_the_axis_lies_at_the_nearest_edge():
    axis = Axis(((1, 3), (14, 17)), top=150, hour=100)
    assert [axis.y(hour) for hour in (0, 9)] == [150, 350]


def test_many_hours_are_drawn_lower_but_never_below_half():
    assert [hour_height([(0, hours)], 108, 1400) for hours in (7, 14, 100)] == [108, 100, 54]
