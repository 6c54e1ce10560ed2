"""`kakehashi check`: everything that is wrong with a week, or that someone still owes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from kakehashi.cli.arguments import AtOption, JsonOption, SourceArgument, moment
from kakehashi.cli.reporting import report, report_due, report_json, summary
from kakehashi.cli.sources import Checked, checked, host_day
from kakehashi.cli.terminal import Exit, leave, say, terminal_words
from kakehashi.findings import Finding, errors
from kakehashi.week import due


def check(
    source: SourceArgument,
    due_only: Annotated[
        bool, typer.Option("--due", help="Only what is missing, by whom it is owed and how to reach them.")
    ] = False,
    at: AtOption = None,
    every: Annotated[bool, typer.Option("--all", help="Every finding on a line of its own.")] = False,
    json: JsonOption = False,
) -> None:
    """Tell every error and warning of a week, with file, line, value and how to mend it.

    Errors stop a build, warnings do not. Ends with 0 when there is no error, with 2 when there is one.

    Examples:

        kakehashi check my-week

        kakehashi check my-week --due

        kakehashi check my-week --at 2027-10-11

        kakehashi check my-week --json
    """
    words = terminal_words()
    decisive = moment(at)
    read = checked(source, decisive)
    found = _due(read, decisive) if due_only else read.findings
    status = Exit.BAD_INPUT if errors(found) else Exit.DONE
    if json:
        report_json("check", status, found, words, _counts(read))
        leave(status)
    if due_only and not errors(found):
        report_due(found, words)
    else:
        report(found, words, every=every or due_only, answer=True)
    if not due_only:
        say(summary(found, words))
    leave(status)


def _due(read: Checked, at: datetime) -> Sequence[Finding]:
    """What is owed on that day; a folder that cannot be read tells its errors first."""
    if read.loaded.week is None or read.loaded.private is None:
        return errors(read.findings)
    week = read.loaded.week
    return read.loaded.located(due(week, read.loaded.private, host_day(week, at)))


def _counts(read: Checked) -> dict[str, int]:
    week = read.loaded.week
    if week is None:
        return {}
    parts = ("institutions", "people", "programmes", "symposia", "sessions", "items")
    return {part: len(getattr(week, part)) for part in parts}
