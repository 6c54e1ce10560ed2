from itertools import pairwise

from tests.site.pictures.drawings import HOST, KAZAN, VLADIVOSTOK, jst, named, place, texts

from kakehashi.site.pictures import Clock, Place, clocks, flags
from kakehashi.words import words_of

EN = words_of("en")
PARTNERS = (KAZAN, Place("Saint Petersburg", "Europe/Moscow"), Place("Irkutsk", "Asia/Irkutsk"), VLADIVOSTOK)


def shown(at):
    return clocks(PARTNERS, "Asia/Tokyo", "Kanazawa", at)


def test_every_clock_has_a_flag_with_its_time_and_cities_the_west_highest():
    assert texts(flags(jst(15), shown(jst(15)), EN, "wide"), "lab") == [
        "09:00Kazan, Saint Petersburg",
        "14:00Irkutsk",
        "15:00Kanazawa",
        "16:00Vladivostok",
    ]


def test_flags_that_would_leave_the_picture_all_fly_to_the_left_the_east_highest():
    drawn = flags(jst(21), shown(jst(21)), EN, "wide")
    assert texts(drawn, "lab end") == [
        "22:00Vladivostok",
        "21:00Kanazawa",
        "20:00Irkutsk",
        "15:00Kazan, Saint Petersburg",
    ]


NEAR = tuple(Place(city, "Asia/Irkutsk") for city in ("Irkutsk", "Chita", "Ulan-Ude"))


def near():
    """Three cities that share a clock, with names short enough for a narrow picture if they stand below one another."""
    return flags(jst(11), clocks(NEAR, "Asia/Tokyo", "Kanazawa", jst(11)), EN, "narrow")


def test_a_narrow_picture_sets_the_cities_of_a_clock_below_one_another_and_leaves_none_out():
    assert texts(near(), "lab") == ["10:00Irkutsk,", "Chita,", "Ulan-Ude", "11:00Kanazawa"]


def test_each_line_of_a_flag_has_its_height_and_stands_above_the_flags_in_the_east():
    heights = [place(one, "y")[0] for one in named(near(), "text", "lab")]
    assert [below - above for above, below in pairwise(heights)] == [22, 22, 22]


def test_cities_that_have_no_room_below_one_another_either_give_no_picture():
    assert flags(jst(15), shown(jst(15)), EN, "narrow") is None


def test_poles_shorten_from_row_to_row_so_that_none_crosses_a_name():
    drawn = flags(jst(15), shown(jst(15)), EN, "wide")
    heads = [place(one, "x1", "y2") for one in named(drawn, "line", "leader")][5:]
    assert heads == sorted(heads)


def test_names_that_fit_nowhere_give_no_picture():
    long_named = Clock(("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 3,), "Europe/London")
    assert flags(jst(21), (long_named, HOST), EN, "narrow") is None


def test_a_clock_on_another_date_says_so():
    auckland = Clock(("Auckland",), "Pacific/Auckland")
    assert texts(flags(jst(20), (HOST, auckland), EN, "wide"), "lab") == [
        "00:00Auckland, the day after",
        "20:00Kanazawa",
    ]


def test_clocks_at_both_ends_of_the_day_give_no_picture():
    assert flags(jst(0, 30), shown(jst(0, 30)), EN, "wide") is None
