"""How a search is going, on stderr: one line renewed on a terminal, else lines; a few a second at the most."""

import sys
from contextlib import suppress

from kakehashi.cli.terminal import tell
from kakehashi.planner import Incumbent, Observer, Solution
from kakehashi.words import Words

SHORTEST = 0.3
"""Seconds between two lines."""


class SearchProgress(Observer):
    """Tells each better timetable and each better bound, with the seconds since the search began."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._renewed = sys.stderr.isatty()
        self._told_at: float | None = None
        self._untold: Incumbent | None = None

    def improved(self, now: Incumbent, solution: Solution) -> None:
        """A better timetable was found."""
        self._tell(now)

    def bounded(self, now: Incumbent) -> None:
        """It was proven that no timetable is better than so much."""
        self._tell(now)

    def tell_now(self) -> None:
        """Tells what there was no time to tell."""
        if self._untold is not None:
            self._write(self._untold)

    def ended(self) -> None:
        """Tells what there was no time to tell, and leaves the line."""
        self.tell_now()
        if self._renewed and self._told_at is not None:
            tell("")

    def _tell(self, now: Incumbent) -> None:
        if self._told_at is not None and now.seconds - self._told_at < SHORTEST:
            self._untold = now
        else:
            self._write(now)

    def _write(self, now: Incumbent) -> None:
        self._told_at, self._untold = now.seconds, None
        if not self._renewed:
            tell(self._line(now))
            return
        # Whoever closed the terminal does not end the search.
        with suppress(OSError):
            sys.stderr.write(f"\r{self._line(now)}\x1b[K")
            sys.stderr.flush()

    def _line(self, now: Incumbent) -> str:
        seconds, bound = self._words.tenths(now.seconds), self._words.number(now.bound)
        if now.value is None:
            return self._words.say("%(seconds)s s: none yet, bound %(bound)s", seconds=seconds, bound=bound)
        return self._words.say(
            "%(seconds)s s: best %(value)s, bound %(bound)s, gap %(gap)s",
            seconds=seconds,
            value=self._words.number(now.value),
            bound=bound,
            gap=gap_told(now.gap or 0, self._words),
        )


def gap_told(gap: float, words: Words) -> str:
    """A gap as people read it; one that is not closed is never told as none.

    >>> from kakehashi.words import words_of
    >>> gap_told(0.2647, words_of("en")), gap_told(0.00001, words_of("en")), gap_told(0, words_of("en"))
    ('26.5%', '0.1%', '0%')
    """
    return words.percent(max(gap, 0.001) if gap > 0 else 0)
