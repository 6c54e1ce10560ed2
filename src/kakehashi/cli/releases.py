"""`kakehashi releases`: what has been released, and how it is looked after."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from kakehashi.cli.arguments import DataOption, JsonOption
from kakehashi.cli.release import KEY, RELEASES, slug_line
from kakehashi.cli.reporting import report_json
from kakehashi.cli.terminal import Exit, leave, say, tell, terminal_words
from kakehashi.findings import Finding, Refused
from kakehashi.words import Words
from kakehashi.words.telling import value

if TYPE_CHECKING:
    from kakehashi.keys import SigningKey
    from kakehashi.releases import Release, Store
    from kakehashi.releases.redactions import Redaction
    from kakehashi.releases.withdrawing import Withdrawal

releases = typer.Typer(name="releases", rich_markup_mode=None)

WeekArgument = Annotated[str, typer.Argument(metavar="WEEK", help="The slug of a released week, or its folder.")]
NumberArgument = Annotated[int, typer.Argument(metavar="NUMBER", min=1, help="The number of a release.")]


@releases.callback()
def about() -> None:
    """See what has been released, and look after it: withdraw a release, keep old ones as a record, redact a person."""


@releases.command("list")
def list_releases(week: WeekArgument, data: DataOption = Path("data"), json: JsonOption = False) -> None:
    """List every release of a week, and how it stands.

    Examples:

        kakehashi releases list my-week
    """
    words = terminal_words()
    store = store_of(week, data)
    known = list(_known(store))
    if json:
        result = {"week": store.folder.name, "releases": [_as_data(one) for one in known]}
        report_json("releases list", Exit.DONE, [], words, result)
        leave(Exit.DONE)
    for one in known:
        say(_line(one, words))


@releases.command("show")
def show_release(
    week: WeekArgument, number: NumberArgument, data: DataOption = Path("data"), json: JsonOption = False
) -> None:
    """Show what one release is: its record, how it stands, and what was changed since it was made.

    Examples:

        kakehashi releases show my-week 3
    """
    words = terminal_words()
    store = store_of(week, data)
    found = [one for one in _known(store) if one.release.number == number]
    if not found:
        known = tuple(str(release.number) for release in store.releases())
        raise Refused([Finding("withdrawal.no-release", values={"value": number, "expected": known})])
    if json:
        report_json(
            "releases show", Exit.DONE, [], words, _as_data(found[0]) | {"folder": str(found[0].release.folder)}
        )
        leave(Exit.DONE)
    for line in (_line(found[0], words), *_details(found[0], words)):
        say(line)


class Standing:
    """A release with how it stands in its store."""

    def __init__(self, release: "Release", withdrawal: "Withdrawal | None", *, current: bool) -> None:
        from kakehashi.releases.keeping import is_kept
        from kakehashi.releases.remaking import redactions_of

        self.release, self.withdrawal, self.current = release, withdrawal, current
        self.kept = is_kept(release.folder)
        self.redactions: tuple[Redaction, ...] = redactions_of(release.folder)

    @property
    def states(self) -> tuple[str, ...]:
        """Every state that it is in, as programs are told."""
        states = {
            "current": self.current,
            "withdrawn": self.withdrawal is not None,
            "record": self.kept,
            "redacted": bool(self.redactions),
        }
        return tuple(state for state, applies in states.items() if applies)


def store_of(week: str, data: Path) -> "Store":
    """The store of a week, which is named by its slug or by its folder. Raises `Refused` where nothing was released."""
    from kakehashi.releases import Store

    folder = Path(week)
    slug = (slug_line(folder) if (folder / "week.yaml").is_file() else None) or week
    weeks = _weeks(data)
    if slug not in weeks:
        near = get_close_matches(slug, weeks, n=1)
        values = {"value": week, "folder": str(data), "nearest": near[0] if near else None}
        raise Refused([Finding("releases.none", values=values)])
    return Store(data / RELEASES / slug)


def _weeks(data: Path) -> list[str]:
    """The slugs of all weeks that were released; an attempt that failed leaves a folder too."""
    try:
        return sorted(entry.name for entry in (data / RELEASES).iterdir() if (entry / "current").is_symlink())
    except OSError:
        return []


def key_of(data: Path) -> "SigningKey":
    """The key of the installation. Raises `Refused`."""
    from kakehashi.keys import SigningKey

    return SigningKey.read(data / KEY)


def say_waiting() -> None:
    """Tells that another command is at work on the same releases."""
    tell(terminal_words().say("Something else is being done with the releases of this week; this waits for it."))


def _known(store: "Store") -> Iterator[Standing]:
    from kakehashi.releases.withdrawing import withdrawals_in

    current = store.current
    withdrawals = {one.number: one for one in withdrawals_in(store.folder)}
    for release in store.releases():
        shown = current is not None and current.number == release.number
        yield Standing(release, withdrawals.get(release.number), current=shown)


def _line(one: Standing, words: Words) -> str:
    record = one.release.record
    head = words.count(
        "Release %(number)s of %(instant)s: %(count)s file",
        "Release %(number)s of %(instant)s: %(count)s files",
        record.files,
        number=record.number,
        instant=value(words, record.instant.astimezone(ZoneInfo("UTC"))),
    )
    size = words.say("%(size)s MB", size=words.number(round(record.size / 1e6, 1)))
    return words.dot.join([head, size, *_states(one, words)])


def _states(one: Standing, words: Words) -> Iterator[str]:
    if one.current:
        yield words.say_in("a release", "what readers see")
    if one.withdrawal is not None:
        yield words.say_in("a release", "withdrawn")
    if one.kept:
        yield words.say_in("a release", "kept as a record only")
    if one.redactions:
        yield words.say_in("a release", "redacted")


def _details(one: Standing, words: Words) -> Iterator[str]:
    from kakehashi.publishing import what_changed

    record = one.release.record
    yield words.say("Folder: %(folder)s", folder=one.release.folder)
    yield words.say(
        "Made by %(software)s in %(languages)s", software=record.software, languages=", ".join(record.languages)
    )
    yield words.say("Signed with the key %(key)s", key=record.key)
    if record.predecessor is not None:
        yield words.say("Follows release %(number)s", number=record.predecessor.number)
    if one.withdrawal is not None:
        yield words.say("Withdrawn on %(day)s", day=words.day(one.withdrawal.instant.date()))
        if one.withdrawal.reason:
            yield words.say("Readers are told: %(reason)s", reason=one.withdrawal.reason)
    for redaction in one.redactions:
        yield words.count(
            "%(count)s file redacted on %(day)s",
            "%(count)s files redacted on %(day)s",
            redaction.files,
            day=words.day(redaction.instant.date()),
        )
    changes = what_changed(one.release, words.language)
    if changes:
        yield words.say("Changes:")
        yield from (f"  {line}" for line in changes)


def _as_data(one: Standing) -> dict[str, Any]:
    record, withdrawal = one.release.record, one.withdrawal
    return {
        "number": record.number,
        "instant": record.instant,
        "software": record.software,
        "languages": list(record.languages),
        "files": record.files,
        "bytes": record.size,
        "key": record.key,
        "states": list(one.states),
        "withdrawn": None if withdrawal is None else {"instant": withdrawal.instant, "reason": withdrawal.reason},
        "redactions": [{"instant": each.instant, "files": each.files} for each in one.redactions],
    }
