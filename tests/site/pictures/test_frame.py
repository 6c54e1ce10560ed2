from datetime import timedelta

from tests.site.pictures.drawings import FIRST, block, jst, named, picture_day, place, read, titles, week

from kakehashi.site.pictures import week_picture
from kakehashi.words import words_of

EN = words_of("en")
SECOND = FIRST + timedelta(days=1)


def drawn(*days, **more):
    return week_picture(week(*days), EN, **more)


def test_the_week_is_drawn_for_a_page_a_tablet_and_a_telephone():
    forms = [one.get("class") for one in read(drawn(picture_day(block(jst(15), 60))))]
    assert forms == ["week sized wide-only", "week sized middle-only", "week sized narrow-only"]


def test_each_form_says_what_it_shows_and_that_a_list_says_the_same():
    picture = drawn(picture_day(block(jst(15), 60)))
    assert [title.replace("\u00a0", " ") for title in titles(picture)] == [
        "The days from left to right, their hours from top to bottom: 29 September 2021"
    ] * 3
    assert named(picture, "desc")[0].text == (
        "Hours 14:00–16:00, Japan Standard Time. At the edges, from west to east, the local time of: "
        "Kazan; Kanazawa; Vladivostok. The list of the days on this page says the same."
    )


def test_a_block_is_as_high_as_it_lasts_and_stands_at_its_start():
    picture = drawn(picture_day(block(jst(15), 90)))
    wide, middle, narrow = (place(one, "y", "height") for one in named(picture, "rect", "plain"))
    assert wide == middle == (150 + 108, 162)
    assert narrow == (118 + 84, 126)


def test_on_a_telephone_hours_are_lower_where_many_days_leave_no_room_for_titles():
    many = [picture_day(block(jst(15, day=day), 60), day=day) for day in (FIRST, SECOND, SECOND + timedelta(days=1))]
    assert [place(one, "height") for one in named(drawn(*many), "rect", "plain")][-1] == (58,)


def test_every_block_is_one_link_in_each_form():
    picture = drawn(picture_day(block(jst(15), 5, "a", href="a.html"), block(jst(16), 60, "b", href="b.html")))
    assert [one.get("href") for one in named(picture, "a")] == ["a.html", "b.html"] * 3


def test_ids_differ_between_pictures_of_one_page():
    both = drawn(picture_day(), prefix="one") + drawn(picture_day(), prefix="two")
    ids = [one.get("id") for one in read(both).iter() if one.get("id")]
    assert ids == [f"{prefix}-{form}1{part}" for prefix in ("one", "two") for form in "wmn" for part in "td"]


def test_only_links_and_descriptions_are_read_aloud():
    picture = drawn(picture_day(block(jst(15), 60)))
    assert [one.get("aria-hidden") for one in read(picture)[0] if one.tag == "g"] == ["true"]


def test_a_session_past_midnight_is_drawn_in_one_piece_below_its_day():
    picture = drawn(picture_day(block(jst(23), 120)), picture_day(block(jst(23, day=SECOND), 60), day=SECOND))
    assert [place(one, "height") for one in named(picture, "rect", "plain")[:2]] == [(216,), (108,)]


def test_a_moment_without_length_can_still_be_seen():
    assert place(named(drawn(picture_day(block(jst(15), 0))), "rect", "plain")[0], "height") == (4,)


def test_a_week_without_blocks_shows_its_days():
    assert [one.text for one in named(drawn(picture_day()), "text", "num")] == ["29"] * 3


def test_a_picture_without_days_is_empty():
    assert drawn() == ""
