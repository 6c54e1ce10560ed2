"""What readers are shown while the release of a week is withdrawn: a plain notice in every language, at every address.

It is all there is then, so it leads nowhere; with it lie only the style and the icon that it needs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kakehashi.site.addresses import Kind
from kakehashi.site.building import asset_files
from kakehashi.site.files import SiteFile
from kakehashi.site.frame import SECURITY_POLICY
from kakehashi.site.lost import LOST, Nowhere, root_of
from kakehashi.site.reader import Reader
from kakehashi.site.rendering import environment, page_bytes
from kakehashi.site.site import Site


@dataclass(frozen=True, slots=True)
class _Told:
    """What readers of one language are told."""

    reader: Reader
    title: str
    said: str


def withdrawn_files(site: Site, reason: str | None) -> Iterator[SiteFile]:
    """The files of the notice. `reason` is told as it is written, in whatever language that is."""
    yield SiteFile("index.html", _page(site, reason, "./"))
    # What hosts show at every address that is not there: all pages of the week.
    yield SiteFile(LOST, _page(site, reason, root_of(site.week) or "./"))
    yield from asset_files()


def _page(site: Site, reason: str | None, root: str) -> bytes:
    week = site.week
    readers = [Reader(site, Nowhere(tag, Kind.ABOUT, root=root)) for tag in week.languages]
    html = environment(week.host_language).get_template("withdrawn.html")
    return page_bytes(html.render(week=week, policy=SECURITY_POLICY, told=[_told(r) for r in readers], reason=reason))


def _told(r: Reader) -> _Told:
    return _Told(
        r,
        r.words.say("These pages have been withdrawn"),
        r.words.say(
            "The organisers have taken back what stood here. When there is a new programme, it will stand here."
        ),
    )
