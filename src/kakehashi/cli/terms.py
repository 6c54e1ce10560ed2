"""The terms of a timetable, told to a person as a table and to a program as data."""

from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import east_asian_width

from kakehashi.planner import Objective, Term
from kakehashi.words import Words


def terms_as_data(objective: Objective, terms: Mapping[Term, int]) -> dict[str, Any]:
    """Every term by its name, with its weight (0 where it does not count) and how often it occurs."""
    return {term.value: {"weight": objective.weights.get(term, 0), "count": count} for term, count in terms.items()}


def terms_as_table(objective: Objective, terms: Mapping[Term, int], words: Words) -> list[str]:
    """Lines: each term with weight, count and their product, and last the sum of the products."""
    head = (words.say("Term"), words.say("Weight"), words.say("Count"), words.say("Product"))
    weighed = [(term.value, objective.weights.get(term, 0), count) for term, count in terms.items()]
    rows = [(name, str(weight), str(count), str(weight * count)) for name, weight, count in weighed]
    return _table([head, *rows, (words.say("Sum"), "", "", str(objective.value(terms)))])


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns two blanks apart: the first one begins at the left, numbers end at the right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for name, *numbers in rows:
        told = [" " * (width - _width(it)) + it for it, width in zip(numbers, widths[1:], strict=True)]
        lines.append("  ".join([name + " " * (widths[0] - _width(name)), *told]))
    return lines


def _width(text: str) -> int:
    """The columns that a text takes on a terminal: two for each of the wide characters of East Asia."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
