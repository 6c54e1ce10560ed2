"""`kakehashi serve` and `kakehashi preview`: pages on this machine."""

from pathlib import Path
from typing import Annotated

import typer

from kakehashi.cli.arguments import AddressOption, PortOption, SourceArgument, now
from kakehashi.cli.reporting import line
from kakehashi.cli.sources import checked, visible
from kakehashi.cli.terminal import say, terminal_words
from kakehashi.findings import Finding, Refused, errors
from kakehashi.server import Files, Preview, Reading, run, run_watching
from kakehashi.site import site_of
from kakehashi.week import Visibility

PORT = 8000
LOCAL = "127.0.0.1"


def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `build` has written.")],
    port: PortOption = PORT,
    address: AddressOption = LOCAL,
) -> None:
    """Serve a built site until interrupted.

    Example:

        kakehashi serve public --port 8080
    """
    if not folder.is_dir():
        raise Refused([Finding("source.no-folder", values={"value": str(folder)})])
    run(Files(folder), address, port, lambda: announce(address, port, [""]))


def preview(source: SourceArgument, port: PortOption = PORT, address: AddressOption = LOCAL) -> None:
    """Show a week while its folder is edited: pages follow every change, errors stand on top of them.

    Example:

        kakehashi preview my-week
    """
    words = terminal_words()

    def read() -> Reading:
        return read_for_preview(source)

    application = Preview(source, read(), lambda finding: line(finding, words), address)
    run_watching(application, source, read, address, port, lambda: announce(address, port, [""]))


def read_for_preview(source: Path) -> Reading:
    """What a reading of the folder gives to the preview: a site if it can be built, and what is wrong if not."""
    moment = now()
    read = checked(source, moment)
    if read.week is None:
        return Reading(None, errors(read.findings))
    return Reading(site_of(visible(read, Visibility.PUBLIC, moment)), ())


def announce(address: str, port: int, paths: list[str]) -> None:
    """Prints the addresses that are served."""
    words = terminal_words()
    for path in paths:
        say(words.say("Open http://%(address)s:%(port)s/%(path)s", address=address, port=port, path=path))
    say(words.say("Stop with Ctrl-C."))
