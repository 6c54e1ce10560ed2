"""The files of several sites of one week, one after another: what the site before has alike is not made again."""

from collections.abc import Iterator
from dataclasses import dataclass

from kakehashi.publishing.contents import Content, Index, constant, documents, made_of
from kakehashi.publishing.filling import NOTHING, Gathered, How, indexes_of, state_after
from kakehashi.publishing.remaking import to_remake, told_by
from kakehashi.site import Site, Work, works_of


@dataclass(frozen=True, slots=True)
class Alike:
    """What the site before has and this one would have byte for byte: a file by its path, an index by its folder."""

    name: str


class Successive:
    """Makes the files of one site after another. The bytes are those of a release that was made so by itself."""

    def __init__(self) -> None:
        self._known = NOTHING
        self._before: Site | None = None

    def contents(self, site: Site, how: How) -> Iterator[Content | Alike]:
        """Every file of a site. To be taken to its end before the next site is given."""
        known = self._known
        told = told_by(self._before or site, known.reads, known.pieces)
        remaking = to_remake(known.reads, known.pieces, told, site)
        html = {name: one for name, one in known.html.items() if name not in remaking.stale_pieces}
        site.pieces.update(html)
        works: tuple[Work | Index, ...] = (*indexes_of(site, known, how), *works_of(site))
        again = [work for work in works if work.path in remaking.stale or work.path not in known.reads.files]
        fresh = {work.path for work in again}
        yield from (Alike(work.path) for work in works if work.path not in fresh)
        gathered = Gathered(html=html)
        for made in made_of(site, again, workers=how.workers):
            yield from made.files or [Alike(made.name)]
            gathered.add(made)
        for made in made_of(site, tuple(documents({})), workers=1):
            yield from made.files
        for other in constant():
            yield other.packed()
        names = {work.path for work in works}
        self._known, self._before = state_after(known, remaking, gathered, names, {}), site
