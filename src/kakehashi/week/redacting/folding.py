"""Texts folded, so that a name is the same however it is spelt: in width, case, accents, kana or old characters."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

VOICED = "\u3099\u309a"
"""The marks that make か into が and は into ぱ: the only ones that stay, since without them it is another name."""

# Characters of Japanese names with the form that is in common use; Unicode knows most of them as letters of their own.
_OLD = "﨑嵜碕髙濵濱邊邉澤齋齊斎廣眞國櫻德惠榮龍嶋嶌禮圓淺瀧假黑曾會嶽與豐壽藏關吉彌彥峯將"
_NEW = "崎崎崎高浜浜辺辺沢斉斉斉広真国桜徳恵栄竜島島礼円浅滝仮黒曽会岳与豊寿蔵関吉弥彦峰将"
_ALONE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е"}
"""Letters that Unicode does not part into a letter and its mark."""
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_MARKS = dict.fromkeys((*range(0x0300, 0x0370), *range(0x1AB0, 0x1B00), *range(0x20D0, 0x2100), *range(0xFE20, 0xFE30)))
_UNSEEN = dict.fromkeys(
    (
        *(0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0100, 0xE01F0),
    )
)
"""Soft hyphens, zero-width spaces and joiners, marks of direction, selectors of variants: nobody sees them."""
_KANJI = {ord(old): new for old, new in zip(_OLD, _NEW, strict=True)}
_TABLE = _KATAKANA | _MARKS | _UNSEEN | _KANJI | str.maketrans(_ALONE)


def as_written(text: str) -> str:
    """The text folded, its capitals kept: for names of one word, which in small letters may be another word.

    >>> as_written("Ｋöpe\\u00adnick"), as_written("ﾔﾏｻﾞｷ") == as_written("やまざき"), as_written("山﨑")
    ('Kopenick', True, '山崎')
    """
    return unicodedata.normalize("NFKD", text).translate(_TABLE)


def in_any_case(text: str) -> str:
    """The text folded, capitals too.

    >>> in_any_case("YAMAZAKI Kōetsu"), in_any_case("Пётр")
    ('yamazaki koetsu', 'петр')
    """
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_TABLE)


Fold = Callable[[str], str]


class Aligned(NamedTuple):
    """A folded text, and for each place in it (and its end) the place in the original that it comes from."""

    text: str
    origin: tuple[int, ...]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where in the original that stands which is at `begin` to `end` here."""
        return self.origin[begin], self.origin[end - 1] + 1


def aligned(text: str, fold: Fold) -> Aligned:
    """The text folded character by character, which gives what folding all of it gives.

    >>> aligned("ＫŌ", in_any_case)
    Aligned(text='ko', origin=(0, 1))
    """
    pieces = [_folded(fold, character) for character in text]
    origin = [at for at, piece in enumerate(pieces) for _ in piece]
    return Aligned("".join(pieces), tuple(origin))


@lru_cache(maxsize=1 << 14)
def _folded(fold: Fold, character: str) -> str:
    return fold(character)
