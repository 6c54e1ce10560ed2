"""A record: one thing that can be found, with what the list of results shows of it and what it is found by."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from enum import StrEnum


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
    not take place. The thing is found by its title, its facts and, counting less and less, its `names` (what else it
    or its people are called, in every script) and its `texts`, none of which is shown.
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
    """A SHA-256, in hex, of all that an index is made of: where it did not change, the old index serves on."""
    told = json.dumps([astuple(record) for record in records], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8")).hexdigest()
