"""A title set as large as its place allows, in lines of about one length."""

from collections.abc import Iterator
from dataclasses import dataclass

from kakehashi.site.pictures.letters import ELLIPSIS
from kakehashi.site.pictures.phrases import phrases
from kakehashi.site.previews.faces import width
from kakehashi.words import Words

SIZES = (92, 84, 76, 68, 60, 54, 48, 42, 37, 33, 30)
"""The sizes that are tried, largest first."""
LEADING = 1.2


@dataclass(frozen=True, slots=True)
class Setting:
    """A title in its lines, all of one size."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """The room from the top of the first line to the foot of the last."""
        return len(self.lines) * self.size * LEADING


def set_title(title: str, words: Words, room: tuple[float, float]) -> Setting:
    """The title within a width and a height; in the smallest size what is too long ends in an ellipsis."""
    across, down = room
    for size in SIZES:
        lines = _lines(title, words, across, size)
        if len(lines) * size * LEADING <= down and _whole(title, words, across, size):
            return Setting(_balanced(title, words, across, size), size)
    size = SIZES[-1]
    lines, most = _lines(title, words, across, size), max(1, int(down / size / LEADING))
    if len(lines) > most:
        lines = (*lines[: most - 1], _cut(lines[most - 1], across, size, words.language))
    return Setting(lines, size)


def _whole(title: str, words: Words, across: float, size: float) -> bool:
    """Whether every word fits on a line: a smaller size may keep a longer one whole."""
    return all(
        width(phrase.rstrip(), size, words.language) <= across for phrase in phrases(title, words, across / size)
    )


def _balanced(title: str, words: Words, across: float, size: float) -> tuple[str, ...]:
    """The lines in the least width that takes no more of them."""
    best = _lines(title, words, across, size)
    for share in range(95, 40, -5):
        room = across * share / 100
        narrower = _lines(title, words, room, size)
        if len(narrower) > len(best) or not _whole(title, words, room, size):
            break
        best = narrower
    return best


def _lines(title: str, words: Words, across: float, size: float) -> tuple[str, ...]:
    found: list[str] = []
    running = ""
    for piece in _pieces(title, words, across, size):
        if running and width((running + piece).rstrip(), size, words.language) > across:
            found.append(running.rstrip())
            running = ""
        running += piece if running else piece.lstrip()
    return (*found, running.rstrip()) if running.strip() else tuple(found)


def _pieces(title: str, words: Words, across: float, size: float) -> Iterator[str]:
    """The phrases or words of a title, one that is broader than a line in as many pieces as it fills."""
    for phrase in phrases(title, words, across / size):
        piece = ""
        for letter in phrase:
            if piece and width(piece + letter.strip(), size, words.language) > across:
                yield piece
                piece = ""
            piece += letter
        yield piece


def _cut(line: str, across: float, size: float, language: str) -> str:
    while line and width(line + ELLIPSIS, size, language) > across:
        line = line[:-1]
    return line.rstrip(" ,.;:、。") + ELLIPSIS
