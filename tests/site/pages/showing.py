"""Pages of a small week as a test reads them: a tree, the words in it, the rows of its facts."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.site.reading import MOMENT, PARTS, a_site
from tests.site.walking import parsed
from tests.week.building import week

from kakehashi.site import Address, Kind, Site, site_of
from kakehashi.site.rendering import render
from kakehashi.week import Visibility, for_audience

__all__ = ["a_site", "a_staff_site", "at", "caption", "classed", "facts", "first", "page", "rows", "said"]


def a_staff_site(**parts: Any) -> Site:
    """The small week as its staff sees it."""
    return site_of(for_audience(week(**PARTS | parts), Visibility.STAFF, MOMENT))


def page(site: Site, kind: Kind, slug: str = "", language: str = "en") -> Element:
    """The main part of a page, parsed strictly, without the places where lines may break."""
    return at(parsed(render(site, Address(language, kind, slug)).replace(b"<wbr>", b"")), "main")


def at(tree: Element, anchor: str) -> Element:
    """The element with an id."""
    return next(element for element in tree.iter() if element.get("id") == anchor)


def classed(tree: Element, name: str) -> list[Element]:
    """The elements of a class."""
    return [element for element in tree.iter() if name in (element.get("class") or "").split()]


def first(tree: Element, tag: str) -> Element:
    """The first element of its kind."""
    return next(tree.iter(tag))


def said(element: Element) -> str:
    """The words in an element, on one line, with plain spaces."""
    words = " ".join(element.itertext()).replace("\N{NO-BREAK SPACE}", " ").split()
    return " ".join(words).replace(" ,", ",").replace(" :", ":").replace(" – ", "–")


def rows(table: Element) -> list[list[str]]:
    """The cells of a table's body, in words."""
    return [[said(cell) for cell in row] for row in first(table, "tbody").iter("tr")]


def facts(tree: Element) -> dict[str, str]:
    """The rows of all lists of facts, in words."""
    found: dict[str, str] = {}
    for row in (row for block in classed(tree, "facts") for row in block):
        name, value = row
        found[said(name)] = said(value)
    return found


def caption(tree: Element) -> str:
    """What the first table of a part is said to hold."""
    return said(first(tree, "caption"))
