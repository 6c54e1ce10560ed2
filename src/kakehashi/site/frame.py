"""What frames every page: title, navigation, languages, notices, and what machines read of it in the head."""

from datetime import UTC
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.accent import accent_path
from kakehashi.site.addresses import Address, Kind
from kakehashi.site.naming import menu_name
from kakehashi.site.previews import HEIGHT, WIDTH, preview_path
from kakehashi.site.reader import Reader
from kakehashi.site.site import Site
from kakehashi.week.organising import Notice
from kakehashi.words import own_name

SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy of the pages: this site's files only, no inline code, no frames, no forms sent.

It stands in a `<meta>`, so that it holds on any host; what only a header may say (`frame-ancestors`; CSP 3, 3.3)
is left to servers.
"""
SEARCH_POLICY = (
    SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") + "; connect-src 'self'"
)
"""That of the search page: it loads an index of this site and the program that reads it, which is WebAssembly."""


class Alternate(NamedTuple):
    """The page in a language of the week, its own included; `canonical` is its public address, if there is one."""

    language: str
    name: str
    href: str
    canonical: str | None
    here: bool


class NavigationEntry(NamedTuple):
    """A link of the main navigation; `here` when the page lies below it."""

    name: str
    href: str
    here: bool


class Banner(NamedTuple):
    """A notice on every page, with the moments between which it is shown; `waits` until the first has come."""

    text: Markup
    begins: str
    until: str
    ends: str
    waits: bool


class LinkPicture(NamedTuple):
    """The picture that stands beside links to this week in messages: its full address, and what it shows in words."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class Frame(NamedTuple):
    """Everything around a page's own content.

    `accent` is the file of the week's colour, from its root, `robots` what search engines are asked not to do, if any.
    """

    canonical: str | None
    alternates: tuple[Alternate, ...]
    navigation: tuple[NavigationEntry, ...]
    banners: tuple[Banner, ...]
    picture: LinkPicture | None
    accent: str | None
    policy: str = SECURITY_POLICY
    robots: str = ""


_SECTION_OF: dict[Kind, Kind] = {
    Kind.DAY: Kind.TIMETABLE,
    Kind.ITEM: Kind.TIMETABLE,
    Kind.SYMPOSIUM: Kind.SYMPOSIA,
    Kind.PERSON: Kind.PEOPLE,
    Kind.INSTITUTION: Kind.INSTITUTIONS,
    Kind.PROGRAMME: Kind.PROGRAMMES,
    Kind.RECORDING: Kind.RECORDINGS,
}


_IN_THE_FOOT = (Kind.HOME, Kind.CHANGES, Kind.ABOUT)
"""Pages that no navigation has: the name of the week leads home, the foot of the page to the others."""


def frame(reader: Reader) -> Frame:
    """The frame of the page on which the reader stands."""
    return Frame(
        canonical=canonical(reader, reader.here),
        alternates=tuple(_alternate(reader, language) for language in reader.site.week.languages),
        # From equally deep pages of a kind the ways to the main pages are the same.
        navigation=reader.site.once(
            ("navigation", reader.language, reader.here.kind, reader.here.to_root), lambda: _navigation(reader)
        ),
        banners=_banners(reader),
        picture=link_picture(reader),
        accent=accent_path(reader.site),
        policy=SEARCH_POLICY if reader.here.kind is Kind.SEARCH else SECURITY_POLICY,
        robots=robots(reader.site),
    )


def robots(site: Site) -> str:
    """What search engines are asked of pages that are not for everyone."""
    return "noindex, nofollow" if site.draft is not None or site.week.audience.rank > 0 else ""


def canonical(reader: Reader, address: Address) -> str | None:
    """The full public address of a page, when the week has an address: that of its folder, with a final slash.

    One address per page: the same file answers under `index.html` too, which search engines would count as another.
    """
    base = reader.site.week.address
    return None if base is None else f"{base.rstrip('/')}/{address.folder}"


def link_picture(reader: Reader) -> LinkPicture | None:
    """The picture for links, when the week has an address: who shows it asks for it from elsewhere."""
    week = reader.site.week
    if week.address is None:
        return None
    alt = f"{reader.label(week.title)}{reader.words.dot}{reader.words.days(week.days)}"
    return LinkPicture(f"{week.address.rstrip('/')}/{preview_path(reader.language)}", alt)


def _alternate(reader: Reader, language: str) -> Alternate:
    other = reader.here.in_language(language)
    return Alternate(
        language=language,
        name=own_name(language),
        href=reader.here.to(other),
        canonical=canonical(reader, other),
        here=language == reader.language,
    )


def _navigation(reader: Reader) -> tuple[NavigationEntry, ...]:
    section = _SECTION_OF.get(reader.here.kind, reader.here.kind)
    return tuple(
        NavigationEntry(menu_name(reader.words, kind), reader.to(kind), here=kind is section)
        for kind in reader.site.kinds
        if kind not in _IN_THE_FOOT
    )


def _banners(reader: Reader) -> tuple[Banner, ...]:
    return tuple(_banner(reader, notice, waits) for notice, waits in reader.site.notices)


def _banner(reader: Reader, notice: Notice, waits: bool) -> Banner:
    ends = ""
    if notice.until is not None:
        until = reader.local(notice.until.instant)
        ends = reader.words.say(
            "until %(day)s, %(time)s %(zone)s",
            day=reader.words.day_short(until.date()),
            time=reader.words.clock(until),
            zone=reader.words.zone_name(reader.site.week.zone, until),
        )
    return Banner(
        text=reader.prose(notice.text),
        begins="" if notice.begins is None else notice.begins.instant.astimezone(UTC).isoformat(),
        until="" if notice.until is None else notice.until.instant.astimezone(UTC).isoformat(),
        ends=ends,
        waits=waits,
    )
