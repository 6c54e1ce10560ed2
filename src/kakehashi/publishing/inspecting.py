"""Whether a page is sound: its HTML nests, no id stands twice, and where its links lead.

Our own templates write a strict dialect of HTML: every element is closed, attributes stand in double quotes, nothing
bare looks like a tag. A page that keeps to it is read by every parser in the same way, so it can be checked in one pass
and much faster than HTML in general is parsed.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_TOKEN = re.compile(
    r"""<(?:
      /([a-zA-Z][a-zA-Z0-9-]*)>
    | (script|style)([^"<>]*(?:"[^"]*"[^"<>]*)*)>.*?</\2>
    | ([a-zA-Z][a-zA-Z0-9-]*)([^"<>]*(?:"[^"]*"[^"<>]*)*)>
    | (!--.*?-->|!doctype\ html>)
    )?""",
    re.VERBOSE | re.DOTALL,
)
"""A tag, an element whose content is no HTML, a comment; or a bare `<`, which looks like the beginning of one."""
_ATTRIBUTES = re.compile(r"""(?:\s+[^\s=<>"'/]+(?:="[^"]*")?)*\s*(/?)""")
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
    sound = True
    for close, raw, of_raw, name, attributes, other in _TOKEN.findall(html):
        if close:
            if not within or within.pop() != close:
                faults.append(f"</{close}> closes nothing")
            continue
        if other:
            continue
        said = _said(attributes or of_raw) if name or raw else _BARE
        if said is not _NOTHING:
            sound = sound and said.sound
            ids += said.ids
            linked.update(said.links)
        if name and not said.alone and name not in _VOID:
            within.append(name)
    faults += () if sound else _unsound(html)
    faults += [f"<{name}> is not closed" for name in within]
    faults += [f'id="{one}" stands twice' for one, number in Counter(ids).items() if number > 1]
    folder = posixpath.dirname(path)
    targets = (target(folder, link, path) for link in linked)
    return Inspected(frozenset(ids), frozenset(link for link in targets if link is not None), tuple(faults))


class _Said(NamedTuple):
    """What stands in a tag after its name; `alone` is an element that its own tag closes."""

    ids: tuple[str, ...]
    links: tuple[str, ...]
    alone: bool
    sound: bool


_NOTHING = _Said((), (), alone=False, sound=True)
_BARE = _Said((), (), alone=False, sound=False)


# Most tags are written alike again and again.
@lru_cache(maxsize=1 << 15)
def _said(attributes: str) -> _Said:
    found = _ATTRIBUTES.fullmatch(attributes)
    if found is None:
        return _BARE
    pairs = _ATTRIBUTE.findall(attributes)
    ids = tuple(unescape(value) for key, value in pairs if key == "id")
    links = tuple(unescape(value) for key, value in pairs if key in _LINKS)
    return _Said(ids, links, alone=bool(found[1]), sound=True) if ids or links or found[1] else _NOTHING


def _unsound(html: str) -> Iterator[str]:
    """Where something looks like a tag, or like the beginning of one, and is none."""
    for found in _TOKEN.finditer(html):
        _, raw, of_raw, name, attributes, _ = found.groups()
        if found[0] == "<" or ((name or raw) and not _said(attributes or of_raw or "").sound):
            yield f"no tag: {html[found.start() : found.start() + 40]!r}"


_PLAIN = re.compile(r"((?:\.\./)*)((?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.[a-z0-9]+)(#[A-Za-z0-9_-]+)?")
"""A link as most of ours are written: up, then down to a file, and to a place on it. To take it apart as an address in
general (RFC 3986) takes ten times as long."""


def target(folder: str, link: str, path: str) -> str | None:
    """The file of the week that a link in `folder` leads to, with its fragment; `None` when it leads elsewhere.

    >>> target("ja/items/keynote", "../../people/index.html#ada", "ja/items/keynote/index.html")
    'ja/people/index.html#ada'
    >>> target("ja", "https://example.org/", "ja/index.html") is None
    True
    """
    if link.startswith("#"):
        return f"{path}#{unquote(link[1:])}" if len(link) > 1 else None
    if plain := _PLAIN.fullmatch(link):
        up, down, fragment = plain.groups()
        above = folder.split("/") if folder else []
        if len(up) // 3 <= len(above):
            return "/".join([*above[: len(above) - len(up) // 3], down]) + (fragment or "")
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("/"):
        return None
    way = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if parts.path.endswith("/") or parts.path == "":
        way = posixpath.normpath(posixpath.join(way, "index.html")) if parts.path else path
    return f"{way}#{unquote(parts.fragment)}" if parts.fragment else way
