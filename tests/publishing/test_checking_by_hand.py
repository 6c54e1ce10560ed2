"""What the page about a release says of checking it: the very command, with coreutils and OpenSSL alone."""

import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from tests.site.pages.showing import a_site, facts, page
from tests.site.releasing import public
from tests.site.walking import parsed

from kakehashi.keys import SigningKey
from kakehashi.publishing import How, Publisher, Source
from kakehashi.releases import Store
from kakehashi.site import Kind

NEEDED = ("sha256sum", "openssl", "bash", "grep", "cut")


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a release of the small week."""
    if not all(map(shutil.which, NEEDED)):
        pytest.skip("coreutils or OpenSSL are not there")
    folder = tmp_path_factory.mktemp("releases")
    publisher = Publisher(
        lambda slug: Store(folder / slug), SigningKey.generate(), "kakehashi test", How(1, False), lambda: None
    )
    return publisher.publish("tea-week", lambda: Source(public(), {}), again=False).release.folder


@pytest.fixture
def copy(release: Path, tmp_path: Path) -> Path:
    """A copy of it, that one can write to."""
    shutil.copytree(release, tmp_path / "copy")
    for path in (tmp_path / "copy").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return tmp_path / "copy"


def told(folder: Path) -> tuple[str, str]:
    """The command and the fingerprint, as the page tells them."""
    about = parsed((folder / "en/about/index.html").read_bytes())
    (command,) = about.iter("pre")
    return unescape("".join(command.itertext())), facts(about)["Fingerprint of the key"]


def checked(folder: Path, command: str) -> tuple[int, str]:
    """How the command ends in a folder, and its last line."""
    ended = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    return ended.returncode, (ended.stdout.splitlines() or [""])[-1]


def test_a_copy_that_is_whole_ends_with_the_fingerprint_of_the_key(copy: Path) -> None:
    command, fingerprint = told(copy)
    assert checked(copy, command) == (0, f"{fingerprint}  -")
    assert [path.stem for path in (copy / "keys").glob("*.pem")] == [fingerprint]


@pytest.mark.parametrize("name", ["en/index.html", "SHA256SUMS", "release.json", "release.json.sig"])
def test_a_copy_with_one_other_byte_is_found(copy: Path, name: str) -> None:
    command, _ = told(copy)
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    assert checked(copy, command)[0] != 0


def test_a_copy_that_lacks_a_file_is_found(copy: Path) -> None:
    command, _ = told(copy)
    (copy / "en/items/leaves/index.html").unlink()
    assert checked(copy, command)[0] != 0


def test_a_copy_signed_with_another_key_ends_with_another_fingerprint(copy: Path) -> None:
    command, fingerprint = told(copy)
    other = SigningKey.generate()
    (copy / f"keys/{fingerprint}.pem").write_bytes(other.public.pem)
    (copy / "release.json.sig").write_bytes(other.sign((copy / "release.json").read_bytes()))
    sums = subprocess.run(["bash", "-c", "sha256sum -c --quiet SHA256SUMS"], cwd=copy, capture_output=True, check=False)
    assert sums.returncode != 0
    # Who changes the sums as well is betrayed by what the line prints last.
    without_sums = command.partition("&&\n")[2].partition("&&\n")[2]
    assert checked(copy, without_sums) == (0, f"{other.public.fingerprint}  -")
    assert other.public.fingerprint != fingerprint


def test_a_page_that_is_part_of_no_release_says_nothing_of_it() -> None:
    assert list(page(a_site(), Kind.ABOUT).iter("pre")) == []
