from datetime import UTC, datetime, timedelta

from tests.site.pictures.drawings import HOST, jst, named, place, texts

from kakehashi.site.pictures import Clock, overlap_sentence, ruler_states, two_clocks
from kakehashi.site.pictures.ruler import overlap
from kakehashi.words import words_of

EN = words_of("en")
KAZAN = Clock(("Kazan",), "Europe/Moscow")
VLADIVOSTOK = Clock(("Vladivostok",), "Asia/Vladivostok")
DELHI = Clock(("Delhi",), "Asia/Kolkata")


def test_a_row_begins_wherever_a_clock_changes_its_part_of_the_day():
    rows = ruler_states([jst(16), jst(18, 30)], (HOST, VLADIVOSTOK))
    assert [(row.at, row.states) for row in rows] == [
        (jst(16), ("day", "day")),
        (jst(17), ("day", "evening")),
        (jst(18), ("evening", "evening")),
        (jst(18, 30), ("evening", "evening")),
    ]


def test_half_hour_zones_change_at_half_hours_of_the_host():
    assert [row.at for row in ruler_states([jst(11), jst(12)], (HOST, DELHI))] == [jst(11), jst(11, 30), jst(12)]


def test_moments_given_twice_or_in_disorder_are_rows_once_and_in_order():
    later_in_moscow = jst(16).astimezone(UTC) + timedelta(minutes=10)
    rows = ruler_states([later_in_moscow, jst(16), jst(16)], (HOST,))
    assert [row.at for row in rows] == [jst(16), later_in_moscow]


def test_nothing_planned_has_no_rows():
    assert ruler_states([], (HOST,)) == ()


def test_both_clocks_are_between_8_and_20_in_six_hours_of_kanazawa_and_kazan():
    assert overlap(-6) == (14, 20)
    assert overlap_sentence(jst(12), HOST, KAZAN, EN) == (
        "Kanazawa 14:00–20:00, Kazan 08:00–14:00: the hours in which both are between 8 and 20."
    )


def test_clocks_on_opposite_sides_of_the_earth_have_no_such_hour():
    sao_paulo = Clock(("São Paulo",), "America/Sao_Paulo")
    assert overlap(-12) is None
    assert overlap_sentence(jst(12), HOST, sao_paulo, EN) == (
        "Kanazawa and São Paulo have no hour in which both are between 8 and 20."
    )
    assert named(two_clocks(jst(12), HOST, sao_paulo, EN), "rect", "span") == []


def test_far_clocks_meet_early_or_late():
    assert [overlap(ahead) for ahead in (-14, 11, 3.5)] == [(8, 10), (8, 9), (8, 16.5)]


def test_both_bars_stand_over_the_same_hours():
    drawn = two_clocks(jst(12), HOST, KAZAN, EN)
    assert [place(one, "x", "width") for one in named(drawn, "rect", "span")[:2]] == [(408.5, 306), (408.5, 306)]
    assert len(named(drawn, "rect", "span host")) == 2


def test_each_clock_is_named_with_its_offset_in_both_forms():
    assert texts(two_clocks(jst(12), HOST, DELHI, EN), "lab") == ["Kanazawa, UTC+9", "Delhi, UTC+5:30"] * 2


def test_a_half_hour_clock_has_its_ticks_at_its_own_whole_hours():
    drawn = two_clocks(jst(12), HOST, DELHI, EN)
    first_tick = next(one for one in named(drawn, "line", "leader") if one.get("y1") == "113")
    assert place(first_tick, "x1") == (26,)


def test_the_offset_is_that_of_the_given_day():
    berlin = Clock(("Berlin",), "Europe/Berlin")
    winter = datetime(2021, 12, 1, 3, tzinfo=UTC)
    assert texts(two_clocks(winter, HOST, berlin, EN), "lab")[1] == "Berlin, UTC+1"
