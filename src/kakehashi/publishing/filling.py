"""The files of a site, put into the draft of a release: those that would differ are made, the others kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.publishing.before import Before
from kakehashi.publishing.contents import Made, constant, documents_of, made_of
from kakehashi.publishing.document import HISTORY_FILE
from kakehashi.publishing.inspecting import Inspected
from kakehashi.publishing.linking import broken_links
from kakehashi.publishing.relation import Relation
from kakehashi.publishing.remaking import Remaking, thing_of, to_make
from kakehashi.publishing.state import State
from kakehashi.releases import Draft
from kakehashi.releases.layout import KEYS, MANIFEST, RECORD, SIGNATURE
from kakehashi.site import Site, Work, works_of

NOTHING = State(Relation.of({}), Relation.of({}), Relation.of({}), {}, {}, {})
"""What is remembered when nothing is."""
MEDIA = "media/"


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
class _Gathered:
    """What the files that were made tell: what was read for them and for their pieces, and how pages hang together."""

    reads: dict[str, list[str]] = field(default_factory=dict)
    pieces: dict[str, list[str]] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Inspected] = field(default_factory=dict)

    def add(self, made: Made) -> None:
        path = made.file.path
        self.reads[path] = [thing_of(read) for read in made.reads]
        for name, piece in made.pieces.items():
            self.html[name] = piece.html
            self.pieces[name] = [thing_of(read) for read in piece.reads]
        if made.inspected is not None:
            self.pages[path] = made.inspected


def fill(draft: Draft, site: Site, media: Mapping[str, Path], before: Before, *, workers: int) -> Filled:
    """Puts every file of a site into a draft, and looks at each page that is not as it was.

    Raises `Refused`: what the draft does, and `publishing.dead-link` and `publishing.bad-page`, all of them at once.
    """
    known = before.state or NOTHING
    works = works_of(site)
    remaking = _remaking(works, draft, site, before)
    html = {name: one for name, one in known.html.items() if name not in remaking.stale_pieces}
    site.pieces.update(html)
    fresh = {work.path for work in remaking.works}
    draft.keep(work.path for work in works if work.path not in fresh)
    gathered = _Gathered()
    news = before.site is None
    for made in made_of(site, remaking.works, workers=workers):
        news |= _tells_of_week(made) and not draft.holds(made.file.path, made.file.content)
        draft.put(made.file.path, made.file.content, made.file.variants)
        gathered.add(made)
    beside = [*documents_of(site), *constant()]
    for one in beside:
        held = draft.holds(one.path, one.content)
        news |= one.path != HISTORY_FILE and not held
        # Compressing is what takes time, and for most of these it was done for the release before.
        draft.put(one.path, one.content, {} if held else one.packed().variants)
    kept_media = _put_media(draft, media, before)
    paths = {work.path for work in works}
    gone = frozenset(known.reads.files) - paths
    links = known.links.with_files({path: page.links for path, page in gathered.pages.items()}, without=gone)
    everything = paths.union((one.path for one in beside), kept_media, _files_of_its_own(site))
    _refuse_unsound(gathered.pages, broken_links(links, everything, gathered.pages, gone, _Stayed(draft)))
    state = State(
        reads=known.reads.with_files(gathered.reads, without=gone),
        links=links,
        pieces=known.pieces.with_files(gathered.pieces, without=remaking.stale_pieces),
        html=html | gathered.html,
        media=kept_media,
        indexes={},
    )
    return Filled(state, len(fresh), len(works) - len(fresh), news or bool(gone))


def _tells_of_week(made: Made) -> bool:
    """Whether a file tells of the week, and not only of its releases: the changes are other ones in every release."""
    return all(of != "site.history" for of, _, _ in made.reads)


def _remaking(works: Sequence[Work], draft: Draft, site: Site, before: Before) -> Remaking:
    known = before.state
    if known is None or before.site is None:
        return Remaking(tuple(works), frozenset())
    return to_make(works, known.reads, known.pieces, before.site, site, draft.predecessor_sums)


def _put_media(draft: Draft, media: Mapping[str, Path], before: Before) -> dict[str, tuple[str, str]]:
    known = before.state.media if before.state else {}
    kept: dict[str, tuple[str, str]] = {}
    for name, source in sorted(media.items()):
        path = f"{MEDIA}{name}"
        stands = _standing(source)
        if known.get(path) == (stands, draft.predecessor_sums.get(path)):
            draft.keep([path])
        else:
            draft.put_file(path, source)
        kept[path] = stands, draft.sums[path]
    return kept


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
