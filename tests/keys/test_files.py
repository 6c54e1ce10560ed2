"""The file of a key: made once, for its owner's eyes, and refused in words when it is not as it should be."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kakehashi.findings import Refused
from kakehashi.keys import SigningKey

KEY = SigningKey(bytes(range(32)))


def refusal(path: Path) -> str:
    """The code with which reading a key is refused."""
    with pytest.raises(Refused) as refused:
        SigningKey.read(path)
    (finding,) = refused.value.findings
    assert finding.values["value"] == str(path)
    return finding.code


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where an installation has its key."""
    return tmp_path / "keys" / "release.pem"


def made_by_openssl(place: Path, *arguments: str) -> None:
    """A key file made by another tool."""
    place.parent.mkdir()
    subprocess.run(["openssl", "genpkey", *arguments, "-out", str(place)], check=True, capture_output=True)
    place.chmod(0o600)


def test_what_was_written_is_read_again_and_is_for_its_owner_alone(place: Path) -> None:
    KEY.write(place)
    assert SigningKey.read(place) == KEY
    assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [path.name for path in place.parent.iterdir()] == ["release.pem"]


def test_other_tools_read_it(place: Path) -> None:
    KEY.write(place)
    told = subprocess.run(["openssl", "pkey", "-in", place, "-pubout"], check=True, capture_output=True)
    assert told.stdout == KEY.public.pem


def test_a_key_of_another_tool_is_read(place: Path) -> None:
    made_by_openssl(place, "-algorithm", "ed25519")
    told = subprocess.run(["openssl", "pkey", "-in", place, "-pubout"], check=True, capture_output=True)
    assert SigningKey.read(place).public.pem == told.stdout


def test_a_key_is_never_written_over(place: Path) -> None:
    KEY.write(place)
    with pytest.raises(Refused) as refused:
        SigningKey.generate().write(place)
    assert refused.value.findings[0].code == "key.exists"
    assert SigningKey.read(place) == KEY
    assert [path.name for path in place.parent.iterdir()] == ["release.pem"]


def test_what_a_killed_process_left_half_written_is_in_nobodys_way(place: Path) -> None:
    place.parent.mkdir()
    (place.parent / ".release.pem.half").write_bytes(b"-----BEGIN PRIV")
    assert SigningKey.of_installation(place) == SigningKey.read(place)
    assert [path.name for path in place.parent.iterdir()] == ["release.pem"]


def test_all_who_find_no_key_have_the_same_one_afterwards(place: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: SigningKey.of_installation(place), range(16)))
    assert keys == {SigningKey.read(place)}


def test_the_key_that_is_there_is_the_installations(place: Path) -> None:
    KEY.write(place)
    assert SigningKey.of_installation(place) == KEY


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_key_that_others_can_read_is_not_used(place: Path, mode: int) -> None:
    KEY.write(place)
    place.chmod(mode)
    assert refusal(place) == "key.exposed"


def test_no_key_is_made_in_the_place_of_one_that_cannot_be_used(place: Path) -> None:
    KEY.write(place)
    place.chmod(0o644)
    with pytest.raises(Refused):
        SigningKey.of_installation(place)
    assert place.stat().st_mode & 0o777 == 0o644


def test_a_key_behind_a_password_cannot_be_used(place: Path) -> None:
    made_by_openssl(place, "-algorithm", "ed25519", "-aes-256-cbc", "-pass", "pass:secret")
    assert refusal(place) == "key.encrypted"


@pytest.mark.parametrize("kind", [["ed448"], ["x25519"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]])
def test_a_key_of_another_kind_cannot_be_used(place: Path, kind: list[str]) -> None:
    made_by_openssl(place, "-algorithm", *kind)
    assert refusal(place) == "key.other-kind"


@pytest.mark.parametrize("content", [b"", b"hello", b"\0" * 100_000, KEY.public.pem])
def test_what_is_no_key_is_told_so(place: Path, content: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    place.chmod(0o600)
    assert refusal(place) == "key.not-a-key"


def test_a_key_that_is_not_there_or_not_a_file_is_told_so(place: Path) -> None:
    assert refusal(place) == "key.missing"
    place.mkdir(parents=True)
    assert refusal(place) == "key.not-a-key"
    assert refusal(place / "x" / "y") == "key.missing"
    place.rmdir()
    os.mkfifo(place, 0o600)
    assert refusal(place) == "key.not-a-key"


def test_a_folder_that_is_a_file_takes_no_key(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("no folder")
    assert refusal(tmp_path / "keys" / "release.pem") == "key.unreadable"
    with pytest.raises(Refused) as refused:
        KEY.write(tmp_path / "keys" / "release.pem")
    assert refused.value.findings[0].code == "key.unwritable"
