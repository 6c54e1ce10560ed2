from tests.site.pictures.drawings import named, place

from kakehashi.site.pictures import sample
from kakehashi.site.pictures.neatline import across, down, stretches


def test_a_whole_day_is_night_early_day_evening_and_night_again():
    assert [(part.start, part.end, part.state) for part in stretches(0, 24)] == [
        (0, 6, "night"),
        (6, 8, "early"),
        (8, 18, "day"),
        (18, 23, "evening"),
        (23, 24, "night"),
    ]


def test_stretches_go_on_past_midnight_without_a_seam():
    assert [(part.start, part.end, part.state) for part in stretches(22.5, 31)] == [
        (22.5, 23, "evening"),
        (23, 30, "night"),
        (30, 31, "early"),
    ]


def test_hours_before_midnight_count_below_zero():
    assert [(part.start, part.end, part.state) for part in stretches(-2, 1)] == [(-2, -1, "evening"), (-1, 1, "night")]


def test_night_fills_the_line_and_dusk_its_lower_half():
    drawn = across((10, 20), 8, (5, 9), 30)
    assert [place(one, "x", "y", "width", "height") for one in named(drawn, "rect")] == [
        (10, 20, 120, 8),
        (10, 20, 30, 8),
        (40, 24, 60, 4),
    ]


def test_upright_dusk_is_the_half_away_from_the_ticks():
    drawn = down((10, 20), 8, (17, 24), 10)
    assert [(one.get("class"), *place(one, "x", "y", "width", "height")) for one in named(drawn, "rect")] == [
        ("sky", 10, 20, 8, 70),
        ("dusk", 10, 30, 4, 50),
        ("night", 10, 80, 8, 10),
    ]


def test_the_samples_of_a_key_differ():
    assert len({sample(part) for part in ("night", "evening", "day")}) == 3
    assert sample("early") == sample("evening")
