"""How much room text takes, and how it breaks: pictures are drawn without a browser, so they measure by script.

Text never leaves what it stands in, whichever of the style sheet's sans faces a reader has. Lines break as UAX #14 and
JIS X 4051 have it: between squares, after spaces and hyphens, never before a closing mark or a small kana and never
after an opening bracket (kinsoku).
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

SHARES = (
    (0.24, "'‘’"),
    (0.28, " \u00a0!,.:;ijl·іїј"),
    (0.32, "[]"),
    (0.36, "()-/I\\`ftІЇ“”"),
    (0.4, '"{}•'),
    (0.44, "rг„"),
    (0.48, "зт"),
    (0.52, "JcsvxyzЈксухэєѕў"),
    (0.56, "$*0123456789?L^_aek|«»Гаеяё–€"),
    (0.6, "+<=>FTZo~ЗТбвдлоь"),
    (0.64, "#bdghnpquЎКУийнпрцчђћџ"),
    (0.68, "ABEKPSVXYЁЅАБВДЕРХЬ"),
    (0.72, "&CDRUЄЏЛПСЧЭЯъ"),
    (0.76, "HNИЙНЦжм"),
    (0.8, "GOQwОФЪы"),
    (0.84, "фю"),
    (0.88, "%ЂЋЫњ"),
    (0.92, "MЖМшщљ"),
    (0.96, "Wm"),
    (1.0, "Њ—…"),
    (1.04, "@ШЩЮ"),
    (1.08, "Љ№"),
)
"""The broadest that each letter is in the faces of the style sheet, in its size; accents cost nothing."""

OTHERS = 0.7
"""What a letter of another script is taken to need."""

SHARE = {letter: share for share, letters in SHARES for letter in letters}
# Kinsoku: what JIS X 4051 lets no line begin with, or end with.
NOT_FIRST = frozenset("、。,.,.・:;:;!?!?)」』】〕》)]}ーゝゞ々〜…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ")
NOT_LAST = frozenset("(「『【〔《([{")
ELLIPSIS = "…"
SLACK = 1e-6
"""What the rounding of a sum may cost."""


def width(text: str, size: float) -> float:
    """The room that a line takes at a size, in the unit of the size; rather too much than too little.

    >>> width("金沢", 14), round(width("a", 100), 2)
    (28, 56.0)
    """
    return size * sum(_share(letter) for letter in text)


@cache
def _share(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if is_square(letter):
        return 1
    return SHARE.get(letter) or SHARE.get(unicodedata.normalize("NFD", letter)[0], OTHERS)


def is_square(letter: str) -> bool:
    """Whether a letter stands in a square of its own, as Japanese, Chinese and Korean do: wide or full in UAX #11.

    >>> [is_square(letter) for letter in "学ア「가 aЯ±"]
    [True, True, True, True, False, False, False, False]
    """
    return unicodedata.east_asian_width(letter) in "WF"


def is_upright(text: str) -> bool:
    """Whether text can be set from top to bottom: all of it stands in squares. A Latin letter would lie on its side."""
    return bool(text) and all(is_square(letter) for letter in text)


def cut(text: str, room: float, size: float) -> str:
    """The text, or as much of it as fits in front of an ellipsis; empty where not even that fits.

    >>> cut("Environmental Studies", 70, 14)
    'Environ…'
    """
    if width(text, size) <= room:
        return text
    left = room - width(ELLIPSIS, size)
    kept = ""
    for letter in text:
        left -= width(letter, size)
        if left < 0:
            break
        kept += letter
    return kept.rstrip(" ·") + ELLIPSIS if kept.strip(" ·") else ""


def cut_at_word(text: str, room: float, size: float) -> str:
    """The same with its last word whole, where one is left; scripts without spaces end anywhere.

    >>> cut_at_word("Environmental Studies in Siberia", 140, 14), cut_at_word("Environmental", 70, 14)
    ('Environmental…', 'Environ…')
    """
    shown = cut(text, room, size)
    kept = shown.removesuffix(ELLIPSIS)
    following = text[len(kept) : len(kept) + 1]
    if kept == shown or not following.isalnum() or is_square(following) or " " not in kept:
        return shown
    return kept.rpartition(" ")[0].rstrip(" ·,:;—–") + ELLIPSIS


def pieces(text: str) -> Iterator[str]:
    """The text in pieces between which a line may break; a piece ends with its space.

    >>> list(pieces("新しい「学生発表」 2021"))
    ['新', 'し', 'い', '「学', '生', '発', '表」 ', '2021']
    """
    running = ""
    for index, letter in enumerate(text):
        running += letter
        following = text[index + 1 : index + 2]
        if following and _may_break(letter, following):
            yield running
            running = ""
    if running:
        yield running


def _may_break(letter: str, following: str) -> bool:
    if letter in (" ", "\u3000"):
        return following not in (" ", "\u3000")
    if following == " " or following in NOT_FIRST or letter in NOT_LAST:
        return False
    return letter in "-–/\u200b" or is_square(letter) or is_square(following)


def lines(text: str, room: float, size: float, split: Callable[[str], Iterable[str]] = pieces) -> list[str]:
    """The text in lines of at most `room`, broken where `split` allows, and within a piece only where it is too long.

    >>> lines("Signing ceremony", 80, 14)
    ['Signing', 'ceremony']
    """
    return [line for paragraph in text.split("\n") for line in _broken(split(paragraph), room, size)]


def _broken(parts: Iterable[str], room: float, size: float) -> Iterator[str]:
    # What a line takes is summed up as it grows: to measure it anew for every piece costs a second for a long title.
    running, used = "", 0.0
    for part in parts:
        if running and used + width(part.rstrip(), size) > room + SLACK:
            yield running.rstrip()
            running, used = "", 0.0
        piece = part if running else part.lstrip()
        running, used = running + piece, used + width(piece, size)
        if used > room + SLACK:
            *full, running = _filled(running, room, size)
            used = width(running, size)
            yield from full
    if running.strip():
        yield running.rstrip()


def _filled(word: str, room: float, size: float) -> Iterator[str]:
    """A word in as many lines as it fills, the last of them open for what follows."""
    while (end := _longest(word, room, size)) < len(word.rstrip()):
        yield word[:end]
        word = word[end:]
    yield word


def _longest(word: str, room: float, size: float) -> int:
    """How many letters of a word fill a line: one at least, and no mark alone on the next line."""
    end, used = 1, _share(word[0])
    while end < len(word) and size * (used + _share(word[end])) <= room:
        used += _share(word[end])
        end += 1
    if end > 1 and (word[end : end + 1] in NOT_FIRST or word[end - 1] in NOT_LAST):
        end -= 1
    return end
