"""`kakehashi explain`: why an item of a week is where it is."""

from typing import TYPE_CHECKING, Annotated

import typer

from kakehashi.cli.arguments import JsonOption, SourceArgument, now
from kakehashi.cli.reporting import report, report_json, sentence
from kakehashi.cli.terminal import Exit, leave, say, terminal_words
from kakehashi.findings import Finding, Refused

if TYPE_CHECKING:
    from kakehashi.cli.sources import Checked
    from kakehashi.week import Week
    from kakehashi.words import Words


def explain(
    source: SourceArgument,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="The slug of an item of the week.")],
    every: Annotated[bool, typer.Option("--all", help="Every other place, not the best ten alone.")] = False,
    json: JsonOption = False,
) -> None:
    """Tell why an item is where it is: what every other place would cost, and whom.

    Of each place: when and where, whose mean burden would rise or fall, what of the wishes would not be met, which
    others would have to move. Of places that cannot be: what forbids them. Nothing is written.

    Examples:

        kakehashi explain my-week keynote

        kakehashi explain my-week keynote --all
    """
    from kakehashi.cli.explaining import as_data, lines
    from kakehashi.cli.planning import in_files, posed_of
    from kakehashi.cli.sources import checked
    from kakehashi.timetable import explanation, staying, staying_by_its_session

    words = terminal_words()
    read = checked(source, now())
    if read.week is None:
        raise Refused(read.findings)
    _known(read.week, item)
    fixed = staying_by_its_session(read.week, item)
    if fixed is None:
        posed = posed_of(read, read.week, keep=False, only=None)
        fixed = staying(posed, item)
    if fixed is not None:
        _tell_fixed(read, fixed, item, words, json=json)
        leave(Exit.DONE)
    found = explanation(posed, item)
    doubts = in_files(read, found.doubts)
    findings = [*doubts, found.verdict]
    if json:
        report_json("explain", Exit.DONE, findings, words, as_data(found, words))
        leave(Exit.DONE)
    report(doubts, words)
    for line in lines(found, words, every=every):
        say(line)
    say(sentence(found.verdict, words))


def _known(week: "Week", item: str) -> None:
    if item not in week.items:
        from difflib import get_close_matches

        near = next(iter(get_close_matches(item.lower(), week.items, n=1)), None)
        raise Refused([Finding("explain.unknown-item", values={"value": item, "nearest": near})])


def _tell_fixed(read: "Checked", fixed: Finding, item: str, words: "Words", *, json: bool) -> None:
    """Why no plan moves the item."""
    if json:
        located = read.loaded.located([fixed])
        report_json("explain", Exit.DONE, located, words, {"item": item, "place": None, "choices": []})
    else:
        say(sentence(fixed, words))
