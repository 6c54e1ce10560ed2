"""The terms of a timetable, told to a person as a table and to a program as data.

Terms that are ours and not weighed are left out: the files of CoSPLib know nothing of them.
"""

from collections.abc import Mapping
from typing import Any

from kakehashi.cli.aligning import table
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
    return table([head, *rows, (words.say("Sum"), "", "", str(objective.value(terms)))])


def _weighed(objective: Objective, terms: Mapping[Term, int]) -> list[tuple[str, int, int]]:
    """Name, weight and count of each term that is told."""
    weights = objective.weights
    told = [term for term in terms if term in weights or term not in OURS]
    return [(term.value, weights.get(term, 0), terms[term]) for term in told]
