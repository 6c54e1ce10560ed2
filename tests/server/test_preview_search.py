"""A preview can be searched: the index is made of what is shown, when somebody searches first."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from tests.server.asking import ask
from tests.site.reading import MOMENT, a_site

from kakehashi.server import Preview, Reading
from kakehashi.site.search import index_files, search_records

ENTRY = "/pagefind/en/search.json"


def reading(second: int = 0, **parts: object) -> Reading:
    """A reading of the small week, the n-th second after the first."""
    return Reading(MOMENT + timedelta(seconds=second), a_site(**parts), (), (), "", "en")


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    return Preview(tmp_path, reading())


def test_it_gives_every_file_of_the_index_that_a_build_has(preview: Preview) -> None:
    for file in index_files(search_records(a_site(), "en"), "en"):
        answer = ask(preview, f"/{file.path}")
        assert (answer.status, answer.body) == (200, file.content)


def test_a_change_is_found_as_soon_as_it_is_shown(preview: Preview) -> None:
    before = json.loads(ask(preview, ENTRY).body)["mark"]
    preview.changed(reading(1, title={"en": "Coffee week"}))
    assert json.loads(ask(preview, ENTRY).body)["mark"] != before


@pytest.mark.parametrize("path", ["/pagefind/", "/pagefind/ru/search.json", "/pagefind/en/", "/pagefind/en/other.json"])
def test_what_the_index_does_not_have_is_not_there(preview: Preview, path: str) -> None:
    assert ask(preview, path).status == 404


def test_without_the_program_the_page_is_told_that_there_is_no_index(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    assert ask(preview, ENTRY).status == 503
