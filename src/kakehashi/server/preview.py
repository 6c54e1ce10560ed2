"""A week's site rendered as it is asked for, while its folder is edited.

Nothing is built beforehand: a page is rendered when a reader asks for it, so a change costs one reading of the folder
and the pages that someone looks at. What is wrong with the folder stands on top of every page.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from kakehashi.findings import Finding
from kakehashi.server.asgi import Receive, Request, Response, Scope, Send, serve
from kakehashi.server.conditions import names_us
from kakehashi.server.files import below, content_type, file_response, plain
from kakehashi.site import SECURITY_POLICY, Site, asset_content, media_of, page_of

_SCRIPT = b"""new EventSource("/_preview/changes").onmessage = () => location.reload();\n"""
_STYLE = b""".preview-findings { position: relative; z-index: 2; margin: 0; padding: 1rem;
background: #7a1020; color: #fff; font: 15px/1.5 ui-monospace, monospace; white-space: pre-wrap;
overflow-wrap: anywhere; }\n"""
_OWN = {"_preview/reload.js": ("text/javascript", _SCRIPT), "_preview/findings.css": ("text/css", _STYLE)}
_POLICY = SECURITY_POLICY + "; connect-src 'self'"
"""That of every page, and the connection by which a preview hears of changes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reading of the folder gave: a site when the week could be built, and what was found."""

    site: Site | None
    findings: tuple[Finding, ...]


class Preview:
    """An ASGI application over the latest `Reading`; `changed` takes the next one and reloads every open page.

    While the folder holds errors, pages are those of the last reading without, under the list of what is wrong.
    `told` makes a finding's line in the language of the person who edits. Readers may name this machine by a number, or
    by `host`: nothing here is public yet.
    """

    def __init__(self, folder: Path, reading: Reading, told: Callable[[Finding], str], host: str = "localhost") -> None:
        self._media = folder.resolve() / "media"
        self._told = told
        self._host = host
        self._site = reading.site
        self._findings = reading.findings
        self._listeners: set[asyncio.Event] = set()

    def changed(self, reading: Reading) -> None:
        """Takes a new reading and tells every open page."""
        self._site = reading.site or self._site
        self._findings = reading.findings
        for listener in self._listeners:
            listener.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await serve(self.respond, scope, receive, send)

    def respond(self, request: Request) -> Response:
        """The answer to a request: a page, an asset, a file of the week, or the stream that tells of changes."""
        if request.method not in ("GET", "HEAD"):
            return plain(405, "Only GET and HEAD are answered here.", allow="GET, HEAD")
        if not names_us(request.headers.get("host", ""), self._host):
            return plain(421, "Open the preview by the address that was told, not by another name.")
        return self._found(request.path.lstrip("/"), request)

    def _found(self, path: str, request: Request) -> Response:
        if path == "_preview/changes":
            return self._changes()
        if path in _OWN:
            return _content(*_OWN[path])
        if self._site is None:
            return self._page(b"<!doctype html><html><head></head><body></body></html>")
        if path.startswith("assets/"):
            found = asset_content(path)
            return plain(404, "No such file.") if found is None else _content(content_type(Path(path)), found)
        if path.startswith("media/"):
            return self._medium(path.removeprefix("media/"), request)
        page = page_of(self._site, path)
        return plain(404, "There is no such page in this week.") if page is None else self._page(page)

    def _medium(self, name: str, request: Request) -> Response:
        # Only files that the public week names: a preview shows what a build would.
        path = below(self._media, name)
        if path is None or self._site is None or name not in media_of(self._site.week) or not path.is_file():
            return plain(404, "No such file is named by the week.")
        return file_response(path, request)

    def _page(self, page: bytes) -> Response:
        lines = "\n".join(self._told(finding) for finding in self._findings)
        banner = f'<pre class="preview-findings" role="alert">{escape(lines)}</pre>' if lines else ""
        head = '<link rel="stylesheet" href="/_preview/findings.css"><script src="/_preview/reload.js" defer></script>'
        html = page.decode("utf-8").replace(str(escape(SECURITY_POLICY)), str(escape(_POLICY)))
        html = html.replace("</head>", f"{head}</head>", 1)
        before, tag, after = html.partition("<body")
        attributes, close, rest = after.partition(">")
        return _content("text/html", (before + tag + attributes + close + banner + rest).encode("utf-8"))

    def _changes(self) -> Response:
        headers = {"content-type": "text/event-stream", "cache-control": "no-store"}
        return Response(200, headers, self._events())

    async def _events(self) -> AsyncIterator[bytes]:
        listener = asyncio.Event()
        self._listeners.add(listener)
        try:
            yield b": open\n\n"
            await listener.wait()
            yield b"data: changed\n\n"
        finally:
            self._listeners.discard(listener)


def _content(kind: str, content: bytes) -> Response:
    kind = kind if "charset" in kind or not kind.startswith("text/") else f"{kind}; charset=utf-8"
    return Response(200, {"content-type": kind, "cache-control": "no-store"}, [content])
