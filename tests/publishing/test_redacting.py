"""A person who withdraws consent is in no stored byte any more, and everybody can see that something was taken out."""

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.publishing import taking_back
from tests.publishing.taking_back import FIRST, KEY, PEOPLE, SLUG, a_week, redactor, release, store_in, traces
from tests.server.asking import ask

from kakehashi.findings import Refused
from kakehashi.publishing import read_week
from kakehashi.publishing.keeping import Keeper
from kakehashi.publishing.remembering import lift
from kakehashi.releases import disk, replacing, verify_release, verify_store
from kakehashi.releases.keeping import Policy
from kakehashi.server import Hosting, Releases
from kakehashi.site import read_history

FAMILY = ["Moriya", "守屋", "Мория"]


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two releases that hold her, the second with another title, and one after her redaction."""
    folder = tmp_path_factory.mktemp("data")
    release(folder, 1)
    release(folder, 2, motto={"en": "Sakura Moriya’s tea"})
    return folder


@pytest.fixture(scope="module")
def redacted(twice: Path) -> Path:
    assert {path.split("/")[0] for path, _ in traces(store_in(twice).folder)} == {".state", "1", "2"}
    done = redactor(twice).redact("Сакура Мория", FAMILY)
    assert set(done.releases) == {1, 2}
    return twice


def test_no_form_of_the_name_is_left_in_any_stored_byte(redacted: Path) -> None:
    assert traces(store_in(redacted).folder) == []


def test_the_index_of_a_release_is_made_anew_where_it_has_one(tmp_path: Path) -> None:
    for number, search in ((1, False), (2, True), (3, False)):
        release(tmp_path, number, search=search)
    store = store_in(tmp_path).folder
    redactor(tmp_path).redact(SLUG, [])
    assert [(store / str(number) / "pagefind").is_dir() for number in (1, 2, 3)] == [False, True, False]
    found = {path for path in (store / "2" / "pagefind").glob("*/pack/*.json") if "Ada" in path.read_text("utf-8")}
    assert found
    assert traces(store) == []


def test_the_family_name_alone_is_gone_too_when_it_was_asked_for(redacted: Path) -> None:
    left = [
        (path, name)
        for path, text in taking_back.every_byte(store_in(redacted).folder)
        for name in ("moriya", "守屋", "мория")
        if name in text
    ]
    assert left == []


def test_every_release_verifies_and_says_that_something_was_redacted(redacted: Path) -> None:
    store = store_in(redacted)
    for one in store.releases():
        verdict = verify_release(one.folder, KEY.public.fingerprint)
        assert (verdict.verifies, verdict.summary.code) == (True, "verify.whole-redacted")
        assert [redaction.instant for redaction in verdict.redactions] == [FIRST + timedelta(days=23)]
    assert verify_store(store.folder, KEY.public.fingerprint).verifies


def test_record_signature_and_chain_are_the_bytes_that_they_were(tmp_path: Path) -> None:
    before: dict[Path, bytes] = {}
    for number in (1, 2):
        folder = release(tmp_path, number).folder
        before |= {path: path.read_bytes() for path in (folder / "release.json", folder / "release.json.sig")}
    redactor(tmp_path).redact(SLUG, [])
    assert {path: path.read_bytes() for path in before} == before


def test_what_is_hers_goes_and_what_is_not_stays(redacted: Path) -> None:
    folder = store_in(redacted).folder / "2"
    week = read_week((folder / "week.json").read_bytes(), FIRST)
    assert list(week.people) == ["ada"]
    assert list(week.items) == ["redacted-1", "cups", "questions"]
    hers = week.items["redacted-1"]
    assert (dict(hers.title), dict(hers.abstract), hers.materials, hers.speakers) == (
        {"en": "Leaves", "ja": "茶の葉", "ru": "Листья"},
        {},
        (),
        (),
    )
    assert week.items["cups"].abstract["en"] == "With ■■■ and ■■■’s pupils."
    assert [one.person for one in week.items["cups"].speakers] == ["ada"]
    assert week.agreements["tea"].signatories == ()
    assert week.report is not None
    assert week.report.pictures == ()
    assert sorted(path.name for path in (folder / "media").rglob("*") if path.suffix not in (".br", ".gz")) == [
        *("f.mp4", "f.vtt", "notes.txt")
    ]
    assert "<v ■■■>Tea?" in (folder / "media/f.vtt").read_text("utf-8")


def test_a_page_that_did_not_speak_of_the_person_is_the_same_file(tmp_path: Path) -> None:
    page = release(tmp_path, 1).folder / "en/items/questions/index.html"
    before = (page.read_bytes(), page.stat().st_ino)
    redactor(tmp_path).redact(SLUG, FAMILY)
    assert (page.read_bytes(), page.stat().st_ino) == before


def test_the_family_name_alone_is_told_and_left(tmp_path: Path) -> None:
    release(tmp_path, 1, motto={"en": "Tea with Moriya"})
    look = redactor(tmp_path).preview(SLUG, []).look
    assert [
        (one.place, one.values["value"], one.values["number"]) for one in look if one.code.endswith("doubtful")
    ] == [(("motto", "en"), "Moriya", 1)]
    assert [one.place for one in look if one.code == "redaction.film"] == [("recordings", "cups")]
    redactor(tmp_path).redact(SLUG, [])
    week = read_week((store_in(tmp_path).folder / "1/week.json").read_bytes(), FIRST)
    assert week.motto["en"] == "Tea with Moriya"


def test_to_look_first_writes_nothing(tmp_path: Path) -> None:
    release(tmp_path, 1)
    before = everything(tmp_path)
    assert redactor(tmp_path).preview(SLUG, []).releases == {1: 0}
    assert everything(tmp_path) == before


def test_the_history_of_a_later_release_says_nothing_of_the_person(tmp_path: Path) -> None:
    people = {"ada": PEOPLE["ada"]}
    release(tmp_path, 1, people=people, items={}, recordings={}, agreements={}, sessions={}, association=None)
    release(tmp_path, 2)
    redactor(tmp_path).redact(SLUG, FAMILY)
    history = read_history((store_in(tmp_path).folder / "2/history.json").read_bytes())
    assert not [change for entry in history.entries for change in entry.changes if SLUG in str(change.values)]
    assert traces(store_in(tmp_path).folder) == []


def test_a_second_person_is_redacted_from_what_is_redacted_already(redacted: Path, tmp_path: Path) -> None:
    release(tmp_path, 1)
    redactor(tmp_path, 23).redact(SLUG, [])
    redactor(tmp_path, 24).redact("ada", [])
    verdict = verify_release(store_in(tmp_path).folder / "1", KEY.public.fingerprint)
    assert (verdict.verifies, len(verdict.redactions)) == (True, 2)
    assert [one.code for one in verdict.findings] == ["verify.redacted", "verify.redacted"]
    assert read_week((store_in(tmp_path).folder / "1/week.json").read_bytes(), FIRST).people == {}


def test_a_later_release_with_the_person_is_refused_until_that_is_lifted(tmp_path: Path) -> None:
    release(tmp_path, 1)
    redactor(tmp_path).redact(SLUG, [])
    with pytest.raises(Refused) as refused:
        release(tmp_path, 30)
    assert [(one.code, one.place) for one in refused.value.findings] == [("redaction.brought-back", ("people", SLUG))]
    assert lift(store_in(tmp_path).folder, KEY, "Sakura Moriya")
    assert release(tmp_path, 30).number == 2


def test_what_is_remembered_does_not_tell_the_name(redacted: Path) -> None:
    noted = (store_in(redacted).folder / ".redacted").read_text()
    digests = {hashlib.sha256(name.encode()).hexdigest() for name in taking_back.NAMES}
    assert not any(digest in noted for digest in digests)


def test_what_would_still_be_found_stops_everything(tmp_path: Path) -> None:
    release(tmp_path, 1)
    before = everything(tmp_path)
    with pytest.raises(Refused) as refused:
        # The slug of the week is in every address, and never changes.
        redactor(tmp_path).redact(SLUG, ["Tea-Week"])
    assert {one.code for one in refused.value.findings} == {"redaction.left"}
    assert everything(tmp_path) == before
    assert sorted(path.name for path in store_in(tmp_path).folder.iterdir()) == [".lock", ".state", "1", "current"]


@pytest.mark.parametrize("after", [0, 1, 3])
def test_whoever_comes_next_finishes_what_was_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    for number in (1, 2):
        release(tmp_path, number)
    steps = iter(range(after))
    exchange = replacing._exchange

    def killed(step: object) -> object:
        def run(*arguments: object) -> None:
            if next(steps, None) is None:
                raise KeyboardInterrupt
            step(*arguments)  # type: ignore[operator]

        return run

    with monkeypatch.context() as dying:
        dying.setattr(replacing, "_exchange", killed(exchange))
        dying.setattr(replacing, "remove", killed(disk.remove))
        with pytest.raises(KeyboardInterrupt):
            redactor(tmp_path).redact(SLUG, FAMILY)
    with store_in(tmp_path).held(lambda: None):
        pass
    assert traces(store_in(tmp_path).folder) == []
    assert verify_store(store_in(tmp_path).folder, KEY.public.fingerprint).verifies
    assert store_in(tmp_path).current == store_in(tmp_path).releases()[-1]


def test_who_is_meant_must_be_known(tmp_path: Path) -> None:
    release(tmp_path, 1)
    for person, also, code in (
        ("Nobody", [], "redaction.nobody"),
        (SLUG, ["Ada Moss"], "redaction.borne"),
    ):
        with pytest.raises(Refused) as refused:
            redactor(tmp_path).preview(person, also)
        assert [one.code for one in refused.value.findings] == [code]


def test_two_of_one_name_are_asked_for_by_slug(tmp_path: Path) -> None:
    release(tmp_path, 1, people={**PEOPLE, "other": {"names": {"en": {"whole": "Sakura Moriya"}}}}, items=with_other())
    with pytest.raises(Refused) as refused:
        redactor(tmp_path).preview("Moriya Sakura", [])
    assert refused.value.findings[0].values["expected"] == (SLUG, "other")
    redactor(tmp_path).redact(SLUG, [])
    week = read_week((store_in(tmp_path).folder / "1/week.json").read_bytes(), FIRST)
    assert (list(week.people), week.people["other"].names["en"].whole) == (["ada", "other"], "Sakura Moriya")


def with_other() -> dict[str, Any]:
    items = {slug: one.model_dump(mode="json") for slug, one in a_week().items.items()}
    items["questions"]["speakers"] = [{"person": "other"}]
    return items


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


def test_a_server_that_runs_meanwhile_answers_without_the_person_at_once(tmp_path: Path) -> None:
    release(tmp_path, 1)
    server = Releases(Hosting(tmp_path))
    assert b"Moriya" in ask(server, "/tea-week/en/items/cups/").body
    assert ask(server, f"/tea-week/en/people/{SLUG}/").status == 200
    redactor(tmp_path).redact(SLUG, FAMILY)
    assert b"Moriya" not in ask(server, "/tea-week/en/items/cups/").body
    assert ask(server, f"/tea-week/en/people/{SLUG}/").status == 404


def test_a_release_made_after_another_has_the_bytes_that_it_has_when_made_alone(tmp_path: Path) -> None:
    for name in ("one", "all"):
        release(tmp_path / name, 1)
        release(tmp_path / name, 2, motto={"en": "Sakura Moriya’s tea"})
        release(tmp_path / name, 3, title={"en": "Tea and cake"})
    alone, together = store_in(tmp_path / "one"), store_in(tmp_path / "all")
    # Its predecessors are records that hold nothing to be redacted but paths.
    Keeper(alone, KEY, FIRST + timedelta(days=9), lambda: None).apply(Policy(1, None))
    for name in ("one", "all"):
        redactor(tmp_path / name).redact(SLUG, FAMILY)
    assert (alone.folder / "3/SHA256SUMS").read_bytes() == (together.folder / "3/SHA256SUMS").read_bytes()
