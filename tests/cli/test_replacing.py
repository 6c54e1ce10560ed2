"""A build that is killed: at whatever moment, the next one finds the older build or the newer one, whole."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kakehashi.cli import run
from kakehashi.cli.replacing import MARKER, beside, exchange, others_in, settle
from kakehashi.cli.writing import restore, write_site
from kakehashi.findings import Refused
from kakehashi.site import SiteFile

OLDER = [SiteFile("index.html", b"older"), SiteFile("fr/index.html", b"fr")]
NEWER = [SiteFile("index.html", b"newer"), SiteFile("ja/index.html", b"ja")]

KILLED = """
import os, signal, sys
from pathlib import Path
from kakehashi.cli.writing import write_site
from kakehashi.site import SiteFile

for case in sys.argv[1:]:
    event, left = case.split()[0], int(case.split()[1])

    def hook(name, arguments):
        global left
        left -= name == event
        if name == event and left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    if (child := os.fork()) == 0:
        sys.addaudithook(hook)
        write_site([SiteFile("index.html", b"newer"), SiteFile("ja/index.html", b"ja")], {}, Path(case, "site"))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL, case
"""
"""Builds that kill themselves, as none can be stopped from outside at a moment of our choice: before its n-th act."""

MOMENTS = {
    "open 1": OLDER,  # the first page is about to be written
    "os.rename 1": OLDER,  # all is written
    "os.rename 2": OLDER,  # the older build has left its place, which is empty
    "os.rename 3": NEWER,  # the newer one stands there, without the repository
    "os.rename 4": NEWER,  # with it
    "shutil.rmtree 1": NEWER,  # the older one is about to be deleted
}


def older_build(place: Path) -> Path:
    """An older build, in which somebody keeps a repository."""
    write_site(OLDER, {}, place)
    (place / ".git").mkdir()
    (place / ".git" / "HEAD").write_bytes(b"main")
    return place


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each moment, with an older build and what a killed one has left."""
    folder = tmp_path_factory.mktemp("killed")
    for moment in MOMENTS:
        older_build(folder / moment / "site")
    subprocess.run([sys.executable, "-c", KILLED, *MOMENTS], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_one_build_whole_and_the_next_one_clears_up(killed: Path, moment: str) -> None:
    assert len(names(killed / moment)) == 2 or moment == "os.rename 2"
    settle(killed / moment / "site")
    assert content(killed / moment / "site") == whole(*MOMENTS[moment])
    assert names(killed / moment) == ["site"]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The place of an older build."""
    return older_build(tmp_path / "site")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def whole(*files: SiteFile) -> dict[str, bytes]:
    return {".git/HEAD": b"main"} | {file.path: file.content for file in files}


def left(place: Path, role: str, process: int, host: str = "") -> Path:
    """The folder of a build as a process of that number has left it."""
    ours = beside(place, role)
    host = host or ours.name.rpartition("@")[2]
    folder = ours.with_name(f".{place.name}.{role}-{process}@{host}")
    write_site(OLDER, {}, folder)
    return folder


def test_what_a_living_process_makes_is_left_to_it(place: Path) -> None:
    theirs = left(place, "aside", os.getppid())
    settle(place)
    assert (theirs / "index.html").is_file()


def test_what_another_machine_makes_on_a_shared_disk_is_left_to_it(place: Path) -> None:
    theirs = left(place, "before", os.getpid(), host="another.example")
    settle(place)
    assert (theirs / "index.html").is_file()


def test_what_bears_our_own_number_is_from_an_earlier_run_in_a_container(place: Path) -> None:
    left(place, "aside", os.getpid())
    settle(place)
    assert names(place.parent) == ["site"]


@pytest.mark.parametrize("name", [".site.aside-1@", ".site.aside-x@lab", ".site.asides", ".other.aside-1@lab", "site~"])
def test_other_folders_beside_the_place_are_not_ours_to_clear(place: Path, name: str) -> None:
    (place.parent / name).mkdir()
    settle(place)
    assert names(place.parent) == sorted(["site", name])


@pytest.mark.parametrize("name", ["[a]*", "a.b", "日本", "-x"])
def test_a_place_may_have_any_name(tmp_path: Path, name: str) -> None:
    left(tmp_path / name, "before", os.getpid())
    settle(tmp_path / name)
    assert names(tmp_path) == [name]


def test_an_empty_folder_that_took_the_place_gives_it_back(tmp_path: Path) -> None:
    place = tmp_path / "site"
    left(place, "before", os.getpid())
    place.mkdir()
    settle(place)
    assert content(place)["index.html"] == b"older"


def test_an_older_build_is_kept_while_somebody_elses_files_stand_in_its_place(tmp_path: Path) -> None:
    place = tmp_path / "site"
    before = left(place, "before", os.getpid())
    place.mkdir()
    (place / "thesis.doc").write_text("years of work")
    settle(place)
    assert (content(place), content(before)["index.html"]) == ({"thesis.doc": b"years of work"}, b"older")


def test_a_place_whose_folder_is_not_there_has_nothing_to_settle(tmp_path: Path) -> None:
    restore(tmp_path / "nowhere" / "site")
    assert names(tmp_path) == []


def test_nothing_of_somebody_else_is_found_in_a_folder_that_no_build_wrote(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    assert others_in(tmp_path) == frozenset()


def test_a_name_that_cannot_be_carried_over_leaves_the_older_build(place: Path, tmp_path: Path) -> None:
    aside = beside(place, "aside")
    aside.mkdir()
    (aside / ".git").write_text("a file where the folder has to go")
    with pytest.raises(OSError, match=r"\.git"):
        exchange(aside, place, frozenset({".git"}))
    assert content(place) == whole(*OLDER)
    assert (aside / ".git").is_file()


def test_an_interrupt_between_the_two_builds_leaves_the_older_one(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if ".aside-" in path.name:
            monkeypatch.undo()
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_site(NEWER, {}, place)
    assert content(place) == whole(*OLDER)
    assert names(place.parent) == ["site"]


def test_a_disk_that_will_not_be_settled_is_said_so(tmp_path: Path) -> None:
    place = tmp_path / "site"
    left(place, "before", os.getpid()).rename(tmp_path / "build")
    (tmp_path / beside(place, "aside").name).write_text("a file where only folders are ours")
    with pytest.raises(Refused) as refused:
        restore(place)
    assert [finding.code for finding in refused.value.findings] == ["build.disk"]


def crashing() -> Iterator[SiteFile]:
    yield NEWER[0]
    raise KeyboardInterrupt


def test_an_interrupt_while_pages_are_written_keeps_what_others_put_there(place: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_site(crashing(), {}, place)
    assert content(place) == whole(*OLDER)


def test_an_error_in_the_week_does_not_keep_the_older_build_away(tmp_path: Path) -> None:
    left(tmp_path / "site", "before", os.getpid())
    assert run(["init", str(tmp_path / "week")]) == 0
    (tmp_path / "week" / "week.yaml").write_text("titel: x\n")
    assert run(["build", str(tmp_path / "week"), "--to", str(tmp_path / "site")]) == 2
    assert content(tmp_path / "site")["index.html"] == b"older"
