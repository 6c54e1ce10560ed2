"""A week is planned: the search, and what its timetable is compared with."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypedDict

from kakehashi.cli.interrupting import Interruption
from kakehashi.cli.planning_aims import PlanProgress
from kakehashi.cli.sources import Checked
from kakehashi.cli.terminal import tell
from kakehashi.findings import Finding, Refused
from kakehashi.folder import edit, load
from kakehashi.planner import AnyOf, Compared, Parameters, Result, Status, Stop, TimeLimit, compared, solving
from kakehashi.planner.conflicts import Conflict, explain
from kakehashi.timetable import Changes, Posed, planning_of, pose, present
from kakehashi.week import Week
from kakehashi.words import Words

LIMIT = 20
"""Seconds of a search that nobody has limited."""
AFTERWARDS = 0.5
"""How much of its time or effort may pass once more with what a timetable is compared with, or why there is none."""


@dataclass(frozen=True)
class Asked:
    """How long, how hard, with how many threads and from where a search is to go, and with which numbers; `None` for no
    limit.
    """

    time_limit: int | None
    effort: int | None
    workers: int
    seed: int
    parameters: Parameters

    @property
    def how(self) -> "How":
        """What all searches have in common."""
        return How(seed=self.seed, workers=self.workers, parameters=self.parameters)


class How(TypedDict):
    """With how many threads, from where, and with which numbers searches go."""

    seed: int
    workers: int
    parameters: Parameters


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
        raise Refused(in_files(read, refused.findings)) from refused


def in_files(read: Checked, findings: Iterable[Finding]) -> list[Finding]:
    """The findings with their places in the files; what speaks of no place stands in no file."""
    return [read.loaded.located([finding])[0] if finding.place else finding for finding in findings]


def planned(posed: Posed, asked: Asked, words: Words) -> Planned:
    """Searches for the best timetable, and then for what it is compared with, or for why there is none.

    Whoever interrupts the search gets the best that was found, without comparison.
    """
    began, limit, effort = perf_counter(), asked.time_limit, _half(asked.effort)
    conflict, beside = None, Compared({}, None)
    with Interruption() as interruption:
        result = _searched(posed, asked, interruption, words)
        # The search may have ended early, or late: a large problem takes longer to be posed to the solver.
        left = None if limit is None else limit * (1 + AFTERWARDS) - (perf_counter() - began)
        if result.solution is not None and not interruption.came:
            half = None if left is None else min(left, _half(limit) or 0.0)
            stop = _until(interruption, half)
            beside = compared(posed.problem, result.solution, stop, effort=effort, **asked.how)
        elif result.status is Status.INFEASIBLE:
            tell(words.say("There is no timetable. Looking for the wishes that cannot hold together …"))
            stop = _until(interruption, left)
            conflict = explain(posed.problem, stop=stop, effort=effort, **asked.how)
    return Planned(posed, result, beside, interruption.came, conflict)


def _half(limit: int | None) -> float | None:
    return None if limit is None else limit * AFTERWARDS


def _until(interruption: Interruption, seconds: float | None) -> Stop:
    return interruption if seconds is None else AnyOf((interruption, TimeLimit(seconds)))


def _searched(posed: Posed, asked: Asked, interruption: Interruption, words: Words) -> Result:
    progress = PlanProgress(words, posed)
    result = solving.solve(
        posed.problem,
        _until(interruption, asked.time_limit),
        objective=posed.objective,
        effort=asked.effort,
        **asked.how,
        start=present(posed).sound,
        observer=progress,
    )
    progress.ended()
    return result


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
