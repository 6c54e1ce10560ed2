"""A release is withdrawn: readers see a notice or an earlier release, and the record stays."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from tests.publishing.taking_back import FIRST, KEY, SLUG, redactor, release, store_in, traces
from tests.server.asking import ask

from kakehashi.findings import Refused
from kakehashi.publishing.withdrawing import Withdrawer
from kakehashi.releases import Store, verify_release, verify_store
from kakehashi.releases.withdrawing import Withdrawal, withdrawals_in
from kakehashi.server import Hosting, Releases


def withdraw(folder: Path, number: int, reason: str | None = None, to: int | None = None) -> Withdrawal:
    at = FIRST + timedelta(days=9)
    return Withdrawer(store_in(folder), KEY, at, lambda: None).withdraw(number, reason, to)


def shown(folder: Path) -> str:
    return str((store_in(folder).folder / "current").readlink())


def test_readers_are_told_in_every_language_and_at_every_address(tmp_path: Path) -> None:
    release(tmp_path, 1)
    withdraw(tmp_path, 1, "Too early.")
    server = Releases(Hosting(tmp_path))
    home = ask(server, "/tea-week/index.html")
    assert home.status == 200
    for told in (
        "These pages have been withdrawn",
        "このページの公開は取り下げられました",
        "Эти страницы сняты",
        "Too early.",
    ):
        assert told in home.body.decode()
    elsewhere = ask(server, "/tea-week/en/items/cups/")
    assert (elsewhere.status, "These pages have been withdrawn" in elsewhere.body.decode()) == (404, True)
    assert b"Moss" not in home.body + elsewhere.body


def test_the_release_and_its_record_stay_and_verify(tmp_path: Path) -> None:
    folder = release(tmp_path, 1).folder
    withdraw(tmp_path, 1)
    assert verify_release(folder, KEY.public.fingerprint).verifies
    store = verify_store(store_in(tmp_path).folder, KEY.public.fingerprint)
    assert (store.verifies, [one.code for one in store.findings]) == (True, ["verify.withdrawn"])
    record = (store_in(tmp_path).folder / "withdrawn.json").read_bytes()
    signature = (store_in(tmp_path).folder / "withdrawn.json.sig").read_bytes()
    assert KEY.public.verify(signature, record)
    assert json.loads(record)["withdrawals"][0]["number"] == 1


def test_an_earlier_release_can_be_shown_instead(tmp_path: Path) -> None:
    release(tmp_path, 1)
    release(tmp_path, 2)
    assert withdraw(tmp_path, 2, to=1).to == 1
    assert shown(tmp_path) == "1"


def test_releasing_again_undoes_it(tmp_path: Path) -> None:
    release(tmp_path, 1)
    withdraw(tmp_path, 1)
    assert (shown(tmp_path), store_in(tmp_path).current) == ("withdrawn", None)
    assert release(tmp_path, 20).number == 2
    assert shown(tmp_path) == "2"


@pytest.mark.parametrize("to", [None, 1])
def test_one_that_was_stopped_in_the_midst_is_done_by_withdrawing_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: int | None
) -> None:
    def full(store: Store, name: str) -> None:
        raise OSError(28, "No space left on device")

    release(tmp_path, 1)
    release(tmp_path, 2)
    with monkeypatch.context() as stopped, pytest.raises(Refused):
        stopped.setattr(Store, "show", full)
        withdraw(tmp_path, 2, "Too early.")
    assert shown(tmp_path) == "2"
    withdraw(tmp_path, 2, "Far too early.", to)
    assert shown(tmp_path) == ("withdrawn" if to is None else "1")
    folder = store_in(tmp_path).folder
    assert [one.reason for one in withdrawals_in(folder)] == ["Far too early."]
    assert verify_store(folder, KEY.public.fingerprint).verifies


def test_its_record_stands_when_its_signature_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release(tmp_path, 1)
    release(tmp_path, 2)
    replace = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if target.name == "withdrawn.json":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as stopped, pytest.raises(KeyboardInterrupt):
        stopped.setattr(Path, "replace", killed)
        withdraw(tmp_path, 1)
    withdraw(tmp_path, 1)
    assert verify_store(store_in(tmp_path).folder, KEY.public.fingerprint).verifies


def test_a_week_of_which_no_notice_can_be_made_is_told(tmp_path: Path) -> None:
    document = release(tmp_path, 1).folder / "week.json"
    document.unlink()
    document.write_text('{"of": "another version"}')
    with pytest.raises(Refused) as refused:
        withdraw(tmp_path, 1)
    assert [one.code for one in refused.value.findings] == ["redaction.unreadable"]
    assert shown(tmp_path) == "1"


def test_one_that_readers_do_not_see_is_only_noted(tmp_path: Path) -> None:
    release(tmp_path, 1)
    release(tmp_path, 2)
    withdraw(tmp_path, 1)
    assert shown(tmp_path) == "2"


@pytest.mark.parametrize(
    ("number", "to", "code"),
    [
        (9, None, "withdrawal.no-release"),
        (1, None, "withdrawal.twice"),
        (2, 3, "withdrawal.not-shown"),
        (3, 1, "withdrawal.cannot-show"),
        (3, 3, "withdrawal.cannot-show"),
        (3, 9, "withdrawal.cannot-show"),
    ],
)
def test_what_cannot_be_withdrawn_is_refused(three: Path, number: int, to: int | None, code: str) -> None:
    with pytest.raises(Refused) as refused:
        withdraw(three, number, to=to)
    assert [one.code for one in refused.value.findings] == [code]
    assert shown(three) == "3"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three releases, the first of which is withdrawn."""
    folder = tmp_path_factory.mktemp("data")
    for number in (1, 2, 3):
        release(folder, number)
    withdraw(folder, 1)
    return folder


def test_a_redaction_that_is_refused_leaves_the_reason_as_it_was(tmp_path: Path) -> None:
    release(tmp_path, 1)
    withdraw(tmp_path, 1, "Sakura Moriya asked for it.")
    record = store_in(tmp_path).folder / "withdrawn.json"
    before = record.read_bytes()
    with pytest.raises(Refused):
        # The slug of the week is in every address, and never changes.
        redactor(tmp_path).redact(SLUG, ["Tea-Week"])
    assert record.read_bytes() == before


def test_a_person_is_redacted_from_the_notice_and_its_reason_too(tmp_path: Path) -> None:
    release(tmp_path, 1, title={"en": "A week with Sakura Moriya"})
    withdraw(tmp_path, 1, "Sakura Moriya asked for it.")
    redactor(tmp_path).redact(SLUG, [])
    assert traces(store_in(tmp_path).folder) == []
    assert "■■■ asked for it." in (store_in(tmp_path).folder / "withdrawn/index.html").read_text("utf-8")
    assert verify_store(store_in(tmp_path).folder, KEY.public.fingerprint).verifies
