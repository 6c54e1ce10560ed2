"""The whole site of a week as files."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from kakehashi.forking import begun, end_with_parent
from kakehashi.site.accent import accent_path, accent_sheet
from kakehashi.site.addresses import Address, Kind, news_path
from kakehashi.site.assets import ROOT, assets
from kakehashi.site.choosing import language_choice
from kakehashi.site.feed import feed
from kakehashi.site.files import SiteFile
from kakehashi.site.gone import gone, gone_addresses
from kakehashi.site.history import NO_RELEASE, History
from kakehashi.site.lost import LOST, lost, lost_in
from kakehashi.site.news import news
from kakehashi.site.pages.changes import FEED
from kakehashi.site.previews import preview, preview_path
from kakehashi.site.rendering import prepare, render
from kakehashi.site.site import Site
from kakehashi.week.anatomy import Matter, leaves
from kakehashi.week.captions import NOTHING_READ, Read
from kakehashi.week.visibility import VisibleWeek

T = TypeVar("T")
W = TypeVar("W")

_BATCH = 40
"""Works given to a process at a time, at most: enough to make the giving cheap."""
_SHARES = 8
"""Into how many batches per process works are parted, if that makes smaller ones: so that none waits for another."""
_MANY = 200
"""Works that are given to processes batch by batch, with all templates compiled beforehand. Fewer are dealt out at
once: each process needs the better part of a second for what the pages of a language have in common."""
_WORTH_A_PROCESS = 2_500
"""Works times items of the week: where there is less to do, it is done sooner than a second process starts."""


def site_of(
    week: VisibleWeek,
    *,
    draft: str | None = None,
    digests: Mapping[tuple[str, str, str], str] | None = None,
    history: History = NO_RELEASE,
    signed_by: str | None = None,
    captions: Read = NOTHING_READ,
) -> Site:
    """The site of a week. With `draft`, watermarked, with a list of the pages that an institution is to approve.

    `digests` (of `week.approvable`) are those by which approvals of these pages will be noted; with them the list gives
    the lines to note. `history` is that of `next_history` for a release, which `signed_by` (the fingerprint of its key)
    will sign; a site without is no release. `captions` are those files of captions that were read, for transcripts.
    """
    names, _ = assets()
    return Site(week, captions, names, draft, digests or {}, history, signed_by)


def addresses_of(site: Site) -> tuple[Address, ...]:
    """Every page of a site, language by language."""
    return tuple(site.by_folder.values())


@dataclass(frozen=True, slots=True)
class Work:
    """A file still to be made: its path from the week's root, and what makes it from the site and a subject.

    `maker` is a function of a module, so that a work can be handed to another process, and reads nothing but the site
    and the subject: two makings of one work are the same byte for byte.
    """

    path: str
    maker: Callable[[Site, Any], bytes]
    subject: Any

    def make(self, site: Site) -> SiteFile:
        """The file."""
        return SiteFile(self.path, self.maker(site, self.subject))


def asset_files() -> Iterator[SiteFile]:
    """The files that are the same in every week: style, script, icon, fonts."""
    _, contents = assets()
    yield from (SiteFile(ROOT + name, content) for name, content in sorted(contents.items()))


def works_of(site: Site) -> tuple[Work, ...]:
    """Every file of a site that is made of the week, in a fixed order; the media and the assets are not made."""
    pages = (Work(address.file, render, address) for address in addresses_of(site))
    pictures = (Work(preview_path(language), preview, language) for language in site.week.languages)
    chosen = Work("index.html", language_choice, None)
    return (chosen, *pages, *_elsewhere(site), *pictures, *_accent(site), *_framed(site))


def _elsewhere(site: Site) -> Iterator[Work]:
    """What stands at addresses without a page of this week, and the changes as feeds, the host's at the root too."""
    languages = site.week.languages
    yield from (Work(address.file, gone, address) for address in gone_addresses(site))
    # Who is to approve a draft has the pages themselves.
    if site.draft is None:
        yield Work(LOST, lost, None)
        yield from (Work(f"{language}/{LOST}", lost_in, language) for language in languages)
    if site.history.entries:
        yield Work(FEED, feed, site.week.host_language)
        yield from (Work(f"{language}/{FEED}", feed, language) for language in languages)


def _framed(site: Site) -> Iterator[Work]:
    """What stands on other websites: the programme to be framed, the news to be pasted. Only what is public does."""
    if not site.for_others:
        return
    for language in site.week.languages:
        framed = Address(language, Kind.EMBED)
        yield Work(framed.file, render, framed)
    yield from (Work(news_path(language), news, language) for language in site.week.languages)


def _accent(site: Site) -> Iterator[Work]:
    path = accent_path(site)
    if path is not None:
        yield Work(path, accent_sheet, site.week.accent)


def site_files(site: Site, *, workers: int) -> Iterator[SiteFile]:
    """Every file of a site but the week's own media: assets, the page that chooses a language, and all pages.

    With more than one worker, pages of a large site are rendered side by side in processes of their own; the order and
    the bytes stay the same. Files are made as they are asked for, so nothing holds the whole site in memory. Media are
    left to the caller, who knows where they lie: `media_of` names them.
    """
    yield from asset_files()
    yield from made(site, works_of(site), Work.make, workers=workers)


def made(site: Site, works: Sequence[W], make: Callable[[W, Site], T], *, workers: int) -> Iterator[T]:
    """What `make`, a function of a module, gives for each of the works, in order; side by side where it is worth it."""
    if workers < 2 or len(works) * len(site.week.items) < _WORTH_A_PROCESS:
        yield from (make(work, site) for work in works)
    elif len(works) < _MANY:
        yield from _in_shares(site, works, make, workers)
    else:
        yield from _side_by_side(site, works, make, workers)


def _in_shares(site: Site, works: Sequence[W], make: Callable[[W, Site], T], workers: int) -> Iterator[T]:
    def makes(share: Sequence[int]) -> list[T]:
        return [make(works[number], site) for number in share]

    own, *others = shares = _shares(works, workers)
    begins = [begun(partial(makes, share)) for share in others]
    results = [makes(own), *(result() for result in begins)]
    made = dict(zip(chain(*shares), chain(*results), strict=True))
    yield from (made[number] for number in range(len(works)))


def _shares(works: Sequence[object], number: int) -> list[list[int]]:
    """The works by their places, dealt out evenly, each kind for itself; neighbours stay together."""
    kinds: dict[type, list[int]] = {}
    for place, work in enumerate(works):
        kinds.setdefault(type(work), []).append(place)
    parted = [(places, -(-len(places) // number)) for places in kinds.values()]
    return [
        [place for places, size in parted for place in places[one * size : (one + 1) * size]] for one in range(number)
    ]


def _side_by_side(site: Site, works: Sequence[W], make: Callable[[W, Site], T], workers: int) -> Iterator[T]:
    prepare(site.week.languages)
    size = max(1, min(_BATCH, len(works) // (workers * _SHARES)))
    batches = [works[first : first + size] for first in range(0, len(works), size)]
    with ProcessPoolExecutor(workers, initializer=_take_site, initargs=(site,)) as pool:
        for results in pool.map(partial(_make_batch, make), batches):
            yield from results


_site: Site
"""In a process that renders: the site it renders."""


def _take_site(site: Site) -> None:
    global _site  # noqa: PLW0603 - a worker process is given its site once, not with every batch
    _site = site
    # The site lives as long as the process: the collector need not go through it again with every hundred pages.
    gc.freeze()
    end_with_parent()


def _make_batch(make: Callable[[W, Site], T], works: Sequence[W]) -> list[T]:
    return [make(work, _site) for work in works]


def media_of(week: VisibleWeek) -> frozenset[str]:
    """The files below `media/` that this week names; no other file of the folder is published."""
    return frozenset(leaf.value for leaf in leaves(week, Matter.MEDIA))


def file_of(site: Site, path: str) -> SiteFile | None:
    """The file that is made of the week at a path from its root; of a folder (`ja/`) its page."""
    works = site.once("works", lambda: {work.path: work for work in works_of(site)})
    found = works.get(path) or works.get(f"{path.rstrip('/')}/index.html".lstrip("/"))
    return None if found is None else found.make(site)


def page_of(site: Site, path: str) -> bytes | None:
    """The page at a path from the week's root (`ja/items/keynote/`, with or without `index.html`), if there is one."""
    found = file_of(site, path)
    return found.content if found is not None and found.path.endswith(".html") else None
