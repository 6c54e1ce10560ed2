"""The access log: a line for each answer, and nothing in it about who asked.

No address, no query, no referrer, no name of a browser: of a request its method and path alone, then status, bytes and
milliseconds.
"""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

LONGEST = 300
"""Characters of a path that are told; an address of a week has fewer."""


def line(method: str, path: str, status: int, size: int, milliseconds: float) -> str:
    """One line of the log, quoted, so that no path can write another line or be taken for its other fields.

    >>> line("GET", "/week/ja/\\n200", 404, 512, 0.41)
    'GET /week/ja/%0A200 404 512 0.4\\n'
    """
    told = quote(path[:LONGEST], safe="/:@!$&'()*+,;=~", errors="replace")
    return f"{quote(method[:20], safe='')} {told} {status} {size} {milliseconds:.1f}\n"


class Noted(NamedTuple):
    """What is known of an answer before it has been sent; `begun` is in seconds of a clock that `line` is told, too."""

    method: str
    path: str
    status: int
    begun: float

    def line(self, size: int, now: float) -> str:
        """Its line when all of it has been sent, `size` bytes without the head."""
        return line(self.method, self.path, self.status, size, 1e3 * (now - self.begun))


class Log:
    """Lines on their way: held until `flush`, which writes them in one piece."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._lines: list[str] = []

    def add(self, line: str) -> None:
        self._lines.append(line)

    def flush(self) -> None:
        """Writes what is held. A log that nobody takes any more is given up: readers are served all the same."""
        lines, self._lines = self._lines, []
        if lines:
            try:
                self._write("".join(lines).encode())
            except OSError:
                return
