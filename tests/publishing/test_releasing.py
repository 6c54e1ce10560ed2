"""What a release makes anew and what it keeps, when there is none, and what stops it."""

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.week.building import item, session, week

from kakehashi.findings import Refused
from kakehashi.keys import SigningKey
from kakehashi.publishing import How, Publisher, Released, Source, contents
from kakehashi.releases import Store, verify_release
from kakehashi.site import media_of
from kakehashi.week import Visibility, for_audience

KEY = SigningKey(bytes(range(32)))
AT = datetime(2021, 9, 27, 1, tzinfo=UTC)
ITEMS = {"leaves": item(title={"en": "Leaves"}, order=1), "cups": item(title={"en": "Cups"}, order=2)}
FILM = {"film": {"title": {"en": "A film"}, "item": "cups", "file": "film.mp4"}}


def nobody_waits() -> None:
    raise AssertionError("two releases at once")


OLDER = SigningKey(bytes(range(1, 33)))


def release(folder: Path, *, search: bool = False, again: bool = False, days: int = 0, **parts: Any) -> Released:
    """Releases the week of tea with its items, and other parts if they are named."""
    keys = {"languages": ["en", "ru"], "sessions": {"opening": session()}, "items": ITEMS} | parts
    public = for_audience(week(**keys), Visibility.PUBLIC, AT + timedelta(days=days))
    media = {name: folder / "media" / name for name in media_of(public) if (folder / "media" / name).exists()}
    how = How(1, search=search)
    publisher = Publisher(lambda slug: Store(folder / slug), KEY, "kakehashi 1", how, nobody_waits)
    return publisher.publish("tea-week", lambda: Source(public, media), again=again)


def others_than(released: Released, before: Released) -> set[str]:
    """The pages of a release that are not the very files of an earlier one."""
    folder = released.release.folder
    pages = (path.relative_to(folder) for path in folder.rglob("index.html"))
    return {
        page.parent.as_posix()
        for page in pages
        if not (before.release.folder / page).exists() or not (folder / page).samefile(before.release.folder / page)
    }


def renamed(title: str) -> Mapping[str, Any]:
    return ITEMS | {"leaves": item(title={"en": title}, order=1)}


def test_a_new_title_makes_the_pages_that_show_it_anew_and_no_other(tmp_path: Path) -> None:
    before = release(tmp_path)
    after = release(tmp_path, items=renamed("Tea leaves"))
    # "times" names what the day begins with, "about" the release.
    expected = {"", "items/leaves", "items/cups", "timetable", "timetable/2021-09-29", "times", "changes", "about"}
    embedded = {f"embed/{language}" for language in ("en", "ru")}
    assert others_than(after, before) == embedded | {
        f"{language}/{folder}".rstrip("/") for language in ("en", "ru") for folder in expected
    }
    assert after.made < before.made


def test_when_nothing_has_changed_there_is_no_new_release_unless_it_is_asked_for(tmp_path: Path) -> None:
    release(tmp_path)
    same = release(tmp_path, days=1)
    assert (same.new, same.release.number) == (False, 1)
    assert not (tmp_path / "tea-week" / "2").exists()
    asked = release(tmp_path, days=1, again=True)
    assert (asked.new, asked.release.number) == (True, 2)


def test_what_comes_out_at_its_hour_is_news_although_the_folder_is_the_same(tmp_path: Path) -> None:
    items = ITEMS | {"cups": item(title={"en": "Cups"}, order=2, visible_from="2021-09-28T00:00[UTC]")}
    before = release(tmp_path, items=items)
    after = release(tmp_path, items=items, days=3)
    assert after.new
    assert (after.release.folder / "en/items/cups/index.html").exists()
    assert not (before.release.folder / "en/items/cups/index.html").exists()


def test_a_dead_link_stops_a_release_and_the_one_before_stands(tmp_path: Path) -> None:
    release(tmp_path)
    with pytest.raises(Refused) as refused:
        release(tmp_path, recordings=FILM)
    assert {finding.code for finding in refused.value.findings} == {"publishing.dead-link"}
    assert {finding.values["link"] for finding in refused.value.findings} == {"media/film.mp4"}
    assert (tmp_path / "tea-week" / "current").readlink() == Path("1")
    assert [path.name for path in (tmp_path / "tea-week").glob(".aside*")] == []


def test_a_dead_link_in_a_text_is_told_once_with_the_first_page_that_has_it(tmp_path: Path) -> None:
    texts = {
        name: item(title={"en": name}, abstract={"en": "See [the plan](../plan.pdf)."}) for name in ("cups", "pots")
    }
    with pytest.raises(Refused) as refused:
        release(tmp_path, items=ITEMS | texts)
    told = [(finding.values["value"], finding.values["link"]) for finding in refused.value.findings]
    assert told == [(f"{tag}/items/cups/index.html", f"{tag}/items/plan.pdf") for tag in ("en", "ru")]


def test_an_anchor_that_goes_is_missed_by_a_page_that_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release(tmp_path)
    made = contents.made_of

    def without_anchor(*arguments: Any, **options: Any) -> Any:
        for one in made(*arguments, **options):
            lost = one.inspected and contents.Inspected(frozenset(), one.inspected.links, one.inspected.faults)
            yield contents.Made(one.name, one.files, one.reads, one.pieces, lost, one.digest)

    monkeypatch.setattr("kakehashi.publishing.filling.made_of", without_anchor)
    with pytest.raises(Refused) as refused:
        release(tmp_path, items=renamed("Tea leaves"))
    assert {finding.code for finding in refused.value.findings} == {"publishing.dead-link"}


def test_an_index_is_kept_while_what_it_holds_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = release(tmp_path, search=True)
    monkeypatch.setattr(contents, "index_files", None)
    after = release(tmp_path, search=True, accent="#1d3f78")
    indexes = sorted(path.relative_to(after.release.folder) for path in after.release.folder.glob("pagefind/**/*.*"))
    assert indexes
    for path in indexes:
        assert (after.release.folder / path).samefile(before.release.folder / path)
    monkeypatch.undo()
    newer = release(tmp_path, search=True, accent="#1d3f78", items=renamed("Tea leaves"))
    entry = "pagefind/en/search.json"
    assert (newer.release.folder / entry).read_bytes() != (before.release.folder / entry).read_bytes()


@pytest.mark.parametrize("spoilt", [b"", b"nonsense", "cut", "flipped"])
def test_what_is_remembered_may_be_lost_or_spoilt(tmp_path: Path, spoilt: bytes | str) -> None:
    release(tmp_path)
    kept = tmp_path / "tea-week" / ".state" / "made"
    whole = kept.read_bytes()
    # Still as plausible as before: only its sum tells.
    flipped = whole.replace(b"Cups", b"Cupz")
    assert flipped != whole
    kept.write_bytes(spoilt if isinstance(spoilt, bytes) else {"cut": whole[:-3], "flipped": flipped}[spoilt])
    after = release(tmp_path, items=renamed("Tea leaves"))
    assert (after.new, after.stayed) == (True, 0)


@pytest.mark.parametrize("name", ["history.json", "week.json"])
def test_no_history_is_forgotten_because_a_file_is_missing(tmp_path: Path, name: str) -> None:
    lost = release(tmp_path).release.folder / name
    lost.unlink()
    with pytest.raises(Refused) as refused:
        release(tmp_path, items=renamed("Tea leaves"))
    assert [(one.code, one.values["value"]) for one in refused.value.findings] == [("release.lost", str(lost))]


def test_no_pipe_in_the_place_of_what_is_remembered_keeps_a_release_waiting(tmp_path: Path) -> None:
    release(tmp_path)
    kept = tmp_path / "tea-week" / ".state" / "made"
    kept.unlink()
    os.mkfifo(kept)
    assert release(tmp_path, items=renamed("Tea leaves")).stayed == 0
    assert kept.is_file()


def test_what_cannot_be_remembered_stops_no_release(tmp_path: Path) -> None:
    release(tmp_path)
    remembered = tmp_path / "tea-week" / ".state"
    shutil.rmtree(remembered)
    remembered.write_bytes(b"no folder")
    after = release(tmp_path, items=renamed("Tea leaves"))
    assert (after.new, after.release.number, Store(tmp_path / "tea-week").current) == (True, 2, after.release)


@pytest.mark.parametrize("spoilt", [b"", b"{}", b'{"people": 1}'])
def test_nobody_comes_back_while_it_cannot_be_read_who_was_taken_out(tmp_path: Path, spoilt: bytes) -> None:
    release(tmp_path)
    (tmp_path / "tea-week" / ".redacted").write_bytes(spoilt)
    with pytest.raises(Refused) as refused:
        release(tmp_path, items=renamed("Tea leaves"))
    assert [finding.code for finding in refused.value.findings] == ["release.unreadable-record"]


def test_files_of_the_week_are_taken_over_when_they_change(tmp_path: Path) -> None:
    film = tmp_path / "media" / "film.mp4"
    film.parent.mkdir()
    film.write_bytes(b"a film")
    release(tmp_path, recordings=FILM)
    film.write_bytes(b"another")
    after = release(tmp_path, recordings=FILM)
    assert after.new
    assert (after.release.folder / "media/film.mp4").read_bytes() == b"another"
    assert (tmp_path / "tea-week/1/media/film.mp4").read_bytes() == b"a film"


def test_another_key_is_refused_unless_the_former_one_confirms_it_or_is_lost(tmp_path: Path) -> None:
    public = for_audience(week(items=ITEMS, sessions={"opening": session()}), Visibility.PUBLIC, AT)
    source = Source(public, {})

    def publisher(key: SigningKey, **how: Any) -> Publisher:
        store = Store(tmp_path / "tea-week")
        return Publisher(lambda _: store, key, "kakehashi 1", How(1, search=False), nobody_waits, **how)

    publisher(OLDER).publish("tea-week", lambda: source, again=True)
    with pytest.raises(Refused) as refused:
        publisher(KEY).publish("tea-week", lambda: source, again=True)
    assert [finding.code for finding in refused.value.findings] == ["release.other-key"]
    publisher(KEY, former=(OLDER,)).publish("tea-week", lambda: source, again=True)
    confirmed = verify_release(tmp_path / "tea-week" / "2", KEY.public.fingerprint)
    assert (confirmed.verifies, "verify.key-changed" in {one.code for one in confirmed.findings}) == (True, False)
    publisher(OLDER, lost=True).publish("tea-week", lambda: source, again=True)
    unconfirmed = verify_release(tmp_path / "tea-week" / "3", OLDER.public.fingerprint)
    assert "verify.key-changed" in {one.code for one in unconfirmed.findings}


def test_an_entry_that_need_not_name_its_room_any_more_is_made_anew(tmp_path: Path) -> None:
    rooms = {"rooms": {"hall": {"name": {"en": "Hall"}}, "club": {"name": {"en": "Club"}}}}
    alone = {"opening": session("2021-09-29T15:00", room="hall")}
    # Columns with headings come into the day, and the opening runs beside nothing all the same.
    parallel = {name: session("2021-09-29T17:00", room=name) for name in ("hall", "club")}
    more = {name: item(title={"en": name}, session=name, order=1) for name in parallel}
    release(tmp_path / "both", sessions=alone, **rooms)
    after = release(tmp_path / "both", sessions=alone | parallel, items=ITEMS | more, **rooms)
    whole = release(tmp_path / "whole", sessions=alone | parallel, items=ITEMS | more, **rooms)
    page = "en/timetable/2021-09-29/index.html"
    assert (after.release.folder / page).read_bytes() == (whole.release.folder / page).read_bytes()
