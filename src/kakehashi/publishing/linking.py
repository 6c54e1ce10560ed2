"""Whether the links within a site lead somewhere: to a file, and to a place on it."""

from collections.abc import Callable, Collection, Mapping

from kakehashi.findings import Finding
from kakehashi.publishing.inspecting import Inspected
from kakehashi.publishing.relation import Relation


def broken_links(
    links: Relation,
    known: Relation,
    files: Collection[str],
    made: Mapping[str, Inspected],
    gone: Collection[str],
    read: Callable[[str], bytes],
) -> tuple[Finding, ...]:
    """A finding for everything that links lead to and that is not there, with the first page that has such a link.

    `links` are those of all pages, `known` those of the release before, all of which lead somewhere in it. So those
    count that are new on a page just `made`, or that lead to such a page, or to a file that is `gone`. `files` are the
    paths of everything there is; `read` gives the content of a page that was not made anew.
    """
    fresh = {link for path in made for link in links.of_file(path)} - known.related
    touched = {link for link in links.things if _file(link) in made or _file(link) in gone}
    dead = {link for link in fresh | touched if not _leads(link, files, made, read)}
    first: dict[str, str] = {}
    for page in sorted(links.files_with(dead)):
        for link in sorted(dead.intersection(links.of_file(page))):
            first.setdefault(link, page)
    return tuple(Finding("publishing.dead-link", (), {"value": page, "link": link}) for link, page in first.items())


def _file(link: str) -> str:
    return link.partition("#")[0]


def _leads(link: str, files: Collection[str], made: Mapping[str, Inspected], read: Callable[[str], bytes]) -> bool:
    path, _, fragment = link.partition("#")
    if path not in files:
        return False
    # In other files a fragment is no place of ours: `film.webm#t=75` is a moment of the film.
    if not fragment or not path.endswith(".html"):
        return True
    known = made.get(path)
    return fragment in known.ids if known is not None else f'id="{fragment}"'.encode() in read(path)
