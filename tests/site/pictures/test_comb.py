from tests.site.pictures.drawings import HOST, jst, named, place, read, titles

from kakehashi.site.pictures import Clock, comb
from kakehashi.words import words_of

EN = words_of("en")
KAZAN = Clock(("Kazan",), "Europe/Moscow")
AUCKLAND = Clock(("Auckland",), "Pacific/Auckland")


def teeth(drawn, kind):
    return [place(one, "x1", "y1", "x2", "y2") for one in named(drawn, "line", kind)]


def test_by_working_day_a_tooth_stands_high_at_its_own_hour_and_the_host_comes_last():
    drawn = comb(jst(15), (KAZAN, HOST), EN)
    assert teeth(drawn, "stand") == [(47.5, 14.5, 47.5, 3.5), (77.5, 14.5, 77.5, 3.5)]
    assert teeth(drawn, "stand host") == [(77.5, 14.5, 77.5, 3.5)]


def test_in_the_evening_a_tooth_is_low_and_by_night_it_hangs():
    drawn = comb(jst(20), (KAZAN, HOST), EN)
    assert teeth(drawn, "stand host") == [(102.5, 14.5, 102.5, 8.5)]
    assert teeth(comb(jst(9), (KAZAN, HOST), EN), "hang") == [(17.5, 19.5, 17.5, 25.5)]


def test_a_foot_to_the_left_is_the_day_before_and_to_the_right_the_day_after():
    assert teeth(comb(jst(0, 30), (KAZAN, HOST), EN), "stand") == [(95, 14.5, 95, 8.5), (95, 8.5, 91, 8.5)]
    assert teeth(comb(jst(20), (HOST, AUCKLAND), EN), "hang") == [(2.5, 19.5, 2.5, 25.5), (2.5, 25.5, 6.5, 25.5)]


def test_the_head_is_the_hosts_alone():
    drawn = comb(jst(15), (KAZAN, HOST), EN)
    assert [place(one, "cx", "cy") for one in named(drawn, "circle")] == [(77.5, 3.5)]


def test_a_quarter_of_an_hour_stands_between_the_hours():
    drawn = comb(jst(15), (Clock(("Kathmandu",), "Asia/Kathmandu"),), EN)
    assert teeth(drawn, "stand") == [(61.25, 14.5, 61.25, 3.5)]


def test_it_is_one_image_with_everything_in_its_title():
    drawn = comb(jst(15), (KAZAN, HOST), EN)
    assert [(one.tag, one.get("role")) for one in read(drawn)] == [("svg", "img")]
    assert titles(drawn) == ["Kazan 09:00 (working day); Kanazawa 15:00 (working day)"]
