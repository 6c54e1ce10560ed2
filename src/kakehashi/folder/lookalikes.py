"""Characters that look like those of a file and are others: what input methods, word processors and other scripts
leave behind.

A colon, a comma or a digit of a Japanese input method has the width of a kanji; Word turns straight quotation marks
into curly ones; a Cyrillic `е` looks like the Latin one. To YAML, and to our types, they are letters like any other, so
the fault shows somewhere else, or later. Nothing is looked for here before something has failed.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from kakehashi.findings import Value

_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_QUOTED = re.compile("[“”„‟«»「『‘’‚‹›＂](.*)[“”„‟«»」』‘’‹›＂]", re.DOTALL)
_KEY = r"[A-Za-z][\w.-]*"
_DASHES = "‐‑‒–—―−－ー"

FARTHEST = 10
"""So many lines before the one where reading stopped are looked through: a text goes on until something ends it."""

LONGEST = 2000
"""So much of a line is looked at, and of a word a tenth: searching takes time, and what is longer was not typed."""


class Odd(NamedTuple):
    """What looks like something else: the code of the finding, where it is in the text, and the finding's values."""

    code: str
    position: int
    values: dict[str, Value]


# Where a sign has a meaning of its own to YAML; elsewhere the same character is a letter of somebody's text.
_SIGNS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        f"^ *(?:- +)*(?P<odd>[{_SPACES}])",
        rf"(?:^ *(?:- +)*|[{{,] *){_KEY} *(?P<odd>：)",
        rf"(?:^ *(?:- +)*|[{{,] *){_KEY}:(?P<odd>[{_SPACES}])",
        rf"[{{\[].*?(?P<odd>[、，])[ {_SPACES}]*{_KEY} *[:：]",
        r"^ *(?:" + _KEY + r": +)?(?:- +)*(?P<odd>[｛［])",
        rf"^ *(?P<odd>[{_DASHES}])[ {_SPACES}]",
    )
)
_COLON_ALONE = re.compile(rf"(?:^ *(?:- +)*|[{{,] *)(?P<odd>{_KEY}):(?=[^\s/])", re.ASCII)
_CURLY = re.compile(rf"^ *(?:- +)*(?:{_KEY}: +)?(?P<odd>{_QUOTED.pattern}) *$")

_MEANT = {"：": ":", "、": ",", "，": ",", "｛": "{", "［": "["} | dict.fromkeys(_DASHES, "-")
_TO_SIGNS = {ord(odd): sign for odd, sign in _MEANT.items()}


def odd_sign(line: str) -> Odd | None:
    """The first sign of a line that YAML does not take for the one it looks like.

    >>> odd_sign("  minutes：40").values
    {'value': '：', 'expected': ':'}
    >>> odd_sign("  title: 紹介：本学") is None
    True
    """
    line = line[:LONGEST]
    found = [match for pattern in _SIGNS if (match := pattern.search(line))]
    if found:
        index = min(match.start("odd") for match in found)
        return _odd_at(line, index)
    if match := _COLON_ALONE.search(line):
        return Odd("shape.colon-without-space", match.end("odd"), {"value": match["odd"]})
    return None


def _odd_at(line: str, index: int) -> Odd:
    character = line[index]
    if character in _MEANT:
        return Odd("shape.odd-sign", index, {"value": character, "expected": _MEANT[character]})
    return Odd("shape.odd-space", index, {"value": f"U+{ord(character):04X}"})


def odd_before(text: str, index: int) -> Odd | None:
    """What probably made reading stop at `index`: an odd sign in that line, or in those shortly before it."""
    for start, line in _lines_back(text, index):
        odd = odd_sign(line)
        if odd is None and start <= index <= start + len(line) and (match := _CURLY.match(line)):
            odd = Odd("shape.curly-quotes", match.start("odd"), {"value": unquoted(match["odd"])})
        if odd is not None:
            return odd._replace(position=start + odd.position)
    return None


def _lines_back(text: str, index: int) -> Iterator[tuple[int, str]]:
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    for _ in range(FARTHEST):
        start = text.rfind("\n", 0, end) + 1
        yield start, text[start:end].rstrip("\r")
        if start == 0:
            return
        end = start - 1


def unquoted(text: str) -> str | None:
    """What stands between curly quotation marks; `None` for a text without them.

    >>> unquoted("“2021-09-29 15:00”")
    '2021-09-29 15:00'
    """
    match = _QUOTED.fullmatch(text)
    return match[1] if match else None


def odd_word(text: str) -> Odd | None:
    """Why a name, a key, a number or a time is not one, when its characters only look like plain ones.

    Where the finding quotes the whole of it, `expected` is how it is written plainly.

    >>> odd_word("４０").values["expected"], odd_word("k\\u0435ynote").values["expected"]
    ('40', 'keynote')
    >>> odd_word("茶") is None
    True
    """
    inner = unquoted(text)
    if inner is not None and inner.isascii():
        return Odd("shape.curly-quotes", 0, {"value": inner, "expected": inner})
    plain = _plain(text)
    if text.isascii() or len(text) > LONGEST // 10 or not plain.isascii():
        return None
    index = next(index for index, character in enumerate(text) if not character.isascii())
    odd = text[index]
    if odd in _MEANT or re.match(f"[{_SPACES}]", odd):
        return _odd_at(text, index)
    if odd not in _LETTERS:
        return Odd("shape.full-width", index, {"value": text, "expected": plain})
    # In a word that is wholly of that script nothing pretends to be Latin.
    values: dict[str, Value] = {"value": text, "expected": plain, "letter": odd}
    return Odd("shape.look-alike", index, values) if re.search("[A-Za-z]", text) else None


def _plain(text: str) -> str:
    spaced = re.sub(f"[{_SPACES}]", " ", text).strip()
    return unicodedata.normalize("NFKC", spaced.translate(_TO_SIGNS)).translate(_TO_LATIN)


# Cyrillic and Greek letters that no reader can tell from Latin ones (Unicode TR 39 calls them confusable).
_LETTERS = dict(
    zip(
        "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅοαινρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijshdqwABEKMHOPCTYXIJSoaivpuABEZHIKMNOPTYX",
        strict=True,
    )
)
_TO_LATIN = {ord(letter): latin for letter, latin in _LETTERS.items()}
