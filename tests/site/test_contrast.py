"""Whether what the style sheet paints can be read: WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (lines)."""

import re
from importlib.resources import files

import pytest

STYLE = (files("kakehashi.site") / "static" / "style.css").read_text("utf-8")
TOKENS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", STYLE.partition("@layer base")[0]
    )
}
TEXT, LINE = 4.5, 3.0


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it from sRGB (IEC 61966-2-1)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """How much lighter one colour is than another, from 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("shown", "ground", "least"),
    [
        *((ink, paper, TEXT) for ink in ("ink", "soft", "enji") for paper in ("paper", "wash", "dusk", "night")),
        *(("on-deep", hue, TEXT) for hue in ("ai", "kusa")),
        *(("on-pale", hue, TEXT) for hue in ("murasaki", "odo")),
        *(("edge", paper, LINE) for paper in ("paper", "wash")),
        ("dark", "day", LINE),
    ],
)
def test_text_and_lines_stand_out_from_their_ground(shown: str, ground: str, least: float, mode: int) -> None:
    assert contrast(TOKENS[shown][mode], TOKENS[ground][mode]) >= least


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_every_hue_can_be_told_from_the_paper_by_itself_or_by_its_outline(mode: int) -> None:
    for hue in ("ai", "kusa", "murasaki", "odo"):
        outlined = max(
            contrast(TOKENS["ink"][mode], TOKENS[hue][mode]), contrast(TOKENS[hue][mode], TOKENS["paper"][mode])
        )
        assert outlined >= LINE, hue
