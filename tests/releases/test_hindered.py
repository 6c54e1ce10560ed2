"""A disk that is full, a folder that cannot be written: a clear refusal, and the release before stands."""

import os
import random
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.releases.making import SITE, files_in, released, site_with

from kakehashi.findings import Finding, Refused
from kakehashi.releases import Store, verify_store

NOBODY = 65_534
"""The user who owns nothing (LSB, 23.2)."""
NO_DISK = "only root can make a small disk to fill"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    if os.geteuid() != 0:
        (pytest.fail if os.environ.get("KAKEHASHI_REQUIRE_ALL") else pytest.skip)(NO_DISK)
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)], check=True)
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def refusal(store: Store, site: dict[str, bytes]) -> Finding:
    """Why a release was refused."""
    with pytest.raises(Refused) as refused:
        released(store, site)
    (finding,) = refused.value.findings
    return finding


def test_a_full_disk_is_told_and_the_release_before_stands(small_disk: Path) -> None:
    store = Store(small_disk / "tea-week")
    first = released(store)
    noise = random.Random(1).randbytes(2_000_000)
    for size in (2_000_000, 500_000):
        finding = refusal(store, {**SITE, "media/film.mp4": noise[:size]})
        assert (finding.code, finding.values["reason"]) == ("release.disk", "No space left on device")
        assert sorted(path.name for path in store.folder.iterdir()) == [".lock", "1", "current"]
        assert (store.current, verify_store(store.folder, None).verifies) == (first, True)
    assert released(store, site_with(ja__index_html=b"short")).number == 2


def test_a_disk_that_fills_up_at_any_file_does_no_harm(small_disk: Path) -> None:
    store = Store(small_disk / "tea-week")
    released(store)
    ballast = small_disk / "ballast"
    numbers = []
    for left in range(0, 24):
        with ballast.open("wb") as file:
            state = os.statvfs(small_disk)
            os.posix_fallocate(file.fileno(), 0, max(1, (state.f_bavail - left) * state.f_bsize))
        try:
            numbers.append(released(store, site_with(ja__index_html=b"<p>%d" % left * 3_000)).number)
        except Refused as refused:
            assert [finding.code for finding in refused.findings] == ["release.disk"]
        ballast.unlink()
        assert verify_store(store.folder, None).verifies
        assert not [path.name for path in store.folder.iterdir() if path.name.startswith((".aside", ".current"))]
    assert numbers == list(range(2, 2 + len(numbers)))
    assert 0 < len(numbers) < 24


def test_a_disk_that_has_become_read_only_is_told(small_disk: Path) -> None:
    store = Store(small_disk / "tea-week")
    first = released(store)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    finding = refusal(store, dict(SITE))
    assert (finding.code, finding.values["reason"]) == ("release.disk", "Read-only file system")
    assert (store.current, verify_store(store.folder, None).verifies) == (first, True)


def test_a_folder_that_may_not_be_written_is_told() -> None:
    # Not below pytest's own folder, which nobody but its owner may enter.
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        store = Store(Path(name) / "tea-week")
        released(store)
        store.folder.chmod(0o555)
        finding = without_the_rights_of_root(lambda: refusal(store, dict(SITE)))
        store.folder.chmod(0o755)
    assert (finding.code, finding.values["reason"]) == ("release.disk", "Permission denied")


def without_the_rights_of_root(act: Callable[[], Finding]) -> Finding:
    """What comes of an act: root may write everywhere, and so becomes nobody for as long."""
    if os.geteuid() != 0:
        return act()
    os.seteuid(NOBODY)
    try:
        return act()
    finally:
        os.seteuid(0)


def test_a_file_that_the_system_will_not_let_grow_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "tea-week")
    first = released(store)
    before = files_in(first.folder)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        finding = refusal(store, {**SITE, "media/film.mp4": bytes(200_000)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert (finding.code, finding.values["reason"]) == ("release.disk", "File too large")
    assert (files_in(first.folder), store.current) == (before, first)
