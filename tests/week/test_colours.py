"""The accent colour: a shade for light pages and one for dark ones, both readable, both still that colour."""

import math
import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.week.colours import DARK_GROUNDS, LIGHT_GROUNDS, accent, contrast, hexadecimal, oklch, readable

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


# Published by the author of OKLab, and in the samples of CSS Color 4.
@pytest.mark.parametrize(
    ("colour", "expected"),
    [("#ffffff", (1.0, 0.0, None)), ("#ff0000", (0.628, 0.2577, 29.23)), ("#0000ff", (0.452, 0.3132, 264.05))],
)
def test_known_colours_are_where_oklch_has_them(colour: str, expected: tuple[float, float, float | None]) -> None:
    lightness, chroma, hue = oklch(colour)
    assert (lightness, chroma) == pytest.approx(expected[:2], abs=1e-3)
    assert expected[2] is None or math.degrees(hue) % 360 == pytest.approx(expected[2], abs=0.05)


@given(COLOURS)
def test_there_and_back_is_the_same_colour(colour: str) -> None:
    assert hexadecimal(oklch(colour)) == colour


@given(COLOURS)
def test_every_colour_can_be_read_in_both_modes(colour: str) -> None:
    shades = accent(colour)
    assert readable(shades.light, LIGHT_GROUNDS)
    assert readable(shades.dark, DARK_GROUNDS)


@given(COLOURS)
def test_a_colour_that_can_be_read_on_light_pages_is_shown_as_it_is(colour: str) -> None:
    assert (accent(colour).light == colour) == readable(colour, LIGHT_GROUNDS)


@pytest.mark.parametrize("colour", ["#0e4c9e", "#a71e31", "#ff8800", "#006b3f"])
def test_shades_keep_the_hue(colour: str) -> None:
    hue = oklch(colour)[2]
    for shade in (accent(colour).light, accent(colour).dark):
        assert abs(math.remainder(oklch(shade)[2] - hue, math.tau)) < 0.06


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    style = (files("kakehashi.site") / "static" / "style.css").read_text("utf-8")
    tokens = re.findall(r"--(paper|wash|dusk|night): light-dark\((#\w{6}), (#\w{6})\);", style)
    assert ({light for _, light, _ in tokens}, {dark for _, _, dark in tokens}) == (
        set(LIGHT_GROUNDS),
        set(DARK_GROUNDS),
    )
