"""Pages at addresses that earlier releases had and this one has not: where to go on.

A host that only hands out files cannot redirect, so what moved has a page that does (at once, and by a link); what is
no more has one that says so. Neither is for search engines.
"""

from collections.abc import Iterator

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.frame import canonical
from kakehashi.site.lost import off_the_map, ways_on
from kakehashi.site.reader import Reader
from kakehashi.site.rendering import environment, page_bytes
from kakehashi.site.site import Site


def gone_addresses(site: Site) -> Iterator[Address]:
    """Every page, language by language, that earlier releases had and this one has not."""
    for language in site.week.languages:
        for path in site.history.gone:
            address = address_at(language, path)
            if address is not None and address.folder not in site.by_folder:
                yield address


def address_at(language: str, path: str) -> Address | None:
    """The page at a folder below that of its language; `None` for one that no page of ours can have.

    >>> address_at("ja", "items/keynote/")
    Address(language='ja', kind=<Kind.ITEM: 'items/*'>, slug='keynote')
    """
    folder, _, slug = path.rstrip("/").partition("/")
    try:
        return Address(language, Kind(f"{folder}/*" if slug else folder), slug)
    except ValueError:
        return None


def gone(site: Site, here: Address) -> bytes:
    """The page at such an address."""
    r = Reader(site, here)
    moved = site.moved_to(here.folder.removeprefix(f"{here.language}/"))
    target = None if moved is None else address_at(here.language, moved)
    title = r.words.say("This page is no longer part of the programme")
    if target is not None:
        title = r.words.say("This page has moved")
    html = environment(here.language).get_template("gone.html")
    return page_bytes(
        html.render(
            r=r,
            week=site.week,
            frame=off_the_map(r),
            title=title,
            description="",
            structured=None,
            target=None if target is None else here.to(target),
            canonical=None if target is None else canonical(r, target),
            ways_on=ways_on(r),
        )
    )
