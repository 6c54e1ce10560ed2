"""The two faces in which preview pictures are set, and how much room their letters take.

They come with the program and with a locked package, since a picture must be the same byte for byte on every machine:
no font of the system is ever asked.
"""

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pylopdf_fonts_jp import serif_path

_LETTERS = frozenset("LMN")
"""The general categories (Unicode Standard, 4.5) of what spells a word: letters, accents, digits."""


@dataclass(frozen=True)
class Face:
    """A font file, the name of its family, and the advance of each letter that it has, in the letter's size."""

    path: Path
    family: str
    advances: Mapping[int, float]


@cache
def serif() -> Face:
    """Kakehashi Serif: Latin, Greek, Cyrillic."""
    path = Path(__file__).with_name("kakehashi-serif.ttf")
    return Face(path, "Kakehashi Serif", _advances(path.read_bytes()))


@cache
def mincho() -> Face:
    """Noto Serif JP: kana, kanji, and whatever else Japanese prints hold."""
    path = serif_path()
    return Face(path, "Noto Serif JP", _advances(path.read_bytes()))


def faces(language: str) -> tuple[Face, Face]:
    """Both faces, first that in which a language's own letters stand: quotation marks and dashes differ with it."""
    japanese = language.partition("-")[0] in ("ja", "zh")
    return (mincho(), serif()) if japanese else (serif(), mincho())


def settable(text: str) -> str | None:
    """The text as far as the faces have it, composed (NFC); `None` where they lack a letter of it.

    Signs that spell nothing, such as an emoji, are left out; a word with a hole in it is none.
    """
    kept = []
    for letter in unicodedata.normalize("NFC", text):
        if ord(letter) in serif().advances or ord(letter) in mincho().advances:
            kept.append(letter)
        elif unicodedata.category(letter)[0] in _LETTERS and letter not in _VARIANTS:
            return None
    return "".join(kept).strip()


_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Selectors of a letter's variant: where a face has but one form of it, they say nothing."""


def width(text: str, size: float, language: str) -> float:
    """The room that a line takes at a size, in the unit of the size."""
    order = faces(language)
    return size * sum(next((f.advances[ord(c)] for f in order if ord(c) in f.advances), 0.0) for c in text)


def _advances(font: bytes) -> dict[int, float]:
    """The advance of each character of a font in its size (OpenType 1.9: head, hhea, hmtx, cmap)."""
    tables = {
        tag.decode("latin-1"): offset
        for tag, _, offset, _ in struct.iter_unpack(">4sLLL", font[12 : 12 + 16 * _number(font, 4)])
    }
    size = _number(font, tables["head"] + 18)
    told = _number(font, tables["hhea"] + 34)
    widths = [width for width, _ in struct.iter_unpack(">Hh", font[tables["hmtx"] : tables["hmtx"] + 4 * told])]
    return {code: widths[min(glyph, told - 1)] / size for code, glyph in _glyphs(font, tables["cmap"])}


def _glyphs(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Each character of a font with its glyph, from the subtable with most of Unicode: format 12, else format 4."""
    records = struct.iter_unpack(">HHL", font[cmap + 4 : cmap + 4 + 8 * _number(font, cmap + 2)])
    found = {_number(font, cmap + offset): cmap + offset for _, _, offset in records}
    if 12 in found:
        (groups,) = struct.unpack_from(">L", font, found[12] + 12)
        for first, last, glyph in struct.iter_unpack(">LLL", font[found[12] + 16 : found[12] + 16 + 12 * groups]):
            yield from ((code, glyph + code - first) for code in range(first, last + 1))
        return
    yield from _segments(font, found[4])


def _segments(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    half = _number(font, at + 6)
    for step in range(0, half, 2):
        last, first = _number(font, at + 14 + step), _number(font, at + 16 + half + step)
        delta, offset = _number(font, at + 16 + 2 * half + step), _number(font, at + 16 + 3 * half + step)
        for code in range(first, min(last, 0xFFFE) + 1):
            place = at + 16 + 3 * half + step + offset + 2 * (code - first)
            glyph = _number(font, place) if offset else code
            if glyph:
                yield code, (glyph + delta) & 0xFFFF


def _number(font: bytes, at: int) -> int:
    return int.from_bytes(font[at : at + 2], "big")
