"""`kakehashi timetable`: timetables computed for problems that come as files."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kakehashi.cli.arguments import (
    EffortOption,
    InstanceArgument,
    JsonOption,
    ParametersOption,
    SeedOption,
    ThreadsOption,
)
from kakehashi.cli.reporting import report, report_json, sentence
from kakehashi.cli.terminal import Ended, Exit, say, tell, terminal_words
from kakehashi.findings import Finding, Refused, Severity

if TYPE_CHECKING:
    from kakehashi.formats.cosplib import Instance
    from kakehashi.planner import Parameters, Result
    from kakehashi.words import Words

_LIMIT = 60
"""Seconds of a search that nobody has limited."""
_EXPLAINING = 30
"""Seconds after which no more is asked about what would be enough for a timetable."""

timetable = typer.Typer(name="timetable", rich_markup_mode=None)


@timetable.callback()
def about() -> None:
    """Compute timetables for conferences that come as files of other programs."""


@timetable.command("solve")
def solve_timetable(
    file: InstanceArgument,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where the timetable goes; an older one is written over.")],
    time_limit: Annotated[
        int | None,
        typer.Option(min=1, help="Seconds after which the search ends; 60 where --effort does not say more."),
    ] = None,
    effort: EffortOption = None,
    workers: ThreadsOption = None,
    seed: SeedOption = 0,
    parameters: ParametersOption = None,
    json: JsonOption = False,
) -> None:
    """Search for the best timetable of a conference, and tell how much better another one could be at most.

    The conference is a workbook of CoSPLib, the Conference Scheduling Problem Library, and so is the timetable. Ctrl-C
    ends the search and writes the best timetable that was found. Ends with 0 when there is one, with 1 when there can
    be none, with 3 when none was found in the time given.

    Examples:

        kakehashi timetable solve conference.xlsx --out timetable.xlsx

        kakehashi timetable solve conference.xlsx --out timetable.xlsx --time-limit 600 --json

        kakehashi timetable solve conference.xlsx --out timetable.xlsx --effort 100 --seed 7
    """
    from kakehashi.cli.parameters import parameters_of

    words = terminal_words()
    numbers = parameters_of(parameters)
    instance = _instance(file, out)
    limit = _LIMIT if time_limit is None and effort is None else time_limit
    asked = _Asked(limit, effort, workers or os.cpu_count() or 1, seed, numbers)
    result, lack, interrupted = _searched(instance, asked, words)
    findings = [Finding("command.interrupted", severity=Severity.NOTE)] if interrupted else []
    trouble = _written(instance, result, out)
    findings += trouble or [_summary(result, file, out, words), *lack]
    status = _status(result, interrupted=interrupted, trouble=bool(trouble))
    if json:
        report_json("timetable solve", status, findings, words, _as_data(instance, result, asked))
        raise Ended(status)
    _tell(instance, result, findings, words)
    raise Ended(status)


@dataclass(frozen=True)
class _Asked:
    """How long, how hard, with how many threads and from where a search is to go, and with which numbers."""

    time_limit: int | None
    effort: int | None
    workers: int
    seed: int
    parameters: "Parameters"


def _instance(file: Path, out: Path) -> "Instance":
    """The instance, once it is known that its timetable can be written. Raises `Refused`."""
    from kakehashi.formats.cosplib import may_write, read_instance

    instance = read_instance(file)
    may_write(out)
    if out.exists() and out.samefile(file):
        raise Refused([Finding("solve.out-is-input", values={"value": str(out)})])
    return instance


def _searched(instance: "Instance", asked: _Asked, words: "Words") -> tuple["Result", list[Finding], bool]:
    """What came of the search, what is lacking where there is no timetable, and whether it was interrupted."""
    from kakehashi.cli.interrupting import Interruption
    from kakehashi.cli.lacking import lacking
    from kakehashi.cli.searching import SearchProgress
    from kakehashi.planner import AnyOf, Status, Stop, TimeLimit
    from kakehashi.planner.asking import Questions
    from kakehashi.planner.solving import solve

    progress = SearchProgress(words)
    with Interruption() as interruption:
        stops: list[Stop] = [interruption]
        if asked.time_limit is not None:
            stops.append(TimeLimit(asked.time_limit))
        result = solve(
            instance.problem,
            AnyOf(stops),
            objective=instance.objective,
            seed=asked.seed,
            workers=asked.workers,
            effort=asked.effort,
            parameters=asked.parameters,
            observer=progress,
        )
        progress.ended()
        lack: list[Finding] = []
        if result.status is Status.INFEASIBLE:
            # Where effort alone counts, no clock decides what is found out.
            stops = [interruption]
            if asked.time_limit is not None:
                stops.append(TimeLimit(min(asked.time_limit, _EXPLAINING)))
            questions = Questions(
                AnyOf(stops), asked.effort, seed=asked.seed, workers=asked.workers, parameters=asked.parameters
            )
            lack += lacking(instance.problem, questions)
    return result, lack, interruption.came


def _written(instance: "Instance", result: "Result", out: Path) -> list[Finding]:
    """Writes the timetable if there is one; returns what stood in the way, so that the result is told all the same."""
    from kakehashi.formats.cosplib import write_solution
    from kakehashi.planner import check

    if result.solution is None:
        return []
    if check(instance.problem, result.solution):
        raise AssertionError("the search returned a timetable that is not sound")
    try:
        write_solution(result.solution, instance.problem, out)
    except Refused as refused:
        return list(refused.findings)
    return []


def _status(result: "Result", *, interrupted: bool, trouble: bool) -> Exit:
    from kakehashi.planner import Status

    if trouble:
        return Exit.UNDECIDED
    if interrupted:
        return Exit.INTERRUPTED
    return {Status.INFEASIBLE: Exit.NO, Status.UNKNOWN: Exit.UNDECIDED}.get(result.status, Exit.DONE)


def _summary(result: "Result", file: Path, out: Path, words: "Words") -> Finding:
    from kakehashi.cli.searching import gap_told
    from kakehashi.planner import Status

    if result.solution is None:
        code = "solve.infeasible" if result.status is Status.INFEASIBLE else "solve.none-found"
        return Finding(code, values={"value": str(file), "bound": str(result.bound)})
    code = "solve.optimal" if result.status is Status.OPTIMAL else "solve.feasible"
    values = {"value": str(out), "objective": str(result.value), "bound": str(result.bound)}
    return Finding(code, values=values | {"gap": gap_told(result.gap or 0, words)}, severity=Severity.NOTE)


def _tell(instance: "Instance", result: "Result", findings: list[Finding], words: "Words") -> None:
    from kakehashi.cli.terms import terms_as_table

    if result.solution is not None:
        for line in terms_as_table(instance.objective, result.terms, words):
            say(line)
    for finding in findings:
        if finding.code == "command.interrupted":
            tell(sentence(finding, words))
        elif finding.severity is Severity.ERROR or result.solution is None:
            report([finding], words)
        else:
            say(sentence(finding, words))


def _as_data(instance: "Instance", result: "Result", asked: _Asked) -> dict[str, Any]:
    from kakehashi.cli.measuring import peak_memory, versions
    from kakehashi.cli.terms import terms_as_data

    return {
        "status": result.status.value,
        "objective": result.value,
        "bound": result.bound,
        "gap": result.gap,
        "terms": terms_as_data(instance.objective, result.terms) if result.solution else {},
        "seconds": round(result.seconds, 3),
        "memory": peak_memory(),
        "versions": versions(),
        "seed": asked.seed,
        "workers": asked.workers,
    }
