"""`kakehashi release`: the next release of a week, made and made current."""

import os
import re
from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kakehashi
from kakehashi.cli.arguments import AtOption, DataOption, JsonOption, SourceArgument, WorkersOption, moment, present
from kakehashi.cli.reporting import report, report_json, summary
from kakehashi.cli.terminal import Exit, leave, say, tell, terminal_words
from kakehashi.collecting import without_collecting
from kakehashi.findings import Finding, Refused, errors

if TYPE_CHECKING:
    from kakehashi.keys import SigningKey
    from kakehashi.publishing import Released, Source
    from kakehashi.week import VisibleWeek
    from kakehashi.words import Words

SOFTWARE = f"kakehashi {kakehashi.__version__}"
KEY = Path("keys", "release.pem")
FORMER = Path("keys", "former")
"""Keys that signed before: who was taken out of releases under one of them is known to it alone."""
RELEASES = "releases"


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
    present(folder)
    with without_collecting():
        reading = Reading(folder, at, found)
        from kakehashi.publishing import How, Publisher
        from kakehashi.releases import Store

        publisher = Publisher(
            store_of=lambda slug: Store(data / RELEASES / slug),
            key=_key(data, lost=lost),
            software=SOFTWARE,
            how=How(workers or os.cpu_count() or 1, search),
            waiting=_say_waiting,
            former=former_keys(data),
            lost=lost,
        )
        slug = slug_line(folder)
        if slug is None:
            # Read to know the slug alone; what counts is how the folder stands when the store is ours.
            slug, reading = reading.source().week.slug, Reading(folder, at, found)
        return publisher.publish(slug, reading.source, again=again, begin=reading.begin)


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


class Reading:
    """A week folder that is read, and checked as of the moment `at`, in a process beside this one.

    That process imports what it needs at once, and reads when it is told to `begin`. What the check finds is added to
    `found` once it is through.
    """

    def __init__(self, folder: Path, at: datetime, found: list[Finding]) -> None:
        from kakehashi.forking import Beside
        from kakehashi.week import Week

        # Both processes need it: what is made before they part is made once.
        Week.model_rebuild()
        self._folder, self._found = folder, found
        self._beside = Beside(_get_ready, partial(_read, folder, at))

    def begin(self) -> None:
        """Reads the folder as it stands from now on."""
        self._beside.begin()

    def source(self) -> "Source":
        """What is to be released of the folder; `Source.sound` waits for the check.

        Raises `Refused` when there is no week in it.
        """
        from kakehashi.publishing import Source
        from kakehashi.site import media_of

        shown = self._beside.first
        if shown is None:
            self._check()
        assert shown is not None
        return Source(shown, {name: self._folder / "media" / name for name in media_of(shown)}, self._check)

    def _check(self) -> None:
        self._found[:] = self._beside.second
        if errors(self._found):
            raise Refused(self._found)


def _get_ready() -> None:
    from kakehashi.cli import sources  # noqa: F401 - what reading and checking stand on


def _read(folder: Path, at: datetime) -> tuple["VisibleWeek | None", Callable[[], tuple[Finding, ...]]]:
    """A folder's week as the public may see it, if there is one; and what checks it."""
    from kakehashi.cli.sources import found_in
    from kakehashi.folder import load
    from kakehashi.week import Visibility, for_audience

    with without_collecting():
        loaded = load(folder)
        findings = cache(partial(found_in, folder, loaded, at))
        if loaded.week is None:
            return None, findings
        try:
            return for_audience(loaded.week, Visibility.PUBLIC, at), findings
        except Exception:
            # A week with errors may be fit for nothing.
            if errors(findings()):
                return None, findings
            raise


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
