"""The files of a site, put into the draft of a release: those that would differ are made, the others kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.publishing.before import Before
from kakehashi.publishing.contents import Content, Index, Made, constant, documents, index_folder, made_of
from kakehashi.publishing.document import HISTORY_FILE
from kakehashi.publishing.inspecting import Inspected
from kakehashi.publishing.linking import broken_links
from kakehashi.publishing.relation import Relation
from kakehashi.publishing.remaking import Remaking, thing_of, to_remake
from kakehashi.publishing.state import State
from kakehashi.releases import Draft
from kakehashi.releases.layout import KEYS, MANIFEST, RECORD, SIGNATURE, original_of
from kakehashi.site import Site, Work, works_of

NOTHING = State(Relation.of({}), Relation.of({}), Relation.of({}), {}, {}, {})
"""What is remembered when nothing is."""
MEDIA = "media/"
_DOCUMENTS = frozenset(one.path for one in documents({}))


@dataclass(frozen=True, slots=True)
class How:
    """How a release is made: by how many processes side by side, and whether with a search index."""

    workers: int
    search: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """What a draft was filled with: what is to be remembered of it, and how many files were made and stayed.

    There is `news` when a file differs from the release before, or came or went, beside those that tell of releases.
    """

    state: State
    made: int
    stayed: int
    news: bool


@dataclass(slots=True)
class Gathered:
    """What the files that were made tell: what was read for them and for their pieces, and how pages hang together."""

    reads: dict[str, list[str]] = field(default_factory=dict)
    pieces: dict[str, list[str]] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Inspected] = field(default_factory=dict)
    indexes: dict[str, str] = field(default_factory=dict)

    def add(self, made: Made) -> None:
        """Also what this one tells."""
        self.reads[made.name] = [thing_of(read) for read in made.reads]
        for name, piece in made.pieces.items():
            self.html[name] = piece.html
            self.pieces[name] = [thing_of(read) for read in piece.reads]
        if made.inspected is not None:
            self.pages[made.name] = made.inspected
        if made.digest:
            self.indexes[made.name] = made.digest


def fill(draft: Draft, site: Site, media: Mapping[str, Path], before: Before, how: How) -> Filled:
    """Puts every file of a site into a draft, and looks at each page that is not as it was.

    Raises `Refused`: what the draft does, a search index that cannot be made, and `publishing.dead-link` and
    `publishing.bad-page`, all of these at once.
    """
    known = before.state or NOTHING
    remaking = to_remake(known.reads, known.pieces, before.told, site)
    html = {name: one for name, one in known.html.items() if name not in remaking.stale_pieces}
    site.pieces.update(html)
    works: tuple[Work | Index, ...] = (*indexes_of(site, known, how), *works_of(site))
    again = [work for work in works if work.path in remaking.stale or not _stands(work.path, known, draft)]
    fresh = {work.path for work in again}
    draft.keep(path for work in works if work.path not in fresh for path in _paths(work.path, draft))
    putting = _Putting(draft, Gathered(html=html), news=before.site is None)
    for made in made_of(site, (*documents(draft.predecessor_sums), *again), workers=how.workers):
        putting.add(made)
    for one in constant():
        putting.put_beside(one)
    putting.put_media(media, known)
    names = {work.path for work in works}
    gone = frozenset(known.reads.files) - names
    state = state_after(known, remaking, putting.gathered, names, putting.media)
    there = names.union(putting.beside, putting.media, _files_of_its_own(site))
    pages = putting.gathered.pages
    _refuse_unsound(pages, broken_links(state.links, known.links, there, pages, gone, _Stayed(draft)))
    return Filled(state, len(fresh), len(works) - len(fresh), putting.news or bool(gone))


class _Putting:
    """The files that are put into a draft, what they tell, and whether there is news in them."""

    def __init__(self, draft: Draft, gathered: Gathered, *, news: bool) -> None:
        self.gathered = gathered
        self.beside: set[str] = set()
        self.media: dict[str, tuple[str, str]] = {}
        self.news = news
        self._draft = draft

    def add(self, made: Made) -> None:
        """Also the files of this work."""
        if made.name in _DOCUMENTS:
            for one in made.files:
                self.put_beside(one)
            return
        if _tells_of_week(made) and not all(self._draft.holds(one.path, one.content) for one in made.files):
            self.news = True
        for one in made.files:
            self._draft.put(one.path, one.content, one.variants)
        if not made.files:
            self._draft.keep(_paths(made.name, self._draft))
        self.gathered.add(made)

    def put_beside(self, one: Content) -> None:
        """Also a file that is no page of the site; it is compressed only if the release before lacks it."""
        held = self._draft.holds(one.path, one.content)
        if not held and one.path != HISTORY_FILE:
            self.news = True
        self._draft.put(one.path, one.content, {} if held else one.variants or one.packed().variants)
        self.beside.add(one.path)

    def put_media(self, media: Mapping[str, Path], known: State) -> None:
        """Also these media; what was not touched since it was put into the release before is not read again."""
        draft = self._draft
        for name, source in sorted(media.items()):
            path = f"{MEDIA}{name}"
            stands, before = _standing(source), draft.predecessor_sums.get(path)
            if known.media.get(path) == (stands, before):
                draft.keep([path])
            else:
                draft.put_file(path, source)
            if draft.sums[path] != before:
                self.news = True
            self.media[path] = stands, draft.sums[path]


def state_after(
    known: State, remaking: Remaking, gathered: Gathered, names: set[str], media: Mapping[str, tuple[str, str]]
) -> State:
    """What is known when some of the works of these names were made again, and with them what was `gathered`."""
    gone = frozenset(known.reads.files) - names
    indexes = {name: digest for name, digest in known.indexes.items() if name in names}
    return State(
        reads=known.reads.with_files(gathered.reads, without=gone),
        links=known.links.with_files({path: page.links for path, page in gathered.pages.items()}, without=gone),
        pieces=known.pieces.with_files(gathered.pieces, without=remaking.stale_pieces),
        html=gathered.html,
        media=media,
        indexes=indexes | gathered.indexes,
    )


def indexes_of(site: Site, known: State, how: How) -> Iterator[Index]:
    """The search indexes of a site, which need not be made where they would hold what is known."""
    if how.search:
        yield from (Index(tag, known.indexes.get(index_folder(tag))) for tag in site.week.languages)


def _stands(path: str, known: State, draft: Draft) -> bool:
    """Whether the release before has what a work makes, and it is known what it was made of."""
    return path in known.reads.files and bool(_paths(path, draft))


def _paths(path: str, draft: Draft) -> list[str]:
    """The files of a work in the release before: its file, or all below its folder but their variants."""
    old = draft.predecessor_sums
    if not path.endswith("/"):
        return [path] if path in old else []
    return [one for one in old if one.startswith(path) and original_of(one) not in old]


def _tells_of_week(made: Made) -> bool:
    """Whether a file tells of the week, and not only of its releases: the changes are other ones in every release."""
    return all(of != "site.history" for of, _, _ in made.reads)


def _standing(source: Path) -> str:
    """How a file stands on the disk: what was not touched since it was read need not be read again, films above all."""
    try:
        known = source.stat()
    except OSError:
        return ""
    return f"{known.st_dev}:{known.st_ino}:{known.st_size}:{known.st_mtime_ns}:{known.st_ctime_ns}"


def _files_of_its_own(site: Site) -> set[str]:
    """The files that a release adds to those of the site."""
    return {RECORD, SIGNATURE, MANIFEST, f"{KEYS}/{site.signed_by}.pem"}


@dataclass(frozen=True, slots=True)
class _Stayed:
    """Pages that stayed, read where the release before has them."""

    draft: Draft

    def __call__(self, path: str) -> bytes:
        assert self.draft.predecessor is not None
        return (self.draft.predecessor.folder / path).read_bytes()


def _refuse_unsound(pages: Mapping[str, Inspected], links: Sequence[Finding]) -> None:
    bad = [
        Finding("publishing.bad-page", values={"value": path, "reason": fault})
        for path, page in sorted(pages.items())
        for fault in page.faults
    ]
    if bad or links:
        raise Refused([*bad, *links])
