"""Captions read from a folder: as much as one may have, and from files alone."""

import os
from pathlib import Path

from tests.week.building import week

from kakehashi.folder import beginning, read_captions
from kakehashi.week.captions import MOST_BYTES, Fault


def test_no_more_is_read_than_captions_may_have(tmp_path: Path) -> None:
    (tmp_path / "film.vtt").write_bytes(b"WEBVTT\n" * MOST_BYTES)
    assert len(beginning(tmp_path / "film.vtt") or b"") == MOST_BYTES + 1


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.vtt")
    assert [beginning(tmp_path / name) for name in ("pipe.vtt", "none.vtt", ".")] == [None, None, None]


def test_each_file_that_a_recording_names_is_read_once_and_missing_ones_are_left_out() -> None:
    asked: list[str] = []
    recordings = {
        "one": {"title": {"en": "One"}, "captions": {"en": "a.vtt", "ja": "b.vtt"}},
        "two": {"title": {"en": "Two"}, "captions": {"en": "a.vtt"}},
    }

    def content(path: str) -> bytes | None:
        asked.append(path)
        return b"none" if path == "a.vtt" else None

    read = read_captions(week(recordings=recordings), content)
    assert (asked, {path: one.faults for path, one in read.items()}) == (
        ["a.vtt", "b.vtt"],
        {"a.vtt": (Fault("captions.no-header"),)},
    )
