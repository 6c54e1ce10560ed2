"""Folding: how a text is written for the index, and a question for searching it, so that the two meet.

Case, width and marks over letters do not count (`е` is `ё`, `и` is `й`, `e` is `é`), nor old forms of characters (`﨑`
is `崎`), kinds of kana, long vowel marks and the dot between names. What is left is cut into *tokens*: a word, closed
by `END`, or of a script that is written without spaces every pair of neighbours, so that any part of two characters
and more is found without knowing where its words begin.

The rules are data (`folding.json`) that go to the browser with the index; `search.js` reads them as this module does,
and a test holds the two together. Unicode's own are NFKC (UAX 15) and lower case.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

RULES: dict[str, Any] = json.loads((files("kakehashi.site.search") / "folding.json").read_text("utf-8"))
"""`letters`, `variants`, `sounds` write one thing for another; `marks`, `spaceless` are ranges of code points;
`dropped` are marks that do not count after a character of a `spaceless` script; `endings` are cut off the words of a
question."""

END = "ª"
"""Closes a word. NFKC writes it as `a`, so no text holds it. Without it a word that is missing would be answered with
every word that it begins with: `aquarium` with `a`."""
PAIR = "ǂ"
"""Opens a token that stands for characters by their numbers: Pagefind takes marks off letters (`が` would be `か`), and
browsers cut Japanese questions into words as they think best."""
_SIXTEEN = "abcdefghijklmnop"


def _class(ranges: Iterable[tuple[int, int]]) -> str:
    return "[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]"


_MARKS = re.compile(_class(RULES["marks"]) + "+")
_SPACELESS = _class(RULES["spaceless"])
_DROPPED = re.compile(f"(?<={_SPACELESS})[{RULES['dropped']}]+")
_REPEATED = re.compile("(.)々")
_SOUNDS = re.compile("|".join(sorted(RULES["sounds"], key=lambda sound: (-len(sound), sound))))
_LETTERS = str.maketrans(
    RULES["letters"]
    | RULES["variants"]
    # The two blocks of kana lie 96 apart, letter by letter.
    | {chr(katakana): chr(katakana - 0x60) for katakana in range(0x30A1, 0x30F7)}
)
_GAP = re.compile(f"(?<={_SPACELESS})\\s+(?={_SPACELESS})")
_RUNS = re.compile(f"({_SPACELESS}+)")
_WORDS = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """A text as it is compared.

    >>> fold("Ｇａｆｕｒｏｖ, Пётр Ильич"), fold("ガフロフ・イルシャット"), fold("佐々木﨑")
    ('gafurov, петр ильич', 'がふろふいるしゃっと', '佐佐木崎')
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    bare = unicodedata.normalize("NFC", _MARKS.sub("", plain)).translate(_LETTERS)
    dropped = _DROPPED.sub("", _REPEATED.sub(r"\1\1", bare))
    return _SOUNDS.sub(lambda found: RULES["sounds"][found[0]], dropped)


def tokens(text: str) -> Iterator[str]:
    """The tokens by which a text is found, in its order.

    >>> list(tokens("Kazan, 2021")), len(list(tokens("金沢大学")))
    (['kazanª', '2021ª'], 4)
    """
    # Lines of Japanese break anywhere, and a name may be written with a space or without.
    for number, part in enumerate(_RUNS.split(_GAP.sub("", fold(text)))):
        if number % 2:
            yield from _pairs(part)
        else:
            yield from (f"{word}{END}" for word in _WORDS.findall(part))


def _pairs(run: str) -> Iterator[str]:
    numbered = [code for character in run for code in _numbered(character)]
    yield from (f"{PAIR}{first}{second}" for first, second in pairwise(numbered))
    # So that the last character is found alone as the others are, and no pair reaches over the end.
    yield f"{PAIR}{numbered[-1]}{END}"


@cache
def _numbered(character: str) -> tuple[str, ...]:
    """A character by its number in UTF-16, four letters for each of its one or two halves."""
    units = character.encode("utf-16-be").hex()
    letters = "".join(_SIXTEEN[int(digit, 16)] for digit in units)
    return tuple(letters[first : first + 4] for first in range(0, len(letters), 4))
