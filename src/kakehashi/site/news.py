"""The week as a piece of news for somebody else's website: plain elements alone, to be pasted into its editor.

A content management system brings its own style, and often throws away classes, styles and scripts: so there are none,
and every address is whole as soon as the week has one.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.glance import Glimpse, glance
from kakehashi.site.naming import page_name
from kakehashi.site.pages.home import organisers
from kakehashi.site.prose import prose
from kakehashi.site.reader import Reader
from kakehashi.site.rendering import environment, page_bytes
from kakehashi.site.sentences import begun
from kakehashi.site.shown.remarks import caveats
from kakehashi.site.shown.times import host_zone
from kakehashi.site.site import Site
from kakehashi.words import Text, words_of
from kakehashi.words.zones import rules

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""The Content-Security-Policy of a page that loads nothing."""


class _Outside(Reader):
    """A reader of a text that will stand on another website: links are whole addresses, texts carry no help of ours."""

    def to(self, kind: Kind, slug: str = "", fragment: str = "") -> str:
        page = Address(self.language, kind, slug)
        base = self.site.week.address
        way = page.file if base is None else f"{base.rstrip('/')}/{page.folder}"
        return f"{way}#{fragment}" if fragment else way

    def text(self, text: Text) -> Markup:
        passage = self.passage(text)
        return (
            Markup()
            if passage is None
            else self.in_language(passage.language, escape(words_of(passage.language).spaced(passage.text)))
        )

    def in_language(self, language: str, markup: Markup) -> Markup:
        if language == self.language:
            return markup
        return Markup("<span{}>{}</span>").format(self.attributes(language), markup)

    def prose(self, text: Text) -> Markup:
        passage = self.passage(text)
        if passage is None:
            return Markup()
        shown = prose(words_of(passage.language).spaced(passage.text))
        if passage.language == self.language:
            return shown
        return Markup("<div{}>{}</div>").format(self.attributes(passage.language), shown)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the programme: when it is on the host's clock, what it is, who takes part, what is special about it."""

    time: str
    href: str
    title: Markup
    people: str
    marks: str


def news(site: Site, language: str) -> bytes:
    """The news in a language as a page of its own: what stands in its body is what is pasted."""
    r = _Outside(site, Address(language, Kind.HOME))
    found = glance(r)
    context = {
        "r": r,
        "week": site.week,
        "policy": POLICY,
        "home": r.to(Kind.HOME),
        "organisers": organisers(r),
        "caveats": list(caveats(r)),
        "days": [(begun(r.words.day(day)), [_line(r, entry) for entry in there]) for day, there in found.items()],
        "zone": host_zone(r),
        "whole": page_name(r.words, Kind.TIMETABLE),
    }
    return page_bytes(environment(language).get_template("news.html").render(context))


def _line(r: Reader, entry: Glimpse) -> Line:
    zone = rules(r.site.week.zone)
    return Line(
        time=r.words.span(entry.start.astimezone(zone), entry.end.astimezone(zone)),
        href=entry.href,
        title=entry.title,
        people="" if entry.closed else entry.detail.striptags(),
        marks=r.words.comma.join(Markup(tag).striptags() for tag in entry.tags.split("</span> ") if tag),
    )
