"""Asking a host for many addresses at once, as crawlers do."""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import brotli  # type: ignore[import-untyped]

READERS = 4
VARIANTS = (".br", ".gz")
LINKS = ("href", "src", "poster")


def files(release: Path) -> list[str]:
    """The paths of a release's files, without those that are there for the way."""
    paths = (path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file())
    return sorted(path for path in paths if not path.endswith(VARIANTS))


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: `headers` by lower-case name, the body as it came over the wire."""

    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def content(self) -> bytes:
        """The body as a browser unpacks it."""
        coding = self.headers.get("content-encoding", "")
        unpack = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}[coding]
        return bytes(unpack(self.body))


def ask(address: str, paths: Sequence[str], **headers: str) -> list[Answer]:
    """Asks for addresses of the host that has `address` (paths relative to it), in their order."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    with ThreadPoolExecutor(READERS) as readers:
        shares = [paths[n::READERS] for n in range(READERS)]
        answers = {one.path: one for one in chain(*readers.map(lambda share: _ask(address, share, given), shares))}
    return [answers[path] for path in paths]


def _ask(address: str, paths: Sequence[str], headers: Mapping[str, str]) -> list[Answer]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    answers = []
    for path in paths:
        connection.request("GET", urlsplit(urljoin(address, path)).path, headers=dict(headers))
        came = connection.getresponse()
        named = {name.lower(): value for name, value in came.getheaders()}
        answers.append(Answer(path, came.status, named, came.read()))
    connection.close()
    return answers


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in LINKS and value]


def links(page: bytes) -> Iterator[str]:
    """Where the links, pictures, styles and scripts of a page lead on the host that has it, as they are written."""
    reader = _Links()
    reader.feed(page.decode())
    yield from (link for link in reader.found if not urlsplit(link).scheme and not link.startswith("#"))


def target(path: str, link: str) -> str:
    """The path, below the week's root, to which a link of the page at a path below it leads.

    >>> target("en/items/leaf/index.html", "../../index.html#top")
    'en/index.html'
    """
    return unquote(urlsplit(urljoin(f"/{path}", link)).path)[1:]
