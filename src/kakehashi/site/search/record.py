"""A record: one thing that can be found, with what the list of results shows of it and what it is found by."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version

from kakehashi.site.search.folding import RULES


class Group(StrEnum):
    """Under which heading a result stands."""

    ITEMS = "items"
    PEOPLE = "people"
    SYMPOSIA = "symposia"
    INSTITUTIONS = "institutions"
    PROGRAMMES = "programmes"
    RECORDINGS = "recordings"
    AGREEMENTS = "agreements"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class When:
    """When an item begins: as data (ISO 8601 with the host's offset), its day and its time in words."""

    at: str
    day: str
    time: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that can be found.

    `href` leads there from the search page, without `index.html`, as search needs a server anyway. `language` is that
    of the title where it is another than the page's, else empty. `facts` stand below the title; `over` where it does
    not take place. The thing is found by its title and, counting less and less, by its `names` (what else it or its
    people are called, in every script), its facts and its `texts`; names and texts are not shown.
    """

    href: str
    group: Group
    title: str
    language: str = ""
    when: When | None = None
    facts: tuple[str, ...] = ()
    over: bool = False
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def digest(records: Iterable[Record]) -> str:
    """A SHA-256, in hex, of all that the bytes of an index follow from: where it did not change, the old one serves on.

    That is the records, the rules of folding, and Pagefind's version; what this program makes of them is its version's.
    """
    told = [RULES, version("pagefind"), [_parts(record) for record in records]]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8")).hexdigest()


def _parts(record: Record) -> tuple[object, ...]:
    """A record as plain values, in the order of its fields."""
    when = None if record.when is None else (record.when.at, record.when.day, record.when.time, record.when.planned)
    shown = (record.href, record.group, record.title, record.language, when, record.facts, record.over)
    return (*shown, record.names, record.texts)
