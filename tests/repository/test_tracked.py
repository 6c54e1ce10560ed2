"""What ties a file to one machine or one supplier is found in every file that git would keep."""

from pathlib import Path

from tests.repositories import repository
from tools.tracked import traces, tracked


def test_ignored_files_are_not_looked_at(tmp_path: Path) -> None:
    root = repository(tmp_path, {".gitignore": b"secret\n", "secret": b"x", "kept": b"x"})
    assert sorted(path.name for path in tracked(root)) == [".gitignore", "kept"]


def test_a_machine_a_registry_and_an_index_are_named_with_their_lines(tmp_path: Path) -> None:
    home, index, host = "/home/" + "ada/", "--index" + "-url", "files.python" + "hosted.org"
    text = f"fine\nsee {home}notes\n{index} https://{host}/simple\n"
    assert list(traces(repository(tmp_path, {"notes.md": text.encode()}))) == [
        "notes.md:2: a path of one machine",
        "notes.md:3: the host of a package registry",
        "notes.md:3: an index address",
    ]


def test_a_web_address_that_looks_like_a_path_is_no_trace(tmp_path: Path) -> None:
    picture = b"\x89PNG\xff /home/" + b"ada/"
    root = repository(tmp_path, {"a.md": b"https://example.org/work/index.html\n", "b.png": picture})
    assert list(traces(root)) == []
