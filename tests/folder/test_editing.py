"""Edits change the bytes of a value and no others."""

from pathlib import Path
from typing import Any

import pytest
from tests.folder.writing import write

from kakehashi.findings import Place, Refused
from kakehashi.folder import edit, load
from kakehashi.week import Moment
from kakehashi.week.agreements import Agreement
from kakehashi.week.items import Item, Speaker
from kakehashi.week.part import Note
from kakehashi.week.people import Person
from kakehashi.week.symposia import Session, Symposium
from kakehashi.words import Text

WEEK = b"""\xef\xbb\xbf# yaml-language-server: $schema=.schemas/week.schema.json\r
slug: tea-week   # never changes\r
title: {ja: "\xe3\x81\x8a\xe8\x8c\xb6", en: 'Tea week'}\r
motto:\r
languages: [ja, en]\r
zone: Asia/Tokyo\r
days: [2021-09-29]\r
description: |-  # long\r
    First line.\r
    Second line.\r
\r
# The rooms\r
rooms:\r
  hall:\r
    name: Hall   # the big one\r
    # no seats known\r
\r
sessions:\r
  opening:\r
    start: 2021-09-29 15:00 # opening\r
    items:\r
      welcome: {kind: opening-remarks, minutes: 10, speakers: sato}\r
      tea:\r
        kind: break\r
        minutes: 20\r
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "week.yaml").write_bytes(WEEK)
    (tmp_path / "people.yaml").write_bytes("sato:\n  names: 佐藤".encode())
    return tmp_path


def changed(folder: Path, changes: dict[Place, Any]) -> list[tuple[bytes, bytes]]:
    """Lines before and after, where they differ."""
    edit(folder, changes)
    before, after = WEEK.split(b"\n"), (folder / "week.yaml").read_bytes().split(b"\n")
    if len(before) == len(after):
        return [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    return [(b"", line) for line in after if line not in before] + [(line, b"") for line in before if line not in after]


def test_a_moment_changes_and_its_comment_stays(folder: Path) -> None:
    later = Moment.parse("2021-09-29T15:30[Asia/Tokyo]")
    assert changed(folder, {("sessions", "opening", "start"): later}) == [
        (b"    start: 2021-09-29 15:00 # opening\r", b"    start: 2021-09-29 15:30 # opening\r")
    ]


def test_quotation_marks_stay_as_they_are(folder: Path) -> None:
    changes: dict[Place, Any] = {("title", "ja"): "抹茶", ("title", "en"): "Sato's week"}
    assert changed(folder, changes) == [
        (
            b"title: {ja: \"\xe3\x81\x8a\xe8\x8c\xb6\", en: 'Tea week'}\r",
            "title: {ja: \"抹茶\", en: 'Sato''s week'}\r".encode(),
        )
    ]


def test_a_key_is_added_at_the_end_of_its_mapping(folder: Path) -> None:
    assert changed(folder, {("rooms", "hall", "seats"): 80}) == [(b"", b"    seats: 80\r")]


def test_a_key_is_added_within_braces(folder: Path) -> None:
    (change,) = changed(folder, {("items", "welcome", "order"): 3})
    assert change[1] == b"      welcome: {kind: opening-remarks, minutes: 10, speakers: sato, order: 3}\r"


def test_a_single_text_becomes_one_for_each_language(folder: Path) -> None:
    changes: dict[Place, Any] = {("rooms", "hall", "name", "en"): "Great hall"}
    assert changed(folder, changes) == [
        (b"", b"    name:   # the big one\r"),
        (b"", b"      ja: Hall\r"),
        (b"", b"      en: Great hall\r"),
        (b"    name: Hall   # the big one\r", b""),
    ]


def test_the_short_hand_of_the_host_language_changes_as_it_is(folder: Path) -> None:
    assert changed(folder, {("rooms", "hall", "name", "ja"): "大ホール"}) == [
        (b"    name: Hall   # the big one\r", "    name: 大ホール   # the big one\r".encode())
    ]


def test_an_empty_value_is_filled_in(folder: Path) -> None:
    assert changed(folder, {("motto",): Text(ja="一期一会")}) == [(b"motto:\r", "motto: 一期一会\r".encode())]


def test_a_block_of_lines_keeps_its_mark_and_comment(folder: Path) -> None:
    changes: dict[Place, Any] = {("description", "ja"): "One.\n\nTwo."}
    edit(folder, changes)
    expected = WEEK.replace(b"    First line.\r\n    Second line.\r\n", b"  One.\r\n\r\n  Two.\r\n")
    assert (folder / "week.yaml").read_bytes() == expected


def test_a_key_is_removed_with_its_line(folder: Path) -> None:
    edit(folder, {("items", "tea", "minutes"): None, ("rooms", "hall", "name", "en"): None})
    assert (folder / "week.yaml").read_bytes() == WEEK.replace(b"        minutes: 20\r\n", b"")


def test_a_file_without_a_last_line_end_gets_a_key(folder: Path) -> None:
    edit(folder, {("people", "sato", "zone"): "Asia/Tokyo"})
    assert (folder / "people.yaml").read_text() == "sato:\n  names: 佐藤\n  zone: Asia/Tokyo"


def test_two_new_keys_of_a_mapping_that_is_not_there_come_together(folder: Path) -> None:
    edit(folder, {("items", "tea", "title", "ja"): "休憩", ("items", "tea", "title", "en"): "Break"})
    loaded = load(folder)
    assert loaded.week is not None and loaded.week.items["tea"].title == Text(ja="休憩", en="Break")


def test_a_part_and_the_last_part_within_it_get_their_keys_each_at_its_own_depth(folder: Path) -> None:
    changes: dict[Place, Any] = {("sessions", "opening", "room"): "hall", ("items", "tea", "order"): 1}
    assert changed(folder, changes) == [(b"", b"        order: 1\r"), (b"", b"    room: hall\r")]


def test_an_empty_mapping_gets_several_keys_at_once(tmp_path: Path) -> None:
    write(tmp_path, {"week.yaml": "rooms: {hall: {name: Hall}}\nsessions:\n  opening: {}  # when?\n"})
    edit(tmp_path, {("sessions", "opening", "room"): "hall", ("sessions", "opening", "pinned"): True})
    assert "opening: {room: hall, pinned: true}  # when?" in (tmp_path / "week.yaml").read_text()


def test_an_abstract_in_its_own_file_is_replaced(folder: Path) -> None:
    (folder / "abstracts").mkdir()
    (folder / "abstracts" / "tea.en.md").write_text("Old.\n")
    edit(folder, {("items", "tea", "abstract", "en"): "New."})
    assert ((folder / "abstracts" / "tea.en.md").read_text(), (folder / "week.yaml").read_bytes()) == ("New.\n", WEEK)


def test_an_entry_of_a_list_that_does_not_exist_is_refused(folder: Path) -> None:
    with pytest.raises(Refused) as refused:
        edit(folder, {("slug",): "other", ("items", "welcome", "speakers", 3): Speaker(person="sato")})
    assert [finding.code for finding in refused.value.findings] == ["edit.no-such-place"]
    assert (folder / "week.yaml").read_bytes() == WEEK


def test_a_folder_with_errors_is_not_edited(folder: Path) -> None:
    (folder / "people.yaml").write_text("sato: {zome: Asia/Tokyo}")
    with pytest.raises(Refused) as refused:
        edit(folder, {("slug",): "other"})
    assert [finding.code for finding in refused.value.findings] == ["shape.unknown-key"]


def files(folder: Path) -> dict[str, str]:
    """The files of the folder that edits may make."""
    found = (*folder.glob("*.yaml"), *folder.glob("symposia/*.yaml"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


@pytest.mark.parametrize(
    ("place", "value", "name", "text"),
    [
        (("people", "ada"), Person(zone="UTC"), "people.yaml", "ada:\n  zone: UTC\n"),
        (("people", "ada", "zone"), "UTC", "people.yaml", "ada:\n  zone: UTC\n"),
        (("association", "name", "en"), "Alumni", "association.yaml", "name:\n  en: Alumni\n"),
        (("symposia", "tea"), Symposium(title=Text(ja="茶")), "symposia/tea.yaml", "title: 茶\n"),
        (
            ("agreements", "x"),
            Agreement(title=Text(ja="協定")),
            "agreements.yaml",
            "agreements:\n  x:\n    title: 協定\n",
        ),
    ],
)
def test_a_part_whose_file_is_not_there_yet_gets_one(
    tmp_path: Path, place: Place, value: Any, name: str, text: str
) -> None:
    before = files(write(tmp_path, {}))
    edit(tmp_path, {place: value})
    after = files(tmp_path)
    assert after.pop(name).partition("\n")[2] == text
    assert (after, load(tmp_path).findings) == (before, ())


def test_two_parts_of_a_new_file_come_together(tmp_path: Path) -> None:
    edit(write(tmp_path, {}), {("people", "ada"): Person(), ("people", "bob", "zone"): "UTC"})
    week = load(tmp_path).week
    assert week is not None and list(week.people) == ["ada", "bob"]


def test_an_agreement_is_added_beside_the_offices(tmp_path: Path) -> None:
    offices = "offices:\n  o: {name: O, of: i}\n"
    write(tmp_path, {"agreements.yaml": offices, "institutions.yaml": "i: {name: I, zone: UTC}\n"})
    edit(tmp_path, {("agreements", "x"): Agreement(title=Text(ja="X"))})
    assert files(tmp_path)["agreements.yaml"] == f"{offices}agreements:\n  x:\n    title: X\n"


def test_a_whole_item_changes_key_by_key_and_keeps_its_comments(folder: Path) -> None:
    (folder / "symposia").mkdir()
    text = "title: T\nsessions:\n  t:\n    items:\n      leaf:\n        kind: talk # ours\n        minutes: 20\n"
    (folder / "symposia" / "tea.yaml").write_text(text)
    edit(folder, {("items", "leaf"): Item(kind="talk", session="t", symposium="tea", order=1, minutes=30)})
    assert (folder / "symposia" / "tea.yaml").read_text() == text.replace("20", "30")


def test_a_whole_session_keeps_the_items_written_inside_it(folder: Path) -> None:
    session = Session(start=Moment.parse("2021-09-29T16:00[Asia/Tokyo]"), room="hall")
    edit(folder, {("sessions", "opening"): session})
    week = load(folder).week
    assert week is not None and (week.sessions["opening"], list(week.items)) == (session, ["welcome", "tea"])


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("items", "tea", "session"), None),
        (("items", "tea", "order"), None),
        (("programmes", "p", "figures", "f", "years", 0, "year"), 2020),
    ],
)
def test_what_the_place_in_the_file_decides_is_refused_rather_than_lost(folder: Path, place: Place, value: Any) -> None:
    programmes = "p: {name: P, figures: {f: {counted: F, years: {2019: {plan: 1}}}}}\n"
    (folder / "programmes.yaml").write_text(programmes)
    before = files(folder)
    with pytest.raises(Refused) as refused:
        edit(folder, {place: value})
    (finding,) = refused.value.findings
    assert (finding.code, finding.source is not None, files(folder)) == ("edit.decided-elsewhere", True, before)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({("itmes", "tea"): "x"}, "shape.unknown-key"),
        ({("items", "tea", "titel"): "x"}, "shape.unknown-key"),
        ({("items", "tea", "kind"): None}, "shape.missing"),
        ({("rooms", "hall", "name"): None}, "shape.missing"),
        ({("people", "Not a slug"): Person()}, "shape.not-a-slug"),
        ({(): "x"}, "edit.no-such-place"),
    ],
)
def test_a_change_that_no_week_would_hold_is_refused(folder: Path, changes: dict[Place, Any], code: str) -> None:
    before = files(folder)
    with pytest.raises(Refused) as refused:
        edit(folder, changes)
    assert ([finding.code for finding in refused.value.findings], files(folder)) == ([code], before)


def test_the_short_hand_of_the_host_language_is_removed_and_a_required_text_stays_empty(folder: Path) -> None:
    (folder / "people.yaml").write_text("sato:\n  names: 佐藤\n  zone: UTC\n", "utf-8")
    edit(folder, {("people", "sato", "names", "ja", "whole"): None} | {("rooms", "hall", "name", "ja"): None})
    assert b"    name: {}   # the big one\r\n" in (folder / "week.yaml").read_bytes()
    assert (folder / "people.yaml").read_text() == "sato:\n  zone: UTC\n"


def test_a_short_note_is_replaced_by_another(folder: Path) -> None:
    edit(folder, {("items", "tea", "notes"): (Note(kind="invented"),)})
    edit(folder, {("items", "tea", "notes", 0): Note(kind="disputed")})
    assert b"        notes: disputed\r\n" in (folder / "week.yaml").read_bytes()


def test_spaces_around_a_text_are_none_of_its_own(folder: Path) -> None:
    edit(folder, {("title", "en"): "  Green tea ", ("motto",): Text(ja=" 一期一会 ")})
    week = load(folder).week
    assert week is not None and (week.title["en"], week.motto["ja"]) == ("Green tea", "一期一会")


def test_an_edit_of_nothing_writes_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}
    edit(folder, {})
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize("place", [("rooms", "hall", "seats"), ("rooms", "nowhere"), ("people", "ada", "zone")])
def test_removing_what_is_not_there_changes_nothing(folder: Path, place: Place) -> None:
    before = files(folder)
    edit(folder, {place: None})
    assert files(folder) == before
