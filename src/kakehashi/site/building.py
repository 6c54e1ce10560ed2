"""The whole site of a week as files."""

import gc
import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import NamedTuple

from kakehashi.site.addresses import Address
from kakehashi.site.assets import ROOT, assets
from kakehashi.site.choosing import language_choice
from kakehashi.site.rendering import prepare, render
from kakehashi.site.site import Site
from kakehashi.week.anatomy import Matter, leaves
from kakehashi.week.visibility import VisibleWeek

_BATCH = 40
"""Pages given to a process at a time: few enough to be shared out evenly, enough to make the giving cheap."""
_WORTH_A_PROCESS = 400
"""Fewer pages than these are rendered sooner than a second process starts."""


class SiteFile(NamedTuple):
    """A file of a site: its path from the week's root, and its content."""

    path: str
    content: bytes


def site_of(
    week: VisibleWeek, *, draft: str | None = None, digests: Mapping[tuple[str, str, str], str] | None = None
) -> Site:
    """The site of a week. With `draft`, watermarked, with a list of the pages that an institution is to approve.

    `digests` (of `week.approvable`) are those by which approvals of these pages will be noted; with them the list gives
    the lines to note.
    """
    names, _ = assets()
    return Site(week, names, draft, digests or {})


def addresses_of(site: Site) -> tuple[Address, ...]:
    """Every page of a site, language by language."""
    return tuple(site.by_folder.values())


def site_files(site: Site, *, workers: int) -> Iterator[SiteFile]:
    """Every file of a site but the week's own media: assets, the page that chooses a language, and all pages.

    With more than one worker, pages of a large site are rendered side by side in processes of their own; the order and
    the bytes stay the same. Files are made as they are asked for, so nothing holds the whole site in memory. Media are
    left to the caller, who knows where they lie: `media_of` names them.
    """
    _, contents = assets()
    # In a fixed order, and pages in that of their addresses: two builds of one week are the same, file by file.
    yield from (SiteFile(ROOT + name, content) for name, content in sorted(contents.items()))
    yield SiteFile("index.html", language_choice(site))
    addresses = addresses_of(site)
    if workers < 2 or len(addresses) < _WORTH_A_PROCESS:
        yield from (SiteFile(address.file, render(site, address)) for address in addresses)
    else:
        yield from _side_by_side(site, addresses, workers)


def _side_by_side(site: Site, addresses: Sequence[Address], workers: int) -> Iterator[SiteFile]:
    prepare(site.week.languages)
    with ProcessPoolExecutor(workers, initializer=_take_site, initargs=(site,)) as pool:
        for files in pool.map(_render_batch, _batches(addresses)):
            yield from files


def _batches(addresses: Sequence[Address]) -> list[tuple[Address, ...]]:
    return [tuple(addresses[first : first + _BATCH]) for first in range(0, len(addresses), _BATCH)]


_site: Site
"""In a process that renders: the site it renders."""


def _take_site(site: Site) -> None:
    global _site  # noqa: PLW0603 - a worker process is given its site once, not with every batch
    _site = site
    # The site lives as long as the process: the collector need not go through it again with every hundred pages.
    gc.freeze()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A parent that was killed cannot tell its workers, which would wait for ever.
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _render_batch(addresses: Sequence[Address]) -> list[SiteFile]:
    return [SiteFile(address.file, render(_site, address)) for address in addresses]


def media_of(week: VisibleWeek) -> frozenset[str]:
    """The files below `media/` that this week names; no other file of the folder is published."""
    return frozenset(leaf.value for leaf in leaves(week, Matter.MEDIA))


def page_of(site: Site, path: str) -> bytes | None:
    """The page at a path from the week's root (`ja/items/keynote/`, with or without `index.html`), if there is one."""
    folder = path.removesuffix("index.html")
    if folder == "":
        return language_choice(site)
    found = site.by_folder.get(folder if folder.endswith("/") else folder + "/")
    return None if found is None else render(site, found)
