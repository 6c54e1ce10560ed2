"""Whether a page is sound: its HTML nests, no id stands twice, and where its links lead.

Our own templates write a strict dialect of HTML: every element is closed, attributes stand in double quotes, nothing
bare looks like a tag. A page that keeps to it is read by every parser in the same way, so it can be checked in one pass
and much faster than HTML in general is parsed.
"""

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

_ATTRIBUTES = r"""((?:\s+[^\s=<>"'/]+(?:="[^"]*")?)*)\s*"""
_TOKEN = re.compile(
    rf"""<(?:
      /([a-zA-Z][a-zA-Z0-9-]*)>
    | (script|style){_ATTRIBUTES}>.*?</\2>
    | ([a-zA-Z][a-zA-Z0-9-]*){_ATTRIBUTES}(/?)>
    | !--.*?-->
    | !doctype\ html>
    )?""",
    re.VERBOSE | re.DOTALL,
)
"""A tag, a comment, an element whose content is no HTML; or a bare `<`, which looks like the beginning of one."""
_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)(?:="([^"]*)")?""")
_VOID = frozenset(("area base br col embed hr img input link meta source track wbr").split())  # noqa: SIM905
_LINKS = frozenset(("href", "src", "poster", "srcset"))


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a page is, to other pages: the ids one can point at, and the files that it points at itself.

    `links` are paths from the week's root, with a fragment where one is named: `ja/items/keynote/index.html#speaker`.
    `faults` say in a few words what is not well-formed, and around which characters.
    """

    ids: frozenset[str]
    links: frozenset[str]
    faults: tuple[str, ...]


def inspected(path: str, content: bytes) -> Inspected:
    """What the page at `path`, from the week's root, is to other pages."""
    html = content.decode("utf-8")
    ids: list[str] = []
    linked: set[str] = set()
    faults: list[str] = []
    within: list[str] = []
    for found in _TOKEN.finditer(html):
        close, raw, of_raw, name, attributes, alone = found.groups()
        if close:
            if not within or within.pop() != close:
                faults.append(f"</{close}> closes nothing")
        elif name and not alone and name not in _VOID:
            within.append(name)
        elif not name and not raw and found.end() - found.start() == 1:
            faults.append(f"no tag: {html[found.start() : found.start() + 40]!r}")
        if attributes or of_raw:
            for key, value in _ATTRIBUTE.findall(attributes or of_raw):
                if key == "id":
                    ids.append(unescape(value))
                elif key in _LINKS:
                    linked.add(value)
    faults += [f"<{name}> is not closed" for name in within]
    faults += [f'id="{one}" stands twice' for one, number in Counter(ids).items() if number > 1]
    folder = posixpath.dirname(path)
    targets = (target(folder, unescape(link), path) for link in linked)
    return Inspected(frozenset(ids), frozenset(link for link in targets if link is not None), tuple(faults))


def target(folder: str, link: str, path: str) -> str | None:
    """The file of the week that a link in `folder` leads to, with its fragment; `None` when it leads elsewhere.

    >>> target("ja/items/keynote", "../../people/index.html#ada", "ja/items/keynote/index.html")
    'ja/people/index.html#ada'
    >>> target("ja", "https://example.org/", "ja/index.html") is None
    True
    """
    if link.startswith("#"):
        return f"{path}#{unquote(link[1:])}" if len(link) > 1 else None
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("/"):
        return None
    way = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if parts.path.endswith("/") or parts.path == "":
        way = posixpath.normpath(posixpath.join(way, "index.html")) if parts.path else path
    return f"{way}#{unquote(parts.fragment)}" if parts.fragment else way
