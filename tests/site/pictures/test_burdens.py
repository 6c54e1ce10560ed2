"""The burdens picture: days of several institutions below one another, with their appearances and their means."""

import re
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as some
from tests.site.pictures.drawings import attributes, named, place, read, texts

from kakehashi.site.pictures import Borne, Stay, burdens_picture
from kakehashi.site.pictures.letters import width
from kakehashi.words import words_of

ENGLISH = words_of("en")
STYLES = "".join(
    (files("kakehashi.site") / "static" / name).read_text("utf-8") for name in ("style.css", "fairness.css")
)
HOUR, MIDNIGHT = 29, 264
"""The width of an hour in the wide picture, and where its days begin."""


def borne(*stays, mean=0, alone=None, name="Samovar institute", host=False):
    return Borne(name, name, "Kazan, UTC+3", tuple(Stay(*stay) for stay in stays), mean, alone, host)


def wide(*bearers, words=ENGLISH):
    """The wide one of the two drawings."""
    drawn = str(burdens_picture(bearers, words))
    return drawn[: drawn.index("</svg>") + len("</svg>")]


def bars(*stays):
    """The appearances in a picture: from which hour to which, and how high."""
    drawn = [place(one, "x", "width", "height") for one in named(wide(borne(*stays)), "rect", "span")]
    return [(round((x - MIDNIGHT) / HOUR, 2), round((x + w - MIDNIGHT) / HOUR, 2), h) for x, w, h in drawn]


def test_an_appearance_is_a_bar_at_its_own_hour_low_in_the_evening():
    assert bars((9, 9.5)) == [(9, 9.5, 6.67)]
    assert bars((19, 19.5)) == [(19, 19.5, 4)]


def test_by_night_it_hangs_below_the_neatline_and_else_it_stands_on_it():
    drawn = wide(borne((3, 4), (12, 13)))
    neatline = place(named(drawn, "rect", "sky")[0], "y", "height")
    standing, hanging = (place(one, "y", "height") for one in named(drawn, "rect", "span"))
    assert round(sum(standing), 1) == neatline[0]
    assert hanging[0] == sum(neatline)


def test_people_who_appear_at_one_hour_stand_above_one_another():
    together = [place(one, "x", "y") for one in named(wide(borne((9, 10), (9, 10), (10, 11))), "rect", "span")]
    assert [x for x, _ in together] == [together[0][0], MIDNIGHT + 10 * HOUR, together[0][0]]
    assert together[0][1] == together[1][1] > together[2][1]


def test_what_passes_midnight_goes_on_at_the_left():
    assert [bar[:2] for bar in bars((23.5, 24.5))] == [(0, 0.5), (23.5, 24)]


def test_what_takes_no_time_is_seen():
    ((first, last, _),) = bars((12, 12))
    assert last > first


@given(
    some.lists(
        some.tuples(some.floats(0, 23.99), some.floats(0, 30)).map(lambda both: (both[0], both[0] + both[1])),
        max_size=40,
    ),
    some.integers(0, 10**6),
    some.none() | some.integers(0, 10**6),
)
def test_however_many_appear_and_bear_nothing_leaves_its_row_or_the_picture(stays, mean, alone):
    drawn = wide(borne(*stays, mean=mean, alone=alone), borne())
    _, _, across, down = map(float, read(drawn)[0].get("viewBox", "").split())
    second = place(named(drawn, "line", "grid")[1], "y1")[0]
    for one in named(drawn, "rect", "span"):
        x, y, width, height = place(one, "x", "y", "width", "height")
        assert x >= 0 and x + width <= across
        assert y >= 26 and y + height <= second <= down


def test_bars_of_a_row_never_lie_on_one_another_where_hours_overlap():
    stays = [(9 + step / 4, 10 + step / 4) for step in range(20)]
    placed = [place(one, "x", "y", "width", "height") for one in named(wide(borne(*stays)), "rect", "span")]
    overlaps = [
        (one, other)
        for number, one in enumerate(placed)
        for other in placed[:number]
        if one[0] < other[0] + other[2] - 0.01
        and other[0] < one[0] + one[2] - 0.01
        and one[1] < other[1] + other[3] - 0.01
        and other[1] < one[1] + one[3] - 0.01
    ]
    assert overlaps == []


def test_all_means_have_one_scale_and_the_least_is_an_outline():
    drawn = wide(borne(mean=40, alone=20), borne(mean=10))
    first, second = (place(one, "width")[0] for one in named(drawn, "rect", "span"))
    (outline,) = (place(one, "width")[0] for one in named(drawn, "rect", "outline"))
    assert (first / second, first / outline) == (4, 2)
    assert texts(drawn, "fig")[-2:] == ["40", "10"]
    assert texts(drawn, "fine")[-2:] == ["(20)", "Kazan, UTC+3"]


@given(some.integers(0, 10**6), some.none() | some.integers(0, 10**6))
def test_the_figures_beside_a_mean_stay_in_the_picture(mean, alone):
    for drawing in read(burdens_picture([borne(mean=mean, alone=alone)], ENGLISH)):
        across = float(drawing.get("viewBox", "").split()[2])
        for one in drawing.iter("text"):
            if one.get("class") in ("fig", "fine"):
                size = 12 if one.get("class") == "fig" else 11
                assert place(one, "x")[0] + width(one.text or "", size) <= across


def test_who_bears_nothing_has_the_figure_and_no_bar():
    drawn = wide(borne(mean=0, alone=0))
    assert named(drawn, "rect", "span") == named(drawn, "rect", "outline") == []
    assert texts(drawn, "fig")[-1] == "0"


def test_the_hosts_row_alone_is_in_the_hosts_colour():
    drawn = wide(borne((9, 10), host=True), borne((9, 10)))
    assert len(named(drawn, "rect", "span host")) == 1
    assert texts(drawn, "hosted") == ["Samovar institute"]


def test_a_long_name_takes_two_lines_and_no_more():
    lines = texts(wide(borne(name="Faculty of the theory and the practice of " * 4)), "lab")
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_both_drawings_are_images_with_a_name_and_a_description():
    drawings = list(read(burdens_picture([borne((9, 10))], ENGLISH)))
    assert [one.get("role") for one in drawings] == ["img", "img"]
    assert [[child.tag for child in one][:2] for one in drawings] == [["title", "desc"]] * 2
    assert drawings[0][0].text == "Live appearances of each institution by its own clock, and its mean burden"


def test_nobody_who_bears_anything_is_no_picture():
    assert burdens_picture([], ENGLISH) == ""


def test_the_style_sheets_know_its_classes():
    drawn = burdens_picture([borne((3, 4), (9, 10), mean=3, alone=1, host=True)], ENGLISH)
    used = {kind for name, value in attributes(drawn) if name == "class" for kind in value.split()}
    assert {kind for kind in used if not re.search(rf"\.{re.escape(kind)}\b", STYLES)} == set()
