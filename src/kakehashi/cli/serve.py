"""`kakehashi serve` and `kakehashi preview`: pages on this machine."""

import re
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kakehashi.cli.arguments import AddressOption, DataOption, PortOption, SourceArgument, now, present
from kakehashi.cli.reporting import line, lines
from kakehashi.cli.sources import captions_in, checked, visible
from kakehashi.cli.terminal import say, terminal_words
from kakehashi.findings import Finding, Refused, Severity, errors
from kakehashi.server import Files, Hosting, Preview, Reading, free_port, run, run_releases, run_watching
from kakehashi.site import Site, site_of
from kakehashi.week import Visibility
from kakehashi.words import Words

PORT = 8000
LOCAL = "127.0.0.1"
_ORIGIN = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9.-]+(?::[0-9]{1,5})?")


FolderArgument = Annotated[
    Path | None, typer.Argument(metavar="DIR", help="A folder that `build` has written, in place of the releases.")
]
HostNameOption = Annotated[
    list[str] | None,
    typer.Option("--host-name", help="A name under which releases are served, once for each; by default under any."),
]
FramersOption = Annotated[
    str | None,
    typer.Option(help="Origins whose pages may frame those below embed/, such as https://www.example.ac.jp."),
]
LogOption = Annotated[bool, typer.Option("--log", help="A line on stderr for each answer; nothing of who asked.")]
ProcessesOption = Annotated[int, typer.Option("--workers", min=1, help="Processes that serve releases.")]


def serve(
    folder: FolderArgument = None,
    data: DataOption = Path("data"),
    port: PortOption = PORT,
    address: AddressOption = LOCAL,
    host_name: HostNameOption = None,
    framers: FramersOption = None,
    workers: ProcessesOption = 2,
    log: LogOption = False,
) -> None:
    """Serve the current release of every week, or a built site, until interrupted.

    A release that is made meanwhile is seen by the next reader. Listens on the socket of systemd if it hands one over.

    Examples:

        kakehashi serve
        kakehashi serve public --port 8080
    """
    if folder is not None:
        if not folder.is_dir():
            raise Refused([Finding("site.no-folder", values={"value": str(folder)})])
        run(Files(folder), address, port, lambda: announce(address, port, [""]))
        return
    names = frozenset(name.lower() for name in host_name or [])
    hosting = Hosting(data.absolute(), names, _origins(framers or ""))
    told = sys.stderr.fileno() if log else None
    run_releases(hosting, address, port, workers=workers, log=told, ready=lambda at, on: announce(at, on, [""]))


def _origins(told: str) -> tuple[str, ...]:
    origins = tuple(told.split())
    # They become part of a policy, in which a comma or a semicolon would begin another sentence.
    if wrong := [origin for origin in origins if _ORIGIN.fullmatch(origin) is None]:
        raise Refused([Finding("serve.bad-origin", values={"value": origin}) for origin in wrong])
    return origins


def preview(source: SourceArgument, port: PortOption = PORT, address: AddressOption = LOCAL) -> None:
    """Show a week while its folder is edited: pages follow every change, errors stand on top of them.

    Warnings lie folded in a corner. Only what everybody may see by now is shown. The terminal tells of each reading
    when it was and how much was found, and what was not found before.

    Example:

        kakehashi preview my-week
    """

    read = telling_what_is_new(partial(read_for_preview, source))
    present(source)
    # Before the reading: nothing is told of a week that cannot be shown.
    free_port(address, port)
    application = Preview(source, read(), address)
    run_watching(application, source, read, address, port, lambda: announce(address, port, [""]))


def telling_what_is_new(read: Callable[[], Reading]) -> Callable[[], Reading]:
    """The same readings, each told of in the terminal: a line with its time and its numbers, then what is new in it."""
    known: frozenset[str] = frozenset()

    def read_and_tell() -> Reading:
        nonlocal known
        reading = read()
        words = terminal_words()
        errors_told = words.count("%(count)s error", "%(count)s errors", len(reading.errors))
        say(f"{reading.at.astimezone():%H:%M:%S}  {words.listing([errors_told, reading.summary])}")
        lines = {_without_place(line): line for line in (*reading.errors, *reading.warnings)}
        for what, told in lines.items():
            if what not in known:
                say(f"  {told}")
        # A week with errors may not have been looked at for warnings: they are no news when it has been mended.
        known = frozenset(lines) | (known if reading.errors else frozenset())
        return reading

    return read_and_tell


def _without_place(line: str) -> str:
    # A line written above moves all that is below it, which is no news.
    return line.partition(": ")[2] or line


def read_for_preview(source: Path) -> Reading:
    """What a reading of the folder gives to the preview: a site if it can be built, and what was found."""
    moment, words = now(), terminal_words()
    try:
        read = checked(source, moment)
    except Refused as refused:
        # Somebody is moving the folder, and may move it back.
        return _reading(moment, None, refused.findings, words)
    site = None
    if read.week is not None:
        week = visible(read, Visibility.PUBLIC, moment)
        site = site_of(week, captions=captions_in(source, week))
    return _reading(moment, site, read.findings, words)


def _reading(at: datetime, site: Site | None, findings: Sequence[Finding], words: Words) -> Reading:
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    return Reading(
        at,
        site,
        [line(finding, words) for finding in errors(findings)],
        lines(warnings, words, every=False),
        words.count("%(count)s warning", "%(count)s warnings", len(warnings)),
        words.language,
    )


def announce(address: str, port: int, paths: list[str]) -> None:
    """Prints the addresses that are served, each as a browser takes it."""
    words = terminal_words()
    # The colons of an IPv6 address are not those before a port (RFC 3986, 3.2.2).
    host = f"[{address}]" if ":" in address else address
    for path in paths:
        say(words.say("Open http://%(address)s:%(port)s/%(path)s", address=host, port=port, path=path))
    say(words.say("Stop with Ctrl-C."))
