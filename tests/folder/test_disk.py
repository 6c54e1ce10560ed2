"""A full disk and a folder that may not be written to leave what stood there, and are told as what they are."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from tests.folder.writing import write

from kakehashi.findings import Finding, Refused
from kakehashi.folder import dump, edit, load, new_folder, write_schemas
from kakehashi.folder.writing import replace_files
from kakehashi.words import words_of


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def full_disk() -> Iterator[None]:
    """The system itself takes no more than 600 bytes of any file: schemas are larger, and so is a long text."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def refused() -> Iterator[list[Finding]]:
    """Collects the findings of the refusal that has to come."""
    findings: list[Finding] = []
    with pytest.raises(Refused) as caught:
        yield findings
    findings += caught.value.findings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "week", {"people.yaml": "ada: {names: Ada}\n"})


def test_a_dump_onto_a_full_disk_leaves_the_folder(folder: Path) -> None:
    week, before = load(folder).week, contents(folder)
    assert week is not None
    with refused() as findings, full_disk():
        dump(week, folder)
    assert ([finding.code for finding in findings], contents(folder)) == (["folder.disk"], before)


def test_an_edit_onto_a_full_disk_leaves_every_file(folder: Path) -> None:
    before = contents(folder)
    with refused() as findings, full_disk():
        edit(folder, {("people", "ada", "names", "ja", "whole"): "エイダ", ("motto", "ja"): "x" * 1000})
    assert ([finding.code for finding in findings], contents(folder)) == (["folder.disk"], before)


def test_a_first_week_that_the_disk_does_not_take_leaves_no_folder(tmp_path: Path) -> None:
    with refused() as findings, full_disk():
        new_folder(tmp_path / "new", title="Tea", languages=["en"], zone="UTC", days=[date(2027, 5, 10)])
    assert ([finding.code for finding in findings], list(tmp_path.iterdir())) == (["folder.disk"], [])


def test_schemas_that_the_disk_does_not_take_leave_the_old_ones(folder: Path) -> None:
    write_schemas(folder)
    (folder / ".schemas" / "week.schema.json").write_text("{}")
    before = contents(folder)
    with refused(), full_disk():
        write_schemas(folder)
    assert contents(folder) == before


def test_the_sentence_names_the_folder_and_the_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with refused() as findings, monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", no_space)
        edit(folder, {("motto", "ja"): "一期一会"})
    told = words_of("en").tell(findings[0])
    assert told == f"{folder} could not be written: No space left on device."


def test_a_folder_that_may_not_be_written_to_is_left_before_anything_is_decided(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "symposia").mkdir()
    before = contents(folder)
    # The superuser, whom tests may run as, could write everywhere.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "symposia")
    with refused() as findings:
        replace_files(folder, {"people.yaml": "", "symposia/tea.yaml": "title: Tea"}, gone=lambda name: True)
    assert ([finding.values["reason"] for finding in findings], contents(folder)) == (["Permission denied"], before)


@pytest.mark.parametrize("in_the_way", ["people.yaml/mine.txt", "symposia"])
def test_what_stands_in_the_way_of_a_file_is_left(tmp_path: Path, in_the_way: str) -> None:
    folder = write(tmp_path, {in_the_way: "mine"})
    before = contents(folder)
    with refused() as findings:
        replace_files(folder, {"people.yaml": "", "symposia/tea.yaml": "title: Tea"}, gone=lambda name: False)
    assert ([finding.code for finding in findings], contents(folder)) == (["folder.disk"], before)


def test_a_sub_folder_that_is_a_link_is_neither_written_through_nor_emptied(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "old.yaml").write_text("title: Old")
    (folder / "symposia").symlink_to(tmp_path / "shared")
    before = contents(folder)
    with refused() as findings:
        replace_files(folder, {"week.yaml": "", "symposia/tea.yaml": "title: Tea"}, gone=lambda name: True)
    assert ([finding.values["file"] for finding in findings], contents(folder)) == (["symposia/tea.yaml"], before)
    replace_files(folder, {"week.yaml": "slug: tea"}, gone=lambda name: name == "symposia/old.yaml")
    assert contents(tmp_path / "shared") == {"old.yaml": b"title: Old"}


def test_what_others_may_not_read_stays_so(folder: Path) -> None:
    (folder / "people.yaml").chmod(0o600)
    edit(folder, {("people", "ada", "zone"): "Asia/Tokyo"})
    assert (folder / "people.yaml").stat().st_mode & 0o777 == 0o600


def test_a_decision_that_cannot_be_completed_is_told_and_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with refused() as findings, monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fails)
        edit(folder, {("people", "ada", "zone"): "Asia/Tokyo"})
    assert [finding.code for finding in findings] == ["shape.unfinished"]
    week = load(folder).week
    assert week is not None and week.people["ada"].zone == "Asia/Tokyo"
