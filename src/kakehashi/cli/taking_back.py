"""`kakehashi releases withdraw, keep, redact`: what was published is taken back, as far as that can be done."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kakehashi.cli.arguments import DataOption, JsonOption, WorkersOption, moment
from kakehashi.cli.release import SOFTWARE, former_keys
from kakehashi.cli.releases import NumberArgument, WeekArgument, key_of, releases, say_waiting, store_of
from kakehashi.cli.reporting import report, report_json
from kakehashi.cli.terminal import Exit, leave, say, terminal_words
from kakehashi.findings import Finding, Refused
from kakehashi.words import Words

if TYPE_CHECKING:
    from kakehashi.publishing.redacting import Redacted

NotedOption = Annotated[
    datetime | None, typer.Option(help="The moment that is noted, in UTC unless it says +09:00; now by default.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do it. Without this nothing is written.")]


@releases.command()
def withdraw(
    week: WeekArgument,
    number: NumberArgument,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="A reason, which readers are told.")] = None,
    to: Annotated[int | None, typer.Option(metavar="NUMBER", min=1, help="Show this earlier release instead.")] = None,
    data: DataOption = Path("data"),
    at: NotedOption = None,
    json: JsonOption = False,
) -> None:
    """Withdraw a release: readers see a notice, or an earlier release. Its files and its record stay.

    To undo it, release again.

    Examples:

        kakehashi releases withdraw my-week 3

        kakehashi releases withdraw my-week 3 --to 2

        kakehashi releases withdraw my-week 3 --reason "The programme was published too early."
    """
    from kakehashi.publishing.withdrawing import Withdrawer

    words = terminal_words()
    store = store_of(week, data)
    was = store.current
    withdrawal = Withdrawer(store, key_of(data), moment(at), say_waiting).withdraw(number, reason, to)
    if json:
        result = {"week": store.folder.name, "number": number, "to": withdrawal.to, "instant": withdrawal.instant}
        report_json("releases withdraw", Exit.DONE, [], words, result)
        leave(Exit.DONE)
    if was is None or was.number != number:
        say(words.say("Release %(number)s is withdrawn. Readers did not see it any more.", number=number))
    elif withdrawal.to is None:
        say(words.say("Release %(number)s is withdrawn. Readers see a notice from now on.", number=number))
    else:
        say(words.say("Release %(number)s is withdrawn. Readers see release %(to)s from now on.", number=number, to=to))


@releases.command()
def keep(
    week: WeekArgument,
    last: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Keep the files of the newest N releases.")
    ] = None,
    days: Annotated[int | None, typer.Option(metavar="D", min=0, help="Keep the files of the last D days.")] = None,
    yes: YesOption = False,
    data: DataOption = Path("data"),
    at: NotedOption = None,
    json: JsonOption = False,
) -> None:
    """Free the disk of old releases: their files go, and a record stays by which they can be proved.

    With both rules a release keeps its files when either keeps them. The newest and the one that readers see always do.

    Examples:

        kakehashi releases keep my-week --last 5

        kakehashi releases keep my-week --last 5 --days 90 --yes
    """
    from kakehashi.publishing.keeping import Keeper
    from kakehashi.releases.keeping import Policy

    words = terminal_words()
    if last is None and days is None:
        raise Refused([Finding("releases.no-policy")])
    store, policy = store_of(week, data), Policy(last, days)
    keeper = Keeper(store, key_of(data), moment(at), say_waiting)
    gone = (
        keeper.apply(policy) if yes else {release.number: release.record.size for release in keeper.superfluous(policy)}
    )
    if json:
        result = {"week": store.folder.name, "releases": list(gone), "bytes": sum(gone.values()), "done": yes}
        report_json("releases keep", Exit.DONE, [], words, result)
        leave(Exit.DONE)
    if not gone:
        say(words.say("There is nothing to do: the rules keep every release."))
        return
    listed = words.listing(map(str, gone))
    if yes:
        say(
            words.count(
                "Of release %(numbers)s only the record is kept now.",
                "Of releases %(numbers)s only the records are kept now.",
                len(gone),
                numbers=listed,
            )
        )
    else:
        say(
            words.count(
                "Of release %(numbers)s only the record would be kept.",
                "Of releases %(numbers)s only the records would be kept.",
                len(gone),
                numbers=listed,
            )
        )
        say(words.say("Nothing has been written yet. With --yes it is done."))


@releases.command()
def redact(
    week: WeekArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="The slug of a person, or the name.")],
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="FORM", help="Take out this form too, such as a family name alone; may be repeated."),
    ] = None,
    lift: Annotated[
        bool, typer.Option("--lift", help="Let the person, given by a whole name, be released again.")
    ] = False,
    yes: YesOption = False,
    data: DataOption = Path("data"),
    at: NotedOption = None,
    workers: WorkersOption = None,
    json: JsonOption = False,
) -> None:
    """Take a person out of every stored release, and say under a signature that something was taken out.

    Without --yes it tells what it would do, and where only a human being can decide: a family name alone, a film.

    Examples:

        kakehashi releases redact my-week anna-ivanova

        kakehashi releases redact my-week anna-ivanova --name Иванова --yes
    """
    words = terminal_words()
    if lift:
        _lift(week, person, data, words, json=json)
        return
    from kakehashi.publishing.redacting import Redactor

    store = store_of(week, data)
    redactor = Redactor(store, key_of(data), SOFTWARE, moment(at), workers or os.cpu_count() or 1, say_waiting)
    redacted = redactor.redact(person, name or []) if yes else redactor.preview(person, name or [])
    if json:
        result = {"week": store.folder.name, "releases": list(redacted.releases), "done": yes}
        report_json("releases redact", Exit.DONE, redacted.look, words, result)
        leave(Exit.DONE)
    _tell(redacted, words, done=yes)


def _tell(redacted: "Redacted", words: Words, *, done: bool) -> None:
    report(redacted.look, words)
    listed = words.listing(map(str, redacted.releases))
    if not redacted.releases:
        say(words.say("No stored release holds this person."))
    elif done:
        say(
            words.count(
                "Taken out of release %(numbers)s: no form of the name is left in it.",
                "Taken out of releases %(numbers)s: no form of the name is left in any of them.",
                len(redacted.releases),
                numbers=listed,
            )
        )
    else:
        say(
            words.count(
                "To be taken out of release %(numbers)s.",
                "To be taken out of releases %(numbers)s.",
                len(redacted.releases),
                numbers=listed,
            )
        )
    say(words.say("Looked for: %(forms)s", forms=words.comma.join(redacted.forms.certain)))
    if not done:
        say(words.say("Nothing has been written yet. With --yes it is done."))
        return
    say(words.say("Take the person out of the folder of the week too: until then it cannot be released."))
    say(words.say("Copies elsewhere are not reached from here: docs/taking-back.md says what can be done about them."))


def _lift(week: str, person: str, data: Path, words: Words, *, json: bool) -> None:
    from kakehashi.publishing.remembering import lift

    store = store_of(week, data)
    keys = (key_of(data), *former_keys(data))
    with store.held(say_waiting):
        # Under each key that knows the person: one who was taken out twice was remembered twice.
        if not sum(lift(store.folder, key, person) for key in keys):
            raise Refused([Finding("redaction.not-remembered", values={"value": person})])
    if json:
        report_json("releases redact", Exit.DONE, [], words, {"week": store.folder.name, "releases": [], "done": True})
        leave(Exit.DONE)
    say(words.say("This person may be in releases of this week again."))
