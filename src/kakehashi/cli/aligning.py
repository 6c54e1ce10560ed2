"""Tables on a terminal, whose columns stand one below another in every script."""

from collections.abc import Collection, Sequence
from shutil import get_terminal_size
from unicodedata import east_asian_width

NARROWEST = 12
"""Columns below which no cell is shortened for want of room."""
_UNLIMITED = 1_000_000


def table(
    rows: Sequence[Sequence[str]], left: Collection[int] = (0,), yielding: Collection[int] = (), room: int | None = None
) -> list[str]:
    """Columns two blanks apart: those of `left`, counted from 0, begin at the left, the others end at the right.

    Where `room`, or the terminal if there is one, is too narrow, the cells of `yielding` are shortened, the widest
    column first.

    >>> table([("道", "1"), ("a b c", "10")])
    ['道      1', 'a b c  10']
    >>> table([("An institution", "A talk about tea and cups")], (0, 1), yielding=(1,), room=32)
    ['An institution  A talk about te…']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    given = get_terminal_size((_UNLIMITED, 0)).columns if room is None else room
    for _ in range(sum(widths) + 2 * (len(widths) - 1) - given):
        widest = max(yielding, key=lambda number: widths[number], default=None)
        if widest is None or widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
    return ["  ".join(_cells(row, widths, left)).rstrip() for row in rows]


def _cells(row: Sequence[str], widths: Sequence[int], left: Collection[int]) -> list[str]:
    cells = []
    for number, (whole, wide) in enumerate(zip(row, widths, strict=True)):
        text = shortened(whole, wide)
        blanks = " " * (wide - width(text))
        cells.append(text + blanks if number in left else blanks + text)
    return cells


def width(text: str) -> int:
    """The columns that a text takes on a terminal: two for each of the wide characters of East Asia."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def shortened(text: str, most: int) -> str:
    """A text that takes so many columns at most; of a longer one its beginning, and an ellipsis.

    >>> shortened("手まりの巻き方", 7), shortened("Tea", 7)
    ('手まり…', 'Tea')
    """
    if width(text) <= most:
        return text
    kept = text
    while width(kept) >= most:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
