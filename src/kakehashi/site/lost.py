"""The pages for an address at which there is nothing: `404.html`, in every language, and one in each.

A host shows them at whatever address was asked for, so their links cannot be relative to where they stand. They begin
with a root: the path of the week's public address, so that they are right at any depth, on any host that has the week
below that path. A week without an address has only the way from the file itself, which is right where the file is
opened as such; a server that knows better puts its own (`rerooted`).
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kakehashi.site.addresses import Address, Kind, day_slug
from kakehashi.site.frame import SECURITY_POLICY, Frame, frame
from kakehashi.site.naming import page_name
from kakehashi.site.reader import Reader
from kakehashi.site.rendering import environment, page_bytes
from kakehashi.site.sentences import begun
from kakehashi.site.site import Site
from kakehashi.week import VisibleWeek

LOST = "404.html"

_WAYS = (Kind.HOME, Kind.TIMETABLE, Kind.SYMPOSIA, Kind.PEOPLE, Kind.INSTITUTIONS, Kind.SEARCH, Kind.CHANGES)
_ROOT = re.compile(rb'<link rel="icon" [^>]*href="([^"]*)assets/')


@dataclass(frozen=True, slots=True)
class Nowhere(Address):
    """Where a reader stands who came to an address without a page: every way leads over the week's `root`."""

    root: str = ""

    @property
    def to_root(self) -> str:
        """The way to the week's root."""
        return self.root

    def to(self, other: Address, fragment: str = "") -> str:
        """A link to a page, or to a place on it."""
        return f"{self.root}{other.file}" + (f"#{fragment}" if fragment else "")

    def in_language(self, language: str) -> Address:
        """The home page in another language, since there is nothing here in any."""
        return Address(language, Kind.HOME)


def lost(site: Site, _: None) -> bytes:
    """The page in every language of the week, for hosts that have one page for all."""
    week = site.week
    readers = [_reader(site, language, "./") for language in week.languages]
    html = environment(week.host_language).get_template("lost_anywhere.html")
    framed = off_the_map(readers[0])
    return page_bytes(
        html.render(
            week=week,
            policy=SECURITY_POLICY,
            robots=framed.robots,
            accent=framed.accent,
            readers=[(r, _title(r), _said(r), ways_on(r)) for r in readers],
        )
    )


def lost_in(site: Site, language: str) -> bytes:
    """The page in one language."""
    r = _reader(site, language, "../")
    html = environment(language).get_template("lost.html")
    return page_bytes(
        html.render(
            r=r,
            week=site.week,
            frame=off_the_map(r),
            title=_title(r),
            description="",
            structured=None,
            said=_said(r),
            ways_on=ways_on(r),
        )
    )


def rerooted(page: bytes, root: str) -> bytes:
    """One of these pages with its links over another root: a path that ends in a slash, of ASCII characters.

    >>> rerooted(b'<link rel="icon" type="a" href="../assets/i.svg"><a href="../en/index.html">', "/week/")
    b'<link rel="icon" type="a" href="/week/assets/i.svg"><a href="/week/en/index.html">'
    """
    found = _ROOT.search(page)
    return page if found is None else page.replace(b'="' + found[1], b'="' + root.encode("ascii"))


def off_the_map(r: Reader) -> Frame:
    """The frame of a page that no search engine should list: it has no public address of its own."""
    framed = frame(r)
    return framed._replace(canonical=None, robots=framed.robots or "noindex")


def ways_on(r: Reader) -> list[tuple[str, str]]:
    """Where somebody can go who did not find a page: the main pages and the days, as links with their names."""
    ways: list[tuple[str, str]] = []
    for kind in _WAYS:
        if kind in r.site.kinds:
            ways.append((r.to(kind), page_name(r.words, kind)))
        if kind is Kind.TIMETABLE:
            ways += [(r.to(Kind.DAY, day_slug(day)), begun(r.words.day_short(day))) for day in r.site.by_day]
    return ways


def _reader(site: Site, language: str, way: str) -> Reader:
    # About the site, since that page is none of those that the navigation marks as here.
    return Reader(site, Nowhere(language, Kind.ABOUT, root=root_of(site.week) or way))


def root_of(week: VisibleWeek) -> str | None:
    """The path below which the public address of a week has it; `None` for one without an address."""
    return None if week.address is None else urlsplit(week.address).path.rstrip("/") + "/"


def _title(r: Reader) -> str:
    return r.words.say("There is no such page")


def _said(r: Reader) -> str:
    return r.words.say("The address may be misspelt, or what stood there is no longer part of the programme.")
