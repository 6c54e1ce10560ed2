"""The lists of pinned versions are read, and compared with each other."""

from pathlib import Path

from tools.lock import LISTS
from tools.pins import disagreements, pins

HASH = "    --hash=sha256:" + "0" * 64


def written(folder: Path, **lists: str) -> Path:
    """A repository whose lists hold these texts; those not given are empty."""
    (folder / "requirements").mkdir()
    for name in LISTS:
        (folder / name).write_text(lists.get(Path(name).stem, ""))
    return folder


def test_an_entry_is_read_with_its_condition_and_hashes() -> None:
    text = f"colorama==0.4.6 ; sys_platform == 'win32' \\\n{HASH} \\\n{HASH}\n    # via click\nidna==3.20\n"
    assert pins(text) == {"colorama": "0.4.6"}


def test_an_entry_without_hashes_is_reported(tmp_path: Path) -> None:
    root = written(tmp_path, runtime="idna==3.20\n")
    assert list(disagreements(root)) == ["requirements/runtime.txt: idna has no hash"]


def test_tests_and_users_must_have_the_same_version(tmp_path: Path) -> None:
    root = written(tmp_path, runtime=f"idna==3.20 \\\n{HASH}\n", development=f"idna==3.21 \\\n{HASH}\n")
    assert list(disagreements(root)) == [
        "requirements/runtime.txt: idna is 3.20, but 3.21 in requirements/development.txt"
    ]
