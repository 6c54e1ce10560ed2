"""A bar on the terminal while something long goes on; nothing where stderr is no terminal."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

LONG = 200
"""Fewer steps than these are over before a bar can be read."""


def counted(things: Iterable[T], number: int) -> Iterator[T]:
    """The same things, one by one as they are asked for, counted on stderr as they pass.

    `number` is how many are expected, for the length of the bar; more or fewer may come.
    """
    if number < LONG or not sys.stderr.isatty():
        yield from things
        return
    # Slow to load, and most runs show no bar.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=number)
        for thing in things:
            yield thing
            bar.advance(task)
