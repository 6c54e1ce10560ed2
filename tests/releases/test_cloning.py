"""The predecessor's files are linked while other work goes on, and copied where a disk has no links to give."""

import ctypes
import errno
import os
from pathlib import Path
from typing import Any

import pytest
from tests.releases.making import KEY, OTHER_KEY, SITE, files_in, released, site_with

from kakehashi.findings import Refused
from kakehashi.releases import KeyChange, Store, verify_release
from kakehashi.releases.background import Cloning
from kakehashi.releases.cloning import clone
from kakehashi.releases.disk import sync_all


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with one release."""
    store = Store(tmp_path / "tea-week")
    released(store)
    return store


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An empty folder."""
    (tmp_path / "target").mkdir()
    return tmp_path / "target"


def refuse_links(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """From now on, the disk gives no links, for a reason."""

    def link(*arguments: Any, **named: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", link)


def test_every_listed_file_is_linked_and_its_size_told(store: Store, target: Path) -> None:
    source = store.folder / "1"
    (source / "unlisted").write_text("no file of the release")
    sizes = clone(str(source), str(target))
    paths = [line[66:] for line in (source / "SHA256SUMS").read_text("utf-8").splitlines()]
    assert sizes == [(source / path).stat().st_size for path in paths]
    assert sorted(files_in(target)) == sorted(paths)
    assert all((source / path).samefile(target / path) for path in paths)


def test_what_is_there_already_stays_and_what_the_source_lacks_is_told(store: Store, target: Path) -> None:
    source = store.folder / "1"
    (target / "ja").mkdir()
    (target / "ja" / "index.html").write_text("new")
    (source / "week.json").unlink()
    assert clone(str(source), str(target)).count(-1) == 1
    assert (target / "ja" / "index.html").read_text() == "new"
    assert not (target / "week.json").exists()


@pytest.mark.parametrize("number", [errno.EMLINK, errno.EPERM, errno.EXDEV])
def test_without_links_files_are_copied(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_links(monkeypatch, number)
    source = store.folder / "1"
    clone(str(source), str(target))
    assert (target / "week.json").read_bytes() == SITE["week.json"]
    assert (target / "week.json").stat().st_mode & 0o777 == 0o444
    assert not (target / "week.json").samefile(source / "week.json")


def test_a_copy_that_fails_leaves_no_half_file(store: Store, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    refuse_links(monkeypatch, errno.EMLINK)
    monkeypatch.setattr(os, "fchmod", full)
    with pytest.raises(OSError, match="No space"):
        clone(str(store.folder / "1"), str(target))
    assert files_in(target) == {}


def test_another_reason_for_which_a_file_cannot_be_linked_is_told(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_links(monkeypatch, errno.EIO)
    with pytest.raises(OSError, match="Input/output error"):
        clone(str(store.folder / "1"), str(target))


def test_where_no_process_can_be_started_the_work_is_done_here(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "")
    second = released(store, site_with(ja__index_html=b"new"))
    assert verify_release(second.folder, KEY.public.fingerprint).findings == ()


def test_a_process_that_fails_is_done_again_where_its_reason_can_be_told(store: Store, tmp_path: Path) -> None:
    cloning = Cloning(store.folder / "1", tmp_path / "nowhere", os.open(tmp_path, os.O_RDONLY))
    with pytest.raises(OSError, match="No such file") as error:
        cloning.wait()
    cloning.end()
    assert str(tmp_path / "nowhere") in str(error.value)


def test_a_process_that_was_killed_has_told_nothing_to_rely_on(store: Store, target: Path) -> None:
    lock = os.open(target, os.O_RDONLY)
    cloning = Cloning(store.folder / "1", target, lock)
    assert cloning._process is not None
    cloning._process.send_signal(19)
    cloning._process.kill()
    with pytest.raises(OSError, match="Interrupted"):
        cloning.wait()
    cloning.end()
    os.close(lock)


def test_a_release_that_cannot_become_current_is_not_there(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = store.current

    def fail(self: Path, target: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as failing, pytest.raises(Refused) as refused:
        failing.setattr(Path, "replace", fail)
        released(store)
    assert [finding.code for finding in refused.value.findings] == ["release.disk"]
    assert (store.current, sorted(path.name for path in store.folder.iterdir())) == (first, [".lock", "1", "current"])
    assert released(store).number == 2


@pytest.mark.parametrize(
    "change",
    [
        KeyChange.confirmed(OTHER_KEY, KEY.public),
        KeyChange.unconfirmed("0" * 64, OTHER_KEY.public),
        KeyChange(KEY.public.fingerprint, OTHER_KEY.public.fingerprint, bytes(64)),
    ],
)
def test_a_change_of_keys_that_does_not_fit_is_refused(store: Store, change: KeyChange) -> None:
    with pytest.raises(Refused) as refused:
        released(store, key=OTHER_KEY, change=change)
    assert [finding.code for finding in refused.value.findings] == ["release.bad-key-change"]


def test_keys_may_change_back_and_forth(store: Store) -> None:
    for old, new in ((KEY, OTHER_KEY), (OTHER_KEY, KEY), (KEY, OTHER_KEY)):
        release = released(store, key=new, change=KeyChange.confirmed(old, new.public))
    found = verify_release(release.folder, KEY.public.fingerprint).findings
    assert {finding.code for finding in found} == {"verify.key-confirmed"}


@pytest.mark.parametrize("answer", [0, -1, None])
def test_a_disk_that_could_not_take_everything_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: int | None
) -> None:
    class Library:
        def __init__(self, *arguments: object, **named: object) -> None:
            if answer is not None:
                self.syncfs = lambda descriptor: answer

    synced: list[str] = []
    monkeypatch.setattr(ctypes, "CDLL", Library)
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EIO)
    monkeypatch.setattr(os, "sync", lambda: synced.append("all"))
    if answer == -1:
        with pytest.raises(OSError, match="Input/output error"):
            sync_all(tmp_path)
    else:
        sync_all(tmp_path)
    assert synced == (["all"] if answer is None else [])
