"""A week is planned: the search, and what its timetable is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from kakehashi.cli.interrupting import Interruption
from kakehashi.cli.planning_aims import PlanProgress
from kakehashi.cli.sources import Checked
from kakehashi.cli.terminal import tell
from kakehashi.findings import Finding, Refused
from kakehashi.folder import edit, load
from kakehashi.planner import (
    AnyOf,
    Level,
    Result,
    Solution,
    Status,
    Stop,
    TimeLimit,
    burdens,
    least_burden,
    least_mean,
    means,
    solving,
)
from kakehashi.planner.conflicts import Conflict, explain
from kakehashi.timetable import Changes, Posed, planning_of, pose, present
from kakehashi.week import Week
from kakehashi.words import Words

LIMIT = 20
"""Seconds of a search that nobody has limited."""
SHORTEST = 0.2
"""Seconds below which a question is not put: a large problem takes longer to be posed to the solver."""
COMPARING = 0.5
"""How long the comparison with what is best for each may take at the most, as a part of the time of the search."""
EXPLAINING = 60
"""Seconds after which no more is asked about why there is no timetable."""


@dataclass(frozen=True)
class Asked:
    """How long, how hard, with how many threads and from where a search is to go; `None` for no limit."""

    time_limit: int | None
    effort: int | None
    workers: int
    seed: int


@dataclass(frozen=True)
class Compared:
    """What the timetable is compared with: the least mean of each institution, the least that all can bear together.

    Both as far as they were found; of those that are not proven, the bound is below the value.
    """

    alone: Mapping[str, Level]
    together: Level | None


@dataclass(frozen=True)
class Planned:
    """What came of planning a week."""

    posed: Posed
    result: Result
    compared: Compared
    interrupted: bool
    conflict: Conflict | None

    @property
    def changes(self) -> Changes:
        """What the timetable changes in the week; nothing without one."""
        return {} if self.result.solution is None else self.posed.read(self.result.solution)


def posed_of(read: Checked, week: Week, *, keep: bool, only: str | None) -> Posed:
    """The problem of planning a week. Raises `Refused` with the places in the files of what keeps it from that."""
    try:
        return pose(week, keep=keep, only=only)
    except Refused as refused:
        raise Refused(read.loaded.located(refused.findings)) from refused


def planned(posed: Posed, asked: Asked, words: Words) -> Planned:
    """Searches for the best timetable, and then for what it is compared with, or for why there is none.

    Whoever interrupts the search gets the best that was found, without comparison.
    """
    with Interruption() as interruption:
        result = _searched(posed, asked, interruption, words)
        conflict, compared = None, Compared({}, None)
        if result.solution is not None and not interruption.came:
            compared = _compared(posed, asked, result.solution, interruption)
        elif result.status is Status.INFEASIBLE:
            tell(words.say("There is no timetable. Looking for the wishes that cannot hold together …"))
            limit = AnyOf((interruption, TimeLimit(EXPLAINING)))
            conflict = explain(posed.problem, stop=limit, seed=asked.seed, workers=asked.workers)
    return Planned(posed, result, compared, interruption.came, conflict)


def _searched(posed: Posed, asked: Asked, interruption: Interruption, words: Words) -> Result:
    progress = PlanProgress(words, posed)
    limits: tuple[Stop, ...] = () if asked.time_limit is None else (TimeLimit(asked.time_limit),)
    result = solving.solve(
        posed.problem,
        AnyOf((interruption, *limits)),
        objective=posed.objective,
        seed=asked.seed,
        workers=asked.workers,
        effort=asked.effort,
        start=present(posed).sound,
        observer=progress,
    )
    progress.ended()
    return result


def _compared(posed: Posed, asked: Asked, solution: Solution, interruption: Interruption) -> Compared:
    """What is best for each alone, and for all together, each with its share of the time that is left.

    They begin anew and not with the timetable that was found: from the fair one it is a long way to what suits one.
    """
    problem, began = posed.problem, perf_counter()
    ends = began + (asked.time_limit or LIMIT) * COMPARING
    reached = means(problem, solution)
    # Nobody's mean is below what they bear anyway.
    alone = {party.name: Level(reached[party.name], party.mean(0)) for party in problem.parties}
    together = Level(sum(burdens(problem, solution).values()), sum(party.borne for party in problem.parties))
    questions = [name for name, level in alone.items() if not level.proven]
    if not together.proven and (limit := _share(ends, len(questions) + 1)) is not None:
        stop = AnyOf((interruption, limit))
        together = _better(together, least_burden(problem, stop, seed=asked.seed, workers=asked.workers))
    for number, name in enumerate(questions):
        if (limit := _share(ends, len(questions) - number)) is not None:
            stop = AnyOf((interruption, limit))
            found = least_mean(problem, name, stop, seed=asked.seed, workers=asked.workers)
            alone[name] = _better(alone[name], found)
    return Compared(alone, together)


def _share(ends: float, left: int) -> TimeLimit | None:
    """The time for the next of so many questions; `None` where it would be over before the question is put."""
    seconds = (ends - perf_counter()) / left
    return TimeLimit(seconds) if seconds >= SHORTEST else None


def _better(known: Level, found: Level | None) -> Level:
    """What is known with what was found besides."""
    return known if found is None else Level(min(known.value, found.value), max(known.bound, found.bound))


def written(read: Checked, plan: Planned) -> int:
    """Writes a timetable and its record into the folder that it was planned for, and returns the number of its changes.

    Raises `Refused`, with nothing written, if the week in the folder is another by now.
    """
    folder: Path = read.folder
    if load(folder).week != plan.posed.week:
        raise Refused([Finding("plan.changed-meanwhile", values={"value": str(folder)})])
    proven = {name: level.value for name, level in plan.compared.alone.items() if level.proven}
    together = plan.compared.together
    least = together.value if together is not None and together.proven else None
    record = planning_of(plan.posed, plan.result, proven, least)
    edit(folder, {**plan.changes, ("planning",): record})
    return len(plan.changes)
