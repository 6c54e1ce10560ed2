"""Which headers a file of a release is sent with, by its path: type, how long it is kept, who may frame and read it."""

import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from kakehashi.site.frame import SEARCH_POLICY, SECURITY_POLICY

SANDBOX = (
    "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; font-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'"
)
"""For a document that somebody else made: it may look as it likes, and has no script and no part in our origin."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

_ACTIVE = re.compile(r"text/html|(text|application)/xml|[a-z]+/[a-z0-9.-]+\+xml")
"""Types of files in which a browser runs scripts."""
_TYPES = {
    ".vtt": "text/vtt",
    ".webm": "video/webm",
    ".woff2": "font/woff2",
    ".js": "text/javascript",
    ".ics": "text/calendar",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".pem": "application/x-pem-file",
    ".sig": "application/octet-stream",
    ".gz": "application/gzip",
    ".br": "application/octet-stream",
}
_TEXTS = ("application/json", "application/xml", "application/atom+xml", "image/svg+xml")
_HASHED = re.compile(
    r"assets/(?:[^/]+/)*[^/]+\.[0-9a-f]{10}(?:\.[a-z0-9]+)+"
    r"|pagefind/[^/]+/(?:index/[a-z0-9-]+|pagefind\.[^/]+)_[0-9a-z]+\.pf_(?:index|meta)"
)
"""Files whose name changes with their content: ours, and those of a search index (not the few that lead to it)."""
_DATA = (".json", ".ics", ".atom", ".xml")
_SEARCH = re.compile(r"[^/]+/search/index\.html")


def is_hashed(path: str) -> bool:
    """Whether a file's name says its content, so that the same name is the same file for ever.

    >>> names = ("assets/site.0123456789.js", "pagefind/ja/index/und_1f2e3d4.pf_index", "ja/index.html")
    >>> [is_hashed(name) for name in names]
    [True, True, False]
    """
    return _HASHED.fullmatch(path) is not None


def content_type(path: PurePath) -> str:
    """The media type of a file by its name, with the charset of texts."""
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    texts = kind.startswith("text/") or kind in _TEXTS
    return f"{kind}; charset=utf-8" if texts else kind


def is_active(kind: str) -> bool:
    """Whether a browser runs what stands in a document of this media type."""
    return _ACTIVE.match(kind) is not None


@dataclass(frozen=True, slots=True)
class Policy:
    """How the files of releases are sent. `framers` are the origins whose pages may hold a page below `embed/`."""

    framers: tuple[str, ...] = ()

    def headers(self, path: str) -> Mapping[str, str]:
        """The headers of the file at a path below a week's root, those of its content apart (length, tag, coding)."""
        kind = content_type(PurePosixPath(path))
        headers = {
            "content-type": kind,
            "content-security-policy": self._security(path, kind),
            "cache-control": FOR_EVER if is_hashed(path) else ASK_AGAIN,
            "accept-ranges": "bytes",
        }
        if path.endswith(_DATA):
            headers["access-control-allow-origin"] = "*"
        return headers

    def _security(self, path: str, kind: str) -> str:
        """A page of ours says the same in itself but for the framers, which only a header may say (CSP 3, 3.3)."""
        if is_active(kind) and (path.startswith("media/") or not kind.startswith("text/html")):
            return f"{SANDBOX}; frame-ancestors 'none'"
        framers = " ".join(("'self'", *self.framers)) if path.startswith("embed/") else "'none'"
        return f"{_page_policy(path)}; frame-ancestors {framers}"


def _page_policy(path: str) -> str:
    return SECURITY_POLICY if _SEARCH.fullmatch(path) is None else SEARCH_POLICY
