"""Where a line may break and where it must not: no-break spaces, and Japanese phrases kept whole."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kakehashi.words.languages import base_of

if TYPE_CHECKING:
    from budoux import Parser

NO_BREAK = "\N{NO-BREAK SPACE}"

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
    """`text` between a pair of quotation marks; a quotation that it holds in the same marks gets those for `within`."""
    opening, closing = marks[0], marks[1]
    inner = re.sub(f"{opening}([^{opening}{closing}]*){closing}", rf"{within[0]}\1{within[1]}", text)
    return f"{opening}{inner}{closing}"


@lru_cache(maxsize=16_384)
def breakable(text: str, language: str) -> Markup:
    """`text` escaped for HTML, with help for breaking its lines.

    Japanese is offered a `<wbr>` between its phrases (use with `word-break: keep-all; overflow-wrap: anywhere`), other
    languages get their no-break spaces.
    """
    if base_of(language) != "ja":
        return escape(spaced(text, language))
    return Markup("<wbr>").join(phrases(text))


def phrases(text: str) -> list[str]:
    """A Japanese text in its phrases (文節), which joined are the text; never parted within a Latin word or number."""
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
    return (last.isascii() or first.isdigit()) and last.isalnum() and first.isalnum()


@cache
def _japanese() -> "Parser":
    import budoux  # noqa: PLC0415 - only pages in Japanese need the model

    return budoux.load_default_japanese_parser()
