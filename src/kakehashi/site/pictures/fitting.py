"""How the words of a block stand in its room: the more telling ways are tried first, and no word leaves the room.

Each way is a generator of lines that gives none where it does not fit. Letters are centred by their figures and
capitals, which in the sans faces of the style sheet are about .74 of the size high: half of that is the .37 below.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.pictures.days import Block
from kakehashi.site.pictures.forms import Form
from kakehashi.site.pictures.letters import cut_at_word, is_square, is_upright, lines, width
from kakehashi.site.pictures.phrases import phrases
from kakehashi.site.pictures.svg import text
from kakehashi.words import Words

STANDING = 34.0
"""The letters of a short title that stands from top to bottom."""

RIGHT = 8.0
"""What stays free at the end of a line in the larger forms."""

TURNED = ((22.0, 28.0), (16.0, 20.0))
"""Letters and pitch of a short title that is turned."""


class Box(NamedTuple):
    """The room of a block."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.x + self.width / 2


class Fitting(NamedTuple):
    """A block's words, the room they may take, and the time at which it begins as the page writes it."""

    block: Block
    room: Box
    form: Form
    time: str
    words: Words

    def drawn(self) -> list[Markup]:
        """The words in the first way that fits; none if no way does."""
        ways: tuple[Callable[[], Iterator[Markup]], ...] = (
            (self.beside, self.tall, self.below, self.below_in_part, self.kind, self.kind_turned, self.time_alone)
            if self.form.large
            else (self.beside, self.kind, self.title_turned, self.kind_turned, self.time_alone)
        )
        return next((found for way in ways if (found := list(way()))), [])

    def beside(self) -> Iterator[Markup]:
        """The time, and beside it as much of the title as there are lines for."""
        form, box = self.form, self.room
        single = box.height < form.pitch + form.letter - 2
        size = form.letter - 1 if single and form.large else form.letter
        start = box.x + form.pad + width(self.time, size) + 5
        room = box.x + box.width - (RIGHT if form.large else form.pad * 0.6) - start
        if room < 6 * form.letter or box.height < form.pitch - 3 or not self._is_whole(self.block.title, room, size):
            return
        first = box.y + (box.height / 2 + size * 0.37 if single else form.letter + 5)
        rows = self._title(self._row_count(box.height), room, size)
        yield text(self._kind(size, figures=True), box.x + form.pad, first, self.time)
        for index, row in enumerate(rows):
            yield text(self._kind(size), start, first + form.pitch * index, row)

    def tall(self) -> Iterator[Markup]:
        """A short title in large letters down a block that is higher than broad."""
        box, title = self.room, self.block.title
        if box.height < 1.6 * box.width:
            return
        if is_upright(title):
            if len(title) * STANDING * 1.12 + 30 <= box.height and box.width >= STANDING + 8:
                yield text(f"serif tate {self._kind(STANDING)}", box.middle, box.y + 22, title)
            return
        for size, pitch in TURNED:
            rows = self._rows(title, box.height - 32, size)
            if len(rows) * pitch + 8 <= box.width and self._is_whole(title, box.height - 32, size):
                yield from self._turned(rows, size, pitch, "serif ")
                return

    def below(self) -> Iterator[Markup]:
        """The time, and the whole title under it."""
        room, size = self.room.width - self.form.pad - 3, self.form.letter
        rows = self._rows(self.block.title, room, size)
        if (
            self._time_fits
            and self._is_whole(self.block.title, room, size)
            and len(rows) <= self._row_count(self.room.height) - 1
        ):
            yield from self._under_time(rows)

    def below_in_part(self) -> Iterator[Markup]:
        """The time, and under it as much of the title as there is room for, if no word of that is broken."""
        room, size = self.room.width - self.form.pad - 3, self.form.letter
        count = self._row_count(self.room.height) - 1
        if count < 2 or room < 4.5 * size or not self._time_fits:
            return
        rows = self._title(count, room, size)
        shown = self.block.title.split(" ")[: sum(row.count(" ") + 1 for row in rows)]
        if self._is_whole(" ".join(shown), room, size):
            yield from self._under_time(rows)

    def _under_time(self, rows: list[str]) -> Iterator[Markup]:
        form, x, first = self.form, self.room.x + self.form.pad, self.room.y + self.form.letter + 5
        yield text(self._kind(form.letter, figures=True), x, first, self.time)
        for index, row in enumerate(rows, start=1):
            yield text(self._kind(form.letter), x, first + form.pitch * index, row)

    def kind(self) -> Iterator[Markup]:
        """The short word, under the time where there is room for both."""
        form, size = self.form, self.form.letter
        room = self.room.width - form.pad - 3
        rows = self._rows(self.block.kind, room, size)
        if not self._is_whole(self.block.kind, room, size) or len(rows) * form.pitch + 3 > self.room.height:
            return
        if form.large and len(rows) < self._row_count(self.room.height) and self._time_fits:
            yield from self._under_time(rows)
            return
        first = self.room.y + min(form.letter + 3.5, self.room.height / 2 + size * 0.37)
        for index, row in enumerate(rows):
            yield text(self._kind(size), self.room.x + form.pad, first + form.pitch * index, row)

    def title_turned(self) -> Iterator[Markup]:
        """The whole title down a narrow block."""
        yield from self._down(self.block.title)

    def kind_turned(self) -> Iterator[Markup]:
        """The short word down a narrow block."""
        yield from self._down(self.block.kind)

    def time_alone(self) -> Iterator[Markup]:
        """The time, which says more than an empty block."""
        form, box = self.form, self.room
        if self._time_fits and box.height >= form.letter + 1:
            base = box.y + min(form.letter + 3.5, box.height / 2 + form.letter * 0.37)
            yield text(self._kind(form.letter, figures=True), box.x + form.pad, base, self.time)

    def _down(self, said: str) -> Iterator[Markup]:
        size, box = self.form.letter, self.room
        if is_upright(said):
            if width(said, size) * 1.05 + 10 <= box.height and box.width >= size + 3:
                yield text(f"tate {self._kind(size)}", box.middle, box.y + 6, said)
            return
        room = box.height - self._top - 6
        rows = self._rows(said, room, size)
        if self._is_whole(said, room, size) and len(rows) * self.form.pitch + 2 <= box.width:
            yield from self._turned(rows, size, self.form.pitch)

    def _turned(self, rows: list[str], size: float, pitch: float, face: str = "") -> Iterator[Markup]:
        """Rows that read downwards, the first to the right."""
        top = self.room.y + self._top
        for index, row in enumerate(rows):
            across = self.room.middle - size * 0.32 + pitch * ((len(rows) - 1) / 2 - index)
            yield text(face + self._kind(size), across, top, row, turned=90)

    def _kind(self, size: float, figures: bool = False) -> str:
        """The class of a line of text."""
        on = "" if self.block.mark is None else f" {self.block.mark.on}"
        if figures:
            return f"t{size:.0f} fig{' planned' if self.block.planned else ''}{on}"
        return f"t{size:.0f}{on}{' cancelled' if self.block.cancelled else ''}"

    @property
    def _top(self) -> float:
        """Where a turned line begins, below the edge of its block."""
        return 16 if self.form.large else 6

    @property
    def _time_fits(self) -> bool:
        return width(self.time, self.form.letter) + self.form.pad + 3 <= self.room.width

    def _row_count(self, height: float) -> int:
        return max(1, int((height - 3) // self.form.pitch))

    def _rows(self, said: str, room: float, size: float) -> list[str]:
        return lines(said, room, size, lambda paragraph: phrases(paragraph, self.words, room / size))

    def _is_whole(self, said: str, room: float, size: float) -> bool:
        """Whether lines of `room` hold the text without breaking a word."""
        return all(
            width(part.rstrip(), size) <= room
            for paragraph in said.split("\n")
            for part in phrases(paragraph, self.words, room / size)
        )

    def _title(self, count: int, room: float, size: float) -> list[str]:
        """The title in at most `count` rows: whole, or else without who stands below it, or else its beginning.

        Where there is a single row, the short word stands rather than the beginning of a title. What is cut ends with
        a whole word and an ellipsis.
        """
        title = self.block.title.partition("\n")[0] or self.block.title.strip()
        ways = [self.block.title, self.block.title.replace("\n", " · "), title]
        if count == 1 and self.form.large and self._is_whole(self.block.kind, room, size):
            ways.append(self.block.kind)
        rows = []
        for said in filter(None, ways):
            rows = self._rows(said, room, size)
            if len(rows) <= count:
                return rows
        rows = self._rows(title, room, size)
        if count == 1:
            return [cut_at_word(title, room, size)]
        last, following = rows[count - 1 : count + 1]
        between = "" if is_square(last[-1:]) and is_square(following[:1]) else " "
        return [*rows[: count - 1], cut_at_word(last + between + following + " " * 99, room, size)]
