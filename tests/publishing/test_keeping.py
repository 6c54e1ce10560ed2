"""Old releases are kept as a record: their files go, and what they were can still be proved."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.publishing.taking_back import FIRST, KEY, SLUG, redactor, release, store_in, traces

from kakehashi.publishing.keeping import Keeper
from kakehashi.releases import verify_release, verify_store
from kakehashi.releases.keeping import Policy

NOW = FIRST + timedelta(days=10)


def keeper(folder: Path) -> Keeper:
    return Keeper(store_in(folder), KEY, NOW, lambda: None)


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Releases of the first five days."""
    folder = tmp_path_factory.mktemp("data")
    for number in range(1, 6):
        release(folder, number)
    return folder


@pytest.mark.parametrize(
    ("policy", "goes"),
    [
        (Policy(2, None), [1, 2, 3]),
        (Policy(1, None), [1, 2, 3, 4]),
        (Policy(None, 7), [1, 2]),
        (Policy(4, 7), [1]),
        (Policy(None, 0), [1, 2, 3, 4]),
        (Policy(9, None), []),
    ],
)
def test_a_release_keeps_its_files_when_one_of_the_rules_keeps_it(five: Path, policy: Policy, goes: list[int]) -> None:
    assert [one.number for one in keeper(five).superfluous(policy)] == goes


def test_the_one_that_readers_see_is_never_taken_away(five: Path) -> None:
    releases = store_in(five).releases()
    assert [one.number for one in Policy(1, None).superfluous(releases, 2, NOW)] == [1, 3, 4]


def test_what_stays_verifies_and_says_that_it_is_a_record_only(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        release(tmp_path, number)
    records = {number: (store_in(tmp_path).folder / f"{number}/release.json").read_bytes() for number in (1, 2)}
    gone = keeper(tmp_path).apply(Policy(1, None))
    assert set(gone) == {1, 2}
    for number, record in records.items():
        folder = store_in(tmp_path).folder / str(number)
        assert (folder / "release.json").read_bytes() == record
        assert not (folder / "week.json").exists()
        verdict = verify_release(folder, KEY.public.fingerprint)
        assert (verdict.verifies, [one.code for one in verdict.findings]) == (True, ["verify.kept"])
    assert verify_store(store_in(tmp_path).folder, KEY.public.fingerprint).verifies
    assert release(tmp_path, 9).number == 4


def test_hashed_files_answer_for_ever(tmp_path: Path) -> None:
    for number in (1, 2):
        release(tmp_path, number)
    folder = store_in(tmp_path).folder / "1"
    before = sorted(path.name for path in (folder / "assets").iterdir())
    keeper(tmp_path).apply(Policy(1, None))
    assert sorted(path.name for path in (folder / "assets").iterdir()) == before


def test_without_the_signed_word_that_it_is_a_record_missing_files_are_missing(tmp_path: Path) -> None:
    for number in (1, 2):
        release(tmp_path, number)
    keeper(tmp_path).apply(Policy(1, None))
    folder = store_in(tmp_path).folder / "1"
    for name in ("kept.json", "kept.json.sig"):
        (folder / name).unlink()
    assert not verify_release(folder, KEY.public.fingerprint).verifies


def test_of_a_record_too_a_byte_that_was_changed_is_found(tmp_path: Path) -> None:
    for number in (1, 2):
        release(tmp_path, number)
    keeper(tmp_path).apply(Policy(1, None))
    folder = store_in(tmp_path).folder / "1"
    signed = (folder / "kept.json").read_bytes()
    (folder / "kept.json").chmod(0o644)
    (folder / "kept.json").write_bytes(signed.replace(b'"number": 1', b'"number": 2'))
    verdict = verify_release(folder, KEY.public.fingerprint)
    assert "verify.bad-kept" in [one.code for one in verdict.findings]


def test_a_redaction_reaches_the_lists_of_records_too(tmp_path: Path) -> None:
    for number in (1, 2):
        release(tmp_path, number)
    keeper(tmp_path).apply(Policy(1, None))
    assert set(redactor(tmp_path).preview(SLUG, []).releases) == {1, 2}
    done = redactor(tmp_path).redact(SLUG, [])
    assert set(done.releases) == {1, 2}
    assert traces(store_in(tmp_path).folder) == []
    assert verify_store(store_in(tmp_path).folder, KEY.public.fingerprint).verifies
