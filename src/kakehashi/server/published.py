"""The weeks of a data folder, as readers see them: what `kakehashi serve` answers.

Every answer is of one release: the one that was current when the request came. Addresses that it has no longer are
answered as its history says, and files whose name says their content are found in earlier releases too, for those who
still read a page of one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kakehashi.server import notices
from kakehashi.server.accepting import endings_taken, language_taken
from kakehashi.server.conditions import host_named
from kakehashi.server.messages import Request, Response, with_header
from kakehashi.server.opened import Crowded, OpenRelease, Unreadable
from kakehashi.server.policies import Policy, is_hashed
from kakehashi.server.sending import Memory, instead, sent
from kakehashi.server.shelf import Shelf
from kakehashi.site import rerooted
from kakehashi.site.lost import LOST

MEMORY = 64 * 1024 * 1024
_INDEX = "index.html"
_LONGEST = 1_024
"""Characters: no file of a release has a longer path. A page for a longer one would have its way back in every link."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """Where and for whom releases are served.

    `data` holds them; `hosts` are the names under which they are answered, in small letters (all, if none is given);
    `framers` are the origins whose pages may hold a page below `embed/`.
    """

    data: Path
    hosts: frozenset[str] = frozenset()
    framers: tuple[str, ...] = ()


class Releases:
    """Answers from the current release of each week in a data folder.

    What a proxy adds to a request (`X-Forwarded-*`) is not read: no answer depends on it, for all links are relative.
    """

    def __init__(self, hosting: Hosting) -> None:
        self._hosts = hosting.hosts
        self._shelf = Shelf(hosting.data)
        self._memory = Memory(Policy(hosting.framers), MEMORY)
        self._own: dict[str, Callable[[Request], Response]] = {
            "/": lambda request: notices.weeks([one for one in self._weeks() if not one.withdrawn], request),
            "/healthz": lambda _: notices.told(200, "alive"),
            "/readyz": lambda _: self._readiness(),
        }

    def respond(self, request: Request) -> Response:
        """The answer to a request."""
        try:
            return self._respond(request)
        except Crowded:
            # Never 404: search engines and readers would believe it.
            return notices.told(503, "Too many are reading at this moment.", **{"retry-after": "10"})

    def _respond(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return notices.told(405, "Only GET and HEAD are answered here.", allow="GET, HEAD")
        own = self._own.get(request.path)
        # Who looks after the server asks by its number.
        if self._hosts and (own is None or request.path == "/") and not self._is_named(request):
            return notices.told(421, "This server does not answer by this name.")
        if own is not None:
            return own(request)
        slug, slash, path = request.path[1:].partition("/")
        try:
            release = self._shelf.current(slug) if len(path) <= _LONGEST else None
            if release is None:
                return notices.missing(notices.words_for(request), None)
            return self._of_release(release, path, request) if slash else _moved(f"./{slug}/", request)
        except Unreadable:
            # It was put away while we looked.
            return notices.missing(notices.words_for(request), None)

    def _is_named(self, request: Request) -> bool:
        try:
            return host_named(request.headers.get("host", "")) in self._hosts
        except ValueError:
            return False

    def _weeks(self) -> list[OpenRelease]:
        found = (self._shelf.current(slug) for slug in self._shelf.weeks())
        return [release for release in found if release is not None]

    def _readiness(self) -> Response:
        ready = any(release.holds(_INDEX) for release in self._weeks())
        return notices.told(200, "ready") if ready else notices.told(503, "There is no release that can be read.")

    def _of_release(self, release: OpenRelease, path: str, request: Request) -> Response:
        if path == "" and not release.withdrawn:
            language = language_taken(request.headers.get("accept-language", ""), release.languages)
            if language is not None:
                return _redirect(302, f"./{language}/", request, vary="accept-language")
        former = self._former(release, path, request) if release.gone else None
        if former is not None:
            return former
        name = path + _INDEX if path == "" or path.endswith("/") else path
        endings = endings_taken(request.headers.get("accept-encoding", ""))
        file = self._memory.file(release, name, endings)
        if file is None:
            return self._elsewhere(release, path, request)
        response = sent(release, file, request)
        # At the root another reader may have been sent to a language.
        return response if path else with_header(response, "vary", "accept-encoding, accept-language")

    def _elsewhere(self, release: OpenRelease, path: str, request: Request) -> Response:
        if path and not path.endswith("/") and release.digest(f"{path}/{_INDEX}"):
            return _moved(f"./{quote(path.rpartition('/')[2])}/", request)
        if is_hashed(path):
            for earlier in self._shelf.earlier(release, path):
                file = self._memory.file(earlier, path, endings_taken(request.headers.get("accept-encoding", "")))
                if file is not None:
                    return sent(earlier, file, request)
        language = path.partition("/")[0]
        if language in release.languages:
            return self._absent(release, language, 404, path, request)
        taken = language_taken(request.headers.get("accept-language", ""), release.languages)
        return self._absent(release, taken or release.languages[0], 404, path, request)

    def _former(self, release: OpenRelease, path: str, request: Request) -> Response | None:
        """What is answered at an address that earlier releases had: where its content is, or that it is no more.

        A release has pages there too, for hosts that cannot answer so.
        """
        language, _, rest = path.partition("/")
        address = f"{rest.removesuffix(_INDEX).rstrip('/')}/"
        if language not in release.languages or address not in release.gone:
            return None
        target = release.gone[address]
        if target is not None:
            return _moved(_climb(path) + quote(f"{language}/{target}"), request)
        page = self._memory.file(release, f"{language}/{address}{_INDEX}", ("",))
        if page is None or page.content is None:
            return self._absent(release, language, 410, path, request)
        # The links of the page are relative to its folder.
        standing = path.endswith(("/", _INDEX))
        return instead(page, 410, page.content) if standing else None

    def _absent(self, release: OpenRelease, language: str, status: int, path: str, request: Request) -> Response:
        for name in (f"{language}/{LOST}", LOST):
            file = self._memory.file(release, name, ("",))
            if file is not None and file.content is not None:
                return instead(file, status, rerooted(file.content, _climb(path)))
        words = notices.words_in(language, request)
        home = f"{_climb(path)}{language}/"
        return notices.removed(words, home) if status == 410 else notices.missing(words, home)


def _climb(path: str) -> str:
    """From a path below a week's root back to the root."""
    return "../" * path.count("/") or "./"


def _moved(target: str, request: Request) -> Response:
    return _redirect(301, target, request)


def _redirect(status: int, target: str, request: Request, **headers: str) -> Response:
    # Relative, so that it is right behind every proxy and below every path.
    query = quote(request.query, safe="!$&'()*+,;=:@/?%", encoding="utf-8", errors="replace")
    told = {"location": target + (f"?{query}" if query else ""), "cache-control": "no-cache", "content-length": "0"}
    return Response(status, {**told, **headers})
