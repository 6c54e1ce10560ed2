"""The numbers of a search that an expert may set; none of them changes what a figure means or what is proven.

They are the same for every problem, whatever its name. With other numbers the same effort and seed give another
timetable. A file of them is TOML, one number a line; what it does not name is as usual.

>>> Parameters.from_toml("fair_share = 0.6").fair_share
0.6
>>> Parameters(fair_share=2.0)
Traceback (most recent call last):
kakehashi.planner.parameters.InvalidParameters: parameters.no-number
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, NamedTuple

from kakehashi.findings import Finding, Refused

_EXAMPLE = "fair_share = 0.6"


class InvalidParameters(Refused):
    """Parameters that no search can have; its findings tell all that is wrong with them."""


class Range(NamedTuple):
    """From what number to what number a parameter may go, both included; `whole` if it has no fractions."""

    least: float
    most: float
    whole: bool = False


RANGES: Mapping[str, Range] = {
    "exact_alone": Range(0, 10**9, whole=True),
    "exact_last": Range(0, 10**9, whole=True),
    "many_cells": Range(0, 10**9, whole=True),
    "ordered_share": Range(0, 1),
    "fair_share": Range(0.01, 1),
    "step_share": Range(0.01, 1),
    "lean_share": Range(0.01, 1),
    "again_share": Range(0, 1),
    "exchanges": Range(0, 10**9, whole=True),
    "first_effort": Range(1e-6, 10**6),
    "effort_growth": Range(1.1, 100),
    "round_effort": Range(0.01, 10**6),
    "construction_patience": Range(1, 10**6, whole=True),
    "improvement_patience": Range(1, 10**6, whole=True),
    "part_growth": Range(1, 10),
    "part_shrinkage": Range(0.1, 1),
    "smallest_part": Range(0.001, 1),
}


@dataclass(frozen=True, slots=True)
class Parameters:
    """Numbers of a search. Raises `InvalidParameters` with everything that is wrong.

    Which models are used, by the number of *places*: first slots, in all rooms, of all talks together.

    - `exact_alone`: up to so many places, the model down to the slot is searched first, and again after two others
      were asked for a bound.
    - `exact_last`: up to so many places, that model is searched last.
    - `many_cells`: beyond so many cells times tracks, the model of cells and blocks is never solved as a whole.
    - `ordered_share`: if at least this part of the talks have a place in the order of their track, a construction
      without that order ends with its first timetable.

    How ordered aims share the time, or the effort, each a part of what is left.

    - `fair_share`: what fairness has, when other aims follow.
    - `step_share`: what one step of fairness has of that, when other steps follow.
    - `lean_share`: what the model without rooms has of an aim's part, before the one with rooms.
    - `again_share`: what has to be left of the time for all aims to be gone through again, if some were cut off.
    - `exchanges`: how many exchanges of talks are looked at before the solver begins.

    How large pieces of work are, in deterministic seconds of the solver, where effort counts.

    - `first_effort`: the first piece of those that grow.
    - `effort_growth`: how many times as long as a piece the next one is.

    How parts of a timetable are made anew, in rounds.

    - `round_effort`: deterministic seconds of a round, whether effort counts or not.
    - `construction_patience`, `improvement_patience`: rounds without success that end a construction, an improvement.
    - `part_growth`, `part_shrinkage`: by what the share that is made anew is multiplied when the solver came to an end
      of a part, and when it did not.
    - `smallest_part`: the smallest share of all tracks or blocks.
    """

    exact_alone: int = 1_000
    exact_last: int = 60_000
    many_cells: int = 20_000
    ordered_share: float = 0.25
    fair_share: float = 0.75
    step_share: float = 0.7
    lean_share: float = 0.5
    again_share: float = 0.25
    exchanges: int = 100_000
    first_effort: float = 0.25
    effort_growth: float = 2.0
    round_effort: float = 0.2
    construction_patience: int = 30
    improvement_patience: int = 200
    part_growth: float = 1.2
    part_shrinkage: float = 0.85
    smallest_part: float = 0.02

    def __post_init__(self) -> None:
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        if faults := tuple(_faults(given)):
            raise InvalidParameters(faults)

    @classmethod
    def from_toml(cls, text: str) -> "Parameters":
        """The parameters that a TOML document names, all others as usual.

        Raises `InvalidParameters` with everything that is wrong: `parameters.not-toml` for what is no such document.
        """
        try:
            given = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise InvalidParameters((Finding("parameters.not-toml", values={"example": _EXAMPLE}),)) from error
        if faults := tuple(_faults(given)):
            raise InvalidParameters(faults)
        return cls(**given)


def _faults(given: Mapping[str, Any]) -> Iterator[Finding]:
    for name, value in given.items():
        if name not in RANGES:
            near = next(iter(get_close_matches(name, RANGES, n=1)), None)
            yield Finding("parameters.unknown", (name,), {"value": name, "nearest": near, "expected": tuple(RANGES)})
            continue
        least, most, whole = RANGES[name]
        number = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
        if not number or not least <= value <= most:
            code = "parameters.no-whole-number" if whole else "parameters.no-number"
            values = {"name": name, "value": str(value), "least": _written(least), "most": _written(most)}
            yield Finding(code, (name,), values)


def _written(number: float) -> str:
    """A number as a person would write it."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


USUAL = Parameters()
"""What a search has that nobody gave others."""
