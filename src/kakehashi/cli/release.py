"""`kakehashi release`: the next release of a week, made and made current."""

import os
import re
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kakehashi
from kakehashi.cli.arguments import AtOption, DataOption, JsonOption, SourceArgument, WorkersOption, moment
from kakehashi.cli.reporting import report, report_json, summary
from kakehashi.cli.terminal import Exit, leave, say, tell, terminal_words
from kakehashi.findings import Finding, Refused, errors

if TYPE_CHECKING:
    from kakehashi.keys import SigningKey
    from kakehashi.publishing import Released, Source
    from kakehashi.words import Words

SOFTWARE = f"kakehashi {kakehashi.__version__}"
KEY = Path("keys", "release.pem")
FORMER = Path("keys", "former")
"""Keys that signed before: who was taken out of releases under one of them is known to it alone."""
RELEASES = "releases"
LARGE = 1_000
"""Items from which on a week is checked in a process of its own while files are made of it."""


OldKeyOption = Annotated[
    Path | None,
    typer.Option("--old-key", metavar="FILE", help="The key that signed until now, which confirms that of today."),
]


def release(
    source: SourceArgument,
    data: DataOption = Path("data"),
    again: Annotated[bool, typer.Option("--again", help="Also when nothing has changed since the last one.")] = False,
    search: Annotated[bool, typer.Option(help="With an index, so that readers can search.")] = True,
    old_key: OldKeyOption = None,
    old_key_lost: Annotated[bool, typer.Option("--old-key-lost", help="Change the key without it.")] = False,
    at: AtOption = None,
    workers: WorkersOption = None,
    json: JsonOption = False,
) -> None:
    """Release a week: a numbered, signed folder of its public site, which readers see from then on.

    Only what changed is made anew, and when nothing has changed there is no new release. An error in the week, a dead
    link or a full disk stops it, and the release before stands.

    Examples:

        kakehashi release my-week

        kakehashi release my-week --data /srv/kakehashi
    """
    words = terminal_words()
    if old_key is not None:
        remember_key(old_key, data)
    found: list[Finding] = []
    released = release_week(
        source, data, moment(at), found, workers=workers, again=again, search=search, lost=old_key_lost
    )
    if json:
        report_json("release", Exit.DONE, found, words, _as_data(released))
        leave(Exit.DONE)
    report(found, words)
    say(told(released, words))
    say(summary(found, words))


def remember_key(file: Path, data: Path) -> None:
    """Keeps a former key of the installation beside that of today. Raises `Refused`."""
    from kakehashi.keys import SigningKey

    key = SigningKey.read(file)
    SigningKey.of_installation(data / KEY)
    place = data / FORMER / f"{key.public.fingerprint}.pem"
    if not place.exists():
        key.write(place)


def former_keys(data: Path) -> tuple["SigningKey", ...]:
    """The keys of the installation that signed before that of today. Raises `Refused`."""
    from kakehashi.keys import SigningKey

    return tuple(SigningKey.read(path) for path in sorted((data / FORMER).glob("*.pem")))


def release_week(
    folder: Path,
    data: Path,
    at: datetime,
    found: list[Finding],
    *,
    workers: int | None,
    again: bool,
    search: bool,
    lost: bool = False,
) -> "Released":
    """Releases the week of a folder into a data folder; what its check finds is added to `found`. Raises `Refused`."""
    from kakehashi.cli.sources import present
    from kakehashi.publishing import How, Publisher
    from kakehashi.releases import Store

    present(folder)

    def read() -> "Source":
        return source_of(folder, at, found)

    publisher = Publisher(
        store_of=lambda slug: Store(data / RELEASES / slug),
        key=_key(data, lost=lost),
        software=SOFTWARE,
        how=How(workers or os.cpu_count() or 1, search),
        waiting=_say_waiting,
        former=former_keys(data),
        lost=lost,
    )
    return publisher.publish(slug_line(folder) or read().week.slug, read, again=again)


def _key(data: Path, *, lost: bool) -> "SigningKey":
    """The key of the installation, made with its first release: one that is not said to be `lost` is not replaced.

    Raises `Refused`.
    """
    from kakehashi.keys import SigningKey

    missed = not lost and any((data / RELEASES).glob("*/current"))
    return SigningKey.read(data / KEY) if missed else SigningKey.of_installation(data / KEY)


_SLUG = re.compile(r"^slug:[ ]+([a-z0-9-]+)[ ]*(?:#.*)?$", re.MULTILINE)


def slug_line(folder: Path) -> str | None:
    """The slug of a week by the line that says it, before anything is read; `None` where it is written otherwise.

    A guess by which work can begin early: what counts is the slug of the week as it is read.
    """
    try:
        found = _SLUG.search((folder / "week.yaml").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found[1] if found else None


def source_of(folder: Path, at: datetime, found: list[Finding]) -> "Source":
    """What is to be released of a week folder. What its check finds is added to `found` once it is through.

    Of a large week the check goes on beside; `Source.sound` waits for it. Raises `Refused` when there is no week in it.
    """
    from kakehashi.cli.sources import found_in
    from kakehashi.folder import load
    from kakehashi.forking import begun
    from kakehashi.publishing import Source
    from kakehashi.site import media_of
    from kakehashi.week import Visibility, for_audience

    loaded = load(folder)
    work = partial(found_in, folder, loaded, at)
    week = loaded.week
    large = week is not None and len(week.items) >= LARGE
    findings = begun(work) if large else cache(work)

    def sound() -> None:
        found[:] = findings()
        if errors(found):
            raise Refused(found)

    if not large:
        sound()
    assert week is not None
    try:
        shown = for_audience(week, Visibility.PUBLIC, at)
    except Exception:
        # A week with errors may be fit for nothing.
        sound()
        raise
    return Source(shown, {name: folder / "media" / name for name in media_of(shown)}, sound)


def told(released: "Released", words: "Words") -> str:
    """What came of it, as a line for a person."""
    number = words.number(released.release.number)
    if not released.new:
        return words.say("Nothing has changed since release %(number)s, so there is no new one.", number=number)
    return words.count(
        "Release %(number)s in %(folder)s: %(count)s file was made anew.",
        "Release %(number)s in %(folder)s: %(count)s files were made anew.",
        released.made,
        number=number,
        folder=released.release.folder,
    )


def _as_data(released: "Released") -> dict[str, object]:
    record = released.release.record
    return {
        "week": record.week,
        "number": record.number,
        "folder": str(released.release.folder),
        "new": released.new,
        "made": released.made,
        "stayed": released.stayed,
    }


def _say_waiting() -> None:
    tell(terminal_words().say("Another release of this week is being made; this one waits for it."))
