from tests.site.pictures.drawings import block, jst, named, picture_day, place, texts, week

from kakehashi.site.pictures import Place
from kakehashi.site.pictures.banks import banks
from kakehashi.site.pictures.edges import names_height, rulers, shades
from kakehashi.site.pictures.forms import NARROW, WIDE

DAY = picture_day(block(jst(14), 60), block(jst(17), 60))


def drawn(*places, form=WIDE):
    (bank,) = banks(week(DAY, places=places), form)
    axis = bank.axis(150)
    return "".join(rulers(bank, axis)), "".join(shades(bank, axis))


def test_every_clock_shows_its_own_hours():
    ruler, _ = drawn(Place("Kazan", "Europe/Moscow"))
    assert texts(ruler, "fig") == ["7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18"]


def test_a_half_hour_zone_has_its_ticks_between_the_hosts_lines():
    ruler, _ = drawn(Place("Delhi", "Asia/Kolkata"))
    ticks = [place(one, "y1")[0] for one in named(ruler, "line", "leader") if "host" not in one.get("class", "")]
    assert ticks == [204 + 108 * hour for hour in range(5)]


def test_the_last_figure_stands_above_its_line():
    ruler, _ = drawn()
    ends = [place(one, "y")[0] for one in named(ruler, "text", "fig")][-2:]
    assert ends == [150 + 4 * 108 + 15, 150 + 5 * 108 - 5]


def test_cities_that_share_a_clock_stand_side_by_side_and_too_many_are_counted():
    cities = ("Kazan", "Saint Petersburg", "Moscow", "Perm")
    ruler, _ = drawn(*(Place(city, "Europe/Moscow") for city in cities))
    assert texts(ruler, "t13")[:3] == ["Kazan", "Saint Petersburg", "Moscow +1"]


def test_japanese_names_stand_upright_and_others_are_turned():
    ruler, _ = drawn(Place("カザン", "Europe/Moscow"))
    assert texts(ruler, "tate") == ["カザン"]
    assert [one.get("transform") for one in named(ruler, "text", "hosted t13")] == ["translate(68.4 141) rotate(-90)"]


def test_a_very_long_name_is_cut_and_the_head_grows_only_so_far():
    (bank,) = banks(week(DAY, places=(Place("Llanfair" * 20, "Europe/London"),)), NARROW)
    assert names_height(bank) == 212
    assert [name for name in texts("".join(rulers(bank, bank.axis(212))), "t11") if name.endswith("…")] != []


def test_dusk_lies_over_a_partners_column_and_the_hosts_over_the_days_as_well():
    _, shade = drawn(Place("Vladivostok", "Asia/Vladivostok"))
    assert [place(one, "x", "y", "width", "height") for one in named(shade, "rect", "shade")] == [
        (1190, 150 + 4 * 108, 58, 108),
    ]
    late = picture_day(block(jst(18), 60))
    (bank,) = banks(week(late, places=(Place("Vladivostok", "Asia/Vladivostok"),)), WIDE)
    over = "".join(shades(bank, bank.axis(150)))
    assert place(named(over, "rect", "shade")[0], "x", "y", "width", "height") == (0, 258, 1190, 108)
