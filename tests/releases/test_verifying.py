"""Whatever somebody does to a release is found and named; whatever somebody puts in its place does no harm."""

import gzip
import os
import random
import shutil
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import brotli
import pytest
from tests.releases.making import KEY, OTHER_KEY, SITE, files_in, released, site_with, writable
from tools.release_vectors import first, sealed

from kakehashi.cli import run
from kakehashi.cli.terminal import Exit
from kakehashi.findings import Severity
from kakehashi.releases import KeyChange, Store, Verdict, verify_release, verify_store
from kakehashi.releases.layout import UNLISTED

FINGERPRINT = KEY.public.fingerprint
PLACES = 200


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store of three releases, which nobody touches."""
    store = Store(tmp_path_factory.mktemp("made") / "tea-week")
    for word in (b"one", b"two", b"three"):
        released(store, site_with(ja__index_html=b"<p>" + word * 1_000))
    return store.folder


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    """A store of three releases."""
    return Store(shutil.copytree(made, tmp_path / "tea-week", symlinks=True))


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    """The newest release as somebody else has it, who may write."""
    folder = shutil.copytree(made / "3", tmp_path / "copy")
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def told(verdict: Verdict) -> list[tuple[str, str]]:
    """The codes of what was found, with the paths."""
    return [(finding.code, str(finding.values.get("value", ""))) for finding in verdict.findings]


def laid_out(files: dict[str, bytes], folder: Path) -> Path:
    """Files as a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_a_release_is_whole_wherever_it_lies_and_whoever_may_write_it(store: Store, copy: Path) -> None:
    for folder in (store.folder / "3", store.folder / "current", copy):
        verdict = verify_release(folder, FINGERPRINT)
        assert (verdict.findings, verdict.verifies, verdict.known) == ((), True, True)
        assert verdict.summary.code == "verify.whole"


def test_without_a_key_it_is_consistent_and_with_a_wrong_one_it_is_not_theirs(copy: Path) -> None:
    assert verify_release(copy, None).summary.code == "verify.consistent"
    verdict = verify_release(copy, OTHER_KEY.public.fingerprint)
    assert told(verdict) == [("verify.other-key", FINGERPRINT)]
    assert verdict.summary.code == "verify.fails"


def test_a_verdict_is_no_truth_value(copy: Path) -> None:
    with pytest.raises(TypeError, match="verdict"):
        bool(verify_release(copy, None))


def test_one_bit_changed_anywhere_is_found_and_its_file_named(copy: Path) -> None:
    randomly = random.Random(2021)
    paths = sorted(path for path in copy.rglob("*") if path.is_file())
    for turn in range(PLACES):
        # Every file in turn, so that short ones have theirs too.
        path = paths[turn % len(paths)]
        content = path.read_bytes()
        at, bit = randomly.randrange(len(content)), randomly.randrange(8)
        path.write_bytes(content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :])
        verdict = verify_release(copy, FINGERPRINT)
        name = path.relative_to(copy).as_posix()
        assert not verdict.verifies, (name, at, bit)
        # A signature is named with what it signs.
        assert {name, name.removesuffix(".sig")} & {where for _, where in told(verdict)}, (name, at, bit)
        path.write_bytes(content)
    assert verify_release(copy, FINGERPRINT).verifies


def test_every_file_taken_away_is_named(copy: Path) -> None:
    for name, content in files_in(copy).items():
        (copy / name).unlink()
        assert ("verify.missing", name) in told(verify_release(copy, FINGERPRINT))
        (copy / name).write_bytes(content)
    assert verify_release(copy, FINGERPRINT).verifies


def test_every_file_made_longer_or_shorter_is_named(copy: Path) -> None:
    for name, content in files_in(copy).items():
        for other in (content + b"\n", content[:-1], b""):
            (copy / name).write_bytes(other)
            verdict = verify_release(copy, FINGERPRINT)
            assert {name, name.removesuffix(".sig")} & {where for _, where in told(verdict)}
        (copy / name).write_bytes(content)


@pytest.mark.parametrize(
    "name", ["ja/new.html", "index.html.br", "keys/note.txt", "chain/note.txt", ".hidden", "b\udcff"]
)
def test_a_file_added_is_named(copy: Path, name: str) -> None:
    (copy / name).write_bytes(b"added")
    assert ("verify.added", name) in told(verify_release(copy, FINGERPRINT))


def test_links_pipes_and_empty_folders_are_named_and_not_followed(copy: Path) -> None:
    (copy / "loop").symlink_to(".")
    (copy / "self").symlink_to("self")
    (copy / "outside").symlink_to("/etc")
    os.mkfifo(copy / "pipe")
    (copy / "empty").mkdir()
    writable(copy / "week.json").unlink()
    (copy / "week.json").symlink_to("index.html")
    assert sorted(told(verify_release(copy, FINGERPRINT))) == [
        ("verify.added-folder", "empty/"),
        ("verify.link", "loop"),
        ("verify.link", "outside"),
        ("verify.link", "self"),
        ("verify.link", "week.json"),
        ("verify.special", "pipe"),
    ]


def test_a_key_that_the_old_one_confirmed_is_known_by_the_old_one(tmp_path: Path) -> None:
    store = Store(tmp_path / "tea-week")
    released(store)
    released(store, key=OTHER_KEY, change=KeyChange.confirmed(KEY, OTHER_KEY.public))
    third = released(store, key=OTHER_KEY)
    for fingerprint in (FINGERPRINT, OTHER_KEY.public.fingerprint):
        verdict = verify_release(third.folder, fingerprint)
        assert (verdict.verifies, verdict.known) == (True, True)
        assert [(one.code, one.severity, one.values["number"]) for one in verdict.findings] == [
            ("verify.key-confirmed", Severity.NOTE, 2)
        ]


def test_a_key_that_the_old_one_did_not_confirm_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "tea-week")
    released(store)
    second = released(store, key=OTHER_KEY, change=KeyChange.unconfirmed(FINGERPRINT, OTHER_KEY.public))
    verdict = verify_release(second.folder, OTHER_KEY.public.fingerprint)
    assert (verdict.verifies, told(verdict)) == (True, [("verify.key-changed", OTHER_KEY.public.fingerprint)])
    assert not verify_release(second.folder, FINGERPRINT).verifies


def test_a_store_is_one_history(store: Store) -> None:
    verdict = verify_store(store.folder, FINGERPRINT)
    assert [(one.record.number, one.known) for one in verdict.verdicts if one.record] == [
        (1, True),
        (2, True),
        (3, True),
    ]
    assert (verdict.verifies, verdict.findings) == (True, ())


def test_a_release_of_another_history_in_a_store_is_found(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other")
    released(other)
    released(other)
    shutil.rmtree(store.folder / "2")
    shutil.copytree(other.folder / "2", store.folder / "2")
    verdict = verify_store(store.folder, FINGERPRINT)
    assert [(finding.code, finding.place) for finding in verdict.findings] == [("verify.chain-apart", ("2",))]
    assert [one.known for one in verdict.verdicts] == [True, False, True]


def test_a_release_under_another_number_is_found(store: Store) -> None:
    (store.folder / "3").rename(store.folder / "4")
    verdict = verify_store(store.folder, FINGERPRINT)
    assert [finding.code for finding in verdict.findings] == ["verify.no-current"]
    assert [finding.code for finding in verdict.verdicts[-1].findings] == ["verify.other-number"]


def test_a_store_of_which_only_the_notice_is_left_is_no_whole_one(tmp_path: Path) -> None:
    (tmp_path / "withdrawn").mkdir()
    (tmp_path / "current").symlink_to("withdrawn")
    verdict = verify_store(tmp_path, FINGERPRINT)
    assert (verdict.verifies, [one.code for one in verdict.findings]) == (False, ["verify.no-current"])


@pytest.mark.parametrize("name", ["2/release.json", "3/chain/1.json"])
def test_a_pipe_in_a_store_keeps_nobody_waiting(store: Store, name: str) -> None:
    place = store.folder / name
    place.unlink()
    os.mkfifo(place)
    command = [sys.executable, "-m", "kakehashi", "verify", "release", str(store.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == Exit.NO
    assert place.name in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["release.json", "SHA256SUMS", "release.json.sig", "redactions.json", "chain/1.json"])
def test_a_record_of_a_gigabyte_is_not_read(copy: Path, name: str) -> None:
    with writable(copy / name).open("wb") if (copy / name).exists() else (copy / name).open("wb") as file:
        # What is listed is hashed; what is not is not even opened.
        file.truncate(1 << 30 if name in UNLISTED else 1 << 26)
    tracemalloc.start()
    verdict = verify_release(copy, FINGERPRINT)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (verdict.verifies, most < 10_000_000) == (False, True)


@pytest.mark.parametrize(
    "content",
    [b"[" * 60_000, b'{"a":' * 10_000, b"\xff", b"", b"null", b"[]", b"1" * 5_000, b'{"number": NaN}', b'"\\ud800"'],
)
def test_a_record_that_is_none_is_told_so(copy: Path, content: bytes) -> None:
    (copy / "release.json").write_bytes(content)
    assert ("verify.bad-record", "release.json") in told(verify_release(copy, FINGERPRINT))


@pytest.mark.parametrize("ending", [".gz", ".br"])
def test_a_variant_that_would_fill_the_memory_is_stopped(tmp_path: Path, ending: str) -> None:
    bomb = bytes(100_000_000)
    packed = gzip.compress(bomb, 9, mtime=0) if ending == ".gz" else brotli.compress(bomb, quality=1)
    del bomb
    folder = laid_out(sealed({**first(), f"en/index.html{ending}": packed}), tmp_path / "bomb")
    tracemalloc.start()
    verdict = verify_release(folder, None)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told(verdict) == [("verify.variant", f"en/index.html{ending}")]
    assert most < 10_000_000


@pytest.mark.parametrize("ending", [".gz", ".br"])
@pytest.mark.parametrize("damage", ["cut", "more", "nothing", "other"])
def test_a_variant_that_is_damaged_is_named(tmp_path: Path, ending: str, damage: str) -> None:
    page = first()["en/index.html"]
    pack = {".gz": gzip.compress, ".br": brotli.compress}[ending]
    packed = {"cut": pack(page)[:-3], "more": pack(page) + b"!", "nothing": b"", "other": pack(page[:-1] + b"!")}[
        damage
    ]
    folder = laid_out(sealed({**first(), f"en/index.html{ending}": packed}), tmp_path / "release")
    assert told(verify_release(folder, FINGERPRINT)) == [("verify.variant", f"en/index.html{ending}")] or (
        verify_release(folder, None).findings[0].code == "verify.variant"
    )


def test_what_cannot_be_read_is_told_and_is_no_verdict(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = os.open

    def refuse(path: Any, flags: int, *mode: int) -> int:
        if str(path).endswith("week.json"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    assert told(verify_release(copy, FINGERPRINT)) == [("verify.unreadable", "week.json")]
    assert run(["verify", "release", str(copy)]) == Exit.UNDECIDED
    assert "Permission denied" in capsys.readouterr().out


def test_a_folder_that_cannot_be_looked_into_is_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("/media"):
            raise PermissionError(13, "Permission denied", str(path))
        return looked(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert ("verify.unreadable", "media") in told(verify_release(copy, FINGERPRINT))


def test_a_long_film_is_hashed_in_little_memory(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(100_000_000)
    store = Store(tmp_path / "tea-week")
    with store.drafting(lambda: None) as draft:
        draft.put_file("media/film.mp4", film)
        release = draft.publish(
            instant=released(Store(tmp_path / "other")).record.instant,
            software="kakehashi 0.4.0",
            languages=["ja"],
            week="tea-week",
            key=KEY,
        )
    tracemalloc.start()
    assert verify_release(release.folder, FINGERPRINT).verifies
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 10_000_000


def shell(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """A command as a person types it in the folder of a release."""
    return subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)


def test_sha256sum_and_openssl_alone_verify_a_release(store: Store) -> None:
    folder = store.folder / "3"
    sums = shell(folder, "sha256sum -c SHA256SUMS")
    assert (sums.returncode, sums.stderr, {line.rpartition(": ")[2] for line in sums.stdout.splitlines()}) == (
        0,
        "",
        {"OK"},
    )
    names = ["release.json", "chain/1.json", "chain/2.json"]
    for name in names:
        signature = shell(
            folder,
            f"openssl pkeyutl -verify -pubin -inkey keys/{FINGERPRINT}.pem -rawin -in {name} -sigfile {name}.sig",
        )
        assert (signature.returncode, signature.stdout) == (0, "Signature Verified Successfully\n")
    manifest = shell(folder, "sha256sum SHA256SUMS").stdout.split()[0]
    assert f'"manifest": "{manifest}"' in (folder / "release.json").read_text("utf-8")


def test_sha256sum_names_what_we_name(copy: Path) -> None:
    (copy / "week.json").write_bytes(b"{}")
    (copy / "media" / "portraits" / "山崎 光悦.jpg").unlink()
    told_by_it = shell(copy, "LC_ALL=C.UTF-8 sha256sum -c --quiet SHA256SUMS").stdout.splitlines()
    assert told_by_it == ["media/portraits/山崎 光悦.jpg: FAILED open or read", "week.json: FAILED"]
    assert sorted(told(verify_release(copy, FINGERPRINT))) == [
        ("verify.altered", "week.json"),
        ("verify.missing", "media/portraits/山崎 光悦.jpg"),
    ]


FRESH = """
import sys
from kakehashi.cli import run
status = run(["verify", "release", sys.argv[1], "--json"])
loaded = {name.partition(".")[0] for name in sys.modules}
rooms = {name.split(".")[1] for name in sys.modules if name.startswith("kakehashi.")}
print(status, sorted(loaded & {"django", "ortools", "jinja2", "pagefind", "budoux", "httptools"}), sorted(rooms))
"""


def test_verifying_needs_no_django_no_solver_and_no_site(store: Store) -> None:
    command = [sys.executable, "-c", FRESH, str(store.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    assert done == "0 [] ['caching', 'cli', 'collecting', 'findings', 'frozen', 'keys', 'releases', 'words']"


def test_the_site_of_these_tests_has_what_releases_have() -> None:
    assert {path.rpartition(".")[2] for path in SITE} == {"html", "css", "jpg", "json"}
