"""A release that is open: what its manifest names, and nothing else, is to be read."""

import errno
import gc
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.server.releasing import FIRST, WEEK, pages, publish

from kakehashi.releases.manifest import manifest_bytes, parse_manifest
from kakehashi.server import Hosting, Releases
from kakehashi.server.messages import Request
from kakehashi.server.opened import OpenRelease, Unreadable, _listed

paths = st.text(st.characters(codec="utf-8", exclude_characters="\0\n\\"), min_size=1, max_size=12)


@given(st.dictionaries(paths, st.integers(0, 2**256 - 1), max_size=40), paths)
def test_a_path_is_found_in_a_manifest_if_it_is_there(sums: dict[str, int], other: str) -> None:
    written = manifest_bytes({path: f"{digest:064x}" for path, digest in sums.items()})
    for path in {*sums, other}:
        expected = f"{sums[path]:064x}" if path in sums else None
        assert _listed(written, path.encode()) == expected


@given(st.binary(max_size=300), paths)
def test_bytes_that_are_no_manifest_name_nothing_amiss(manifest: bytes, path: str) -> None:
    found = _listed(manifest, path.encode())
    assert found is None or len(found) == 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release."""
    return publish(tmp_path, pages())


def test_a_release_tells_its_week_number_languages_and_when_it_was_made(folder: Path) -> None:
    release = OpenRelease(folder)
    assert (release.week, release.number, release.languages) == (WEEK, 1, ("ja", "en"))
    assert (FIRST.day, release.changed) == (27, "Tue, 28 Sep 2021 01:00:00 GMT")
    assert release.titles == {"ja": "茶", "en": "A week of <tea>"}


def test_every_file_has_the_digest_of_the_manifest(folder: Path) -> None:
    sums = parse_manifest((folder / "SHA256SUMS").read_bytes())
    release = OpenRelease(folder)
    assert {path: release.digest(path) for path in sums} == sums
    assert release.digest("release.json") is not None
    assert release.digest("redactions.json") is None


@pytest.mark.parametrize("path", ["", "/", ".", "..", "../1/index.html", "ja/../index.html", "ja", "ja/", "\udcff"])
def test_other_paths_have_none(folder: Path, path: str) -> None:
    assert OpenRelease(folder).digest(path) is None


def in_place_of(path: Path) -> Path:
    """Makes room for something else where a file of a release was."""
    path.parent.chmod(0o755)
    path.unlink()
    return path


def test_no_link_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    in_place_of(folder / "ja/index.html").symlink_to(tmp_path / "secret")
    folder.chmod(0o755)
    (folder / "en").rename(tmp_path / "en")
    (folder / "en").symlink_to(tmp_path / "en")
    for path in ("ja/index.html", "en/index.html"):
        with pytest.raises(Unreadable):
            OpenRelease(folder).content(path)


def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(folder: Path) -> None:
    os.mkfifo(in_place_of(folder / "ja/index.html"))
    with pytest.raises(Unreadable):
        OpenRelease(folder).content("ja/index.html")


def test_a_release_whose_folder_was_renamed_is_still_the_same(folder: Path) -> None:
    release = OpenRelease(folder)
    folder.rename(folder.with_name("elsewhere"))
    assert release.content("changes.atom") == b"<feed/>"


@pytest.mark.parametrize("record", [b"", b"[]", b"{}", b'{"week": 1}', b"\xff", b"[" * 100_000])
def test_a_folder_that_is_no_release_is_not_opened(folder: Path, record: bytes) -> None:
    folder.chmod(0o755)
    in_place_of(folder / "release.json").write_bytes(record)
    with pytest.raises(Unreadable):
        OpenRelease(folder)


@pytest.mark.parametrize("history", [b"", b"[]", b'{"gone": []}', b"\xff", b'{"gone": {"a/": 1}}'])
def test_a_history_that_cannot_be_read_is_none(tmp_path: Path, history: bytes) -> None:
    assert OpenRelease(publish(tmp_path, {**pages(), "history.json": history})).gone == {}


def test_a_release_that_nobody_uses_holds_no_file_open(folder: Path) -> None:
    handle = OpenRelease(folder)._handle
    gc.collect()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)


@pytest.mark.parametrize("seen", [True, False], ids=["of a release that is open", "of one that is not"])
def test_while_too_many_files_are_open_nothing_is_said_to_be_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seen: bool
) -> None:
    releases = Releases(Hosting(folder.parents[2]))
    page = Request("GET", f"/{WEEK}/en/", "", {})
    if seen:
        assert releases.respond(Request("GET", f"/{WEEK}/ja/", "", {})).status == 200

    def none_left(*_: object, **__: object) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    with monkeypatch.context() as crowded:
        crowded.setattr(os, "open", none_left)
        answer = releases.respond(page)
    assert (answer.status, answer.headers["retry-after"]) == (503, "10")
    assert releases.respond(page).status == 200
