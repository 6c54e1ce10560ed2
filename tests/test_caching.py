"""What is kept beside a file of the program is taken only for what it was made of, and lost without harm."""

import sys
from pathlib import Path

import pytest

from kakehashi.caching import keep, kept


@pytest.fixture(autouse=True)
def _bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_was_kept_is_found_again_for_the_same_making_alone(tmp_path: Path) -> None:
    source = tmp_path / "ja.po"
    keep(source, b"made so", b"compiled")
    assert kept(source, b"made so") == b"compiled"
    assert kept(source, b"made otherwise") is None
    keep(source, b"made otherwise", b"anew")
    assert (kept(source, b"made so"), kept(source, b"made otherwise")) == (None, b"anew")
    assert [place.parent.name for place in tmp_path.rglob("*.*") if place.is_file()] == ["__pycache__"]


def test_a_byte_that_rots_and_a_half_written_file_are_nothing(tmp_path: Path) -> None:
    source = tmp_path / "ja.po"
    keep(source, b"so", b"compiled")
    (place,) = (tmp_path / "__pycache__").iterdir()
    whole = place.read_bytes()
    for spoilt in (whole[:-1], whole[:10], b"", whole[:-1] + bytes([whole[-1] ^ 1]), bytes([whole[0] ^ 1]) + whole[1:]):
        place.write_bytes(spoilt)
        assert kept(source, b"so") is None


def test_nothing_is_kept_where_python_keeps_no_bytecode_or_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "__pycache__").write_bytes(b"")
    keep(tmp_path / "ja.po", b"so", b"compiled")
    (tmp_path / "__pycache__").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(tmp_path / "ja.po", b"so", b"compiled")
    assert list(tmp_path.iterdir()) == []
