from tests.site.pictures.drawings import FIRST, named, texts, week

from kakehashi.site.pictures import PictureDay, Subtitle, mark
from kakehashi.site.pictures.banks import banks
from kakehashi.site.pictures.forms import NARROW, WIDE
from kakehashi.site.pictures.heads import heads, rows_height


def day(*subtitles, names=("September", "Wednesday")):
    return PictureDay(FIRST, names, "Wed", subtitles=subtitles)


def head(*days, form=WIDE):
    (bank,) = banks(week(*days), form)
    return "".join(heads(bank, 150)), rows_height(bank)


def test_a_day_has_its_numeral_its_names_and_what_it_is_about():
    drawn, more = head(day(Subtitle("Culture", mark(0))))
    assert texts(drawn) == ["29", "September", "Wednesday", "Culture"]
    assert [one.get("class") for one in named(drawn, "circle")] == ["odo"]
    assert more == 0


def test_further_subtitles_take_rows_and_past_three_only_their_marks_are_shown():
    drawn, more = head(day(*(Subtitle(f"Part {number}", mark(0)) for number in range(5))))
    assert texts(drawn)[3:] == ["Part 0", "Part 1", "Part 2"]
    assert len(named(drawn, "circle")) == 5
    assert more == 40


def test_a_subtitle_of_a_thousand_letters_is_cut():
    drawn, _ = head(day(Subtitle("x" * 1000)))
    assert texts(drawn)[-1].endswith("…")


def test_where_the_names_have_no_room_the_short_one_stands_alone():
    drawn, _ = head(*[day(names=("September of a long year", "Wednesday"))] * 5)
    assert texts(drawn)[:2] == ["29", "Wed"]


def test_the_narrow_form_shows_the_weekday_and_the_marks():
    drawn, more = head(day(Subtitle("Culture", mark(0)), Subtitle("Medicine", mark(1))), form=NARROW)
    assert texts(drawn) == ["29", "Wednesday"]
    assert len(named(drawn, "g", "mark")) == 2
    assert more == 0


def test_a_subtitle_without_a_programme_has_no_mark():
    assert named(head(day(Subtitle("Opening")))[0], "g") == []


def test_days_tell_their_names_alike_in_full_only_where_those_of_every_day_have_room():
    long = day(names=("September of a long year", "Wednesday"))
    drawn, _ = head(*[day(), long, day(), day(), day()])
    assert texts(drawn) == ["29", "Wed"] * 5


def test_so_they_do_on_a_telephone():
    days = [day(), day(names=("September", "the longest Wednesday of all")), day()]
    assert texts(head(*days, form=NARROW)[0]) == ["29", "Wed"] * 3
