"""Tables on a terminal, whose columns stand one below another in every script."""

from collections.abc import Collection, Sequence
from unicodedata import east_asian_width


def table(rows: Sequence[Sequence[str]], left: Collection[int] = (0,)) -> list[str]:
    """Columns two blanks apart: those of `left`, counted from 0, begin at the left, the others end at the right.

    >>> table([("道", "1"), ("a b c", "10")])
    ['道      1', 'a b c  10']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(_cells(row, widths, left)).rstrip() for row in rows]


def _cells(row: Sequence[str], widths: Sequence[int], left: Collection[int]) -> list[str]:
    cells = []
    for number, (text, wide) in enumerate(zip(row, widths, strict=True)):
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
