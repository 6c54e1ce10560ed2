"""The folder of a week's releases: one at a time, nothing of others in it, and no rubbish."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from tests.releases.making import BEGINNING, KEY, alone, released

from kakehashi.findings import Refused
from kakehashi.releases import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in which nothing has been released."""
    return Store(tmp_path / "tea-week")


def names(store: Store) -> list[str]:
    """What lies in the folder of a store."""
    return sorted(path.name for path in store.folder.iterdir())


def test_an_empty_store_has_no_releases_and_none_is_current(store: Store) -> None:
    assert (store.releases(), store.current) == ((), None)
    assert not store.folder.exists()


def test_a_draft_that_is_given_up_leaves_nothing(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.drafting(alone) as draft:
        draft.put("ja/index.html", b"half", {})
        raise KeyboardInterrupt
    assert (names(store), store.current) == ([".lock"], None)


def test_the_predecessor_is_the_newest_release_current_or_not(store: Store) -> None:
    released(store)
    released(store)
    (store.folder / "current").unlink()
    (store.folder / "current").symlink_to("1")
    assert released(store).number == 3
    assert store.current is not None
    assert store.current.number == 3


def test_numbers_are_not_used_again_while_their_release_is_known(store: Store) -> None:
    released(store)
    released(store)
    third = released(store)
    assert third.record.predecessor is not None
    assert (third.number, third.record.predecessor.number) == (3, 2)


HOLDER = """
import sys
from pathlib import Path
from kakehashi.releases import Store
with Store(Path(sys.argv[1])).held(lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_of_two_releases_at_once_one_waits_and_says_so_once(store: Store) -> None:
    released(store)
    command = [sys.executable, "-c", HOLDER, str(store.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        told: list[str] = []
        said, numbers = Event(), []

        def wait() -> None:
            told.append("waiting")
            said.set()

        def release() -> None:
            with store.drafting(wait) as draft:
                numbers.append(
                    draft.publish(instant=BEGINNING, software="k", languages=["ja"], week="tea-week", key=KEY).number
                )

        thread = Thread(target=release)
        thread.start()
        assert said.wait(20)
        assert numbers == []
        other.stdin.close()
        thread.join(20)
    assert (numbers, told) == ([2], ["waiting"])


def test_what_killed_processes_left_is_cleared(store: Store) -> None:
    released(store)
    (store.folder / ".aside-4711@elsewhere" / "ja").mkdir(parents=True)
    (store.folder / ".aside-4711@elsewhere" / "ja" / "index.html").write_text("half")
    (store.folder / ".current-4711").symlink_to("7")
    released(store)
    assert names(store) == [".lock", "1", "2", "current"]


@pytest.mark.parametrize("name", ["notes.txt", "007", "0", "3.old", ".git", "１"])
def test_foreign_things_in_the_folder_are_told_and_left_alone(store: Store, name: str) -> None:
    released(store)
    (store.folder / name).mkdir()
    with pytest.raises(Refused) as refused:
        released(store)
    (finding,) = refused.value.findings
    assert (finding.code, finding.values["value"]) == ("release.foreign", (name,))
    assert sorted(names(store)) == sorted([".lock", "1", "current", name])


def test_a_file_where_a_release_should_be_is_foreign(store: Store) -> None:
    released(store)
    (store.folder / "2").write_text("not a release")
    with pytest.raises(Refused) as refused:
        released(store)
    assert refused.value.findings[0].code == "release.foreign"


def test_a_current_that_is_no_link_of_ours_is_foreign(store: Store) -> None:
    released(store)
    (store.folder / "current").unlink()
    (store.folder / "current").symlink_to("/etc")
    with pytest.raises(Refused) as refused:
        released(store)
    assert refused.value.findings[0].code == "release.foreign"
    with pytest.raises(Refused):
        store.current  # noqa: B018 - reading it is what is refused


def test_a_store_whose_place_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Refused) as refused:
        released(Store(tmp_path / "file"))
    assert refused.value.findings[0].code == "release.disk"


def test_whatever_the_umask_a_server_of_another_user_can_read_releases(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        release = released(Store(tmp_path / "releases" / "tea-week"))
    finally:
        os.umask(before)
    folders = (release.folder, release.folder.parent, release.folder.parent.parent)
    assert [folder.stat().st_mode & 0o777 for folder in folders] == [0o755] * 3
