"""The terms of a timetable, told to a person as a table and to a program as data.

Terms that are ours and not weighed are left out: the files of CoSPLib know nothing of them.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import east_asian_width

from kakehashi.planner import Objective, Term
from kakehashi.planner.objective import OURS
from kakehashi.words import Words


def terms_as_data(objective: Objective, terms: Mapping[Term, int]) -> dict[str, Any]:
    """The terms by name, each with its weight (0 where it does not count) and how often it occurs."""
    return {name: {"weight": weight, "count": count} for name, weight, count in _weighed(objective, terms)}


def terms_as_table(objective: Objective, terms: Mapping[Term, int], words: Words) -> list[str]:
    """Lines: each term with weight, count and their product, and last the sum of the products."""
    head = (words.say("Term"), words.say("Weight"), words.say("Count"), words.say("Product"))
    weighed = _weighed(objective, terms)
    rows = [(name, str(weight), str(count), str(weight * count)) for name, weight, count in weighed]
    return _table([head, *rows, (words.say("Sum"), "", "", str(objective.value(terms)))])


def _weighed(objective: Objective, terms: Mapping[Term, int]) -> list[tuple[str, int, int]]:
    """Name, weight and count of each term that is told."""
    weights = objective.weights
    told = [term for term in terms if term in weights or term not in OURS]
    return [(term.value, weights.get(term, 0), terms[term]) for term in told]


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
