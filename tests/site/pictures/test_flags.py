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


def test_a_narrow_picture_names_one_city_of_a_clock_and_how_many_more():
    assert texts(flags(jst(15), shown(jst(15)), EN, "narrow"), "lab")[-1] == "09:00Kazan +1"


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
