"""The rows of facts beside a page's text: what is told, and its value. A row without a value does not show."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.prose import plain
from kakehashi.site.reader import Reader
from kakehashi.week.scalars import PartialDate
from kakehashi.words import Text, words_of

Facts: TypeAlias = list[tuple[str, Markup | str]]
"""Rows of a page's margin in their order, a plain name and a value; templates leave out those without a value."""


def lines(parts: Iterable[Markup | str]) -> Markup:
    """Several values one below another; empty ones are left out, plain ones escaped.

    >>> lines(["A & B", "", Markup("<b>C</b>")])
    Markup('A &amp; B<br><b>C</b>')
    """
    return Markup("<br>").join(part for part in parts if part)


def outward(address: str) -> Markup:
    """A link out of the site, told by its host: `kpfu.ru`."""
    return Markup('<a href="{}" rel="noopener">{}</a>').format(address, site_name(address))


def site_name(address: str) -> str:
    """What a reader calls the site of an address.

    >>> site_name("https://www.kanazawa-u.ac.jp/en/")
    'kanazawa-u.ac.jp'
    """
    return (urlsplit(address).hostname or address).removeprefix("www.")


def page_address(address: str) -> str:
    """An address as a reader would type it: without protocol, `www.` and a final slash.

    >>> page_address("https://www.kanazawa-u.ac.jp/en/news/97257/")
    'kanazawa-u.ac.jp/en/news/97257'
    """
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


def told_apart(addresses: Iterable[str], *forms: Callable[[str], str]) -> dict[str, str]:
    """Each address in the first form that no other address has too, else as it is; addresses stand once.

    >>> told_apart(["https://a.example/1", "https://a.example/2", "https://b.example/"], site_name, page_address)
    {'https://a.example/1': 'a.example/1', 'https://a.example/2': 'a.example/2', 'https://b.example/': 'b.example'}
    """
    each = list(dict.fromkeys(addresses))
    found = {address: address for address in each}
    for form in reversed(forms):
        shared = Counter(map(form, each))
        found |= {address: form(address) for address in each if shared[form(address)] == 1}
    return found


def outward_each(addresses: Iterable[str]) -> list[Markup]:
    """Links out of the site, each told by its host, and by its path too where two lie at one host."""
    told = told_apart(addresses, site_name, page_address)
    return [Markup('<a href="{}" rel="noopener">{}</a>').format(address, shown) for address, shown in told.items()]


def crumbs(r: Reader, kind: Kind) -> list[tuple[str, str]]:
    """The way back to the index of a kind of page."""
    return [(r.to(kind), page_name(r.words, kind))]


def excerpt(r: Reader, text: Text, length: int) -> Markup:
    """The beginning of a long text as one line, its language marked where it is another than the page's."""
    passage = r.passage(text)
    if passage is None:
        return Markup()
    return r.in_language(passage.language, escape(words_of(passage.language).spaced(plain(passage.text, length))))


def languages(r: Reader, tags: Iterable[str]) -> str:
    """Names of languages in a row; nothing for none."""
    return r.words.listing([r.words.language_name(tag) for tag in tags])


def term(r: Reader, begins: PartialDate | None, until: PartialDate | None) -> str:
    """From when until when something holds, as far as it is known; nothing when neither is. Both ends belong to it."""
    if begins and until:
        return r.words.say(
            "%(begins)s to %(until)s", begins=r.words.partial_date(begins), until=r.words.partial_date(until)
        )
    if begins:
        return r.words.say("since %(begins)s", begins=r.words.partial_date(begins))
    return r.words.say("until %(until)s", until=r.words.partial_date(until)) if until else ""
