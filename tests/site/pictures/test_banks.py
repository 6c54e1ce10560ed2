from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.site.pictures.drawings import FIRST, block, jst, picture_day, week

from kakehashi.site.pictures import PictureDay, Place, WeekPicture
from kakehashi.site.pictures.banks import banks, ruler_widths
from kakehashi.site.pictures.clocks import Clock
from kakehashi.site.pictures.forms import NARROW, WIDE

BERLIN = Place("Berlin", "Europe/Berlin")


def days(count, first=FIRST):
    return [PictureDay(first + timedelta(days=number), ("September", "Wednesday"), "Wed") for number in range(count)]


def shape(picture, form):
    return [[day.date.day for day in bank.days] for bank in banks(picture, form)]


def test_three_days_stand_side_by_side_in_both_forms():
    assert shape(week(*days(3)), WIDE) == [[29, 30, 1]]
    assert shape(week(*days(3)), NARROW) == [[29, 30, 1]]


def test_ten_days_are_shared_out_evenly():
    assert [len(bank) for bank in shape(week(*days(10)), WIDE)] == [5, 5]


def test_a_partners_change_of_clock_begins_a_new_bank_with_its_own_clocks():
    autumn = days(3, FIRST.replace(month=10, day=30))
    first, second = banks(week(*autumn, places=(BERLIN,)), WIDE)
    assert [[day.date.day for day in bank.days] for bank in (first, second)] == [[30], [31, 1]]
    assert [bank.rulers[0].ahead for bank in (first, second)] == [-7, -8]


def test_a_day_in_which_a_partner_changes_its_clock_stands_alone_with_both_offsets():
    autumn = [FIRST.replace(month=10, day=day) for day in (30, 31)]
    found = list(
        banks(
            week(
                *(picture_day(block(jst(9, day=day), 60), block(jst(11, day=day), 60), day=day) for day in autumn),
                places=(BERLIN,),
            ),
            WIDE,
        )
    )
    assert [[day.date.day for day in bank.days] for bank in found] == [[30], [31]]
    assert [list(bank.parts(bank.rulers[0], 8, 12)) for bank in found] == [[(8, 12, -7)], [(8, 10, -7), (10, 12, -8)]]


def test_the_west_stands_at_the_left_with_the_host_beside_the_days_and_the_east_at_the_right():
    (bank,) = banks(week(*days(1)), WIDE)
    assert [(ruler.clock.cities[0], ruler.x) for ruler in bank.rulers] == [
        ("Kazan", 0),
        ("Kanazawa", 58),
        ("Vladivostok", 1190),
    ]
    assert (bank.left, bank.right) == (116, 1190)


def test_the_westernmost_host_stands_alone_at_the_left():
    (bank,) = banks(week(*days(1), places=(Place("Vladivostok", "Asia/Vladivostok"),)), NARROW)
    assert [(ruler.clock.host, ruler.x) for ruler in bank.rulers] == [(True, 0), (False, 306)]


def test_a_host_without_partners_has_the_whole_width_at_its_right():
    (bank,) = banks(week(*days(1), places=()), WIDE)
    assert (bank.left, bank.right) == (58, 1248)


def test_a_day_of_parallel_rooms_is_broader_and_an_empty_day_narrower():
    rooms = [block(jst(15), 60, room, lane=room) for room in "abcd"]
    empty = days(3)[2]
    (bank,) = banks(week(picture_day(*rooms), picture_day(block(jst(15), 60)), empty), WIDE)
    broad, usual, narrow = (column.width for column in bank.columns)
    assert broad > usual > narrow >= WIDE.least_day


def test_columns_keep_within_the_edges_and_do_not_touch():
    (bank,) = banks(week(*days(3)), NARROW)
    starts, ends = [one.x for one in bank.columns], [one.x + one.width for one in bank.columns]
    assert bank.left < starts[0] and ends[-1] < bank.right
    assert [round(start - end, 6) for end, start in zip(ends, starts[1:], strict=False)] == [NARROW.day_gap] * 2


def test_a_dozen_rulers_are_narrower_but_never_too_narrow_for_their_figures():
    many = [Clock((str(number),), "UTC") for number in range(13)]
    assert ruler_widths(many[:3], NARROW) == [22] * 3
    assert ruler_widths(many, NARROW) == [18] * 13


def test_a_clock_of_several_cities_is_broader_in_the_narrow_form():
    assert ruler_widths([Clock(("Kazan", "Saint Petersburg"), "Europe/Moscow")], NARROW) == [33]


def test_a_partners_clock_changes_at_its_own_moment_on_a_host_of_three_quarter_hours():
    kathmandu, night = Place("Kathmandu", "Asia/Kathmandu"), FIRST.replace(month=10, day=31)
    shown = picture_day(block(jst(9, 15, night), 60), block(jst(11, 15, night), 60), day=night)
    (bank,) = banks(WeekPicture(kathmandu, (BERLIN,), (shown,)), WIDE)
    assert list(bank.parts(bank.rulers[0], 5, 9)) == [(5, 6.75, -3.75), (6.75, 9, -4.75)]


def test_two_clocks_that_change_in_one_night_are_apart_only_in_between():
    sydney, auckland = Place("Sydney", "Australia/Sydney"), Place("Auckland", "Pacific/Auckland")
    night = FIRST.replace(month=4, day=4)
    midnight = datetime(2021, 4, 4, tzinfo=ZoneInfo("Australia/Sydney")).astimezone(UTC)
    shown = picture_day(*(block(midnight + timedelta(hours=hour), 60) for hour in (0, 5)), day=night)
    (bank,) = banks(WeekPicture(sydney, (auckland,), (shown,)), WIDE)
    assert [ahead for *_, ahead in bank.parts(bank.rulers[1], 0, 6)] == [2, 1, 2]


def test_hours_on_a_telephone_are_higher_where_every_day_is_broad_enough_for_titles():
    def hour(count):
        (bank,) = banks(week(*days(count)), NARROW)
        return bank.axis(118).hour

    assert [hour(count) for count in (1, 2, 3, 4)] == [84, 84, 58, 58]
