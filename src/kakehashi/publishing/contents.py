"""Everything that a release of a week consists of: each file, with its precompressed variants."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from kakehashi.publishing.document import HISTORY_FILE, WEEK_FILE, week_bytes
from kakehashi.publishing.inspecting import Inspected, inspected
from kakehashi.releases import variants
from kakehashi.site import Site, Work, asset_files, history_bytes, made, works_of
from kakehashi.site.search import ROOT as INDEXES
from kakehashi.site.search import digest, index_files, search_records
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
    """What was made of a week by one work, which goes by a `name`: a file by its path, an index by its folder.

    `reads` are what was read for it, `pieces` those of pages that were made with it; `inspected` is what a page is to
    other pages. Of a search index there is the `digest` of what it holds; without `files` it is as it was.
    """

    name: str
    files: tuple[Content, ...]
    reads: frozenset[Read]
    pieces: Mapping[str, Piece]
    inspected: Inspected | None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """The search index of a language, still to be made, unless the digest of what it would hold is `known`."""

    language: str
    known: str | None

    @property
    def path(self) -> str:
        """Its folder, from the week's root."""
        return index_folder(self.language)


@dataclass(frozen=True, slots=True)
class Document:
    """A file from which all others could be made again; it is not compressed if its SHA-256 is `known`."""

    path: str
    known: str | None


def index_folder(language: str) -> str:
    """Where the search index of a language lies, from the week's root."""
    return f"{INDEXES}{language}/"


def contents_of(site: Site, *, workers: int) -> Iterator[Content]:
    """Every file of a release of this site, but for media and what the store adds (manifest, record, keys, chain)."""
    for one in made_of(site, (*documents({}), *works_of(site)), workers=workers):
        yield from one.files
    for other in constant():
        yield other.packed()


_DOCUMENTS: Mapping[str, Callable[[Site], bytes]] = {
    WEEK_FILE: lambda site: week_bytes(site.week),
    HISTORY_FILE: lambda site: history_bytes(site.history),
}


def documents(known: Mapping[str, str]) -> Iterator[Document]:
    """The files from which all others could be made again, as far as their SHA-256 in the release before is known."""
    for path in _DOCUMENTS:
        yield Document(path, known.get(path))


def constant() -> Iterator[Content]:
    """The files that are the same in every week of this version of the software, without variants."""
    for path, content in asset_files():
        yield Content(path, content)


def made_of(site: Site, works: Sequence[Work | Index | Document], *, workers: int) -> Iterator[Made]:
    """What these works make, in their order; side by side where that is worth it. Raises `Refused` (search)."""
    return made(site, works, _make, workers=workers)


_watched: tuple[Site, Watched] | None = None
"""The site that this process makes files of, with its reads noted: preparing it takes longer than making a page."""


def _make(work: Work | Index | Document, site: Site) -> Made:
    global _watched  # noqa: PLW0603 - kept as long as files of one site are made
    if isinstance(work, Document):
        return _document(work, site)
    if _watched is None or _watched[0] is not site:
        _watched = site, Watched(site)
    return _index(work, _watched[1]) if isinstance(work, Index) else _file(work, _watched[1])


def _document(work: Document, site: Site) -> Made:
    found = Content(work.path, _DOCUMENTS[work.path](site))
    # Compressing is what takes time, and mostly it was done for the release before.
    known = sha256(found.content).hexdigest() == work.known
    return Made(work.path, (found if known else found.packed(),), frozenset(), {}, None)


def _file(work: Work, watched: Watched) -> Made:
    with watched.noting() as reads:
        path, content = work.make(watched.site)
    known = inspected(path, content) if path.endswith(".html") else None
    return Made(path, (Content(path, content).packed(),), frozenset(reads), watched.pieces(), known)


def _index(work: Index, watched: Watched) -> Made:
    with watched.noting() as reads:
        records = search_records(watched.site, work.language)
    found = digest(records)
    files = () if found == work.known else index_files(records, work.language)
    packed = tuple(Content(path, content).packed() for path, content in files)
    return Made(work.path, packed, frozenset(reads), watched.pieces(), None, found)
