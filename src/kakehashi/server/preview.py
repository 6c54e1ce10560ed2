"""A week's site rendered as it is asked for, while its folder is edited.

Nothing is built beforehand: a page is rendered when a reader asks for it, so a change costs one reading of the folder
and the pages that someone looks at. What is wrong with the folder stands on top of every page.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

from markupsafe import escape

from kakehashi.findings import Refused
from kakehashi.server.conditions import names_us
from kakehashi.server.files import below, medium_response, plain
from kakehashi.server.messages import Request, Response
from kakehashi.server.policies import content_type
from kakehashi.site import SECURITY_POLICY, Site, asset_content, file_of, index_files, media_of, search_records

_SCRIPT = """\
const { reading } = document.currentScript.dataset;
let changes = null;
function listen() {
  if (document.hidden) {
    changes?.close();
    changes = null;
  } else if (changes === null) {
    changes = new EventSource("/_preview/changes?" + new URLSearchParams({ reading }));
    changes.onmessage = () => location.reload();
  }
}
document.addEventListener("visibilitychange", listen);
listen();
"""
"""Browsers keep six connections to a host: a page that nobody sees gives up its own, and asks when it is seen again."""
_STYLE = """\
.preview-findings, .preview-warnings { font: 15px/1.5 ui-monospace, monospace; }
.preview-findings, .preview-warnings pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.preview-findings { position: relative; z-index: 2; padding: 1rem; background: #7a1020; color: #fff; }
.preview-warnings { position: fixed; z-index: 3; inset-block-end: 0; inset-inline-end: 0; box-sizing: border-box;
max-inline-size: min(60rem, 100%); max-block-size: 60vh; overflow: auto; padding: .3rem .8rem;
background: #fff3cf; color: #3b2b00; border: 1px solid currentColor; }
.preview-warnings summary { cursor: pointer; }
@media print { .preview-findings, .preview-warnings { display: none; } }
"""
_OWN = {
    "_preview/reload.js": ("text/javascript", _SCRIPT.encode()),
    "_preview/findings.css": ("text/css", _STYLE.encode()),
}
_POLICY = SECURITY_POLICY + "; connect-src 'self'"
"""That of every page, and the connection by which a preview hears of changes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reading of the folder gave: a site when the week could be built, and what was found, in words.

    `at` is the moment it began, which tells it from every other reading, of earlier runs of the preview too. `errors`
    and `warnings` are lines in `language`, and `summary` is what the warnings are together: `3 warnings`.
    """

    at: datetime
    site: Site | None
    errors: Sequence[str]
    warnings: Sequence[str]
    summary: str
    language: str


class Preview:
    """Answers from the latest `Reading`; `changed` takes the next one and reloads every open page.

    While the folder holds errors, pages are those of the last reading without, under the list of what is wrong; the
    warnings lie folded in a corner. Readers may name this machine by a number, or by `host`: nothing here is public
    yet, and a page of a stranger whose name is made to lead here is not to read it.

    A page says from which reading it is when it asks for changes, and is told at once if there is a newer one: what was
    saved while it was on its way, or while nobody saw it, is not missed.
    """

    def __init__(self, folder: Path, reading: Reading, host: str = "localhost") -> None:
        self._media = folder.resolve() / "media"
        self._host = host
        self._site = reading.site
        self._reading = reading
        self._listeners: set[asyncio.Event] = set()
        self._ended = False

    @property
    def read_at(self) -> datetime:
        """When the reading that is shown began."""
        return self._reading.at

    def changed(self, reading: Reading) -> None:
        """Takes a new reading and tells every open page."""
        self._site = reading.site or self._site
        self._reading = reading
        for listener in self._listeners:
            listener.set()

    def end(self) -> None:
        """Lets every open page go, without a word: the server waits for answers that it has begun."""
        self._ended = True
        for listener in self._listeners:
            listener.set()

    def respond(self, request: Request) -> Response:
        """The answer to a request: a page, an asset, a file of the week, or the stream that tells of changes."""
        if request.method not in ("GET", "HEAD"):
            return plain(405, "Only GET and HEAD are answered here.", allow="GET, HEAD")
        if not names_us(request.headers.get("host", ""), self._host):
            return plain(421, "Open the preview by the address that was told, not by another name.")
        return self._found(request.path.lstrip("/"), request)

    def _found(self, path: str, request: Request) -> Response:
        if path == "_preview/changes":
            return self._changes(parse_qs(request.query).get("reading", [""])[0])
        if path in _OWN:
            return _content(*_OWN[path])
        if self._site is None:
            return self._page(b"<!doctype html><html><head><title>Kakehashi</title></head><body></body></html>")
        if (asset := asset_content(path)) is not None:
            return _content(content_type(Path(path)), asset)
        if path.startswith("media/"):
            return self._medium(path.removeprefix("media/"), request)
        return self._made(path, self._site)

    def _of_index(self, path: str, site: Site) -> Response:
        """A file of a language's search index, which is made of a reading when somebody first searches it."""
        language = path.split("/")[1]
        if language not in site.week.languages:
            return plain(404, "This week has no such language.")
        try:
            index = site.once(
                ("search index", language), lambda: dict(index_files(search_records(site, language), language))
            )
        except Refused as refused:
            # The page says that the search could not be loaded; a build says why.
            return plain(503, str(refused))
        content = index.get(path)
        return plain(404, "No such file.") if content is None else _content(content_type(Path(path)), content)

    def _made(self, path: str, site: Site) -> Response:
        if path.startswith("pagefind/"):
            return self._of_index(path, site)
        made = file_of(site, path)
        if made is None:
            return plain(404, "There is no such page in this week.")
        if made.path.endswith(".html"):
            return self._page(made.content)
        return _content(content_type(Path(made.path)), made.content)

    def _medium(self, name: str, request: Request) -> Response:
        # Only files that the public week names: a preview shows what a build would.
        path = below(self._media, name)
        if path is None or self._site is None or name not in media_of(self._site.week) or not path.is_file():
            return plain(404, "No such file is named by the week.")
        return medium_response(path, request)

    def _page(self, page: bytes) -> Response:
        html = page.decode("utf-8").replace(str(escape(SECURITY_POLICY)), str(escape(_POLICY)))
        html = html.replace("</head>", f"{self._head()}</head>", 1)
        before, tag, after = html.partition("<body")
        attributes, close, rest = after.partition(">")
        inner, end, last = rest.rpartition("</body>")
        body = f"{before}{tag}{attributes}{close}{self._banner()}{inner}{self._panel()}{end}{last}"
        return _content("text/html", body.encode("utf-8"))

    def _head(self) -> str:
        return (
            '<link rel="stylesheet" href="/_preview/findings.css">'
            f'<script src="/_preview/reload.js" data-reading="{self._reading.at.isoformat()}" defer></script>'
        )

    def _banner(self) -> str:
        lines = escape("\n".join(self._reading.errors))
        lang = escape(self._reading.language)
        return f'<pre class="preview-findings" role="alert" lang="{lang}">{lines}</pre>' if lines else ""

    def _panel(self) -> str:
        lines, summary = escape("\n".join(self._reading.warnings)), escape(self._reading.summary)
        opening = f'<details class="preview-warnings" lang="{escape(self._reading.language)}">'
        return f"{opening}<summary>{summary}</summary><pre>{lines}</pre></details>" if lines else ""

    def _changes(self, reading: str) -> Response:
        headers = {"content-type": "text/event-stream", "cache-control": "no-store"}
        return Response(200, headers, self._events(reading))

    async def _events(self, reading: str) -> AsyncGenerator[bytes, None]:
        listener = asyncio.Event()
        self._listeners.add(listener)
        try:
            yield b": open\n\n"
            if reading == self._reading.at.isoformat():
                await listener.wait()
            if not self._ended:
                yield b"data: changed\n\n"
        finally:
            self._listeners.discard(listener)


def _content(kind: str, content: bytes) -> Response:
    kind = kind if "charset" in kind or not kind.startswith("text/") else f"{kind}; charset=utf-8"
    return Response(200, {"content-type": kind, "cache-control": "no-store"}, [content])
