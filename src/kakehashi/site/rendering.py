"""From an address to the bytes of its page.

The one module that knows Jinja: templates are given values and a few functions (`GLOBALS`), decide nothing about a
week, and have an environment per language, which carries that language's sentences.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from kakehashi.caching import keep, kept
from kakehashi.site.addresses import Address, Kind
from kakehashi.site.frame import frame
from kakehashi.site.pages import VIEWS
from kakehashi.site.pages.page import given
from kakehashi.site.pages.people import person_row
from kakehashi.site.reader import Reader
from kakehashi.site.shown import entries, facts, marks, notes, people, remarks, times, zones
from kakehashi.site.site import Site
from kakehashi.words import own_name, words_of
from kakehashi.words.languages import direction


def lasting(r: Reader, kind: str, slug: str, macro: Callable[[str], Markup]) -> Markup:
    """What a macro makes of a part of the week for the pages of a kind in a language, kept from release to release."""
    return r.site.lasting((kind, r.language, slug), lambda: macro(slug))


def lasting_entry(r: Reader, one: entries.Listed, way: str, macro: Callable[[entries.EntryShown], Markup]) -> Markup:
    """What a macro makes of an entry in a list or a grid, kept from release to release: the longest pages consist of
    them. `way` tells the macros of a kind of page apart.
    """
    key = ("entry", r.here.kind.name, r.language, way, one.key)
    return r.site.lasting(key, lambda: macro(entries.entry_shown(r, one)))


GLOBALS: Mapping[str, Any] = {
    "Kind": Kind,
    "clock_sample": zones.clock_sample,
    "comb": times.comb,
    "day_key": notes.day_key,
    "day_of": times.day_of,
    "days_named": zones.days_named,
    "direction": direction,
    "excerpt": facts.excerpt,
    "fields": notes.fields,
    "host_city": times.host_city,
    "caution": remarks.caution,
    "caveats": remarks.caveats,
    "kind_and_people": entries.kind_and_people,
    "lasting": lasting,
    "lasting_entry": lasting_entry,
    "licence": notes.licence,
    "local_spans": times.local_spans,
    "mark": marks.mark,
    "moment": times.moment,
    "other_scripts": people.other_scripts,
    "own_name": own_name,
    "person_row": person_row,
    "remarks": remarks.remarks,
    "shape": marks.shape,
    "signet": marks.SIGNET,
    "span": times.span,
    "tags": marks.tags,
    "time": times.time,
    "time_caption": notes.time_caption,
    "zone_city": times.zone_city,
    "zone_full": times.zone_full,
    "zone_options": zones.zone_options,
    "zone_short": times.zone_short,
}
"""What every template may call beside its own context."""

TEMPLATES: Mapping[Kind, str] = {kind: f"pages/{kind.name.lower()}.html" for kind in Kind}


class _Compiled(BytecodeCache):
    """Templates as compiled once: the code is the same in every language, and compiling is what takes time."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        # This module decides how templates are compiled, with Jinja, and beside it they are kept.
        self._made_by = Path(__file__).read_bytes() + version("jinja2").encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a bucket with what was kept for its template."""
        if bucket.key not in self._kept:
            found = kept(Path(__file__).with_name(bucket.key), self._way(bucket))
            if found is None:
                return
            self._kept[bucket.key] = found
        bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        self._kept[bucket.key] = code = bucket.bytecode_to_string()
        keep(Path(__file__).with_name(bucket.key), self._way(bucket), code)

    def _way(self, bucket: Bucket) -> bytes:
        return self._made_by + bucket.checksum.encode()


_COMPILED = _Compiled()


@cache
def environment(language: str) -> Environment:
    """The templates as a reader of `language` sees them: escaped by default, undefined names refused."""
    made = Environment(
        loader=PackageLoader("kakehashi.site"),
        autoescape=True,
        # A misspelt name is our mistake, and must never be an empty place on a page.
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    install: Callable[..., None] = made.install_gettext_translations  # type: ignore[attr-defined]
    install(words_of(language).translations, newstyle=True)
    made.policies["ext.i18n.trimmed"] = True
    made.globals |= GLOBALS
    return made


def prepare(languages: Iterable[str]) -> None:
    """Compiles every template, so that processes that start from this one find them ready."""
    for language in languages:
        for name in TEMPLATES.values():
            environment(language).get_template(name)


# Controls and noncharacters, which no HTML may hold (WHATWG HTML, 13.2.3.5) but a text pasted from elsewhere does.
_NEVER_IN_HTML = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def render(site: Site, address: Address) -> bytes:
    """The HTML of one page, in UTF-8."""
    reader = Reader(site, address)
    context: dict[str, Any] = {"r": reader, "week": site.week, "frame": frame(reader)}
    context |= given(VIEWS[address.kind](reader, address.slug))
    return page_bytes(environment(address.language).get_template(TEMPLATES[address.kind]).render(context))


def page_bytes(html: str) -> bytes:
    """A page as it is sent, in UTF-8; what no HTML may hold is a space there."""
    page = html.encode("utf-8")
    return _NEVER_IN_HTML.sub(" ", html).encode("utf-8") if _suspect(page) else page


# How the characters of `_NEVER_IN_HTML` look in UTF-8 (RFC 3629): controls are single bytes or C2 with a low byte, the
# noncharacters of a plane end in BF BE or BF BF, the others begin with EF B7. Good characters may look so too.
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\f\r")
_HIGH_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_NONCHARACTER_ENDS = (b"\xbf\xbe", b"\xbf\xbf", b"\xef\xb7")


def _suspect(page: bytes) -> bool:
    """Whether a page may hold what no HTML may: searching its characters one by one costs as much as rendering it."""
    if len(page.translate(None, _CONTROLS)) != len(page) or _HIGH_CONTROL.search(page):
        return True
    return any(end in page for end in _NONCHARACTER_ENDS)
