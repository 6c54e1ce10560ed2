"""Releases are uploaded by the recipes of `deploy/`: whole in the end, and readable wherever they are interrupted."""

import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.deploy.asking import ask, files
from tests.deploy.hosts import BELOW, needed, nginx
from tests.deploy.uploading import BROKEN, RECORDS, Recipe, contents, faults, first_week, second_week, two_releases
from tests.server.releasing import publish

from kakehashi.releases import verify_release

OLD_STYLE, NEW_STYLE = "assets/style.0123456789.css", "assets/style.fedcba9876.css"


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return two_releases(tmp_path_factory.mktemp("data"))


@pytest.fixture
def recipes(tmp_path: Path) -> Mapping[str, Recipe]:
    """Uploads into a folder, by each program."""
    settings = tmp_path / "rclone.conf"
    settings.write_text("[web]\ntype = local\n", "utf-8")
    return {
        "rsync": Recipe("rsync.sh", "rsync", tmp_path, {}),
        "rclone": Recipe("rclone.sh", "rclone", tmp_path, {"RCLONE_CONFIG": str(settings)}),
    }


@pytest.fixture(params=["rsync", "rclone"])
def recipe(request: pytest.FixtureRequest, recipes: Mapping[str, Recipe]) -> Recipe:
    needed(request.param)
    return recipes[request.param]


@pytest.fixture
def place(recipe: Recipe) -> str:
    """What stands before the folder of a host."""
    return "web:" if recipe.program == "rclone" else ""


@pytest.fixture
def upload(recipe: Recipe, place: str) -> Callable[..., str]:
    """Runs the recipe for a release and a folder of the host, which there is: how it ended, or what it says."""

    def upload(release: Path, to: Path, *act: str, stop: int = 0) -> str:
        to.mkdir(exist_ok=True)
        ended = recipe.run(release, f"{place}{to}", *act, stop=stop)
        return "" if ended.returncode == 0 else f"{ended.returncode}: {ended.stderr}"

    return upload


def has(host: Path, release: Path) -> bool:
    """Whether every file of a release is there as it is."""
    return contents(release).items() <= contents(host).items()


def test_the_host_has_the_release_and_what_open_pages_may_ask_for(
    upload: Callable[..., str], releases: tuple[Path, Path], tmp_path: Path
) -> None:
    old, new = releases
    host = tmp_path / "host"
    assert upload(old, host) == ""
    assert contents(host) == contents(old)
    host.chmod(0o2775)
    assert upload(new, host) == ""
    assert has(host, new)
    assert stat.S_IMODE(host.stat().st_mode) == 0o2775
    found = contents(host)
    stays = {path for path in contents(old) if path not in contents(new)}
    gone = {"en/items/root/index.html.br", "en/items/root/index.html.gz"}
    assert gone < stays
    assert set(found) - set(contents(new)) == stays - gone


def test_a_sweep_leaves_the_release_alone_and_what_the_host_needs(
    upload: Callable[..., str], recipe: Recipe, releases: tuple[Path, Path], tmp_path: Path
) -> None:
    host = tmp_path / "host"
    assert upload(releases[0], host) == ""
    assert upload(releases[1], host) == ""
    (host / ".htaccess").write_text("", "utf-8")
    # What an interrupted upload has left.
    for left in (host / "en" / ".~tmp~", host / ".~tmp~" if recipe.program == "rsync" else host / "en" / "other"):
        left.mkdir()
        (left / "index.html").write_text("somebody who was taken out", "utf-8")
    assert upload(releases[1], host, "sweep") == ""
    (host / ".htaccess").unlink()
    assert contents(host) == contents(releases[1])
    assert verify_release(host, None).verifies


def test_wherever_an_upload_is_interrupted_readers_find_old_or_new_pages_with_all_that_they_need(
    upload: Callable[..., str], recipe: Recipe, place: str, releases: tuple[Path, Path], tmp_path: Path
) -> None:
    old, new = (contents(release) for release in releases)
    host = tmp_path / "host"
    assert upload(releases[0], host) == ""
    states = recipe.states(host, releases[1], f"{place}{host}")
    assert [(when, fault) for when, found in states.items() for fault in faults(found, old, new)] == []
    # There were states to be in between.
    assert len({tuple(sorted(found.items())) for found in states.values()}) >= 8


# In one language, and of many talks, people and institutions one each.
ALIKE = re.compile(r"(ja|ru)/.*|.*\.(br|gz)|en/(items|people|institutions)/(?!keynote|gafurov-ilshat|feb-ras)[^/]+/.*")


def test_both_programs_bring_the_files_of_a_real_week_in_the_same_order(
    recipes: Mapping[str, Recipe], released: Path, tmp_path: Path
) -> None:
    needed("rsync", "rclone")
    own = re.compile(rf"{RECORDS.pattern}|(keys|chain)/.*|{ALIKE.pattern}")
    paths = [path for path in files(released) if not own.fullmatch(path)]
    release = publish(tmp_path / "data", dict.fromkeys(paths, b""))
    steps = []
    # Calls before which all is there that pages need; that pages are; by which readers come in.
    for program, calls in (("rsync", ("3", "5", "7")), ("rclone", ("6", "7", "8"))):
        host = tmp_path / program
        host.mkdir()
        states = recipes[program].states(host, release, f"web:{host}" if program == "rclone" else host)
        steps.append([set(states[call]) for call in calls])
    assert steps[0] == steps[1]
    needs, pages, entrances = steps[0]
    assert {Path(path).parts[0] for path in needs} == {"assets", "media", "keys", "pagefind"}
    assert {"en/items/keynote/index.html", "en/about/index.html", "en/preview.png"} <= pages - needs
    assert entrances - pages >= {"index.html", "404.html", "changes.atom", "en/changes.atom", "news.en.html"}
    assert entrances - pages >= {"en/index.html", "en/timetable/2021-09-29/index.html", "embed/en/index.html"}


def test_an_interrupted_upload_goes_on_when_it_is_run_again(
    upload: Callable[..., str], releases: tuple[Path, Path], tmp_path: Path
) -> None:
    host = tmp_path / "host"
    assert upload(releases[0], host) == ""
    for stop in (5, 8):
        assert upload(releases[1], host, stop=stop) == f"{BROKEN}: "
        assert list(faults(contents(host), contents(releases[0]), contents(releases[1]))) == []
        # Readers are brought back to the release before.
        assert upload(releases[0], host) == ""
        assert has(host, releases[0])
    assert upload(releases[1], host, stop=8) == f"{BROKEN}: "
    assert upload(releases[1], host) == ""
    assert has(host, releases[1])


def test_another_week_is_not_overwritten(
    upload: Callable[..., str], releases: tuple[Path, Path], tmp_path: Path
) -> None:
    host = tmp_path / "host"
    assert upload(publish(tmp_path / "other", first_week(), week="coffee-week"), host) == ""
    there = contents(host)
    for act in ("upload", "sweep"):
        assert upload(releases[0], host, act).endswith(" has another week: coffee-week.\n")
    assert contents(host) == there


def test_nothing_is_swept_away_before_the_release_is_there(
    upload: Callable[..., str], releases: tuple[Path, Path], tmp_path: Path
) -> None:
    host = tmp_path / "host"
    assert upload(releases[0], host) == ""
    assert upload(releases[1], host, "sweep").endswith("upload it first.\n")
    assert contents(host) == contents(releases[0])


def test_a_folder_that_is_no_release_is_not_uploaded(upload: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "photographs").mkdir()
    assert upload(tmp_path / "photographs", tmp_path / "host") == f"2: {tmp_path}/photographs is no release.\n"


@pytest.fixture
def switch(tmp_path: Path) -> Recipe:
    """Uploads beside, over an ssh that leads to this machine."""
    needed("rsync")
    ssh = tmp_path / "ssh"
    ssh.write_text('#!/bin/sh\n[ "$1" = web ] && shift && exec sh -c "$*"\n', "utf-8")
    ssh.chmod(0o755)
    return Recipe("switch.sh", "rsync", tmp_path, {"RSYNC_RSH": str(ssh)})


def test_a_server_switches_in_one_step_and_keeps_the_release_before(
    switch: Recipe, releases: tuple[Path, Path], tmp_path: Path
) -> None:
    host = tmp_path / "host"
    assert switch.run(releases[0], "web", host).returncode == 0
    assert contents(host / "current") == contents(releases[0])
    assert switch.run(releases[1], "web", host, stop=1).returncode == BROKEN
    assert contents(host / "current") == contents(releases[0])
    for _ in range(2):
        assert switch.run(releases[1], "web", host).returncode == 0
        assert contents(host / "current") == contents(releases[1])
        assert contents(host / "former") == contents(releases[0])
    kept = "media/map.svg"
    assert (host / "current" / kept).samefile(host / "former" / kept)
    assert switch.run(releases[1], "web", host, "sweep").returncode == 0
    assert sorted(path.name for path in host.iterdir()) == sorted(["current", (host / "current").readlink().name])


def test_a_damaged_upload_is_not_shown(switch: Recipe, releases: tuple[Path, Path], tmp_path: Path) -> None:
    host = tmp_path / "host"
    assert switch.run(releases[0], "web", host).returncode == 0
    ssh = Path(switch.environment["RSYNC_RSH"])
    ssh.write_text(ssh.read_text("utf-8").replace("exec", f"echo more | tee -a {host}/2-*/index.html >/dev/null; exec"))
    ended = switch.run(releases[1], "web", host)
    assert (ended.returncode, "index.html: FAILED" in ended.stdout) == (1, True)
    assert contents(host / "current") == contents(releases[0])


def test_who_still_reads_the_release_before_gets_its_style(
    switch: Recipe, releases: tuple[Path, Path], web: Path
) -> None:
    root = web / "switched"
    for release in releases:
        assert switch.run(release, "web", root).returncode == 0
    with nginx(root) as address:
        answers = ask(
            f"{address}{BELOW}", [OLD_STYLE, NEW_STYLE, "pagefind/en/index/en_1111111.pf_index", "calendars/leaf.ics"]
        )
    assert [answer.status for answer in answers] == [200, 200, 200, 404]
    assert [answer.content for answer in answers[:2]] == [first_week()[OLD_STYLE], second_week()[NEW_STYLE]]
    assert all("immutable" in answer.headers["cache-control"] for answer in answers[:3])
