"""The index: the same records give the same bytes, and what stands in the way is told."""

import gzip
import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.reading import a_site
from tests.site.walking import BuiltSite

from kakehashi.findings import Refused
from kakehashi.site.search import Group, Record, index_files, search_files, search_records
from kakehashi.site.search.packing import packs, width
from kakehashi.site.search.program import Document, indexed

SHOWN = [Record(f"../items/{number}/", Group.ITEMS, f"Talk {number}", names=("Ada",)) for number in range(700)]


def test_equal_records_give_equal_bytes(built_sample: BuiltSite) -> None:
    records = search_records(built_sample.site, "ja")
    assert index_files(records, "ja") == index_files(list(records), "ja")


def test_each_language_has_its_own_below_its_own_folder() -> None:
    site = a_site()
    files = tuple(search_files(site, workers=2))
    assert files == (*index_files(search_records(site, "ja"), "ja"), *index_files(search_records(site, "en"), "en"))
    assert {file.path.split("/")[1] for file in files} == {"ja", "en"}


def test_it_holds_what_the_page_loads_with_its_licence_and_nothing_else(built_sample: BuiltSite) -> None:
    files = index_files(search_records(built_sample.site, "ru"), "ru")
    names = {file.path.removeprefix("pagefind/ru/").split("/")[0] for file in files}
    (meta,) = (name for name in names if name.endswith(".pf_meta"))
    loaded = {
        "LICENSE.txt",
        "pagefind.js",
        "pagefind-entry.json",
        "search.json",
        "wasm.unknown.pagefind",
        "index",
        "pack",
    }
    assert names == loaded | {meta}


def test_its_compressed_files_hold_no_time(built_sample: BuiltSite) -> None:
    # RFC 1952, 2.3.1: bytes 4 to 7.
    files = index_files(search_records(built_sample.site, "en"), "en")
    packed = [file.content for file in files if file.path.endswith((".pf_meta", ".pf_index"))]
    assert packed and {content[4:8] for content in packed} == {b"\0\0\0\0"}
    assert all(gzip.decompress(content).startswith(b"pagefind_dcd") for content in packed)


def test_the_entry_file_names_its_keys_in_order() -> None:
    (entry,) = (f.content for f in index_files(search_records(a_site(), "en"), "en") if "entry" in f.path)
    assert list(json.loads(entry)) == sorted(json.loads(entry))


def test_the_mark_of_an_index_changes_with_it() -> None:
    def mark(records: list[Record]) -> str:
        (entry,) = (file.content for file in index_files(records, "en") if file.path.endswith("search.json"))
        return str(json.loads(entry)["mark"])

    assert mark(SHOWN[:2]) != mark(SHOWN[:3])


def test_a_week_without_anything_to_find_has_an_index() -> None:
    assert index_files([], "en")


@given(st.integers(0, 700))
def test_every_record_lies_in_the_pack_that_its_identity_names(number: int) -> None:
    identified = {f"und_{place * 2654435761 % 2**28:07x}": record for place, record in enumerate(SHOWN[:number])}
    files = {path: json.loads(content) for path, content in packs(identified).items()}
    digits = width(len(identified))
    for identity, record in identified.items():
        shown = files[f"pack/{identity.removeprefix('und_')[:digits] or 'all'}.json"][identity]
        assert shown == {"href": record.href, "group": "items", "title": record.title}


def a_program(folder: Path, script: str) -> Path:
    """A program in the place of Pagefind's."""
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def refusal(program: Path | None) -> tuple[str, str]:
    """The code and the reason with which a program is refused."""
    with pytest.raises(Refused) as refused:
        indexed([Document("../", "<html></html>")] * 3000, program)
    (finding,) = refused.value.findings
    return finding.code, str(finding.values.get("reason", ""))


def test_without_the_program_it_is_refused(tmp_path: Path) -> None:
    assert refusal(None) == ("search.no-program", "")
    assert refusal(tmp_path / "pagefind") == ("search.program-failed", "No such file or directory")


def test_a_program_that_breaks_off_is_refused(tmp_path: Path) -> None:
    assert refusal(a_program(tmp_path, "exit 3")) == ("search.program-failed", "exit 3")


def test_a_program_that_says_no_is_refused_with_what_it_says(tmp_path: Path) -> None:
    # {"message_id": 0, "payload": {"type": "Error", "message": "no room"}}, in base 64
    answer = "eyJtZXNzYWdlX2lkIjogMCwgInBheWxvYWQiOiB7InR5cGUiOiAiRXJyb3IiLCAibWVzc2FnZSI6ICJubyByb29tIn19"
    assert refusal(a_program(tmp_path, f"printf {answer},")) == ("search.program-failed", "no room")
