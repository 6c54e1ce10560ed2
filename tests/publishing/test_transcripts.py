"""Captions are files of a week from which pages are made: what they say stands on a page, and a change of it too."""

from pathlib import Path

import pytest
from tests.publishing import taking_back
from tests.publishing.taking_back import release

PAGES = {f"{tag}/recordings/cups/index.html" for tag in ("en", "ja", "ru")}
TOLD = ("about/", "changes/")
"""Pages that tell of the release itself."""


def test_other_words_in_a_file_of_captions_make_the_pages_of_its_recording_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = release(tmp_path, 1).folder
    monkeypatch.setitem(taking_back.MEDIA, "f.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nTwo sugars.\n")
    second = release(tmp_path, 2).folder
    for page in PAGES:
        assert "Tea?" in (first / page).read_text("utf-8")
        assert "Two sugars." in (second / page).read_text("utf-8")
    pages = {path.relative_to(second) for path in second.rglob("*.html")}
    anew = {str(path) for path in pages if not (second / path).samefile(first / path)}
    assert {path for path in anew if not any(told in path for told in TOLD)} == PAGES
