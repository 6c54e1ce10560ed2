"""Pages that stand in no release: the list of weeks, and what is said where a release has no page for it."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from markupsafe import Markup, escape

from kakehashi.server.accepting import language_taken
from kakehashi.server.messages import Request, Response
from kakehashi.server.opened import OpenRelease
from kakehashi.words import Words, own_name, spoken_languages, words_of

_STYLE = (
    ":root{color-scheme:light dark}body{max-width:40rem;margin:12vh auto;padding:0 1.25rem;"
    "font:1.0625rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem;font-weight:600}li{margin:.75rem 0}"
    "a{color:LinkText}li span{display:block}"
)
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def words_for(request: Request) -> Words:
    """The words of the language that a reader likes best, of those that the program speaks; else English."""
    return words_of(language_taken(request.headers.get("accept-language", ""), spoken_languages()) or "en")


def words_in(language: str, request: Request) -> Words:
    """The words of a language of the week, or of the reader if the program does not speak it."""
    return words_of(language) if language in spoken_languages() else words_for(request)


def weeks(releases: Iterable[OpenRelease], request: Request) -> Response:
    """The list of the weeks that are served here, each by its title in the reader's language."""
    words = words_for(request)
    listed = Markup("").join(_week(release, words) for release in releases)
    if not listed:
        return notice(200, words, words.say("Nothing has been published here yet."))
    title = words.say("Exchange weeks")
    return _page(200, words, title, Markup("<h1>{}</h1><ul>{}</ul>").format(title, listed))


def _week(release: OpenRelease, words: Words) -> Markup:
    languages = release.languages
    shown = next((tag for tag in (words.language, *languages) if tag in release.titles), "")
    title = release.titles.get(shown) or release.week
    others = Markup(" · ").join(
        Markup('<a href="{}/{}/" hreflang="{}" lang="{}">{}</a>').format(release.week, tag, tag, tag, own_name(tag))
        for tag in languages
    )
    link = Markup('<a href="{}/" lang="{}">{}</a>').format(release.week, shown or words.language, title)
    return Markup("<li>{} <span>{}</span></li>").format(link, others)


def missing(words: Words, home: str | None) -> Response:
    """There is no such page; `home` is where to begin instead, relative to the address that was asked for."""
    return notice(404, words, words.say("There is no such page here."), home)


def removed(words: Words, home: str) -> Response:
    """There was such a page in an earlier release."""
    return notice(410, words, words.say("This page is no longer part of the week."), home)


def notice(status: int, words: Words, sentence: str, home: str | None = None) -> Response:
    """One sentence, and the way to the beginning."""
    link = Markup('<p><a href="{}">{}</a></p>').format(home, words.say("To the beginning")) if home else ""
    return _page(status, words, sentence, Markup("<h1>{}</h1>{}").format(sentence, link))


def _page(status: int, words: Words, title: str, body: Markup) -> Response:
    page = (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    headers = {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": _POLICY,
        "cache-control": "no-cache",
        "vary": "accept-language",
    }
    return Response(status, headers, [page.encode()])


def told(status: int, text: str, **headers: str) -> Response:
    """A word in plain text, for programs: of the server's own state, or of a request that is none."""
    kept = {"content-type": "text/plain; charset=utf-8", "cache-control": "no-store"}
    return Response(status, {**kept, **headers}, [f"{text}\n".encode()])
