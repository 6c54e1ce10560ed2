"""What a published release is, and what it takes over from its predecessor."""

import hashlib
import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.releases.making import BEGINNING, KEY, OTHER_KEY, SITE, alone, files_in, released, site_with

from kakehashi.findings import Refused
from kakehashi.releases import Store, variants


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in which nothing has been released."""
    return Store(tmp_path / "releases" / "tea-week")


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """The codes of a refusal."""
    return [finding.code for finding in refused.value.findings]


def publish(store: Store, hours: float, week: str = "tea-week") -> None:
    """The next release, with its instant after the beginning."""
    with store.drafting(alone) as draft:
        draft.publish(
            instant=BEGINNING + timedelta(hours=hours), software="kakehashi 0.4.0", languages=["ja"], week=week, key=KEY
        )


def test_the_first_release_is_the_site_with_its_records(store: Store) -> None:
    release = released(store)
    files = files_in(release.folder)
    own = {"SHA256SUMS", "release.json", "release.json.sig", f"keys/{KEY.public.fingerprint}.pem"}
    packed = {path + ending for path, content in SITE.items() for ending in variants(path, content)}
    assert files.keys() == {*SITE, *own, *packed}
    assert {path: files[path] for path in SITE} == SITE
    assert (store.current, store.releases()) == (release, (release,))
    assert (store.folder / "current").readlink() == Path("1")


def test_its_record_reads_as_specified(store: Store) -> None:
    release = released(store)
    listed = (release.folder / "SHA256SUMS").read_bytes()
    sums = dict(line.split("  ", 1)[::-1] for line in listed.decode().splitlines())
    assert (release.folder / "release.json").read_text("utf-8") == (
        "{\n"
        '  "format": "kakehashi-release/1",\n'
        '  "week": "tea-week",\n'
        '  "number": 1,\n'
        '  "instant": "2021-09-27T01:00:00Z",\n'
        '  "software": "kakehashi 0.4.0",\n'
        '  "languages": [\n    "ja",\n    "ru"\n  ],\n'
        '  "predecessor": null,\n'
        f'  "manifest": "{hashlib.sha256(listed).hexdigest()}",\n'
        f'  "files": {len(sums)},\n'
        f'  "bytes": {sum((release.folder / path).stat().st_size for path in sums)},\n'
        f'  "key": "{KEY.public.fingerprint}"\n'
        "}\n"
    )
    assert sums == {
        path: hashlib.sha256(content).hexdigest()
        for path, content in files_in(release.folder).items()
        if path not in ("SHA256SUMS", "release.json", "release.json.sig")
    }
    assert list(sums) == sorted(sums, key=str.encode)


def test_files_are_read_only_and_folders_open_to_readers_whatever_the_mask(store: Store) -> None:
    before = os.umask(0o077)
    try:
        released(store)
        release = released(store, site_with(ja__new__index_html=b"new"))
    finally:
        os.umask(before)
    paths = [release.folder, *release.folder.rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_file()} == {0o444}
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_dir()} == {0o755}


def test_a_successor_shares_what_did_not_change_and_carries_the_chain(store: Store) -> None:
    first = released(store)
    second = released(store, site_with(ja__index_html=b"short"))
    third = released(store, site_with(ja__index_html=b"short"))
    assert second.record.predecessor is not None
    assert second.record.predecessor.sha256 == hashlib.sha256(first.raw).hexdigest()
    assert (third.folder / "chain" / "1.json").read_bytes() == first.raw
    assert (third.folder / "chain" / "2.json").read_bytes() == second.raw
    assert (third.folder / "chain" / "1.json.sig").read_bytes() == (first.folder / "release.json.sig").read_bytes()
    same = [path for path in SITE if path != "ja/index.html"]
    assert all((first.folder / path).samefile(third.folder / path) for path in same)
    assert not (first.folder / "ja/index.html").samefile(second.folder / "ja/index.html")
    assert not (second.folder / "ja/index.html.gz").exists()


def test_folders_that_became_empty_are_gone(store: Store) -> None:
    released(store)
    release = released(store, {"index.html": b"alone"})
    assert {path.name for path in release.folder.iterdir() if path.is_dir()} == {"keys", "chain"}


def test_a_file_may_become_a_folder_and_a_folder_a_file(store: Store) -> None:
    released(store, {"a": b"file", "b/c/d": b"deep", "e/f": b"left"})
    site = {"a/x/y": b"deep", "a/x/z": b"too", "b": b"file", "e/f": b"left"}
    release = released(store, site)
    files = files_in(release.folder)
    assert {path: content for path, content in files.items() if path[0] in "abe"} == site


paths = st.sampled_from(["a", "b/a", "b/b", "b/c/a", "c/a.html", "c/b.html"])
sites = st.dictionaries(paths, st.sampled_from([b"1", b"2", b"<p>" * 1_000]))


@settings(max_examples=12)
@given(st.lists(sites, min_size=2, max_size=3))
def test_a_release_after_others_holds_the_bytes_of_one_made_in_one_go(
    tmp_path_factory: pytest.TempPathFactory, history: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("stores")
    grown, whole = Store(folder / "grown"), Store(folder / "whole")
    for site in history:
        last = released(grown, site)
    alone_made = released(whole, history[-1])
    beside = ("chain", "SHA256SUMS", "release.json")
    own = {path: content for path, content in files_in(last.folder).items() if not path.startswith(beside)}
    assert own == {
        path: content for path, content in files_in(alone_made.folder).items() if not path.startswith(beside)
    }


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    stores = [Store(tmp_path / name) for name in ("one", "other")]
    for store in stores:
        released(store)
        released(store, site_with(ja__index_html=b"short"))
    assert files_in(stores[0].folder / "2") == files_in(stores[1].folder / "2")


def test_keeping_takes_variants_along_and_reads_nothing(store: Store) -> None:
    released(store)
    with store.drafting(alone) as draft:
        draft.keep(["ja/index.html", "week.json"])
        assert {"ja/index.html.br", "ja/index.html.gz"} < draft.sums.keys()
        with pytest.raises(ValueError, match="already"):
            draft.keep(["week.json"])
        with pytest.raises(ValueError, match="already"):
            draft.keep(["nowhere.html"])
        with pytest.raises(ValueError, match="already"):
            draft.put("week.json", b"other", {})


def test_a_film_is_copied_once_and_then_kept(store: Store, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"frame" * 500_000)
    folders = []
    for _ in range(2):
        with store.drafting(alone) as draft:
            draft.put_file("media/film.mp4", film)
            release = draft.publish(
                instant=BEGINNING, software="kakehashi 0.4.0", languages=["ja"], week="tea-week", key=KEY
            )
            folders.append(release.folder)
    one, other = (folder / "media" / "film.mp4" for folder in folders)
    assert one.samefile(other)
    assert one.read_bytes() == film.read_bytes()
    assert not one.samefile(film)


def test_a_film_of_the_same_length_is_another_when_a_byte_is(store: Store, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    for content in (b"frame", b"flame"):
        film.write_bytes(content)
        with store.drafting(alone) as draft:
            draft.put_file("media/film.mp4", film)
            release = draft.publish(
                instant=BEGINNING, software="kakehashi 0.4.0", languages=["ja"], week="tea-week", key=KEY
            )
    assert (release.folder / "media" / "film.mp4").read_bytes() == b"flame"


def test_a_medium_that_cannot_be_read_stops_the_release(store: Store, tmp_path: Path) -> None:
    with store.drafting(alone) as draft, pytest.raises(Refused) as refused:
        draft.put_file("media/film.mp4", tmp_path / "nowhere.mp4")
    assert codes(refused) == ["release.unreadable-source"]


def test_what_the_predecessor_lost_is_written_when_it_is_put_and_named_when_it_is_kept(store: Store) -> None:
    first = released(store)
    (first.folder / "week.json").unlink()
    with store.drafting(alone) as draft:
        draft.clone()
        draft.keep(["week.json"])
        with pytest.raises(Refused) as refused:
            draft.publish(instant=BEGINNING, software="k", languages=["ja"], week="tea-week", key=KEY)
    assert codes(refused) == ["release.lost"]
    second = released(store)
    assert (second.folder / "week.json").read_bytes() == SITE["week.json"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/etc/passwd", "release.bad-path"),
        ("../other-week/index.html", "release.bad-path"),
        ("a/./b", "release.bad-path"),
        ("a//b", "release.bad-path"),
        ("a/", "release.bad-path"),
        ("", "release.bad-path"),
        ("two\nlines", "release.bad-path"),
        ("back\\slash", "release.bad-path"),
        ("nul\0", "release.bad-path"),
        ("half\udce3", "release.bad-path"),
        ("x" * 256, "release.bad-path"),
        ("release.json", "release.reserved-path"),
        ("Release.JSON", "release.reserved-path"),
        ("SHA256SUMS", "release.reserved-path"),
        ("redactions.json.sig", "release.reserved-path"),
        ("keys/mine.pem", "release.reserved-path"),
        ("chain/1.json", "release.reserved-path"),
    ],
)
def test_paths_that_lead_elsewhere_or_are_taken_are_refused(store: Store, path: str, code: str) -> None:
    with store.drafting(alone) as draft, pytest.raises(Refused) as refused:
        draft.put(path, b"content", {})
    assert codes(refused) == [code]


def test_a_file_that_looks_like_a_variant_of_another_is_refused(store: Store) -> None:
    with pytest.raises(Refused) as refused:
        released(store, {"media/data.csv": b"1,2", "media/data.csv.gz": b"a different thing"})
    assert codes(refused) == ["release.like-a-variant"]
    assert released(store, {"media/data.csv.gz": b"alone"}).number == 1


def test_a_clock_set_back_is_noticed_and_the_release_before_stands(store: Store) -> None:
    first = released(store)
    with pytest.raises(Refused) as refused:
        publish(store, -1)
    assert codes(refused) == ["release.clock-back"]
    assert (store.current, store.releases()) == (first, (first,))
    publish(store, 0)


def test_an_instant_has_a_zone(store: Store) -> None:
    with store.drafting(alone) as draft, pytest.raises(ValueError, match="zone"):
        draft.publish(instant=BEGINNING.replace(tzinfo=None), software="k", languages=["ja"], week="tea-week", key=KEY)


def test_another_weeks_site_does_not_follow(store: Store) -> None:
    released(store)
    with pytest.raises(Refused) as refused:
        publish(store, 1, week="coffee-week")
    assert codes(refused) == ["release.other-week"]


def test_another_key_does_not_sign_by_accident(store: Store) -> None:
    released(store)
    with pytest.raises(Refused) as refused:
        released(store, key=OTHER_KEY)
    assert codes(refused) == ["release.other-key"]


SIGNED = ("release.json", "release.json.sig", "SHA256SUMS", f"keys/{KEY.public.fingerprint}.pem")


@pytest.mark.parametrize("name", SIGNED)
@pytest.mark.parametrize("act", ["altered", "taken away"])
def test_on_a_damaged_release_none_is_built(store: Store, name: str, act: str) -> None:
    path = released(store).folder / name
    content = path.read_bytes()
    path.unlink()
    if act == "altered":
        path.write_bytes(content[:-3] + b"!" + content[-2:])
    with pytest.raises(Refused) as refused, store.drafting(alone):
        pass
    assert codes(refused) in (["release.broken-predecessor"], ["release.unreadable"])
    assert sorted(entry.name for entry in store.folder.iterdir()) == [".lock", "1", "current"]


def test_a_record_is_written_in_json_that_every_program_reads(store: Store) -> None:
    found = json.loads((released(store).folder / "release.json").read_bytes())
    assert (found["format"], found["number"], found["languages"]) == ("kakehashi-release/1", 1, ["ja", "ru"])
