"""Every rule and every term of a timetable has one name: in the checker, in the model, and on the page about both."""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from inspect import isfunction
from pkgutil import iter_modules

import pytest
from tools import ROOT

from kakehashi.planner import modelling
from kakehashi.planner.checking import checks, rules
from kakehashi.planner.modelling import BEARING, EXACT, TERMS, counting, places, runs
from kakehashi.planner.modelling import rules as of_blocks
from kakehashi.planner.objective import Term

PAGE = ROOT / "docs" / "planner.md"
NOT_IN_THE_MODEL = {
    "known_names": "there are no variables of any other names",
    "split": "in the model no talk is torn, so there is nothing to price",
}
APPLIED = {"of blocks": of_blocks.RULES, "of runs": runs.RULES, "of places": places.RULES}


def in_modelling() -> Iterator[str]:
    """The names of the functions that modelling offers."""
    for found in iter_modules(modelling.__path__, f"{modelling.__name__}."):
        for name, thing in vars(import_module(found.name)).items():
            if isfunction(thing) and thing.__module__ == found.name and not name.startswith("_"):
                yield name


def in_table(heading: str) -> list[str]:
    """The names in the first column of the table below a heading of the page."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    _head, *rows = (line for line in section.splitlines() if line.startswith("|") and not line.startswith("|-"))
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


def names(functions: Iterable[object]) -> list[str]:
    """What functions are called."""
    return [str(getattr(function, "__name__", function)) for function in functions]


def test_every_rule_and_term_of_the_checker_is_a_function_of_the_model_unless_it_asks_for_none() -> None:
    checked = {*names(rules.RULES), *names(checks.TERMS.values())}
    assert checked - set(in_modelling()) == set(NOT_IN_THE_MODEL)


@pytest.mark.parametrize("those", APPLIED)
def test_every_rule_that_a_model_applies_is_one_of_the_checker(those: str) -> None:
    applied = names(APPLIED[those])
    assert applied == [name for name in names(rules.RULES) if name in applied]


@pytest.mark.parametrize("known", [checks.TERMS, TERMS, EXACT, BEARING, counting.LEAST])
def test_a_term_is_reckoned_by_the_function_of_its_name(known: dict[Term, object]) -> None:
    assert names(known.values()) == [term.value.replace("-", "_") for term in known]


def test_all_terms_that_can_cost_something_are_reckoned_in_the_model_that_knows_slots_and_rooms() -> None:
    assert {*TERMS, *EXACT, *BEARING} == set(Term) - {Term.SPLIT}


def test_the_page_has_a_row_for_every_rule_and_for_nothing_else() -> None:
    assert in_table("Rules") == names(rules.RULES)


def test_the_page_has_a_row_for_every_term_and_for_nothing_else() -> None:
    assert sorted(in_table("Terms")) == sorted(names(checks.TERMS.values()))


def test_the_page_fits_two_printed_ones() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 110
    assert max(map(len, lines)) <= 140
