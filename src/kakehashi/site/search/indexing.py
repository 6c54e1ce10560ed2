"""The index of one language: documents of tokens for Pagefind, and what of its files is published.

Pagefind keeps tokens and weighs how well they fit; what is a token is settled by `folding`, and what a result shows
lies in the `packs`. Of its files, its pages of results (`fragment`), its user interfaces and its worker are left out.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from importlib.resources import files
from itertools import chain
from typing import Any

from kakehashi.site.files import SiteFile
from kakehashi.site.search.folding import RULES, tokens
from kakehashi.site.search.packing import packs, width
from kakehashi.site.search.program import Document, found_program, indexed
from kakehashi.site.search.record import Record
from kakehashi.site.search.records import search_records
from kakehashi.site.site import Site

ROOT = "pagefind/"
"""Where the indexes lie, from the week's root: `pagefind/ja/`."""
_KEPT = re.compile(r"pagefind\.js|wasm\.unknown\.pagefind|pagefind\.[^/]*\.pf_meta|index/[^/]*\.pf_index")
_ENTRY = "pagefind-entry.json"
_FRAGMENT = re.compile(r"fragment/(.*)\.pf_fragment")
_SIGNATURE = b"pagefind_dcd"
"""Stands before the content of every compressed file of Pagefind."""


def index_files(records: Sequence[Record], language: str) -> tuple[SiteFile, ...]:
    """The files of a language's index, by path. Equal records give equal bytes.

    Runs Pagefind's program. Raises `Refused` where it is missing or fails.
    """
    by_href = {record.href: record for record in records}
    made = indexed((Document(href, _html(record)) for href, record in by_href.items()), found_program())
    shown = {
        found[1]: by_href[_content(packed)["url"]]
        for path, packed in made.items()
        if (found := _FRAGMENT.fullmatch(path))
    }
    kept = {path: content for path, content in made.items() if _KEPT.fullmatch(path)}
    kept[_ENTRY] = _canonical(made[_ENTRY])
    kept |= packs(shown)
    kept["search.json"] = _entry(kept, len(shown))
    kept["LICENSE.txt"] = (files("kakehashi.site.search") / "pagefind-licence.txt").read_bytes()
    return tuple(SiteFile(f"{ROOT}{language}/{path}", kept[path]) for path in sorted(kept))


def _html(record: Record) -> str:
    """A record as a document of tokens; Pagefind counts words by the weight of the element that they stand in."""
    weighed = ((8, (record.title,)), (4, record.names), (2, record.facts), (1, record.texts))
    parts = "".join(f'<p data-pagefind-weight="{weight}">{_written(texts)}</p>' for weight, texts in weighed if texts)
    return f"<html><body><main data-pagefind-body>{parts}</main></body></html>"


def _written(texts: Iterable[str]) -> str:
    # Pagefind puts a full stop behind the last word of an element, unless it has one: it would be part of that word.
    return " ".join((*(_tokens(text) for text in texts), "."))


# The names of institutions, rooms and symposia stand in hundreds of records.
@lru_cache(maxsize=8192)
def _tokens(text: str) -> str:
    """The tokens of a text in a row: letters and figures, which need no escaping."""
    return " ".join(tokens(text))


def _content(packed: bytes) -> Any:
    return json.loads(gzip.decompress(packed).removeprefix(_SIGNATURE))


def _canonical(entry: bytes) -> bytes:
    """Pagefind's entry file with its keys in order, which it writes in a random one."""
    return json.dumps(json.loads(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _entry(made: Mapping[str, bytes], number: int) -> bytes:
    """What the search page reads first: a mark of this index, how its packs are named, and the rules of folding."""
    mark = hashlib.sha256(b"".join(hashlib.sha256(made[path]).digest() for path in sorted(made))).hexdigest()[:10]
    told = {"mark": mark, "digits": width(number), "records": number, "rules": RULES}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def search_files(site: Site, *, workers: int) -> Iterator[SiteFile]:
    """The files of the indexes of all languages of a site, in order. Raises `Refused` as `index_files` does."""
    with ThreadPoolExecutor(max(1, workers)) as pool:
        # Pagefind's program runs beside this one.
        yield from chain.from_iterable(pool.map(partial(_index_of, site), site.week.languages))


def _index_of(site: Site, language: str) -> tuple[SiteFile, ...]:
    return index_files(search_records(site, language), language)
