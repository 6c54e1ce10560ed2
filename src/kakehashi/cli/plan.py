"""`kakehashi plan`: a timetable for a week, fair to every partner's clock."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kakehashi.cli.arguments import (
    EffortOption,
    JsonOption,
    ParametersOption,
    SeedOption,
    SourceArgument,
    ThreadsOption,
    now,
)
from kakehashi.cli.reporting import report, report_json, sentence
from kakehashi.cli.terminal import Ended, Exit, leave, say, tell, terminal_words
from kakehashi.findings import Finding, Refused, Severity, errors

if TYPE_CHECKING:
    from kakehashi.cli.planning import Planned
    from kakehashi.cli.sources import Checked
    from kakehashi.timetable import Posed
    from kakehashi.week import Week
    from kakehashi.words import Words


def plan(
    source: SourceArgument,
    write: Annotated[
        bool, typer.Option("--write", help="Put the timetable into the folder, and nothing else.")
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="What has a room and a block stays; the rest is planned.")
    ] = False,
    only: Annotated[
        str | None, typer.Option(metavar="SYMPOSIUM", help="Plan this symposium alone; everything else stays.")
    ] = None,
    time_limit: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Seconds of the search, 20 by default; half as many may pass again with what comes after it: what the "
            "timetable is compared with, or why there is none.",
        ),
    ] = None,
    effort: EffortOption = None,
    workers: ThreadsOption = None,
    seed: SeedOption = 0,
    parameters: ParametersOption = None,
    json: JsonOption = False,
) -> None:
    """Plan a week: which session is when and in which room, and in which order its items stand.

    Fairness comes first: the institution that is worst off by its own clock is as well off as it can be, then the next.
    Then come the wishes of the week, then few rooms and sessions. What is pinned or has a start of its own stays.
    Without --write nothing is written. Ctrl-C ends the search with the best timetable found.

    Ends with 0 when there is a timetable, with 1 when there can be none, and says why, with 3 when none was found in
    the time given.

    Examples:

        kakehashi plan my-week

        kakehashi plan my-week --write

        kakehashi plan my-week --keep --only chemistry --time-limit 60
    """
    from kakehashi.cli.parameters import parameters_of
    from kakehashi.cli.planning import LIMIT, Asked, in_files, planned
    from kakehashi.cli.sources import checked

    words = terminal_words()
    numbers = parameters_of(parameters)
    read = checked(source, now())
    if read.week is None:
        raise Refused(read.findings)
    posed = _posed(read, read.week, words, keep=keep, only=only, json=json)
    left_out = in_files(read, posed.findings)
    if not json:
        report(left_out, words)
    limit = LIMIT if time_limit is None and effort is None else time_limit
    found = planned(posed, Asked(limit, effort, workers or os.cpu_count() or 1, seed, numbers), words)
    status, findings = _outcome(found, read, write=write)
    if json:
        report_json("plan", status, [*left_out, *findings], words, _as_data(found, words))
    else:
        _tell(found, findings, words)
    raise Ended(status)


def _posed(read: "Checked", week: "Week", words: "Words", *, keep: bool, only: str | None, json: bool) -> "Posed":
    """What is to be planned of a week; where nothing is left to plan, says so and ends well. Raises `Refused`."""
    from kakehashi.cli.planning import posed_of

    try:
        return posed_of(read, week, keep=keep, only=only)
    except Refused as refused:
        if errors(refused.findings):
            raise
        _tell_nothing_left(refused.findings, words, json=json)
        leave(Exit.DONE)


def _tell_nothing_left(findings: Sequence[Finding], words: "Words", *, json: bool) -> None:
    if json:
        report_json("plan", Exit.DONE, findings, words, {})
    else:
        report(findings[:-1], words)
        say(sentence(findings[-1], words))


def _outcome(plan: "Planned", read: "Checked", *, write: bool) -> tuple[Exit, list[Finding]]:
    """How the command ends, and what is said of it; the last finding is the verdict."""
    from kakehashi.cli.planning import written
    from kakehashi.planner import Status

    interrupted = [Finding("command.interrupted", severity=Severity.NOTE)] if plan.interrupted else []
    status = Exit.INTERRUPTED if plan.interrupted else Exit.DONE
    if plan.result.solution is None:
        if plan.result.status is Status.INFEASIBLE:
            return status or Exit.NO, [*interrupted, *_why(plan, read)]
        finding = Finding("plan.none-found", values={"value": str(read.folder)})
        return status or Exit.UNDECIDED, [*interrupted, finding]
    if not write:
        code = "plan.not-written" if plan.changes else "plan.nothing-better"
        return status, [*interrupted, _note(code, read.folder, 0)]
    try:
        number = written(read, plan)
    except Refused as refused:
        return Exit.BAD_INPUT, [*interrupted, *refused.findings]
    return status, [*interrupted, _note("plan.written", read.folder, number)]


def _note(code: str, folder: Path, number: int) -> Finding:
    return Finding(code, values={"value": str(folder), "count": number}, severity=Severity.NOTE)


def _why(plan: "Planned", read: "Checked") -> list[Finding]:
    """Why there is no timetable, and what would be enough to have one."""
    from kakehashi.cli.planning import in_files
    from kakehashi.timetable import conflict_facts

    if plan.conflict is None:
        return [Finding("conflict.unknown")]
    return in_files(read, conflict_facts(plan.posed, plan.conflict))


def _tell(plan: "Planned", findings: list[Finding], words: "Words") -> None:
    from kakehashi.cli.planning_card import card_lines, level_lines
    from kakehashi.cli.planning_table import outcome_lines

    if (solution := plan.result.solution) is not None:
        card, levels = card_lines(plan, solution, words), level_lines(plan, words)
        for line in ("", *card, *levels, "", *outcome_lines(plan, words)):
            say(line)
    for finding in findings:
        if finding.code.startswith(("conflict.", "relaxation.")):
            report([finding], words, answer=True)
        elif finding.severity is Severity.ERROR:
            report([finding], words)
        else:
            (tell if finding.code == "command.interrupted" else say)(sentence(finding, words))


def _as_data(plan: "Planned", words: "Words") -> dict[str, Any]:
    from kakehashi.cli.measuring import peak_memory, versions
    from kakehashi.cli.planning_card import plan_as_data

    return {
        "status": plan.result.status.value,
        **plan_as_data(plan, words),
        "seconds": round(plan.result.seconds, 3),
        "memory": peak_memory(),
        "versions": versions(),
        "seed": plan.result.seed,
    }
