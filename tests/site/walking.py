"""Walking through a built site: every page parsed strictly, every link followed."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from kakehashi.site import Site, media_of, site_files

SPEAKS = {
    "h1", "h2", "h3", "a", "dt", "dd", "li", "caption", "th", "option", "button", "figcaption", "title", "legend",
}  # fmt: skip
"""Elements that say something, or should not be there."""
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "video": "src", "source": "src", "track": "src"}


class BuiltSite:
    """The files of a site, with its pages as trees. A page that is no valid HTML fails here."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.files: Mapping[str, bytes] = {file.path: file.content for file in site_files(site, workers=1)}
        self.media = {f"media/{name}" for name in media_of(site.week)}
        # Pages that a host shows at any address begin their links with the path of the public one.
        self.root = urlsplit(site.week.address).path.rstrip("/") + "/" if site.week.address else None

    @cached_property
    def pages(self) -> Mapping[str, Element]:
        """Every page of the site by its path."""
        return {path: tree for path, tree in self.documents.items() if not path.startswith("news.")}

    @cached_property
    def documents(self) -> Mapping[str, Element]:
        """Every page and every piece of news by its path."""
        return {path: parsed(content) for path, content in self.files.items() if path.endswith(".html")}

    def broken_links(self) -> Iterator[str]:
        """Every internal link that leads nowhere, or to an anchor that is not there."""
        anchors = {path: {e.get("id") for e in tree.iter() if e.get("id")} for path, tree in self.documents.items()}
        for path, tree in self.documents.items():
            for target in internal_links(tree):
                found = self._where(path, target)
                fragment = unquote(urlsplit(target).fragment)
                if found not in self.files and found not in self.media:
                    yield f"{path} -> {target}"
                elif fragment and not fragment.startswith("t=") and fragment not in anchors.get(found, ()):
                    yield f"{path} -> {target} (no such anchor)"

    def _where(self, path: str, target: str) -> str:
        if self.root is not None and target.startswith(self.root):
            return where("", target.removeprefix(self.root))
        return where(path, target)


def parsed(content: bytes) -> Element:
    """The tree of a page. Raises `html5lib.html5parser.ParseError` where the page is no valid HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(content.decode("utf-8"))
    return tree


def internal_links(tree: Element) -> Iterator[str]:
    """The targets on this site that a page names."""
    for element in tree.iter():
        name = LINKS.get(str(element.tag).rpartition("}")[2])
        target = element.get(name) if name else None
        if target and not urlsplit(target).scheme and element.get("rel") not in ("canonical", "alternate"):
            yield target


def where(page: str, target: str) -> str:
    """The file to which a link on a page leads, from the week's root."""
    path = unquote(urlsplit(target).path)
    return normpath(join(page.rpartition("/")[0], path)) if path else page


def silent(tree: Element) -> Iterator[str]:
    """Elements that should say something, in words or by a picture's, and do not."""
    for element in tree.iter():
        told = "".join(element.itertext()).strip() or element.get("aria-label")
        if element.tag in SPEAKS and not told and not list(element.iter("img")):
            yield f"<{element.tag} {element.attrib}>"
