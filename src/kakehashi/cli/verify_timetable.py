"""`kakehashi verify timetable`: a timetable that somebody else computed, recounted without a solver."""

from pathlib import Path
from typing import Annotated

import typer

from kakehashi.cli.arguments import InstanceArgument, JsonOption
from kakehashi.cli.reporting import report, report_json, sentence
from kakehashi.cli.terminal import Exit, leave, say, terminal_words
from kakehashi.cli.verify import verify
from kakehashi.findings import Finding, Severity, errors


@verify.command("timetable")
def verify_timetable(
    file: InstanceArgument,
    solution: Annotated[Path, typer.Argument(metavar="SOLUTION", help="The workbook that holds the timetable.")],
    json: JsonOption = False,
) -> None:
    """Tell whether a timetable is sound, and count every term of its objective anew.

    Both files are workbooks of CoSPLib, the Conference Scheduling Problem Library. No solver is asked. Ends with 0 when
    the timetable is sound, with 1 when it is not, with 2 when a file cannot be read.

    Examples:

        kakehashi verify timetable conference.xlsx timetable.xlsx

        kakehashi verify timetable conference.xlsx timetable.xlsx --json
    """
    from kakehashi.cli.terms import terms_as_data, terms_as_table
    from kakehashi.formats.cosplib import located, read_instance, read_solution
    from kakehashi.planner import check, evaluate

    words = terminal_words()
    instance = read_instance(file)
    found = read_solution(solution, instance.problem)
    faults = [located(fault, solution, instance.problem, found) for fault in check(instance.problem, found)]
    terms = evaluate(instance.problem, found)
    value = instance.objective.value(terms)
    verdict = _verdict(solution, len(errors(faults)), value)
    status = Exit.NO if errors(faults) else Exit.DONE
    if json:
        result = {
            "sound": status is Exit.DONE,
            "objective": value,
            "terms": terms_as_data(instance.objective, terms),
        }
        report_json("verify timetable", status, [*faults, verdict], words, result)
        leave(status)
    report(faults, words, answer=True)
    for line in terms_as_table(instance.objective, terms, words):
        say(line)
    say(sentence(verdict, words))
    leave(status)


def _verdict(solution: Path, faults: int, value: int) -> Finding:
    values = {"value": str(solution), "objective": str(value)}
    if faults:
        return Finding("verify.timetable-unsound", values=values | {"count": faults})
    return Finding("verify.timetable-sound", values=values, severity=Severity.NOTE)
