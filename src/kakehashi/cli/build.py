"""`kakehashi build`: a week's site as a folder."""

import os
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from kakehashi.cli.arguments import AtOption, JsonOption, SourceArgument, WorkersOption, moment
from kakehashi.cli.progress import counted
from kakehashi.cli.reporting import report, report_json, summary
from kakehashi.cli.sources import Checked, captions_in, checked, visible
from kakehashi.cli.terminal import Exit, leave, say, terminal_words
from kakehashi.cli.writing import restore, spare, write_site
from kakehashi.findings import Finding, Refused
from kakehashi.site import addresses_of, media_of, search_files, site_files, site_of
from kakehashi.week import Visibility, approvable

MEDIA = "media"


def build(
    source: SourceArgument,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write; an older build is replaced.")],
    audience: Annotated[Visibility, typer.Option(help="For whom: a site for staff shows what is closed to others.")] = (
        Visibility.PUBLIC
    ),
    draft: Annotated[
        str | None, typer.Option(metavar="INSTITUTION", help="A watermarked draft for this institution's approval.")
    ] = None,
    at: AtOption = None,
    workers: WorkersOption = None,
    json: JsonOption = False,
) -> None:
    """Build the site of a week as a folder for any web host, or to be opened from the disk.

    An error in the week stops the build and leaves an older one as it is. What others put at the top of an older build
    (.git, CNAME) stays there.

    Examples:

        kakehashi build my-week --to public

        kakehashi build my-week --to ceremony --audience staff

        kakehashi build my-week --to for-kazan --draft kazan-federal-university
    """
    words = terminal_words()
    decisive = moment(at)
    read = checked(source, decisive)
    number = build_site(read, to, audience, decisive, draft=draft, workers=workers)
    if json:
        report_json("build", Exit.DONE, read.findings, words, {"files": number, "folder": str(to)})
        leave(Exit.DONE)
    report(read.findings, words)
    say(words.count("%(count)s file in %(folder)s", "%(count)s files in %(folder)s", number, folder=to))
    say(summary(read.findings, words))


def build_site(
    read: Checked, to: Path, audience: Visibility, at: datetime, *, draft: str | None = None, workers: int | None = None
) -> int:
    """Builds a site into the folder `to`; the number of its files. Raises `Refused`."""
    # First of all: an error in the week is no reason to leave a reader without the older build.
    restore(to)
    week = visible(read, audience, at)
    if draft is not None and draft not in week.institutions:
        raise Refused([Finding("build.no-institution", values={"value": draft, "expected": tuple(week.institutions)})])
    spare(read.folder, to)
    digests = None if draft is None or read.week is None else approvable(read.week)
    site = site_of(week, draft=draft, digests=digests, captions=captions_in(read.folder, week))
    side_by_side = workers or os.cpu_count() or 1
    files = chain(site_files(site, workers=side_by_side), search_files(site, workers=side_by_side))
    media = {name: read.folder / MEDIA / name for name in media_of(week)}
    return write_site(counted(files, len(addresses_of(site))), media, to)
