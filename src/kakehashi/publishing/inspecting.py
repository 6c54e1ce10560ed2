"""Whether a page is sound: its HTML nests, no id stands twice, and where its links lead.

Our own templates write a strict dialect of HTML: every element is closed, attributes stand in double quotes, nothing
bare looks like a tag. A page that keeps to it is read by every parser in the same way, so it can be checked in one pass
and much faster than HTML in general is parsed.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

_TAG = re.compile(
    r"""<(?:!--.*?-->|!doctype\ html>|(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)
    (?P<attributes>(?:\s+[^\s=<>"'/]+(?:="[^"]*")?)*)\s*(?P<alone>/?)>)""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)(?:="([^"]*)")?""")
_VOID = frozenset(("area base br col embed hr img input link meta source track wbr").split())  # noqa: SIM905
_RAW = frozenset(("script", "style"))
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
    links: set[str] = set()
    faults: list[str] = []
    open_elements: list[str] = []
    folder = posixpath.dirname(path)
    for close, name, attributes, alone, fault in _tags(html):
        if fault:
            faults.append(fault)
        elif close:
            if not open_elements or open_elements.pop() != name:
                faults.append(f"</{name}> closes nothing")
        else:
            if not alone and name not in _VOID:
                open_elements.append(name)
            for key, value in _ATTRIBUTE.findall(attributes):
                if key == "id":
                    ids.append(value)
                elif key in _LINKS and (found := target(folder, unescape(value), path)) is not None:
                    links.add(found)
    faults += [f"<{name}> is not closed" for name in open_elements]
    if len(set(ids)) < len(ids):
        faults += [f'id="{one}" stands twice' for one in sorted({one for one in ids if ids.count(one) > 1})]
    return Inspected(frozenset(map(unescape, ids)), frozenset(links), tuple(faults))


def _tags(html: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Tags in their order; with a fault in the last place where something only looks like one."""
    position = html.find("<")
    while position >= 0:
        found = _TAG.match(html, position)
        if found is None:
            yield "", "", "", "", f"no tag: {html[position : position + 40]!r}"
            position = html.find("<", position + 1)
            continue
        end = found.end()
        name = found["name"]
        if name is not None:
            yield found["close"], name, found["attributes"], found["alone"], ""
            if name in _RAW and not found["close"]:
                end = html.find(f"</{name}>", end)
        position = html.find("<", end) if end >= 0 else -1


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
