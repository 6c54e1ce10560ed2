"""Questions to a site: how a page learns one thing about a part of the week, and no more."""

from collections.abc import Callable
from typing import Any, TypeVar

A = TypeVar("A")


def question(method: Callable[[Any, str], A]) -> Callable[[Any, str], A]:
    """Marks a method of a site by which a page learns one thing about a part and no more.

    A page that asks it need not be made again when something else about the part changes (see `watching`).
    """
    QUESTIONS.add(method.__name__)
    return method


QUESTIONS: set[str] = set()
"""The names of all such methods."""
