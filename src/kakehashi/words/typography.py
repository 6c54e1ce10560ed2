"""Where a line may break and where it must not: no-break spaces, and Japanese phrases kept whole."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from markupsafe import Markup, escape

from kakehashi.words.languages import base_of

if TYPE_CHECKING:
    from budoux import Parser

NO_BREAK = "\N{NO-BREAK SPACE}"

# Signs of the International System and of computing; "in" and "a" are words far more often than inches and years.
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:%|°C|(?:[kMGT]?B|[kcmµn]?m|k?g|m?s|m?K|min|h)\b))")
_RUSSIAN = re.compile(
    r"""(?x)
    [ ](?=[—–](?:\s|$))                      # before a dash
    | (?<=(?<![\w-])[А-ЯЁа-яё])[ ](?=\S)           # after a word of one letter
    | (?<=(?<![\w-])[А-ЯЁа-яё]{2})[ ](?=\S)          # after a word of two
    | (?<=(?<![\w-])[А-ЯЁ]\.)[ ](?=[А-ЯЁ])           # between initials, and before the name that they belong to
    | (?<=\d)[ ](?=[а-яё]|[А-ЯЁ]{1,2}\b)     # between a number and what it counts
    | (?<=[а-яё])[ ](?=\d{1,3}[ ][А-ЯЁ]\w\w)    # before the number of what stands before it: «Студент 1 Университета»
    | (?<=\)[sd])[ ](?=[а-яё])               # the same in a message, after `%(count)s`
    | (?<=[№§])[ ](?=\d)
    """
)
_NEVER = re.compile(r"(?!)()")
_BEGINS_NO_LINE = frozenset(
    "、。，．・：；？！‼⁇⁈⁉）」』】〕〉》〗〙｠〟’”»ー々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ〜～‐–…‥％℃°\u200d"
)
_ENDS_NO_LINE = frozenset("（「『【〔〈《〖〘｟〝‘“«￥＄£№＃\u200d")
"""Signs before and after which no line is parted (JIS X 4051, 6.1.2 and 6.1.3; W3C, Requirements for Japanese Text
Layout, 3.1.7 and 3.1.8). A browser heeds such rules itself, but not where a `<wbr>` tells it that it may break."""
# BudouX takes a compound such as 金沢大学ロシアウィーク for one phrase, which does not fit on a narrow telephone.
_LONG = 8
"""A phrase of more letters may be parted where its scripts meet; shorter ones stay whole."""
_SCRIPTS_MEET = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u30a1-\u30fa])|(?<=[\u30a1-\u30fc])(?=[\u4e00-\u9fff])")


def spaced(text: str, language: str) -> str:
    """`text` with no-break spaces where the typography of its language asks for them; no character more or less.

    >>> spaced("И. Р. Гафуров — 15 минут", "ru").replace(NO_BREAK, "_")
    'И._Р._Гафуров_— 15_минут'
    """
    text = _BEFORE_UNIT.sub(NO_BREAK, text)
    return _RUSSIAN.sub(NO_BREAK, text) if base_of(language) == "ru" else text


def quoted(text: str, marks: str, within: str) -> str:
    """`text` between quotation marks; a quotation that it holds in the same marks gets those for `within`.

    One within that gets the outer ones again. `marks` are an opening and a closing mark, or two of each where a space
    belongs to them (French « and »).

    >>> quoted("a “b ‘c’” d", "“”", "‘’")
    '“a ‘b “c”’ d”'
    """
    outer, inner = _pair(marks), _pair(within)

    def lowered(held: re.Match[str]) -> str:
        deeper = _between(*inner).sub(lambda found: outer[0] + found[1] + outer[1], held[1])
        return inner[0] + deeper + inner[1]

    return outer[0] + _between(*outer).sub(lowered, text) + outer[1]


def _pair(marks: str) -> tuple[str, str]:
    half = len(marks) // 2
    return marks[:half], marks[half:]


@cache
def _between(opening: str, closing: str) -> re.Pattern[str]:
    """What stands between two marks, in which neither stands."""
    first, last = re.escape(opening), re.escape(closing)
    return re.compile(f"{first}((?:(?!{first}|{last}).)*){last}", re.DOTALL) if opening and closing else _NEVER


@lru_cache(maxsize=16_384)
def breakable(text: str, language: str) -> Markup:
    """`text` escaped for HTML, with help for breaking its lines.

    Japanese is offered a `<wbr>` between its phrases (use with `word-break: keep-all; overflow-wrap: anywhere`), other
    languages get their no-break spaces. The text may be anybody's: what it holds of markup is escaped.
    """
    if base_of(language) != "ja":
        return escape(spaced(text, language))
    return Markup("<wbr>").join(phrases(text))


def phrases(text: str) -> list[str]:
    """A Japanese text in its phrases (文節), which joined are the text.

    It is never parted within a word or number of another script, within what is seen as one character, or where no line
    may begin or end.

    >>> phrases("会場（オンライン）：金沢大学")
    ['会場', '（オンライン）：金沢大学']
    """
    parts: list[str] = []
    for part in (piece for phrase in _japanese().parse(text) for piece in _pieces(phrase)):
        if parts and _joined(parts[-1][-1], part[0]):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _pieces(phrase: str) -> list[str]:
    """A phrase, or of a long one its parts in different scripts: 金沢大学|ロシアウィーク."""
    return _SCRIPTS_MEET.split(phrase) if len(phrase) > _LONG else [phrase]


def _joined(last: str, first: str) -> bool:
    if first in _BEGINS_NO_LINE or last in _ENDS_NO_LINE or category(first).startswith("M"):
        return True
    if last.isascii() and first.isascii():
        return not (last.isspace() or first.isspace())
    return last.isalnum() and first.isalnum() and (first.isdigit() or (_is_narrow(last) and _is_narrow(first)))


def _is_narrow(letter: str) -> bool:
    """Whether a letter belongs to a script that is not written in squares (Unicode Annex #11)."""
    return east_asian_width(letter) not in "WFH"


@cache
def _japanese() -> "Parser":
    import budoux  # noqa: PLC0415 - only pages in Japanese need the model

    return budoux.load_default_japanese_parser()
