"""The accent colour of a week, in a shade that can be read on light pages and one for dark pages.

Contrast is that of WCAG 2.2 (1.4.3), from relative luminance in sRGB (IEC 61966-2-1). Shades keep hue and colourfulness
in OKLCH (B. Ottosson, A perceptual color space for image processing, 2020; CSS Color 4, 9.4), where a step of lightness
looks alike in every hue.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

LIGHT_GROUNDS = ("#fbfaf7", "#f1f0ec", "#eeeeec", "#dcdddd")
DARK_GROUNDS = ("#12151b", "#1b1e25", "#0a0c10", "#020306")
"""What the accent stands on in each mode: paper, wash, the shades of evening and night. A test compares the style."""

READABLE = 4.5
"""The least contrast of text to its ground."""

_DARK_LIGHTNESS, _DARK_CHROMA = 0.735, 0.8
"""On dark paper a colour is lifted to the lightness of the house's own red there, and paler, or it would glow."""
_STEP = 0.005

Colour: TypeAlias = tuple[float, float, float]
"""Lightness from 0 to 1, chroma from 0 to about 0.37, hue in radians."""


@dataclass(frozen=True, slots=True)
class Accent:
    """The shade for light pages and that for dark ones, as `#rrggbb`."""

    light: str
    dark: str


# Every page names the shades of its week.
@lru_cache(maxsize=64)
def accent(colour: str) -> Accent:
    """The shades of a colour (`#rrggbb`) that reach 4.5 : 1 on every ground of their mode.

    On light pages the colour itself where it does, else the lightest shade of it that does.

    >>> accent("#a71e31").light, accent("#ffcc00").light
    ('#a71e31', '#765d00')
    """
    lightness, chroma, hue = oklch(colour)
    light = colour
    while not readable(light, LIGHT_GROUNDS):
        lightness -= _STEP
        light = hexadecimal((lightness, chroma, hue))
    lifted = max(_DARK_LIGHTNESS, oklch(colour)[0])
    dark = hexadecimal((lifted, chroma * _DARK_CHROMA, hue))
    while not readable(dark, DARK_GROUNDS):
        lifted += _STEP
        dark = hexadecimal((lifted, chroma * _DARK_CHROMA, hue))
    return Accent(light, dark)


def readable(colour: str, grounds: tuple[str, ...]) -> bool:
    """Whether text of a colour can be read on each of the grounds."""
    return least_contrast(colour, grounds) >= READABLE


def least_contrast(colour: str, grounds: tuple[str, ...]) -> float:
    """The contrast of a colour to the ground from which it stands out least, from 1 to 21."""
    return min(contrast(colour, ground) for ground in grounds)


def contrast(first: str, second: str) -> float:
    """How much lighter one colour is than another, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def oklch(colour: str) -> Colour:
    """A colour of sRGB in OKLCH."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def hexadecimal(colour: Colour) -> str:
    """A colour of OKLCH in sRGB; one that no screen shows is made paler until one does, and keeps its lightness."""
    lightness, chroma, hue = colour
    least, most = 0.0, chroma
    if not _shown(_srgb((lightness, chroma, hue))):
        for _ in range(20):
            middle = (least + most) / 2
            least, most = (middle, most) if _shown(_srgb((lightness, middle, hue))) else (least, middle)
        chroma = least
    return "#" + "".join(f"{round(255 * _encoded(share)):02x}" for share in _srgb((lightness, chroma, hue)))


def _srgb(colour: Colour) -> tuple[float, float, float]:
    """The linear shares of red, green and blue; outside of 0 to 1 for what no screen shows."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(shares: tuple[float, float, float]) -> bool:
    return all(-1e-4 <= share <= 1 + 1e-4 for share in shares)


def _linear(colour: str) -> tuple[float, ...]:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)


def _encoded(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return 12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055
