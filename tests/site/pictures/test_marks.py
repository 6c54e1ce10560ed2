import pytest
from tests.site.pictures.drawings import read

from kakehashi.site.pictures import Mark, inline_mark, large_shape, mark
from kakehashi.site.pictures.marks import SHAPES


def test_the_first_three_programmes_are_circle_triangle_and_square():
    assert [mark(index) for index in range(3)] == [
        Mark("odo", "circle"),
        Mark("kusa", "triangle"),
        Mark("ai", "square"),
    ]


def test_the_fifth_programme_has_the_hue_of_the_first_and_another_shape():
    assert mark(4) == Mark("odo", "half-disc")


def test_twenty_eight_programmes_have_marks_of_their_own():
    assert len({mark(index) for index in range(28)}) == 28


def test_text_on_dark_hues_has_the_colour_of_paper_and_on_pale_ones_of_ink():
    assert {mark(index).hue: mark(index).on for index in range(4)} == {
        "odo": "pale",
        "kusa": "deep",
        "ai": "deep",
        "murasaki": "pale",
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_one_element_in_its_hue(shape):
    for drawn in (inline_mark(Mark("ai", shape)), large_shape(Mark("ai", shape))):
        svg = read(drawn)[0]
        assert [one.get("class") for one in svg] == ["ai"]
        assert svg.get("aria-hidden") == "true"


def test_shapes_are_told_apart_without_colour():
    assert len({large_shape(Mark("ai", shape)) for shape in SHAPES}) == len(SHAPES)
