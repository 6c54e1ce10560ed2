"""The files of a site, put into the draft of a release: those that would differ are made, the others kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.publishing.before import Before
from kakehashi.publishing.contents import Made, constant, documents_of, made_of
from kakehashi.publishing.document import HISTORY_FILE
from kakehashi.publishing.inspecting import Inspected
from kakehashi.publishing.linking import broken_links
from kakehashi.publishing.relation import Relation
from kakehashi.publishing.remaking import thing_of, to_make
from kakehashi.publishing.state import State
from kakehashi.releases import Draft
from kakehashi.releases.layout import KEYS, MANIFEST, RECORD, SIGNATURE
from kakehashi.site import Site, Work, works_of

NOTHING = Relation.of({})
MEDIA = "media/"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a draft was filled with: what its files were made of and lead to, and how many were made and stayed.

    There is `news` when a file differs from the release before, or came or went, beside those that tell of releases.
    """

    reads: Relation
    links: Relation
    media: Mapping[str, tuple[str, str]]
    made: int
    stayed: int
    news: bool

    def state(self, release: str) -> State:
        """What is to be remembered of it for the release whose record has the hash `release`."""
        return State(release, self.reads, self.links, self.media, {})


def fill(draft: Draft, site: Site, media: Mapping[str, Path], before: Before, *, workers: int) -> Filled:
    """Puts every file of a site into a draft, and looks at each page that is not as it was.

    Raises `Refused`: what the draft does, and `publishing.dead-link` and `publishing.bad-page`, all of them at once.
    """
    works = works_of(site)
    again = _again(works, draft, site, before)
    fresh = {work.path for work in again}
    draft.keep(work.path for work in works if work.path not in fresh)
    reads: dict[str, list[str]] = {}
    pages: dict[str, Inspected] = {}
    news = before.site is None
    for made in made_of(site, again, workers=workers):
        path = made.file.path
        news |= _tells_of_week(made) and not draft.holds(path, made.file.content)
        draft.put(path, made.file.content, made.file.variants)
        reads[path] = [thing_of(read) for read in made.reads]
        if made.inspected is not None:
            pages[path] = made.inspected
    beside = [*documents_of(site), *constant()]
    for one in beside:
        news |= one.path != HISTORY_FILE and not draft.holds(one.path, one.content)
        # Compressing is what takes time, and for most of these it was done for the release before.
        draft.put(one.path, one.content, {} if draft.holds(one.path, one.content) else one.packed().variants)
    kept_media = _put_media(draft, media, before)
    paths = {work.path for work in works}
    old_reads, old_links = (before.state.reads, before.state.links) if before.state else (NOTHING, NOTHING)
    gone = frozenset(old_reads.files) - paths
    links = old_links.with_files({path: page.links for path, page in pages.items()}, without=gone)
    everything = paths.union((one.path for one in beside), kept_media, _files_of_its_own(site))
    _refuse_unsound(pages, broken_links(links, everything, pages, gone, _Stayed(draft)))
    return Filled(
        reads=old_reads.with_files(reads, without=gone),
        links=links,
        media=kept_media,
        made=len(again),
        stayed=len(works) - len(again),
        news=news or bool(gone),
    )


def _tells_of_week(made: Made) -> bool:
    """Whether a file tells of the week, and not only of its releases: the changes are other ones in every release."""
    return all(read.of != "site.history" for read in made.reads)


def _again(works: Sequence[Work], draft: Draft, site: Site, before: Before) -> tuple[Work, ...]:
    if before.state is None or before.site is None:
        return tuple(works)
    return to_make(works, before.state.reads, before.site, site, draft.predecessor_sums)


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
