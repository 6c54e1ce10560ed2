"""Everything that a release of a week consists of: each file, with its precompressed variants."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kakehashi.publishing.document import HISTORY_FILE, WEEK_FILE, week_bytes
from kakehashi.publishing.inspecting import Inspected, inspected
from kakehashi.releases import variants
from kakehashi.site import Site, Work, asset_files, history_bytes, made, works_of
from kakehashi.site.watching import Piece, Read, Watched


@dataclass(frozen=True, slots=True)
class Content:
    """A file of a release: its path from the week's root, its bytes, and its variants by suffix (`.br`, `.gz`)."""

    path: str
    content: bytes
    variants: Mapping[str, bytes] = field(default_factory=dict)

    def packed(self) -> "Content":
        """The same with its variants."""
        return replace(self, variants=variants(self.path, self.content))


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made of a week, what was read for it, the pieces made with it, and what it is to other pages."""

    file: Content
    reads: frozenset[Read]
    pieces: Mapping[str, Piece]
    inspected: Inspected | None


def contents_of(site: Site, *, workers: int) -> Iterator[Content]:
    """Every file of a release of this site, but for media and what the store adds (manifest, record, keys, chain)."""
    for one in made_of(site, works_of(site), workers=workers):
        yield one.file
    for other in (*documents_of(site), *constant()):
        yield other.packed()


def documents_of(site: Site) -> Iterator[Content]:
    """The files from which all others could be made again, without variants."""
    yield Content(WEEK_FILE, week_bytes(site.week))
    yield Content(HISTORY_FILE, history_bytes(site.history))


def constant() -> Iterator[Content]:
    """The files that are the same in every week of this version of the software, without variants."""
    for path, content in asset_files():
        yield Content(path, content)


def made_of(site: Site, works: Sequence[Work], *, workers: int) -> Iterator[Made]:
    """The files that these works make, in their order; side by side where that is worth it."""
    return made(site, works, _make, workers=workers)


_watched: tuple[Site, Watched] | None = None
"""The site that this process makes files of, with its reads noted: preparing it takes longer than making a page."""


def _make(work: Work, site: Site) -> Made:
    global _watched  # noqa: PLW0603 - kept as long as files of one site are made
    if _watched is None or _watched[0] is not site:
        _watched = site, Watched(site)
    watched = _watched[1]
    with watched.noting() as reads:
        path, content = work.make(watched.site)
    known = inspected(path, content) if path.endswith(".html") else None
    return Made(Content(path, content).packed(), frozenset(reads), watched.pieces(), known)
