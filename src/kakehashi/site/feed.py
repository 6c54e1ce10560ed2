"""`changes.atom`: what the releases of a week changed, as a feed (Atom, RFC 4287), in each language of the week.

Nothing in it depends on where the week lies: its ids are URNs made of the week's slug and the moment of its first
release, so that a reader who follows it through a change of domain sees no entry twice. Links need the address.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.history import Entry
from kakehashi.site.pages.changes import FEED, nothing_told, release_name
from kakehashi.site.reader import Reader
from kakehashi.site.site import Site
from kakehashi.site.told import changes_told
from kakehashi.week.organising import OrganisationRole

ENTRIES = 20
"""So many releases stand in a feed: who asks for it has seen the earlier ones, and the page has all."""

LINES = 100
"""So many changes of a release; the page has all."""

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMESPACE = UUID("0d3b8a4e-6f0e-5f3c-9a57-9b6d1f0c7e21")
# What XML 1.0 (section 2.2) has no place for, even written as a reference.
_NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def feed(site: Site, language: str) -> bytes:
    """The feed in a language of the week. The site's history has at least one release."""
    r = Reader(site, Address(language, Kind.CHANGES))
    entries = site.history.entries
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _say(root, "id", _urn(site, language))
    _say(root, "title", r.words.say("Changes: %(week)s", week=r.label(site.week.title)))
    _say(root, "updated", _instant(entries[0].instant))
    author = SubElement(root, "author")
    _say(author, "name", _author(r))
    _say(root, "generator", "Kakehashi")
    for rel, kind, path in (
        ("self", "application/atom+xml", f"{language}/{FEED}"),
        ("alternate", "text/html", r.here.folder),
    ):
        _link(root, r, rel, kind, path)
    for entry in entries[:ENTRIES]:
        root.append(_entry(r, entry))
    indent(root, " ")
    written: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _entry(r: Reader, entry: Entry) -> Element:
    element = Element("entry")
    _say(element, "id", _urn(r.site, r.language, str(entry.number)))
    _say(element, "title", release_name(r, entry))
    _say(element, "published", _instant(entry.instant))
    _say(element, "updated", _instant(entry.instant))
    _link(element, r, "alternate", "text/html", f"{r.here.folder}#release-{entry.number}")
    content = SubElement(element, "content", {"type": "xhtml"})
    told = SubElement(content, "div", {"xmlns": _XHTML})
    lines = changes_told(r.site.week, entry, r.language)
    if lines:
        listed = SubElement(told, "ul")
        for line in _shortened(r, lines):
            _say(listed, "li", line)
    else:
        _say(told, "p", nothing_told(r, entry))
    return element


def _shortened(r: Reader, lines: tuple[str, ...]) -> Iterator[str]:
    yield from lines[:LINES]
    left = len(lines) - LINES
    if left > 0:
        yield r.words.count("and %(count)s more", "and %(count)s more", left)


def _author(r: Reader) -> str:
    """Who announces the week: the first organisation that holds it, else the week itself."""
    week = r.site.week
    hosts = (one.institution for one in week.organisations if one.role is OrganisationRole.HOST)
    names = (r.label(week.institutions[host].name) for host in hosts)
    return next(filter(None, names), r.label(week.title) or week.slug)


def _urn(site: Site, *which: str) -> str:
    """A name for the feed, or an entry of it, that stays through every move of the week (RFC 9562, version 5)."""
    first = site.history.entries[-1].instant
    return uuid5(_NAMESPACE, "/".join((site.week.slug, _instant(first), *which))).urn


def _link(parent: Element, r: Reader, rel: str, kind: str, path: str) -> None:
    base = r.site.week.address
    if base is not None:
        SubElement(parent, "link", {"rel": rel, "type": kind, "href": f"{base.rstrip('/')}/{path}"})


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NEVER_IN_XML.sub(" ", text)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
