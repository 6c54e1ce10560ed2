"""A file of the folder as text, and the line and column of any of its characters."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from kakehashi.findings import Finding, Place, Severity, Source, Value
from kakehashi.folder.nodes import Node


class SourceFile:
    """A file's name relative to the folder, its text (line ends as they are) without the byte order mark that may have
    stood before it (`mark`), and its root node; `broken` when reading it had to stop, so that
    what is missing in it says nothing."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text.removeprefix("\ufeff")
        self.mark = text[: len(text) - len(self.text)]
        self.root: Node | None = None
        self.broken = False

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def at(self, index: int) -> Source:
        """Line and column (from 1) of the character at `index`.

        Only a line feed ends a line, as in editors, and a character counts once whatever its width.

        >>> SourceFile("x.yaml", "茶: 1\\r\\nb: 2").at(8)
        Source(file='x.yaml', line=2, column=3)
        """
        line = bisect_right(self._line_starts, index)
        return Source(self.name, line, index - self._line_starts[line - 1] + 1)

    def finding(self, code: str, index: int, place: Place = (), /, **values: Value) -> Finding:
        """An error at the character `index` of this file."""
        return Finding(code, place, values, Severity.ERROR, self.at(index))
