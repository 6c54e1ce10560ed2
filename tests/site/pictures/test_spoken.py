from tests.site.pictures.drawings import HOST, jst

from kakehashi.site.pictures import Clock, cities, state_word, tell
from kakehashi.words import words_of

EN, JA = words_of("en"), words_of("ja")
KAZAN = Clock(("Kazan", "Saint Petersburg", "Nizhny Novgorod"), "Europe/Moscow")


def test_all_cities_of_a_clock_are_named_unless_a_number_is_given():
    assert cities(KAZAN, EN) == "Kazan, Saint Petersburg, Nizhny Novgorod"
    assert cities(KAZAN, EN, most=2) == "Kazan, Saint Petersburg +1"


def test_cities_are_joined_as_the_language_joins_them():
    assert cities(Clock(("カザン", "サンクトペテルブルク"), "Europe/Moscow"), JA) == "カザン・サンクトペテルブルク"


def test_a_moment_is_told_for_every_clock_with_its_part_of_the_day():
    assert tell(jst(15), (Clock(("Kazan",), "Europe/Moscow"), HOST), EN) == (
        "Kazan 09:00 (working day); Kanazawa 15:00 (working day)"
    )


def test_another_date_than_the_hosts_is_told():
    clocks = (Clock(("Kazan",), "Europe/Moscow"), HOST, Clock(("Auckland",), "Pacific/Auckland"))
    assert tell(jst(0, 30), clocks, EN) == (
        "Kazan the day before, 18:30 (evening); Kanazawa 00:30 (night); Auckland 04:30 (night)"
    )
    assert tell(jst(20), clocks, EN) == (
        "Kazan 14:00 (working day); Kanazawa 20:00 (evening); Auckland the day after, 00:00 (night)"
    )


def test_every_part_of_the_day_has_a_word_of_its_own():
    assert len({state_word(part, JA) for part in ("night", "early", "day", "evening")}) == 4
